/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Copies of parts of maps. See prn-edit-place.h for what all edits have in common.
 *
 * A fragment is a map of its own, in the same format: what was chosen, and what that needs to
 * mean the same elsewhere (the events of a condition, the phase of a stage). Its member `copied`,
 * which is none of the format's, lists what was chosen. What is needed but was not chosen is taken
 * from the map it is pasted into if that has an element of the same id, kind and name. */

/* The type of a fragment between programs. */
#define PRN_FRAGMENT_TYPE "application/vnd.perennial.map+json"

/* How far from the original a copy is put, in map units. */
#define PRN_COPY_OFFSET 24

/**
 * prn_edit_copy:
 * @map: a map
 * @ids: (array zero-terminated=1): elements; a stage takes its events along, a phase its stages,
 *   and two stages the triggers between them
 *
 * Returns: (transfer full) (nullable): the fragment, UTF-8; %NULL when there is nothing to copy
 */
GBytes *prn_edit_copy (PrnMap *map, const char *const *ids);

/**
 * prn_edit_copied_map:
 * @map: a map
 * @ids: (array zero-terminated=1): elements, as in prn_edit_copy()
 *
 * Returns: (transfer full) (nullable): the fragment as a map, to be drawn
 */
PrnMap *prn_edit_copied_map (PrnMap *map, const char *const *ids);

/**
 * prn_edit_paste:
 * @map: a map
 * @fragment: what prn_edit_copy() returned, or any map file: all of it is pasted then
 * @x: where the middle of what is pasted is to be, in map units; NaN: the usual offset from where
 *   it was copied
 * @y: the same downwards
 * @ids: (out) (optional) (transfer full) (array zero-terminated=1): what the chosen elements are
 *   called now
 * @error: return location; @fragment is not a map
 *
 * Adds copies under fresh ids, all of them related to each other as the originals were.
 *
 * Returns: (transfer full): the map after it, @map itself with @error set if that failed
 */
PrnMap *prn_edit_paste (PrnMap *map, GBytes *fragment, double x, double y, char ***ids,
                        GError **error);

/**
 * prn_edit_duplicate:
 * @map: a map
 * @ids: (array zero-terminated=1): elements, as in prn_edit_copy()
 * @dx: how far to the right of the originals, in map units
 * @dy: how far below
 * @new_ids: (out) (optional) (transfer full) (array zero-terminated=1): the copies of @ids
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_duplicate (PrnMap *map, const char *const *ids, double dx, double dy,
                            char ***new_ids);

G_END_DECLS
