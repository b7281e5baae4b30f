/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-expected.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-chain.h"
#include "prn-discount.h"
#include "prn-error.h"
#include "prn-odds.h"
#include "prn-sampler.h"

/* Shares that miss 1 by less than this are meant to be 1: nobody stays. */
#define ROUNDING 1e-12

/**
 * Work:
 * @expected: what is found
 * @rate: of the discount per microsecond, or 0
 * @lost: (element-type PrnDistribution double): what is lost over each delay, worked out once
 * @notes: (element-type utf8)
 */
typedef struct {
  PrnExpected *expected;
  PrnPlan *plan;
  const PrnOdds *odds;
  const PrnStage *const *stages;
  const PrnTrigger *const *triggers;
  double rate;
  GHashTable *lost;
  GPtrArray *notes;
} Work;

void
prn_expected_free (PrnExpected *expected)
{
  for (guint i = 0; i < expected->n_stages; i++)
    g_free (expected->stages[i].id);
  for (guint i = 0; i < expected->n_triggers; i++)
    g_free (expected->triggers[i].id);
  for (guint i = 0; i < expected->n_classes; i++)
    g_free (expected->classes[i].segment);
  g_free (expected->stages);
  g_free (expected->triggers);
  g_free (expected->classes);
  g_strfreev (expected->notes);
  g_free (expected);
}

/* What is lost over a way's delay: 0 without a discount. */
static double
lost_on (Work *work, const PrnBranch *way, double rate)
{
  double *lost;

  if (rate <= 0 || way->delay == NULL)
    return 0;
  lost = g_hash_table_lookup (work->lost, way->delay);
  if (lost == NULL) {
    lost = g_new (double, 1);
    *lost = prn_discount_lost (way->delay, rate);
    g_hash_table_insert (work->lost, (gpointer) way->delay, lost);
  }
  return *lost;
}

static PrnChain *
make_chain (Work *work, guint class_index, double rate)
{
  PrnChain *chain = prn_chain_new (work->plan->n_stages);

  for (guint32 i = 0; i < work->plan->n_stages; i++) {
    PrnBranches ways = prn_odds_branches (work->odds, class_index, i);

    for (guint k = 0; k < ways.n; k++)
      prn_chain_add (chain, i, PRN_PLAN_EDGE (work->plan, ways.branches[k].edge)->to,
                     ways.branches[k].share * (1 - lost_on (work, &ways.branches[k], rate)));
  }
  return chain;
}

/* How customers are spread over the stages when they come in. */
static double *
make_start (Work *work, double weight)
{
  double *start = g_new0 (double, work->plan->n_stages);
  guint n;
  const PrnChoice *entries = prn_odds_entries (work->odds, &n);

  for (guint i = 0; i < n; i++)
    start[entries[i].index] += weight * (entries[i].until - (i > 0 ? entries[i - 1].until : 0));
  return start;
}

/* The part of the visits that never ends. */
static double
staying (PrnBranches ways)
{
  double stay = 1;

  for (guint k = 0; k < ways.n; k++)
    stay -= ways.branches[k].share;
  return stay < ROUNDING ? 0 : stay;
}

/* What the visits of one class add to the expected numbers. */
static void
add_visits (Work *work, guint class_index, const double *visits)
{
  PrnExpected *expected = work->expected;

  for (guint32 i = 0; i < work->plan->n_stages; i++) {
    PrnExpectedStage *stage = &expected->stages[i];
    PrnBranches ways = prn_odds_branches (work->odds, class_index, i);

    if (visits[i] <= 0)
      continue;
    for (guint k = 0; k < ways.n; k++) {
      const PrnBranch *way = &ways.branches[k];
      double fired = visits[i] * way->share;

      stage->seconds += fired * prn_sampler_mean (way->delay) / PRN_SECOND;
      expected->triggers[PRN_PLAN_EDGE (work->plan, way->edge)->trigger].fired += fired;
    }
    stage->visits += visits[i];
    stage->stay += visits[i] * staying (ways);
  }
}

