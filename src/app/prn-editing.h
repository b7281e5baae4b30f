/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-document.h"
#include "prn-slot.h"

G_BEGIN_DECLS

#define PRN_TYPE_EDITING (prn_editing_get_type ())
G_DECLARE_FINAL_TYPE (PrnEditing, prn_editing, PRN, EDITING, GObject)

/* One element of a document (or the map itself) being edited by the controls of an inspector.
 *
 * The signal `go-to` (string: id of an element, or `:map`, `:population`) asks to show another one.
 */

/**
 * prn_editing_new:
 * @document: a document
 * @id: (nullable): the element, %NULL for the map itself
 *
 * Returns: (transfer full): the editing
 */
PrnEditing *prn_editing_new (PrnDocument *document, const char *id);

/* Returns: (transfer none): the map as it is now */
PrnMap *prn_editing_get_map (PrnEditing *self);

/* Returns: (transfer none): the document */
PrnDocument *prn_editing_get_document (PrnEditing *self);

/* Returns: (transfer none) (nullable): id of the element, %NULL for the map itself */
const char *prn_editing_get_id (PrnEditing *self);

/**
 * prn_editing_find:
 * @self: an editing
 * @path: the way to a member
 * @slot: (out): the place in the map as it is now
 *
 * Returns: whether there is such a place
 */
gboolean prn_editing_find (PrnEditing *self, const char *path, PrnSlot *slot);

/**
 * prn_editing_apply:
 * @self: an editing
 * @map: (transfer full) (nullable): the map after an edit; %NULL if it was refused
 * @member: what was changed, for the name of the step
 * @join: (nullable): as in prn_document_apply()
 *
 * Makes a step named `Change cost of Trial`.
 *
 * Returns: whether the document shows @map
 */
gboolean prn_editing_apply (PrnEditing *self, PrnMap *map, const PrnMember *member,
                            const char *join);

/**
 * prn_editing_set:
 * @self: an editing
 * @path: the way to a member or an item
 * @json: (nullable): its new value, %NULL for the default
 * @join: (nullable): as in prn_document_apply()
 * @error: return location: why it is refused
 *
 * Sets one member as one step.
 *
 * Returns: whether it is so now
 */
gboolean prn_editing_set (PrnEditing *self, const char *path, const char *json, const char *join,
                          GError **error);

/* The same for the items of lists; see prn-edit-member.h. */
gboolean prn_editing_insert (PrnEditing *self, const char *path, guint index, const char *json,
                             GError **error);
gboolean prn_editing_remove (PrnEditing *self, const char *path, GError **error);
gboolean prn_editing_move (PrnEditing *self, const char *path, guint to, GError **error);

/**
 * prn_editing_refer_to_new:
 * @self: an editing
 * @path: the way to a reference, or to a list of them
 * @kind: what to make
 * @name: what it is called
 * @error: return location: why it is refused
 *
 * Makes an element and refers to it, both as one step.
 *
 * Returns: whether it is so now
 */
gboolean prn_editing_refer_to_new (PrnEditing *self, const char *path, PrnKind kind,
                                   const char *name, GError **error);

/**
 * prn_editing_end_naming:
 * @self: an editing
 * @before: what the element was called before
 * @join: as when the name was typed
 *
 * A name has been typed: an element named for the first time gets an id made of its name, in the
 * same step. See prn_edit_id_by_name().
 */
void prn_editing_end_naming (PrnEditing *self, const char *before, const char *join);

/* Asks whoever shows this editing to show another element. */
void prn_editing_go_to (PrnEditing *self, const char *id);

G_END_DECLS
