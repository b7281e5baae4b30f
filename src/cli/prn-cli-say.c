/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-say.h"

#include <locale.h>
#include <stdio.h>

#include "prn-error.h"
#include "prn-output.h"
#include "prn-text-table.h"

static void
say_line (const char *text)
{
  g_autofree char *line = prn_text_table_clean (g_strdup (text));

  fprintf (stderr, "perennial-cli: %s\n", line);
}

void
prn_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  say_line (text);
}

void
prn_cli_say_in_english (void)
{
  setlocale (LC_MESSAGES, "C");
  setlocale (LC_NUMERIC, "C");
}

PrnCliStatus
prn_cli_fail (const GError *error)
{
  say_line (error->message);

  return g_error_matches (error, PRN_ERROR, PRN_ERROR_USAGE) ? PRN_CLI_USAGE : PRN_CLI_UNREADABLE;
}

PrnCliStatus
prn_cli_refuse (const PrnCliCommand *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  prn_cli_say (_ ("%s: %s (see “perennial-cli %s --help”)"), command->name, text, command->name);

  return PRN_CLI_USAGE;
}

PrnCliStatus
prn_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GBytes) content = bytes;
  g_autoptr (GError) error = NULL;

  if (prn_output_write (path != NULL ? path : "-", content, &error))
    return PRN_CLI_DONE;

  prn_cli_fail (error);

  return PRN_CLI_UNREADABLE;
}

PrnCliStatus
prn_cli_write_text (const char *path, GString *text)
{
  return prn_cli_write (path, g_string_free_to_bytes (text));
}
