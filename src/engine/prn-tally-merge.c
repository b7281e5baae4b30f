/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding one tally to another. */

#include "prn-tally.h"

static void
merge_counts (guint64 *counts, const guint64 *others, guint n, const guint32 *places)
{
  for (guint i = 0; i < n; i++)
    counts[places != NULL ? places[i] : i] += others[i];
}

static void
merge_stage (PrnTally *tally, const PrnTally *other, guint32 index, const guint32 *activities)
{
  PrnTallyStage *stage = &tally->stages[index];
  const PrnTallyStage *from = &other->stages[index];

  stage->customers += from->customers;
  stage->visits += from->visits;
  stage->left += from->left;
  stage->now += from->now;
  stage->entries += from->entries;
  stage->squares += from->squares;
  stage->dwell += from->dwell;
  stage->stay += from->stay;
  prn_histogram_merge (&stage->off_map, &from->off_map);
  prn_histogram_merge (&stage->open, &from->open);
  if (from->away != NULL)
    merge_counts (prn_tally_stage_away (tally, index), from->away, other->n_activities, activities);
}

static void
merge_start (PrnTallyStart *start, const PrnTallyStart *other, guint n_windows)
{
  prn_histogram_merge (&start->observed, &other->observed);
  for (guint i = 0; i <= n_windows; i++)
    start->observed_by[i] += other->observed_by[i];
}

static void
merge_clock (PrnTallyClock *clock, const PrnTallyClock *other, guint n_windows)
{
  prn_histogram_merge (&clock->times, &other->times);
  prn_histogram_merge (&clock->observed, &other->observed);
  for (guint i = 0; i <= n_windows; i++)
    clock->converted_by[i] += other->converted_by[i];
}

static void
merge_month (PrnTallyMonth *month, const PrnTallyMonth *other)
{
  month->newcomers += other->newcomers;
  month->active += other->active;
  month->returning += other->returning;
  month->latest = MAX (month->latest, other->latest);
  for (guint i = 0; i < other->n_gone; i++)
    if (other->gone[i] != 0)
      *prn_tally_month_gone (month, i) += other->gone[i];
}

static void
merge_measured (PrnTally *tally, const PrnTally *other)
{
  const PrnMeasures *measures = other->measures;
  gint32 later = measures->calendar.first - tally->measures->calendar.first;

  for (guint i = 0; i < measures->n_starts; i++)
    merge_start (&tally->starts[i], &other->starts[i], measures->n_windows);
  for (guint i = 0; i < measures->n_clocks; i++)
    merge_clock (&tally->clocks[i], &other->clocks[i], measures->n_windows);
  for (guint32 i = 0; i < measures->calendar.n; i++) {
    const PrnTallyMonth *month = prn_tally_find_month (other, i);

    if (month == NULL)
      i |= PRN_TALLY_MONTHS - 1; /* none of its group */
    else if (month->active > 0)
      merge_month (prn_tally_month (tally, (guint32) ((gint32) i + later)), month);
  }
  tally->earned += other->earned;
  tally->money += other->money;
  tally->money_squares += other->money_squares;
  tally->discounted += other->discounted;
}

static void
merge_moves (PrnTally *tally, const PrnTally *other)
{
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < tally->n_edges; i++)
    if (other->edges[i].lengths != NULL)
      prn_histogram_merge (prn_tally_edge_lengths (&tally->edges[i]), other->edges[i].lengths);
  for (guint i = 0; i < tally->n_triggers; i++)
    tally->triggers[i].customers += other->triggers[i].customers;

  g_hash_table_iter_init (&iter, other->off_map);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const PrnTallyOffMap *move = key;

    prn_tally_add_off_map (tally, move->from, move->to, move->moves);
  }
  prn_paths_merge (tally->paths, other->paths);
}

void
prn_tally_merge (PrnTally *tally, const PrnTally *other, const guint32 *activities)
{
  tally->customers += other->customers;
  tally->entered += other->entered;
  tally->first_entry = MIN (tally->first_entry, other->first_entry);
  tally->last_entry = MAX (tally->last_entry, other->last_entry);
  tally->rows += other->rows;
  tally->after_as_of += other->after_as_of;
  tally->matched += other->matched;
  tally->before_entry += other->before_entry;
  tally->used += other->used;
  tally->drawn += other->drawn;
  tally->seen += other->seen;
  merge_counts (tally->unmatched, other->unmatched, other->n_activities, activities);
  for (guint32 i = 0; i < tally->n_stages; i++)
    merge_stage (tally, other, i, activities);
  merge_moves (tally, other);
  if (tally->measures != NULL && other->measures != NULL)
    merge_measured (tally, other);
}
