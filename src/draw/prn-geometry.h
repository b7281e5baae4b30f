/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "prn-scene.h"

G_BEGIN_DECLS

/* Rectangles and lines in map units. */

typedef struct {
  double x, y;
} PrnSpot;

/* A line through spots; never changed once a scene is made, so that scenes share the spots
 * (prn_line_new(), prn_line_copy()). */
typedef struct {
  guint n;
  PrnSpot *spots;
} PrnLine;

typedef enum {
  PRN_SIDE_RIGHT,
  PRN_SIDE_BOTTOM,
  PRN_SIDE_LEFT,
  PRN_SIDE_TOP,
} PrnSide;

/* Whether a line that leaves a side runs level. */
static inline gboolean
prn_side_is_horizontal (PrnSide side)
{
  return side == PRN_SIDE_RIGHT || side == PRN_SIDE_LEFT;
}

/* One step outwards from a side. */
static inline PrnSpot
prn_side_outward (PrnSide side)
{
  static const PrnSpot steps[] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

  return steps[side];
}

/* A rectangle moved out on all sides; moved in where @by is negative. */
static inline PrnRectangle
prn_rectangle_grown (PrnRectangle r, double by)
{
  return (PrnRectangle){ r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by };
}

/* Whether two rectangles share more than an edge. */
static inline gboolean
prn_rectangle_overlaps (const PrnRectangle *a, const PrnRectangle *b)
{
  return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

/* The area two rectangles share. */
static inline double
prn_rectangle_shared (const PrnRectangle *a, const PrnRectangle *b)
{
  double w = MIN (a->x + a->w, b->x + b->w) - MAX (a->x, b->x);
  double h = MIN (a->y + a->h, b->y + b->h) - MAX (a->y, b->y);

  return w > 0 && h > 0 ? w * h : 0;
}

/* Whether a spot is in a rectangle or on its edge. */
static inline gboolean
prn_rectangle_holds (const PrnRectangle *r, double x, double y)
{
  return x >= r->x && x <= r->x + r->w && y >= r->y && y <= r->y + r->h;
}

/* A rectangle with no area counts as nothing. */
PrnRectangle prn_rectangle_union (PrnRectangle a, PrnRectangle b);

/* Where on its outline the middle of a side is. */
PrnSpot prn_rectangle_middle (const PrnRectangle *r, PrnSide side);

/* The smallest distance of a spot from a line; G_MAXDOUBLE for a line of no spots. */
double prn_line_distance (const PrnLine *line, double x, double y);

/* Whether any part of a line is inside a rectangle (its edge does not count). */
gboolean prn_line_enters (const PrnLine *line, const PrnRectangle *r);

/* Takes out spots that stand on the straight way between their neighbours. */
void prn_line_simplify (PrnLine *line);

/* The smallest rectangle around a line; it may have no width or no height. */
PrnRectangle prn_line_bounds (const PrnLine *line);

/* Returns: (transfer full): a line through a copy of @spots. */
PrnLine prn_line_new (const PrnSpot *spots, guint n);

/* Returns: (transfer full): the same line, sharing its spots. */
PrnLine prn_line_copy (const PrnLine *line);

/* Lets go of a line from prn_line_new() or prn_line_copy(). */
void prn_line_clear (PrnLine *line);

/* Whether two lines run through the same spots. */
gboolean prn_line_equal (const PrnLine *a, const PrnLine *b);

/* Whether two rectangles are the same; any two without area are. */
gboolean prn_rectangle_equal (const PrnRectangle *a, const PrnRectangle *b);

G_END_DECLS
