/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chart.h"

#include <math.h>
#include <string.h>

#include "prn-axis.h"

/* A pen that keeps where everything is: all must lie within the chart, no text on another. */

typedef struct {
  char *string;
  double x, y, w, h;
} Word;

typedef struct {
  PrnPen pen;
  double left, top, right, bottom;
  GArray *words;
  guint n_fills;
} Recorder;

static void
reach (PrnPen *pen, double x, double y)
{
  Recorder *self = (Recorder *) pen;

  g_assert_true (isfinite (x) && isfinite (y));
  self->left = MIN (self->left, x);
  self->top = MIN (self->top, y);
  self->right = MAX (self->right, x);
  self->bottom = MAX (self->bottom, y);
}

static void
curve_to (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
  reach (pen, x, y);
}

static void
close_path (PrnPen *pen)
{
}

static void
fill (PrnPen *pen, PrnColor color)
{
  ((Recorder *) pen)->n_fills++;
}

static void
stroke (PrnPen *pen, const PrnStroke *how)
{
}

static void
text (PrnPen *pen, PrnText *words, PrnTextStyle style, double x, double y, PrnColor color)
{
  Recorder *self = (Recorder *) pen;
  g_autoptr (GArray) lines = prn_text_lines (words);

  for (guint i = 0; i < lines->len; i++) {
    PrnTextLine *line = &g_array_index (lines, PrnTextLine, i);
    double height = prn_text_line_height (style);
    Word word = { g_strdup (line->string), x + line->x, y + i * height, line->width, height };

    g_assert_null (strstr (line->string, "…"));
    reach (pen, word.x, word.y);
    reach (pen, word.x + word.w, word.y + word.h);
    g_array_append_val (self->words, word);
  }
}

static void
begin (PrnPen *pen, const char *id, const char *title)
{
}

static void
end (PrnPen *pen)
{
}

static const PrnPenClass recorder_class = {
  .move_to = reach, .line_to = reach, .curve_to = curve_to, .close = close_path, .fill = fill,
  .stroke = stroke, .text = text, .begin = begin, .end = end,
};

static void
word_clear (gpointer word)
{
  g_free (((Word *) word)->string);
}

static gboolean
says (Recorder *self, const char *string)
{
  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (g_array_index (self->words, Word, i).string, string))
      return TRUE;
  return FALSE;
}

static void
check_apart (Recorder *self)
{
  for (guint i = 0; i < self->words->len; i++)
    for (guint k = 0; k < i; k++) {
      const Word *a = &g_array_index (self->words, Word, i);
      const Word *b = &g_array_index (self->words, Word, k);

      if (a->x < b->x + b->w - 1 && b->x < a->x + a->w - 1 && a->y < b->y + b->h - 3 &&
          b->y < a->y + a->h - 3)
        g_error ("“%s” lies on “%s”", a->string, b->string);
    }
}

/* Paints at several widths; @self says in the end what the widest one says. */
static void
record (Recorder *self, PrnChart *chart)
{
  const double widths[] = { prn_chart_least_width (chart), 268, 333.3, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_clear_pointer (&self->words, g_array_unref);
    *self = (Recorder){ .pen = { &recorder_class },
                        .left = 1e9, .top = 1e9, .right = -1e9, .bottom = -1e9 };
    self->words = g_array_new (FALSE, FALSE, sizeof (Word));
    g_array_set_clear_func (self->words, word_clear);
    prn_chart_paint (chart, &self->pen, PRN_THEME_LIGHT, widths[i]);
    g_assert_cmpfloat (self->left, >=, -1);
    g_assert_cmpfloat (self->top, >=, -1.5);
    g_assert_cmpfloat (self->right, <=, widths[i] + 1);
    g_assert_cmpfloat (self->bottom, <=, prn_chart_height (chart) + 1.5);
    check_apart (self);
  }
}

