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

    if (prn_tally_moves (tally, i) == 0)
      continue;
    moves[to] += prn_tally_moves (tally, i);
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
compare_paths (const PrnPath *one, const PrnPath *other, const PrnTally *tally)
{
  PrnPathReader a = prn_path_read (tally->paths, one), b = prn_path_read (tally->paths, other);
  guint32 stage, against;

  if (one->customers != other->customers)
    return one->customers > other->customers ? -1 : 1;

  for (;;) {
    gboolean is_there = prn_path_reader_next (&a, &stage);
    gboolean is_other_there = prn_path_reader_next (&b, &against);

    if (!is_there || !is_other_there)
      return is_there - is_other_there;
    if (stage != against)
      return strcmp (prn_tally_report_stage_id (tally->plan, stage),
                     prn_tally_report_stage_id (tally->plan, against));
  }
}

static char **
path_ids (const PrnPath *path, const PrnTally *tally)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  PrnPathReader reader = prn_path_read (tally->paths, path);
  guint32 stage;

  while (prn_path_reader_next (&reader, &stage))
    g_strv_builder_add (ids, prn_tally_report_stage_id (tally->plan, stage));
  return g_strv_builder_end (ids);
}

void
prn_tally_report_fill_paths (PrnReport *report, const PrnTally *tally)
{
  PrnPath best[N_PATHS];
  PrnPath path;
  guint n = 0;

  report->path_count = prn_paths_n (tally->paths);
  for (gsize at = 0; prn_paths_next (tally->paths, &at, &path);) {
    guint place = n;

    while (place > 0 && compare_paths (&path, &best[place - 1], tally) < 0)
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
    report->paths[i] = (PrnReportPath){ path_ids (&best[i], tally), best[i].customers };
}
