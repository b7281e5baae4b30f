/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-spool.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "prn-error.h"

#define PIECE (64 * 1024)

struct _PrnLogSpool {
  char *path;
  int stream, copy;
  gboolean is_whole;
};

static gboolean
fail_copy (const char *path, const char *why, GError **error)
{
  prn_set_error_at (
      error, PRN_ERROR_IO, path,
      _ ("cannot be kept in the temporary folder %s: %s; name a folder with more room "
         "in TMPDIR, or give a file"),
      g_get_tmp_dir (), why);
  return FALSE;
}

PrnLogSpool *
prn_log_spool_new (int stream, const char *path, GError **error)
{
  g_autoptr (PrnLogSpool) spool = g_new0 (PrnLogSpool, 1);
  g_autofree char *name = NULL;
  g_autoptr (GError) cause = NULL;

  spool->path = g_strdup (path);
  spool->stream = stream;
  spool->copy = g_file_open_tmp ("perennial-XXXXXX", &name, &cause);
  if (spool->copy < 0) {
    fail_copy (path, cause->message, error);
    return NULL;
  }
  unlink (name);
  return g_steal_pointer (&spool);
}

void
prn_log_spool_free (PrnLogSpool *spool)
{
  if (spool->copy >= 0)
    close (spool->copy);
  if (spool->stream != STDIN_FILENO)
    close (spool->stream);
  g_free (spool->path);
  g_free (spool);
}

static gboolean
write_piece (PrnLogSpool *spool, const char *piece, gsize size, GError **error)
{
  while (size > 0) {
    gssize n = write (spool->copy, piece, size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_copy (spool->path, g_strerror (errno), error);
    piece += n;
    size -= (gsize) n;
  }
  return TRUE;
}

gboolean
prn_log_spool_take (PrnLogSpool *spool, guint64 most, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);

  while (most > 0 && !spool->is_whole) {
    gssize n = read (spool->stream, piece, (gsize) MIN (most, PIECE));

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      prn_set_error_at (error, PRN_ERROR_IO, spool->path, _ ("cannot be read: %s"),
                        g_strerror (errno));
      return FALSE;
    }
    if (!write_piece (spool, piece, (gsize) n, error))
      return FALSE;
    spool->is_whole = n == 0;
    most -= (guint64) n;
  }
  return TRUE;
}

gboolean
prn_log_spool_is_whole (PrnLogSpool *spool)
{
  return spool->is_whole;
}

int
prn_log_spool_copy (PrnLogSpool *spool)
{
  return spool->copy;
}
