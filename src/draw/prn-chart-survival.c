/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-chart-private.h"
#include "prn-duration.h"
#include "prn-figures.h"

#define HEIGHT 148
#define LEAST  180
#define GAP    6
#define TICK   64 /* what a label on the axis of time takes at most */

typedef struct {
  PrnChart chart;
  guint n;
  PrnReportPoint *points;
  double median;
} Survival;

/* Where values of the chart come to lie. */
typedef struct {
  PrnRectangle area;
  const PrnAxis *times, *shares;
} Plot;

static double
x_of (const Plot *plot, double seconds)
{
  return plot->area.x + plot->area.w * prn_axis_at (plot->times, seconds);
}

static double
y_of (const Plot *plot, double share)
{
  return plot->area.y + plot->area.h * (1 - prn_axis_at (plot->shares, share));
}

static double
highest (const Survival *self)
{
  double most = 0;

  for (guint i = 0; i < self->n; i++) {
    most = fmax (most, self->points[i].share);
    most = fmax (most, self->points[i].interval.high);
  }
  return most;
}

/* A step at each point: along to its time, then up. */
static void
trace_steps (const Survival *self, PrnPen *pen, const Plot *plot, gboolean is_high)
{
  double y = y_of (plot, 0);

  prn_pen_move_to (pen, plot->area.x, y);
  for (guint i = 0; i < self->n; i++) {
    const PrnReportPoint *point = &self->points[i];
    double bound = isnan (point->interval.high) ? point->share : point->interval.high;

    prn_pen_line_to (pen, x_of (plot, point->seconds), y);
    y = y_of (plot, is_high ? bound : point->share);
    prn_pen_line_to (pen, x_of (plot, point->seconds), y);
  }
}

/* Along the upper bounds, and back along the lower ones. */
static void
paint_band (const Survival *self, PrnPen *pen, const Plot *plot, PrnColor color)
{
  double x = x_of (plot, self->points[self->n - 1].seconds);

  trace_steps (self, pen, plot, TRUE);
  for (guint i = self->n; i > 0; i--) {
    const PrnReportPoint *point = &self->points[i - 1];
    double low = isnan (point->interval.low) ? point->share : point->interval.low;

    prn_pen_line_to (pen, x, y_of (plot, low));
    x = x_of (plot, point->seconds);
    prn_pen_line_to (pen, x, y_of (plot, low));
  }
  prn_pen_close (pen);
  color.a = 0.2;
  prn_pen_fill (pen, color);
}

/* Half of all, where they are reached: across from the left, and down to the time. */
static void
paint_median (const Survival *self, PrnPen *pen, const Plot *plot, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  double x = x_of (plot, self->median), y = y_of (plot, .5);
  g_autofree char *time = NULL, *words = NULL;

  if (!isfinite (self->median) || plot->shares->top < .5 || self->median > plot->times->top)
    return;

  prn_pen_move_to (pen, x, y);
  prn_pen_line_to (pen, x, plot->area.y + plot->area.h);
  prn_pen_dash (pen, colors->muted, 1, 2, 3);
  prn_pen_circle (pen, x, y, 3.5);
  prn_pen_fill (pen, prn_chart_color (theme, PRN_CHART_BLUE));

  time = prn_figures_dwell (self->median);
  /* Translators: after which time half of the customers have done it: "half by 12 d" */
  words = g_strdup_printf (_("half by %s"), time);
  if (x + 8 + prn_text_width (PRN_TEXT_LABEL, words) <= plot->area.x + plot->area.w)
    prn_pen_text (pen, PRN_TEXT_LABEL, words, x + 8, y + 4, 0, 1, PRN_ALIGN_LEFT, colors->text);
}

/* The last share, directly at the curve's end: above the band, or below it, or in it, wherever there
 * is room. */
static void
paint_end (const Survival *self, PrnPen *pen, const Plot *plot, PrnThemeKind theme)
{
  const PrnReportPoint *last = &self->points[self->n - 1];
  g_autofree char *share = prn_figures_share (last->share);
  double line = prn_text_line_height (PRN_TEXT_FIGURE), high = last->interval.high;
  double top = y_of (plot, isnan (high) ? last->share : high) - line - 1;
  double below = y_of (plot, isnan (last->interval.low) ? last->share : last->interval.low) + 2;

  if (top < 0 && below + line <= plot->area.y + plot->area.h)
    top = below;
  else if (top < 0)
    top = y_of (plot, last->share) - line - 2;
  prn_pen_text (pen, PRN_TEXT_FIGURE, share, plot->area.x, top, plot->area.w, 1, PRN_ALIGN_RIGHT,
                prn_theme_table (theme)->text);
}

static void
paint (PrnChart *chart, PrnPen *pen, PrnThemeKind theme, double width)
{
  const Survival *self = (const Survival *) chart;
  g_autoptr (PrnAxis) shares = prn_axis_share_new (highest (self));
  double left = prn_chart_label_width (shares) + GAP;
  double line = prn_text_line_height (PRN_TEXT_LABEL);
  g_autoptr (PrnAxis) times = prn_axis_time_new (self->points[self->n - 1].seconds,
                                                 (guint) MAX (1, (width - left) / TICK));
  const Plot plot = { { left, line / 2, width - left - 1, HEIGHT - line / 2 - line - 6 }, times,
                      shares };
  PrnColor blue = prn_chart_color (theme, PRN_CHART_BLUE);

  prn_chart_paint_levels (pen, theme, shares, &plot.area);
  prn_chart_paint_times (pen, theme, times, &plot.area);
  paint_band (self, pen, &plot, blue);
  trace_steps (self, pen, &plot, FALSE);
  prn_pen_stroke (pen, blue, 2);
  paint_median (self, pen, &plot, theme);
  paint_end (self, pen, &plot, theme);
}

static void
survival_free (PrnChart *chart)
{
  Survival *self = (Survival *) chart;

  g_free (self->points);
  g_free (self);
}

static const PrnChartClass survival_class = { paint, survival_free };

static char *
words_of (const PrnReportConversion *conversion)
{
  const PrnReportPoint *last = &conversion->curve[conversion->n_curve - 1];
  g_autofree char *share = prn_figures_share (last->share);
  g_autofree char *time = prn_figures_dwell (last->seconds);
  g_autofree char *median = prn_figures_dwell (conversion->median);

  if (median == NULL)
    return g_strdup_printf (_("Curve of those who have done it: %s after %s."), share, time);
  return g_strdup_printf (_("Curve of those who have done it: half after %s, %s after %s."), median,
                          share, time);
}

PrnChart *
prn_chart_survival_new (const PrnReportConversion *conversion)
{
  Survival *self;

  if (conversion->n_curve == 0 || isnan (conversion->curve[conversion->n_curve - 1].share))
    return NULL;

  self = g_new0 (Survival, 1);
  self->n = conversion->n_curve;
  self->points = g_memdup2 (conversion->curve, conversion->n_curve * sizeof (PrnReportPoint));
  self->median = conversion->median;
  prn_chart_init (&self->chart, &survival_class, words_of (conversion), HEIGHT, LEAST);
  return &self->chart;
}
