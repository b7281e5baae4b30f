/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-duration.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-error.h"

#define LONGEST (10000 * PRN_YEAR)
#define MOST_DIGITS 18

typedef struct {
  const char *name;
  gint64 us;
} Unit;

/* Largest first: the order in which a duration is written. */
static const Unit units[] = {
  { "y", PRN_YEAR }, { "mo", PRN_MONTH },   { "w", PRN_WEEK },   { "d", PRN_DAY },
  { "h", PRN_HOUR }, { "min", PRN_MINUTE }, { "s", PRN_SECOND },
};

#define FIRST_COMBINED 3 /* years, months and weeks stand alone */
#define SECONDS (G_N_ELEMENTS (units) - 1)

static gboolean
fail (GError **error, const char *text, const char *why)
{
  g_autofree char *quoted = prn_quote (text);

  g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE,
               _ ("%s is no duration: %s; expected terms of a number and s, min, h, d, w, mo or "
                  "y, like “1d12h”"),
               quoted, why);
  return FALSE;
}

/* A decimal number as digits / scale. */
static gboolean
read_number (const char **cursor, gint64 *digits, gint64 *scale)
{
  const char *p = *cursor;
  guint n = 0;

  *digits = 0;
  *scale = 1;
  if (!g_ascii_isdigit (*p))
    return FALSE;

  for (; g_ascii_isdigit (*p); p++, n += *digits > 0)
    if (n < MOST_DIGITS)
      *digits = *digits * 10 + (*p - '0');

  if (*p == '.') {
    p++;
    if (!g_ascii_isdigit (*p))
      return FALSE;
    for (; g_ascii_isdigit (*p); p++, n++) {
      if (n >= MOST_DIGITS)
        continue;
      *digits = *digits * 10 + (*p - '0');
      *scale *= 10;
    }
  }

  *cursor = p;
  return n <= MOST_DIGITS;
}

static const Unit *
read_unit (const char **cursor)
{
  const char *p = *cursor;
  gsize length = 0;

  while (g_ascii_isalpha (p[length]))
    length++;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (strlen (units[i].name) == length && memcmp (units[i].name, p, length) == 0) {
      *cursor = p + length;
      return &units[i];
    }
  }
  return NULL;
}

gboolean
prn_duration_parse (const char *text, gint64 *us, GError **error)
{
  const char *p = text;
  gint64 sum = 0;

  if (*p == '\0')
    return fail (error, text, _ ("it is empty"));

  while (*p != '\0') {
    gint64 digits, scale;
    const Unit *unit;
    __int128 product;

    if (!read_number (&p, &digits, &scale))
      return fail (error, text, _ ("a number is missing or too long"));
    unit = read_unit (&p);
    if (unit == NULL)
      return fail (error, text, _ ("a unit is missing or unknown"));

    product = (__int128) digits * unit->us;
    if (product % scale != 0)
      return fail (error, text, _ ("it is no whole number of microseconds"));
    if (product / scale > LONGEST - sum)
      return fail (error, text, _ ("it is longer than 10,000 years"));
    sum += (gint64) (product / scale);
  }

  *us = sum;
  return TRUE;
}

static void
append_seconds (GString *text, gint64 us)
{
  gint64 fraction = us % PRN_SECOND;

  g_string_append_printf (text, "%" G_GINT64_FORMAT, us / PRN_SECOND);
  if (fraction > 0) {
    g_string_append_printf (text, ".%06" G_GINT64_FORMAT, fraction);
    while (text->str[text->len - 1] == '0')
      g_string_truncate (text, text->len - 1);
  }
  g_string_append_c (text, 's');
}

char *
prn_duration_format (gint64 us)
{
  GString *text;

  g_return_val_if_fail (us >= 0, NULL);

  if (us == 0)
    return g_strdup ("0s");
  for (guint i = 0; i < FIRST_COMBINED; i++)
    if (us % units[i].us == 0)
      return g_strdup_printf ("%" G_GINT64_FORMAT "%s", us / units[i].us, units[i].name);

  text = g_string_new (NULL);
  for (guint i = FIRST_COMBINED; i < SECONDS; i++) {
    gint64 n = us / units[i].us;

    if (n > 0)
      g_string_append_printf (text, "%" G_GINT64_FORMAT "%s", n, units[i].name);
    us -= n * units[i].us;
  }
  if (us > 0)
    append_seconds (text, us);
  return g_string_free (text, FALSE);
}

char *
prn_duration_format_exact (gint64 us)
{
  g_autofree char *dense = prn_duration_format (us);
  GString *text = g_string_new (NULL);

  for (const char *p = dense; *p != '\0'; p++) {
    gboolean is_letter = g_ascii_isalpha (*p);

    if (p > dense && is_letter != (gboolean) g_ascii_isalpha (p[-1]))
      g_string_append_c (text, ' ');
    g_string_append_c (text, *p);
  }
  return g_string_free (text, FALSE);
}

gint64
prn_duration_of_seconds (double seconds)
{
  return isnan (seconds) ? 0 : (gint64) CLAMP (seconds * PRN_SECOND, 0, (double) LONGEST);
}

char *
prn_duration_format_short (gint64 us)
{
  /* Up to how many of a unit are still easy to read. */
  static const struct {
    const char *name;
    gint64 us;
    double most;
  } glance[] = {
    { "s", PRN_SECOND, 60 }, { "min", PRN_MINUTE, 60 }, { "h", PRN_HOUR, 48 },
    { "d", PRN_DAY, 61 },    { "mo", PRN_MONTH, 24 },   { "y", PRN_YEAR, G_MAXDOUBLE },
  };
  gboolean is_whole;
  guint i = 0;
  double value;

  g_return_val_if_fail (us >= 0, NULL);

  /* What would be rounded up to the limit belongs to the next unit. */
  while ((double) us / (double) glance[i].us >= glance[i].most - 0.5)
    i++;
  value = (double) us / (double) glance[i].us;

  is_whole = value >= 9.95 || fabs (value - round (value)) < .05;
  return g_strdup_printf (is_whole ? "%.0f %s" : "%.1f %s", value, glance[i].name);
}
