/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"

G_BEGIN_DECLS

/**
 * prn_scene_line:
 * @scene: a scene
 * @item: one of its triggers
 *
 * Returns: (transfer none): the way its line takes, in map units
 */
const PrnLine *prn_scene_line (PrnScene *scene, const PrnItem *item);

/**
 * prn_scene_shows_label:
 * @scene: a scene
 * @item: one of its triggers
 * @zoom: as for prn_scene_paint()
 *
 * Returns: whether its label is painted
 */
gboolean prn_scene_shows_label (PrnScene *scene, const PrnItem *item, double zoom);

G_END_DECLS
