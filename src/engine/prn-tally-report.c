/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tally-report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "prn-duration.h"
#include "prn-survival.h"
#include "prn-trigger-visits.h"

#define N_PATHS 10

static const char *
stage_id (PrnPlan *plan, guint32 stage)
{
  return prn_element_id (prn_map_nth (plan->map, PRN_KIND_STAGE, stage));
}

static void
fill_rows (PrnReport *report, const PrnTally *tally, PrnLog *log)
{
  PrnReportRows *rows = &report->rows;
  guint n;
  const PrnReject *rejects = prn_log_rejects (log, &n);

  rows->read = prn_log_n_read (log);
  rows->accepted = prn_log_n_accepted (log);
  rows->rejected = prn_log_n_rejected (log);
  rows->after_as_of = tally->after_as_of;
  rows->matched = tally->matched;
  rows->before_entry = tally->before_entry;
  rows->used = tally->used;
  for (guint i = 0; i < tally->n_activities; i++)
    rows->unmatched += tally->unmatched[i];

  report->n_rejects = MIN (n, PRN_LOG_MAX_REJECTS);
  report->rejects = g_new0 (PrnReportReject, report->n_rejects);
  for (guint i = 0; i < report->n_rejects; i++)
    report->rejects[i] = (PrnReportReject){ rejects[i].line, g_strdup (rejects[i].reason) };
}

static int
compare_unmatched (gconstpointer a, gconstpointer b)
{
  const PrnReportUnmatched *one = a, *other = b;

  if (one->rows != other->rows)
    return one->rows > other->rows ? -1 : 1;
  return strcmp (one->activity, other->activity);
}

static void
fill_unmatched (PrnReport *report, const PrnTally *tally, PrnLog *log)
{
  for (guint i = 0; i < tally->n_activities; i++)
    report->n_unmatched += tally->unmatched[i] > 0;

  report->unmatched = g_new0 (PrnReportUnmatched, report->n_unmatched);
  for (guint i = 0, n = 0; i < tally->n_activities; i++)
    if (tally->unmatched[i] > 0)
      report->unmatched[n++] =
          (PrnReportUnmatched){ g_strdup (prn_log_activity (log, i)), tally->unmatched[i] };
  if (report->n_unmatched > 0)
    qsort (report->unmatched, report->n_unmatched, sizeof *report->unmatched, compare_unmatched);
}

/* The lengths of the visits to a stage that ended, whichever way. */
static void
add_ended (PrnHistogram *ended, const PrnTally *tally, PrnPlan *plan, guint stage)
{
  const PrnPlanStage *of = &plan->stages[stage];

  prn_histogram_merge (ended, &tally->stages[stage].off_map);
  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++)
    if (tally->edges[i].lengths != NULL)
      prn_histogram_merge (ended, tally->edges[i].lengths);
}

static void
fill_stages (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  report->n_stages = tally->n_stages;
  report->stages = g_new0 (PrnReportStage, tally->n_stages);
  for (guint i = 0; i < tally->n_stages; i++) {
    const PrnTallyStage *from = &tally->stages[i];
    PrnReportStage *to = &report->stages[i];
    PrnHistogram ended = { 0 };
    g_autoptr (PrnSurvival) dwell = NULL;

    add_ended (&ended, tally, plan, i);
    dwell = prn_survival_new_from_histograms (&ended, &from->open);
    prn_histogram_clear (&ended);
    to->id = g_strdup (stage_id (plan, i));
    to->customers = from->customers;
    to->visits = from->visits;
    to->now = from->now;
    to->left = from->left;
    to->p25 = prn_survival_quantile (dwell, .25) / PRN_SECOND;
    to->median = prn_survival_quantile (dwell, .5) / PRN_SECOND;
    to->p75 = prn_survival_quantile (dwell, .75) / PRN_SECOND;
    to->mean = from->left > 0 ? (double) from->dwell / (double) from->left / PRN_SECOND : NAN;
  }
}

static void
fill_triggers (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  g_autoptr (PrnTriggerVisits) visits = prn_trigger_visits_new (plan, tally);

  report->n_triggers = tally->n_triggers;
  report->triggers = g_new0 (PrnReportTrigger, tally->n_triggers);
  for (guint i = 0; i < tally->n_triggers; i++) {
    PrnReportTrigger *trigger = &report->triggers[i];
    g_autoptr (PrnIncidence) incidence = prn_trigger_visits_incidence (visits, i, FALSE);

    trigger->id = g_strdup (prn_element_id (prn_map_nth (plan->map, PRN_KIND_TRIGGER, i)));
    trigger->customers = tally->triggers[i].customers;
    if (prn_trigger_visits_count (visits, i, &trigger->fired) > 0)
      trigger->share = prn_incidence_limit (incidence, 0, &trigger->interval);
    else
      trigger->share = trigger->interval.low = trigger->interval.high = NAN;
    trigger->p25 = prn_incidence_quantile (incidence, 0, .25) / PRN_SECOND;
    trigger->median = prn_incidence_quantile (incidence, 0, .5) / PRN_SECOND;
    trigger->p75 = prn_incidence_quantile (incidence, 0, .75) / PRN_SECOND;
  }
}

