/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "prn-error.h"

static gboolean
write_stdout (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, PRN_ERROR, PRN_ERROR_IO, "-: cannot write: %s", g_strerror (errno));
  return FALSE;
}

gboolean
prn_output_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;

  if (g_str_equal (path, "-"))
    return write_stdout (bytes, error);

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, flags, 0666, &cause))
    return TRUE;

  g_set_error (error, PRN_ERROR, PRN_ERROR_IO, "%s: cannot write: %s", path, cause->message);
  return FALSE;
}
