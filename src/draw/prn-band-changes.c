/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-band.h"

/* A band has round corners: where its edge moved, so far around it looks otherwise as well. */
#define REACH 18

static void
add_change (GArray *changes, PrnRectangle r)
{
  if (r.w > 0 && r.h > 0)
    g_array_append_val (changes, r);
}

static gboolean
is_same_band (const PrnBand *a, const PrnBand *b)
{
  return a->phase == b->phase && a->hue.r == b->hue.r && a->hue.g == b->hue.g &&
         a->hue.b == b->hue.b;
}

/* The bands of @own that are not in @other just so. */
static GPtrArray *
bands_alone (GArray *own, GArray *other)
{
  GPtrArray *alone = g_ptr_array_new ();

  for (guint i = 0; i < own->len; i++) {
    PrnBand *band = &g_array_index (own, PrnBand, i);
    gboolean found = FALSE;

    for (guint k = 0; !found && k < other->len; k++) {
      const PrnBand *like = &g_array_index (other, PrnBand, k);

      found = is_same_band (band, like) && prn_rectangle_equal (&band->rect, &like->rect);
    }
    if (!found)
      g_ptr_array_add (alone, band);
  }
  return alone;
}

/* One of the four edges of a rectangle. */
typedef struct {
  double at, from, to;
} Edge;

static Edge
edge_of (const PrnRectangle *r, PrnSide side)
{
  switch (side) {
  case PRN_SIDE_LEFT:
    return (Edge){ r->x, r->y, r->y + r->h };
  case PRN_SIDE_RIGHT:
    return (Edge){ r->x + r->w, r->y, r->y + r->h };
  case PRN_SIDE_TOP:
    return (Edge){ r->y, r->x, r->x + r->w };
  case PRN_SIDE_BOTTOM:
  default:
    return (Edge){ r->y + r->h, r->x, r->x + r->w };
  }
}

/* A strip around a part of an edge, with what its corners take of both sides. */
static void
add_strip (GArray *changes, PrnSide side, double at, double from, double to)
{
  double length = to - from + 2 * REACH;

  if (side == PRN_SIDE_LEFT || side == PRN_SIDE_RIGHT)
    add_change (changes, (PrnRectangle){ at - REACH, from - REACH, 2 * REACH, length });
  else
    add_change (changes, (PrnRectangle){ from - REACH, at - REACH, length, 2 * REACH });
}

/* What of an edge none of @others has, told apart from the one that has most of it. */
static void
add_edge (GArray *changes, const PrnBand *band, PrnSide side, GPtrArray *others)
{
  Edge own = edge_of (&band->rect, side);
  double from = own.from, to = own.from; /* the part that is shared */

  for (guint i = 0; i < others->len; i++) {
    const PrnBand *other = g_ptr_array_index (others, i);
    Edge edge = edge_of (&other->rect, side);
    double low = MAX (own.from, edge.from), high = MIN (own.to, edge.to);

    if (edge.at != own.at || high - low <= to - from || !is_same_band (band, other))
      continue;
    from = low;
    to = high;
  }
  if (from >= to) {
    add_strip (changes, side, own.at, own.from, own.to);
    return;
  }
  if (from > own.from)
    add_strip (changes, side, own.at, own.from, from);
  if (to < own.to)
    add_strip (changes, side, own.at, to, own.to);
}

static cairo_rectangle_int_t
pixels_of (const PrnRectangle *r)
{
  int x = (int) CLAMP (floor (r->x), -1e9, 1e9), y = (int) CLAMP (floor (r->y), -1e9, 1e9);

  return (cairo_rectangle_int_t){ x, y, (int) CLAMP (ceil (r->x + r->w) - x, 0, 1e9),
                                  (int) CLAMP (ceil (r->y + r->h) - y, 0, 1e9) };
}

/* What a band covers and none of @others does; edges are told by themselves. */
static void
add_area (GArray *changes, const PrnBand *band, GPtrArray *others)
{
  cairo_rectangle_int_t pixels = pixels_of (&band->rect);
  cairo_region_t *rest = cairo_region_create_rectangle (&pixels);

  for (guint i = 0; i < others->len; i++) {
    const PrnBand *other = g_ptr_array_index (others, i);

    if (!is_same_band (band, other))
      continue;
    pixels = pixels_of (&other->rect);
    cairo_region_subtract_rectangle (rest, &pixels);
  }
  for (int i = 0; i < cairo_region_num_rectangles (rest); i++) {
    cairo_region_get_rectangle (rest, i, &pixels);
    add_change (changes, (PrnRectangle){ pixels.x, pixels.y, pixels.width, pixels.height });
  }
  cairo_region_destroy (rest);
}

static void
add_heading (GArray *changes, const PrnBand *band)
{
  PrnRectangle owner = prn_band_owner (band);

  add_change (changes, prn_band_heading (band));
  if (owner.w > 0)
    add_change (changes, prn_rectangle_grown (owner, 4));
}

void
prn_bands_add_changes (GArray *before, GArray *after, GArray *changes)
{
  g_autoptr (GPtrArray) went = bands_alone (before, after), came = bands_alone (after, before);
  GPtrArray *both[] = { went, came };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint k = 0; k < both[i]->len; k++) {
      const PrnBand *band = g_ptr_array_index (both[i], k);

      add_area (changes, band, both[1 - i]);
      add_heading (changes, band);
      for (PrnSide side = PRN_SIDE_RIGHT; side <= PRN_SIDE_TOP; side++)
        add_edge (changes, band, side, both[1 - i]);
    }
}
