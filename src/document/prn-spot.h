/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnSpot:
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
} PrnSpot;

/**
 * prn_spot_find:
 * @spot: (out): the place
 * @record: the table to begin with
 * @data: a struct of that table
 * @path: a way from there: `share`, `by_segment[0].share`, `when.all[1].count`
 * @error: return location: why there is no such place
 *
 * Walks down. Whoever may not change @data must not change what @spot leads to.
 *
 * Returns: whether @spot was set
 */
gboolean prn_spot_find (PrnSpot *spot, const PrnRecord *record, gconstpointer data,
                        const char *path, GError **error);

/**
 * prn_spot_find_in_map:
 * @spot: (out): the place; valid as long as @map, and not to be changed
 * @map: a map
 * @id: (nullable): an element, %NULL for the map itself
 * @path: a way from there
 *
 * Returns: whether @spot was set
 */
gboolean prn_spot_find_in_map (PrnSpot *spot, PrnMap *map, const char *id, const char *path);

/* Where the value of the member is; whatever the index says. */
static inline gpointer
prn_spot_field (const PrnSpot *spot)
{
  return G_STRUCT_MEMBER_P (spot->data, spot->member->offset);
}

/**
 * prn_spot_is_list:
 * @spot: a place
 *
 * Returns: whether the member is a list of any type
 */
gboolean prn_spot_is_list (const PrnSpot *spot);

/**
 * prn_spot_count:
 * @spot: a place whose member is a list
 *
 * Returns: how many items the list has
 */
guint prn_spot_count (const PrnSpot *spot);

/**
 * prn_spot_json:
 * @spot: a place
 *
 * Returns: (transfer full) (nullable): the value as in a file, on one line; %NULL when a file leaves
 *   it out
 */
char *prn_spot_json (const PrnSpot *spot);

G_END_DECLS
