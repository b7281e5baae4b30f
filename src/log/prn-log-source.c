/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prn-error.h"
#include "prn-log-encoding.h"
#include "prn-log-spool.h"

#define PACKED_SIZE (64 * 1024)

/* Whatever the encoding, more than anyone looks at before the rest is there. */
#define STREAM_HEAD (4 * 1024 * 1024)

struct _PrnLogSource {
  char *path;
  int fd;
  PrnLogSpool *spool; /* (nullable): of what can be read only once; then @fd is its copy */
  guint64 size, offset;
  gboolean is_gzip;

  GConverter *unpack; /* (nullable) */
  char *packed;
  gsize packed_at, packed_end;
  gboolean
      unpacked_any; /* something since the last reset: what follows a whole member may be padding */

  PrnDecoder *decoder; /* (nullable) */
};

static gboolean
fail_io (PrnLogSource *source, int code, GError **error)
{
  prn_set_error_at (error, PRN_ERROR_IO, source->path, _ ("cannot be read: %s"), g_strerror (code));
  return FALSE;
}

/* Finds out how much there is by now. */
static gboolean
take_size (PrnLogSource *source, GError **error)
{
  struct stat status;

  if (fstat (source->fd, &status) < 0)
    return fail_io (source, errno, error);
  source->size = (guint64) status.st_size;
  return TRUE;
}

static gboolean
spool (PrnLogSource *source, GError **error)
{
  int stream = source->fd;

  source->fd = -1;
  source->spool = prn_log_spool_new (stream, source->path, error);
  if (source->spool == NULL || !prn_log_spool_take (source->spool, STREAM_HEAD, error))
    return FALSE;
  source->fd = prn_log_spool_copy (source->spool);
  return take_size (source, error);
}

static gboolean
open_file (PrnLogSource *source, GError **error)
{
  struct stat status;

  source->fd =
      g_str_equal (source->path, "-") ? STDIN_FILENO : open (source->path, O_RDONLY | O_CLOEXEC);
  if (source->fd < 0 || fstat (source->fd, &status) < 0)
    return fail_io (source, errno, error);
  if (S_ISDIR (status.st_mode)) {
    prn_set_error_at (error, PRN_ERROR_IO, source->path,
                      _ ("is a directory; a log file was expected"));
    return FALSE;
  }
  source->size = (guint64) status.st_size;
  if ((!S_ISREG (status.st_mode) || lseek (source->fd, 0, SEEK_CUR) != 0) && !spool (source, error))
    return FALSE;
  if (source->size == 0) {
    prn_set_error_at (error, PRN_ERROR_SYNTAX, source->path, _ ("is empty; a log was expected"));
    return FALSE;
  }
  return TRUE;
}

PrnLogSource *
prn_log_source_open (const char *path, GError **error)
{
  g_autoptr (PrnLogSource) source = g_new0 (PrnLogSource, 1);
  guint8 magic[3];

  source->path = g_strdup (path);
  source->fd = -1;
  if (!open_file (source, error))
    return NULL;

  source->is_gzip =
      pread (source->fd, magic, 3, 0) == 3 && magic[0] == 0x1f && magic[1] == 0x8b && magic[2] == 8;
  if (source->is_gzip) {
    source->unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    source->packed = g_malloc (PACKED_SIZE);
  }
  return g_steal_pointer (&source);
}

void
prn_log_source_free (PrnLogSource *source)
{
  if (source->fd >= 0 && source->fd != STDIN_FILENO && source->spool == NULL)
    close (source->fd);
  g_clear_pointer (&source->spool, prn_log_spool_free);
  g_clear_object (&source->unpack);
  g_clear_pointer (&source->decoder, prn_decoder_free);
  g_free (source->packed);
  g_free (source->path);
  g_free (source);
}

const char *
prn_log_source_path (PrnLogSource *source)
{
  return source->path;
}

gboolean
prn_log_source_is_gzip (PrnLogSource *source)
{
  return source->is_gzip;
}

gboolean
prn_log_source_is_whole (PrnLogSource *source)
{
  return source->spool == NULL || prn_log_spool_is_whole (source->spool);
}

