/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-time-format.h"

#include <langinfo.h>
#include <string.h>

#include "prn-instant.h"
#include "prn-log-time-parts.h"
#include "prn-log-time-pattern.h"

static const struct {
  const char *name;
  PrnTimeKind kind;
} names[] = {
  { "epoch-s", PRN_TIME_EPOCH_S },   { "epoch-ms", PRN_TIME_EPOCH_MS },
  { "epoch-us", PRN_TIME_EPOCH_US }, { "epoch-ns", PRN_TIME_EPOCH_NS },
  { "epoch", PRN_TIME_EPOCH_S },     { "unix", PRN_TIME_EPOCH_S },
  { "iso", PRN_TIME_YEAR_FIRST },    { "iso8601", PRN_TIME_YEAR_FIRST },
  { "ymd", PRN_TIME_YEAR_FIRST },    { "dmy", PRN_TIME_DAY_FIRST },
  { "mdy", PRN_TIME_MONTH_FIRST },   { "compact", PRN_TIME_COMPACT },
};

/* `DD/MM/YYYY hh:mm`: what counts is the order of the letters. The first M is the month's, for the
 * date comes first. */
static gboolean
parse_letters (const char *text, PrnTimeKind *kind)
{
  const char *year = strpbrk (text, "Yy");
  const char *day = strpbrk (text, "Dd");
  const char *month = strpbrk (text, "Mm");

  if (year == NULL || day == NULL || month == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (month, "mmm", 3) == 0)
    *kind = PRN_TIME_MONTH_NAME;
  else if (g_ascii_strncasecmp (text, "yyyymmdd", 8) == 0)
    *kind = PRN_TIME_COMPACT;
  else if (year < month && month < day)
    *kind = PRN_TIME_YEAR_FIRST;
  else if (day < month && month < year)
    *kind = PRN_TIME_DAY_FIRST;
  else if (month < day && day < year)
    *kind = PRN_TIME_MONTH_FIRST;
  else
    return FALSE;
  return TRUE;
}

gboolean
prn_time_format_parse (const char *text, PrnTimeFormat *format)
{
  *format = (PrnTimeFormat){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_ascii_strcasecmp (text, names[i].name) == 0) {
      format->kind = names[i].kind;
      return TRUE;
    }
  }
  if (strchr (text, '%') != NULL) {
    format->kind = PRN_TIME_PATTERN;
    format->pattern = text;
    return prn_time_pattern_is_known (text);
  }
  return parse_letters (text, &format->kind);
}

void
prn_time_sample_clear (PrnTimeSample *sample)
{
  for (guint i = 0; i < PRN_TIME_N_KINDS; i++)
    g_free (sample->spelling[i]);
  *sample = (PrnTimeSample){ 0 };
}

void
prn_time_sample_weigh (PrnTimeSample *sample, const char *text, gsize length)
{
  PrnTimeCursor cursor = { text, text + length };
  guint first, second;

  if (!prn_time_number (&cursor, 1, 2, &first, NULL) || cursor.at == cursor.end ||
      g_ascii_isalnum (*cursor.at))
    return;
  cursor.at++;
  prn_time_space (&cursor);
  if (!prn_time_number (&cursor, 1, 2, &second, NULL))
    return;
  sample->day_over_12 += first > 12 && second <= 12;
  sample->month_over_12 += second > 12 && first <= 12;
}

static gboolean
is_number (const char *text, gsize length)
{
  gsize i = text[0] == '-';
  gsize n_points = 0;

  if (i == length)
    return FALSE;
  for (; i < length; i++) {
    if (text[i] == '.')
      n_points++;
    else if (!g_ascii_isdigit (text[i]))
      return FALSE;
  }
  return n_points <= 1;
}

static gboolean
has_lone_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    gboolean begins = i == 0 || (!g_ascii_isdigit (text[i - 1]) && text[i - 1] != '.');
    gboolean ends = i + 1 == length || !g_ascii_isdigit (text[i + 1]);

    if (g_ascii_isdigit (text[i]) && begins && ends && i + 1 < length)
      return TRUE;
    if (i > 0 && text[i - 1] == '.' && g_ascii_isdigit (text[i]) && i + 1 < length &&
        text[i + 1] == '.')
      return TRUE;
  }
  return FALSE;
}

static gboolean
states_offset (const char *text, gsize length)
{
  const char *colon = memchr (text, ':', length);

  if (colon == NULL)
    return text[length - 1] == 'Z';
  for (const char *at = colon; at < text + length; at++)
    if (*at == 'Z' || *at == 'z' || *at == '+' || *at == '-' || g_ascii_toupper (*at) == 'T')
      return TRUE;
  return FALSE;
}

void
prn_time_sample_add (PrnTimeSample *sample, const char *text, gsize length)
{
  gint64 instant;

  if (length == 0)
    return;
  sample->n_values++;
  if (length > 64)
    return;
  for (guint kind = 0; kind < PRN_TIME_PATTERN; kind++) {
    PrnTimeReader reader;

    prn_time_reader_init (&reader, &(PrnTimeFormat){ .kind = (PrnTimeKind) kind }, NULL);
    if (!prn_time_read (&reader, text, length, &instant))
      continue;
    sample->n_fit[kind]++;
    if (sample->spelling[kind] == NULL || strlen (sample->spelling[kind]) < length) {
      g_free (sample->spelling[kind]);
      sample->spelling[kind] = g_strndup (text, length);
    }
  }
  if (is_number (text, length)) {
    g_autofree char *number = g_strndup (text, length);

    sample->largest = MAX (sample->largest, ABS (g_ascii_strtod (number, NULL)));
  } else {
    prn_time_sample_weigh (sample, text, length);
    sample->unpadded = sample->unpadded || has_lone_digit (text, length);
    sample->n_offset += states_offset (text, length);
  }
}

