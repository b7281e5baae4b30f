/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-answers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-duration.h"
#include "prn-money.h"
#include "prn-panel-row.h"
#include "prn-verdict.h"
#include "prn-wording.h"

#define ARROW " → "

static const char *
label_of (PrnMap *map, const char *id)
{
  gconstpointer element = id != NULL ? prn_map_lookup (map, id) : NULL;

  return element != NULL ? prn_element_label (element) : id;
}

static void
add_heading (GListStore *rows, const char *title)
{
  prn_panel_row_add (rows, PRN_PANEL_ROW_HEADING, NULL, title, NULL, NULL);
}

static void
add_chart (GListStore *rows, PrnChart *chart)
{
  g_autoptr (PrnPanelRow) row = chart != NULL ? prn_panel_row_new_chart (chart) : NULL;

  if (row != NULL)
    g_list_store_append (rows, row);
}

/* A line may break between words, not between a number and its percent sign. */
static char *
keep_together (char *detail)
{
  GString *text = g_string_new (detail);

  g_free (detail);
  g_string_replace (text, " %", "\302\240%", 0);
  return g_string_free (text, FALSE);
}

/* A share to a tenth of a percent, as its interval is given; NULL for NaN. */
static char *
percent (double share)
{
  return isfinite (share) ? g_strdup_printf (_("%.1f %%"), 100 * share) : NULL;
}

static char *
interval_words (PrnInterval interval)
{
  if (!isfinite (interval.low) || !isfinite (interval.high))
    return g_strdup ("");
  return g_strdup_printf (_(" (%.1f–%.1f)"), 100 * interval.low, 100 * interval.high);
}

static void
add_target (GListStore *rows, PrnMap *map, const PrnTarget *target, const PrnReportTarget *found)
{
  static const PrnPanelRowKind kinds[] = {
    [PRN_VERDICT_UNKNOWN] = PRN_PANEL_ROW_UNKNOWN,
    [PRN_VERDICT_MET] = PRN_PANEL_ROW_MET,
    [PRN_VERDICT_NEAR] = PRN_PANEL_ROW_NEAR,
    [PRN_VERDICT_MISSED] = PRN_PANEL_ROW_MISSED,
  };
  PrnVerdict verdict = prn_verdict (target, found);
  g_autofree char *subject = prn_verdict_subject (map, target);
  g_autofree char *bound = prn_verdict_bound (map, target);
  g_autofree char *value = prn_verdict_value (map, target, found->actual);
  g_autofree char *interval = prn_verdict_interval (map, target, found->interval);
  /* Translators: a target: what is measured, what is asked for, how it stands */
  g_autofree char *words = g_strdup_printf (_("%s: %s asked, %s"), subject, bound, prn_verdict_word (verdict));
  g_autofree char *sentence = prn_wording_sentence (words);
  g_autofree char *range =
      interval[0] != '\0' ? g_strdup_printf (_(" · 95 %%: %s"), interval) : g_strdup ("");
  g_autofree char *detail = keep_together (g_strconcat (sentence, range, NULL));
  g_autofree char *figure =
      verdict == PRN_VERDICT_UNKNOWN ? g_strdup (prn_verdict_sign (verdict))
                                     : g_strdup_printf ("%s %s", prn_verdict_sign (verdict), value);
  gboolean is_of_map = g_str_equal (target->of, "map");

  prn_panel_row_add (rows, kinds[verdict], is_of_map ? NULL : target->of,
                     prn_element_label (target), detail, figure);
}

void
prn_report_answer_targets (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  g_autofree char *title = NULL;
  guint met = 0;

  for (guint i = 0; i < report->n_targets; i++)
    met += report->targets[i].met > 0;
  if (report->n_targets == 0)
    return;

  title = g_strdup_printf (_("Targets: %u of %u met"), met, report->n_targets);
  add_heading (rows, title);
  for (guint i = 0; i < report->n_targets; i++) {
    const PrnTarget *target = prn_map_lookup (map, report->targets[i].id);

    if (target != NULL && prn_element_kind (target) == PRN_KIND_TARGET)
      add_target (rows, map, target, &report->targets[i]);
  }
}

static char *
conversion_title (PrnMap *map, const PrnReportConversion *conversion)
{
  GString *title = g_string_new (conversion->from != NULL ? label_of (map, conversion->from)
                                                          : _("First entry"));

  g_string_append (title, ARROW);
  for (guint i = 0; conversion->to[i] != NULL; i++) {
    if (i > 0)
      g_string_append (title, conversion->to[i + 1] != NULL ? ", " : _(" or "));
    g_string_append (title, label_of (map, conversion->to[i]));
  }
  return g_string_free (title, FALSE);
}

