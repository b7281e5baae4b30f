/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ways.h"

#include "fixture.h"

/* A hub with @n triggers to another stage, in a map with a segment that has a share of its own for
 * the first of them. */
static PrnPlan *
hub_new (guint n)
{
  g_autoptr (GString) members =
      g_string_new ("'stages': [{'id': 'hub'}, {'id': 'out'}], "
                    "'segments': [{'id': 'few'}], 'population': "
                    "{'segments': [{'segment': 'few', 'weight': 0.25}]}, 'triggers': [");
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (GError) error = NULL;
  PrnPlan *plan;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (members,
                            "%s{'id': 't%u', 'from': 'hub', 'to': 'out', 'share': %g, 'delay': "
                            "{'fixed': '%us'}%s}",
                            i > 0 ? ", " : "", i, 0.9 / n, i,
                            i == 0 ? ", 'by_segment': [{'segment': 'few', 'share': 0.01}]" : "");
  g_string_append (members, "]");
  map = fixture_map (members->str);
  plan = prn_plan_new (map, &error);
  g_assert_no_error (error);
  return plan;
}

/* What one finds who looks through the ways one by one. */
static void
check_way (PrnBranches branches, const PrnFork *fork, guint stay, double u)
{
  const PrnWay *way = prn_fork_take (fork, u);
  guint i = 0;

  while (i < branches.n && u >= branches.branches[i].until)
    i++;
  if (i == branches.n) {
    g_assert_cmpuint (way->edge, ==, stay);
    g_assert_cmpint (prn_sampler_draw (way->sampler, u), ==, PRN_WAYS_FOR_EVER);
  } else {
    g_assert_cmpuint (way->edge, ==, branches.branches[i].edge);
    g_assert_cmpuint (way->to, ==, 1);
    g_assert_cmpint (prn_sampler_draw (way->sampler, u), ==, i * PRN_SECOND);
  }
}

/* At, just before and between the numbers at which one way ends. */
static void
test_ways (void)
{
  for (guint n = 1; n < 14; n++) {
    g_autoptr (PrnPlan) plan = hub_new (n);
    g_autoptr (PrnOdds) odds = prn_odds_new (plan, NULL);
    g_autoptr (PrnWays) ways = prn_ways_new (plan, odds);

    for (guint class = 0; class < 2; class ++)
      for (guint stage = 0; stage < 2; stage++) {
        PrnBranches branches = prn_odds_branches (odds, class, stage);
        const PrnFork *fork = ways->forks[class * 2 + stage];
        guint stay = plan->edges->len + stage;

        for (guint i = 0; i < branches.n; i++) {
          check_way (branches, fork, stay, branches.branches[i].until);
          check_way (branches, fork, stay, branches.branches[i].until - 0x1p-53);
        }
        for (double u = 0x1p-53; u < 1; u += 0.013)
          check_way (branches, fork, stay, u);
        check_way (branches, fork, stay, 1 - 0x1p-53);
      }
  }
}

/* A class has forks of its own only where it differs. */
static void
test_classes_share_forks (void)
{
  g_autoptr (PrnPlan) plan = hub_new (3);
  g_autoptr (PrnOdds) odds = prn_odds_new (plan, NULL);
  g_autoptr (PrnWays) ways = prn_ways_new (plan, odds);

  g_assert_true (ways->forks[0] != ways->forks[2]);
  g_assert_true (ways->forks[1] == ways->forks[3]);
  g_assert_cmpuint (prn_fork_take (ways->classes, 0.2)->to, ==, 0);
  g_assert_cmpuint (prn_fork_take (ways->classes, 0.25)->to, ==, 1);
  g_assert_cmpuint (prn_fork_take (ways->entries, 0.99)->to, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/ways/ways", test_ways);
  g_test_add_func ("/engine/ways/classes-share-forks", test_classes_share_forks);

  return g_test_run ();
}
