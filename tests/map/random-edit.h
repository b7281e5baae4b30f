/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * random_edit:
 * @rand: a source of randomness
 * @map: a map of random_map_new()
 * @n: how many elements of each kind that map had
 * @name: what new elements are called after
 *
 * Makes a few edits by walking the tables: a member gets another value, an element is added,
 * removed or put elsewhere in its list, the map itself is changed.
 *
 * Returns: (transfer full): a map that opens
 */
PrnMap *random_edit (GRand *rand, PrnMap *map, guint n, const char *name);

/**
 * with_order:
 * @map: a map
 * @kind: a kind
 * @ids: (array zero-terminated=1): the ids of all of its elements
 *
 * Returns: (transfer full): the map with that list in that order
 */
PrnMap *with_order (PrnMap *map, PrnKind kind, const char *const *ids);

G_END_DECLS
