/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-odds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-error.h"

/* Shares that add up to 1 on paper may miss it by the rounding of their sum. */
#define ROUNDING 1e-9

/**
 * PrnOdds:
 * @entries: (element-type PrnChoice)
 * @classes: (element-type PrnChoice)
 * @branches: (element-type PrnBranch)
 * @ranges: by class and stage
 */
struct _PrnOdds {
  PrnPlan *plan;
  GArray *entries;
  GArray *classes;
  GArray *branches;
  PrnBranches *ranges;
};

/* A trigger's numbers for a segment: its own where it has any, else those of everyone. */
static void
find_numbers (const PrnTrigger *trigger,
              const char *segment,
              double *share,
              const PrnDistribution **delay)
{
  *share = trigger->share;
  *delay = trigger->delay;
  for (guint i = 0; segment != NULL && i < trigger->by_segment.n; i++) {
    const PrnBySegment *other = &trigger->by_segment.items[i];

    if (!g_str_equal (other->segment, segment))
      continue;
    if (!isnan (other->share))
      *share = other->share;
    if (other->delay != NULL)
      *delay = other->delay;
  }
}

static gboolean
add_stage (PrnOdds *odds, PrnBranches *range, guint32 stage_index, const char *segment, GError **error)
{
  const PrnPlanStage *plan_stage = &odds->plan->stages[stage_index];
  guint n_triggers;
  const PrnTrigger *const *triggers = prn_map_triggers (odds->plan->map, &n_triggers);
  guint first = odds->branches->len;
  double sum = 0;

  for (guint32 i = plan_stage->first_edge; i < plan_stage->first_edge + plan_stage->n_edges; i++) {
    PrnBranch branch = { .edge = i };

    find_numbers (triggers[PRN_PLAN_EDGE (odds->plan, i)->trigger], segment, &branch.share,
                  &branch.delay);
    if (isnan (branch.share) || branch.share <= 0)
      continue;
    sum += branch.share;
    branch.until = sum;
    g_array_append_val (odds->branches, branch);
  }
  range->n = odds->branches->len - first;

  if (sum > 1 + ROUNDING) {
    const PrnStage *stage = prn_map_nth (odds->plan->map, PRN_KIND_STAGE, stage_index);
    g_autofree char *place = g_strdup_printf ("stages[%u]", stage_index);

    prn_set_error_at (
        error, PRN_ERROR_RANGE, place,
        _ ("the shares of the triggers that leave “%s” add up to %.6g %%; make it 100 %% or less"),
        prn_element_label (stage), 100 * sum);
    return FALSE;
  }
  if (sum > 1 - ROUNDING && range->n > 0)
    g_array_index (odds->branches, PrnBranch, odds->branches->len - 1).until = 1;
  return TRUE;
}

static const char *
class_segment (const PrnOdds *odds, guint class_index)
{
  guint32 segment = g_array_index (odds->classes, PrnChoice, class_index).index;

  if (segment == PRN_NONE)
    return NULL;
  return prn_element_id (prn_map_nth (odds->plan->map, PRN_KIND_SEGMENT, segment));
}

static gboolean
add_branches (PrnOdds *odds, GError **error)
{
  guint n_stages = odds->plan->n_stages;

  odds->ranges = g_new0 (PrnBranches, (gsize) odds->classes->len * n_stages);
  for (guint c = 0; c < odds->classes->len; c++)
    for (guint32 i = 0; i < n_stages; i++)
      if (!add_stage (odds, &odds->ranges[c * n_stages + i], i, class_segment (odds, c), error))
        return FALSE;

  /* The array does not grow any more, so its place is known. */
  for (guint i = 0, first = 0; i < odds->classes->len * n_stages; i++) {
    odds->ranges[i].branches = (const PrnBranch *) odds->branches->data + first;
    first += odds->ranges[i].n;
  }
  return TRUE;
}

/* Weights become numbers between 0 and @whole. */
static void
add_choices (GArray *choices, PrnMap *map, PrnKind kind, const PrnWeights *weights, double whole)
{
  double sum = 0;

  for (guint i = 0; i < weights->n; i++) {
    PrnChoice choice = { (guint32) prn_map_index_of (map, kind, weights->items[i].ref), 0 };

    sum += weights->items[i].weight;
    choice.until = sum / whole;
    g_array_append_val (choices, choice);
  }
}

static double
sum_of (const PrnWeights *weights)
{
  double sum = 0;

  for (guint i = 0; i < weights->n; i++)
    sum += weights->items[i].weight;
  return sum;
}

static gboolean
add_population (PrnOdds *odds, GError **error)
{
  PrnMap *map = odds->plan->map;
  const PrnPopulation *population = prn_map_get_population (map);
  PrnChoice first = { PRN_PLAN_ENTRY (odds->plan, 0)->stage, 1 };
  PrnChoice rest = { PRN_NONE, 1 };

  if (population->entries.n == 0) {
    g_array_append_val (odds->entries, first);
  } else if (sum_of (&population->entries) <= 0) {
    prn_set_error_at (
        error, PRN_ERROR_RANGE, "population.entries",
        _ ("no entry has a weight above 0; give one to the stage customers come in at"));
    return FALSE;
  } else {
    add_choices (odds->entries, map, PRN_KIND_STAGE, &population->entries,
                 sum_of (&population->entries));
  }

  /* Weights below 1 leave the rest in no segment; above, they are shares of their sum. */
  add_choices (odds->classes, map, PRN_KIND_SEGMENT, &population->segments,
               MAX (1, sum_of (&population->segments)));
  g_array_append_val (odds->classes, rest);
  return TRUE;
}

PrnOdds *
prn_odds_new (PrnPlan *plan, GError **error)
{
  g_autoptr (PrnOdds) odds = g_new0 (PrnOdds, 1);

  odds->plan = prn_plan_ref (plan);
  odds->entries = g_array_new (FALSE, FALSE, sizeof (PrnChoice));
  odds->classes = g_array_new (FALSE, FALSE, sizeof (PrnChoice));
  odds->branches = g_array_new (FALSE, FALSE, sizeof (PrnBranch));
  if (!add_population (odds, error) || !add_branches (odds, error))
    return NULL;
  return g_steal_pointer (&odds);
}

void
prn_odds_free (PrnOdds *odds)
{
  prn_plan_unref (odds->plan);
  g_array_unref (odds->entries);
  g_array_unref (odds->classes);
  g_array_unref (odds->branches);
  g_free (odds->ranges);
  g_free (odds);
}

const PrnBranches *
prn_odds_of_class (const PrnOdds *odds, guint class_index)
{
  return odds->ranges + (gsize) class_index * odds->plan->n_stages;
}

const PrnChoice *
prn_odds_entries (const PrnOdds *odds, guint *n)
{
  *n = odds->entries->len;
  return (const PrnChoice *) odds->entries->data;
}

const PrnChoice *
prn_odds_classes (const PrnOdds *odds, guint *n)
{
  *n = odds->classes->len;
  return (const PrnChoice *) odds->classes->data;
}
