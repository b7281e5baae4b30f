/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-scene-private.h"

#define GRID 32.0

/* Below this zoom the dots of the grid run together. */
#define GRID_FROM 0.4

/* And below that a hop is a blot. */
#define HOPS_FROM 0.5

typedef enum {
  LAYER_GROUND, /* bands and frames */
  LAYER_LINES,
  LAYER_LABELS,
  LAYER_CARDS,
  LAYER_NOTES,
} Layer;

typedef struct {
  PrnScene *scene;
  PrnPen *pen;
  const PrnRectangle *clip;
  double zoom;
  PrnHops *hops; /* nullable: of the lines that are painted */
} Painting;

/* Whether stages are blocks and lines mere lines; where each has a name to be told by, never. */
static gboolean
is_far (const Painting *self)
{
  return prn_detail_at (self->zoom) <= PRN_DETAIL_BLOCK && self->pen->class->begin == NULL;
}

static void
paint_grid (const Painting *self)
{
  const PrnRectangle *clip = self->clip != NULL ? self->clip : &self->scene->bounds;
  PrnColor color = prn_theme_table (self->scene->options.theme)->dots;

  if (!self->scene->options.dots || self->zoom < GRID_FROM)
    return;
  for (double y = ceil (clip->y / GRID) * GRID; y <= clip->y + clip->h; y += GRID)
    for (double x = ceil (clip->x / GRID) * GRID; x <= clip->x + clip->w; x += GRID) {
      const PrnRectangle dot = { x - 0.75, y - 0.75, 1.5, 1.5 };

      prn_pen_rectangle (self->pen, &dot);
    }
  prn_pen_fill (self->pen, color);
}

/* A stage or a trigger is called by its name and its facts where a picture has words. */
static void
begin (const Painting *self, const PrnItem *item)
{
  g_autofree char *title = NULL;

  if (self->pen->class->begin != NULL)
    title = g_strdup_printf ("%s. %s", item->name, item->facts);
  prn_pen_begin (self->pen, item->id, title);
}

static void
paint_band_or_frame (const Painting *self, const PrnItem *item, guint part)
{
  PrnScene *scene = self->scene;

  prn_pen_begin (self->pen, item->id, item->name);
  if (item->kind == PRN_ITEM_PHASE)
    prn_band_paint (&g_array_index (scene->bands, PrnBand, part), self->pen,
                    scene->options.theme);
  else
    prn_frame_paint (scene->map, part, self->pen, scene->options.theme);
  prn_pen_end (self->pen);
}

static void
paint_card (const Painting *self, const PrnItem *item, guint part)
{
  PrnScene *scene = self->scene;
  int entry = scene->entry_way[part];

  begin (self, item);
  if (entry >= 0 && !is_far (self))
    prn_way_paint_line (&scene->ways[entry], self->pen, scene->options.theme, self->zoom,
                        self->hops);
  prn_card_paint (&scene->cards[part], self->pen, scene->options.theme,
                  prn_detail_at (self->zoom));
  prn_pen_end (self->pen);
}

static void
paint_way (const Painting *self, const PrnItem *item, guint part, Layer layer)
{
  const PrnWay *way = &self->scene->ways[part];
  PrnThemeKind theme = self->scene->options.theme;

  if (layer == LAYER_LABELS) {
    prn_way_paint_label (way, self->pen, theme, self->zoom);
    return;
  }
  begin (self, item);
  prn_way_paint_line (way, self->pen, theme, self->zoom, self->hops);
  prn_pen_end (self->pen);
}

static void
paint_item (const Painting *self, guint index, Layer layer)
{
  const PrnItem *item = &g_array_index (self->scene->items, PrnItem, index);
  guint part = g_array_index (self->scene->parts, PrnItemPart, index).part;

  if (self->clip != NULL && !prn_rectangle_overlaps (&item->bounds, self->clip))
    return;

  if (layer == LAYER_GROUND && (item->kind == PRN_ITEM_PHASE || item->kind == PRN_ITEM_FRAME))
    paint_band_or_frame (self, item, part);
  else if (layer == LAYER_LABELS && item->kind == PRN_ITEM_PHASE)
    prn_band_paint_heading (&g_array_index (self->scene->bands, PrnBand, part), self->pen,
                            self->scene->options.theme, self->zoom);
  else if ((layer == LAYER_LINES || layer == LAYER_LABELS) && item->kind == PRN_ITEM_TRIGGER)
    paint_way (self, item, part, layer);
  else if (layer == LAYER_CARDS && item->kind == PRN_ITEM_STAGE)
    paint_card (self, item, part);
  else if (layer == LAYER_NOTES && item->kind == PRN_ITEM_NOTE) {
    prn_pen_begin (self->pen, item->id, item->facts);
    prn_sticky_paint (&self->scene->stickies[part], self->pen, self->scene->options.theme,
                      self->zoom);
    prn_pen_end (self->pen);
  }
}

