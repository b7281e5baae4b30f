/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-check.h"
#include "prn-map.h"

/* Which triggers are always overtaken, found a second time by going through every stage. */

static PrnCondition *
dwell (gint64 days)
{
  PrnCondition *condition = g_new0 (PrnCondition, 1);

  condition->kind = PRN_CONDITION_DWELL;
  condition->duration = PRN_DURATION (days * PRN_DAY);
  condition->within = PRN_DURATION_NONE;
  return condition;
}

/* Either that many days, or a row of an event after that many days at the earliest. */
static PrnCondition *
random_condition (GRand *rand)
{
  gint64 days = g_rand_int_range (rand, 0, 5);
  PrnCondition *all;
  g_autofree PrnCondition *member = NULL;

  if (g_rand_boolean (rand))
    return dwell (days);
  all = g_new0 (PrnCondition, 1);
  member = dwell (days);
  all->kind = PRN_CONDITION_ALL;
  all->within = PRN_DURATION_NONE;
  all->members.n = 2;
  all->members.items = g_new0 (PrnCondition, 2);
  all->members.items[0] = *member;
  all->members.items[1].kind = PRN_CONDITION_EVENT;
  all->members.items[1].ref = g_strdup ("e");
  all->members.items[1].count = g_rand_int_range (rand, 1, 1000000);
  all->members.items[1].within = PRN_DURATION_NONE;
  return all;
}

static PrnMap *
add (PrnMap *map, gpointer element)
{
  PrnMap *next = prn_map_with (map, element);

  prn_element_unref (element);
  prn_map_unref (map);
  return next;
}

static PrnMap *
random_map (GRand *rand)
{
  static const char *const sources[] = { "*", "p0", "p1", "s0", "s1", "s2", "s3" };
  PrnMap *map = prn_map_new ("T");
  int n_triggers = g_rand_int_range (rand, 1, 8);

  map = add (map, prn_element_new (PRN_KIND_PHASE, "p0"));
  map = add (map, prn_element_new (PRN_KIND_PHASE, "p1"));
  map = add (map, prn_element_new (PRN_KIND_EVENT, "e"));
  for (guint i = 0; i < 4; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    PrnStage *stage = prn_element_new (PRN_KIND_STAGE, id);

    stage->role = g_rand_int_range (rand, 0, 4) == 0 ? PRN_ROLE_EXIT : PRN_ROLE_NONE;
    if (g_rand_boolean (rand))
      stage->phase = g_strdup (g_rand_boolean (rand) ? "p0" : "p1");
    map = add (map, stage);
  }
  for (int i = 0; i < n_triggers; i++) {
    g_autofree char *id = g_strdup_printf ("t%d", i);
    PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

    trigger->from = g_strdup (sources[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))]);
    trigger->to = g_strdup_printf ("s%d", g_rand_int_range (rand, 0, 4));
    trigger->when = random_condition (rand);
    map = add (map, trigger);
  }
  return map;
}

static gboolean
leaves (const PrnTrigger *trigger, const PrnStage *stage)
{
  if (g_str_equal (trigger->from, stage->element.id))
    return TRUE;
  if (g_str_equal (trigger->to, stage->element.id))
    return FALSE;
  return g_str_equal (trigger->from, "*") ? stage->role != PRN_ROLE_EXIT
                                          : g_strcmp0 (trigger->from, stage->phase) == 0;
}

static gint64
earliest (const PrnTrigger *trigger)
{
  return trigger->when->kind == PRN_CONDITION_DWELL ? trigger->when->duration.us
                                                    : trigger->when->members.items[0].duration.us;
}

/* Whether @other surely takes a customer out of a stage before @trigger can. */
static gboolean
overtakes (const PrnTrigger *other, guint o, const PrnTrigger *trigger, guint t)
{
  gint64 time = other->when->duration.us;

  if (other->when->kind != PRN_CONDITION_DWELL || time == 0)
    return FALSE;
  return time < earliest (trigger) || (time == earliest (trigger) && o < t);
}

static gboolean
is_always_overtaken (PrnMap *map, guint t)
{
  guint n_stages, n_triggers, n_sources = 0, n_lost = 0;
  const PrnStage *const *stages = prn_map_stages (map, &n_stages);
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n_triggers);

  for (guint s = 0; s < n_stages; s++) {
    gboolean lost = FALSE;

    if (!leaves (triggers[t], stages[s]))
      continue;
    for (guint o = 0; o < n_triggers; o++)
      lost = lost || (leaves (triggers[o], stages[s]) && overtakes (triggers[o], o, triggers[t], t));
    n_sources++;
    n_lost += lost;
  }
  return n_sources > 0 && n_lost == n_sources;
}

static gboolean
is_said (GPtrArray *problems, const char *id, const char *part)
{
  for (guint i = 0; i < problems->len; i++) {
    const PrnProblem *problem = problems->pdata[i];

    if (g_strcmp0 (problem->id, id) == 0 && strstr (problem->message, part) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
test_race (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_overtaken = 0;

  for (guint round = 0; round < 3000; round++) {
    g_autoptr (PrnMap) map = random_map (rand);
    g_autoptr (GPtrArray) problems = prn_map_check (map);

    for (guint t = 0; t < prn_map_n (map, PRN_KIND_TRIGGER); t++) {
      const char *id = prn_element_id (prn_map_nth (map, PRN_KIND_TRIGGER, t));

      /* One that repeats another's condition is told that instead. */
      if (is_said (problems, id, "on the same condition"))
        continue;
      g_assert_cmpint (is_said (problems, id, "always fires before"), ==,
                       is_always_overtaken (map, t));
      n_overtaken += is_always_overtaken (map, t);
    }
  }
  g_assert_cmpuint (n_overtaken, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/check-race/random", test_race);
  return g_test_run ();
}
