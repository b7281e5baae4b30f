/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-scene.h"

G_BEGIN_DECLS

/**
 * prn_scene_room_near:
 * @scene: a scene
 * @wanted: where the middle of something new would best be, in map units
 * @width: of it, in map units
 * @height: of it, in map units
 *
 * Finds a place that keeps away from stages, notes and the edges of bands and frames: @wanted if that is free,
 * else as near to it as can be. When there is no room far and wide it is @wanted all the same.
 *
 * Returns: where its middle is to be
 */
PrnSpot prn_scene_room_near (PrnScene *scene, PrnSpot wanted, double width, double height);

G_END_DECLS
