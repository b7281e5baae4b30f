/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-map-write.h"
#include "prn-schema.h"

#define TOLERANCE 1e-9

static void
add (PrnCheck *check, PrnProblemCode code, const char *place, const char *message)
{
  g_ptr_array_add (check->problems,
                   prn_problem_new (PRN_SEVERITY_WARNING, code, place, NULL, "%s", message));
}

static double
sum (const PrnWeights *weights)
{
  double total = 0;

  for (guint i = 0; i < weights->n; i++)
    total += weights->items[i].weight;
  return total;
}

static gboolean
has_repeated (const PrnWeights *weights)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (prn_text_hash, g_str_equal);

  for (guint i = 0; i < weights->n; i++)
    if (weights->items[i].ref != NULL && !g_hash_table_add (seen, weights->items[i].ref))
      return TRUE;
  return FALSE;
}

static void
check_population (PrnCheck *check)
{
  const PrnPopulation *population = prn_map_get_population (check->map);

  if (population->horizon.us == 0)
    add (check, PRN_PROBLEM_HORIZON, "population.horizon",
         _ ("a simulation over no time shows nothing; choose a longer horizon"));
  else if (population->arrivals.us > population->horizon.us)
    add (check, PRN_PROBLEM_ARRIVALS, "population.arrivals",
         _ ("some customers arrive after the horizon; choose a shorter arrival or a longer "
            "horizon"));
  if (population->entries.n > 0 && sum (&population->entries) <= 0)
    add (check, PRN_PROBLEM_NO_WEIGHT, "population.entries",
         _ ("all weights are 0, so nobody can come in; give one entry a weight"));
  if (has_repeated (&population->entries))
    add (check, PRN_PROBLEM_WEIGHT_TWICE, "population.entries",
         _ ("a stage stands here twice; join its weights"));
  if (sum (&population->segments) > 1 + TOLERANCE)
    add (check, PRN_PROBLEM_WEIGHTS, "population.segments",
         _ ("the weights add up to more than 1; lower some, the rest of 1 is in no segment"));
  if (has_repeated (&population->segments))
    add (check, PRN_PROBLEM_WEIGHT_TWICE, "population.segments",
         _ ("a segment stands here twice; join its weights"));
}

/* Which members of an override mean something for what it is of. */
static const struct {
  const char *name; /* of what it changes, in words */
  const char *members[8];
} changeable[] = {
  { N_ ("a trigger"), { "share", "delay", "value", "cost", NULL } },
  { N_ ("a stage"), { "cost", "cost_per_month", "revenue_per_month", NULL } },
  { N_ ("the population"),
    { "customers", "horizon", "seed", "arrivals", "entries", "segments", "discount_per_year",
      NULL } },
};

static guint
group_of (PrnCheck *check, const char *of)
{
  if (prn_map_index_of (check->map, PRN_KIND_TRIGGER, of) >= 0)
    return 0;
  return g_strcmp0 (of, "population") == 0 ? 2 : 1;
}

static void
check_override (PrnCheck *check, guint scenario, guint k, const PrnOverride *change)
{
  guint group = group_of (check, change->of);
  guint n_changes = 0;

  for (guint i = 0; i < prn_override_record.n_members; i++) {
    const PrnMember *member = &prn_override_record.members[i];
    g_autofree char *place = NULL;

    if (member->type == PRN_MEMBER_REFERENCE ||
        !prn_member_is_given (member, &prn_override_record, change))
      continue;
    n_changes++;
    if (g_strv_contains (changeable[group].members, member->name))
      continue;
    place = g_strdup_printf ("set[%u].%s", k, member->name);
    prn_check_add (check, PRN_PROBLEM_OVERRIDE_MEMBER, PRN_KIND_SCENARIO, scenario, place,
                   _ ("%s has no “%s” to change; remove it"), _ (changeable[group].name),
                   member->name);
  }
  if (n_changes == 0) {
    g_autofree char *place = g_strdup_printf ("set[%u]", k);

    prn_check_add (check, PRN_PROBLEM_OVERRIDE_EMPTY, PRN_KIND_SCENARIO, scenario, place,
                   _ ("this changes nothing; say what to replace, or remove it"));
  }
}

static void
check_scenario (PrnCheck *check, guint i, const PrnScenario *scenario)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (prn_text_hash, g_str_equal);

  if (scenario->set.n == 0)
    prn_check_add (check, PRN_PROBLEM_SCENARIO_EMPTY, PRN_KIND_SCENARIO, i, "set",
                   _ ("this scenario changes nothing; say what to replace"));
  for (guint k = 0; k < scenario->set.n; k++) {
    const char *of = scenario->set.items[k].of;

    check_override (check, i, k, &scenario->set.items[k]);
    if (of != NULL && !g_hash_table_add (seen, (gpointer) of)) {
      g_autofree char *quoted = prn_quote (of);

      prn_check_add (check, PRN_PROBLEM_OVERRIDE_TWICE, PRN_KIND_SCENARIO, i, "set",
                     _ ("%s stands here twice; join the two"), quoted);
    }
  }
}

void
prn_check_simulation (PrnCheck *check)
{
  check_population (check);
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_SCENARIO); i++)
    check_scenario (check, i, prn_map_nth (check->map, PRN_KIND_SCENARIO, i));
}
