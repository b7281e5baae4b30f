/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tile.h"

#include <math.h>

/* A tile spoilt at more places than this is painted from the first to the last of them. */
#define SPOILT_MAX 64

PrnTile *
prn_tile_new (int column, int row)
{
  PrnTile *self = g_new0 (PrnTile, 1);

  self->key = prn_tile_key (column, row);
  self->column = column;
  self->row = row;
  return self;
}

void
prn_tile_free (PrnTile *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->spoilt, cairo_region_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

gint64
prn_tile_key (int column, int row)
{
  return (gint64) ((guint64) column << 32) | (guint32) row;
}

double
prn_tile_side (const PrnTileScale *scale)
{
  return PRN_TILE_SIDE / (scale->zoom * scale->scale_factor);
}

gboolean
prn_tile_is_stale (const PrnTile *self)
{
  return self->node == NULL || self->spoilt != NULL;
}

/* A pixel more on each side: what is painted up to an edge is seen a little beyond it. */
static cairo_rectangle_int_t
pixels_of (const PrnTile *self, const PrnTileScale *scale, const PrnRectangle *place)
{
  double factor = scale->zoom * scale->scale_factor;
  double left = floor (place->x * factor - (double) self->column * PRN_TILE_SIDE) - 1;
  double top = floor (place->y * factor - (double) self->row * PRN_TILE_SIDE) - 1;
  double right = ceil ((place->x + place->w) * factor - (double) self->column * PRN_TILE_SIDE) + 1;
  double bottom = ceil ((place->y + place->h) * factor - (double) self->row * PRN_TILE_SIDE) + 1;
  cairo_rectangle_int_t r;

  r.x = (int) CLAMP (left, 0, PRN_TILE_SIDE);
  r.y = (int) CLAMP (top, 0, PRN_TILE_SIDE);
  r.width = (int) CLAMP (right, 0, PRN_TILE_SIDE) - r.x;
  r.height = (int) CLAMP (bottom, 0, PRN_TILE_SIDE) - r.y;
  return r;
}

/* Whether a place is so far from a tile that it spoils no pixel of it. */
static gboolean
is_apart (const PrnTile *self, const PrnTileScale *scale, const PrnRectangle *place)
{
  double side = prn_tile_side (scale), pixels = 2 / (scale->zoom * scale->scale_factor);
  double left = self->column * side - pixels, top = self->row * side - pixels;

  return place->x > left + side + 2 * pixels || place->x + place->w < left ||
         place->y > top + side + 2 * pixels || place->y + place->h < top;
}

void
prn_tile_spoil (PrnTile *self, const PrnTileScale *scale, const PrnRectangle *place)
{
  cairo_rectangle_int_t r;

  if (is_apart (self, scale, place))
    return;
  r = pixels_of (self, scale, place);
  if (r.width <= 0 || r.height <= 0)
    return;
  if (self->spoilt == NULL)
    self->spoilt = cairo_region_create ();
  cairo_region_union_rectangle (self->spoilt, &r);
  if (cairo_region_num_rectangles (self->spoilt) > SPOILT_MAX) {
    cairo_region_get_extents (self->spoilt, &r);
    cairo_region_union_rectangle (self->spoilt, &r);
  }
}

/* What GTK shows: the surface, one to one. */
static GskRenderNode *
make_node (cairo_surface_t *surface, int scale_factor)
{
  float logical = (float) PRN_TILE_SIDE / (float) scale_factor;
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, logical, logical));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1.0 / scale_factor, 1.0 / scale_factor);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* A surface whose pixels are not cleared first: all of them are painted. */
static cairo_surface_t *
make_surface (void)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, PRN_TILE_SIDE);
  guchar *pixels = g_malloc ((gsize) stride * PRN_TILE_SIDE);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      pixels, CAIRO_FORMAT_RGB24, PRN_TILE_SIDE, PRN_TILE_SIDE, stride);

  cairo_surface_set_user_data (surface, &key, pixels, g_free);
  return surface;
}

/* The spoilt pixels of a tile, which become the clip of @cr, in map units. */
static GArray *
clip_to_spoilt (PrnTile *self, const PrnTileScale *scale, cairo_t *cr)
{
  double side = prn_tile_side (scale), factor = scale->zoom * scale->scale_factor;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (int i = 0; i < cairo_region_num_rectangles (self->spoilt); i++) {
    cairo_rectangle_int_t r;
    PrnRectangle place;

    cairo_region_get_rectangle (self->spoilt, i, &r);
    cairo_rectangle (cr, r.x, r.y, r.width, r.height);
    place = (PrnRectangle){ self->column * side + r.x / factor, self->row * side + r.y / factor,
                            r.width / factor, r.height / factor };
    g_array_append_val (places, place);
  }
  cairo_clip (cr);
  return places;
}

void
prn_tile_paint (PrnTile *self, const PrnTileScale *scale, PrnScene *scene, PrnColor ground)
{
  double side = prn_tile_side (scale), factor = scale->zoom * scale->scale_factor;
  const PrnRectangle all = { self->column * side, self->row * side, side, side };
  g_autoptr (GArray) places = NULL;
  cairo_t *cr;

  /* The old node lets go of the surface before it is written to: else it would be copied. */
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->surface == NULL)
    self->surface = make_surface ();

  cr = cairo_create (self->surface);
  if (self->spoilt != NULL)
    places = clip_to_spoilt (self, scale, cr);
  cairo_set_source_rgb (cr, ground.r, ground.g, ground.b);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, -all.x, -all.y);
  if (places != NULL)
    prn_scene_paint_places (scene, cr, (const PrnRectangle *) places->data, places->len,
                            scale->zoom);
  else
    prn_scene_paint (scene, cr, &all, scale->zoom);
  cairo_destroy (cr);

  g_clear_pointer (&self->spoilt, cairo_region_destroy);
  self->node = make_node (self->surface, scale->scale_factor);
}