gboolean
prn_log_source_take_rest (PrnLogSource *source, GError **error)
{
  return source->spool == NULL ||
         (prn_log_spool_take (source->spool, G_MAXUINT64, error) && take_size (source, error));
}

guint64
prn_log_source_size (PrnLogSource *source)
{
  return source->size;
}

guint64
prn_log_source_done (PrnLogSource *source)
{
  return source->offset;
}

gboolean
prn_log_source_rewind (PrnLogSource *source, const char *encoding, GError **error)
{
  g_clear_pointer (&source->decoder, prn_decoder_free);
  source->offset = 0;
  source->packed_at = source->packed_end = 0;
  source->unpacked_any = FALSE;
  if (source->unpack != NULL)
    g_converter_reset (source->unpack);
  if (encoding == NULL || prn_encoding_is_utf8 (encoding))
    return TRUE;

  source->decoder = prn_decoder_new (encoding);
  if (source->decoder == NULL)
    prn_set_error_at (error, PRN_ERROR_USAGE, source->path,
                      _ ("encoding \"%s\" is not known; UTF-8, UTF-16LE, WINDOWS-1252 … are"),
                      encoding);
  return source->decoder != NULL;
}

/* Reads bytes of the file. */
static gssize
read_file (PrnLogSource *source, char *buffer, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size) {
    gssize n = pread (source->fd, buffer + done, size - done, (off_t) source->offset);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      fail_io (source, errno, error);
      return -1;
    }
    if (n == 0)
      break;
    done += (gsize) n;
    source->offset += (guint64) n;
  }
  return (gssize) done;
}

static gboolean
fill_packed (PrnLogSource *source, GError **error)
{
  gsize left = source->packed_end - source->packed_at;
  gssize n;

  memmove (source->packed, source->packed + source->packed_at, left);
  n = read_file (source, source->packed + left, PACKED_SIZE - left, error);
  source->packed_at = 0;
  source->packed_end = left + (gsize) MAX (n, 0);
  return n >= 0;
}

/* Unpacks. A file may be several gzip members one after the other, or be followed by padding. */
static gssize
read_packed (PrnLogSource *source, char *buffer, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size) {
    g_autoptr (GError) cause = NULL;
    gsize n_read = 0, n_written = 0;
    gboolean at_end;
    GConverterResult result;

    if (source->packed_end - source->packed_at < PACKED_SIZE / 2 && !fill_packed (source, error))
      return -1;
    at_end = source->offset >= source->size;
    if (source->packed_at == source->packed_end && !source->unpacked_any)
      break;
    if (!source->unpacked_any && (guint8) source->packed[source->packed_at] != 0x1f)
      break;
    result =
        g_converter_convert (source->unpack, source->packed + source->packed_at,
                             source->packed_end - source->packed_at, buffer + done, size - done,
                             at_end ? G_CONVERTER_INPUT_AT_END : 0, &n_read, &n_written, &cause);
    if (result == G_CONVERTER_ERROR) {
      prn_set_error_at (error, PRN_ERROR_SYNTAX, source->path,
                        _ ("the gzip data are damaged or cut off (%s)"), cause->message);
      return -1;
    }
    source->packed_at += n_read;
    done += n_written;
    source->unpacked_any = TRUE;
    if (result == G_CONVERTER_FINISHED) {
      g_converter_reset (source->unpack);
      source->unpacked_any = FALSE;
    }
  }
  return (gssize) done;
}

static gssize
read_bytes (gpointer data, char *buffer, gsize size, GError **error)
{
  PrnLogSource *source = data;

  if (source->is_gzip)
    return read_packed (source, buffer, size, error);
  return read_file (source, buffer, size, error);
}

gssize
prn_log_source_read (PrnLogSource *source, char *buffer, gsize size, GError **error)
{
  if (source->decoder != NULL)
    return prn_decoder_read (source->decoder, read_bytes, source, buffer, size, error);
  return read_bytes (source, buffer, size, error);
}

gsize
prn_log_source_peek (PrnLogSource *source, guint64 offset, char *buffer, gsize size)
{
  gssize n = source->is_gzip ? 0 : pread (source->fd, buffer, size, (off_t) offset);

  return (gsize) MAX (n, 0);
}