static void
add_share (GListStore *rows, const char *title, const char *whom, const PrnReportShare *share,
           double estimated)
{
  g_autofree char *of = prn_wording_count (share->of);
  g_autofree char *interval = interval_words (share->interval);
  g_autofree char *who = g_strdup_printf (whom, of);
  g_autofree char *estimate = percent (estimated);
  g_autofree char *beside =
      estimate != NULL ? g_strdup_printf (_(" · estimated %s"), estimate) : g_strdup ("");
  g_autofree char *detail = keep_together (g_strconcat (who, interval, beside, NULL));
  g_autofree char *figure = percent (share->share);

  prn_panel_row_add (rows, PRN_PANEL_ROW_PART, NULL, title, detail, figure);
}

/* Three ways beside each other: estimated from all, plain, and of those observed long enough. */
static void
add_conversion (GListStore *rows, PrnMap *map, const PrnReportConversion *conversion)
{
  const PrnReportPoint *last =
      conversion->n_curve > 0 ? &conversion->curve[conversion->n_curve - 1] : NULL;
  g_autofree char *title = conversion_title (map, conversion);
  g_autofree char *figure = last != NULL ? percent (last->share) : NULL;
  g_autofree char *interval = last != NULL ? interval_words (last->interval) : g_strdup ("");
  g_autofree char *detail =
      g_strdup_printf (_("Estimated, with those observed too briefly%s"), interval);
  g_autoptr (PrnChart) chart = prn_chart_survival_new (conversion);

  prn_panel_row_add (rows, PRN_PANEL_ROW_FACT, NULL, title, figure != NULL ? detail : NULL, figure);
  add_chart (rows, chart);
  /* Translators: %s is a number of customers */
  add_share (rows, _("So far"), _("of all %s"), &conversion->plain, NAN);
  for (guint i = 0; i < conversion->n_matured; i++) {
    const PrnReportMatured *matured = &conversion->matured[i];
    g_autofree char *within =
        prn_duration_format_exact (prn_duration_of_seconds (matured->within));
    g_autofree char *name = g_strdup_printf (_("Within %s"), within);

    add_share (rows, name, _("of %s observed that long"), &matured->share,
               matured->estimated);
  }
}

void
prn_report_answer_conversions (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  gboolean any = FALSE;

  for (guint i = 0; i < report->n_conversions; i++) {
    if (report->conversions[i].plain.of == 0)
      continue;
    if (!any)
      add_heading (rows, _("How many get there, and how fast"));
    any = TRUE;
    add_conversion (rows, map, &report->conversions[i]);
  }
}

void
prn_report_answer_months (GListStore *rows, const PrnReport *report)
{
  g_autoptr (PrnChart) chart = prn_chart_months_new (report);

  if (chart == NULL)
    return;
  add_heading (rows, _("Customers by month"));
  add_chart (rows, chart);
}

void
prn_report_answer_cohorts (GListStore *rows, const PrnReport *report)
{
  g_autoptr (PrnChart) chart = prn_chart_cohorts_new (report);

  if (chart == NULL)
    return;
  add_heading (rows, _("Cohorts by month of entry"));
  add_chart (rows, chart);
}

static void
add_amount (GListStore *rows, PrnMap *map, const char *title, double amount, const char *detail)
{
  g_autofree char *figure = NULL;

  if (!isfinite (amount))
    return;
  figure = prn_money_format (amount, prn_map_get_currency (map));
  prn_panel_row_add (rows, PRN_PANEL_ROW_FACT, NULL, title, detail, figure);
}

static gboolean
has_money (const PrnReport *report)
{
  return (isfinite (report->money.revenue) && report->money.revenue != 0) ||
         (isfinite (report->money.cost) && report->money.cost != 0);
}

void
prn_report_answer_money (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  const PrnReportMoney *money = &report->money;
  g_autofree char *detail = NULL;

  if (!has_money (report))
    return;
  if (isfinite (money->interval.low) && isfinite (money->interval.high)) {
    g_autofree char *low = prn_money_format (money->interval.low, NULL);
    g_autofree char *high = prn_money_format (money->interval.high, NULL);

    detail = keep_together (
        g_strdup_printf (_("Of a customer who entered · 95 %%: %s–%s"), low, high));
  }

  add_heading (rows, _("Money"));
  add_amount (rows, map, _("Revenue"), money->revenue, NULL);
  add_amount (rows, map, _("Cost"), money->cost, NULL);
  add_amount (rows, map, _("Lifetime value"), money->lifetime_value, detail);
  add_amount (rows, map, _("Discounted"), money->discounted,
              _("Each amount as of the customer's first entry"));
}

