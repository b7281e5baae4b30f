/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-scene-private.h"

#define BAND_EDGE 4 /* a band is hit this near to its edge */

typedef struct {
  PrnScene *scene;
  double x, y, tolerance;
  int best; /* index of the topmost item hit so far, or -1 */
} Hit;

/* Higher is on top. */
static int
level_of (PrnItemKind kind)
{
  static const int levels[] = { [PRN_ITEM_PHASE] = 0, [PRN_ITEM_FRAME] = 1,
                                [PRN_ITEM_TRIGGER] = 2, [PRN_ITEM_STAGE] = 4,
                                [PRN_ITEM_EVENT] = 4, [PRN_ITEM_NOTE] = 5 };

  return levels[kind];
}

static gboolean
is_near_edge (const PrnRectangle *r, double x, double y, double distance)
{
  const PrnRectangle outer = prn_rectangle_grown (*r, distance);
  const PrnRectangle inner = prn_rectangle_grown (*r, -distance);

  return prn_rectangle_holds (&outer, x, y) && !prn_rectangle_holds (&inner, x, y);
}

static gboolean
is_hit (const Hit *self, guint index)
{
  PrnScene *scene = self->scene;
  const PrnItem *item = &g_array_index (scene->items, PrnItem, index);
  guint part = g_array_index (scene->parts, PrnItemPart, index).part;
  double x = self->x, y = self->y;

  switch (item->kind) {
  case PRN_ITEM_PHASE: {
    const PrnBand *band = &g_array_index (scene->bands, PrnBand, part);
    const PrnRectangle head = { band->rect.x, band->rect.y, band->rect.w,
                                MIN (band->rect.h, PRN_BAND_HEAD - 8) };

    return prn_rectangle_holds (&head, x, y) ||
           is_near_edge (&band->rect, x, y, MAX (BAND_EDGE, self->tolerance));
  }
  case PRN_ITEM_FRAME:
    return is_near_edge (&item->handle, x, y, MAX (2, self->tolerance)) ||
           (prn_rectangle_holds (&item->bounds, x, y) && y < item->handle.y);
  case PRN_ITEM_TRIGGER: {
    const PrnWay *way = &scene->ways[part];

    return (way->label.w > 0 && prn_rectangle_holds (&way->label, x, y)) ||
           prn_line_distance (&way->line, x, y) <= way->width / 2 + self->tolerance;
  }
  case PRN_ITEM_STAGE:
  case PRN_ITEM_EVENT:
  case PRN_ITEM_NOTE:
  default:
    return prn_rectangle_holds (&item->handle, x, y);
  }
}

static gboolean
hit_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Hit *self = data;
  const PrnItem *item = &g_array_index (self->scene->items, PrnItem, number);

  if (!is_hit (self, number))
    return TRUE;
  if (self->best < 0) {
    self->best = (int) number;
  } else {
    const PrnItem *best = &g_array_index (self->scene->items, PrnItem, self->best);
    int level = level_of (item->kind), other = level_of (best->kind);

    if (level > other || (level == other && (int) number > self->best))
      self->best = (int) number;
  }
  return TRUE;
}

const PrnItem *
prn_scene_hit (PrnScene *self, double x, double y, double tolerance)
{
  Hit hit = { self, x, y, MAX (0, tolerance), -1 };
  double reach = hit.tolerance + 8;
  const PrnRectangle area = { x - reach, y - reach, 2 * reach, 2 * reach };

  prn_bins_foreach (self->bins, &area, hit_cb, &hit);
  return hit.best < 0 ? NULL : &g_array_index (self->items, PrnItem, hit.best);
}

void
prn_scene_outline (PrnScene *self, const PrnItem *item, cairo_t *cr)
{
  guint index = (guint) (item - (const PrnItem *) self->items->data);
  guint part = g_array_index (self->parts, PrnItemPart, index).part;
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);

  switch (item->kind) {
  case PRN_ITEM_TRIGGER:
    prn_pen_line (pen, &self->ways[part].line, 8);
    break;
  case PRN_ITEM_STAGE:
    prn_pen_rounded (pen, &item->handle, PRN_CARD_RADIUS);
    break;
  case PRN_ITEM_PHASE:
    prn_pen_rounded (pen, &item->handle, 16);
    break;
  case PRN_ITEM_EVENT:
    prn_pen_rounded (pen, &item->handle, item->handle.h / 2);
    break;
  case PRN_ITEM_FRAME:
  case PRN_ITEM_NOTE:
  default:
    prn_pen_rectangle (pen, &item->handle);
    break;
  }
}
