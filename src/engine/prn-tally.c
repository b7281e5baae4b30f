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

static guint
n_month_groups (const PrnTally *tally)
{
  return (tally->measures->calendar.n + PRN_TALLY_MONTHS - 1) / PRN_TALLY_MONTHS;
}

PrnTally *
prn_tally_new (PrnPlan *plan, PrnMeasures *measures, guint n_activities)
{
  PrnTally *tally = g_new0 (PrnTally, 1);

  tally->plan = prn_plan_ref (plan);
  tally->first_entry = G_MAXINT64;
  tally->last_entry = G_MININT64;
  tally->n_stages = plan->n_stages;
  tally->n_triggers = plan->n_triggers;
  tally->n_edges = plan->edges->len;
  tally->n_activities = n_activities;
  tally->plan_edges = (const PrnEdge *) plan->edges->data;
  tally->unmatched = g_new0 (guint64, n_activities);
  tally->stages = g_new0 (PrnTallyStage, tally->n_stages);
  tally->edges = g_new0 (PrnTallyEdge, tally->n_edges);
  for (guint i = 0; i < tally->n_edges; i++)
    tally->edges[i].trigger = tally->plan_edges[i].trigger;
  tally->triggers = g_new0 (PrnTallyTrigger, tally->n_triggers);
  tally->off_map = g_hash_table_new_full (off_map_hash, off_map_equal, g_free, NULL);
  tally->paths = prn_paths_new (tally->n_stages);
  if (measures == NULL)
    return tally;

  tally->measures = prn_measures_ref (measures);
  tally->activity = g_new0 (PrnTallyActivity, measures->calendar.n);
  tally->months = g_new0 (PrnTallyMonth *, n_month_groups (tally));
  tally->starts = g_new0 (PrnTallyStart, measures->n_starts);
  tally->clocks = g_new0 (PrnTallyClock, measures->n_clocks);
  for (guint i = 0; i < measures->n_starts; i++)
    tally->starts[i].observed_by = g_new0 (guint64, measures->n_windows + 1);
  for (guint i = 0; i < measures->n_clocks; i++)
    tally->clocks[i].converted_by = g_new0 (gint64, measures->n_windows + 1);
  return tally;
}

static void
free_measured (PrnTally *tally)
{
  for (guint i = 0; i < tally->measures->n_starts; i++) {
    prn_histogram_clear (&tally->starts[i].observed);
    g_free (tally->starts[i].observed_by);
  }
  for (guint i = 0; i < tally->measures->n_clocks; i++) {
    prn_histogram_clear (&tally->clocks[i].times);
    prn_histogram_clear (&tally->clocks[i].observed);
    g_free (tally->clocks[i].converted_by);
  }
  for (guint i = 0; i < n_month_groups (tally); i++) {
    for (guint k = 0; tally->months[i] != NULL && k < PRN_TALLY_MONTHS; k++)
      g_free (tally->months[i][k].gone);
    g_free (tally->months[i]);
  }
  g_free (tally->starts);
  g_free (tally->clocks);
  g_free (tally->activity);
  g_free (tally->months);
  prn_measures_unref (tally->measures);
}

void
prn_tally_free (PrnTally *tally)
{
  for (guint i = 0; i < tally->n_stages; i++) {
    prn_histogram_clear (&tally->stages[i].off_map);
    prn_histogram_clear (&tally->stages[i].open);
    g_free (tally->stages[i].away);
  }
  for (guint i = 0; i < tally->n_edges; i++)
    if (tally->edges[i].lengths != NULL) {
      prn_histogram_clear (tally->edges[i].lengths);
      g_free (tally->edges[i].lengths);
    }
  if (tally->measures != NULL)
    free_measured (tally);
  g_free (tally->unmatched);
  g_free (tally->stages);
  g_free (tally->edges);
  g_free (tally->triggers);
  g_hash_table_unref (tally->off_map);
  prn_paths_free (tally->paths);
  prn_plan_unref (tally->plan);
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

PrnTallyMonth *
prn_tally_new_months (void)
{
  PrnTallyMonth *group = g_new0 (PrnTallyMonth, PRN_TALLY_MONTHS);

  for (guint i = 0; i < PRN_TALLY_MONTHS; i++)
    group[i].latest = G_MININT64;
  return group;
}

const PrnTallyMonth *
prn_tally_find_month (const PrnTally *tally, guint32 month)
{
  const PrnTallyMonth *group = tally->months[month / PRN_TALLY_MONTHS];

  return group != NULL ? &group[month % PRN_TALLY_MONTHS] : NULL;
}

static guint64
count_newcomers (const PrnTally *tally, guint32 month)
{
  const PrnTallyMonth *of = prn_tally_find_month (tally, month);

  return of != NULL ? of->newcomers : 0;
}

PrnTallyActive
prn_tally_active (const PrnTally *tally, guint32 month)
{
  const guint64 *after = tally->activity[month].after;
  PrnTallyActive active = {
    .newcomers = count_newcomers (tally, month),
    .returning = after[PRN_TALLY_NEXT],
    .resurrected = after[PRN_TALLY_LATER],
  };

  /* Those active in the month before are those who return and those who do not. */
  if (month > 0) {
    const guint64 *before = tally->activity[month - 1].after;

    active.dormant = count_newcomers (tally, month - 1) + before[PRN_TALLY_NEXT] +
                     before[PRN_TALLY_LATER] - active.returning;
  }
  return active;
}

void
prn_tally_month_grow (PrnTallyMonth *month, guint age)
{
  guint n = MAX (MIN (month->n_gone * 2, PRN_MEASURES_MAX_AGE), age + 1);

  month->gone = g_renew (gint64, month->gone, n);
  while (month->n_gone < n)
    month->gone[month->n_gone++] = 0;
}

guint64 *
prn_tally_stage_away (PrnTally *tally, guint32 stage)
{
  if (G_UNLIKELY (tally->stages[stage].away == NULL))
    tally->stages[stage].away = g_new0 (guint64, tally->n_activities);
  return tally->stages[stage].away;
}
