/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-number.h"

#include <langinfo.h>

/* A locale without one says nothing of how its readers group digits; only a comma would then be
 * taken for the decimal one. */
static const char *
thousands_separator (void)
{
  const char *separator = nl_langinfo (THOUSEP);

  if (*separator != '\0' && g_utf8_validate (separator, -1, NULL))
    return separator;
  return g_str_equal (nl_langinfo (RADIXCHAR), ".") ? "," : " ";
}

char *
prn_number_grouped (guint64 number)
{
  const char *separator = thousands_separator ();
  char digits[32];
  int n = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append (text, separator);
    g_string_append_c (text, digits[i]);
  }

  return g_string_free (text, FALSE);
}
