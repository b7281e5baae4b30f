/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calendar months (UTC) of a span of time, numbered from its first one. Immutable. */

/* 2^41 µs are a little less than 26 days: in a slot of time that long one month at most begins. */
#define PRN_CALENDAR_SLOT_BITS 41

/* A slot of time: the month in which it begins, and when the next one does. */
typedef struct {
  gint64 next;
  gsize month;
} PrnCalendarSlot;

/**
 * PrnCalendar:
 * @first: months from January of the year 0 to the first one
 * @n: how many months
 * @begins: (array length=n+1): when each begins; the last is when the span ends
 * @slots: the slots of time, from that in which the first month begins
 * @first_slot: its number, counted from 1970
 */
typedef struct {
  gint32 first;
  guint32 n;
  gint64 *begins;
  PrnCalendarSlot *slots;
  gint64 first_slot;
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
static inline gsize
prn_calendar_month (const PrnCalendar *calendar, gint64 time)
{
  const PrnCalendarSlot *slot =
      calendar->slots + ((time >> PRN_CALENDAR_SLOT_BITS) - calendar->first_slot);

  return slot->month + (time >= slot->next);
}

G_END_DECLS
