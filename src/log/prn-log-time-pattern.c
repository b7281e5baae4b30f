/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-time-pattern.h"

#include <string.h>

/* Conversions that stand for others. */
static const char *
expand (char conversion)
{
  switch (conversion) {
  case 'T':
    return "%H:%M:%S";
  case 'R':
    return "%H:%M";
  case 'F':
    return "%Y-%m-%d";
  case 'D':
    return "%m/%d/%y";
  case 'r':
    return "%I:%M:%S %p";
  default:
    return NULL;
  }
}

gboolean
prn_time_pattern_is_known (const char *pattern)
{
  gboolean has_day = FALSE;

  for (const char *at = pattern; *at != '\0'; at++) {
    if (*at != '%')
      continue;
    at++;
    if (*at == '\0' || strchr ("YymdejHIMSfpbBhaAzZTRFDrnt%", *at) == NULL)
      return FALSE;
    has_day = has_day || strchr ("dejFD", *at) != NULL;
  }
  return has_day;
}

static void
set_day_of_year (PrnTimeParts *parts, guint day_of_year)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = parts->year % 4 == 0 && (parts->year % 100 != 0 || parts->year % 400 == 0);

  parts->day = day_of_year;
  for (parts->month = 1; parts->month < 12; parts->month++) {
    guint n = days[parts->month - 1] + (guint) (parts->month == 2 && leap);

    if (parts->day <= n)
      return;
    parts->day -= n;
  }
}

/* What is decided once all has been read. */
typedef struct {
  guint day_of_year;
  int half; /* 1 AM, 2 PM */
} Late;

static gboolean
read_half (PrnTimeCursor *cursor, Late *late)
{
  guint hour = 1;

  if (!prn_time_half_day (cursor, &hour))
    return FALSE;
  late->half = hour < 12 ? 1 : 2;
  return TRUE;
}

static gboolean
read_bare_fraction (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  /* prn_time_fraction() takes the cursor to be at the point. */
  PrnTimeCursor ahead = { cursor->at - 1, cursor->end };

  if (!prn_time_fraction (&ahead, &parts->microsecond))
    return FALSE;
  *cursor = ahead;
  return TRUE;
}

static gboolean
read_conversion (PrnTimeCursor *cursor, char conversion, PrnTimeParts *parts, Late *late)
{
  switch (conversion) {
  case 'Y':
    return prn_time_number (cursor, 4, 4, &parts->year, NULL);
  case 'y':
    if (!prn_time_number (cursor, 2, 2, &parts->year, NULL))
      return FALSE;
    parts->year += parts->year < 69 ? 2000 : 1900;
    return TRUE;
  case 'm':
    return prn_time_number (cursor, 1, 2, &parts->month, NULL);
  case 'd':
  case 'e':
    prn_time_space (cursor);
    return prn_time_number (cursor, 1, 2, &parts->day, NULL);
  case 'j':
    return prn_time_number (cursor, 1, 3, &late->day_of_year, NULL) && late->day_of_year >= 1 &&
           late->day_of_year <= 366;
  case 'H':
  case 'I':
    return prn_time_number (cursor, 1, 2, &parts->hour, NULL);
  case 'M':
    return prn_time_number (cursor, 1, 2, &parts->minute, NULL);
  case 'S':
    return prn_time_number (cursor, 1, 2, &parts->second, NULL);
  case 'f':
    return read_bare_fraction (cursor, parts);
  case 'p':
    return read_half (cursor, late);
  case 'b':
  case 'B':
  case 'h':
    return prn_time_month_name (cursor, &parts->month);
  case 'a':
  case 'A':
    return prn_time_weekday (cursor);
  case 'z':
  case 'Z':
    return prn_time_zone (cursor, parts);
  case 'n':
  case 't':
    return prn_time_space (cursor);
  default:
    return prn_time_char (cursor, conversion);
  }
}

static gboolean
read_pattern (PrnTimeCursor *cursor, const char *pattern, PrnTimeParts *parts, Late *late)
{
  for (const char *at = pattern; *at != '\0'; at++) {
    if (*at == ' ') {
      prn_time_space (cursor);
    } else if (*at != '%') {
      if (!prn_time_char (cursor, *at))
        return FALSE;
    } else {
      const char *expansion = expand (*++at);

      if (expansion != NULL ? !read_pattern (cursor, expansion, parts, late)
                            : !read_conversion (cursor, *at, parts, late))
        return FALSE;
    }
  }
  return TRUE;
}

gboolean
prn_time_pattern_read (const char *pattern, const char *text, gsize length, PrnTimeParts *parts)
{
  PrnTimeCursor cursor = { text, text + length };
  Late late = { 0 };

  *parts = (PrnTimeParts){ .month = 1 };
  if (!read_pattern (&cursor, pattern, parts, &late))
    return FALSE;
  if (cursor.at < cursor.end && *cursor.at == '.' &&
      !prn_time_fraction (&cursor, &parts->microsecond))
    return FALSE;
  if (!parts->has_offset)
    prn_time_zone (&cursor, parts);
  if (cursor.at != cursor.end)
    return FALSE;

  if (late.day_of_year > 0)
    set_day_of_year (parts, late.day_of_year);
  if (late.half != 0) {
    if (parts->hour < 1 || parts->hour > 12)
      return FALSE;
    parts->hour = parts->hour % 12 + (late.half == 2 ? 12 : 0);
  }
  return TRUE;
}
