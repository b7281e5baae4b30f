/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-way.h"

#include <math.h>

#define RADIUS 8
#define THIN 1.5
#define THICK 14.0
#define RIBBON_FROM 2.5 /* a narrower flow is no wider than the line itself */
#define PAD_X 8
#define PAD_Y 3
#define FAR_HEAD 2      /* a head seen from afar is so many times as large */
#define FAR_SIGN 8      /* radius of a target's sign seen from afar */
#define FAR_LABEL 3     /* what a label seen from afar takes more */

/* Below this zoom the names of triggers are too small to be read, and below that their numbers. */
#define NAMES_FROM 0.6
#define FIGURES_FROM 0.35

void
prn_way_clear (PrnWay *self)
{
  prn_line_clear (&self->line);
  g_clear_pointer (&self->name, g_ref_string_release);
  g_clear_pointer (&self->figures, g_ref_string_release);
  g_clear_pointer (&self->badges, prn_badges_unref);
}

PrnWay
prn_way_copy (const PrnWay *self)
{
  PrnWay copy = *self;

  copy.line = prn_line_copy (&self->line);
  copy.name = self->name != NULL ? g_ref_string_acquire (self->name) : NULL;
  copy.figures = self->figures != NULL ? g_ref_string_acquire (self->figures) : NULL;
  copy.badges = self->badges != NULL ? prn_badges_ref (self->badges) : NULL;
  return copy;
}

double
prn_way_width (guint64 fired, guint64 most)
{
  if (most == 0 || fired == 0)
    return THIN;
  return THIN + (THICK - THIN) * sqrt ((double) MIN (fired, most) / (double) most);
}

static double
head_length (const PrnWay *self)
{
  return MIN (13, 8 + self->width * 0.35);
}

static double
head_width (const PrnWay *self)
{
  return MAX (8.5, self->width + 3);
}

/* How far around a line there is ink, seen from near or afar. */
static double
line_reach (const PrnWay *self)
{
  return MAX (MAX (self->width, head_width (self) * FAR_HEAD) / 2 + 1.5, 5);
}

void
prn_way_add_line_ink (const PrnWay *self, GArray *places)
{
  for (guint i = 0; i + 1 < self->line.n; i++) {
    PrnLine run = { 2, &self->line.spots[i] };
    PrnRectangle r = prn_rectangle_grown (prn_line_bounds (&run), line_reach (self));

    g_array_append_val (places, r);
  }
}

void
prn_way_add_label_ink (const PrnWay *self, GArray *places)
{
  PrnRectangle r = prn_rectangle_grown (self->label, FAR_LABEL);

  if (self->label.w > 0)
    g_array_append_val (places, r);
}

PrnRectangle
prn_way_ink (const PrnWay *self)
{
  PrnRectangle ink = prn_rectangle_grown (prn_line_bounds (&self->line), line_reach (self));

  if (self->label.w > 0)
    ink = prn_rectangle_union (ink, prn_rectangle_grown (self->label, FAR_LABEL));
  return ink;
}

static void
paint_head (const PrnWay *self, PrnPen *pen, PrnColor color, double scale)
{
  PrnSpot tip = self->line.spots[self->line.n - 1], before = self->line.spots[self->line.n - 2];
  double run = hypot (tip.x - before.x, tip.y - before.y);
  double length = head_length (self) * scale, half = head_width (self) / 2 * scale;
  PrnSpot on;

  if (run <= 0)
    return;
  on = (PrnSpot){ (tip.x - before.x) / run, (tip.y - before.y) / run };
  prn_pen_move_to (pen, tip.x, tip.y);
  prn_pen_line_to (pen, tip.x - on.x * length - on.y * half, tip.y - on.y * length + on.x * half);
  prn_pen_line_to (pen, tip.x - on.x * length + on.y * half, tip.y - on.y * length - on.x * half);
  prn_pen_close (pen);
  prn_pen_fill (pen, color);
}

/* The line ends inside the head, so that a thick one does not show past its tip. */
static void
shortened (const PrnWay *self, PrnLine *line, double scale)
{
  PrnSpot *tip, before;
  double run, by;

  *line = prn_line_new (self->line.spots, self->line.n);
  tip = &line->spots[line->n - 1];
  before = line->spots[line->n - 2];
  run = hypot (tip->x - before.x, tip->y - before.y);
  by = MIN (head_length (self) * scale - 1, run * 0.9);
  if (run <= 0 || by <= 0)
    return;
  tip->x -= (tip->x - before.x) / run * by;
  tip->y -= (tip->y - before.y) / run * by;
}

