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

PrnTriggerVisits *
prn_trigger_visits_new (const PrnPlan *plan, const PrnTally *tally)
{
  PrnTriggerVisits *visits = g_new0 (PrnTriggerVisits, 1);

  visits->plan = plan;
  visits->tally = tally;
  visits->ended = g_new0 (PrnHistogram, tally->n_stages);
  for (guint i = 0; i < tally->n_stages; i++)
    prn_histogram_merge (&visits->ended[i], &tally->stages[i].off_map);
  for (guint i = 0; i < tally->n_edges; i++)
    if (tally->edges[i].lengths != NULL)
      prn_histogram_merge (&visits->ended[PRN_PLAN_EDGE (plan, i)->from],
                           tally->edges[i].lengths);
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

PrnSurvival *
prn_trigger_visits_dwell (const PrnTriggerVisits *visits, guint32 stage)
{
  return prn_survival_new_from_histograms (&visits->ended[stage],
                                           &visits->tally->stages[stage].open);
}

/* Of two causes, the trigger and all together, makes the trigger and all others. */
static PrnIncidence *
incidence_of (const PrnHistogram *ends, const PrnHistogram *open)
{
  g_autoptr (PrnSteps) steps = prn_steps_new_from_histograms (ends, 2, open);

  for (guint i = 0; i < steps->n; i++)
    steps->ends[2 * i + 1] -= steps->ends[2 * i];
  return prn_incidence_new (steps);
}

/* Most triggers have one source: nothing needs to be added up. */
static PrnIncidence *
incidence_of_edge (const PrnTriggerVisits *visits, guint32 edge, gboolean finished)
{
  const PrnHistogram none = { 0 };
  const PrnHistogram *lengths = visits->tally->edges[edge].lengths;
  guint32 from = PRN_PLAN_EDGE (visits->plan, edge)->from;
  const PrnHistogram ends[2] = { lengths != NULL ? *lengths : none, visits->ended[from] };

  return incidence_of (ends, finished ? NULL : &visits->tally->stages[from].open);
}

PrnIncidence *
prn_trigger_visits_incidence (const PrnTriggerVisits *visits, guint trigger, gboolean finished)
{
  const guint32 *edges = &visits->edges[visits->first[trigger]];
  guint32 n_edges = visits->first[trigger + 1] - visits->first[trigger];
  PrnHistogram ends[2] = { { 0 }, { 0 } };
  PrnHistogram open = { 0 };
  PrnIncidence *incidence;

  if (n_edges == 1)
    return incidence_of_edge (visits, edges[0], finished);

  for (guint32 i = 0; i < n_edges; i++) {
    const PrnTallyEdge *edge = &visits->tally->edges[edges[i]];
    guint32 from = PRN_PLAN_EDGE (visits->plan, edges[i])->from;

    if (edge->lengths != NULL)
      prn_histogram_merge (&ends[0], edge->lengths);
    prn_histogram_merge (&ends[1], &visits->ended[from]);
    if (!finished)
      prn_histogram_merge (&open, &visits->tally->stages[from].open);
  }
  incidence = incidence_of (ends, &open);
  prn_histogram_clear (&ends[0]);
  prn_histogram_clear (&ends[1]);
  prn_histogram_clear (&open);
  return incidence;
}

double
prn_trigger_visits_leaving (const PrnTriggerVisits *visits,
                            guint32 stage,
                            gboolean finished,
                            double *variance)
{
  const PrnTallyStage *counts = &visits->tally->stages[stage];
  const PrnPlanStage *of = &visits->plan->stages[stage];
  PrnHistogram ends[2] = { { 0 }, { 0 } }; /* by a trigger, and off the map */
  g_autoptr (PrnIncidence) incidence = NULL;

  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++)
    if (visits->tally->edges[i].lengths != NULL)
      prn_histogram_merge (&ends[0], visits->tally->edges[i].lengths);
  prn_histogram_merge (&ends[1], &counts->off_map);

  if (finished) {
    double share = counts->visits > 0 ? (double) ends[0].n / (double) counts->visits : 0;

    *variance = counts->visits > 0 ? share * (1 - share) / (double) counts->visits : 0;
    prn_histogram_clear (&ends[0]);
    prn_histogram_clear (&ends[1]);
    return share;
  }

  incidence = prn_incidence_new_from_histograms (ends, G_N_ELEMENTS (ends), &counts->open);
  prn_histogram_clear (&ends[0]);
  prn_histogram_clear (&ends[1]);
  *variance = prn_incidence_variance (incidence, 0, INFINITY);
  return prn_incidence_limit (incidence, 0, NULL);
}
