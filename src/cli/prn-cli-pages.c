/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-pages.h"

#include <string.h>

#include "prn-cli-say.h"

/* `tour.png` and 1 make `tour-1.png`; the path is known to have an ending. */
static char *
numbered_path (const char *path, guint number)
{
  const char *ending = strrchr (path, '.');

  return g_strdup_printf ("%.*s-%u%s", (int) (ending - path), path, number, ending);
}

PrnCliStatus
prn_cli_export_pages (PrnMap *map,
                      const PrnReport *report,
                      PrnExportFormat format,
                      const PrnExportOptions *options,
                      const char *path)
{
  guint n;
  const PrnFrame *const *frames = prn_map_frames (map, &n);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  if (n == 0) {
    prn_cli_say (_ ("--frames: the map has no frames"));
    return PRN_CLI_UNREADABLE;
  }

  for (guint i = 0; i < n; i++) {
    PrnExportOptions page = *options;
    GBytes *bytes;

    page.frames = FALSE;
    page.frame = frames[i]->element.id;
    bytes = prn_export (map, report, format, &page, &error);
    if (bytes == NULL)
      return prn_cli_fail (error);
    g_ptr_array_add (pages, bytes);
  }

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = numbered_path (path, i + 1);
    PrnCliStatus status = prn_cli_write (name, g_bytes_ref (g_ptr_array_index (pages, i)));

    if (status != PRN_CLI_DONE)
      return status;
  }

  return PRN_CLI_DONE;
}
