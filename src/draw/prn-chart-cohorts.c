/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-chart-private.h"
#include "prn-figures.h"

#define ROW      20
#define HEAD     34 /* a line for what the months are, one for their numbers */
#define LEAST    220
#define GAP      6
#define CELL_MAX 40
#define WITH_FIGURE 21 /* a narrower cell has no number in it */
#define ROWS_MAX 36
#define CELLS_MAX 36

typedef struct {
  char *name;
  guint n;
  double *active;
} Row;

typedef struct {
  PrnChart chart;
  guint n;
  Row *rows;
  guint longest;
} Cohorts;

/* The number of a cell stands on its colour: dark or light, whichever is read more easily. */
static PrnColor
ink_on (const PrnThemeTable *colors, PrnColor ground)
{
  return prn_color_contrast (colors->text, ground) >= prn_color_contrast (colors->ground, ground)
             ? colors->text : colors->ground;
}

static void
paint_row (const Row *row, PrnPen *pen, PrnThemeKind theme, double x, double y, double cell,
           guint n_cells)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  PrnColor blue = prn_chart_color (theme, PRN_CHART_BLUE);

  for (guint i = 0; i < MIN (row->n, n_cells); i++) {
    const PrnRectangle r = { x + i * cell, y + 0.5, cell - 1, ROW - 1 };
    PrnColor color;

    if (isnan (row->active[i]))
      continue;
    /* Nobody is not the same as not observed: even 0 has a little of the colour. */
    color = prn_color_mix (colors->ground, blue, 0.06 + 0.84 * CLAMP (row->active[i], 0, 1));
    prn_pen_rounded (pen, &r, 3);
    prn_pen_fill (pen, color);
    if (cell >= WITH_FIGURE) {
      g_autofree char *figure = g_strdup_printf ("%.0f", 100 * row->active[i]);

      prn_pen_text_centered (pen, PRN_TEXT_LABEL, figure, r.x + r.w / 2, r.y + r.h / 2, 0,
                             ink_on (colors, color));
    }
  }
}

/* The numbers of the months; every second, third ... one where there is no room for all. */
static void
paint_head (PrnPen *pen, PrnThemeKind theme, double x, double cell, guint n_cells, double width)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  double line = prn_text_line_height (PRN_TEXT_LABEL);
  guint step = (guint) ceil ((prn_text_width (PRN_TEXT_LABEL, "88") + 5) / cell);

  prn_pen_text (pen, PRN_TEXT_LABEL, _("% not lost, months after entering"), 0, 0, width, 1,
                PRN_ALIGN_LEFT, colors->muted);
  for (guint i = 0; i < n_cells; i += step) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    double w = prn_text_width (PRN_TEXT_LABEL, number) + 2;
    double left = CLAMP (x + i * cell + (cell - w) / 2, 0, width - w);

    prn_pen_text (pen, PRN_TEXT_LABEL, number, left, line + 2, 0, 1, PRN_ALIGN_LEFT,
                  colors->muted);
  }
}

static double
names_width (const Cohorts *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n; i++)
    widest = MAX (widest, prn_text_width (PRN_TEXT_LABEL, self->rows[i].name));
  return widest + 2;
}

static void
paint (PrnChart *chart, PrnPen *pen, PrnThemeKind theme, double width)
{
  const Cohorts *self = (const Cohorts *) chart;
  double left = names_width (self) + GAP, line = prn_text_line_height (PRN_TEXT_LABEL);
  double cell = MIN (CELL_MAX, (width - left) / self->longest);

  paint_head (pen, theme, left, cell, self->longest, width);
  for (guint i = 0; i < self->n; i++) {
    double y = HEAD + i * ROW;

    prn_pen_text (pen, PRN_TEXT_LABEL, self->rows[i].name, 0, y + (ROW - line) / 2, 0, 1,
                  PRN_ALIGN_LEFT, prn_theme_table (theme)->text);
    paint_row (&self->rows[i], pen, theme, left, y, cell, self->longest);
  }
}

static void
cohorts_free (PrnChart *chart)
{
  Cohorts *self = (Cohorts *) chart;

  for (guint i = 0; i < self->n; i++) {
    g_free (self->rows[i].name);
    g_free (self->rows[i].active);
  }
  g_free (self->rows);
  g_free (self);
}

static const PrnChartClass cohorts_class = { paint, cohorts_free };

static char *
words_of (const PrnReport *report, guint first, guint longest)
{
  const PrnReportCohort *oldest = &report->cohorts[first];
  g_autofree char *share =
      oldest->n_active > 0 ? prn_figures_share (oldest->active[oldest->n_active - 1]) : NULL;

  if (share == NULL)
    return g_strdup_printf (_("Cohorts of %u months."), report->n_cohorts - first);
  return g_strdup_printf (_("Cohorts of %u months. Of those who entered in %s, %s are not lost %u "
                            "months later."),
                          report->n_cohorts - first, oldest->month, share, oldest->n_active - 1);
}

PrnChart *
prn_chart_cohorts_new (const PrnReport *report)
{
  guint first = report->n_cohorts - MIN (report->n_cohorts, ROWS_MAX), longest = 0;
  Cohorts *self;

  for (guint i = first; i < report->n_cohorts; i++)
    longest = MAX (longest, MIN (report->cohorts[i].n_active, CELLS_MAX));
  if (longest == 0)
    return NULL;

  self = g_new0 (Cohorts, 1);
  self->n = report->n_cohorts - first;
  self->longest = longest;
  self->rows = g_new0 (Row, self->n);
  for (guint i = 0; i < self->n; i++) {
    const PrnReportCohort *cohort = &report->cohorts[first + i];
    g_autofree char *customers = prn_figures_count (cohort->customers);

    self->rows[i] = (Row){ g_strdup_printf ("%s · %s", cohort->month, customers), cohort->n_active,
                           g_memdup2 (cohort->active, cohort->n_active * sizeof (double)) };
  }
  prn_chart_init (&self->chart, &cohorts_class, words_of (report, first, longest),
                  HEAD + self->n * ROW, LEAST);
  return &self->chart;
}
