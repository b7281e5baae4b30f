/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-tables.h"

#include <math.h>

#include "prn-instant.h"
#include "prn-json-write.h"

static void
add_text (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells, g_strdup (text != NULL ? text : ""));
}

static void
add_count (GPtrArray *cells, guint64 count)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GUINT64_FORMAT, count));
}

static void
add_number (GPtrArray *cells, double number)
{
  GString *text = g_string_new (NULL);

  if (isfinite (number))
    prn_json_append_number (text, number);

  g_ptr_array_add (cells, g_string_free (text, FALSE));
}

static void
add_interval (GPtrArray *cells, PrnInterval interval)
{
  add_number (cells, interval.low);
  add_number (cells, interval.high);
}

static void
add_share (GPtrArray *cells, const PrnReportShare *share)
{
  add_count (cells, share->of);
  add_count (cells, share->with);
  add_number (cells, share->share);
  add_interval (cells, share->interval);
}

static void
fill_summary (const PrnReport *report, GPtrArray *cells)
{
  add_text (cells, report->kind);
  g_ptr_array_add (cells, prn_instant_format (report->as_of));
  add_count (cells, report->customers);
  add_count (cells, report->entered);
  add_count (cells, report->path_count);
  add_number (cells, report->expected);
}

static void
fill_rows (const PrnReport *report, GPtrArray *cells)
{
  add_count (cells, report->rows.read);
  add_count (cells, report->rows.accepted);
  add_count (cells, report->rows.rejected);
  add_count (cells, report->rows.after_as_of);
  add_count (cells, report->rows.matched);
  add_count (cells, report->rows.unmatched);
  add_count (cells, report->rows.before_entry);
  add_count (cells, report->rows.used);
}

static void
fill_rejects (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_rejects; i++) {
    add_count (cells, report->rejects[i].line);
    add_text (cells, report->rejects[i].reason);
  }
}

static void
fill_unmatched (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_unmatched; i++) {
    add_text (cells, report->unmatched[i].activity);
    add_count (cells, report->unmatched[i].rows);
  }
}

static void
fill_stages (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    add_text (cells, stage->id);
    add_count (cells, stage->customers);
    add_count (cells, stage->visits);
    add_count (cells, stage->now);
    add_count (cells, stage->left);
    add_number (cells, stage->p25);
    add_number (cells, stage->median);
    add_number (cells, stage->p75);
    add_number (cells, stage->mean);
    add_number (cells, stage->reach.share);
    add_interval (cells, stage->reach.interval);
    add_number (cells, stage->here.share);
    add_interval (cells, stage->here.interval);
    add_number (cells, stage->each.mean);
    add_interval (cells, stage->each.interval);
  }
}

static void
fill_triggers (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_triggers; i++) {
    const PrnReportTrigger *trigger = &report->triggers[i];

    add_text (cells, trigger->id);
    add_count (cells, trigger->fired);
    add_count (cells, trigger->customers);
    add_number (cells, trigger->share);
    add_interval (cells, trigger->interval);
    add_number (cells, trigger->p25);
    add_number (cells, trigger->median);
    add_number (cells, trigger->p75);
  }
}

static void
add_flows (GPtrArray *cells, const PrnReportFlow *flows, guint n_flows)
{
  for (guint i = 0; i < n_flows; i++) {
    add_text (cells, flows[i].from);
    add_text (cells, flows[i].to);
    add_count (cells, flows[i].moves);
  }
}

static void
fill_flows (const PrnReport *report, GPtrArray *cells)
{
  add_flows (cells, report->flows, report->n_flows);
}

static void
fill_off_map (const PrnReport *report, GPtrArray *cells)
{
  add_flows (cells, report->off_map, report->n_off_map);
}

static void
fill_paths (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_paths; i++) {
    g_ptr_array_add (cells, g_strjoinv (" > ", report->paths[i].stages));
    add_count (cells, report->paths[i].customers);
  }
}

/* One row for each month of a cohort; a month that is not observed has none. */
static void
fill_cohorts (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_cohorts; i++) {
    const PrnReportCohort *cohort = &report->cohorts[i];

    for (guint k = 0; k < cohort->n_active; k++) {
      add_text (cells, cohort->month);
      add_count (cells, k);
      add_count (cells, cohort->customers);
      add_number (cells, cohort->active[k]);
    }
  }
}

static void
fill_months (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_months; i++) {
    add_text (cells, report->months[i].month);
    add_count (cells, report->months[i].newcomers);
    add_count (cells, report->months[i].returning);
    add_count (cells, report->months[i].resurrected);
    add_number (cells, report->months[i].dormant);
  }
}

static void
fill_money (const PrnReport *report, GPtrArray *cells)
{
  add_number (cells, report->money.revenue);
  add_number (cells, report->money.cost);
  add_number (cells, report->money.lifetime_value);
  add_interval (cells, report->money.interval);
  add_number (cells, report->money.discounted);
}

static void
fill_targets (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_targets; i++) {
    const PrnReportTarget *target = &report->targets[i];

    add_text (cells, target->id);
    add_number (cells, target->actual);
    add_interval (cells, target->interval);
    add_text (cells, target->met < 0 ? "" : target->met > 0 ? "true" : "false");
  }
}

