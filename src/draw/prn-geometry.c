/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-geometry.h"

#include <math.h>

PrnRectangle
prn_rectangle_union (PrnRectangle a, PrnRectangle b)
{
  PrnRectangle r;

  if (a.w <= 0 || a.h <= 0)
    return b;
  if (b.w <= 0 || b.h <= 0)
    return a;

  r.x = MIN (a.x, b.x);
  r.y = MIN (a.y, b.y);
  r.w = MAX (a.x + a.w, b.x + b.w) - r.x;
  r.h = MAX (a.y + a.h, b.y + b.h) - r.y;
  return r;
}

PrnSpot
prn_rectangle_middle (const PrnRectangle *r, PrnSide side)
{
  PrnSpot outward = prn_side_outward (side);

  return (PrnSpot){ r->x + r->w / 2 * (1 + outward.x), r->y + r->h / 2 * (1 + outward.y) };
}

static double
segment_distance (PrnSpot a, PrnSpot b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

double
prn_line_distance (const PrnLine *line, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < line->n; i++)
    least = MIN (least, segment_distance (line->spots[i], line->spots[i + 1], x, y));

  return least;
}

gboolean
prn_line_enters (const PrnLine *line, const PrnRectangle *r)
{
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];

    if (MAX (a.x, b.x) > r->x && MIN (a.x, b.x) < r->x + r->w && MAX (a.y, b.y) > r->y &&
        MIN (a.y, b.y) < r->y + r->h)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_between (PrnSpot a, PrnSpot b, PrnSpot c)
{
  gboolean upright = a.x == b.x && b.x == c.x && (b.y - a.y) * (c.y - b.y) >= 0;
  gboolean level = a.y == b.y && b.y == c.y && (b.x - a.x) * (c.x - b.x) >= 0;

  return upright || level;
}

void
prn_line_simplify (PrnLine *line)
{
  guint kept = 0;

  for (guint i = 0; i < line->n; i++) {
    PrnSpot spot = line->spots[i];

    if (kept > 0 && line->spots[kept - 1].x == spot.x && line->spots[kept - 1].y == spot.y)
      continue;
    while (kept >= 2 && is_between (line->spots[kept - 2], line->spots[kept - 1], spot))
      kept--;
    line->spots[kept++] = spot;
  }

  line->n = kept;
}

PrnRectangle
prn_line_bounds (const PrnLine *line)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  if (line->n == 0)
    return (PrnRectangle){ 0, 0, 0, 0 };

  for (guint i = 0; i < line->n; i++) {
    left = MIN (left, line->spots[i].x);
    right = MAX (right, line->spots[i].x);
    top = MIN (top, line->spots[i].y);
    bottom = MAX (bottom, line->spots[i].y);
  }

  return (PrnRectangle){ left, top, right - left, bottom - top };
}

PrnLine
prn_line_new (const PrnSpot *spots, guint n)
{
  return (PrnLine){ n, n > 0 ? g_atomic_rc_box_dup (n * sizeof (PrnSpot), (gpointer) spots) : NULL };
}

PrnLine
prn_line_copy (const PrnLine *line)
{
  return (PrnLine){ line->n, line->spots != NULL ? g_atomic_rc_box_acquire (line->spots) : NULL };
}

gboolean
prn_line_equal (const PrnLine *a, const PrnLine *b)
{
  if (a->n != b->n)
    return FALSE;
  if (a->spots == b->spots)
    return TRUE; /* copies of one line */
  for (guint i = 0; i < a->n; i++)
    if (a->spots[i].x != b->spots[i].x || a->spots[i].y != b->spots[i].y)
      return FALSE;
  return TRUE;
}

gboolean
prn_rectangle_equal (const PrnRectangle *a, const PrnRectangle *b)
{
  if ((a->w <= 0 || a->h <= 0) && (b->w <= 0 || b->h <= 0))
    return TRUE;
  return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
}

void
prn_line_clear (PrnLine *line)
{
  g_clear_pointer (&line->spots, g_atomic_rc_box_release);
  line->n = 0;
}