static PrnReportFlow
make_flow (PrnPlan *plan, guint32 from, guint32 to, guint64 moves)
{
  return (PrnReportFlow){ from == PRN_NONE ? NULL : g_strdup (stage_id (plan, from)),
                          g_strdup (stage_id (plan, to)), moves };
}

/* Sums the edges of one source by where they lead. */
static void
add_flows_from (GArray *flows, const PrnTally *tally, PrnPlan *plan, guint32 from, guint64 *moves)
{
  const PrnPlanStage *stage = &plan->stages[from];
  guint32 low = PRN_NONE, high = 0;

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++) {
    guint32 to = PRN_PLAN_EDGE (plan, i)->to;

    if (tally->edges[i].moves == 0)
      continue;
    moves[to] += tally->edges[i].moves;
    low = MIN (low, to);
    high = MAX (high, to);
  }

  for (guint32 to = low; to != PRN_NONE && to <= high; to++) {
    PrnReportFlow flow;

    if (moves[to] == 0)
      continue;
    flow = make_flow (plan, from, to, moves[to]);
    g_array_append_val (flows, flow);
    moves[to] = 0;
  }
}

static void
fill_flows (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (PrnReportFlow));
  g_autofree guint64 *moves = g_new0 (guint64, tally->n_stages);

  for (guint32 i = 0; i < tally->n_stages; i++)
    if (tally->stages[i].entries > 0) {
      PrnReportFlow flow = make_flow (plan, PRN_NONE, i, tally->stages[i].entries);

      g_array_append_val (flows, flow);
    }
  for (guint32 i = 0; i < tally->n_stages; i++)
    add_flows_from (flows, tally, plan, i, moves);
  report->n_flows = flows->len;
  report->flows = (PrnReportFlow *) g_array_free (flows, FALSE);
}

static int
compare_off_map (gconstpointer a, gconstpointer b)
{
  const PrnTallyOffMap *one = *(gpointer const *) a, *other = *(gpointer const *) b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

static void
fill_off_map (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  g_autofree gpointer *moves = g_hash_table_get_keys_as_array (tally->off_map, &report->n_off_map);

  report->off_map = g_new0 (PrnReportFlow, report->n_off_map);
  if (report->n_off_map > 0)
    qsort (moves, report->n_off_map, sizeof *moves, compare_off_map);
  for (guint i = 0; i < report->n_off_map; i++) {
    const PrnTallyOffMap *move = moves[i];

    report->off_map[i] = make_flow (plan, move->from, move->to, move->moves);
  }
}

/* Most customers first, then the lists of ids in byte order. */
static int
compare_paths (const PrnPath *one, const PrnPath *other, PrnPlan *plan)
{
  const guint8 *a = one->bytes, *b = other->bytes;

  if (one->customers != other->customers)
    return one->customers > other->customers ? -1 : 1;

  while (a < one->bytes + one->length && b < other->bytes + other->length) {
    guint32 stage = prn_path_next (&a), against = prn_path_next (&b);

    if (stage != against)
      return strcmp (stage_id (plan, stage), stage_id (plan, against));
  }
  return (a < one->bytes + one->length) - (b < other->bytes + other->length);
}

static char **
path_ids (const PrnPath *path, PrnPlan *plan)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const guint8 *bytes = path->bytes;

  while (bytes < path->bytes + path->length)
    g_strv_builder_add (ids, stage_id (plan, prn_path_next (&bytes)));
  return g_strv_builder_end (ids);
}

static void
fill_paths (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  const PrnPath *best[N_PATHS];
  guint n = 0;

  report->path_count = prn_paths_n (tally->paths);
  for (guint32 i = 0; i < prn_paths_n (tally->paths); i++) {
    const PrnPath *path = prn_paths_nth (tally->paths, i);
    guint place = n;

    while (place > 0 && compare_paths (path, best[place - 1], plan) < 0)
      place--;
    if (place == N_PATHS)
      continue;
    n = MIN (n + 1, N_PATHS);
    memmove (best + place + 1, best + place, (n - 1 - place) * sizeof *best);
    best[place] = path;
  }

  report->n_paths = n;
  report->paths = g_new0 (PrnReportPath, n);
  for (guint i = 0; i < n; i++)
    report->paths[i] = (PrnReportPath){ path_ids (best[i], plan), best[i]->customers };
}

PrnReport *
prn_tally_report (const PrnTally *tally, PrnPlan *plan, PrnLog *log, gint64 as_of)
{
  PrnReport *report = g_new0 (PrnReport, 1);

  report->kind = g_strdup (log != NULL ? "replay" : "simulation");
  report->as_of = as_of;
  report->customers = tally->customers;
  report->entered = tally->entered;
  if (log != NULL) {
    fill_rows (report, tally, log);
    fill_unmatched (report, tally, log);
  }
  fill_stages (report, tally, plan);
  fill_triggers (report, tally, plan);
  fill_flows (report, tally, plan);
  fill_off_map (report, tally, plan);
  fill_paths (report, tally, plan);
  return report;
}
