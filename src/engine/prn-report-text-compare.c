/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-money.h"

/* How wide the names of reports side by side may be, and how much their first column takes. */
#define REPORT_NAME 14
#define FIRST_NAME  24
#define MAX_BESIDE  12

/* Reports side by side: what each column is called, and what it is about. */
typedef struct {
  const char *name;
  const PrnReport *report;
} Column;

static gboolean
has_money (const PrnReport *report)
{
  const PrnReportMoney *money = &report->money;

  return (isfinite (money->revenue) && money->revenue != 0) ||
         (isfinite (money->cost) && money->cost != 0);
}

static char *
money_text (PrnReportWriter *self, double amount)
{
  if (!isfinite (amount))
    return g_strdup ("-");
  return prn_money_format (amount, self->map != NULL ? prn_map_get_currency (self->map) : NULL);
}

static void
add_money (PrnReportWriter *self, PrnTextTable *table, const char *name, double amount, char *note)
{
  prn_text_table_add (table, g_strdup (name));
  prn_report_writer_add (self, table, money_text (self, amount));
  prn_report_writer_add (self, table, note);
}

static char *
money_interval (PrnInterval interval)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isfinite (interval.low) || !isfinite (interval.high))
    return g_strdup ("");
  low = prn_money_format (interval.low, NULL);
  high = prn_money_format (interval.high, NULL);
  return g_strdup_printf (_ ("95 %%: %s–%s"), low, high);
}

void
prn_report_write_money (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                    { "", PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_WORDS } };
  const PrnReportMoney *money = &self->report->money;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  if (!has_money (self->report))
    return;

  add_money (self, table, _ ("revenue"), money->revenue, g_strdup (""));
  add_money (self, table, _ ("cost"), money->cost, g_strdup (""));
  add_money (self, table, _ ("lifetime value"), money->lifetime_value,
             money_interval (money->interval));
  if (isfinite (money->discounted))
    add_money (self, table, _ ("discounted"), money->discounted, g_strdup (""));

  prn_report_writer_section (self, _ ("Money (lifetime value: of a customer who entered)"));
  prn_report_writer_table (self, table, 0);
}

static void
add_reach (PrnTextTable *table, const Column *columns, guint n, const char *stage)
{
  for (guint i = 0; i < n; i++) {
    const PrnReportStage *found = prn_report_stage (columns[i].report, stage);

    prn_report_writer_share (table, found != NULL ? found->customers : 0,
                             columns[i].report->entered);
  }
}

static void
add_entered (PrnTextTable *table, const Column *columns, guint n)
{
  prn_text_table_add (table, g_strdup (_ ("customers who entered")));
  for (guint i = 0; i < n; i++)
    prn_report_writer_count (table, columns[i].report->entered);
}

static void
add_values (PrnReportWriter *self, PrnTextTable *table, const Column *columns, guint n)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any = any || has_money (columns[i].report);
  if (!any)
    return;

  prn_text_table_add (table, g_strdup (_ ("lifetime value")));
  for (guint i = 0; i < n; i++)
    prn_report_writer_add (self, table, money_text (self, columns[i].report->money.lifetime_value));
}

static void
add_targets (PrnTextTable *table, const Column *columns, guint n)
{
  if (columns[0].report->n_targets == 0)
    return;

  prn_text_table_add (table, g_strdup (_ ("targets met")));
  for (guint i = 0; i < n; i++) {
    const PrnReport *report = columns[i].report;
    guint met = 0;

    for (guint k = 0; k < report->n_targets; k++)
      met += report->targets[k].met > 0;
    prn_text_table_add (table, report->n_targets > 0
                                   ? g_strdup_printf (_ ("%u of %u"), met, report->n_targets)
                                   : g_strdup (""));
  }
}

/* The conversions' estimates from everyone; each report has the same conversions. */
static void
add_conversions (PrnReportWriter *self, PrnTextTable *table, const Column *columns, guint n)
{
  for (guint k = 0; k < columns[0].report->n_conversions; k++) {
    const PrnReportConversion *first = &columns[0].report->conversions[k];
    g_autofree char *to = prn_report_writer_stages (self, first->to);

    prn_text_table_add (
        table, g_strdup_printf ("%s %s %s",
                                first->from != NULL ? prn_report_writer_stage (self, first->from)
                                                    : _ ("first entry"),
                                self->arrow, to));
    for (guint i = 0; i < n; i++) {
      const PrnReport *report = columns[i].report;
      guint n_curve = k < report->n_conversions ? report->conversions[k].n_curve : 0;

      prn_report_writer_percent (
          table, n_curve > 0 ? report->conversions[k].curve[n_curve - 1].share : NAN);
    }
  }
}

static void
write_block (PrnReportWriter *self, const Column *reports, guint n)
{
  PrnTextColumn columns[1 + MAX_BESIDE] = { { "", PRN_TEXT_NAME } };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PrnTextTable) table = NULL;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = prn_text_table_clean (g_strdup (reports[i].name));

    g_ptr_array_add (titles, prn_text_table_ellipsize (name, REPORT_NAME, self->ellipsis));
    columns[1 + i] = (PrnTextColumn){ g_ptr_array_index (titles, i), PRN_TEXT_NUMBER };
  }

  table = prn_text_table_new (columns, 1 + n);
  add_entered (table, reports, n);
  for (guint i = 0; i < MIN (self->report->n_stages, PRN_REPORT_LINES); i++) {
    const char *id = self->report->stages[i].id;

    prn_text_table_add (
        table, g_strdup_printf (_ ("  reach %s"), prn_report_writer_stage (self, id)));
    add_reach (table, reports, n, id);
  }
  add_conversions (self, table, reports, n);
  add_values (self, table, reports, n);
  add_targets (table, reports, n);
  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);
}