/* Seconds up to the year 5138, milliseconds from 1973 on, and so on. */
static PrnTimeKind
epoch_unit (double largest)
{
  return largest < 1e11   ? PRN_TIME_EPOCH_S
         : largest < 1e14 ? PRN_TIME_EPOCH_MS
         : largest < 1e17 ? PRN_TIME_EPOCH_US
                          : PRN_TIME_EPOCH_NS;
}

PrnTimeKind
prn_time_sample_kind (const PrnTimeSample *sample, double *share)
{
  static const PrnTimeKind order[] = { PRN_TIME_YEAR_FIRST, PRN_TIME_DAY_FIRST,
                                       PRN_TIME_MONTH_FIRST, PRN_TIME_MONTH_NAME,
                                       PRN_TIME_COMPACT };
  PrnTimeKind best = PRN_TIME_YEAR_FIRST;
  PrnTimeKind epoch = epoch_unit (sample->largest);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (sample->n_fit[order[i]] > sample->n_fit[best])
      best = order[i];
  /* Numbers count from 1970 unless most are dates of eight or more digits. */
  if (sample->n_fit[epoch] > sample->n_fit[best] &&
      !(best == PRN_TIME_COMPACT && sample->n_fit[best] * 2 >= sample->n_values))
    best = epoch;
  if (best == PRN_TIME_DAY_FIRST && sample->n_fit[best] == sample->n_fit[PRN_TIME_MONTH_FIRST] &&
      sample->month_over_12 > sample->day_over_12)
    best = PRN_TIME_MONTH_FIRST;
  *share = sample->n_values > 0 ? (double) sample->n_fit[best] / (double) sample->n_values : 0;
  return best;
}

gboolean
prn_time_sample_is_open (const PrnTimeSample *sample, PrnTimeKind kind)
{
  return (kind == PRN_TIME_DAY_FIRST || kind == PRN_TIME_MONTH_FIRST) &&
         sample->day_over_12 == sample->month_over_12;
}

gboolean
prn_time_locale_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "deD");
  const char *month = strpbrk (format, "mbBD");

  return day != NULL && month != NULL && month <= day;
}

/* The clock behind a date, letter by letter. */
static void
append_clock (GString *name, const char *text, gboolean unpadded)
{
  const char *at = text;
  const char *const parts[] = { unpadded ? "h" : "hh", ":mm", ":ss" };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && g_ascii_isdigit (*at); i++) {
    g_string_append (name, parts[i]);
    while (g_ascii_isdigit (*at))
      at++;
    if (*at != ':')
      break;
    at++;
  }
  if (*at == '.' || *at == ',') {
    g_string_append_c (name, *at++);
    for (; g_ascii_isdigit (*at); at++)
      g_string_append_c (name, 'f');
  }
  while (*at == ' ')
    at++;
  if (g_ascii_tolower (*at) == 'a' || g_ascii_tolower (*at) == 'p') {
    g_string_append (name, " AM");
    at = strpbrk (at, " +-");
    while (at != NULL && *at == ' ')
      at++;
  }
  if (at != NULL && *at != '\0')
    g_string_append (name, "Z");
}

static char *
name_numeric (const PrnTimeSample *sample, PrnTimeKind kind, const char *text)
{
  const char *digits = "0123456789";
  char separator = text[strspn (text, digits)];
  const char *third = strchr (strchr (text, separator) + 1, separator) + 1;
  const char *d = sample->unpadded ? "D" : "DD";
  const char *m = sample->unpadded ? "M" : "MM";
  const char *y = "YYYY";
  GString *name = g_string_new (NULL);
  const char *at = third + strspn (third, " ");

  if (kind != PRN_TIME_YEAR_FIRST && strspn (at, digits) == 2)
    y = "YY";
  g_string_printf (name, "%s%c%s%c%s",
                   kind == PRN_TIME_YEAR_FIRST  ? y
                   : kind == PRN_TIME_DAY_FIRST ? d
                                                : m,
                   separator, kind == PRN_TIME_MONTH_FIRST ? d : m, separator,
                   kind == PRN_TIME_YEAR_FIRST ? d : y);
  at += strspn (at, digits);
  if (*at != '\0') {
    g_string_append_c (name, g_ascii_toupper (*at) == 'T' ? 'T' : ' ');
    append_clock (name, at + strcspn (at, digits), sample->unpadded);
  }
  return g_string_free (name, FALSE);
}

char *
prn_time_format_name (const PrnTimeSample *sample, PrnTimeKind kind)
{
  const char *text = sample->spelling[kind];
  gsize n_digits;

  for (guint i = 0; i < 4; i++)
    if (names[i].kind == kind)
      return g_strdup (names[i].name);
  if (kind == PRN_TIME_MONTH_NAME)
    return g_strdup ("D MMM YYYY");
  if (text == NULL)
    return g_strdup (kind == PRN_TIME_COMPACT       ? "YYYYMMDD"
                     : kind == PRN_TIME_DAY_FIRST   ? "DD/MM/YYYY"
                     : kind == PRN_TIME_MONTH_FIRST ? "MM/DD/YYYY"
                                                    : "YYYY-MM-DD");
  if (kind != PRN_TIME_COMPACT)
    return name_numeric (sample, kind, text);
  n_digits = strspn (text, "0123456789");
  return g_strdup (n_digits == 8    ? (text[8] == 'T' ? "YYYYMMDDThhmmss" : "YYYYMMDD")
                   : n_digits == 12 ? "YYYYMMDDhhmm"
                                    : "YYYYMMDDhhmmss");
}
