/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calendar months (UTC) of a span of time, numbered from its first one. Immutable. */

/**
 * PrnCalendar:
 * @first: months from January of the year 0 to the first one
 * @n: how many months
 * @begins: (array length=n+1): when each begins; the last is when the span ends
 */
typedef struct {
  gint32 first;
  guint32 n;
  gint64 *begins;
} PrnCalendar;

/**
 * prn_calendar_init:
 * @calendar: (out): the months from that of @from to that of @until
 * @from: an instant
 * @until: an instant; one before @from is taken as @from
 */
void prn_calendar_init (PrnCalendar *calendar, gint64 from, gint64 until);

/* Frees what a calendar holds. */
void prn_calendar_clear (PrnCalendar *calendar);

/**
 * prn_calendar_name:
 * @month: months from January of the year 0: @first plus the number of a month
 *
 * Returns: (transfer full): `2025-01`
 */
char *prn_calendar_name (gint32 month);

/**
 * prn_calendar_month:
 * @calendar: a calendar
 * @time: an instant within it
 *
 * Returns: which month @time is in
 */
static inline guint32
prn_calendar_month (const PrnCalendar *calendar, gint64 time)
{
  /* The mean month of the Gregorian calendar; months drift from it by less than one. */
  const gint64 mean = G_GINT64_CONSTANT (2629746000000);
  gint64 guess = (time - calendar->begins[0]) / mean;
  guint32 month = (guint32) CLAMP (guess, 0, (gint64) calendar->n - 1);

  month -= month > 0 && time < calendar->begins[month];
  month += month + 1 < calendar->n && time >= calendar->begins[month + 1];
  return month;
}

G_END_DECLS
