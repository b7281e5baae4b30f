/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "prn-check.h"
#include "prn-error.h"
#include "prn-input.h"
#include "prn-json-scan.h"
#include "prn-map-picture.h"
#include "prn-output.h"

/* No more is read than a map may have, whatever the file turns out to be. */
static GBytes *
read_bytes (const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gboolean is_input = g_str_equal (path, "-");
  int fd = is_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
  int code = fd < 0 ? errno : prn_input_read (fd, PRN_JSON_LARGEST, content);

  if (fd >= 0 && !is_input)
    close (fd);
  if (code != 0) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_IO, _ ("%s: cannot read: %s"), path,
                 g_strerror (code));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

PrnMap *
prn_map_load (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  g_autoptr (GBytes) inner = bytes != NULL ? prn_map_find_in_picture (bytes) : NULL;
  PrnMap *map;

  if (bytes == NULL)
    return NULL;
  map = prn_map_parse (inner != NULL ? inner : bytes, problems, error);
  if (map == NULL)
    g_prefix_error (error, "%s: ", path);
  return map;
}

gboolean
prn_map_save (PrnMap *map, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (prn_map_get_version (map) > PRN_MAP_VERSION) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE,
                 _ ("%s: the map is of version %d, newer than this program; it is not saved over"),
                 path, prn_map_get_version (map));
    return FALSE;
  }
  bytes = prn_map_print (map);
  return prn_output_write (path, bytes, error);
}
