/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-chart-private.h"
#include "prn-figures.h"

#define HEIGHT   172
#define HEAD     36 /* the names of the colours, in up to two lines */
#define LEAST    200
#define GAP      6
#define BAR_MAX  28
#define MONTHS_MAX 60

typedef struct {
  PrnChart chart;
  guint n;
  PrnReportMonth *months;
  guint64 most;         /* active in a month */
  double most_dormant;
} Months;

static const struct {
  PrnChartHue hue;
  const char *name;
} parts[] = {
  { PRN_CHART_BLUE, N_("new") },
  { PRN_CHART_SKY, N_("returning") },
  { PRN_CHART_ORANGE, N_("resurrected") },
  { PRN_CHART_GRAY, N_("dormant") },
};

static guint64
active (const PrnReportMonth *month)
{
  return month->newcomers + month->returning + month->resurrected;
}

/* The colours are named above, in their order from the line upwards. */
static void
paint_names (PrnPen *pen, PrnThemeKind theme, double width)
{
  double x = 0, y = 0, line = prn_text_line_height (PRN_TEXT_LABEL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const char *name = _(parts[i].name);
    double w = 14 + prn_text_width (PRN_TEXT_LABEL, name) + 2;
    PrnRectangle square;

    if (x > 0 && x + w > width) {
      x = 0;
      y += line + 2;
    }
    square = (PrnRectangle){ x, y + (line - 10) / 2, 10, 10 };
    prn_pen_rounded (pen, &square, 2);
    prn_pen_fill (pen, prn_chart_color (theme, parts[i].hue));
    prn_pen_text (pen, PRN_TEXT_LABEL, name, x + 14, y, 0, 1, PRN_ALIGN_LEFT,
                  prn_theme_table (theme)->text);
    x += w + 12;
  }
}

static void
paint_bar (PrnPen *pen, PrnThemeKind theme, PrnChartHue hue, double x, double y, double width,
           double height)
{
  const PrnRectangle r = { x, y, width, height };

  if (height <= 0)
    return;
  prn_pen_rectangle (pen, &r);
  prn_pen_fill (pen, prn_chart_color (theme, hue));
}

static void
paint_month (const PrnReportMonth *month, PrnPen *pen, PrnThemeKind theme, double x, double width,
             double zero, double unit)
{
  const guint64 counts[] = { month->newcomers, month->returning, month->resurrected };
  double y = zero;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    double height = (double) counts[i] * unit;

    y -= height;
    paint_bar (pen, theme, parts[i].hue, x, y, width, height);
  }
  if (isfinite (month->dormant))
    paint_bar (pen, theme, PRN_CHART_GRAY, x, zero + 1, width, month->dormant * unit);
}

/* The first month, and each January, as far as there is room. */
static void
paint_dates (const Months *self, PrnPen *pen, PrnThemeKind theme, double left, double step,
             double y, double width)
{
  double free_from = 0;

  for (guint i = 0; i < self->n; i++) {
    const char *month = self->months[i].month;
    double w = prn_text_width (PRN_TEXT_LABEL, month) + 2;
    double x = CLAMP (left + i * step, 0, MAX (0, width - w));

    if (x < free_from || (i > 0 && !g_str_has_suffix (month, "-01") && self->n > 12))
      continue;
    prn_pen_text (pen, PRN_TEXT_LABEL, month, x, y, 0, 1, PRN_ALIGN_LEFT,
                  prn_theme_table (theme)->muted);
    free_from = x + w + GAP;
  }
}

static void
paint (PrnChart *chart, PrnPen *pen, PrnThemeKind theme, double width)
{
  const Months *self = (const Months *) chart;
  g_autoptr (PrnAxis) axis = prn_axis_count_new ((double) self->most);
  double line = prn_text_line_height (PRN_TEXT_LABEL);
  double left = prn_chart_label_width (axis) + GAP, bottom = HEIGHT - line - 4;
  double top = HEAD + line / 2;
  double unit = (bottom - top) / (axis->top + self->most_dormant);
  const PrnRectangle area = { left, top, width - left, axis->top * unit };
  double step = MIN (BAR_MAX, area.w / self->n);

  paint_names (pen, theme, width);
  prn_chart_paint_levels (pen, theme, axis, &area);
  for (guint i = 0; i < self->n; i++)
    paint_month (&self->months[i], pen, theme, left + i * step + 1, MAX (1, step - 2),
                 area.y + area.h, unit);
  paint_dates (self, pen, theme, left, step, bottom + 4, width);
}

static void
months_free (PrnChart *chart)
{
  Months *self = (Months *) chart;

  for (guint i = 0; i < self->n; i++)
    g_free (self->months[i].month);
  g_free (self->months);
  g_free (self);
}

static const PrnChartClass months_class = { paint, months_free };

static char *
words_of (const PrnReportMonth *last)
{
  g_autofree char *newcomers = prn_figures_count (last->newcomers);
  g_autofree char *returning = prn_figures_count (last->returning);
  g_autofree char *resurrected = prn_figures_count (last->resurrected);

  return g_strdup_printf (_("Customers by month. In %s: %s new, %s returning, %s resurrected."),
                          last->month, newcomers, returning, resurrected);
}

PrnChart *
prn_chart_months_new (const PrnReport *report)
{
  guint first = report->n_months - MIN (report->n_months, MONTHS_MAX);
  Months *self = g_new0 (Months, 1);

  for (guint i = first; i < report->n_months; i++) {
    self->most = MAX (self->most, active (&report->months[i]));
    if (isfinite (report->months[i].dormant))
      self->most_dormant = MAX (self->most_dormant, report->months[i].dormant);
  }
  if (self->most == 0) {
    g_free (self);
    return NULL;
  }

  self->n = report->n_months - first;
  self->months = g_memdup2 (&report->months[first], self->n * sizeof (PrnReportMonth));
  for (guint i = 0; i < self->n; i++)
    self->months[i].month = g_strdup (self->months[i].month);
  prn_chart_init (&self->chart, &months_class, words_of (&self->months[self->n - 1]), HEIGHT, LEAST);
  return &self->chart;
}
