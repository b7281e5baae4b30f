/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "prn-duration.h"

char *
prn_wording_count (guint64 count)
{
  const struct lconv *conventions = localeconv ();
  const char *separator = conventions->thousands_sep;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  size_t n = strlen (digits);
  GString *text = g_string_new (NULL);

  if (separator[0] == '\0' || !g_utf8_validate (separator, -1, NULL))
    separator = ",";
  for (size_t i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append (text, separator);
    g_string_append_c (text, digits[i]);
  }
  return g_string_free (text, FALSE);
}

char *
prn_wording_sentence (const char *message)
{
  GString *text = g_string_new (NULL);
  gboolean open = FALSE;

  for (const char *c = message; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (letter == '`') {
      open = !open;
      letter = g_utf8_get_char (open ? "“" : "”");
    }
    g_string_append_unichar (text, c == message ? g_unichar_toupper (letter) : letter);
  }
  return g_string_free (text, FALSE);
}

char *
prn_wording_seconds (double seconds)
{
  if (isnan (seconds) || seconds < 0)
    return NULL;
  return prn_duration_format_short ((gint64) fmin (seconds * 1e6, 1e18));
}

char *
prn_wording_share (guint64 part, guint64 whole)
{
  double percent;

  if (whole == 0)
    return NULL;
  percent = 100.0 * (double) part / (double) whole;
  if (part > 0 && percent < 1)
    return g_strdup (_("< 1 %"));
  /* 100 % means all of them, so nothing less is rounded up to it. */
  if (part < whole && percent > 99)
    return g_strdup (_("> 99 %"));
  return g_strdup_printf (_("%.0f %%"), percent);
}

char *
prn_wording_day (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, _("%-d %B %Y")) : g_strdup ("");
}
