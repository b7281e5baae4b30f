/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_edit_graft:
 * @map: where to add
 * @source: where from; may be @map
 * @chosen: a set of ids of @source: what is added under fresh ids
 * @dx: how far to the right of where it was, in map units
 * @dy: how far below
 * @names: (out) (optional) (transfer full) (element-type utf8 utf8): by id in @source, the id in
 *   the result
 *
 * Adds copies of elements and leads their references to each other. What they refer to besides is
 * found in @map by id, kind and name, or added as well.
 *
 * Returns: (transfer full): the map after it, @map itself when there is no room
 */
PrnMap *prn_edit_graft (PrnMap *map, PrnMap *source, GHashTable *chosen, double dx, double dy,
                        GHashTable **names);

G_END_DECLS