/* A flow is a pale ribbon as wide as it is great, under the line that says what kind it is. */
static void
paint_ribbon (const PrnWay *self, PrnPen *pen, const PrnThemeTable *colors, const PrnLine *line)
{
  const double share = colors->outlined ? 0.4 : 0.28;

  if (self->width < RIBBON_FROM)
    return;
  prn_pen_line (pen, line, RADIUS);
  prn_pen_stroke (pen, prn_color_mix (colors->ground, colors->line, share), self->width);
}

static void
set_dashes (PrnStroke *stroke, PrnWayStyle style)
{
  if (style == PRN_WAY_DASHED) {
    stroke->dash = MAX (6, stroke->width * 3.2);
    stroke->gap = MAX (4, stroke->width * 2);
  } else if (style == PRN_WAY_DOTTED) {
    stroke->dash = MAX (2, stroke->width);
    stroke->gap = MAX (3, stroke->width * 1.5);
  }
}

/* From afar a line keeps a width that can be seen. */
static double
scale_at (double zoom)
{
  return zoom < 0.5 ? MIN (3, 0.5 / zoom) : 1;
}

static void
stroke_line (const PrnLine *line, PrnPen *pen, const PrnStroke *stroke, PrnHops *hops)
{
  if (hops == NULL) {
    prn_pen_line (pen, line, RADIUS);
    pen->class->stroke (pen, stroke);
    return;
  }
  prn_hops_line (hops, pen, line, RADIUS, stroke->dash, stroke->gap);
  pen->class->stroke (pen, stroke);
  if (stroke->dash > 0 && prn_hops_left_out (hops, pen))
    prn_pen_stroke (pen, stroke->color, stroke->width);
}

void
prn_way_paint_line (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, double zoom,
                    PrnHops *hops)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  double scale = scale_at (zoom);
  PrnStroke stroke = { colors->line, colors->thin * scale, 0, 0, FALSE, FALSE };
  PrnLine line;

  if (self->line.n < 2)
    return;
  set_dashes (&stroke, self->style);
  scale = MIN (scale, FAR_HEAD);
  shortened (self, &line, scale);
  paint_ribbon (self, pen, colors, &line);
  stroke_line (&line, pen, &stroke, hops);
  prn_line_clear (&line);
  paint_head (self, pen, colors->line, scale);
  if (self->dot) {
    prn_pen_circle (pen, self->line.spots[0].x, self->line.spots[0].y, 3.5);
    prn_pen_fill (pen, colors->line);
  }
}

/* The targets that have no line of their own, before the numbers; returns how wide they are. */
static double
paint_signs (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, double x, double y, double radius)
{
  double step = radius * PRN_WAY_BADGE / PRN_WAY_BADGE_SIGN;

  for (guint i = 0; i < self->badges->n; i++)
    prn_badge_paint_sign (pen, theme, self->badges->items[i].verdict, x + radius + i * step, y,
                          radius);
  return self->badges->n * step;
}

/* From afar the numbers alone, larger, within the label's own place; the share alone where both
 * find no room. */
static void
paint_far_label (const PrnWay *self, PrnPen *pen, PrnThemeKind theme)
{
  PrnRectangle r = prn_rectangle_grown (self->label, FAR_LABEL);
  g_auto (GStrv) parts = NULL;
  const char *text = self->figures;
  double middle = r.x + r.w / 2, signs;

  if (r.w <= 2 * FAR_LABEL || text == NULL)
    return;
  parts = g_strsplit (text, " · ", 2);
  signs = self->badges != NULL ? self->badges->n * FAR_SIGN * PRN_WAY_BADGE / PRN_WAY_BADGE_SIGN : 0;
  if (prn_text_width (PRN_TEXT_FIGURE_FAR, text) + signs + 4 > r.w)
    text = parts[0];
  if (prn_text_width (PRN_TEXT_FIGURE_FAR, text) + signs + 4 > r.w)
    signs = 0;
  if (prn_text_width (PRN_TEXT_FIGURE_FAR, text) + 4 > r.w)
    return;

  prn_pen_rounded (pen, &r, 9);
  prn_pen_fill (pen, self->label_ground);
  if (signs > 0)
    paint_signs (self, pen, theme,
                 middle - (prn_text_width (PRN_TEXT_FIGURE_FAR, text) + signs) / 2,
                 r.y + r.h / 2, FAR_SIGN);
  prn_pen_text_centered (pen, PRN_TEXT_FIGURE_FAR, text, middle + signs / 2, r.y + r.h / 2, 0,
                         prn_theme_table (theme)->text);
}

