/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tally.h"

static guint
off_map_hash (gconstpointer key)
{
  const PrnTallyOffMap *move = key;

  return move->from * 2654435761u ^ move->to;
}

static gboolean
off_map_equal (gconstpointer a, gconstpointer b)
{
  const PrnTallyOffMap *one = a, *other = b;

  return one->from == other->from && one->to == other->to;
}

PrnTally *
prn_tally_new (PrnPlan *plan, guint n_activities)
{
  PrnTally *tally = g_new0 (PrnTally, 1);

  tally->n_stages = plan->n_stages;
  tally->n_triggers = plan->n_triggers;
  tally->n_edges = plan->edges->len;
  tally->n_activities = n_activities;
  tally->plan_edges = (const PrnEdge *) plan->edges->data;
  tally->unmatched = g_new0 (guint64, n_activities);
  tally->stages = g_new0 (PrnTallyStage, tally->n_stages);
  tally->edges = g_new0 (PrnTallyEdge, tally->n_edges);
  tally->triggers = g_new0 (PrnTallyTrigger, tally->n_triggers);
  tally->off_map = g_hash_table_new_full (off_map_hash, off_map_equal, g_free, NULL);
  tally->paths = prn_paths_new ();
  return tally;
}

void
prn_tally_free (PrnTally *tally)
{
  for (guint i = 0; i < tally->n_stages; i++) {
    prn_histogram_clear (&tally->stages[i].off_map);
    prn_histogram_clear (&tally->stages[i].open);
  }
  for (guint i = 0; i < tally->n_edges; i++)
    if (tally->edges[i].lengths != NULL) {
      prn_histogram_clear (tally->edges[i].lengths);
      g_free (tally->edges[i].lengths);
    }
  g_free (tally->unmatched);
  g_free (tally->stages);
  g_free (tally->edges);
  g_free (tally->triggers);
  g_hash_table_unref (tally->off_map);
  prn_paths_free (tally->paths);
  g_free (tally);
}

void
prn_tally_add_off_map (PrnTally *tally, guint32 from, guint32 to, guint64 moves)
{
  PrnTallyOffMap key = { from, to, moves };
  PrnTallyOffMap *move = g_hash_table_lookup (tally->off_map, &key);

  if (move != NULL)
    move->moves += moves;
  else
    g_hash_table_add (tally->off_map, g_memdup2 (&key, sizeof key));
}

static void
merge_stage (PrnTallyStage *stage, const PrnTallyStage *other)
{
  stage->customers += other->customers;
  stage->visits += other->visits;
  stage->left += other->left;
  stage->now += other->now;
  stage->entries += other->entries;
  stage->squares += other->squares;
  stage->dwell += other->dwell;
  prn_histogram_merge (&stage->off_map, &other->off_map);
  prn_histogram_merge (&stage->open, &other->open);
}

static void
merge_edge (PrnTallyEdge *edge, const PrnTallyEdge *other)
{
  edge->moves += other->moves;
  if (other->lengths == NULL)
    return;
  if (edge->lengths == NULL)
    edge->lengths = g_new0 (PrnHistogram, 1);
  prn_histogram_merge (edge->lengths, other->lengths);
}

static void
merge_counts (guint64 *counts, const guint64 *others, guint n)
{
  for (guint i = 0; i < n; i++)
    counts[i] += others[i];
}

void
prn_tally_merge (PrnTally *tally, const PrnTally *other)
{
  GHashTableIter iter;
  gpointer key;

  tally->customers += other->customers;
  tally->entered += other->entered;
  tally->rows += other->rows;
  tally->after_as_of += other->after_as_of;
  tally->matched += other->matched;
  tally->before_entry += other->before_entry;
  tally->used += other->used;
  merge_counts (tally->unmatched, other->unmatched, tally->n_activities);
  for (guint i = 0; i < tally->n_edges; i++)
    merge_edge (&tally->edges[i], &other->edges[i]);
  for (guint i = 0; i < tally->n_triggers; i++)
    tally->triggers[i].customers += other->triggers[i].customers;
  for (guint i = 0; i < tally->n_stages; i++)
    merge_stage (&tally->stages[i], &other->stages[i]);

  g_hash_table_iter_init (&iter, other->off_map);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const PrnTallyOffMap *move = key;

    prn_tally_add_off_map (tally, move->from, move->to, move->moves);
  }
  prn_paths_merge (tally->paths, other->paths);
}
