/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding one tally to another, and taking one out of another. Unsigned counts wrap on the way. */

#include "prn-tally.h"

typedef enum {
  ADD,
  SUBTRACT,
} Way;

#define TAKE(into, from, field) \
  ((into)->field += way == ADD ? (from)->field : -(from)->field)

static void
merge_histogram (PrnHistogram *histogram, const PrnHistogram *other, Way way)
{
  if (way == ADD)
    prn_histogram_merge (histogram, other);
  else
    prn_histogram_subtract (histogram, other);
}

static void
merge_counts (guint64 *counts, const guint64 *others, guint n, const guint32 *places, Way way)
{
  for (guint i = 0; i < n; i++)
    counts[places != NULL ? places[i] : i] += way == ADD ? others[i] : -others[i];
}

static void
merge_stage (PrnTally *tally,
             const PrnTally *other,
             guint32 index,
             const guint32 *activities,
             Way way)
{
  PrnTallyStage *stage = &tally->stages[index];
  const PrnTallyStage *from = &other->stages[index];

  TAKE (stage, from, customers);
  TAKE (stage, from, visits);
  TAKE (stage, from, left);
  TAKE (stage, from, now);
  TAKE (stage, from, entries);
  TAKE (stage, from, squares);
  TAKE (stage, from, dwell);
  TAKE (stage, from, stay);
  merge_histogram (&stage->off_map, &from->off_map, way);
  merge_histogram (&stage->open, &from->open, way);
  if (from->away != NULL)
    merge_counts (prn_tally_stage_away (tally, index), from->away, other->n_activities, activities,
                  way);
}

static void
merge_start (PrnTallyStart *start, const PrnTallyStart *other, guint n_windows, Way way)
{
  merge_histogram (&start->observed, &other->observed, way);
  for (guint i = 0; i <= n_windows; i++)
    TAKE (start, other, observed_by[i]);
}

static void
merge_clock (PrnTallyClock *clock, const PrnTallyClock *other, guint n_windows, Way way)
{
  merge_histogram (&clock->times, &other->times, way);
  merge_histogram (&clock->observed, &other->observed, way);
  for (guint i = 0; i <= n_windows; i++)
    TAKE (clock, other, converted_by[i]);
}

static void
merge_month (PrnTallyMonth *month, const PrnTallyMonth *other, Way way)
{
  TAKE (month, other, newcomers);
  month->latest = MAX (month->latest, other->latest);
  for (guint i = 0; i < other->n_gone; i++)
    if (other->gone[i] != 0)
      *prn_tally_month_gone (month, i) += way == ADD ? other->gone[i] : -other->gone[i];
}

/* The months of the other one begin so much later. */
static void
merge_months (PrnTally *tally, const PrnTally *other, guint32 later, Way way)
{
  for (guint32 i = 0; i < other->measures->calendar.n; i++) {
    const PrnTallyMonth *month = prn_tally_find_month (other, i);
    const guint64 *after = other->activity[i].after;

    if (month != NULL && month->newcomers > 0)
      merge_month (prn_tally_month (tally, i + later), month, way);
    for (guint k = 0; k <= PRN_TALLY_LATER; k++)
      if (after[k] > 0)
        TAKE (&tally->activity[i + later], &other->activity[i], after[k]);
  }
}

static void
merge_measured (PrnTally *tally, const PrnTally *other, Way way)
{
  const PrnMeasures *measures = other->measures;

  for (guint i = 0; i < measures->n_starts; i++)
    merge_start (&tally->starts[i], &other->starts[i], measures->n_windows, way);
  for (guint i = 0; i < measures->n_clocks; i++)
    merge_clock (&tally->clocks[i], &other->clocks[i], measures->n_windows, way);
  merge_months (tally, other,
                (guint32) (measures->calendar.first - tally->measures->calendar.first), way);
  TAKE (tally, other, earned);
  TAKE (tally, other, money);
  TAKE (tally, other, money_squares);
  TAKE (tally, other, discounted);
}

static void
merge_moves (PrnTally *tally, const PrnTally *other, Way way)
{
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < tally->n_edges; i++)
    if (other->edges[i].lengths != NULL)
      merge_histogram (prn_tally_edge_lengths (&tally->edges[i]), other->edges[i].lengths, way);
  for (guint i = 0; i < tally->n_triggers; i++)
    TAKE (tally, other, triggers[i].customers);

  g_hash_table_iter_init (&iter, other->off_map);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const PrnTallyOffMap *move = key;

    prn_tally_add_off_map (tally, move->from, move->to, way == ADD ? move->moves : -move->moves);
  }
  if (way == ADD)
    prn_paths_merge (tally->paths, other->paths);
  else
    prn_paths_subtract (tally->paths, other->paths);
}

static void
merge (PrnTally *tally, const PrnTally *other, const guint32 *activities, Way way)
{
  TAKE (tally, other, customers);
  TAKE (tally, other, entered);
  tally->first_entry = MIN (tally->first_entry, other->first_entry);
  tally->last_entry = MAX (tally->last_entry, other->last_entry);
  TAKE (tally, other, rows);
  TAKE (tally, other, after_as_of);
  TAKE (tally, other, matched);
  TAKE (tally, other, before_entry);
  TAKE (tally, other, used);
  TAKE (tally, other, drawn);
  TAKE (tally, other, seen);
  merge_counts (tally->unmatched, other->unmatched, other->n_activities, activities, way);
  for (guint32 i = 0; i < tally->n_stages; i++)
    merge_stage (tally, other, i, activities, way);
  merge_moves (tally, other, way);
  if (tally->measures != NULL && other->measures != NULL)
    merge_measured (tally, other, way);
}

void
prn_tally_merge (PrnTally *tally, const PrnTally *other, const guint32 *activities)
{
  merge (tally, other, activities, ADD);
}

void
prn_tally_subtract (PrnTally *tally, const PrnTally *other)
{
  merge (tally, other, NULL, SUBTRACT);
}
