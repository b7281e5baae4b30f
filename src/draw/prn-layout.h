/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_layout:
 * @map: a map
 *
 * Places every stage anew: layered along the flow from left to right (Sugiyama, Tagawa and Toda
 * 1981: cycles broken, layers, crossings reduced, coordinates), phases as lanes that do not
 * overlap. A way too long for a slide goes on in a next row, as text does. Bend points placed by
 * hand are dropped; notes keep their place beside the stage they hang on. The result depends on
 * nothing but @map.
 *
 * Returns: (transfer full): the map with new positions on the grid of 8
 */
PrnMap *prn_layout (PrnMap *map);

/**
 * prn_layout_missing:
 * @map: a map
 *
 * Places the stages that have no position, and no others: all of them as prn_layout() does if none
 * has one, else beside what is there. Bend points stay: nothing that is in the map is lost.
 *
 * Returns: (transfer full): the map with every stage placed, @map itself if nothing was missing
 */
PrnMap *prn_layout_missing (PrnMap *map);

G_END_DECLS
