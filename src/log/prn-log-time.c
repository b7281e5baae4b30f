/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-time.h"

#include <string.h>

#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-log-hash.h"
#include "prn-log-time-parts.h"
#include "prn-log-time-pattern.h"

void
prn_time_reader_init (PrnTimeReader *reader, const PrnTimeFormat *format, PrnZone *zone)
{
  *reader = (PrnTimeReader){ .format = *format, .zone = zone };
}

static gboolean
finish (PrnTimeReader *reader, const PrnTimeParts *parts, gint64 *instant)
{
  gint64 day, us;

  if (!prn_time_day (parts, &day) || !prn_time_of_day (parts, &us))
    return FALSE;
  us += day * PRN_DAY;
  if (parts->has_offset)
    us -= parts->offset * PRN_SECOND;
  else if (reader->zone != NULL)
    us = prn_zone_to_utc (reader->zone, us);
  *instant = us;
  return us >= PRN_INSTANT_MIN && us <= PRN_INSTANT_MAX;
}

/* What may stand between a date and a clock: T, a comma, white space, `at`. */
static void
skip_between (PrnTimeCursor *cursor)
{
  if (prn_time_char (cursor, 'T') || prn_time_char (cursor, 't'))
    return;
  prn_time_char (cursor, ',');
  prn_time_space (cursor);
  if (cursor->end - cursor->at > 3 && g_ascii_strncasecmp (cursor->at, "at ", 3) == 0)
    cursor->at += 3;
  if (cursor->end - cursor->at > 2 && memcmp (cursor->at, "- ", 2) == 0)
    cursor->at += 2;
}

/* After the date: the end, or a clock and then the end. */
static gboolean
read_rest (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  PrnTimeCursor date_end = *cursor;

  if (cursor->at == cursor->end)
    return TRUE;
  skip_between (cursor);
  if (cursor->at == date_end.at)
    return FALSE;
  if (!prn_time_clock (cursor, parts))
    return FALSE;
  return cursor->at == cursor->end;
}

static gboolean
is_date_separator (char c)
{
  return c == '-' || c == '/' || c == '.';
}

/* Three numbers between the same separators. */
static gboolean
read_numeric_date (PrnTimeCursor *cursor, PrnTimeKind kind, PrnTimeParts *parts)
{
  guint *first = kind == PRN_TIME_DAY_FIRST ? &parts->day : &parts->month;
  guint *second = kind == PRN_TIME_DAY_FIRST ? &parts->month : &parts->day;
  guint n;
  char separator;

  if (kind == PRN_TIME_YEAR_FIRST) {
    if (!prn_time_number (cursor, 4, 4, &parts->year, &n))
      return FALSE;
  } else if (!prn_time_number (cursor, 1, 2, first, &n)) {
    return FALSE;
  }
  if (cursor->at >= cursor->end || !is_date_separator (*cursor->at))
    return FALSE;
  separator = *cursor->at++;
  if (kind == PRN_TIME_YEAR_FIRST)
    return prn_time_number (cursor, 1, 2, &parts->month, &n) && prn_time_char (cursor, separator) &&
           prn_time_number (cursor, 1, 2, &parts->day, &n);
  /* `1. 2. 2026` has spaces. */
  prn_time_space (cursor);
  if (!prn_time_number (cursor, 1, 2, second, &n) || !prn_time_char (cursor, separator))
    return FALSE;
  prn_time_space (cursor);
  return prn_time_year (cursor, &parts->year);
}

/* White space, hyphens, full stops, commas, and the letters of `21st`, `de`. */
static void
skip_date_glue (PrnTimeCursor *cursor, gboolean after_day)
{
  static const char *const suffixes[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; after_day && i < G_N_ELEMENTS (suffixes); i++) {
    if (cursor->end - cursor->at >= 2 && g_ascii_strncasecmp (cursor->at, suffixes[i], 2) == 0) {
      cursor->at += 2;
      break;
    }
  }
  while (cursor->at < cursor->end && strchr ("-./, ", *cursor->at) != NULL)
    cursor->at++;
}

/* Sat Nov 21 10:00:00 [UTC] 2026, as ctime() and date write it; behind the day. */
static gboolean
read_ctime_rest (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  PrnTimeCursor ahead = *cursor;
  guint n;

  if (!prn_time_clock (&ahead, parts))
    return FALSE;
  prn_time_space (&ahead);
  if (!prn_time_number (&ahead, 4, 4, &parts->year, &n) || ahead.at != ahead.end)
    return FALSE;
  *cursor = ahead;
  return TRUE;
}

