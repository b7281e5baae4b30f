/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chart-private.h"

#define GAP 6

void
prn_chart_init (PrnChart *self, const PrnChartClass *class, char *words, double height,
                double least_width)
{
  self->class = class;
  self->words = words;
  self->height = height;
  self->least_width = least_width;
  g_atomic_ref_count_init (&self->ref_count);
}

PrnChart *
prn_chart_ref (PrnChart *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
prn_chart_unref (PrnChart *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->words);
  self->class->free (self);
}

const char *
prn_chart_words (PrnChart *self)
{
  return self->words;
}

double
prn_chart_height (PrnChart *self)
{
  return self->height;
}

double
prn_chart_least_width (PrnChart *self)
{
  return self->least_width;
}

void
prn_chart_paint (PrnChart *self, PrnPen *pen, PrnThemeKind theme, double width)
{
  prn_text_lock ();
  self->class->paint (self, pen, theme, width);
  prn_text_unlock ();
}

PrnColor
prn_chart_color (PrnThemeKind theme, PrnChartHue hue)
{
  static const char *const colors[][2] = {
    [PRN_CHART_BLUE] = { "#0072b2", "#4aa8e0" },
    [PRN_CHART_SKY] = { "#56b4e9", "#8ccdf2" },
    [PRN_CHART_ORANGE] = { "#d55e00", "#f0914d" },
    [PRN_CHART_GRAY] = { "#8f8e96", "#85848c" },
  };
  PrnColor color = { 0, 0, 0, 1 };

  prn_color_parse (colors[hue][prn_theme_is_dark (theme)], &color);
  return color;
}

double
prn_chart_label_width (const PrnAxis *axis)
{
  double widest = 0;

  for (guint i = 0; i < axis->n; i++)
    widest = MAX (widest, prn_text_width (PRN_TEXT_LABEL, axis->ticks[i].label));
  return widest + 2;
}

void
prn_chart_paint_levels (PrnPen *pen, PrnThemeKind theme, const PrnAxis *axis,
                        const PrnRectangle *area)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  double line = prn_text_line_height (PRN_TEXT_LABEL);

  for (guint i = 0; i < axis->n; i++) {
    double y = area->y + area->h * (1 - axis->ticks[i].at);

    prn_pen_move_to (pen, area->x, y);
    prn_pen_line_to (pen, area->x + area->w, y);
    prn_pen_stroke (pen, i == 0 ? colors->line : colors->outline, 1);
    prn_pen_text (pen, PRN_TEXT_LABEL, axis->ticks[i].label, 0, y - line / 2, area->x - GAP, 1,
                  PRN_ALIGN_RIGHT, colors->muted);
  }
}

void
prn_chart_paint_times (PrnPen *pen, PrnThemeKind theme, const PrnAxis *axis,
                       const PrnRectangle *area)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  double free_from = 0, end = area->x + area->w;

  for (guint i = 0; i < axis->n; i++) {
    const char *label = axis->ticks[i].label;
    double width = prn_text_width (PRN_TEXT_LABEL, label) + 2;
    double x = area->x + area->w * axis->ticks[i].at;
    double left = CLAMP (x - width / 2, 0, end - width);

    prn_pen_move_to (pen, x, area->y + area->h);
    prn_pen_line_to (pen, x, area->y + area->h + 3);
    prn_pen_stroke (pen, colors->line, 1);
    if (left < free_from)
      continue;
    prn_pen_text (pen, PRN_TEXT_LABEL, label, left, area->y + area->h + 4, 0, 1, PRN_ALIGN_LEFT,
                  colors->muted);
    free_from = left + width + GAP;
  }
}
