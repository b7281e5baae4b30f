/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-expected.h"

#include "prn-chain.h"
#include "prn-error.h"
#include "prn-odds.h"
#include "prn-sampler.h"

void
prn_expected_free (PrnExpected *expected)
{
  for (guint i = 0; i < expected->n_stages; i++)
    g_free (expected->stages[i].id);
  g_free (expected->stages);
  g_free (expected);
}

static PrnChain *
make_chain (PrnPlan *plan, const PrnOdds *odds, guint class_index)
{
  PrnChain *chain = prn_chain_new (plan->n_stages);

  for (guint32 i = 0; i < plan->n_stages; i++) {
    PrnBranches ways = prn_odds_branches (odds, class_index, i);

    for (guint k = 0; k < ways.n; k++)
      prn_chain_add (chain, i, PRN_PLAN_EDGE (plan, ways.branches[k].edge)->to,
                     ways.branches[k].share);
  }
  return chain;
}

/* How customers are spread over the stages when they come in. */
static double *
make_start (PrnPlan *plan, const PrnOdds *odds, double weight)
{
  double *start = g_new0 (double, plan->n_stages);
  guint n;
  const PrnChoice *entries = prn_odds_entries (odds, &n);

  for (guint i = 0; i < n; i++)
    start[entries[i].index] += weight * (entries[i].until - (i > 0 ? entries[i - 1].until : 0));
  return start;
}

/* What the visits of one class add to the expected values. */
static void
add_visits (PrnExpected *expected,
            PrnPlan *plan,
            const PrnOdds *odds,
            guint class_index,
            const double *visits)
{
  for (guint32 i = 0; i < plan->n_stages; i++) {
    PrnExpectedStage *stage = &expected->stages[i];
    PrnBranches ways = prn_odds_branches (odds, class_index, i);
    double stay = 1;

    for (guint k = 0; k < ways.n; k++) {
      const PrnBranch *way = &ways.branches[k];

      stay -= way->share;
      stage->seconds += visits[i] * way->share * prn_sampler_mean (way->delay) / PRN_SECOND;
    }
    stage->visits += visits[i];
    stage->stay += visits[i] * MAX (stay, 0);
  }
}

static gboolean
add_class (PrnExpected *expected,
           PrnPlan *plan,
           const PrnOdds *odds,
           guint class_index,
           double weight,
           GError **error)
{
  g_autoptr (PrnChain) chain = make_chain (plan, odds, class_index);
  g_autofree double *start = make_start (plan, odds, weight);
  g_autofree double *visits = g_new (double, plan->n_stages);
  int trap = prn_chain_trap (chain, start);

  if (trap >= 0) {
    g_autofree char *place = g_strdup_printf ("stages[%d]", trap);

    prn_set_error_at (error, PRN_ERROR_RANGE, place,
                      "from “%s” customers go round for ever: its ways on and theirs add up to 1 "
                      "and none ends; leave some share out, or add a trigger to an exit",
                      expected->stages[trap].id);
    return FALSE;
  }

  prn_chain_visits (chain, start, visits);
  add_visits (expected, plan, odds, class_index, visits);
  return TRUE;
}

PrnExpected *
prn_expected_new (PrnPlan *plan, GError **error)
{
  g_autoptr (PrnOdds) odds = prn_odds_new (plan, error);
  g_autoptr (PrnExpected) expected = g_new0 (PrnExpected, 1);
  const PrnChoice *classes;
  guint n_classes;

  if (odds == NULL)
    return NULL;

  expected->n_stages = plan->n_stages;
  expected->stages = g_new0 (PrnExpectedStage, plan->n_stages);
  for (guint32 i = 0; i < plan->n_stages; i++)
    expected->stages[i].id =
        g_strdup (prn_element_id (prn_map_nth (plan->map, PRN_KIND_STAGE, i)));

  classes = prn_odds_classes (odds, &n_classes);
  for (guint c = 0; c < n_classes; c++) {
    double weight = classes[c].until - (c > 0 ? classes[c - 1].until : 0);

    if (weight > 0 && !add_class (expected, plan, odds, c, weight, error))
      return NULL;
  }
  return g_steal_pointer (&expected);
}