/* As many reports beside each other as the line holds; the first one begins every block. */
static void
write_beside (PrnReportWriter *self, const char *title, const Column *reports, guint n)
{
  guint room = self->width - MIN (self->width, 2 + FIRST_NAME);
  guint fitting = CLAMP (room / (REPORT_NAME + 2), 2, MAX_BESIDE);

  prn_report_writer_section (self, title);
  for (guint i = 1; i < n; i += fitting - 1) {
    Column block[MAX_BESIDE] = { reports[0] };
    guint n_block = MIN (fitting, n - i + 1);

    for (guint k = 1; k < n_block; k++)
      block[k] = reports[i + k - 1];
    if (i > 1)
      g_string_append_c (self->text, '\n');
    write_block (self, block, n_block);
  }
}

void
prn_report_write_segments (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  g_autofree Column *columns = g_new0 (Column, report->n_segments + 1);

  if (report->n_segments == 0)
    return;

  columns[0] = (Column){ _ ("all"), report };
  for (guint i = 0; i < report->n_segments; i++) {
    const PrnReportSegment *segment = &report->segments[i];
    const char *name = segment->name[0] != '\0' ? segment->name : segment->id;

    columns[1 + i] = (Column){ name != NULL && name[0] != '\0' ? name : _ ("(no value)"),
                               segment->report };
  }
  write_beside (self, _ ("Segments side by side"), columns, report->n_segments + 1);
}

static char *
difference_name (PrnReportWriter *self, const PrnReportDifference *difference)
{
  static const struct {
    const char *metric;
    const char *words;
  } rows[] = {
    { "reach", N_ ("reach") },
    { "now", N_ ("in the end in") },
    { "visits", N_ ("visits of") },
    { "exit_share", N_ ("customers who leave") },
    { "goal_share", N_ ("customers who reach a goal") },
    { "lifetime_value", N_ ("lifetime value") },
  };
  const char *words = difference->metric;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].metric, difference->metric))
      words = _(rows[i].words);

  if (g_str_equal (difference->of, "map"))
    return g_strdup (words);
  return g_strdup_printf ("%s %s", words, prn_report_writer_stage (self, difference->of));
}

/* Shares in percent, visits and money as they are. */
static char *
difference_value (PrnReportWriter *self,
                  const PrnReportDifference *difference,
                  double value,
                  gboolean with_sign)
{
  const char *sign = with_sign && value > 0 ? "+" : value < 0 ? "−" : "";
  gboolean is_money = g_str_equal (difference->metric, "lifetime_value");
  g_autofree char *money = NULL;

  if (!isfinite (value))
    return g_strdup ("-");
  if (g_str_equal (difference->metric, "visits"))
    return g_strdup_printf ("%s%.3f", sign, fabs (value));
  if (!is_money)
    return g_strdup_printf ("%s%.2f %%", sign, 100 * fabs (value));
  money = money_text (self, fabs (value));
  return g_strdup_printf ("%s%s", sign, money);
}

static char *
difference_interval (PrnReportWriter *self, const PrnReportDifference *difference)
{
  g_autofree char *low = difference_value (self, difference, difference->interval.low, TRUE);
  g_autofree char *high = difference_value (self, difference, difference->interval.high, TRUE);
  char *unit = strchr (low, ' ');

  if (!isfinite (difference->interval.low) || !isfinite (difference->interval.high))
    return g_strdup ("");
  if (unit != NULL)
    *unit = '\0';
  return g_strdup_printf (_ ("%s to %s"), low, high);
}

static gboolean
is_change (const PrnReportDifference *difference)
{
  return !(difference->difference == 0 && difference->interval.low == 0 &&
           difference->interval.high == 0);
}

static void
write_differences (PrnReportWriter *self, const PrnReportScenario *scenario)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_NAME },
    { _ ("as it is"), PRN_TEXT_NUMBER },
    { _ ("with it"), PRN_TEXT_NUMBER },
    { _ ("difference"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *title = g_strdup_printf (_ ("Scenario: %s"), scenario->name);
  guint n = 0;

  for (guint i = 0; i < scenario->n_differences; i++) {
    const PrnReportDifference *difference = &scenario->differences[i];
    gboolean is_certain = difference->interval.low > 0 || difference->interval.high < 0;

    if (!is_change (difference))
      continue;
    n++;
    prn_text_table_add (table, difference_name (self, difference));
    prn_report_writer_add (self, table,
                           difference_value (self, difference, difference->base, FALSE));
    prn_report_writer_add (self, table,
                           difference_value (self, difference, difference->scenario, FALSE));
    prn_report_writer_add (self, table,
                           difference_value (self, difference, difference->difference, TRUE));
    prn_report_writer_add (self, table, difference_interval (self, difference));
    prn_text_table_add (table, g_strdup (is_certain ? "*" : ""));
  }

  prn_report_writer_section (self, title);
  prn_report_writer_line (self, n > 0 ? _ ("*: chance alone does not explain the difference")
                                      : _ ("nothing is different"));
  if (n > 0)
    prn_report_writer_table (self, table, 0);
}

void
prn_report_write_scenarios (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  g_autofree Column *columns = g_new0 (Column, report->n_scenarios + 1);

  if (report->n_scenarios == 0)
    return;

  columns[0] = (Column){ _ ("as it is"), report };
  for (guint i = 0; i < report->n_scenarios; i++)
    columns[1 + i] = (Column){ report->scenarios[i].name, report->scenarios[i].report };
  write_beside (self, _ ("Scenarios side by side"), columns, report->n_scenarios + 1);
  for (guint i = 0; i < report->n_scenarios; i++)
    write_differences (self, &report->scenarios[i]);
}
