/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_keep_places:
 * @map: a map
 * @seen: the map it was made of, as it was on the screen until now
 *
 * Places the stages of @map that nobody has placed: those that were in @seen stay where they were
 * seen there, though what is new would have been laid out otherwise, and the notes with them. The
 * others are placed as prn_layout_missing() does.
 *
 * Returns: (transfer full): the map with every stage placed, @map itself if nothing was missing
 */
PrnMap *prn_keep_places (PrnMap *map, PrnMap *seen);

G_END_DECLS