static void
recorder_clear (Recorder *self)
{
  g_clear_pointer (&self->words, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recorder, recorder_clear)

static PrnReportPoint *
new_curve (guint n, double limit, double days)
{
  PrnReportPoint *curve = g_new0 (PrnReportPoint, n);

  for (guint i = 0; i < n; i++) {
    double share = limit * (i + 1) / n;

    curve[i] = (PrnReportPoint){ days * 86400 * (i + 1) / n, share,
                                 { MAX (0, share - .05), MIN (1, share + .05) } };
  }
  return curve;
}

static void
test_survival (void)
{
  static const struct {
    guint n;
    double limit, days, median;
    const char *end;
    const char *median_words;
  } rows[] = {
    { 1, 1, 1, 1, "100 %", NULL },
    { 60, .75, 300, 200 * 86400, "75 %", "half by 6.6 mo" },
    { 200, .04, 3, NAN, "4.0 %", NULL },
    { 200, 1, 8000, 4000 * 86400., "100 %", "half by 11 y" },
    { 3, 0, 100, NAN, "0 %", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnReportConversion conversion = { .n_curve = rows[i].n, .median = rows[i].median,
                                       .curve = new_curve (rows[i].n, rows[i].limit, rows[i].days) };
    g_autoptr (PrnChart) chart = prn_chart_survival_new (&conversion);
    g_auto (Recorder) recorder = { 0 };

    record (&recorder, chart);
    g_assert_true (says (&recorder, rows[i].end));
    g_assert_true (says (&recorder, "0 %"));
    if (rows[i].median_words != NULL)
      g_assert_true (says (&recorder, rows[i].median_words));
    g_assert_nonnull (strstr (prn_chart_words (chart), rows[i].end));
    g_free (conversion.curve);
  }
}

/* The curve ends where the share is, on the scale of its axis. */
static void
test_survival_place (void)
{
  PrnReportConversion conversion = { .n_curve = 10, .median = NAN,
                                     .curve = new_curve (10, .5, 10) };
  g_autoptr (PrnChart) chart = prn_chart_survival_new (&conversion);
  int width = 300, height = (int) prn_chart_height (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);
  const guint8 *pixels;
  int top = height, stride;

  prn_chart_paint (chart, pen, PRN_THEME_LIGHT, width);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height; y++) {
    const guint32 *row = (gconstpointer) (pixels + y * stride);

    /* The line is opaque blue, the band and the scale are not. */
    if (row[width - 3] == 0xff0072b2)
      top = MIN (top, y);
  }
  /* The axis ends at 60 %: the curve is at a sixth of the way down, less half a label. */
  g_assert_cmpint (top, >=, 8);
  g_assert_cmpint (top, <=, height / 3);
  cairo_surface_destroy (surface);
  g_free (conversion.curve);
}

static PrnReport *
new_report (guint n_months)
{
  PrnReport *report = g_new0 (PrnReport, 1);

  report->kind = g_strdup ("replay");
  report->n_cohorts = report->n_months = n_months;
  report->cohorts = g_new0 (PrnReportCohort, n_months);
  report->months = g_new0 (PrnReportMonth, n_months);
  for (guint i = 0; i < n_months; i++) {
    PrnReportCohort *cohort = &report->cohorts[i];

    cohort->month = g_strdup_printf ("%u-%02u", 2024 + i / 12, i % 12 + 1);
    cohort->customers = 100 * i;
    cohort->n_active = n_months - i;
    cohort->active = g_new (double, cohort->n_active);
    for (guint k = 0; k < cohort->n_active; k++)
      cohort->active[k] = 1.0 / (k + 1);
    report->months[i] = (PrnReportMonth){ g_strdup (cohort->month), 100 + i, 40 * i, i,
                                          i + 1 < n_months ? 20.0 * i : NAN };
  }
  return report;
}

static void
test_cohorts (void)
{
  for (guint n = 1; n <= 60; n += n < 4 ? 1 : 14) {
    g_autoptr (PrnReport) report = new_report (n);
    g_autoptr (PrnChart) chart = prn_chart_cohorts_new (report);
    g_auto (Recorder) recorder = { 0 };
    guint rows = MIN (n, 36), cells = rows * (rows + 1) / 2;

    record (&recorder, chart);
    /* A cell for each month that was observed, and no other. */
    g_assert_cmpuint (recorder.n_fills, ==, cells);
    g_assert_true (says (&recorder, "100"));
  }
}

static void
test_months (void)
{
  for (guint n = 1; n <= 100; n += n < 4 ? 1 : 16) {
    g_autoptr (PrnReport) report = new_report (n);
    g_autoptr (PrnChart) chart = prn_chart_months_new (report);
    g_auto (Recorder) recorder = { 0 };

    record (&recorder, chart);
    g_assert_true (says (&recorder, "resurrected") && says (&recorder, "dormant"));
    g_assert_nonnull (strstr (prn_chart_words (chart), report->months[n - 1].month));
  }
}

static void
test_nothing (void)
{
  PrnReportConversion conversion = { 0 };
  g_autoptr (PrnReport) report = new_report (0);

  g_assert_null (prn_chart_survival_new (&conversion));
  g_assert_null (prn_chart_cohorts_new (report));
  g_assert_null (prn_chart_months_new (report));
}

/* A chart does not need the report any more. */
static void
test_outlives (void)
{
  PrnReport *report = new_report (6);
  g_autoptr (PrnChart) cohorts = prn_chart_cohorts_new (report);
  g_autoptr (PrnChart) months = prn_chart_months_new (report);
  g_autoptr (PrnChart) same = prn_chart_ref (months);
  g_auto (Recorder) recorder = { 0 };

  prn_report_free (report);
  record (&recorder, cohorts);
  record (&recorder, same);
}

static void
test_axes (void)
{
  static const struct {
    double seconds;
    guint most, n;
    const char *last;
  } rows[] = {
    { 86400 * 10, 5, 6, "10 d" },   { 86400 * 365.25, 4, 5, "1 y" },
    { 86400 * 365.25, 6, 7, "1 y" }, { 86400 * 100, 3, 4, "3 mo" },
    { 0, 4, 2, "1 s" },             { 90, 3, 2, "1 min" },
    { 1e13, 5, 6, "25000 y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnAxis) axis = prn_axis_time_new (rows[i].seconds, rows[i].most);

    g_test_message ("%g: %s", rows[i].seconds, axis->ticks[axis->n - 1].label);
    g_assert_cmpfloat (axis->ticks[0].at, ==, 0);
    g_assert_cmpfloat (axis->ticks[axis->n - 1].at, <=, 1);
    if (i + 1 < G_N_ELEMENTS (rows)) {
      g_assert_cmpuint (axis->n, ==, rows[i].n);
      g_assert_cmpstr (axis->ticks[axis->n - 1].label, ==, rows[i].last);
    }
  }
}

static void
test_other_axes (void)
{
  static const struct {
    double value;
    gboolean is_share;
    const char *top;
  } rows[] = {
    { .034, TRUE, "5 %" }, { .5, TRUE, "50 %" },  { .97, TRUE, "100 %" }, { 0, TRUE, "0.1 %" },
    { 7, FALSE, "8" },     { 1, FALSE, "1" },     { 412, FALSE, "600" },  { 5000, FALSE, "6,000" },
    { 0, FALSE, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnAxis) axis = rows[i].is_share ? prn_axis_share_new (rows[i].value)
                                                : prn_axis_count_new (rows[i].value);

    g_assert_cmpstr (axis->ticks[axis->n - 1].label, ==, rows[i].top);
    g_assert_cmpfloat (axis->ticks[axis->n - 1].at, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart/survival", test_survival);
  g_test_add_func ("/draw/chart/survival-place", test_survival_place);
  g_test_add_func ("/draw/chart/cohorts", test_cohorts);
  g_test_add_func ("/draw/chart/months", test_months);
  g_test_add_func ("/draw/chart/nothing", test_nothing);
  g_test_add_func ("/draw/chart/outlives", test_outlives);
  g_test_add_func ("/draw/chart/axes", test_axes);
  g_test_add_func ("/draw/chart/other-axes", test_other_axes);
  return g_test_run ();
}
