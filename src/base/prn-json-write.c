/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-json-write.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define MOST_DIGITS  17 /* enough to tell any two numbers apart */
#define MANTISSA_MIN (G_GUINT64_CONSTANT (1) << 52)

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
prn_json_append_count (GString *text, guint64 value)
{
  char buffer[24];
  char *p = buffer + sizeof buffer;

  do {
    *--p = (char) ('0' + value % 10);
    value /= 10;
  } while (value > 0);
  g_string_append_len (text, p, buffer + sizeof buffer - p);
}

void
prn_json_append_integer (GString *text, gint64 value)
{
  if (value < 0)
    g_string_append_c (text, '-');
  prn_json_append_count (text, value < 0 ? -(guint64) value : (guint64) value);
}

/* Fifteen digits hold any decimal number that is that short, unless it is so small that the
 * machine itself has fewer. */
static int
find_digits_by_trial (double value, char *digits, int *exponent)
{
  int n = value < DBL_MIN ? 1 : DBL_DIG;

  for (;; n++) {
    char format[8], buffer[G_ASCII_DTOSTR_BUF_SIZE];

    g_snprintf (format, sizeof format, "%%.%de", n - 1);
    g_ascii_formatd (buffer, sizeof buffer, format, value);
    if (n < MOST_DIGITS && g_ascii_strtod (buffer, NULL) != value)
      continue;

    digits[0] = buffer[0];
    memcpy (digits + 1, buffer + 2, (gsize) MAX (n - 1, 0));
    *exponent = (int) g_ascii_strtoll (strchr (buffer, 'e') + 1, NULL, 10);
    return n;
  }
}

/* The whole number that @mantissa·@scale/2^@shift is nearest to, and whether as @decimal/@scale it
 * reads back as @mantissa/2^@shift. All of it is exact. */
static gboolean
find_nearest (guint64 mantissa, guint shift, unsigned __int128 scale, guint64 *decimal)
{
  unsigned __int128 product = mantissa * scale, unit = (unsigned __int128) 1 << shift;
  unsigned __int128 rest = product & (unit - 1);
  guint64 below = (guint64) (product >> shift);
  gboolean is_below = rest * 2 < unit || (rest * 2 == unit && below % 2 == 0);
  unsigned __int128 off = is_below ? rest : unit - rest;

  /* Up to half of the way to the machine's next number, which below a power of two is half as far;
   * from the middle an even mantissa is read. */
  *decimal = is_below ? below : below + 1;
  if (is_below && mantissa == MANTISSA_MIN)
    off *= 2;
  return off * 2 < scale || (off * 2 == scale && mantissa % 2 == 0);
}

/* The shortest digits that read back, and of those the nearest; the number is d1.d2d3... times 10 to
 * @exponent. Where products fit into 128 bits they are found without a trial. */
static int
find_digits (double value, char *digits, int *exponent)
{
  guint64 bits, mantissa, decimal, too_long = G_GUINT64_CONSTANT (1000000000000000);
  unsigned __int128 scale = 1;
  int n = DBL_DIG, binary;

  if (!(value >= 1e-5 && value < 1e15))
    return find_digits_by_trial (value, digits, exponent);

  memcpy (&bits, &value, sizeof bits);
  binary = (int) (bits >> 52) - 1023;
  mantissa = (bits & (MANTISSA_MIN - 1)) | MANTISSA_MIN;

  /* That of the power of two below the number may be one less than its own. */
  *exponent = (int) floor (binary * M_LN2 / M_LN10);
  for (int i = *exponent; i < n - 1; i++)
    scale *= 10;
  if ((guint64) (mantissa * scale >> (52 - binary)) >= too_long) {
    scale /= 10;
    ++*exponent;
  }

  while (!find_nearest (mantissa, (guint) (52 - binary), scale, &decimal) && n < MOST_DIGITS) {
    scale *= 10;
    too_long *= 10;
    n++;
  }
  if (decimal >= too_long) {
    decimal /= 10;
    ++*exponent;
  }
  for (int i = n; i-- > 0; decimal /= 10)
    digits[i] = (char) ('0' + decimal % 10);
  return n;
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
    g_string_append_len (text, "0.00000", 1 - exponent);
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
  char digits[MOST_DIGITS + 1];
  int n, exponent;

  g_return_if_fail (isfinite (value));

  if (value == 0) {
    g_string_append_c (text, '0');
    return;
  }
  if (value < 0)
    g_string_append_c (text, '-');
  n = find_digits (fabs (value), digits, &exponent);
  while (n > 1 && digits[n - 1] == '0')
    n--;
  append_laid_out (text, digits, n, exponent);
}
