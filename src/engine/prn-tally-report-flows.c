/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Flows, moves off the map, and paths. */

#include "prn-tally-report-private.h"

#include <stdlib.h>
#include <string.h>

#define N_PATHS 10

PrnReportFlow
prn_tally_report_flow (PrnPlan *plan, guint32 from, guint32 to, guint64 moves)
{
  return (PrnReportFlow){
    from == PRN_NONE ? NULL : g_strdup (prn_tally_report_stage_id (plan, from)),
    g_strdup (prn_tally_report_stage_id (plan, to)),
    moves,
  };
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
    flow = prn_tally_report_flow (plan, from, to, moves[to]);
    g_array_append_val (flows, flow);
    moves[to] = 0;
  }
}

void
prn_tally_report_fill_flows (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (PrnReportFlow));
  g_autofree guint64 *moves = g_new0 (guint64, tally->n_stages);

  for (guint32 i = 0; i < tally->n_stages; i++)
    if (tally->stages[i].entries > 0) {
      PrnReportFlow flow = prn_tally_report_flow (plan, PRN_NONE, i, tally->stages[i].entries);

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

void
prn_tally_report_fill_off_map (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
{
  g_autofree gpointer *moves = g_hash_table_get_keys_as_array (tally->off_map, &report->n_off_map);

  report->off_map = g_new0 (PrnReportFlow, report->n_off_map);
  if (report->n_off_map > 0)
    qsort (moves, report->n_off_map, sizeof *moves, compare_off_map);
  for (guint i = 0; i < report->n_off_map; i++) {
    const PrnTallyOffMap *move = moves[i];

    report->off_map[i] = prn_tally_report_flow (plan, move->from, move->to, move->moves);
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
      return strcmp (prn_tally_report_stage_id (plan, stage), prn_tally_report_stage_id (plan, against));
  }
  return (a < one->bytes + one->length) - (b < other->bytes + other->length);
}

static char **
path_ids (const PrnPath *path, PrnPlan *plan)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const guint8 *bytes = path->bytes;

  while (bytes < path->bytes + path->length)
    g_strv_builder_add (ids, prn_tally_report_stage_id (plan, prn_path_next (&bytes)));
  return g_strv_builder_end (ids);
}

void
prn_tally_report_fill_paths (PrnReport *report, const PrnTally *tally, PrnPlan *plan)
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
