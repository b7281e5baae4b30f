/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-scene.h"

G_BEGIN_DECLS

/* What is seen of elements while they are moved by hand: they themselves, and their triggers as
 * plain lines to what stays. Laid over the scene that prn_scene_lift() gives. */

typedef struct _PrnMove PrnMove;

/**
 * prn_move_new:
 * @scene: the scene before the move; the move keeps it
 * @ids: (array zero-terminated=1): the ids that prn_scene_lift() was given
 *
 * Returns: (transfer full): a move that can be painted anywhere
 */
PrnMove *prn_move_new (PrnScene *scene, const char *const *ids);
void prn_move_free (PrnMove *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnMove, prn_move_free)

/**
 * prn_move_frame:
 * @self: a move
 *
 * Returns: what holds the cards, notes, frames and bands that are moved, where they were: what
 *   snaps to guides
 */
PrnRectangle prn_move_frame (PrnMove *self);

/**
 * prn_move_bounds:
 * @self: a move
 * @dx: how far to the right, in map units
 * @dy: how far down
 *
 * Returns: all ink that prn_move_paint() leaves there
 */
PrnRectangle prn_move_bounds (PrnMove *self, double dx, double dy);

/**
 * prn_move_paint:
 * @self: a move
 * @cr: where; already transformed to map units
 * @dx: how far to the right, in map units
 * @dy: how far down
 * @zoom: as for prn_scene_paint()
 *
 * Paints what is moved at its new place.
 */
void prn_move_paint (PrnMove *self, cairo_t *cr, double dx, double dy, double zoom);

G_END_DECLS
