/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "prn-application.h"
#include "prn-translations.h"

/* Pictures of the window's size come and go with every frame: given back to the system each time,
 * their pages would have to be cleared again, which takes longer than painting them. */
static void
keep_large_blocks (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024 * 1024);
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (PrnApplication) application = NULL;

  keep_large_blocks ();
  setlocale (LC_ALL, "");
  prn_translations_bind (PRN_LOCALE_DIR);
  textdomain (GETTEXT_PACKAGE);

  application = prn_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