static void
add_part (GListStore *rows, const char *title, guint64 count, guint64 whole)
{
  g_autofree char *share = whole > 0 ? prn_wording_share (count, whole) : NULL;
  g_autofree char *figure = prn_wording_count (count);

  prn_panel_row_add (rows, PRN_PANEL_ROW_PART, NULL, title, share, figure);
}

void
prn_report_answer_losses (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  gboolean any = FALSE;

  for (guint i = 0; i < report->n_losses; i++) {
    const PrnReportLoss *loss = &report->losses[i];
    g_autofree char *visits = prn_wording_count (loss->visits);

    if (loss->visits == 0)
      continue;
    if (!any)
      add_heading (rows, _("What those who left did next"));
    any = TRUE;
    prn_panel_row_add (rows, PRN_PANEL_ROW_FACT, NULL, label_of (map, loss->stage), NULL, visits);
    add_part (rows, _("Stayed"), loss->stayed, loss->visits);
    for (guint k = 0; k < loss->n_next; k++) {
      g_autofree char *title = g_strdup_printf (_("Went on to %s"),
                                                label_of (map, loss->next[k].to));

      add_part (rows, title, loss->next[k].moves, loss->visits);
    }
    for (guint k = 0; k < loss->n_activities; k++) {
      g_autofree char *title = g_strdup_printf (_("Rows: %s"), loss->activities[k].activity);

      add_part (rows, title, loss->activities[k].rows, 0);
    }
  }
}

/* One number of a report in words, or NULL: @index says of which stage. */
typedef char *(*Measure) (PrnMap *map, const PrnReport *report, guint index);

static char *
entered_of (PrnMap *map, const PrnReport *report, guint index)
{
  return prn_wording_count (report->entered);
}

static char *
value_of (PrnMap *map, const PrnReport *report, guint index)
{
  if (!has_money (report) || !isfinite (report->money.lifetime_value))
    return NULL;
  return prn_money_format (report->money.lifetime_value, prn_map_get_currency (map));
}

static char *
met_of (PrnMap *map, const PrnReport *report, guint index)
{
  guint met = 0;

  for (guint i = 0; i < report->n_targets; i++)
    met += report->targets[i].met > 0;
  return report->n_targets > 0 ? g_strdup_printf (_("%u of %u"), met, report->n_targets) : NULL;
}

static char *
reach_of (PrnMap *map, const PrnReport *report, guint index)
{
  const PrnReportStage *stage = &report->stages[index];

  return report->entered > 0
             ? percent ((double) stage->customers / (double) report->entered) : NULL;
}

/* A measure of the whole, then of each segment. */
static void
add_measure (GListStore *rows, PrnMap *map, const PrnReport *report, const char *title,
             Measure measure, guint index)
{
  g_autofree char *whole = measure (map, report, index);

  if (whole == NULL)
    return;
  prn_panel_row_add (rows, PRN_PANEL_ROW_FACT, NULL, title, NULL, whole);
  for (guint i = 0; i < report->n_segments; i++) {
    const PrnReportSegment *segment = &report->segments[i];
    const char *name = segment->name[0] != '\0' ? segment->name
                       : segment->id != NULL    ? segment->id
                                                : _("(no value)");
    g_autofree char *figure = index < segment->report->n_stages
                                  ? measure (map, segment->report, index) : NULL;

    prn_panel_row_add (rows, PRN_PANEL_ROW_PART, NULL, name, NULL, figure != NULL ? figure : "–");
  }
}

void
prn_report_answer_segments (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  if (report->n_segments == 0)
    return;

  add_heading (rows, _("Segments side by side"));
  add_measure (rows, map, report, _("Customers who entered"), entered_of, 0);
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnStage *stage = prn_map_lookup (map, report->stages[i].id);
    g_autofree char *title = NULL;

    if (stage == NULL || prn_element_kind (stage) != PRN_KIND_STAGE ||
        (stage->role != PRN_ROLE_GOAL && stage->role != PRN_ROLE_EXIT))
      continue;
    title = g_strdup_printf (_("Reach %s"), prn_element_label (stage));
    add_measure (rows, map, report, title, reach_of, i);
  }
  add_measure (rows, map, report, _("Lifetime value"), value_of, 0);
  add_measure (rows, map, report, _("Targets met"), met_of, 0);
}
