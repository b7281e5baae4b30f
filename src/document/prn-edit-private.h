/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* What the edits share. */

/* No element is farther from the origin, in map units; the format's limit. */
#define PRN_EDIT_FARTHEST 1e9

/* Nor is any wider or higher. */
#define PRN_EDIT_LARGEST 1e6

/* Elements that an edit has changed or added so far. */
typedef struct {
  PrnMap *map;
  GPtrArray *elements;
  GHashTable *by_id; /* elements, by their id */
} PrnChanges;

/**
 * prn_changes_new:
 * @map: (transfer full): the map that is edited
 *
 * Returns: (transfer full): no change
 */
PrnChanges *prn_changes_new (PrnMap *map);
void prn_changes_free (PrnChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnChanges, prn_changes_free)

/**
 * prn_changes_of:
 * @self: changes
 * @element: an element of the map
 *
 * Returns: (transfer none): the copy of @element that may be written to
 */
gpointer prn_changes_of (PrnChanges *self, gconstpointer element);

/**
 * prn_changes_add:
 * @self: changes
 * @element: (transfer full): a new element
 */
void prn_changes_add (PrnChanges *self, gpointer element);

/**
 * prn_changes_apply:
 * @self: changes
 *
 * Returns: (transfer full): the edited map; the one there was when nothing was changed
 */
PrnMap *prn_changes_apply (PrnChanges *self);

/**
 * prn_edit_has_room:
 * @map: a map
 * @n: how many elements are to come
 *
 * Returns: whether the format's limit on elements leaves room for them
 */
gboolean prn_edit_has_room (PrnMap *map, guint n);

/**
 * prn_edit_id_set:
 * @ids: (nullable) (array zero-terminated=1): ids
 *
 * Returns: (transfer full): a set of @ids, which must outlive it
 */
GHashTable *prn_edit_id_set (const char *const *ids);

/**
 * prn_edit_add_contents:
 * @map: a map
 * @ids: a set of ids; gets the stages of the phases among them
 */
void prn_edit_add_contents (PrnMap *map, GHashTable *ids);

/**
 * prn_edit_set_box:
 * @element: a stage, note or frame that may be written to
 * @box: where it is to be
 */
void prn_edit_set_box (gpointer element, const PrnRectangle *box);

G_END_DECLS
