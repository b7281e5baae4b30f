/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* The steps of a document: which maps there were, in order, and which of them is the present one.
 *
 * Undo and redo know no limit. A map shares with its neighbours what the step between them did not
 * touch. */
typedef struct _PrnHistory PrnHistory;

/**
 * prn_history_new:
 * @map: the first map
 *
 * Returns: (transfer full): a history of no steps, whose map counts as saved
 */
PrnHistory *prn_history_new (PrnMap *map);

void prn_history_free (PrnHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnHistory, prn_history_free)

/**
 * prn_history_get_map:
 * @history: a history
 *
 * Returns: (transfer none): the present map, valid until the next step
 */
PrnMap *prn_history_get_map (PrnHistory *history);

/**
 * prn_history_get_before:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the map before the last step, %NULL if there was none
 */
PrnMap *prn_history_get_before (PrnHistory *history);

/**
 * prn_history_get_position:
 * @history: a history
 *
 * Returns: how many steps lead from the first map to the present one
 */
guint prn_history_get_position (PrnHistory *history);

/**
 * prn_history_apply:
 * @history: a history
 * @map: the next map
 * @name: what the step is called, as shown to the user: `Move “Trial”`
 * @join: (nullable): what this step is a part of
 *
 * Makes a step. The present map again makes none. Steps with the same @join one directly after the
 * other are one step, with the last one's name: a drag, the typing in one field. What could be done
 * again before cannot be any more.
 *
 * Returns: whether the present map is another one now
 */
gboolean prn_history_apply (PrnHistory *history, PrnMap *map, const char *name, const char *join);

/**
 * prn_history_seal:
 * @history: a history
 *
 * The next step joins nothing.
 */
void prn_history_seal (PrnHistory *history);

/* The same, if the last step was made of @join. */
void prn_history_seal_join (PrnHistory *history, const char *join);

/**
 * prn_history_cancel:
 * @history: a history
 * @join: what is broken off
 *
 * Takes the last step back as if it had not been, if it was made of @join and is not sealed.
 *
 * Returns: whether the present map is another one now
 */
gboolean prn_history_cancel (PrnHistory *history, const char *join);

/**
 * prn_history_undo:
 * @history: a history
 *
 * Goes one step back. When there is no step before the present map, nothing happens.
 *
 * Returns: whether the present map is another one now
 */
gboolean prn_history_undo (PrnHistory *history);

/**
 * prn_history_redo:
 * @history: a history
 *
 * Goes one step forward again.
 *
 * Returns: whether the present map is another one now
 */
gboolean prn_history_redo (PrnHistory *history);

/**
 * prn_history_get_undo_name:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): what prn_history_undo() takes back, %NULL if nothing
 */
const char *prn_history_get_undo_name (PrnHistory *history);

/**
 * prn_history_get_redo_name:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): what prn_history_redo() does again, %NULL if nothing
 */
const char *prn_history_get_redo_name (PrnHistory *history);

/**
 * prn_history_set_saved:
 * @history: a history
 * @saved: whether the present map is the one in the file; if not, no map is
 *
 * Seals the present step, since what is in a file must not change under its name.
 */
void prn_history_set_saved (PrnHistory *history, gboolean saved);

/**
 * prn_history_is_saved:
 * @history: a history
 *
 * Returns: whether the present map is the one that counts as saved, also after undo and redo
 */
gboolean prn_history_is_saved (PrnHistory *history);

G_END_DECLS
