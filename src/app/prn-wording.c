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

#define NO_BREAK "\302\240" /* U+00A0 */
#define JOINER   "\342\201\240" /* U+2060: no line ends there */
#define UNIT_MAX 3 /* letters: `min` */

/* “%”, or a word as short as units are. */
static gboolean
is_unit (const char *word)
{
  int n = 0;

  if (*word == '%')
    return TRUE;
  while (g_ascii_isalpha (word[n]))
    n++;
  return n > 0 && n <= UNIT_MAX && !g_unichar_isalnum (g_utf8_get_char (word + n));
}

static gboolean
is_comparison (gunichar letter)
{
  return letter == 0x2265 || letter == 0x2264 || letter == '<' || letter == '>';
}

char *
prn_wording_unbroken (const char *text)
{
  GString *unbroken = g_string_new (NULL);
  gunichar before = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gboolean belongs = (g_unichar_isdigit (before) && is_unit (c + 1)) || is_comparison (before) ||
                       g_str_has_prefix (c + 1, "·");

    if (*c == ' ' && belongs)
      g_string_append (unbroken, NO_BREAK);
    else
      g_string_append_unichar (unbroken, g_utf8_get_char (c));
    if (g_str_has_prefix (c, "–") && g_unichar_isdigit (before))
      g_string_append (unbroken, JOINER);
    before = g_utf8_get_char (c);
  }
  return g_string_free (unbroken, FALSE);
}