static gboolean
read_month_name_time (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  guint first = 0, n = 0;
  gboolean month_first;

  if (prn_time_weekday (cursor))
    skip_date_glue (cursor, FALSE);
  month_first = prn_time_month_name (cursor, &parts->month);
  if (month_first) {
    skip_date_glue (cursor, FALSE);
    if (!prn_time_number (cursor, 1, 2, &parts->day, &n))
      return FALSE;
    skip_date_glue (cursor, TRUE);
    if (read_ctime_rest (cursor, parts))
      return TRUE;
    parts->hour = parts->minute = parts->second = 0;
    return prn_time_year (cursor, &parts->year) && read_rest (cursor, parts);
  }

  if (!prn_time_number (cursor, 1, 4, &first, &n) || n == 3)
    return FALSE;
  skip_date_glue (cursor, n <= 2);
  if (!prn_time_month_name (cursor, &parts->month))
    return FALSE;
  skip_date_glue (cursor, FALSE);
  if (n == 4) {
    parts->year = first;
    return prn_time_number (cursor, 1, 2, &parts->day, &n) && read_rest (cursor, parts);
  }
  parts->day = first;
  return prn_time_year (cursor, &parts->year) && read_rest (cursor, parts);
}

/* YYYYMMDD, hhmm, ss, a fraction and a zone, with T or a space between date and clock. */
static gboolean
read_compact_time (PrnTimeCursor *cursor, PrnTimeParts *parts)
{
  guint n;

  if (!prn_time_number (cursor, 4, 4, &parts->year, &n) ||
      !prn_time_number (cursor, 2, 2, &parts->month, &n) ||
      !prn_time_number (cursor, 2, 2, &parts->day, &n))
    return FALSE;
  if (cursor->at == cursor->end)
    return TRUE;
  skip_between (cursor);
  if (cursor->end - cursor->at > 2 && cursor->at[2] == ':')
    return prn_time_clock (cursor, parts) && cursor->at == cursor->end;
  if (!prn_time_number (cursor, 2, 2, &parts->hour, &n) ||
      !prn_time_number (cursor, 2, 2, &parts->minute, &n))
    return FALSE;
  prn_time_number (cursor, 2, 2, &parts->second, &n);
  if (cursor->at < cursor->end && (*cursor->at == '.' || *cursor->at == ',') &&
      !prn_time_fraction (cursor, &parts->microsecond))
    return FALSE;
  prn_time_zone (cursor, parts);
  return cursor->at == cursor->end;
}

/* A number with an optional sign and fraction, in units of @unit nanoseconds; or in scientific
 * notation, as spreadsheets save it. */
static gboolean
read_epoch (const char *text, gsize length, gint64 unit, gint64 *instant)
{
  PrnTimeCursor cursor = { text, text + length };
  gboolean negative = prn_time_char (&cursor, '-');
  gint64 whole = 0, us, rest = 0, scale = unit;
  guint n = 0;

  for (; cursor.at < cursor.end && g_ascii_isdigit (*cursor.at); cursor.at++, n++) {
    if (n >= 18 && whole > (G_MAXINT64 - 9) / 10)
      return FALSE;
    whole = whole * 10 + (*cursor.at - '0');
  }
  if (n == 0)
    return FALSE;
  if (prn_time_char (&cursor, '.'))
    for (; cursor.at < cursor.end && g_ascii_isdigit (*cursor.at); cursor.at++) {
      scale /= 10;
      rest += (*cursor.at - '0') * scale;
    }
  if (cursor.at != cursor.end)
    return FALSE;

  if (unit == 1) {
    us = whole / 1000;
    rest += whole % 1000;
  } else {
    if (whole > PRN_INSTANT_MAX / (unit / 1000))
      return FALSE;
    us = whole * (unit / 1000) + rest / 1000;
    rest %= 1000;
  }
  *instant = negative ? -us - (rest > 0) : us;
  return *instant >= PRN_INSTANT_MIN && *instant <= PRN_INSTANT_MAX;
}

/* Eight bytes `hh:mm:ss` at once: microseconds since midnight, -1 when they are none. */
static inline gint64
read_clock (const char *text)
{
  const guint64 zeros = G_GUINT64_CONSTANT (0x30303a30303a3030); /* 00:00:00, last byte first */
  const guint64 excess =
      G_GUINT64_CONSTANT (0x76767f76767f7676); /* carries over 9, for colons over 0 */
  guint64 digits = GUINT64_FROM_LE (prn_hash_load64 (text)) ^ zeros;
  guint64 pairs = digits * 10 + (digits >> 8);
  guint hour = pairs & 0xff, minute = pairs >> 24 & 0xff, second = pairs >> 48 & 0xff;

  if ((((digits + excess) | digits) & G_GUINT64_CONSTANT (0x8080808080808080)) != 0 || hour > 23 ||
      minute > 59 || second > 59)
    return -1;
  return (gint64) ((hour * 60 + minute) * 60 + second) * PRN_SECOND;
}

