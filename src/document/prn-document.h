/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_DOCUMENT (prn_document_get_type ())
G_DECLARE_FINAL_TYPE (PrnDocument, prn_document, PRN, DOCUMENT, GObject)

/* One open file: the map as it is now, the steps that led to it, and where it came from.
 *
 * The signal `changed` tells that prn_document_get_map() gives another map than before, or
 * prn_document_get_path() another path. The signal `conflict` tells that prn_document_get_conflict()
 * has something new to say, `journal-failed` (with a message) that steps cannot be taken down just
 * now. The properties `modified`, `undo-name`, `redo-name`, `path` and `read-only` can be read and
 * watched. */

/* What happened to the file without us. */
typedef enum {
  PRN_FILE_NO_CONFLICT,
  PRN_FILE_CHANGED, /* it holds something else than what was last read or saved */
  PRN_FILE_REMOVED, /* it is gone */
} PrnFileConflict;

/* Why a document cannot be changed. */
typedef enum {
  PRN_READ_ONLY_NOT,
  PRN_READ_ONLY_NEWER, /* a later version of the program wrote the file */
  PRN_READ_ONLY_FILE,  /* the user must not write to the file */
} PrnReadOnly;

/**
 * prn_document_new:
 * @map: a map that is in no file yet
 *
 * Returns: (transfer full): a document without a path
 */
PrnDocument *prn_document_new (PrnMap *map);

/**
 * prn_document_load:
 * @path: a map file
 * @error: return location; the message begins with @path
 *
 * Reads a file. May be called in any thread. A file that must not be written to opens read-only. The
 * map in a picture that was exported with it is a document without a path.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
PrnDocument *prn_document_load (const char *path, GError **error);

/**
 * prn_document_get_base:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what its file held when it was last read or written; %NULL
 *   without a file
 */
PrnMap *prn_document_get_base (PrnDocument *self);

/**
 * prn_document_get_map:
 * @self: a document
 *
 * Returns: (transfer none): the map as it is now
 */
PrnMap *prn_document_get_map (PrnDocument *self);

/**
 * prn_document_apply:
 * @self: a document
 * @map: the new map; the present one makes no step
 * @name: what the step is called, translated, as in “Undo Move Stage”: `Move Stage`
 * @join: (nullable): what this step is a part of: `drag`, `name of trial`
 *
 * Makes a step: every change of a map goes through here. Steps with the same @join one directly
 * after the other are one step. A read-only document makes no step.
 *
 * Returns: whether the document shows @map now
 */
gboolean prn_document_apply (PrnDocument *self, PrnMap *map, const char *name, const char *join);

/**
 * prn_document_seal:
 * @self: a document
 *
 * The next step joins nothing: a gesture has ended, a field has lost the focus.
 */
void prn_document_seal (PrnDocument *self);

/**
 * prn_document_seal_join:
 * @self: a document
 * @join: what has come to an end
 *
 * The next step joins nothing, if the last one was applied with @join; what something else goes on
 * with stays open.
 */
void prn_document_seal_join (PrnDocument *self, const char *join);

/**
 * prn_document_cancel:
 * @self: a document
 * @join: what is broken off
 *
 * Takes back all that was applied with @join since the last other step, as if it had not been: Esc
 * in a gesture. Nothing happens if the last step was another or is sealed.
 */
void prn_document_cancel (PrnDocument *self, const char *join);

/**
 * prn_document_undo:
 * @self: a document
 *
 * Goes one step back, without limit; to the very pointer that the document began with at last.
 */
void prn_document_undo (PrnDocument *self);

/**
 * prn_document_redo:
 * @self: a document
 *
 * Goes one step forward again.
 */
void prn_document_redo (PrnDocument *self);

/**
 * prn_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to take back
 */
gboolean prn_document_can_undo (PrnDocument *self);

/**
 * prn_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to do again
 */
gboolean prn_document_can_redo (PrnDocument *self);

/**
 * prn_document_get_undo_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the name of the step that undo takes back
 */
const char *prn_document_get_undo_name (PrnDocument *self);

/**
 * prn_document_get_redo_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the name of the step that redo does again
 */
const char *prn_document_get_redo_name (PrnDocument *self);

/**
 * prn_document_is_modified:
 * @self: a document
 *
 * Returns: whether the map is another than the one the document began with or was last saved as
 */
