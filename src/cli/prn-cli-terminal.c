/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Asks for the locale of the environment: the program's own may have been changed since. */
gboolean
prn_cli_terminal_is_utf8 (void)
{
  locale_t locale = newlocale (LC_CTYPE_MASK, "", (locale_t) 0);
  gboolean is_utf8;

  if (locale == (locale_t) 0)
    return FALSE;

  is_utf8 = g_str_equal (nl_langinfo_l (CODESET, locale), "UTF-8");
  freelocale (locale);

  return is_utf8;
}

/* What COLUMNS in the environment says, else the terminal's width, else @otherwise. */
static guint
columns_or (guint otherwise)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 asked;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT16, &asked, NULL))
    return (guint) CLAMP (asked, 60, 120);
  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return otherwise;

  return CLAMP (size.ws_col, 60, 120);
}

guint
prn_cli_terminal_columns (void)
{
  return columns_or (100);
}

guint
prn_cli_terminal_list_columns (void)
{
  return columns_or (G_MAXUINT);
}
