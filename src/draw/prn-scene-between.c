/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-private.h"

typedef struct {
  PrnScene *from, *to;
  double part;
  int *was; /* by card of @to: its card in @from, or -1 */
} Between;

static double
mix (double a, double b, double part)
{
  return a + (b - a) * part;
}

/* How far a card of @to still is from where it is to stand. */
static PrnSpot
offset_of (const Between *self, guint card)
{
  const PrnRectangle *now = &self->to->cards[card].rect, *before;

  if (self->was[card] < 0)
    return (PrnSpot){ 0, 0 };
  before = &self->from->cards[self->was[card]].rect;
  return (PrnSpot){ mix (before->x - now->x, 0, self->part), mix (before->y - now->y, 0, self->part) };
}

static const PrnBand *
band_before (const Between *self, const PrnBand *band)
{
  for (guint i = 0; i < self->from->bands->len; i++) {
    const PrnBand *before = &g_array_index (self->from->bands, PrnBand, i);

    if (g_str_equal (before->phase->element.id, band->phase->element.id))
      return before;
  }
  return band;
}

static void
paint_bands (const Between *self, PrnPen *pen, double zoom)
{
  for (guint i = 0; i < self->to->bands->len; i++) {
    PrnBand band = g_array_index (self->to->bands, PrnBand, i);
    const PrnRectangle *before = &band_before (self, &band)->rect;

    band.rect.x = mix (before->x, band.rect.x, self->part);
    band.rect.y = mix (before->y, band.rect.y, self->part);
    band.rect.w = mix (before->w, band.rect.w, self->part);
    band.rect.h = mix (before->h, band.rect.h, self->part);
    prn_band_paint (&band, pen, self->to->options.theme);
    prn_band_paint_heading (&band, pen, self->to->options.theme, zoom);
  }
}

static void
paint_line (const Between *self, guint index, PrnPen *pen, double zoom)
{
  const PrnLink *link = &self->to->links[index];
  PrnWay way = self->to->ways[index];
  PrnSpot spots[PRN_SKETCH_SPOTS], from = link->wire.from, to = link->wire.to, off;

  if (link->to < 0)
    return;
  off = offset_of (self, (guint) link->to);
  to = (PrnSpot){ to.x + off.x, to.y + off.y };
  if (link->from >= 0)
    off = offset_of (self, (guint) link->from);
  if (link->band == NULL)
    from = (PrnSpot){ from.x + off.x, from.y + off.y };
  way.line.spots = spots;
  way.line.n = prn_port_sketch (from, link->wire.from_side, to, link->wire.to_side, spots);
  prn_line_simplify (&way.line);
  prn_way_paint_line (&way, pen, self->to->options.theme, zoom, NULL);
}

static void
paint_card (const Between *self, guint index, PrnPen *pen, cairo_t *cr, double zoom)
{
  PrnSpot off = offset_of (self, index);

  cairo_save (cr);
  cairo_translate (cr, off.x, off.y);
  prn_card_paint (&self->to->cards[index], pen, self->to->options.theme, prn_detail_at (zoom));
  cairo_restore (cr);
}

void
prn_scene_paint_between (PrnScene *from, PrnScene *to, double part, cairo_t *cr, double zoom)
{
  g_autofree int *was = g_new (int, to->n_cards + 1);
  const Between self = { from, to, part, was };
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);

  for (guint i = 0; i < to->n_cards; i++)
    was[i] = prn_map_index_of (from->map, PRN_KIND_STAGE, to->cards[i].stage->element.id);

  prn_text_lock ();
  cairo_new_path (cr);
  paint_bands (&self, pen, zoom);
  for (guint i = 0; i < to->n_ways; i++)
    paint_line (&self, i, pen, zoom);
  for (guint i = 0; i < to->n_cards; i++)
    paint_card (&self, i, pen, cr, zoom);
  for (guint i = 0; i < to->n_stickies; i++)
    prn_sticky_paint (&to->stickies[i], pen, to->options.theme, zoom);
  prn_text_unlock ();
}
