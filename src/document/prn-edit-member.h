/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-slot.h"

G_BEGIN_DECLS

/* Anything in a map, set by itself: one member of one element, or of the map, by the way to it as
 * problems give it (`by_segment[0].share`). Every function gives another map, the same one when
 * nothing changes, or refuses with one sentence: what is wrong and what was expected. What a loader
 * would refuse is refused, references to nothing as well, so that every map made here can be saved
 * and opened again.
 *
 * Values are JSON, as in a file. What a value makes impossible is mended in the same step: a filter
 * that becomes `exists` loses its value, a target of another measure gets a bound that fits it. */

/**
 * prn_edit_get_member:
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: the way to a member or an item
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it is at its default, or not there
 */
char *prn_edit_get_member (PrnMap *map, const char *id, const char *path);

/**
 * prn_edit_set_member:
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: the way to a member or an item
 * @json: (nullable): its new value, %NULL for the default
 * @error: return location
 *
 * Sets one member.
 *
 * Returns: (transfer full) (nullable): the map with it; %NULL with @error set when it is refused
 */
PrnMap *prn_edit_set_member (PrnMap *map, const char *id, const char *path, const char *json,
                             GError **error);

/**
 * prn_edit_insert_item:
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: the way to a list
 * @index: before which item; the length of the list or more: at its end
 * @json: the new item
 * @error: return location
 *
 * Puts an item into a list.
 *
 * Returns: (transfer full) (nullable): the map with it; %NULL with @error set when it is refused
 */
PrnMap *prn_edit_insert_item (PrnMap *map, const char *id, const char *path, guint index,
                              const char *json, GError **error);

/**
 * prn_edit_remove_item:
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: the way to an item of a list: `channels[2]`
 * @error: return location
 *
 * Takes an item out of a list.
 *
 * Returns: (transfer full) (nullable): the map without it; %NULL with @error set when it is refused
 */
PrnMap *prn_edit_remove_item (PrnMap *map, const char *id, const char *path, GError **error);

/**
 * prn_edit_move_item:
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: the way to an item of a list: `channels[2]`
 * @to: the index it shall have; more than the last: the end
 * @error: return location
 *
 * Gives an item another place in its list.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set when it is refused
 */
PrnMap *prn_edit_move_item (PrnMap *map, const char *id, const char *path, guint to,
                            GError **error);

G_END_DECLS
