/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-pen.h"

#include <math.h>

/* A quarter of a circle as a Bézier curve: 4/3 (√2 − 1). */
#define KAPPA 0.5522847498307936

void
prn_pen_free (PrnPen *pen)
{
  pen->class->free (pen);
}

void
prn_pen_stroke (PrnPen *pen, PrnColor color, double width)
{
  const PrnStroke stroke = { color, width, 0, 0, FALSE, FALSE };

  pen->class->stroke (pen, &stroke);
}

void
prn_pen_dash (PrnPen *pen, PrnColor color, double width, double dash, double gap)
{
  const PrnStroke stroke = { color, width, dash, gap, FALSE, FALSE };

  pen->class->stroke (pen, &stroke);
}

void
prn_pen_rectangle (PrnPen *pen, const PrnRectangle *r)
{
  prn_pen_move_to (pen, r->x, r->y);
  prn_pen_line_to (pen, r->x + r->w, r->y);
  prn_pen_line_to (pen, r->x + r->w, r->y + r->h);
  prn_pen_line_to (pen, r->x, r->y + r->h);
  prn_pen_close (pen);
}

void
prn_pen_corner (PrnPen *pen, double x, double y, PrnSpot in, PrnSpot out)
{
  prn_pen_curve_to (pen, x - in.x * (1 - KAPPA), y - in.y * (1 - KAPPA), x + out.x * (1 - KAPPA),
                    y + out.y * (1 - KAPPA), x + out.x, y + out.y);
}

void
prn_pen_rounded (PrnPen *pen, const PrnRectangle *r, double radius)
{
  double right = r->x + r->w, bottom = r->y + r->h;

  radius = MIN (radius, MIN (r->w, r->h) / 2);
  prn_pen_move_to (pen, r->x + radius, r->y);
  prn_pen_line_to (pen, right - radius, r->y);
  prn_pen_corner (pen, right, r->y, (PrnSpot){ radius, 0 }, (PrnSpot){ 0, radius });
  prn_pen_line_to (pen, right, bottom - radius);
  prn_pen_corner (pen, right, bottom, (PrnSpot){ 0, radius }, (PrnSpot){ -radius, 0 });
  prn_pen_line_to (pen, r->x + radius, bottom);
  prn_pen_corner (pen, r->x, bottom, (PrnSpot){ -radius, 0 }, (PrnSpot){ 0, -radius });
  prn_pen_line_to (pen, r->x, r->y + radius);
  prn_pen_corner (pen, r->x, r->y, (PrnSpot){ 0, -radius }, (PrnSpot){ radius, 0 });
  prn_pen_close (pen);
}

void
prn_pen_edge (PrnPen *pen, const PrnRectangle *r, double radius, double width)
{
  const PrnRectangle middle = prn_rectangle_grown (*r, -width / 2);

  prn_pen_rounded (pen, &middle, MAX (0, radius - width / 2));
}

/* The bar follows the card's round corner: where the corner has not yet reached the bar's width,
 * the bar ends on the circle. */
void
prn_pen_side_bar (PrnPen *pen, const PrnRectangle *card, gboolean right, double width,
                  double radius)
{
  double bottom = card->y + card->h;
  double edge = right ? card->x + card->w : card->x;
  double inside, rise, inward;

  radius = MIN (radius, MIN (card->w, card->h) / 2);
  width = MIN (width, radius);
  inside = radius - width;
  rise = radius - sqrt (radius * radius - inside * inside);

  inward = right ? -width : width;

  prn_pen_move_to (pen, edge + inward, card->y + rise);
  prn_pen_curve_to (pen, edge + inward / 3, card->y + rise + (radius - rise) / 3, edge,
                    card->y + radius * 0.66, edge, card->y + radius);
  prn_pen_line_to (pen, edge, bottom - radius);
  prn_pen_curve_to (pen, edge, bottom - radius * 0.66, edge + inward / 3,
                    bottom - rise - (radius - rise) / 3, edge + inward, bottom - rise);
  prn_pen_close (pen);
}

void
prn_pen_circle (PrnPen *pen, double x, double y, double radius)
{
  const PrnRectangle box = { x - radius, y - radius, 2 * radius, 2 * radius };

  prn_pen_rounded (pen, &box, radius);
}

void
prn_pen_line_by_runs (PrnPen *pen, const PrnLine *line, double radius, PrnPenRun run, gpointer data)
{
  const PrnSpot *s = line->spots;
  PrnSpot from;

  if (line->n < 2)
    return;

  from = s[0];
  prn_pen_move_to (pen, from.x, from.y);
  for (guint i = 1; i + 1 < line->n; i++) {
    double before = hypot (s[i].x - s[i - 1].x, s[i].y - s[i - 1].y);
    double after = hypot (s[i + 1].x - s[i].x, s[i + 1].y - s[i].y);
    double r = MIN (radius, MIN (before, after) / 2);
    PrnSpot in = { (s[i].x - s[i - 1].x) / before * r, (s[i].y - s[i - 1].y) / before * r };
    PrnSpot out = { (s[i + 1].x - s[i].x) / after * r, (s[i + 1].y - s[i].y) / after * r };

    run (pen, from, (PrnSpot){ s[i].x - in.x, s[i].y - in.y }, data);
    prn_pen_corner (pen, s[i].x, s[i].y, in, out);
    from = (PrnSpot){ s[i].x + out.x, s[i].y + out.y };
  }
  run (pen, from, s[line->n - 1], data);
}

static void
straight_run (PrnPen *pen, PrnSpot from, PrnSpot to, gpointer data)
{
  prn_pen_line_to (pen, to.x, to.y);
}

void
prn_pen_line (PrnPen *pen, const PrnLine *line, double radius)
{
  prn_pen_line_by_runs (pen, line, radius, straight_run, NULL);
}

void
prn_pen_text (PrnPen *pen, PrnTextStyle style, const char *string, double x, double y, double width,
              guint lines, PrnTextAlign align, PrnColor color)
{
  if (string[0] == '\0')
    return;
  pen->class->text (pen, prn_text_get (style, string, width, lines, align), style, x, y, color);
}

void
prn_pen_text_centered (PrnPen *pen, PrnTextStyle style, const char *string, double x, double y,
                       double width, PrnColor color)
{
  PrnText *text;
  double w, h;

  if (string[0] == '\0')
    return;
  text = prn_text_get (style, string, width, 1, PRN_ALIGN_CENTER);
  prn_text_size (text, &w, &h);
  pen->class->text (pen, text, style, width > 0 ? x - width / 2 : x - w / 2, y - h / 2, color);
}
