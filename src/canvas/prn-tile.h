/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"

G_BEGIN_DECLS

/* Side of a tile in device pixels. GTK repaints the whole of a tile of which anything changed: small
 * ones make an edit fast, large ones a pan. */
#define PRN_TILE_SIDE 384

/**
 * PrnTileScale:
 * @zoom: pixels a map unit: what the painter decides its detail by
 * @scale_factor: device pixels a pixel
 *
 * How large a tile shows the map.
 */
typedef struct {
  double zoom;
  int scale_factor;
} PrnTileScale;

/* One painted square of a scene, and what of it no longer shows the scene. */

typedef struct {
  gint64 key;
  int column, row;
  guint64 used;            /* number of the frame that last showed it */
  cairo_surface_t *surface;
  cairo_region_t *spoilt;  /* in device pixels of the tile; NULL: nothing */
  GskRenderNode *node;     /* NULL: not painted yet */
} PrnTile;

/* Returns: (transfer full): a tile that is not painted yet. */
PrnTile *prn_tile_new (int column, int row);
void prn_tile_free (PrnTile *self);

/* The key of the tile in a column and a row. */
gint64 prn_tile_key (int column, int row);

/* How many map units a tile is wide and high. */
double prn_tile_side (const PrnTileScale *scale);

/* Whether it has to be painted. */
gboolean prn_tile_is_stale (const PrnTile *self);

/* Notes that what of it shows a place of the map is to be painted again. */
void prn_tile_spoil (PrnTile *self, const PrnTileScale *scale, const PrnRectangle *place);

/* Paints what is to be painted. */
void prn_tile_paint (PrnTile *self, const PrnTileScale *scale, PrnScene *scene, PrnColor ground);

G_END_DECLS
