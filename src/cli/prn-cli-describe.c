/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-describe.h"

static char *
describe_delimiter (char delimiter)
{
  switch (delimiter) {
  case ',':
    return g_strdup (_ ("comma"));
  case ';':
    return g_strdup (_ ("semicolon"));
  case '\t':
    return g_strdup (_ ("tab"));
  case '|':
    return g_strdup (_ ("pipe"));
  default:
    return g_strdup_printf ("“%c”", delimiter);
  }
}

char *
prn_cli_describe_file (const PrnLogGuess *guess)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean csv = g_str_equal (guess->format, "csv");

  g_ptr_array_add (words, g_ascii_strup (guess->format, -1));
  if (!g_str_equal (guess->compression, "none"))
    g_ptr_array_add (words, g_strdup (guess->compression));

  if (csv) {
    g_ptr_array_add (words, describe_delimiter (guess->delimiter));
    g_ptr_array_add (words, g_strdup (guess->encoding));
    if (guess->has_bom)
      g_ptr_array_add (words, g_strdup (_ ("byte order mark")));
    g_ptr_array_add (words, g_strdup (guess->line_ends));
    g_ptr_array_add (words, g_strdup (guess->has_header ? _ ("header") : _ ("no header")));
  }

  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}
