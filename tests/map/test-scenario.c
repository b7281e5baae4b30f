/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "prn-map-file.h"
#include "prn-scenario.h"
#include "prn-templates.h"

#define ELEMENTS \
  "'stages': [{'id': 'a', 'cost': 1}, {'id': 'b', 'cost_per_month': 2}], " \
  "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'share': 0.5, 'value': 7, " \
  "'delay': {'fixed': '1d'}}], " \
  "'segments': [{'id': 'g', 'where': []}], " \
  "'population': {'customers': 5, 'seed': 9, 'entries': [{'stage': 'a', 'weight': 1}]}"

static PrnMap *
map_with (const char *scenarios)
{
  g_autofree char *text = g_strdup_printf (
      "{'format': 'perennial-map', 'version': 1, " ELEMENTS ", 'scenarios': [%s]}", scenarios);
  g_autoptr (GBytes) bytes = g_bytes_new (g_strdelimit (text, "'", '"'), strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static PrnMap *
apply (PrnMap *map, const char *id)
{
  g_autoptr (GError) error = NULL;
  PrnMap *result = prn_map_with_scenario (map, id, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_triggers_and_stages (void)
{
  g_autoptr (PrnMap) map =
      map_with ("{'id': 'x', 'set': [{'of': 't', 'share': 0.7, 'cost': 3}, "
                "{'of': 't', 'delay': {'uniform': ['1d', '2d']}}, "
                "{'of': 'b', 'cost': 4, 'revenue_per_month': 5}]}");
  g_autoptr (PrnMap) changed = apply (map, "x");
  const PrnTrigger *trigger = prn_map_lookup (changed, "t");
  const PrnTrigger *before = prn_map_lookup (map, "t");
  const PrnStage *stage = prn_map_lookup (changed, "b");

  g_assert_cmpfloat (trigger->share, ==, 0.7);
  g_assert_cmpfloat (trigger->cost, ==, 3);
  g_assert_cmpfloat (trigger->value, ==, 7);
  g_assert_cmpint (trigger->delay->kind, ==, PRN_DISTRIBUTION_UNIFORM);
  g_assert_cmpfloat (stage->cost, ==, 4);
  g_assert_cmpfloat (stage->cost_per_month, ==, 2);
  g_assert_cmpfloat (stage->revenue_per_month, ==, 5);

  /* The map at hand is as it was, and what is not named is shared. */
  g_assert_cmpfloat (before->share, ==, 0.5);
  g_assert_cmpint (before->delay->kind, ==, PRN_DISTRIBUTION_FIXED);
  g_assert_true (prn_map_lookup (changed, "a") == prn_map_lookup (map, "a"));
}

static void
test_population (void)
{
  g_autoptr (PrnMap) map = map_with (
      "{'id': 'x', 'set': [{'of': 'population', 'customers': 70, 'horizon': '3d', "
      "'arrivals': '2d', 'entries': [{'stage': 'b', 'weight': 2}, {'stage': 'a', 'weight': 1}], "
      "'segments': [{'segment': 'g', 'weight': 0.5}], 'discount_per_year': 0.1}]}, "
      "{'id': 'y', 'set': [{'of': 'population', 'entries': []}]}");
  g_autoptr (PrnMap) changed = apply (map, "x");
  g_autoptr (PrnMap) emptied = apply (map, "y");
  const PrnPopulation *population = prn_map_get_population (changed);

  g_assert_cmpint (population->customers, ==, 70);
  g_assert_cmpint (population->horizon.us, ==, 3 * PRN_DAY);
  g_assert_cmpint (population->arrivals.us, ==, 2 * PRN_DAY);
  g_assert_cmpint (population->seed, ==, 9);
  g_assert_cmpuint (population->entries.n, ==, 2);
  g_assert_cmpstr (population->entries.items[0].ref, ==, "b");
  g_assert_cmpuint (population->segments.n, ==, 1);
  g_assert_cmpfloat (population->discount_per_year, ==, 0.1);
  g_assert_cmpuint (prn_map_get_population (map)->entries.n, ==, 1);
  g_assert_cmpuint (prn_map_get_population (emptied)->entries.n, ==, 0);
}

static void
test_errors (void)
{
  static const struct {
    const char *scenarios, *message;
  } rows[] = {
    { "", "there is no scenario “z”; the map has none" },
    { "{'id': 'x', 'set': []}, {'id': 'y', 'set': []}",
      "there is no scenario “z”; there are: x, y" },
    { "{'id': 'z', 'set': [{'of': 'a', 'share': 0.5}]}",
      "scenarios[0].set[0].share: a stage has no “share”" },
    { "{'id': 'z', 'set': [{'of': 't', 'share': 0.5}, {'of': 'population', 'cost': 1}]}",
      "scenarios[0].set[1].cost: the population has no “cost”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) map = map_with (rows[i].scenarios);
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_map_with_scenario (map, "z", &error));
    g_assert_nonnull (strstr (error->message, rows[i].message));
  }
}

/* Every scenario of every template can be put in, and a map so made can be written and read. */
static void
test_templates (void)
{
  const char *const *ids = prn_templates_list ();
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PrnMap) map = prn_template_load (ids[i], NULL);

    for (guint k = 0; k < prn_map_n (map, PRN_KIND_SCENARIO); k++) {
      g_autoptr (PrnMap) changed =
          apply (map, prn_element_id (prn_map_nth (map, PRN_KIND_SCENARIO, k)));
      g_autoptr (GBytes) bytes = prn_map_print (changed);
      g_autoptr (GError) error = NULL;
      g_autoptr (PrnMap) again = prn_map_parse (bytes, NULL, &error);

      g_assert_no_error (error);
      n++;
    }
  }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/scenario/triggers-and-stages", test_triggers_and_stages);
  g_test_add_func ("/map/scenario/population", test_population);
  g_test_add_func ("/map/scenario/errors", test_errors);
  g_test_add_func ("/map/scenario/templates", test_templates);

  return g_test_run ();
}
