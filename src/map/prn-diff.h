/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* What is different between two maps, element by element and member by member. */

typedef enum {
  PRN_CHANGE_ADDED,
  PRN_CHANGE_REMOVED,
  PRN_CHANGE_CHANGED,
  PRN_CHANGE_MOVED, /* in the order of its list; a place on the canvas is a member like others */
} PrnChangeType;

/**
 * PrnChange:
 * @type: what happened
 * @kind: to what: `stage`, or `map`
 * @id: (nullable): the element's id; %NULL for the map itself
 * @label: what it is called in the newer map, or the older one if it is gone
 * @place: (nullable): which member: `owner`, `match.names`, `set[upgrade].share`; %NULL for a
 *   whole element and its place in the list
 * @old: (nullable): what the older file said, as JSON on one line; %NULL when it said nothing;
 *   when moved, the position in the list, counted from 1
 * @now: (nullable): what the newer file says, likewise
 * @words: a sentence: `Stage "Trial": owner was "Sales", is now "Growth".`
 *
 * One thing that is different.
 */
typedef struct {
  PrnChangeType type;
  const char *kind;
  char *id;
  char *label;
  char *place;
  char *old;
  char *now;
  char *words;
} PrnChange;

void prn_change_free (PrnChange *change);

/**
 * prn_change_type_name:
 * @type: what happened
 *
 * Returns: (transfer none): `added`, `removed`, `changed` or `moved`
 */
const char *prn_change_type_name (PrnChangeType type);

/**
 * prn_map_diff:
 * @older: a map
 * @newer: another
 *
 * Compares by element and member, in time proportional to the elements; what the maps share costs
 * nothing. Elements are the same when their kind and id are. Of the elements that changed places in
 * a list, as few as possible are named.
 *
 * Returns: (transfer full) (element-type PrnChange): the changes in the order of the file; none
 *   when both maps print the same
 */
GPtrArray *prn_map_diff (PrnMap *older, PrnMap *newer);

G_END_DECLS
