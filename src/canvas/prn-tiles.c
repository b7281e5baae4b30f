/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tiles.h"

#include <math.h>

#include "prn-tile.h"

/* Tiles kept beside those in view, half a mebibyte each. */
#define MAX_SPARE 112

typedef struct {
  PrnTileScale scale;
  gboolean complete; /* covered the view once */
  GHashTable *tiles; /* PrnTile, by its key */
} Generation;

struct _PrnTiles {
  PrnScene *scene;
  PrnScene *base; /* what @scene was made of, when that was painted before; nullable */
  PrnColor ground;
  guint64 frame;
  Generation *now;
  Generation *before;
};

/* The tiles, by column and row, that a part of the map touches. */
typedef struct {
  int left, top, right, bottom;
} Span;

static Generation *
generation_new (const PrnViewport *viewport, int scale_factor)
{
  Generation *self = g_new0 (Generation, 1);

  self->scale = (PrnTileScale){ viewport->zoom, scale_factor };
  self->tiles =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) prn_tile_free);
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
  g_clear_pointer (&self->base, prn_scene_unref);
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

/* Tiles that show one of these places are painted again; until then they are shown as they are. */
static void
spoil (PrnTiles *self, const PrnRectangle *places, guint n)
{
  GHashTableIter iter;
  PrnTile *tile;

  if (self->now == NULL)
    return;
  g_hash_table_iter_init (&iter, self->now->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    for (guint i = 0; i < n; i++)
      prn_tile_spoil (tile, &self->now->scale, &places[i]);
}

static gboolean
is_same_color (PrnColor a, PrnColor b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

/* Whether what changed from the scene that is painted to @scene is known; then the tiles it spoils
 * are marked. */
static gboolean
spoil_changes (PrnTiles *self, PrnScene *scene)
{
  const PrnRectangle *places, *more = NULL;
  guint n, n_more = 0;

  if (scene == NULL || self->scene == NULL)
    return FALSE;
  places = prn_scene_changes (scene, self->scene, &n);
  /* Both may be made of one that was painted before: something was lifted and is put down. */
  if (places == NULL && self->base != NULL) {
    places = prn_scene_changes (scene, self->base, &n);
    more = prn_scene_changes (self->scene, self->base, &n_more);
    if (scene == self->base)
      places = more, n = n_more;
    if (more == NULL)
      return FALSE;
  }
  if (places == NULL)
    return FALSE;
  spoil (self, places, n);
  spoil (self, more, n_more);
  return TRUE;
}

static gboolean
unref_cb (gpointer scene)
{
  prn_scene_unref (scene);
  return G_SOURCE_REMOVE;
}

/* Lets go of a scene once what is shown now is on the screen: taking a large one apart takes time. */
static void
unref_later (PrnScene *scene)
{
  if (scene != NULL)
    g_idle_add (unref_cb, scene);
}

void
prn_tiles_set_scene (PrnTiles *self, PrnScene *scene, PrnColor ground)
{
  PrnScene *old = self->scene, *old_base = self->base;
  guint n;

  if (scene == old && is_same_color (self->ground, ground))
    return;

  if (!is_same_color (self->ground, ground) || !spoil_changes (self, scene))
    retire (self);
  self->base = NULL;
  if (scene != NULL && old != NULL && prn_scene_changes (scene, old, &n) != NULL)
    self->base = prn_scene_ref (old);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  self->ground = ground;
  unref_later (old);
  unref_later (old_base);
}

static Span
span_of (const Generation *generation, PrnRectangle visible)
{
  double side = prn_tile_side (&generation->scale);

  return (Span){
    .left = (int) floor (visible.x / side),
    .top = (int) floor (visible.y / side),
    .right = (int) floor ((visible.x + visible.w) / side),
    .bottom = (int) floor ((visible.y + visible.h) / side),
  };
}

/* The tile there, to be painted if it is new. */
static PrnTile *
tile_at (Generation *generation, int column, int row)
{
  gint64 key = prn_tile_key (column, row);
  PrnTile *tile = g_hash_table_lookup (generation->tiles, &key);

  if (tile == NULL) {
    tile = prn_tile_new (column, row);
    g_hash_table_insert (generation->tiles, &tile->key, tile);
  }
  return tile;
}

static gboolean
is_missing (PrnTiles *self, int column, int row)
{
  gint64 key = prn_tile_key (column, row);
  const PrnTile *tile = g_hash_table_lookup (self->now->tiles, &key);

  return tile == NULL || prn_tile_is_stale (tile);
}

/* The tile in view nearest to its middle that is missing or stale. */
static gboolean
next_missing (PrnTiles *self, Span span, int *column, int *row)
{
  double middle_x = (span.left + span.right) / 2.0;
  double middle_y = (span.top + span.bottom) / 2.0;
  double best = INFINITY;

  for (int y = span.top; y <= span.bottom; y++) {
    for (int x = span.left; x <= span.right; x++) {
      double distance = hypot (x - middle_x, y - middle_y);

      if (distance < best && is_missing (self, x, y)) {
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
    PrnTile *tile, *oldest = NULL;

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

  if (self->now != NULL && (!G_APPROX_VALUE (self->now->scale.zoom, viewport->zoom, 1e-9) ||
                            self->now->scale.scale_factor != scale_factor))
    retire (self);
  if (self->now == NULL)
    self->now = generation_new (viewport, scale_factor);

  span = span_of (self->now, prn_viewport_visible (viewport));
  while (next_missing (self, span, &column, &row)) {
    PrnTile *tile = tile_at (self->now, column, row);

    tile->used = self->frame;
    prn_tile_paint (tile, &self->now->scale, self->scene, self->ground);
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
snapshot_tile (const Generation *generation, const PrnTile *tile, const PrnViewport *viewport,
               GtkSnapshot *snapshot)
{
  int scale_factor = generation->scale.scale_factor;
  double factor = viewport->zoom / generation->scale.zoom;
  double scale = viewport->zoom * scale_factor;
  double side = prn_tile_side (&generation->scale) * scale;
  /* Whole device pixels: tiles stay sharp and meet without a seam. */
  double left = (tile->column * side - round (viewport->x * scale)) / scale_factor;
  double top = (tile->row * side - round (viewport->y * scale)) / scale_factor;

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
  PrnTile *tile;

  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile)) {
    if (tile->column < span.left || tile->column > span.right || tile->row < span.top ||
        tile->row > span.bottom || tile->node == NULL)
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
