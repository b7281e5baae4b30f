/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* A cache of painted squares of the scene. Simpler than a quadtree of levels: there
 * are two generations of tiles, the one being painted at the present scale and the last one that
 * was complete. The older one is shown, scaled, wherever the newer one has no tile yet; so
 * zooming and a changed scene never flash. */

typedef struct _PrnTiles PrnTiles;

/**
 * prn_tiles_new:
 *
 * Returns: (transfer full): a cache with nothing to paint
 */
PrnTiles *prn_tiles_new (void);
void prn_tiles_free (PrnTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTiles, prn_tiles_free)

/**
 * prn_tiles_set_scene:
 * @self: a cache
 * @scene: (nullable): what to paint
 * @ground: the colour below it
 *
 * Begins a new generation.
 */
void prn_tiles_set_scene (PrnTiles *self, PrnScene *scene, PrnColor ground);

/**
 * prn_tiles_paint:
 * @self: a cache
 * @viewport: what is in view
 * @scale_factor: device pixels a pixel
 * @budget: microseconds to spend at most (at least one tile is painted)
 *
 * Paints tiles that are in view and missing, those in the middle first.
 *
 * Returns: whether everything in view is painted
 */
gboolean prn_tiles_paint (PrnTiles *self, const PrnViewport *viewport, int scale_factor,
                          gint64 budget);

/**
 * prn_tiles_snapshot:
 * @self: a cache
 * @viewport: what is in view; the same as in the last call to prn_tiles_paint()
 * @snapshot: where to append the tiles, in pixels of the view
 *
 * Shows what is there.
 */
void prn_tiles_snapshot (PrnTiles *self, const PrnViewport *viewport, GtkSnapshot *snapshot);

G_END_DECLS
