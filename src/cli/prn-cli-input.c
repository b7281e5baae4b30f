/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-input.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "prn-error.h"

#define MAX_SIZE (256u << 20)
#define PIECE    (64u << 10)

static GBytes *
read_stream (FILE *stream, const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize n;

  do {
    guint old = content->len;

    g_byte_array_set_size (content, old + PIECE);
    n = fread (content->data + old, 1, PIECE, stream);
    g_byte_array_set_size (content, old + (guint) n);

    if (content->len > MAX_SIZE) {
      prn_set_error_at (error, PRN_ERROR_LIMIT, path, _ ("larger than 256 MiB"));
      return NULL;
    }
  } while (n > 0);

  if (ferror (stream)) {
    prn_set_error_at (error, PRN_ERROR_IO, path, _ ("cannot read: %s"), g_strerror (errno));
    return NULL;
  }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GBytes *
prn_cli_read_file (const char *path, GError **error)
{
  FILE *stream = stdin;
  GBytes *bytes;

  if (!g_str_equal (path, "-")) {
    stream = fopen (path, "rbe");
    if (stream == NULL) {
      prn_set_error_at (error, PRN_ERROR_IO, path, _ ("cannot read: %s"), g_strerror (errno));
      return NULL;
    }
  }

  bytes = read_stream (stream, path, error);
  if (stream != stdin)
    fclose (stream);

  return bytes;
}
