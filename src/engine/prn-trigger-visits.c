/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-trigger-visits.h"

#include <math.h>

struct _PrnTriggerVisits {
  const PrnPlan *plan;
  const PrnTally *tally;
  PrnHistogram *ended; /* by stage: however a visit ended */
  guint32 *first;      /* by trigger: where its edges begin, and one more */
  guint32 *edges;      /* edges of the plan, by trigger */
};

static void
sort_edges (PrnTriggerVisits *visits)
{
  const PrnPlan *plan = visits->plan;
  g_autofree guint32 *next = NULL;

  visits->first = g_new0 (guint32, plan->n_triggers + 1);
  visits->edges = g_new (guint32, plan->edges->len);
  for (guint32 i = 0; i < plan->edges->len; i++)
    visits->first[PRN_PLAN_EDGE (plan, i)->trigger + 1]++;
  for (guint i = 0; i < plan->n_triggers; i++)
    visits->first[i + 1] += visits->first[i];

  next = g_memdup2 (visits->first, (plan->n_triggers + 1) * sizeof *next);
  for (guint32 i = 0; i < plan->edges->len; i++)
    visits->edges[next[PRN_PLAN_EDGE (plan, i)->trigger]++] = i;
}

static void
add_lengths (PrnHistogram *histogram, const PrnTally *tally, guint32 edge)
{
  if (tally->edges[edge].lengths != NULL)
    prn_histogram_merge (histogram, tally->edges[edge].lengths);
}

PrnTriggerVisits *
prn_trigger_visits_new (const PrnPlan *plan, const PrnTally *tally)
{
  PrnTriggerVisits *visits = g_new0 (PrnTriggerVisits, 1);

  visits->plan = plan;
  visits->tally = tally;
  visits->ended = g_new0 (PrnHistogram, tally->n_stages);
  for (guint i = 0; i < tally->n_stages; i++)
    prn_histogram_merge (&visits->ended[i], &tally->stages[i].off_map);
  for (guint32 i = 0; i < tally->n_edges; i++)
    add_lengths (&visits->ended[PRN_PLAN_EDGE (plan, i)->from], tally, i);
  sort_edges (visits);
  return visits;
}

void
prn_trigger_visits_free (PrnTriggerVisits *visits)
{
  for (guint i = 0; i < visits->tally->n_stages; i++)
    prn_histogram_clear (&visits->ended[i]);
  g_free (visits->ended);
  g_free (visits->first);
  g_free (visits->edges);
  g_free (visits);
}

guint64
prn_trigger_visits_count (const PrnTriggerVisits *visits, guint trigger, guint64 *fired)
{
  guint64 n = 0, moves = 0;

  for (guint32 i = visits->first[trigger]; i < visits->first[trigger + 1]; i++) {
    n += visits->tally->stages[PRN_PLAN_EDGE (visits->plan, visits->edges[i])->from].visits;
    moves += prn_tally_moves (visits->tally, visits->edges[i]);
  }
  if (fired != NULL)
    *fired = moves;
  return n;
}

guint32
prn_trigger_visits_only_source (const PrnTriggerVisits *visits, guint trigger)
{
  guint32 first = visits->first[trigger];

  return visits->first[trigger + 1] == first + 1
             ? PRN_PLAN_EDGE (visits->plan, visits->edges[first])->from
             : PRN_NONE;
}

PrnSurvival *
prn_trigger_visits_of_stage (const PrnTriggerVisits *visits, guint32 stage, gboolean finished)
{
  return prn_survival_new_from_histograms (&visits->ended[stage],
                                           finished ? NULL : &visits->tally->stages[stage].open);
}

PrnSurvival *
prn_trigger_visits_of_sources (const PrnTriggerVisits *visits, guint trigger, gboolean finished)
{
  guint32 only = prn_trigger_visits_only_source (visits, trigger);
  PrnHistogram ended = { 0 }, open = { 0 };
  PrnSurvival *survival;

  if (only != PRN_NONE)
    return prn_trigger_visits_of_stage (visits, only, finished);

  for (guint32 i = visits->first[trigger]; i < visits->first[trigger + 1]; i++) {
    guint32 from = PRN_PLAN_EDGE (visits->plan, visits->edges[i])->from;

    prn_histogram_merge (&ended, &visits->ended[from]);
    if (!finished)
      prn_histogram_merge (&open, &visits->tally->stages[from].open);
  }
  survival = prn_survival_new_from_histograms (&ended, &open);
  prn_histogram_clear (&ended);
  prn_histogram_clear (&open);
  return survival;
}

PrnIncidence *
prn_trigger_visits_incidence (const PrnTriggerVisits *visits,
                              guint trigger,
                              const PrnSurvival *all)
{
  PrnHistogram ended = { 0 };
  PrnIncidence *incidence;

  for (guint32 i = visits->first[trigger]; i < visits->first[trigger + 1]; i++)
    add_lengths (&ended, visits->tally, visits->edges[i]);
  incidence = prn_incidence_new_from_histogram (all, &ended);
  prn_histogram_clear (&ended);
  return incidence;
}

double
prn_trigger_visits_leaving (const PrnTriggerVisits *visits,
                            guint32 stage,
                            gboolean finished,
                            double *variance)
{
  const PrnPlanStage *of = &visits->plan->stages[stage];
  guint64 n = visits->tally->stages[stage].visits;
  PrnHistogram ended = { 0 };
  double share;

  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++)
    add_lengths (&ended, visits->tally, i);

  if (finished) {
    share = n > 0 ? (double) ended.n / (double) n : 0;
    *variance = n > 0 ? share * (1 - share) / (double) n : 0;
  } else {
    g_autoptr (PrnSurvival) all = prn_trigger_visits_of_stage (visits, stage, FALSE);
    g_autoptr (PrnIncidence) incidence = prn_incidence_new_from_histogram (all, &ended);

    share = prn_incidence_limit (incidence, NULL);
    *variance = prn_incidence_variance (incidence, INFINITY);
  }
  prn_histogram_clear (&ended);
  return share;
}