static const PrnWay *
way_of (const Painting *self, guint index)
{
  const PrnItem *item = &g_array_index (self->scene->items, PrnItem, index);
  guint part = g_array_index (self->scene->parts, PrnItemPart, index).part;

  if (item->kind == PRN_ITEM_TRIGGER)
    return &self->scene->ways[part];
  if (item->kind == PRN_ITEM_STAGE && self->scene->entry_way[part] >= 0)
    return &self->scene->ways[self->scene->entry_way[part]];
  return NULL;
}

/* From far away all lines at once: their number is great, and nothing of them but where they run is
 * seen. */
static void
paint_far_lines (const Painting *self, GArray *seen)
{
  PrnThemeKind theme = self->scene->options.theme;

  for (guint i = 0; i < seen->len; i++) {
    const PrnWay *way = way_of (self, g_array_index (seen, guint, i));

    if (way != NULL)
      prn_way_paint_ribbon (way, self->pen, theme);
  }
  for (guint i = 0; i < seen->len; i++) {
    const PrnWay *way = way_of (self, g_array_index (seen, guint, i));

    if (way != NULL)
      prn_way_add_to_path (way, self->pen);
  }
  prn_way_stroke_path (self->pen, theme, self->zoom);
}

static gboolean
collect_cb (guint number, const PrnRectangle *r, gpointer data)
{
  g_array_append_val ((GArray *) data, number);
  return TRUE;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* The lines among them, seen from near enough. */
static PrnHops *
hops_of (const Painting *self, GArray *seen)
{
  PrnHops *hops;

  if (self->zoom < HOPS_FROM && self->pen->class->begin == NULL)
    return NULL;
  hops = prn_hops_new ();
  for (guint i = 0; i < seen->len; i++) {
    const PrnWay *way = way_of (self, g_array_index (seen, guint, i));

    if (way != NULL)
      prn_hops_add (hops, &way->line);
  }
  return hops;
}

/* Paints some items, in their order. */
static void
paint_items (Painting *self, GArray *seen)
{
  g_autoptr (PrnHops) hops = self->hops = hops_of (self, seen);

  prn_text_lock ();
  paint_grid (self);
  for (Layer layer = LAYER_GROUND; layer <= LAYER_NOTES; layer++) {
    if (layer == LAYER_LINES && is_far (self)) {
      paint_far_lines (self, seen);
      continue;
    }
    for (guint i = 0; i < seen->len; i++)
      paint_item (self, g_array_index (seen, guint, i), layer);
  }
  prn_text_unlock ();
}

void
prn_scene_paint_with (PrnScene *self, PrnPen *pen, const PrnRectangle *clip, double zoom)
{
  Painting painting = { self, pen, clip, zoom, NULL };
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));

  if (clip != NULL) {
    prn_grid_foreach (self->grid, clip, collect_cb, seen);
    g_array_sort (seen, compare_indices);
  } else {
    for (guint i = 0; i < self->items->len; i++)
      g_array_append_val (seen, i);
  }
  paint_items (&painting, seen);
}

void
prn_scene_paint (PrnScene *self, cairo_t *cr, const PrnRectangle *clip, double zoom)
{
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);

  cairo_new_path (cr);
  prn_scene_paint_with (self, pen, clip, zoom);
}

static gboolean
overlaps_any (const PrnRectangle *r, const PrnRectangle *places, guint n)
{
  for (guint i = 0; i < n; i++)
    if (prn_rectangle_overlaps (r, &places[i]))
      return TRUE;
  return FALSE;
}

void
prn_scene_paint_places (PrnScene *self, cairo_t *cr, const PrnRectangle *places, guint n,
                        double zoom)
{
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  PrnRectangle all = { 0, 0, 0, 0 };
  Painting painting = { self, pen, &all, zoom, NULL };

  for (guint i = 0; i < n; i++)
    all = prn_rectangle_union (all, places[i]);
  prn_grid_foreach (self->grid, &all, collect_cb, near);
  g_array_sort (near, compare_indices);
  for (guint i = 0; i < near->len; i++) {
    guint index = g_array_index (near, guint, i);

    if (overlaps_any (&g_array_index (self->items, PrnItem, index).bounds, places, n))
      g_array_append_val (seen, index);
  }
  cairo_new_path (cr);
  paint_items (&painting, seen);
}
