/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-calendar.h"

#include "prn-instant.h"

static gint32
month_of (gint64 instant)
{
  int year, month, day;

  prn_instant_to_civil (instant, &year, &month, &day);
  return year * 12 + month - 1;
}

static void
fill_slots (PrnCalendar *calendar)
{
  gint64 first = calendar->begins[0] >> PRN_CALENDAR_SLOT_BITS;
  gint64 last = calendar->begins[calendar->n] >> PRN_CALENDAR_SLOT_BITS;
  guint32 month = 0;

  calendar->first_slot = first;
  calendar->slots = g_new (PrnCalendarSlot, (gsize) (last - first) + 1);
  for (gint64 i = first; i <= last; i++) {
    gint64 begin = i * (G_GINT64_CONSTANT (1) << PRN_CALENDAR_SLOT_BITS);

    month += month + 1 < calendar->n && begin >= calendar->begins[month + 1];
    calendar->slots[i - first] = (PrnCalendarSlot){ calendar->begins[month + 1], month };
  }
}

void
prn_calendar_init (PrnCalendar *calendar, gint64 from, gint64 until)
{
  calendar->first = month_of (from);
  calendar->n = (guint32) (month_of (MAX (from, until)) - calendar->first) + 1;
  calendar->begins = g_new (gint64, calendar->n + 1);
  for (guint32 i = 0; i <= calendar->n; i++) {
    gint32 month = calendar->first + (gint32) i;

    calendar->begins[i] = prn_instant_from_civil (month / 12, month % 12 + 1, 1);
  }
  fill_slots (calendar);
}

void
prn_calendar_clear (PrnCalendar *calendar)
{
  g_clear_pointer (&calendar->begins, g_free);
  g_clear_pointer (&calendar->slots, g_free);
}

char *
prn_calendar_name (gint32 month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}
