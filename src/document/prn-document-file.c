/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "prn-document-private.h"
#include "prn-error.h"
#include "prn-map-file.h"
#include "prn-map-parts.h"
#include "prn-map-picture.h"
#include "prn-merge.h"

/* Who writes a file often does it in several goes. */
#define CHECK_AFTER_MS 200

void
prn_document_clear_file (PrnDocument *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->base, prn_map_unref);
}

void
prn_document_set_file (PrnDocument *self, const char *path, PrnMap *base)
{
  g_autofree char *kept = g_strdup (path);
  gboolean watched = self->monitor != NULL;

  prn_map_ref (base);
  if (g_strcmp0 (kept, self->path) != 0) {
    prn_document_clear_file (self);
    self->file_name = g_filename_display_basename (kept);
    self->path = g_steal_pointer (&kept);
    if (watched)
      prn_document_watch (self);
  }
  g_clear_pointer (&self->base, prn_map_unref);
  self->base = base;
  self->conflict = PRN_FILE_NO_CONFLICT;
  self->read_only = access (self->path, F_OK) == 0 && access (self->path, W_OK) != 0
                        ? PRN_READ_ONLY_FILE
                        : PRN_READ_ONLY_NOT;
}

/* @in_picture: (out) (optional): whether the file is a picture with a map in it */
static PrnMap *
read_map (const char *path, PrnFileState *state, gboolean *in_picture, GError **error)
{
  g_autoptr (GBytes) bytes = prn_file_read (path, state, error);
  g_autoptr (GBytes) inner = bytes != NULL ? prn_map_find_in_picture (bytes) : NULL;
  PrnMap *map = bytes != NULL ? prn_map_parse (inner != NULL ? inner : bytes, NULL, error) : NULL;

  if (in_picture != NULL)
    *in_picture = inner != NULL;

  if (bytes != NULL && map == NULL)
    g_prefix_error (error, "%s: ", path);
  return map;
}

PrnDocument *
prn_document_load (const char *path, GError **error)
{
  PrnFileState file;
  gboolean in_picture;
  g_autoptr (PrnMap) map = read_map (path, &file, &in_picture, error);
  PrnDocument *self;

  if (map == NULL)
    return NULL;
  self = prn_document_new (map);
  /* Saving must not put a map in the place of the picture. */
  if (in_picture)
    return self;
  self->file = file;
  prn_document_set_file (self, path, map);
  return self;
}

static void
set_conflict (PrnDocument *self, PrnFileConflict conflict)
{
  if (conflict == self->conflict)
    return;
  self->conflict = conflict;
  /* What was saved is nowhere any more. */
  if (conflict == PRN_FILE_REMOVED)
    prn_history_set_saved (self->history, FALSE);
  prn_document_tell_file (self);
  prn_document_tell (self);
}

/* What became of the file, looking at it from outside if that is enough. */
static PrnFileConflict
find_conflict (PrnDocument *self, gboolean thorough)
{
  gboolean exists;

  if (prn_file_state_is_current (&self->file, self->path, thorough, &exists))
    return PRN_FILE_NO_CONFLICT;
  return exists ? PRN_FILE_CHANGED : PRN_FILE_REMOVED;
}

void
prn_document_check (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->path != NULL)
    set_conflict (self, find_conflict (self, FALSE));
}

static gboolean
check_cb (gpointer user_data)
{
  PrnDocument *self = user_data;

  self->check_source = 0;
  prn_document_check (self);
  return G_SOURCE_REMOVE;
}

static void
monitor_cb (PrnDocument *self)
{
  if (self->check_source == 0)
    self->check_source = g_timeout_add (CHECK_AFTER_MS, check_cb, self);
}