/* Amounts of nothing have no part in what is infinite. */
static double
times (double amount, double number)
{
  return amount == 0 ? 0 : amount * number;
}

static void
add_money (PrnExpectedMoney *money, double revenue, double cost, double number)
{
  money->revenue += times (revenue, number);
  money->cost += times (cost, number);
  money->lifetime_value += times (revenue - cost, number);
}

/* The money that visits of one class bring, with @rate 0 as it is. */
static PrnExpectedMoney
money_of_visits (Work *work, guint class_index, const double *visits, double rate)
{
  PrnExpectedMoney money = { 0, 0, 0, NAN };

  for (guint32 i = 0; i < work->plan->n_stages; i++) {
    const PrnStage *stage = work->stages[i];
    PrnBranches ways = prn_odds_branches (work->odds, class_index, i);
    double length = 0, stay = staying (ways);

    if (visits[i] <= 0)
      continue;
    for (guint k = 0; k < ways.n; k++) {
      const PrnBranch *way = &ways.branches[k];
      const PrnTrigger *trigger =
          work->triggers[PRN_PLAN_EDGE (work->plan, way->edge)->trigger];
      double lost = lost_on (work, way, rate);

      length += way->share * (rate > 0 ? lost / rate : prn_sampler_mean (way->delay));
      add_money (&money, trigger->value, trigger->cost, visits[i] * way->share * (1 - lost));
    }
    if (stay > 0)
      length += rate > 0 ? stay / rate : INFINITY;
    add_money (&money, 0, stage->cost, visits[i]);
    add_money (&money, stage->revenue_per_month, stage->cost_per_month,
               visits[i] * length / PRN_MONTH);
  }
  return money;
}

static void
add_class_money (Work *work, const PrnExpectedMoney *money, double weight, guint32 segment)
{
  PrnExpected *expected = work->expected;
  PrnExpectedClass *class = &expected->classes[expected->n_classes++];

  expected->money.revenue += money->revenue;
  expected->money.cost += money->cost;
  expected->money.lifetime_value += money->lifetime_value;
  expected->money.discounted += money->discounted;

  class->weight = weight;
  class->money = (PrnExpectedMoney){ money->revenue / weight, money->cost / weight,
                                     money->lifetime_value / weight, money->discounted / weight };
  if (segment != PRN_NONE)
    class->segment =
        g_strdup (prn_element_id (prn_map_nth (work->plan->map, PRN_KIND_SEGMENT, segment)));
}

static gboolean
add_class (Work *work, guint class_index, double weight, guint32 segment, GError **error)
{
  g_autoptr (PrnChain) chain = make_chain (work, class_index, 0);
  g_autofree double *start = make_start (work, weight);
  g_autofree double *visits = g_new (double, work->plan->n_stages);
  PrnExpectedMoney money;
  int trap = prn_chain_trap (chain, start);

  if (trap >= 0) {
    g_autofree char *place = g_strdup_printf ("stages[%d]", trap);

    prn_set_error_at (
        error, PRN_ERROR_RANGE, place,
        _ ("from “%s” customers go round for ever: its ways on and theirs add up to 1 "
           "and none ends; leave some share out, or add a trigger to an exit"),
        prn_element_label (work->stages[trap]));
    return FALSE;
  }

  prn_chain_visits (chain, start, visits);
  add_visits (work, class_index, visits);
  money = money_of_visits (work, class_index, visits, 0);
  if (work->rate > 0) {
    g_autoptr (PrnChain) discounted = make_chain (work, class_index, work->rate);

    prn_chain_visits (discounted, start, visits);
    money.discounted =
        money_of_visits (work, class_index, visits, work->rate).lifetime_value;
  }
  add_class_money (work, &money, weight, segment);
  return TRUE;
}

