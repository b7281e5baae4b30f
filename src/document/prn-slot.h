/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnSlot:
 * @record: a table
 * @data: a struct of that table
 * @member: the row of it that is meant
 * @index: the item that is meant where the member is a list, -1 for the member itself
 *
 * One place in a map that has a value.
 */
typedef struct {
  const PrnRecord *record;
  gpointer data;
  const PrnMember *member;
  int index;
} PrnSlot;

/**
 * prn_slot_find:
 * @slot: (out): the place
 * @record: the table to begin with
 * @data: a struct of that table
 * @path: a way from there: `share`, `by_segment[0].share`, `when.all[1].count`
 * @error: return location: why there is no such place
 *
 * Walks down. Whoever may not change @data must not change what @slot leads to.
 *
 * Returns: whether @slot was set
 */
gboolean prn_slot_find (PrnSlot *slot, const PrnRecord *record, gconstpointer data,
                        const char *path, GError **error);

/**
 * prn_slot_find_in_map:
 * @slot: (out): the place; valid as long as @map, and not to be changed
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: a way from there
 *
 * Returns: whether @slot was set
 */
gboolean prn_slot_find_in_map (PrnSlot *slot, PrnMap *map, const char *id, const char *path);

/* Where the value of the member is; whatever the index says. */
static inline gpointer
prn_slot_field (const PrnSlot *slot)
{
  return G_STRUCT_MEMBER_P (slot->data, slot->member->offset);
}

/**
 * prn_slot_is_list:
 * @slot: a place
 *
 * Returns: whether the member is a list of any type
 */
gboolean prn_slot_is_list (const PrnSlot *slot);

/**
 * prn_slot_count:
 * @slot: a place whose member is a list
 *
 * Returns: how many items the list has
 */
guint prn_slot_count (const PrnSlot *slot);

/**
 * prn_slot_json:
 * @slot: a place
 *
 * Returns: (transfer full) (nullable): the value as in a file, on one line; %NULL when a file leaves
 *   it out
 */
char *prn_slot_json (const PrnSlot *slot);

G_END_DECLS
