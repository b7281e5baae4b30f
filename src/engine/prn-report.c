/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report.h"

static void
free_flows (PrnReportFlow *flows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_free (flows[i].from);
    g_free (flows[i].to);
  }
  g_free (flows);
}

static void
free_unmatched (PrnReportUnmatched *unmatched, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (unmatched[i].activity);
  g_free (unmatched);
}

static void
free_time (PrnReport *report)
{
  for (guint i = 0; i < report->n_cohorts; i++) {
    g_free (report->cohorts[i].month);
    g_free (report->cohorts[i].active);
  }
  for (guint i = 0; i < report->n_months; i++)
    g_free (report->months[i].month);
  g_free (report->cohorts);
  g_free (report->months);
}

static void
free_conversions (PrnReport *report)
{
  for (guint i = 0; i < report->n_conversions; i++) {
    PrnReportConversion *conversion = &report->conversions[i];

    g_free (conversion->from);
    g_strfreev (conversion->to);
    g_free (conversion->matured);
    g_free (conversion->curve);
  }
  for (guint i = 0; i < report->n_losses; i++) {
    PrnReportLoss *loss = &report->losses[i];

    g_free (loss->stage);
    free_flows (loss->next, loss->n_next);
    free_unmatched (loss->activities, loss->n_activities);
  }
  g_free (report->conversions);
  g_free (report->losses);
}

static void
free_differences (PrnReportDifference *differences, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (differences[i].of);
  g_free (differences);
}

/* The reports inside this one. */
static void
free_inner (PrnReport *report)
{
  for (guint i = 0; i < report->n_segments; i++) {
    g_free (report->segments[i].id);
    g_free (report->segments[i].name);
    prn_report_free (report->segments[i].report);
  }
  for (guint i = 0; i < report->n_scenarios; i++) {
    PrnReportScenario *scenario = &report->scenarios[i];

    g_free (scenario->id);
    g_free (scenario->name);
    prn_report_free (scenario->report);
    free_differences (scenario->differences, scenario->n_differences);
  }
  g_free (report->segments);
  g_free (report->scenarios);
}

void
prn_report_free (PrnReport *report)
{
  for (guint i = 0; i < report->n_rejects; i++)
    g_free (report->rejects[i].reason);
  for (guint i = 0; i < report->n_targets; i++)
    g_free (report->targets[i].id);
  for (guint i = 0; i < report->n_stages; i++)
    g_free (report->stages[i].id);
  for (guint i = 0; i < report->n_triggers; i++)
    g_free (report->triggers[i].id);
  for (guint i = 0; i < report->n_paths; i++)
    g_strfreev (report->paths[i].stages);
  free_flows (report->flows, report->n_flows);
  free_flows (report->off_map, report->n_off_map);
  g_free (report->rejects);
  free_unmatched (report->unmatched, report->n_unmatched);
  free_time (report);
  free_conversions (report);
  free_inner (report);
  g_free (report->targets);
  g_free (report->stages);
  g_free (report->triggers);
  g_free (report->paths);
  g_free (report->kind);
  g_free (report);
}

const PrnReportStage *
prn_report_stage (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_stages; i++)
    if (g_str_equal (report->stages[i].id, id))
      return &report->stages[i];
  return NULL;
}

const PrnReportTrigger *
prn_report_trigger (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_triggers; i++)
    if (g_str_equal (report->triggers[i].id, id))
      return &report->triggers[i];
  return NULL;
}

const PrnReportTarget *
prn_report_target (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_targets; i++)
    if (g_str_equal (report->targets[i].id, id))
      return &report->targets[i];
  return NULL;
}

gboolean
prn_report_is_simulation (const PrnReport *report)
{
  return g_str_equal (report->kind, "simulation");
}
