/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_room_beside:
 * @map: a map in which every stage has a place
 * @stage: one of its stages
 * @side: where of it
 *
 * Finds a place for a stage of the usual size that keeps away from all stages and notes: straight
 * beside @stage if that is free, else as little aside as can be.
 *
 * Returns: where its middle is to be, in map units
 */
PrnSpot prn_room_beside (PrnMap *map, const PrnStage *stage, PrnSide side);

G_END_DECLS
