/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "prn-geometry.h"
#include "prn-text.h"
#include "prn-theme.h"

G_BEGIN_DECLS

/* What a picture is painted with: one interface, an output each (prn_pen_cairo_new(),
 * prn_pen_svg_new()). A path is built up, then filled or stroked, which ends it. */

typedef struct _PrnPen PrnPen;

typedef struct {
  PrnColor color;
  double width;
  double dash, gap; /* 0: solid */
  gboolean round;   /* round caps */
  gboolean sharp;   /* mitred joins: among upright and level lines Cairo is faster with them */
} PrnStroke;

typedef struct {
  void (*move_to) (PrnPen *pen, double x, double y);
  void (*line_to) (PrnPen *pen, double x, double y);
  void (*curve_to) (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y);
  void (*close) (PrnPen *pen);
  void (*fill) (PrnPen *pen, PrnColor color);
  void (*stroke) (PrnPen *pen, const PrnStroke *stroke);
  void (*text) (PrnPen *pen, PrnText *text, PrnTextStyle style, double x, double y, PrnColor color);
  void (*begin) (PrnPen *pen, const char *id, const char *title); /* nullable, as @end */
  void (*end) (PrnPen *pen);
  void (*free) (PrnPen *pen);
} PrnPenClass;

struct _PrnPen {
  const PrnPenClass *class;
};

/**
 * prn_pen_cairo_new:
 * @cr: where to paint; the pen keeps a reference
 *
 * Returns: (transfer full): a pen
 */
PrnPen *prn_pen_cairo_new (cairo_t *cr);

void prn_pen_free (PrnPen *pen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnPen, prn_pen_free)

/* Begins a new part of the path at a spot. */
static inline void
prn_pen_move_to (PrnPen *pen, double x, double y)
{
  pen->class->move_to (pen, x, y);
}

/* Goes straight on to a spot. */
static inline void
prn_pen_line_to (PrnPen *pen, double x, double y)
{
  pen->class->line_to (pen, x, y);
}

/* Goes on to @x, @y in a cubic Bézier curve. */
static inline void
prn_pen_curve_to (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
  pen->class->curve_to (pen, x1, y1, x2, y2, x, y);
}

/* Goes straight back to where this part of the path began. */
static inline void
prn_pen_close (PrnPen *pen)
{
  pen->class->close (pen);
}

/* Fills the path and ends it. */
static inline void
prn_pen_fill (PrnPen *pen, PrnColor color)
{
  pen->class->fill (pen, color);
}

/* Everything painted until prn_pen_end() belongs to the element @id; @title is told to those who
 * cannot see it. Not nested. */
static inline void
prn_pen_begin (PrnPen *pen, const char *id, const char *title)
{
  if (pen->class->begin != NULL)
    pen->class->begin (pen, id, title);
}

/* Ends what prn_pen_begin() began. */
static inline void
prn_pen_end (PrnPen *pen)
{
  if (pen->class->end != NULL)
    pen->class->end (pen);
}

/* Strokes the path with a solid line and ends it. */
void prn_pen_stroke (PrnPen *pen, PrnColor color, double width);

/* Strokes the path with dashes and gaps of these lengths and ends it. */
void prn_pen_dash (PrnPen *pen, PrnColor color, double width, double dash, double gap);

/* Adds a rectangle to the path. */
void prn_pen_rectangle (PrnPen *pen, const PrnRectangle *r);

/* Adds a rectangle with round corners to the path. */
void prn_pen_rounded (PrnPen *pen, const PrnRectangle *r, double radius);

/* Adds a rectangle with round corners to the path, a stroke of @width along which ends at its
 * edge. */
void prn_pen_edge (PrnPen *pen, const PrnRectangle *r, double radius, double width);

/* A bar along the left or the right edge of a card with round corners. */
void prn_pen_side_bar (PrnPen *pen, const PrnRectangle *card, gboolean right, double width,
                       double radius);
void prn_pen_circle (PrnPen *pen, double x, double y, double radius);

/* A line with round corners. */
void prn_pen_line (PrnPen *pen, const PrnLine *line, double radius);

/* Goes from one spot, where the path is, to another. */
typedef void (*PrnPenRun) (PrnPen *pen, PrnSpot from, PrnSpot to, gpointer data);

/* The same line; @run goes from corner to corner. */
void prn_pen_line_by_runs (PrnPen *pen, const PrnLine *line, double radius, PrnPenRun run,
                           gpointer data);

/* Goes round a corner at @x, @y in a quarter of an ellipse: it begins @in before it and ends @out
 * behind it. */
void prn_pen_corner (PrnPen *pen, double x, double y, PrnSpot in, PrnSpot out);

/* Sets a text with its top left at x, y; text with a width is aligned within it. */
void prn_pen_text (PrnPen *pen, PrnTextStyle style, const char *string, double x, double y,
                   double width, guint lines, PrnTextAlign align, PrnColor color);

/* Sets one line centred on x, y. */
void prn_pen_text_centered (PrnPen *pen, PrnTextStyle style, const char *string, double x, double y,
                            double width, PrnColor color);

G_END_DECLS
