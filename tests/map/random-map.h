/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * random_map_new:
 * @rand: a source of randomness
 * @n: how many elements of each kind
 *
 * Makes a map by walking the tables: every member is now and then given, with whatever its row
 * allows, and every reference names an element of a kind it may name.
 *
 * Returns: (transfer full): the map
 */
PrnMap *random_map_new (GRand *rand, guint n);

/**
 * random_element_new:
 * @rand: a source of randomness
 * @kind: its kind
 * @id: its id
 * @n: how many elements of each kind there are to refer to
 *
 * Returns: (transfer full): an element
 */
gpointer random_element_new (GRand *rand, PrnKind kind, const char *id, guint n);

/**
 * random_element_id:
 * @kind: a kind
 * @index: below the number of elements of that kind
 *
 * Returns: (transfer full): the id it has in a random map
 */
char *random_element_id (PrnKind kind, guint index);

G_END_DECLS
