/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Edits of what an element is called and belongs to. See prn-edit-place.h for what all edits have
 * in common. */

typedef enum {
  PRN_END_FROM,
  PRN_END_TO,
} PrnEnd;

/**
 * prn_edit_rename:
 * @map: a map
 * @id: an element
 * @name: its new name; for a note its new text
 *
 * Renames an element; its id stays. A name that is too long for the format is not taken.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_rename (PrnMap *map, const char *id, const char *name);

/**
 * prn_edit_set_stage:
 * @map: a map
 * @ids: (array zero-terminated=1): events
 * @stage: (nullable): where they are expected from now on
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_set_stage (PrnMap *map, const char *const *ids, const char *stage);

/**
 * prn_edit_set_phase:
 * @map: a map
 * @ids: (array zero-terminated=1): stages
 * @phase: (nullable): the phase they are to be in
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_set_phase (PrnMap *map, const char *const *ids, const char *phase);

/**
 * prn_edit_reorder:
 * @map: a map
 * @id: an element
 * @position: where it is to stand among those of its kind
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_reorder (PrnMap *map, const char *id, guint position);

/**
 * prn_edit_reconnect:
 * @map: a map
 * @id: a trigger
 * @end: which of its ends
 * @to: a stage; at the end it comes from, a phase or `*` as well
 *
 * Leads an end of a trigger elsewhere. Bend points, which led it to where it went, are dropped.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_reconnect (PrnMap *map, const char *id, PrnEnd end, const char *to);

/**
 * prn_edit_put_bend:
 * @map: a map
 * @id: a trigger
 * @position: where among its bend points the new one is to stand; beyond the last: at the end
 * @x: map unit
 * @y: map unit
 *
 * Adds a bend point.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_put_bend (PrnMap *map, const char *id, guint position, double x, double y);

/**
 * prn_edit_move_bend:
 * @map: a map
 * @id: a trigger
 * @position: which of its bend points
 * @x: map unit
 * @y: map unit
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_move_bend (PrnMap *map, const char *id, guint position, double x, double y);

/**
 * prn_edit_remove_bend:
 * @map: a map
 * @id: a trigger
 * @position: which of its bend points
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_remove_bend (PrnMap *map, const char *id, guint position);

/**
 * prn_edit_straighten:
 * @map: a map
 * @ids: (array zero-terminated=1): triggers
 *
 * Drops all bend points, so that the program finds the way.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_straighten (PrnMap *map, const char *const *ids);

G_END_DECLS
