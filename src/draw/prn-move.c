/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-move.h"

#include "prn-scene-private.h"

struct _PrnMove {
  PrnScene *scene;
  GArray *bands, *cards, *stickies, *frames; /* guint: indices */
  GArray *carried;   /* guint: ways that move as they are */
  GArray *stretched; /* Stretched: ways one end of which moves */
  PrnRectangle frame, ink;
};

typedef struct {
  guint way;
  guint ends; /* which of them is moved */
} Stretched;

static void
take (PrnMove *self, GArray *list, guint index, PrnRectangle rect, PrnRectangle ink)
{
  g_array_append_val (list, index);
  self->frame = prn_rectangle_union (self->frame, rect);
  self->ink = prn_rectangle_union (self->ink, ink);
}

static void
take_ways (PrnMove *self, GHashTable *lifted)
{
  PrnScene *scene = self->scene;

  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnWay *way = &scene->ways[i];
    guint ends = prn_scene_lifted_ends (scene, i, lifted);
    const Stretched stretched = { i, ends };

    if (ends == 0 || way->line.n < 2)
      continue;
    /* An arrow from nowhere goes where its card goes. */
    if (ends == (PRN_LIFTED_FROM | PRN_LIFTED_TO) || prn_link_is_stub (&scene->links[i]))
      take (self, self->carried, i, (PrnRectangle){ 0 }, prn_way_ink (way));
    else
      g_array_append_val (self->stretched, stretched);
  }
}

static void
take_parts (PrnMove *self, GHashTable *lifted)
{
  PrnScene *scene = self->scene;
  guint n_frames;
  const PrnFrame *const *frames = prn_map_frames (scene->map, &n_frames);

  for (guint i = 0; i < scene->bands->len; i++) {
    const PrnBand *band = &g_array_index (scene->bands, PrnBand, i);

    if (g_hash_table_contains (lifted, band->phase->element.id))
      take (self, self->bands, i, band->rect, band->rect);
  }
  for (guint i = 0; i < scene->n_cards; i++)
    if (g_hash_table_contains (lifted, scene->cards[i].stage->element.id))
      take (self, self->cards, i, scene->cards[i].rect, prn_card_ink (&scene->cards[i]));
  for (guint i = 0; i < scene->n_stickies; i++)
    if (g_hash_table_contains (lifted, scene->stickies[i].note->element.id))
      take (self, self->stickies, i, scene->stickies[i].rect,
            prn_rectangle_grown (scene->stickies[i].rect, 3));
  for (guint i = 0; scene->options.frames && i < n_frames; i++)
    if (g_hash_table_contains (lifted, frames[i]->element.id))
      take (self, self->frames, i,
            (PrnRectangle){ frames[i]->position.x, frames[i]->position.y, frames[i]->size.w,
                            frames[i]->size.h },
            prn_frame_ink (frames[i]));
}

PrnMove *
prn_move_new (PrnScene *scene, const char *const *ids)
{
  PrnMove *self = g_new0 (PrnMove, 1);
  g_autoptr (GHashTable) lifted = prn_scene_lifted_ids (scene, ids);
  GArray **lists[] = { &self->bands, &self->cards, &self->stickies, &self->frames,
                       &self->carried };

  self->scene = prn_scene_ref (scene);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stretched = g_array_new (FALSE, FALSE, sizeof (Stretched));
  prn_text_lock ();
  take_parts (self, lifted);
  take_ways (self, lifted);
  prn_text_unlock ();
  return self;
}

void
prn_move_free (PrnMove *self)
{
  g_array_unref (self->bands);
  g_array_unref (self->cards);
  g_array_unref (self->stickies);
  g_array_unref (self->frames);
  g_array_unref (self->carried);
  g_array_unref (self->stretched);
  prn_scene_unref (self->scene);
  g_free (self);
}

PrnRectangle
prn_move_frame (PrnMove *self)
{
  return self->frame;
}

/* A way as it is while one of its ends moves: with a plain line and without a label. @spots has
 * room for PRN_SKETCH_SPOTS. */
static PrnWay
stretched_way (const PrnMove *self, const Stretched *stretched, double dx, double dy,
               PrnSpot *spots)
{
  const PrnWire *wire = &self->scene->links[stretched->way].wire;
  PrnWay way = self->scene->ways[stretched->way];
  PrnSpot from = wire->from, to = wire->to;

  if (stretched->ends & PRN_LIFTED_FROM)
    from = (PrnSpot){ from.x + dx, from.y + dy };
  else
    to = (PrnSpot){ to.x + dx, to.y + dy };
  way.line.spots = spots;
  way.line.n = prn_port_sketch (from, wire->from_side, to, wire->to_side, spots);
  prn_line_simplify (&way.line);
  way.label = (PrnRectangle){ 0, 0, 0, 0 };
  return way;
}

PrnRectangle
prn_move_bounds (PrnMove *self, double dx, double dy)
{
  PrnRectangle bounds = self->ink;

  bounds.x += dx;
  bounds.y += dy;
  for (guint i = 0; i < self->stretched->len; i++) {
    PrnSpot spots[PRN_SKETCH_SPOTS];
    PrnWay way =
        stretched_way (self, &g_array_index (self->stretched, Stretched, i), dx, dy, spots);

    bounds = prn_rectangle_union (bounds, prn_way_ink (&way));
  }
  return bounds;
}

static void
paint_grounds (PrnMove *self, PrnPen *pen, double zoom)
{
  PrnThemeKind theme = self->scene->options.theme;

  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->scene->bands, PrnBand,
                                          g_array_index (self->bands, guint, i));

    prn_band_paint (band, pen, theme);
    prn_band_paint_heading (band, pen, theme, zoom);
  }
  for (guint i = 0; i < self->frames->len; i++) {
    guint index = g_array_index (self->frames, guint, i);

    prn_frame_paint (self->scene->map, index, pen, theme);
  }
}

static void
paint_cards (PrnMove *self, PrnPen *pen, double zoom)
{
  PrnThemeKind theme = self->scene->options.theme;

  for (guint i = 0; i < self->carried->len; i++) {
    const PrnWay *way = &self->scene->ways[g_array_index (self->carried, guint, i)];

    prn_way_paint_line (way, pen, theme, zoom, NULL);
    prn_way_paint_label (way, pen, theme, zoom);
  }
  for (guint i = 0; i < self->cards->len; i++)
    prn_card_paint (&self->scene->cards[g_array_index (self->cards, guint, i)], pen, theme,
                    prn_detail_at (zoom));
  for (guint i = 0; i < self->stickies->len; i++)
    prn_sticky_paint (&self->scene->stickies[g_array_index (self->stickies, guint, i)], pen, theme,
                      zoom);
}

void
prn_move_paint (PrnMove *self, cairo_t *cr, double dx, double dy, double zoom)
{
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);

  prn_text_lock ();
  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  paint_grounds (self, pen, zoom);
  cairo_restore (cr);
  for (guint i = 0; i < self->stretched->len; i++) {
    PrnSpot spots[PRN_SKETCH_SPOTS];
    PrnWay way =
        stretched_way (self, &g_array_index (self->stretched, Stretched, i), dx, dy, spots);

    prn_way_paint_line (&way, pen, self->scene->options.theme, zoom, NULL);
  }
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  paint_cards (self, pen, zoom);
  cairo_restore (cr);
  prn_text_unlock ();
}
