/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-file-state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "prn-error.h"
#include "prn-input.h"
#include "prn-json-scan.h"

/* No file system known keeps times more coarsely than FAT, which counts two seconds. */
#define COARSEST_NS (2 * G_GINT64_CONSTANT (1000000000))

static void
look (PrnFileState *state, const struct stat *found)
{
  gint64 now = g_get_real_time () * 1000;

  *state = (PrnFileState){
    .exists = TRUE,
    .device = found->st_dev,
    .inode = found->st_ino,
    .size = (guint64) found->st_size,
    .mtime = found->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + found->st_mtim.tv_nsec,
  };
  /* The same thought as Git's about its index:
   * https://www.kernel.org/pub/software/scm/git/docs/technical/racy-git.html */
  state->racy = state->mtime > now - COARSEST_NS;
}

GBytes *
prn_file_read (const char *path, PrnFileState *state, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *hash = NULL;
  struct stat found;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
  int problem = fd < 0 || fstat (fd, &found) != 0 ? errno : 0;

  *state = (PrnFileState){ .exists = problem != ENOENT };
  if (problem == 0) {
    look (state, &found);
    problem = S_ISDIR (found.st_mode) ? EISDIR : prn_input_read (fd, PRN_JSON_LARGEST, content);
  }
  if (fd >= 0)
    close (fd);
  if (problem != 0) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_IO, _ ("%s: cannot read: %s"), path,
                 g_strerror (problem));
    return NULL;
  }
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content->data, content->len);
  g_strlcpy (state->hash, hash, sizeof state->hash);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
looks_same (const PrnFileState *state, const char *path)
{
  PrnFileState now;
  struct stat found;

  if (stat (path, &found) != 0)
    return FALSE;
  look (&now, &found);
  return now.device == state->device && now.inode == state->inode && now.size == state->size &&
         now.mtime == state->mtime && !state->racy;
}

gboolean
prn_file_state_is_current (PrnFileState *state,
                           const char *path,
                           gboolean thorough,
                           gboolean *exists)
{
  g_autoptr (GBytes) content = NULL;
  PrnFileState now;

  *exists = TRUE;
  if (state->exists && !thorough && looks_same (state, path))
    return TRUE;

  content = prn_file_read (path, &now, NULL);
  *exists = now.exists;
  if (!now.exists)
    return !state->exists;
  /* What is there but cannot be read now cannot be known to be another. */
  if (content == NULL)
    return FALSE;
  if (!state->exists || !g_str_equal (state->hash, now.hash))
    return FALSE;
  *state = now;
  return TRUE;
}
