/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-guides.h"

#include <math.h>

/* How far beyond the rectangles a line in common is shown. */
#define OVERHANG 16.0

/* Two places are the same when they are no further apart than this. */
#define SAME 0.01

/* A rectangle along one axis and across it, so that both axes are looked at by the same code. */
typedef struct {
  double low, high;          /* along */
  double near_side, far_side; /* across */
} Extent;

typedef enum {
  AXIS_X,
  AXIS_Y,
} Axis;

typedef struct {
  Axis axis;
  Extent moving;
  const PrnRectangle *others;
  guint n_others;
  double tolerance;
  gboolean found;
  double by; /* the shortest way to a place */
} Search;

static Extent
extent_of (const PrnRectangle *r, Axis axis)
{
  if (axis == AXIS_X)
    return (Extent){ r->x, r->x + r->w, r->y, r->y + r->h };
  return (Extent){ r->y, r->y + r->h, r->x, r->x + r->w };
}

/* The low end, the middle and the high end. */
static double
place_of (const Extent *extent, guint which)
{
  return which == 0 ? extent->low
       : which == 1 ? (extent->low + extent->high) / 2 : extent->high;
}

static void
consider (Search *self, double by)
{
  if (fabs (by) > self->tolerance)
    return;
  if (self->found && fabs (by) >= fabs (self->by) - SAME)
    return;
  self->found = TRUE;
  self->by = by;
}

/* Edges to edges, middle to middle. */
static void
consider_lines (Search *self)
{
  for (guint i = 0; i < self->n_others; i++) {
    Extent other = extent_of (&self->others[i], self->axis);

    for (guint own = 0; own < 3; own++)
      for (guint to = 0; to < 3; to++)
        if ((own == 1) == (to == 1))
          consider (self, place_of (&other, to) - place_of (&self->moving, own));
  }
}

/* Whether two rectangles stand side by side along the axis. */
static gboolean
are_beside (const Extent *a, const Extent *b)
{
  return a->near_side < b->far_side && b->near_side < a->far_side;
}

/* The places where the gaps between three in a row are equal: the moved one between the others,
 * after them or before them. */
static guint
places_for_gaps (const Extent *moving, const Extent *first, const Extent *second, double *lows)
{
  double length = moving->high - moving->low, gap = second->low - first->high;
  guint n = 0;

  if (gap < 0)
    return 0;
  if (gap >= length)
    lows[n++] = first->high + (gap - length) / 2;
  lows[n++] = second->high + gap;
  lows[n++] = first->low - gap - length;
  return n;
}

typedef void (*GapsFunc) (Search *self, const Extent *first, const Extent *second, double low,
                          gpointer data);

static void
foreach_gap (Search *self, GapsFunc func, gpointer data)
{
  for (guint i = 0; i < self->n_others; i++)
    for (guint k = 0; k < self->n_others; k++) {
      Extent first = extent_of (&self->others[i], self->axis);
      Extent second = extent_of (&self->others[k], self->axis);
      double lows[3];
      guint n;

      if (i == k || !are_beside (&first, &self->moving) || !are_beside (&second, &self->moving) ||
          !are_beside (&first, &second))
        continue;
      n = places_for_gaps (&self->moving, &first, &second, lows);
      for (guint p = 0; p < n; p++)
        func (self, &first, &second, lows[p], data);
    }
}

static void
consider_gap_cb (Search *self, const Extent *first, const Extent *second, double low, gpointer data)
{
  consider (self, low - self->moving.low);
}

static double
snap_along (Search *self, gboolean grid)
{
  consider_lines (self);
  /* Pairs are looked at one by one: on a map full of them the nearest lines are enough. */
  if (self->n_others <= 100)
    foreach_gap (self, consider_gap_cb, NULL);
  if (self->found)
    return self->by;
  if (!grid)
    return 0;
  return round (self->moving.low / PRN_GUIDES_GRID) * PRN_GUIDES_GRID - self->moving.low;
}

static void
add_guide (PrnGuides *guides, Axis axis, PrnGuideKind kind, double along1, double along2,
           double across1, double across2)
{
  PrnGuide guide = { kind, along1, across1, along2, across2 };

  if (axis == AXIS_Y)
    guide = (PrnGuide){ kind, across1, along1, across2, along2 };
  for (guint i = 0; i < guides->n; i++) {
    const PrnGuide *other = &guides->guides[i];

    if (other->kind == kind && fabs (other->x1 - guide.x1) < SAME &&
        fabs (other->x2 - guide.x2) < SAME && fabs (other->y1 - guide.y1) < SAME &&
        fabs (other->y2 - guide.y2) < SAME)
      return;
  }
  if (guides->n < PRN_GUIDES_MAX)
    guides->guides[guides->n++] = guide;
}

/* A line through all that have an edge or the middle at one of the three places of what is moved.
 */
static void
show_lines (const Search *self, PrnGuides *guides)
{
  for (guint own = 0; own < 3; own++) {
    double at = place_of (&self->moving, own);
    double from = self->moving.near_side, to = self->moving.far_side;
    gboolean any = FALSE;

    for (guint i = 0; i < self->n_others; i++) {
      Extent other = extent_of (&self->others[i], self->axis);

      for (guint k = 0; k < 3; k++)
        if ((own == 1) == (k == 1) && fabs (place_of (&other, k) - at) < SAME) {
          any = TRUE;
          from = MIN (from, other.near_side);
          to = MAX (to, other.far_side);
        }
    }
    if (any)
      add_guide (guides, self->axis, PRN_GUIDE_LINE, at, at, from - OVERHANG, to + OVERHANG);
  }
}

static void
show_gap (const Search *self, PrnGuides *guides, const Extent *a, const Extent *b)
{
  const Extent *low = a->low < b->low ? a : b, *high = low == a ? b : a;
  double across =
      (MAX (low->near_side, high->near_side) + MIN (low->far_side, high->far_side)) / 2;

  if (high->low - low->high > SAME)
    add_guide (guides, self->axis, PRN_GUIDE_GAP, low->high, high->low, across, across);
}

static void
show_gap_cb (Search *self, const Extent *first, const Extent *second, double low, gpointer data)
{
  if (fabs (low - self->moving.low) > SAME)
    return;
  if (low > first->high && low < second->low) {
    show_gap (self, data, first, &self->moving);
    show_gap (self, data, &self->moving, second);
    return;
  }
  show_gap (self, data, first, second);
  show_gap (self, data, low > first->high ? second : first, &self->moving);
}

PrnGuides
prn_guides_snap (PrnRectangle moving, const PrnRectangle *others, guint n_others, double tolerance,
                 gboolean grid)
{
  PrnGuides guides = { 0 };
  gboolean drawn[2] = { FALSE, FALSE };

  if (tolerance <= 0)
    return guides;

  for (Axis axis = AXIS_X; axis <= AXIS_Y; axis++) {
    Search search = { axis, extent_of (&moving, axis), others, n_others, tolerance, FALSE, 0 };
    double by = snap_along (&search, grid);

    drawn[axis] = search.found;
    *(axis == AXIS_X ? &guides.dx : &guides.dy) = by;
  }

  /* What is shown holds for where it comes to stand on both axes. */
  moving.x += guides.dx;
  moving.y += guides.dy;
  for (Axis axis = AXIS_X; axis <= AXIS_Y; axis++) {
    Search search = { axis, extent_of (&moving, axis), others, n_others, tolerance, FALSE, 0 };

    if (!drawn[axis])
      continue;
    show_lines (&search, &guides);
    if (n_others <= 100)
      foreach_gap (&search, show_gap_cb, &guides);
  }
  return guides;
}
