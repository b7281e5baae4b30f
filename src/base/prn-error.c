/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-error.h"

G_DEFINE_QUARK (prn-error-quark, prn_error)

void
prn_set_error_at (GError **error, PrnError code, const char *place, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (error == NULL)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, PRN_ERROR, code, "%s: %s", place, message);
}

char *
prn_quote (const char *text)
{
  const guint longest = 40;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *quoted = g_string_new ("“");
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (++n > longest) {
      g_string_append (quoted, "…");
      break;
    }
    g_string_append_unichar (quoted, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? 0xfffd : c);
  }
  g_string_append (quoted, "”");
  return g_string_free (quoted, FALSE);
}
