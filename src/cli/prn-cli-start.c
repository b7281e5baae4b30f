/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-start.h"

#include <langinfo.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>

#include "prn-translations.h"

/* Names in maps and logs are UTF-8 whatever the terminal is set to. A locale that knows ASCII
 * alone (a cron job, a container) would make every other letter in an argument an error, so the
 * characters become UTF-8 there, as Python does (PEP 538). The terminal is still drawn for ASCII.
 */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");

  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");

  prn_translations_bind (PRN_LOCALE_DIR);
}

/* The curves of a report come and go one after the other: given back to the system each time, their
 * pages would have to be cleared again, which takes longer than making them. */
static void
keep_small_blocks (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 8 * 1024 * 1024);
#endif
}

void
prn_cli_start (void)
{
  /* Whoever reads our output may stop reading: then there is nobody left to tell. */
  signal (SIGPIPE, SIG_DFL);
  keep_small_blocks ();
  set_locale ();
  g_set_prgname ("perennial-cli");
}
