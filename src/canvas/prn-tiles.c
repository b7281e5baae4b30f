/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tiles.h"

#include <math.h>

/* Side of a tile in device pixels. */
#define TILE 512

/* Tiles kept beside those in view, a mebibyte each. */
#define MAX_SPARE 64

typedef struct {
  gint64 key;
  int column, row;
  guint64 used; /* number of the frame that last showed it */
  GskRenderNode *node;
} Tile;

typedef struct {
  double scale; /* device pixels a map unit */
  double zoom;  /* pixels a map unit: what the painter decides its detail by */
  int scale_factor;
  gboolean complete; /* covered the view once */
  GHashTable *tiles; /* Tile, by its key */
} Generation;

struct _PrnTiles {
  PrnScene *scene;
  PrnColor ground;
  guint64 frame;
  Generation *now;
  Generation *before;
};

/* The tiles, by column and row, that a part of the map touches. */
typedef struct {
  int left, top, right, bottom;
} Span;

static void
tile_free (Tile *tile)
{
  gsk_render_node_unref (tile->node);
  g_free (tile);
}

static Generation *
generation_new (const PrnViewport *viewport, int scale_factor)
{
  Generation *self = g_new0 (Generation, 1);

  self->zoom = viewport->zoom;
  self->scale_factor = scale_factor;
  self->scale = viewport->zoom * scale_factor;
  self->tiles =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) tile_free);
  return self;
}

static void
generation_free (Generation *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->tiles);
  g_free (self);
}

PrnTiles *
prn_tiles_new (void)
{
  return g_new0 (PrnTiles, 1);
}

void
prn_tiles_free (PrnTiles *self)
{
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->now, generation_free);
  g_clear_pointer (&self->before, generation_free);
  g_free (self);
}

/* What is being painted becomes what was painted, if it ever covered the view. */
static void
retire (PrnTiles *self)
{
  if (self->now == NULL)
    return;

  if (self->now->complete || self->before == NULL) {
    g_clear_pointer (&self->before, generation_free);
    self->before = g_steal_pointer (&self->now);
  } else {
    g_clear_pointer (&self->now, generation_free);
  }
}

void
prn_tiles_set_scene (PrnTiles *self, PrnScene *scene, PrnColor ground)
{
  PrnScene *old = self->scene;

  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  self->ground = ground;
  g_clear_pointer (&old, prn_scene_unref);
  retire (self);
}

static gint64
tile_key (int column, int row)
{
  return ((gint64) column << 32) | (guint32) row;
}

static Span
span_of (const Generation *generation, PrnRectangle visible)
{
  double side = TILE / generation->scale;

  return (Span){
    .left = (int) floor (visible.x / side),
    .top = (int) floor (visible.y / side),
    .right = (int) floor ((visible.x + visible.w) / side),
    .bottom = (int) floor ((visible.y + visible.h) / side),
  };
}

static GskRenderNode *
paint_tile (PrnTiles *self, int column, int row)
{
  Generation *generation = self->now;
  double side = TILE / generation->scale;
  float logical = (float) TILE / generation->scale_factor;
  PrnRectangle clip = { column * side, row * side, side, side };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE, TILE);
  GskRenderNode *node;
  cairo_t *cr;

  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, self->ground.r, self->ground.g, self->ground.b);
  cairo_paint (cr);
  cairo_scale (cr, generation->scale, generation->scale);
  cairo_translate (cr, -clip.x, -clip.y);
  prn_scene_paint (self->scene, cr, &clip, generation->zoom);
  cairo_destroy (cr);

  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, logical, logical));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1.0 / generation->scale_factor, 1.0 / generation->scale_factor);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

