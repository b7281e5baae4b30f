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
