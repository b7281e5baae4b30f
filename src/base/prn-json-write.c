/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-json-write.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define NO_EXPONENT_BELOW 1e15 /* integers below are exact and have at most 15 digits */
#define MOST_DIGITS 17         /* enough to tell any two numbers apart */

static void
append_escape (GString *text, guchar c)
{
  switch (c) {
  case '"':
  case '\\':
    g_string_append_c (text, '\\');
    g_string_append_c (text, (char) c);
    break;
  case '\b':
    g_string_append (text, "\\b");
    break;
  case '\f':
    g_string_append (text, "\\f");
    break;
  case '\n':
    g_string_append (text, "\\n");
    break;
  case '\r':
    g_string_append (text, "\\r");
    break;
  case '\t':
    g_string_append (text, "\\t");
    break;
  default:
    g_string_append_printf (text, "\\u%04x", c);
  }
}

void
prn_json_append_string (GString *text, const char *value)
{
  const char *plain = value;

  g_string_append_c (text, '"');
  for (const char *p = value;; p++) {
    guchar c = (guchar) *p;

    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    g_string_append_len (text, plain, p - plain);
    if (c == '\0')
      break;
    append_escape (text, c);
    plain = p + 1;
  }
  g_string_append_c (text, '"');
}

void
prn_json_append_integer (GString *text, gint64 value)
{
  char buffer[24];
  char *p = buffer + sizeof buffer;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do {
    *--p = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    *--p = '-';
  g_string_append_len (text, p, buffer + sizeof buffer - p);
}

/* A number with few decimals is i/10^k. Both are exact, so the division is rounded once, as
 * reading the decimal number would be; the smallest such k gives the shortest text. */
static gboolean
append_short_decimal (GString *text, double value)
{
  double scale = 1;

  for (guint k = 0; k <= 6; k++, scale *= 10) {
    double scaled = round (value * scale);

    if (fabs (scaled) >= NO_EXPONENT_BELOW)
      return FALSE;
    if (scaled / scale != value)
      continue;

    if (scaled < 0)
      g_string_append_c (text, '-');
    scaled = fabs (scaled);
    prn_json_append_integer (text, (gint64) (scaled / scale));
    if (k > 0) {
      char digits[8];
      gint64 fraction = (gint64) scaled % (gint64) scale;

      for (guint i = k; i > 0; i--, fraction /= 10)
        digits[i] = (char) ('0' + fraction % 10);
      digits[0] = '.';
      g_string_append_len (text, digits, k + 1);
    }
    return TRUE;
  }
  return FALSE;
}

/* Fifteen digits hold any decimal number that is that short, unless it is so small that the
 * machine itself has fewer. */
static void
shortest_digits (double value, char *buffer, int size)
{
  int digits = fabs (value) < DBL_MIN ? 1 : DBL_DIG;

  for (; digits <= MOST_DIGITS; digits++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%de", digits - 1);
    g_ascii_formatd (buffer, size, format, value);
    if (g_ascii_strtod (buffer, NULL) == value)
      return;
  }
}

/* @digits are d1 d2 d3 ..., the number is d1.d2d3... × 10^@exponent; layout of ECMA-262,
 * Number::toString. */
static void
append_laid_out (GString *text, const char *digits, int n, int exponent)
{
  if (exponent >= 21 || exponent < -6) {
    g_string_append_c (text, digits[0]);
    if (n > 1) {
      g_string_append_c (text, '.');
      g_string_append_len (text, digits + 1, n - 1);
    }
    g_string_append_printf (text, "e%+d", exponent);
  } else if (exponent < 0) {
    g_string_append (text, "0.");
    for (int i = -1; i > exponent; i--)
      g_string_append_c (text, '0');
    g_string_append_len (text, digits, n);
  } else {
    for (int i = 0; i < MAX (n, exponent + 1); i++) {
      if (i == exponent + 1)
        g_string_append_c (text, '.');
      g_string_append_c (text, i < n ? digits[i] : '0');
    }
  }
}

void
prn_json_append_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char digits[MOST_DIGITS + 1];
  int n = 0;
  const char *p = buffer;

  g_return_if_fail (isfinite (value));

  if (append_short_decimal (text, value))
    return;

  shortest_digits (value, buffer, sizeof buffer);
  if (*p == '-')
    g_string_append_c (text, *p++);
  for (; *p != 'e'; p++)
    if (*p != '.')
      digits[n++] = *p;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  append_laid_out (text, digits, n, (int) g_ascii_strtoll (p + 1, NULL, 10));
}
