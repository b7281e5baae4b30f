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

void
prn_report_free (PrnReport *report)
{
  for (guint i = 0; i < report->n_rejects; i++)
    g_free (report->rejects[i].reason);
  for (guint i = 0; i < report->n_unmatched; i++)
    g_free (report->unmatched[i].activity);
  for (guint i = 0; i < report->n_stages; i++)
    g_free (report->stages[i].id);
  for (guint i = 0; i < report->n_triggers; i++)
    g_free (report->triggers[i].id);
  for (guint i = 0; i < report->n_paths; i++)
    g_strfreev (report->paths[i].stages);
  free_flows (report->flows, report->n_flows);
  free_flows (report->off_map, report->n_off_map);
  g_free (report->rejects);
  g_free (report->unmatched);
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

gboolean
prn_report_is_simulation (const PrnReport *report)
{
  return g_str_equal (report->kind, "simulation");
}
