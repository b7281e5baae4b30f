/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ordinal.h"

#include <glib/gi18n-lib.h>

char *
prn_ordinal (guint n)
{
  /* Translators: a place in an order; translate all four alike if your language has one form. */
  static const char *const forms[] = { NC_ ("ordinal", "%uth"), NC_ ("ordinal", "%ust"),
                                       NC_ ("ordinal", "%und"), NC_ ("ordinal", "%urd") };
  gboolean is_regular = n % 10 > 3 || n / 10 % 10 == 1;

  return g_strdup_printf (
      g_dpgettext2 (GETTEXT_PACKAGE, "ordinal", forms[is_regular ? 0 : n % 10]), n);
}
