/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-scene-line.h"
#include "prn-scene-private.h"

#define BAND_EDGE 4 /* a band is hit this near to its edge */

/* What lies on what; a label lies on every line. */
typedef enum {
  NOT_HIT,
  ON_BAND,
  ON_FRAME,
  ON_LINE,
  ON_LABEL,
  ON_CARD,
  ON_NOTE,
} Level;

typedef struct {
  PrnScene *scene;
  double x, y, tolerance;
  int best; /* index of the topmost item hit so far, or -1 */
  Level level; /* of it */
} Hit;

static gboolean
is_near_edge (const PrnRectangle *r, double x, double y, double distance)
{
  const PrnRectangle outer = prn_rectangle_grown (*r, distance);
  const PrnRectangle inner = prn_rectangle_grown (*r, -distance);

  return prn_rectangle_holds (&outer, x, y) && !prn_rectangle_holds (&inner, x, y);
}

static gboolean
is_on_band (const Hit *self, const PrnBand *band)
{
  const PrnRectangle head = { band->rect.x, band->rect.y, band->rect.w,
                              MIN (band->rect.h, PRN_BAND_HEAD - 8) };

  return prn_rectangle_holds (&head, self->x, self->y) ||
         is_near_edge (&band->rect, self->x, self->y, MAX (BAND_EDGE, self->tolerance));
}

static gboolean
is_on_frame (const Hit *self, const PrnItem *item)
{
  return is_near_edge (&item->handle, self->x, self->y, MAX (2, self->tolerance)) ||
         (prn_rectangle_holds (&item->bounds, self->x, self->y) && self->y < item->handle.y);
}

static Level
level_on_way (const Hit *self, const PrnWay *way)
{
  if (way->label.w > 0 && prn_rectangle_holds (&way->label, self->x, self->y))
    return ON_LABEL;
  if (prn_line_distance (&way->line, self->x, self->y) <= way->width / 2 + self->tolerance)
    return ON_LINE;
  return NOT_HIT;
}

static Level
level_at (const Hit *self, guint index)
{
  PrnScene *scene = self->scene;
  const PrnItem *item = &g_array_index (scene->items, PrnItem, index);
  guint part = g_array_index (scene->parts, PrnItemPart, index).part;

  switch (item->kind) {
  case PRN_ITEM_PHASE:
    return is_on_band (self, &g_array_index (scene->bands, PrnBand, part)) ? ON_BAND : NOT_HIT;
  case PRN_ITEM_FRAME:
    return is_on_frame (self, item) ? ON_FRAME : NOT_HIT;
  case PRN_ITEM_TRIGGER:
    return level_on_way (self, &scene->ways[part]);
  case PRN_ITEM_NOTE:
    return prn_rectangle_holds (&item->handle, self->x, self->y) ? ON_NOTE : NOT_HIT;
  case PRN_ITEM_STAGE:
  case PRN_ITEM_EVENT:
  default:
    return prn_rectangle_holds (&item->handle, self->x, self->y) ? ON_CARD : NOT_HIT;
  }
}

static gboolean
hit_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Hit *self = data;
  Level level = level_at (self, number);

  if (level > self->level || (level == self->level && (int) number > self->best)) {
    self->level = level;
    self->best = (int) number;
  }
  return TRUE;
}

const PrnItem *
prn_scene_hit (PrnScene *self, double x, double y, double tolerance)
{
  Hit hit = { self, x, y, MAX (0, tolerance), -1, NOT_HIT };
  double reach = hit.tolerance + 8;
  const PrnRectangle area = { x - reach, y - reach, 2 * reach, 2 * reach };

  prn_grid_foreach (self->grid, &area, hit_cb, &hit);
  return hit.level == NOT_HIT ? NULL : &g_array_index (self->items, PrnItem, hit.best);
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

static const PrnWay *
way_of (PrnScene *self, const PrnItem *item)
{
  guint index = (guint) (item - (const PrnItem *) self->items->data);

  return &self->ways[g_array_index (self->parts, PrnItemPart, index).part];
}

const PrnLine *
prn_scene_line (PrnScene *self, const PrnItem *item)
{
  return &way_of (self, item)->line;
}

gboolean
prn_scene_shows_label (PrnScene *self, const PrnItem *item, double zoom)
{
  return prn_way_shows_label (way_of (self, item), zoom);
}
