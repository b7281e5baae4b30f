/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PRN_TYPE_SELECTION (prn_selection_get_type ())
G_DECLARE_FINAL_TYPE (PrnSelection, prn_selection, PRN, SELECTION, GObject)

/* The selected elements, by id, in the order in which they were chosen. The last one is the
 * primary one, which the inspector shows.
 *
 * The signal `changed` tells that it holds others than before. */

/**
 * prn_selection_new:
 *
 * Returns: (transfer full): nothing selected
 */
PrnSelection *prn_selection_new (void);

/**
 * prn_selection_set:
 * @self: a selection
 * @ids: (nullable) (array zero-terminated=1): what to select, nothing else
 */
void prn_selection_set (PrnSelection *self, const char *const *ids);

/**
 * prn_selection_set_one:
 * @self: a selection
 * @id: (nullable): what to select, nothing else
 */
void prn_selection_set_one (PrnSelection *self, const char *id);

/**
 * prn_selection_add:
 * @self: a selection
 * @id: what to select as well; it becomes the primary one
 */
void prn_selection_add (PrnSelection *self, const char *id);

/**
 * prn_selection_toggle:
 * @self: a selection
 * @id: what to add, or to take out
 */
void prn_selection_toggle (PrnSelection *self, const char *id);

/**
 * PrnSelectionFunc:
 * @id: a selected element
 * @data: the caller's
 *
 * Returns: whether it stays selected
 */
typedef gboolean (*PrnSelectionFunc) (const char *id, gpointer data);

/**
 * prn_selection_retain:
 * @self: a selection
 * @func: (scope call): asked for each
 * @data: for @func
 *
 * Takes out what may not stay.
 */
void prn_selection_retain (PrnSelection *self, PrnSelectionFunc func, gpointer data);

/**
 * prn_selection_contains:
 * @self: a selection
 * @id: (nullable): an element
 *
 * Returns: whether it is selected
 */
gboolean prn_selection_contains (PrnSelection *self, const char *id);

/**
 * prn_selection_get_n:
 * @self: a selection
 *
 * Returns: how many are selected
 */
guint prn_selection_get_n (PrnSelection *self);

/**
 * prn_selection_get_primary:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the last one that was selected
 */
const char *prn_selection_get_primary (PrnSelection *self);

/**
 * prn_selection_get_ids:
 * @self: a selection
 *
 * Returns: (transfer none) (array zero-terminated=1): what is selected, in order, valid until it
 *   changes
 */
const char *const *prn_selection_get_ids (PrnSelection *self);

G_END_DECLS