static void
add_conversion (GPtrArray *cells, const PrnReportConversion *conversion)
{
  add_text (cells, conversion->from);
  g_ptr_array_add (cells, g_strjoinv (" | ", conversion->to));
}

/* The plain share has no window; beside it stands the end of the curve. */
static void
fill_conversions (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_conversions; i++) {
    const PrnReportConversion *conversion = &report->conversions[i];
    const PrnInterval unknown = { NAN, NAN };
    guint n = conversion->n_curve;

    add_conversion (cells, conversion);
    add_text (cells, NULL);
    add_share (cells, &conversion->plain);
    add_number (cells, n > 0 ? conversion->curve[n - 1].share : NAN);
    add_interval (cells, n > 0 ? conversion->curve[n - 1].interval : unknown);
    for (guint k = 0; k < conversion->n_matured; k++) {
      add_conversion (cells, conversion);
      add_number (cells, conversion->matured[k].within);
      add_share (cells, &conversion->matured[k].share);
      add_number (cells, conversion->matured[k].estimated);
      add_interval (cells, conversion->matured[k].estimated_interval);
    }
  }
}

static void
fill_curves (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_conversions; i++) {
    const PrnReportConversion *conversion = &report->conversions[i];

    for (guint k = 0; k < conversion->n_curve; k++) {
      add_conversion (cells, conversion);
      add_number (cells, conversion->curve[k].seconds);
      add_number (cells, conversion->curve[k].share);
      add_interval (cells, conversion->curve[k].interval);
    }
  }
}

/* What customers did in an exit stage, then where they went; how many stayed has neither. */
static void
fill_losses (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_losses; i++) {
    const PrnReportLoss *loss = &report->losses[i];

    add_text (cells, loss->stage);
    add_text (cells, "stayed");
    add_text (cells, NULL);
    add_count (cells, loss->stayed);
    for (guint k = 0; k < loss->n_next; k++) {
      add_text (cells, loss->stage);
      add_text (cells, "moved");
      add_text (cells, loss->next[k].to);
      add_count (cells, loss->next[k].moves);
    }
    for (guint k = 0; k < loss->n_activities; k++) {
      add_text (cells, loss->stage);
      add_text (cells, "rows");
      add_text (cells, loss->activities[k].activity);
      add_count (cells, loss->activities[k].rows);
    }
  }
}

static void
fill_differences (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_scenarios; i++) {
    const PrnReportScenario *scenario = &report->scenarios[i];

    for (guint k = 0; k < scenario->n_differences; k++) {
      const PrnReportDifference *difference = &scenario->differences[k];

      add_text (cells, scenario->id);
      add_text (cells, difference->of);
      add_text (cells, difference->metric);
      add_number (cells, difference->base);
      add_number (cells, difference->scenario);
      add_number (cells, difference->difference);
      add_interval (cells, difference->interval);
    }
  }
}

const PrnReportTable prn_report_tables[] = {
  { "summary", { "kind", "as_of", "customers", "entered", "path_count", "expected" }, 0, fill_summary },
  { "rows",
    { "read", "accepted", "rejected", "after_as_of", "matched", "unmatched", "before_entry",
      "used" },
    0,
    fill_rows },
  { "rejects", { "line", "reason" }, 1, fill_rejects },
  { "unmatched", { "activity", "rows" }, 1, fill_unmatched },
  { "stages",
    { "id", "customers", "visits", "now", "left", "dwell_p25", "dwell_median", "dwell_p75",
      "dwell_mean", "reach", "reach_low", "reach_high", "here", "here_low", "here_high", "each",
      "each_low", "each_high" },
    1,
    fill_stages },
  { "triggers",
    { "id", "fired", "customers", "share", "share_low", "share_high", "delay_p25", "delay_median",
      "delay_p75" },
    1,
    fill_triggers },
  { "flows", { "from", "to", "moves" }, 2, fill_flows },
  { "off_map", { "from", "to", "moves" }, 2, fill_off_map },
  { "paths", { "stages", "customers" }, 1, fill_paths },
  { "cohorts", { "entered", "month", "customers", "active" }, 2, fill_cohorts },
  { "months", { "month", "new", "returning", "resurrected", "dormant" }, 1, fill_months },
  { "money",
    { "revenue", "cost", "lifetime_value", "lifetime_value_low", "lifetime_value_high",
      "discounted" },
    0,
    fill_money },
  { "targets", { "id", "actual", "low", "high", "met" }, 1, fill_targets },
  { "conversions",
    { "from", "to", "within", "of", "with", "share", "low", "high", "estimated", "estimated_low",
      "estimated_high" },
    3,
    fill_conversions },
  { "curves", { "from", "to", "seconds", "share", "low", "high" }, 3, fill_curves },
  { "losses", { "stage", "what", "item", "count" }, 3, fill_losses },
  { "differences",
    { "scenario", "of", "metric", "base", "with", "difference", "low", "high" },
    3,
    fill_differences },
};

const guint prn_report_n_own_tables = G_N_ELEMENTS (prn_report_tables);