/* Two digits at once; more than any year if they are none. */
static inline guint
two_digits (const char *text)
{
  guint tens = (guint8) (text[0] - '0'), ones = (guint8) (text[1] - '0');

  return tens > 9 || ones > 9 ? 10000 : tens * 10 + ones;
}

/* Reads the YYYY-MM-DD that a time of at least 19 bytes begins with, and remembers it. */
static gboolean
learn_day (PrnTimeReader *reader, const char *text)
{
  PrnTimeParts parts = {
    .year = two_digits (text) * 100 + two_digits (text + 2),
    .month = two_digits (text + 5),
    .day = two_digits (text + 8),
  };
  gint64 day;

  if (text[4] != '-' || text[7] != '-' || !prn_time_day (&parts, &day))
    return FALSE;
  reader->day_text = prn_hash_load64 (text);
  reader->day_text_end = (guint32) ((guint8) text[8] | (guint8) text[9] << 8);
  reader->day = day * PRN_DAY;
  return TRUE;
}

/* YYYY-MM-DD?hh:mm:ss with an optional fraction and offset: how most logs write, and mostly the
 * same day again. */
static inline gboolean
read_fast (PrnTimeReader *reader, const char *text, gsize length, gint64 *instant)
{
  guint32 day_text_end = (guint32) ((guint8) text[8] | (guint8) text[9] << 8);
  PrnTimeCursor cursor = { text + 19, text + length };
  gboolean has_offset = FALSE;
  gint64 clock;

  if (text[10] != ' ' && text[10] != 'T')
    return FALSE;
  if ((prn_hash_load64 (text) != reader->day_text || day_text_end != reader->day_text_end) &&
      !learn_day (reader, text))
    return FALSE;
  clock = read_clock (text + 11);
  if (clock < 0)
    return FALSE;
  if (cursor.at < cursor.end) {
    guint microsecond = 0;
    gint32 offset = 0;

    if (*cursor.at == '.' && !prn_time_fraction (&cursor, &microsecond))
      return FALSE;
    has_offset = cursor.at < cursor.end;
    if (has_offset && !prn_zone_offset_parse (cursor.at, (gsize) (cursor.end - cursor.at), &offset))
      return FALSE;
    clock += microsecond - offset * PRN_SECOND;
  }
  *instant = reader->day + clock;
  if (!has_offset && reader->zone != NULL)
    *instant = prn_zone_to_utc (reader->zone, *instant);
  return *instant >= PRN_INSTANT_MIN && *instant <= PRN_INSTANT_MAX;
}

G_NO_INLINE static gboolean
read_slowly (PrnTimeReader *reader, const char *text, gsize length, gint64 *instant)
{
  PrnTimeCursor cursor = { text, text + length };
  PrnTimeParts parts = { 0 };

  switch (reader->format.kind) {
  case PRN_TIME_YEAR_FIRST:
    if (!read_numeric_date (&cursor, PRN_TIME_YEAR_FIRST, &parts) || !read_rest (&cursor, &parts))
      return FALSE;
    break;
  case PRN_TIME_DAY_FIRST:
  case PRN_TIME_MONTH_FIRST:
    if (!read_numeric_date (&cursor, reader->format.kind, &parts) || !read_rest (&cursor, &parts))
      return FALSE;
    break;
  case PRN_TIME_MONTH_NAME:
    if (!read_month_name_time (&cursor, &parts))
      return FALSE;
    break;
  case PRN_TIME_COMPACT:
    if (!read_compact_time (&cursor, &parts))
      return FALSE;
    break;
  case PRN_TIME_EPOCH_S:
    return read_epoch (text, length, 1000000000, instant);
  case PRN_TIME_EPOCH_MS:
    return read_epoch (text, length, 1000000, instant);
  case PRN_TIME_EPOCH_US:
    return read_epoch (text, length, 1000, instant);
  case PRN_TIME_EPOCH_NS:
    return read_epoch (text, length, 1, instant);
  case PRN_TIME_PATTERN:
    if (!prn_time_pattern_read (reader->format.pattern, text, length, &parts))
      return FALSE;
    break;
  case PRN_TIME_N_KINDS:
  default:
    return FALSE;
  }
  return finish (reader, &parts, instant);
}

gboolean
prn_time_read (PrnTimeReader *reader, const char *text, gsize length, gint64 *instant)
{
  if (G_LIKELY (reader->format.kind == PRN_TIME_YEAR_FIRST && length >= 19 &&
                read_fast (reader, text, length, instant)))
    return TRUE;
  return read_slowly (reader, text, length, instant);
}