/* A sign and the words, centred as one; the words in the colour of the sign. */
static double
paint_badge (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, const PrnBadge *badge, double y)
{
  double words = prn_text_width (PRN_TEXT_FIGURE, badge->text), room = self->label.w - 2 * PAD_Y;
  double width = MIN (PRN_WAY_BADGE + words, room);
  double x = self->label.x + (self->label.w - width) / 2;
  PrnColor hue = prn_theme_readable (prn_theme_table (theme),
                                     prn_verdict_color (theme, badge->verdict), self->label_ground);

  prn_badge_paint_sign (pen, theme, badge->verdict, x + PRN_WAY_BADGE_SIGN,
                        y + PRN_WAY_BADGE / 2, PRN_WAY_BADGE_SIGN);
  prn_pen_text (pen, PRN_TEXT_FIGURE, badge->text, x + PRN_WAY_BADGE,
                y + (PRN_WAY_BADGE - prn_text_line_height (PRN_TEXT_FIGURE)) / 2,
                words <= width - PRN_WAY_BADGE ? 0 : width - PRN_WAY_BADGE, 1, PRN_ALIGN_LEFT, hue);
  return y + PRN_WAY_BADGE;
}

static void
paint_label (const PrnWay *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const PrnRectangle *r = &self->label;
  double line_height = prn_text_line_height (PRN_TEXT_LABEL), y = r->y + PAD_Y;
  double middle = r->x + r->w / 2;

  if (r->w <= 0)
    return;

  prn_pen_rounded (pen, r, 9);
  prn_pen_fill (pen, self->label_ground);
  if (self->name_lines > 0) {
    prn_pen_text (pen, PRN_TEXT_LABEL, self->name, middle - self->name_width / 2, y,
                  self->name_width, self->name_lines, PRN_ALIGN_CENTER,
                  prn_theme_readable (colors, self->figures != NULL ? colors->muted : colors->text,
                                      self->label_ground));
    y += self->name_lines * line_height;
  }
  if (self->badges != NULL && self->badge_lines == 0)
    middle += paint_signs (self, pen, theme, r->x + PAD_X, y + line_height / 2,
                           PRN_WAY_BADGE_SIGN) / 2;
  if (self->figures != NULL) {
    prn_pen_text_centered (pen, PRN_TEXT_FIGURE, self->figures, middle, y + line_height / 2, 0,
                           colors->text);
    y += line_height;
  }
  for (guint i = 0; i < self->badge_lines; i++)
    y = paint_badge (self, pen, theme, &self->badges->items[i], y);
}

gboolean
prn_way_shows_label (const PrnWay *self, double zoom)
{
  return self->label.w > 0 &&
         (zoom >= NAMES_FROM || (zoom >= FIGURES_FROM && self->figures != NULL));
}

void
prn_way_paint_label (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, double zoom)
{
  if (zoom < FIGURES_FROM || self->label.w <= 0)
    return;
  if (zoom < NAMES_FROM)
    paint_far_label (self, pen, theme);
  else
    paint_label (self, pen, theme);
}

void
prn_way_paint_ribbon (const PrnWay *self, PrnPen *pen, PrnThemeKind theme)
{
  if (self->line.n > 1)
    paint_ribbon (self, pen, prn_theme_table (theme), &self->line);
}

void
prn_way_add_to_path (const PrnWay *self, PrnPen *pen)
{
  for (guint i = 0; i < self->line.n; i++)
    if (i == 0)
      prn_pen_move_to (pen, self->line.spots[i].x, self->line.spots[i].y);
    else
      prn_pen_line_to (pen, self->line.spots[i].x, self->line.spots[i].y);
}

void
prn_way_stroke_path (PrnPen *pen, PrnThemeKind theme, double zoom)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const PrnStroke stroke = { colors->line, colors->thin * scale_at (zoom), 0, 0, FALSE, TRUE };

  pen->class->stroke (pen, &stroke);
}
