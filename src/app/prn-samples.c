/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-samples.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"

#define SAMPLE_MAP "saas-sample.lifecycle.json"
#define SAMPLE_LOG "saas-sample.csv"

static gboolean
look_in (const char *folder, char **map, char **log)
{
  g_autofree char *map_path = g_build_filename (folder, SAMPLE_MAP, NULL);
  g_autofree char *log_path = g_build_filename (folder, SAMPLE_LOG, NULL);

  if (!g_file_test (map_path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_test (log_path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  *map = g_steal_pointer (&map_path);
  *log = g_steal_pointer (&log_path);
  return TRUE;
}

/* A program that was moved has its data beside it; one that was not installed stands somewhere
 * below the tree it was built in. */
static gboolean
look_beside_program (char **map, char **log)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  while (folder != NULL && !g_str_equal (folder, G_DIR_SEPARATOR_S)) {
    g_autofree char *shared = g_build_filename (folder, "share", "perennial", "samples", NULL);
    g_autofree char *source = g_build_filename (folder, "data", "samples", NULL);
    char *parent;

    if (look_in (shared, map, log) || look_in (source, map, log))
      return TRUE;
    parent = g_path_get_dirname (folder);
    g_free (folder);
    folder = parent;
  }
  return FALSE;
}

gboolean
prn_samples_find (char **map, char **log, GError **error)
{
  const char *named = g_getenv ("PERENNIAL_SAMPLES");

  if ((named != NULL && look_in (named, map, log)) || look_in (PRN_SAMPLES_DIR, map, log) ||
      look_beside_program (map, log))
    return TRUE;
  prn_set_error_at (error, PRN_ERROR_IO, PRN_SAMPLES_DIR,
                    _("The sample map and log are not there; install the program again"));
  return FALSE;
}
