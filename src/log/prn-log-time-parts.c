/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-time-parts.h"

#include <string.h>

#include "prn-duration.h"
#include "prn-log-zone.h"

gboolean
prn_time_number (PrnTimeCursor *cursor, guint least, guint most, guint *value, guint *n_digits)
{
  guint n = 0, number = 0;

  while (n < most && cursor->at + n < cursor->end && g_ascii_isdigit (cursor->at[n]))
    number = number * 10 + (guint) (cursor->at[n++] - '0');
  if (n < least)
    return FALSE;
  cursor->at += n;
  *value = number;
  if (n_digits != NULL)
    *n_digits = n;
  return TRUE;
}

gboolean
prn_time_char (PrnTimeCursor *cursor, char c)
{
  if (cursor->at >= cursor->end || *cursor->at != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

gboolean
prn_time_space (PrnTimeCursor *cursor)
{
  for (;;) {
    gsize left = (gsize) (cursor->end - cursor->at);

    if (left >= 1 && (*cursor->at == ' ' || *cursor->at == '\t'))
      cursor->at++;
    else if (left >= 2 && memcmp (cursor->at, "\xc2\xa0", 2) == 0)
      cursor->at += 2;
    else if (left >= 3 && memcmp (cursor->at, "\xe2\x80\xaf", 3) == 0)
      cursor->at += 3;
    else
      return TRUE;
  }
}

gboolean
prn_time_year (PrnTimeCursor *cursor, guint *year)
{
  guint n;

  if (!prn_time_number (cursor, 2, 4, year, &n) || n == 3)
    return FALSE;
  if (n == 2)
    *year += *year < 69 ? 2000 : 1900;
  return TRUE;
}

/* Which of the names is at the cursor, whole or its first three letters. */
static gboolean
read_name (PrnTimeCursor *cursor, const char *const *names, guint n_names, guint *index)
{
  gsize n = 0;

  while (cursor->at + n < cursor->end && g_ascii_isalpha (cursor->at[n]))
    n++;
  for (guint i = 0; i < n_names && n >= 3; i++) {
    gsize length = strlen (names[i]);
    /* `Sept` and `Tues`, `Thurs` are common too. */
    gboolean fits = n == length || n == 3 || (n < length && n <= 5);

    if (fits && g_ascii_strncasecmp (cursor->at, names[i], n) == 0) {
      cursor->at += n;
      prn_time_char (cursor, '.');
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
prn_time_month_name (PrnTimeCursor *cursor, guint *month)
{
  static const char *const names[] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };

  if (!read_name (cursor, names, G_N_ELEMENTS (names), month))
    return FALSE;
  *month += 1;
  return TRUE;
}

gboolean
prn_time_weekday (PrnTimeCursor *cursor)
{
  static const char *const names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday" };
  guint index;

  return read_name (cursor, names, G_N_ELEMENTS (names), &index);
}

gboolean
prn_time_fraction (PrnTimeCursor *cursor, guint *microsecond)
{
  const char *at = cursor->at + 1;
  guint value = 0, n = 0;

  while (at < cursor->end && g_ascii_isdigit (*at)) {
    if (n < 6)
      value = value * 10 + (guint) (*at - '0');
    n++;
    at++;
  }
  if (n == 0)
    return FALSE;
  for (; n < 6; n++)
    value *= 10;
  *microsecond = value;
  cursor->at = at;
  return TRUE;
}

gboolean
prn_time_half_day (PrnTimeCursor *cursor, guint *hour)
{
  PrnTimeCursor ahead = *cursor;
  char half;

  prn_time_space (&ahead);
  if (ahead.at >= ahead.end)
    return FALSE;
  half = g_ascii_tolower (*ahead.at++);
  if (half != 'a' && half != 'p')
    return FALSE;
  prn_time_char (&ahead, '.');
  prn_time_space (&ahead);
  if (!prn_time_char (&ahead, 'm') && !prn_time_char (&ahead, 'M'))
    return FALSE;
  prn_time_char (&ahead, '.');
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (half == 'p' ? 12 : 0);
  *cursor = ahead;
  return TRUE;
}

/* The names of RFC 5322; every other abbreviation is used for several zones. */
static gboolean
read_zone_name (PrnTimeCursor *cursor, gint32 *offset)
{
  static const struct {
    const char *name;
    int hours;
  } zones[] = { { "UTC", 0 },  { "GMT", 0 },  { "UT", 0 },   { "EST", -5 },
                { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 }, { "MST", -7 },
                { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
  gsize n = 0;

  while (cursor->at + n < cursor->end && g_ascii_isalpha (cursor->at[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    if (strlen (zones[i].name) == n && g_ascii_strncasecmp (cursor->at, zones[i].name, n) == 0) {
      cursor->at += n;
      *offset = zones[i].hours * 3600;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
prn_time_zone (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  PrnTimeCursor ahead = *cursor;
  gboolean named;
  gsize n = 0;

  prn_time_space (&ahead);
  named = read_zone_name (&ahead, &parts->offset);
  while (ahead.at + n < ahead.end && n < 6 && strchr ("+-:0123456789Zz", ahead.at[n]) != NULL)
    n++;
  if (n > 0 && prn_zone_offset_parse (ahead.at, n, &parts->offset))
    ahead.at += n;
  else if (!named)
    return FALSE;

  /* Java adds the name to the offset: +01:00[Europe/Berlin]. */
  if (ahead.at < ahead.end && *ahead.at == '[' && ahead.end[-1] == ']')
    ahead.at = ahead.end;
  parts->has_offset = TRUE;
  *cursor = ahead;
  return TRUE;
}

gboolean
prn_time_clock (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  if (!prn_time_number (cursor, 1, 2, &parts->hour, NULL))
    return FALSE;
  if (!prn_time_char (cursor, ':'))
    return prn_time_half_day (cursor, &parts->hour);
  if (!prn_time_number (cursor, 2, 2, &parts->minute, NULL))
    return FALSE;
  if (prn_time_char (cursor, ':')) {
    if (!prn_time_number (cursor, 2, 2, &parts->second, NULL))
      return FALSE;
    if (cursor->at < cursor->end && (*cursor->at == '.' || *cursor->at == ',') &&
        !prn_time_fraction (cursor, &parts->microsecond))
      return FALSE;
  }
  prn_time_half_day (cursor, &parts->hour);
  prn_time_zone (cursor, parts);
  return TRUE;
}

gboolean
prn_time_day (const PrnTimeParts *parts, gint64 *day)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint year = parts->year, month = parts->month;
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  gint64 era, of_era, of_year;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || parts->day < 1 ||
      parts->day > days[month - 1] + (guint) (month == 2 && leap))
    return FALSE;

  /* days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
  year -= month <= 2;
  era = year / 400;
  of_year = (153 * ((gint64) month + (month > 2 ? -3 : 9)) + 2) / 5 + parts->day - 1;
  of_era = (gint64) (year % 400) * 365 + year % 400 / 4 - year % 400 / 100 + of_year;
  *day = era * 146097 + of_era - 719468;
  return TRUE;
}

gboolean
prn_time_of_day (const PrnTimeParts *parts, gint64 *us)
{
  if (parts->hour > 24 || parts->minute > 59 || parts->second > 60)
    return FALSE;
  if (parts->hour == 24 && (parts->minute > 0 || parts->second > 0 || parts->microsecond > 0))
    return FALSE;
  *us = parts->hour * PRN_HOUR + parts->minute * PRN_MINUTE + parts->second * PRN_SECOND +
        parts->microsecond;
  return TRUE;
}