/* The missing tile in view nearest to its middle. */
static gboolean
next_missing (PrnTiles *self, Span span, int *column, int *row)
{
  double middle_x = (span.left + span.right) / 2.0;
  double middle_y = (span.top + span.bottom) / 2.0;
  double best = INFINITY;

  for (int y = span.top; y <= span.bottom; y++) {
    for (int x = span.left; x <= span.right; x++) {
      double distance = hypot (x - middle_x, y - middle_y);
      gint64 key = tile_key (x, y);

      if (distance < best && !g_hash_table_contains (self->now->tiles, &key)) {
        best = distance;
        *column = x;
        *row = y;
      }
    }
  }

  return isfinite (best);
}

/* Drops the tiles that have been out of view for longest. */
static void
evict (PrnTiles *self, Span span)
{
  guint in_view = (guint) ((span.right - span.left + 1) * (span.bottom - span.top + 1));
  GHashTable *tiles = self->now->tiles;

  while (g_hash_table_size (tiles) > in_view + MAX_SPARE) {
    GHashTableIter iter;
    Tile *tile, *oldest = NULL;

    g_hash_table_iter_init (&iter, tiles);
    while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile)) {
      if (oldest == NULL || tile->used < oldest->used)
        oldest = tile;
    }
    g_hash_table_remove (tiles, &oldest->key);
  }
}

gboolean
prn_tiles_paint (PrnTiles *self, const PrnViewport *viewport, int scale_factor, gint64 budget)
{
  gint64 deadline = g_get_monotonic_time () + budget;
  int column, row;
  Span span;

  self->frame++;
  if (self->scene == NULL) {
    g_clear_pointer (&self->before, generation_free);
    return TRUE;
  }

  if (self->now != NULL && !G_APPROX_VALUE (self->now->scale, viewport->zoom * scale_factor, 1e-9))
    retire (self);
  if (self->now == NULL)
    self->now = generation_new (viewport, scale_factor);

  span = span_of (self->now, prn_viewport_visible (viewport));
  while (next_missing (self, span, &column, &row)) {
    Tile *tile = g_new0 (Tile, 1);

    tile->key = tile_key (column, row);
    tile->column = column;
    tile->row = row;
    tile->used = self->frame;
    tile->node = paint_tile (self, column, row);
    g_hash_table_insert (self->now->tiles, &tile->key, tile);

    if (g_get_monotonic_time () >= deadline)
      break;
  }

  evict (self, span);
  if (next_missing (self, span, &column, &row))
    return FALSE;

  self->now->complete = TRUE;
  g_clear_pointer (&self->before, generation_free);
  return TRUE;
}

static void
snapshot_tile (const Generation *generation, const Tile *tile, const PrnViewport *viewport,
               GtkSnapshot *snapshot)
{
  double factor = viewport->zoom / generation->zoom;
  double scale = viewport->zoom * generation->scale_factor;
  double side = TILE / generation->scale * scale;
  /* Whole device pixels: tiles stay sharp and meet without a seam. */
  double left = (tile->column * side - round (viewport->x * scale)) / generation->scale_factor;
  double top = (tile->row * side - round (viewport->y * scale)) / generation->scale_factor;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  if (!G_APPROX_VALUE (factor, 1.0, 1e-9))
    gtk_snapshot_scale (snapshot, (float) factor, (float) factor);
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_generation (PrnTiles *self, Generation *generation, const PrnViewport *viewport,
                     GtkSnapshot *snapshot)
{
  Span span = span_of (generation, prn_viewport_visible (viewport));
  GHashTableIter iter;
  Tile *tile;

  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile)) {
    if (tile->column < span.left || tile->column > span.right || tile->row < span.top ||
        tile->row > span.bottom)
      continue;

    tile->used = self->frame;
    snapshot_tile (generation, tile, viewport, snapshot);
  }
}

void
prn_tiles_snapshot (PrnTiles *self, const PrnViewport *viewport, GtkSnapshot *snapshot)
{
  GdkRGBA ground = { (float) self->ground.r, (float) self->ground.g, (float) self->ground.b, 1 };
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);

  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->before != NULL)
    snapshot_generation (self, self->before, viewport, snapshot);
  if (self->now != NULL)
    snapshot_generation (self, self->now, viewport, snapshot);
  gtk_snapshot_pop (snapshot);
}
