/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_DOCUMENT (prn_document_get_type ())
G_DECLARE_FINAL_TYPE (PrnDocument, prn_document, PRN, DOCUMENT, GObject)

/* One open file: the map as it is now and where it came from.
 *
 * The signal `changed` tells that prn_document_get_map() gives another map than before, or
 * prn_document_get_path() another path. */

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
 * Reads a file. May be called in any thread.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
PrnDocument *prn_document_load (const char *path, GError **error);

/**
 * prn_document_get_map:
 * @self: a document
 *
 * Returns: (transfer none): the map as it is now
 */
PrnMap *prn_document_get_map (PrnDocument *self);

/**
 * prn_document_set_map:
 * @self: a document
 * @map: the new map; the same pointer changes nothing
 *
 * Puts another map in place of the present one.
 */
void prn_document_set_map (PrnDocument *self, PrnMap *map);

/**
 * prn_document_save:
 * @self: a document
 * @path: where to; becomes the document's path
 * @error: return location; the message begins with @path
 *
 * Writes the map, whole or not at all. A map of a newer version is not written.
 *
 * Returns: whether it was written
 */
gboolean prn_document_save (PrnDocument *self, const char *path, GError **error);

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