static gboolean
add_classes (Work *work, GError **error)
{
  guint n;
  const PrnChoice *classes = prn_odds_classes (work->odds, &n);

  work->expected->classes = g_new0 (PrnExpectedClass, n);
  for (guint c = 0; c < n; c++) {
    double weight = classes[c].until - (c > 0 ? classes[c - 1].until : 0);

    if (weight > 0 && !add_class (work, c, weight, classes[c].index, error))
      return FALSE;
  }
  return TRUE;
}

static void
note_no_exit (Work *work)
{
  gboolean any = FALSE, reached = FALSE;

  for (guint i = 0; i < work->plan->n_stages; i++) {
    gboolean is_exit = work->stages[i]->role == PRN_ROLE_EXIT;

    any |= is_exit;
    reached |= is_exit && work->expected->stages[i].visits > 0;
  }
  if (!reached)
    g_ptr_array_add (
        work->notes,
        g_strdup (any ? _ ("No exit stage is reached: nobody is ever counted as lost.")
                      : _ ("The map has no exit stage: nobody is ever counted as lost.")));
}

static void
note_infinite (Work *work)
{
  for (guint i = 0; i < work->plan->n_stages; i++) {
    const PrnExpectedStage *found = &work->expected->stages[i];
    const PrnStage *stage = work->stages[i];

    if (isinf (found->seconds))
      g_ptr_array_add (
          work->notes,
          g_strdup_printf (
              _ ("The time in “%s” has no finite mean: that of a delay out of it has none."),
              prn_element_label (stage)));
    if (found->stay > 0 && (stage->revenue_per_month != 0 || stage->cost_per_month != 0))
      g_ptr_array_add (
          work->notes,
          g_strdup_printf (
              _ ("“%s” has amounts per month and %.3g %% of the customers stay in it for "
                 "good: without a horizon only the discounted value is finite."),
              prn_element_label (stage), found->stay * 100));
  }
}

static PrnExpected *
alloc_expected (PrnPlan *plan)
{
  PrnExpected *expected = g_new0 (PrnExpected, 1);

  expected->n_stages = plan->n_stages;
  expected->stages = g_new0 (PrnExpectedStage, plan->n_stages);
  for (guint32 i = 0; i < plan->n_stages; i++)
    expected->stages[i].id =
        g_strdup (prn_element_id (prn_map_nth (plan->map, PRN_KIND_STAGE, i)));
  expected->n_triggers = plan->n_triggers;
  expected->triggers = g_new0 (PrnExpectedTrigger, plan->n_triggers);
  for (guint32 i = 0; i < plan->n_triggers; i++)
    expected->triggers[i].id =
        g_strdup (prn_element_id (prn_map_nth (plan->map, PRN_KIND_TRIGGER, i)));
  expected->discount_per_year = prn_map_get_population (plan->map)->discount_per_year;
  return expected;
}

PrnExpected *
prn_expected_new (PrnPlan *plan, GError **error)
{
  g_autoptr (PrnOdds) odds = prn_odds_new (plan, error);
  g_autoptr (PrnExpected) expected = NULL;
  g_autoptr (GHashTable) lost = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  Work work = { .plan = plan, .odds = odds, .lost = lost, .notes = notes };
  guint n;

  if (odds == NULL)
    return NULL;

  work.expected = expected = alloc_expected (plan);
  work.stages = prn_map_stages (plan->map, &n);
  work.triggers = prn_map_triggers (plan->map, &n);
  work.rate = prn_discount_rate (expected->discount_per_year);
  if (!add_classes (&work, error))
    return NULL;
  if (work.rate <= 0)
    expected->money.discounted = NAN;
  note_infinite (&work);
  note_no_exit (&work);
  g_ptr_array_add (notes, NULL);
  expected->notes = g_strdupv ((char **) notes->pdata);
  return g_steal_pointer (&expected);
}
