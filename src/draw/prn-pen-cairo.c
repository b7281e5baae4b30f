/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-pen.h"

#include <math.h>

#define OUTLINES_BELOW 1.5

typedef struct {
  PrnPen pen;
  cairo_t *cr;
} CairoPen;

static cairo_t *
target (PrnPen *pen)
{
  return ((CairoPen *) pen)->cr;
}

static void
cairo_pen_move_to (PrnPen *pen, double x, double y)
{
  cairo_move_to (target (pen), x, y);
}

static void
cairo_pen_line_to (PrnPen *pen, double x, double y)
{
  cairo_line_to (target (pen), x, y);
}

static void
cairo_pen_curve_to (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
  cairo_curve_to (target (pen), x1, y1, x2, y2, x, y);
}

static void
cairo_pen_close (PrnPen *pen)
{
  cairo_close_path (target (pen));
}

static void
cairo_pen_fill (PrnPen *pen, PrnColor color)
{
  cairo_set_source_rgba (target (pen), color.r, color.g, color.b, color.a);
  cairo_fill (target (pen));
}

static void
cairo_pen_stroke (PrnPen *pen, const PrnStroke *stroke)
{
  cairo_t *cr = target (pen);
  const double dashes[] = { stroke->dash, stroke->gap };

  cairo_set_source_rgba (cr, stroke->color.r, stroke->color.g, stroke->color.b, stroke->color.a);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_cap (cr, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, stroke->sharp ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, stroke->dash > 0 ? 2 : 0, 0);
  cairo_stroke (cr);
}

/* On an image Cairo puts letters on whole pixels; in a picture made smaller they would run
 * together or apart. As outlines they stand where they should. */
static gboolean
needs_outlines (cairo_t *cr)
{
  cairo_matrix_t matrix;

  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  return fabs (matrix.xx) < OUTLINES_BELOW && fabs (matrix.xx) != 1;
}

static void
cairo_pen_text (PrnPen *pen, PrnText *text, PrnTextStyle style, double x, double y, PrnColor color)
{
  cairo_t *cr = target (pen);

  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
  cairo_move_to (cr, x, y);
  if (needs_outlines (cr)) {
    pango_cairo_layout_path (cr, prn_text_layout (text));
    cairo_fill (cr);
  } else {
    pango_cairo_show_layout (cr, prn_text_layout (text));
  }
  cairo_new_path (cr);
}

static void
cairo_pen_free (PrnPen *pen)
{
  cairo_destroy (target (pen));
  g_free (pen);
}

PrnPen *
prn_pen_cairo_new (cairo_t *cr)
{
  static const PrnPenClass class = {
    .move_to = cairo_pen_move_to,
    .line_to = cairo_pen_line_to,
    .curve_to = cairo_pen_curve_to,
    .close = cairo_pen_close,
    .fill = cairo_pen_fill,
    .stroke = cairo_pen_stroke,
    .text = cairo_pen_text,
    .free = cairo_pen_free,
  };
  CairoPen *self = g_new0 (CairoPen, 1);

  self->pen.class = &class;
  self->cr = cairo_reference (cr);
  return &self->pen;
}
