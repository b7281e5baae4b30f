/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-files.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "prn-cli-say.h"

gboolean
prn_cli_is_same_file (const char *a, const char *b)
{
  GStatBuf file_a, file_b;
  g_autofree char *full_a = NULL;
  g_autofree char *full_b = NULL;

  if (a == NULL || b == NULL || g_str_equal (a, "-") || g_str_equal (b, "-"))
    return FALSE;
  /* Devices and pipes can be read and written at once. */
  if (g_stat (a, &file_a) == 0 && g_stat (b, &file_b) == 0)
    return S_ISREG (file_a.st_mode) && file_a.st_dev == file_b.st_dev &&
           file_a.st_ino == file_b.st_ino;
  full_a = g_canonicalize_filename (a, NULL);
  full_b = g_canonicalize_filename (b, NULL);
  return g_str_equal (full_a, full_b);
}

/* What is read from the standard input is gone for whoever reads it next. */
static gboolean
read_input_once (const PrnCliCommand *command, const PrnCliFile *read, guint n_read)
{
  const PrnCliFile *first = NULL;

  for (guint i = 0; i < n_read; i++) {
    if (g_strcmp0 (read[i].path, "-") != 0)
      continue;
    if (first != NULL) {
      prn_cli_refuse (command, _ ("%s and %s are both “-”; only one can be the standard input"),
                      first->name, read[i].name);
      return FALSE;
    }
    first = &read[i];
  }
  return TRUE;
}

gboolean
prn_cli_files_differ (const PrnCliCommand *command,
                      const PrnCliFile *read,
                      guint n_read,
                      const PrnCliFile *written,
                      guint n_written)
{
  if (!read_input_once (command, read, n_read))
    return FALSE;
  for (guint i = 0; i < n_written; i++) {
    for (guint k = 0; k < n_read; k++) {
      if (!prn_cli_is_same_file (written[i].path, read[k].path))
        continue;
      prn_cli_refuse (command, _ ("%s: “%s” is read as %s and would be lost; name another file"),
                      written[i].name, written[i].path, read[k].name);
      return FALSE;
    }
    for (guint k = 0; k < i; k++) {
      if (!prn_cli_is_same_file (written[i].path, written[k].path))
        continue;
      prn_cli_refuse (command, _ ("%s: “%s” is written by %s as well; name another file"),
                      written[i].name, written[i].path, written[k].name);
      return FALSE;
    }
  }
  return TRUE;
}
