/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-instant.h"

#include <glib/gi18n-lib.h>

#include "prn-duration.h"
#include "prn-error.h"

/* Days between 0000-03-01, where a year of the algorithm begins, and 1970-01-01. */
#define DAYS_TO_EPOCH 719468
#define DAYS_PER_ERA 146097

static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

gint64
prn_instant_from_civil (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = floor_divide (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH) * PRN_DAY;
}

void
prn_instant_to_civil (gint64 instant, int *year, int *month, int *day)
{
  gint64 days = floor_divide (instant, PRN_DAY) + DAYS_TO_EPOCH;
  gint64 era = floor_divide (days, DAYS_PER_ERA);
  gint64 day_of_era = days - era * DAYS_PER_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;

  *day = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
  *month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  *year = (int) (year_of_era + era * 400 + (*month <= 2));
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char **cursor, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++, (*cursor)++) {
    if (!g_ascii_isdigit (**cursor))
      return FALSE;
    *value = *value * 10 + (**cursor - '0');
  }
  return TRUE;
}

static gboolean
read_char (const char **cursor, char wanted)
{
  if (**cursor != wanted)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap);
}

static gboolean
read_date (const char **cursor, gint64 *instant)
{
  int year, month, day;

  if (!read_digits (cursor, 4, &year) || !read_char (cursor, '-') ||
      !read_digits (cursor, 2, &month) || !read_char (cursor, '-') ||
      !read_digits (cursor, 2, &day))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return FALSE;

  *instant = prn_instant_from_civil (year, month, day);
  return TRUE;
}

/* Digits after the first six are below a microsecond. */
static gboolean
read_fraction (const char **cursor, gint64 *instant)
{
  gint64 unit = PRN_SECOND / 10;

  if (**cursor != '.' && **cursor != ',')
    return TRUE;
  (*cursor)++;
  if (!g_ascii_isdigit (**cursor))
    return FALSE;
  for (; g_ascii_isdigit (**cursor); (*cursor)++, unit /= 10)
    *instant += (**cursor - '0') * unit;
  return TRUE;
}

static gboolean
read_time (const char **cursor, gint64 *instant)
{
  int hour, minute, second = 0;

  if (!read_digits (cursor, 2, &hour) || !read_char (cursor, ':') ||
      !read_digits (cursor, 2, &minute))
    return FALSE;
  if (read_char (cursor, ':') && !read_digits (cursor, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;

  *instant += hour * PRN_HOUR + minute * PRN_MINUTE + second * PRN_SECOND;
  return read_fraction (cursor, instant);
}

static gboolean
read_offset (const char **cursor, gint64 *instant)
{
  int sign, hour, minute = 0;

  if (read_char (cursor, 'Z') || **cursor == '\0')
    return TRUE;
  if (**cursor != '+' && **cursor != '-')
    return FALSE;

  sign = *(*cursor)++ == '+' ? -1 : 1;
  if (!read_digits (cursor, 2, &hour))
    return FALSE;
  if ((read_char (cursor, ':') || **cursor != '\0') && !read_digits (cursor, 2, &minute))
    return FALSE;
  if (hour > 23 || minute > 59)
    return FALSE;

  *instant += sign * (hour * PRN_HOUR + minute * PRN_MINUTE);
  return TRUE;
}

gboolean
prn_instant_parse (const char *text, gint64 *instant, GError **error)
{
  const char *p = text;
  gint64 value = 0;
  gboolean good = read_date (&p, &value);

  if (good && *p != '\0')
    good = (read_char (&p, 'T') || read_char (&p, ' ')) && read_time (&p, &value) &&
           read_offset (&p, &value);

  if (!good || *p != '\0' || value < PRN_INSTANT_MIN || value > PRN_INSTANT_MAX) {
    g_autofree char *quoted = prn_quote (text);

    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE,
                 _ ("%s is no instant; expected a date like 2026-11-21 or a date and time like "
                    "2026-11-21T10:00:00Z"),
                 quoted);
    return FALSE;
  }

  *instant = value;
  return TRUE;
}

char *
prn_instant_format (gint64 instant)
{
  int year, month, day;
  gint64 time = instant - floor_divide (instant, PRN_DAY) * PRN_DAY;
  GString *text = g_string_new (NULL);

  prn_instant_to_civil (instant, &year, &month, &day);
  g_string_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day,
                   (int) (time / PRN_HOUR), (int) (time / PRN_MINUTE % 60),
                   (int) (time / PRN_SECOND % 60));
  if (time % PRN_SECOND > 0) {
    g_string_append_printf (text, ".%06d", (int) (time % PRN_SECOND));
    while (text->str[text->len - 1] == '0')
      g_string_truncate (text, text->len - 1);
  }
  g_string_append_c (text, 'Z');
  return g_string_free (text, FALSE);
}
