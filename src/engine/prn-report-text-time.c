/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-duration.h"

/* A cell of the triangle of cohorts: "100" and the gap. */
#define COHORT_CELL 5
#define COHORT_HEAD 22
#define MAX_COHORT_CELLS 36

/* A count with Wilson's interval on the left, the estimate from everyone on the right. */
static void
add_conversion_line (PrnReportWriter *self,
                     PrnTextTable *table,
                     char *name,
                     const PrnReportShare *share,
                     double estimated,
                     PrnInterval interval)
{
  const PrnInterval unknown = { NAN, NAN };

  prn_text_table_add (table, name);
  prn_report_writer_count (table, share->of);
  prn_report_writer_percent (table, share->of > 0 ? share->share : NAN);
  prn_report_writer_interval (self, table, share->of > 0 ? share->interval : unknown);
  prn_report_writer_percent (table, estimated);
  prn_report_writer_interval (self, table, interval);
  prn_report_writer_bar (self, table, isfinite (estimated) ? estimated : 0, 1);
}

static char *
conversion_name (PrnReportWriter *self, const PrnReportConversion *conversion)
{
  g_autofree char *to = prn_report_writer_stages (self, conversion->to);

  return g_strdup_printf ("%s %s %s",
                          conversion->from != NULL
                              ? prn_report_writer_stage (self, conversion->from)
                              : _ ("First entry"),
                          self->arrow, to);
}

static void
append_quantile (GString *line, const char *part, double seconds)
{
  if (isfinite (seconds) && seconds >= 0 && seconds < 1e12) {
    g_autofree char *time = prn_duration_format_short ((gint64) (seconds * PRN_SECOND));

    g_string_append_printf (line, "%s %s", line->len > 0 ? "," : "", part);
    g_string_append_c (line, ' ');
    g_string_append_printf (line, _ ("by %s"), time);
  }
}

static void
write_conversion (PrnReportWriter *self, const PrnReportConversion *conversion)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_FIXED },
    { _ ("observed"), PRN_TEXT_NUMBER },
    { _ ("did it"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
    { _ ("estimate"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *name = conversion_name (self, conversion);
  GString *times = g_string_new (NULL);
  PrnReportPoint last = { NAN, NAN, { NAN, NAN } };

  if (conversion->n_curve > 0)
    last = conversion->curve[conversion->n_curve - 1];
  for (guint i = 0; i < conversion->n_matured; i++) {
    const PrnReportMatured *matured = &conversion->matured[i];
    g_autofree char *within = prn_duration_format_exact (prn_duration_of_seconds (matured->within));

    add_conversion_line (self, table, g_strdup_printf (_ ("  within %s"), within), &matured->share,
                         matured->estimated, matured->estimated_interval);
  }
  add_conversion_line (self, table, g_strdup (_ ("  so far")), &conversion->plain, last.share,
                       last.interval);

  append_quantile (times, _ ("a quarter"), conversion->p25);
  append_quantile (times, _ ("half"), conversion->median);
  append_quantile (times, _ ("three quarters"), conversion->p75);

  prn_report_writer_line (self, name);
  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);
  if (times->len > 0) {
    g_autofree char *line = g_strdup_printf (_ ("  time to it:%s"), times->str);

    g_string_append_printf (self->text, "  %s\n", line);
  }
  g_string_free (times, TRUE);
}

void
prn_report_write_conversions (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  guint n = 0;

  for (guint i = 0; i < report->n_conversions; i++) {
    if (report->conversions[i].plain.of == 0)
      continue;
    if (n++ == 0) {
      prn_report_writer_section (self, _ ("Conversion"));
      prn_report_writer_line (
          self, _ ("did it: of those observed that long, and of all so far; estimate: of "
                   "everyone, as if nobody had been observed too short"));
    }
    write_conversion (self, &report->conversions[i]);
  }
}

static void
add_cohort (PrnTextTable *table, const PrnReportCohort *cohort, guint n_cells, guint step)
{
  prn_text_table_add (table, g_strdup (cohort->month));
  prn_report_writer_count (table, cohort->customers);
  for (guint i = 0; i < n_cells; i++) {
    guint month = i * step;
    double active = month < cohort->n_active ? cohort->active[month] : NAN;

    /* Not observed is not nobody: the cell stays blank. */
    prn_text_table_add (table, isfinite (active) ? g_strdup_printf ("%.0f", 100 * active)
                                                 : g_strdup (""));
  }
}

void
prn_report_write_cohorts (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  guint first = report->n_cohorts - MIN (report->n_cohorts, PRN_REPORT_LINES);
  guint fitting = CLAMP ((self->width - MIN (self->width, COHORT_HEAD)) / COHORT_CELL, 1,
                         MAX_COHORT_CELLS);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  PrnTextColumn columns[2 + MAX_COHORT_CELLS] = { { _ ("entered"), PRN_TEXT_FIXED },
                                                  { _ ("customers"), PRN_TEXT_NUMBER } };
  g_autoptr (PrnTextTable) table = NULL;
  guint longest = 0, step, n_cells;

  for (guint i = first; i < report->n_cohorts; i++)
    longest = MAX (longest, report->cohorts[i].n_active);
  if (longest == 0)
    return;

  step = (longest + fitting - 1) / fitting;
  n_cells = (longest + step - 1) / step;
  for (guint i = 0; i < n_cells; i++) {
    g_ptr_array_add (titles, g_strdup_printf ("%u", i * step));
    columns[2 + i] = (PrnTextColumn){ g_ptr_array_index (titles, i), PRN_TEXT_NUMBER };
  }

  table = prn_text_table_new (columns, 2 + n_cells);
  for (guint i = first; i < report->n_cohorts; i++)
    add_cohort (table, &report->cohorts[i], n_cells, step);

  prn_report_writer_section (
      self, _ ("Cohorts (percent not lost so many months after entering; blank: not observed)"));
  prn_report_writer_table (self, table, first);
}

void
prn_report_write_months (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_FIXED },
    { _ ("new"), PRN_TEXT_NUMBER },
    { _ ("returning"), PRN_TEXT_NUMBER },
    { _ ("resurrected"), PRN_TEXT_NUMBER },
    { _ ("dormant"), PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  const PrnReport *report = self->report;
  guint first = report->n_months - MIN (report->n_months, PRN_REPORT_LINES);
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  guint64 most = 0;

  for (guint i = first; i < report->n_months; i++) {
    const PrnReportMonth *month = &report->months[i];

    most = MAX (most, month->newcomers + month->returning + month->resurrected);
  }
  if (most == 0)
    return;

  for (guint i = first; i < report->n_months; i++) {
    const PrnReportMonth *month = &report->months[i];

    prn_text_table_add (table, g_strdup (month->month));
    prn_report_writer_count (table, month->newcomers);
    prn_report_writer_count (table, month->returning);
    prn_report_writer_count (table, month->resurrected);
    if (month->dormant >= 0 && month->dormant < 1e18)
      prn_report_writer_count (table, (guint64) month->dormant);
    else
      prn_report_writer_blanks (table, 1);
    prn_report_writer_bar (self, table,
                           (double) (month->newcomers + month->returning + month->resurrected),
                           (double) most);
  }

  prn_report_writer_section (self, _ ("Customers by month (bar: those who did anything)"));
  prn_report_writer_table (self, table, first);
}