void
prn_document_watch (PrnDocument *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->monitor != NULL || self->path == NULL)
    return;
  file = g_file_new_for_path (self->path);
  /* Where nothing can be watched there are still the looks at focus and at saving. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_cb), self,
                             G_CONNECT_SWAPPED);
}

PrnMap *
prn_document_get_base (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return self->base;
}

PrnFileConflict
prn_document_get_conflict (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), PRN_FILE_NO_CONFLICT);

  return self->conflict;
}

/* The present map is the one in the file now. */
static void
set_saved (PrnDocument *self, const char *path)
{
  prn_history_set_saved (self->history, TRUE);
  prn_document_set_file (self, path, prn_document_get_map (self));
  if (self->journal != NULL)
    prn_journal_begin (self->journal, self->path, self->file.hash, self->base);
  prn_document_tell_file (self);
  prn_document_tell (self);
}

static gboolean
may_write_over (PrnDocument *self, GError **error)
{
  set_conflict (self, find_conflict (self, TRUE));
  if (self->conflict != PRN_FILE_CHANGED)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _ ("%s: another program has changed the file since it was read; keep your map, take "
                  "theirs or merge both"),
               self->path);
  return FALSE;
}

gboolean
prn_document_save (PrnDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) written = NULL;
  PrnFileState file;

  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);

  if (g_strcmp0 (path, self->path) == 0 && !may_write_over (self, error))
    return FALSE;
  if (!prn_map_save (prn_document_get_map (self), path, error))
    return FALSE;

  content = prn_map_print (prn_document_get_map (self));
  written = prn_file_read (path, &file, NULL);
  self->file = file;
  /* Somebody may already have written after us: that is seen at the next look. */
  if (written == NULL || !g_bytes_equal (content, written)) {
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

    g_strlcpy (self->file.hash, hash, sizeof self->file.hash);
    self->file.exists = self->file.racy = TRUE;
  }
  set_saved (self, path);
  return TRUE;
}

gboolean
prn_document_revert (PrnDocument *self, const char *name, GError **error)
{
  g_autoptr (PrnMap) theirs = NULL;
  g_autoptr (PrnMap) shared = NULL;
  g_autofree char *path = NULL;
  PrnFileState file;

  g_return_val_if_fail (PRN_IS_DOCUMENT (self) && self->path != NULL, FALSE);

  theirs = read_map (self->path, &file, NULL, error);
  if (theirs == NULL)
    return FALSE;
  shared = prn_map_sharing (theirs, prn_document_get_map (self));
  prn_history_seal (self->history);
  prn_document_step (self, shared, name, NULL);
  path = g_strdup (self->path);
  self->file = file;
  set_saved (self, path);
  return TRUE;
}

void
prn_document_keep (PrnDocument *self)
{
  g_autoptr (GBytes) content = NULL;
  PrnFileState file;

  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->path == NULL)
    return;
  content = prn_file_read (self->path, &file, NULL);
  self->file = file;
  prn_history_set_saved (self->history, FALSE);
  self->conflict = PRN_FILE_NO_CONFLICT;
  prn_document_tell_file (self);
  prn_document_tell (self);
}

gboolean
prn_document_merge (PrnDocument *self, const char *name, GPtrArray *conflicts, GError **error)
{
  PrnMap *ours = prn_document_get_map (self);
  g_autoptr (PrnMap) theirs = NULL;
  g_autoptr (PrnMap) merged = NULL;
  g_autoptr (PrnMap) shared = NULL;
  PrnFileState file;

  g_return_val_if_fail (PRN_IS_DOCUMENT (self) && self->path != NULL, FALSE);

  theirs = read_map (self->path, &file, NULL, error);
  if (theirs == NULL)
    return FALSE;
  if (prn_map_get_version (theirs) > PRN_MAP_VERSION) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE,
                 _ ("%s: the map is of version %d, newer than this program; it cannot be merged"),
                 self->path, prn_map_get_version (theirs));
    return FALSE;
  }
  merged = prn_map_merge (self->base, ours, theirs, conflicts);
  shared = prn_map_sharing (merged, ours);
  prn_history_seal (self->history);
  prn_document_step (self, shared, name, NULL);
  prn_history_set_saved (self->history, FALSE);
  self->file = file;
  g_clear_pointer (&self->base, prn_map_unref);
  self->base = g_steal_pointer (&theirs);
  self->conflict = PRN_FILE_NO_CONFLICT;
  prn_document_tell_file (self);
  prn_document_tell (self);
  return TRUE;
}
