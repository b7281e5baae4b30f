/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pieces of which times are made. Each function reads one at the cursor and moves behind it, or
 * returns FALSE. */

typedef struct {
  const char *at, *end;
} PrnTimeCursor;

/**
 * PrnTimeParts:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 24
 * @minute: 0 to 59
 * @second: 0 to 60
 * @microsecond: 0 to 999,999
 * @has_offset: whether the time states its zone
 * @offset: seconds east of Greenwich
 *
 * What a text says; zero-initialise it.
 */
typedef struct {
  guint year, month, day;
  guint hour, minute, second, microsecond;
  gboolean has_offset;
  gint32 offset;
} PrnTimeParts;

/* @least to @most digits, as many as there are. */
gboolean
prn_time_number (PrnTimeCursor *cursor, guint least, guint most, guint *value, guint *n_digits);

/* One certain character. */
gboolean prn_time_char (PrnTimeCursor *cursor, char c);

/* Any white space, also none and also U+00A0 and U+202F. */
gboolean prn_time_space (PrnTimeCursor *cursor);

/* Two or four digits; two are 1969 to 2068 as in POSIX strptime(). */
gboolean prn_time_year (PrnTimeCursor *cursor, guint *year);

/* The English name of a month, whole or its first three letters, with an optional full stop. */
gboolean prn_time_month_name (PrnTimeCursor *cursor, guint *month);

/* The English name of a day of the week, likewise. */
gboolean prn_time_weekday (PrnTimeCursor *cursor);

/* Digits behind a point or comma, which is at the cursor; rounded down. */
gboolean prn_time_fraction (PrnTimeCursor *cursor, guint *microsecond);

/* `AM`, `p.m.` ... turns the hour of a 12-hour clock into one of 24. */
gboolean prn_time_half_day (PrnTimeCursor *cursor, guint *hour);

/* `Z`, `+02:00`, `UTC`, `GMT+1`, `[Europe/Berlin]` after an offset. */
gboolean prn_time_zone (PrnTimeCursor *cursor, PrnTimeParts *parts);

/* `h:mm`, `h:mm:ss`, `h:mm:ss.f` with AM and PM and zone, or `h AM`. */
gboolean prn_time_clock (PrnTimeCursor *cursor, PrnTimeParts *parts);

/**
 * prn_time_day:
 * @parts: what a text says
 * @day: (out): days since 1970
 *
 * Returns: whether there is such a day
 */
gboolean prn_time_day (const PrnTimeParts *parts, gint64 *day);

/**
 * prn_time_of_day:
 * @parts: what a text says
 * @us: (out): microseconds since midnight; up to a day and a second for 24:00 and leap seconds
 *
 * Returns: whether there is such a time
 */
gboolean prn_time_of_day (const PrnTimeParts *parts, gint64 *us);

G_END_DECLS