gboolean prn_document_is_modified (PrnDocument *self);

/**
 * prn_document_is_read_only:
 * @self: a document
 *
 * Returns: whether no step can be made
 */
gboolean prn_document_is_read_only (PrnDocument *self);

/**
 * prn_document_get_read_only:
 * @self: a document
 *
 * Returns: why no step can be made, %PRN_READ_ONLY_NOT if it can
 */
PrnReadOnly prn_document_get_read_only (PrnDocument *self);

/**
 * prn_document_save:
 * @self: a document
 * @path: where to; becomes the document's path
 * @error: return location; the message begins with @path
 *
 * Writes the map, whole or not at all. A map of a newer version is not written. When @path is the
 * document's own and the file holds something else than what was last read or saved, then it is not
 * written either: the error is %G_IO_ERROR_WRONG_ETAG, and prn_document_get_conflict() says so.
 *
 * Returns: whether it was written
 */
gboolean prn_document_save (PrnDocument *self, const char *path, GError **error);

/**
 * prn_document_revert:
 * @self: a document with a path
 * @name: what the step is called: `Revert`
 * @error: return location; the message begins with the path
 *
 * Reads the file again and makes what it holds the present map, as one step that can be undone. The
 * document counts as saved then, and a conflict is over. This is to take theirs, too.
 *
 * Returns: whether the file could be read
 */
gboolean prn_document_revert (PrnDocument *self, const char *name, GError **error);

/**
 * prn_document_keep:
 * @self: a document in conflict
 *
 * Decides for the present map: the next save writes over what the file holds now.
 */
void prn_document_keep (PrnDocument *self);

/**
 * prn_document_merge:
 * @self: a document with a path
 * @name: what the step is called: `Merge`
 * @conflicts: (element-type PrnConflict): what a person must decide is appended, see prn-merge.h
 * @error: return location; the message begins with the path
 *
 * Makes one map of the present one and what the file holds now, as one step that can be undone; both
 * came from what was last read or saved. The conflict is over, and the next save writes both.
 *
 * Returns: whether the file could be read
 */
gboolean prn_document_merge (PrnDocument *self, const char *name, GPtrArray *conflicts,
                             GError **error);

/**
 * prn_document_watch:
 * @self: a document
 *
 * From now on looks after the file, also when the path changes. To be called in the main thread.
 */
void prn_document_watch (PrnDocument *self);

/**
 * prn_document_check:
 * @self: a document
 *
 * Looks now whether the file is still what it was: the window got the focus.
 */
void prn_document_check (PrnDocument *self);

/**
 * prn_document_get_conflict:
 * @self: a document
 *
 * Returns: what happened to the file without us, and is not decided on
 */
PrnFileConflict prn_document_get_conflict (PrnDocument *self);

/**
 * prn_document_keep_journal:
 * @self: a document
 * @folder: (nullable): where; %NULL for prn_journal_folder()
 *
 * From now on takes every step down on disk, so that nothing is lost in a crash; see
 * prn-recovery.h. To be called in the main thread. What is taken down goes when the map is saved and
 * when the document goes unmodified.
 */
void prn_document_keep_journal (PrnDocument *self, const char *folder);

/**
 * prn_document_flush_journal:
 * @self: a document
 *
 * Waits until every step is on disk, or has failed to be written.
 */
void prn_document_flush_journal (PrnDocument *self);

/**
 * prn_document_discard:
 * @self: a document
 *
 * The user wants nothing of what is not saved: the journal goes. The document is to be closed.
 */
void prn_document_discard (PrnDocument *self);

/**
 * prn_document_get_path:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file, %NULL when there is none yet
 */
const char *prn_document_get_path (PrnDocument *self);

/**
 * prn_document_get_file_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the last part of the path as valid UTF-8, %NULL when there
 *   is no file yet
 */
const char *prn_document_get_file_name (PrnDocument *self);

/**
 * prn_document_is_newer:
 * @self: a document
 *
 * Returns: whether a later version of the program wrote the file, so that it must not be saved over
 */
gboolean prn_document_is_newer (PrnDocument *self);

/**
 * prn_document_is_empty:
 * @self: a document
 *
 * Returns: whether the map has no stage, so that nothing can be replayed on it
 */
gboolean prn_document_is_empty (PrnDocument *self);

G_END_DECLS
