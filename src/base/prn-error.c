/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-error.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (++n > longest) {
      g_string_append (shown, "…");
      break;
    }
    g_string_append_unichar (shown, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? 0xfffd : c);
  }
  /* Translators: a name from a file within a message, in the quotation marks of your language. */
  return g_strdup_printf (_ ("“%s”"), shown->str);
}
