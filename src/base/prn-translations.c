/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-translations.h"

#include <libintl.h>

void
prn_translations_bind (const char *folder)
{
  const char *named = g_getenv ("PERENNIAL_LOCALE");

  bindtextdomain (GETTEXT_PACKAGE, named != NULL ? named : folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
