/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-file.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "prn-check.h"
#include "prn-error.h"
#include "prn-json-scan.h"
#include "prn-map-picture.h"
#include "prn-output.h"

#define CHUNK 65536

static gboolean
fail (GError **error, const char *path, const char *why)
{
  g_set_error (error, PRN_ERROR, PRN_ERROR_IO, _ ("%s: cannot read: %s"), path, why);
  return FALSE;
}

static GInputStream *
open_stream (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  file = g_file_new_for_path (path);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

/* No more is read than a map may have, whatever the file turns out to be. */
static GBytes *
read_bytes (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) stream = open_stream (path, &cause);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize n_read = 1;

  while (stream != NULL && n_read > 0 && content->len <= PRN_JSON_LARGEST) {
    guint length = content->len;

    g_byte_array_set_size (content, length + CHUNK);
    if (!g_input_stream_read_all (stream, content->data + length, CHUNK, &n_read, NULL, &cause))
      break;
    g_byte_array_set_size (content, length + (guint) n_read);
  }
  if (cause != NULL) {
    fail (error, path, cause->message);
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
