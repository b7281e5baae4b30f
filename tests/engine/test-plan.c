/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-plan-private.h"

#include "fixture.h"
#include "prn-replay.h"

static PrnPlan *
plan_of (PrnMap *map)
{
  g_autoptr (GError) error = NULL;
  PrnPlan *plan = prn_plan_new (map, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_columns (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x', 'value_column': 'amount', "
      "'match': {'where': [{'column': 'plan', 'op': 'exists'}]}}], 'segments': [{'id': 's', "
      "'where': [{'column': 'plan', 'op': 'exists'}, {'column': 'seats', 'op': 'exists'}]}], "
      "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'any': [{'event': 'x'}, {'all': "
      "[{'attribute': {'column': 'country', 'op': 'exists'}}]}]}}]");
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autofree char *columns = g_strjoinv (",", (char **) prn_plan_columns (plan));

  g_assert_cmpstr (columns, ==, "plan,amount,country,seats");
}

/* Judges the code of the first trigger with leaves that hold as the letters say. */
static gboolean
judge (PrnPlan *plan, const char *leaves)
{
  gint32 code = plan->trigger_code[0];

  while (code >= 0)
    code = leaves[code] == 't' ? PRN_PLAN_LEAF (plan, code)->on_true
                               : PRN_PLAN_LEAF (plan, code)->on_false;
  return code == PRN_CODE_TRUE;
}

/* (a and (b or c) and d) or e */
static void
test_code (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a'}, {'id': 'b'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', "
      "'when': {'any': [{'all': [{'dwell': '1d'}, {'any': [{'dwell': '2d'}, {'dwell': '3d'}]}, "
      "{'dwell': '4d'}]}, {'dwell': '5d'}]}}]");
  g_autoptr (PrnPlan) plan = plan_of (map);

  for (guint i = 0; i < 32; i++) {
    char leaves[6] = "fffff";

    for (guint k = 0; k < 5; k++)
      if (i & (1u << k))
        leaves[k] = 't';
    g_assert_cmpint (judge (plan, leaves), ==,
                     ((i & 1) && ((i & 2) || (i & 4)) && (i & 8)) || (i & 16));
  }
}

static void
test_edges (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'phases': [{'id': 'p'}], 'stages': [{'id': 'a', 'phase': 'p'}, {'id': 'b'}, {'id': 'x', "
      "'role': 'exit', 'phase': 'p'}], 'triggers': [{'id': 't', 'from': '*', 'to': 'b'}, {'id': "
      "'u', 'from': 'p', 'to': 'a'}, {'id': 'v', 'from': 'a', 'to': 'a'}]");
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (GString) edges = g_string_new (NULL);

  for (guint i = 0; i < plan->edges->len; i++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);

    g_string_append_printf (edges, "%u:%u>%u ", edge->trigger, edge->from, edge->to);
  }
  g_assert_cmpstr (edges->str, ==, "0:0>1 2:0>0 1:2>0 ");
}

/* Elements taken out of a map leave references behind; such a map still works. */
static void
test_dangling (void)
{
  static const char *const taken[] = { "x", "s", "g", "b", "p" };
  g_autoptr (PrnMap) map = fixture_map (
      "'phases': [{'id': 'p'}], 'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, "
      "{'id': 'b', 'phase': 'p'}, {'id': 'c'}], 'events': [{'id': 'x'}, {'id': 'y'}], 'scores': "
      "[{'id': 's', 'points': [{'event': 'x', 'points': 5}]}], 'segments': [{'id': 'g', 'where': "
      "[]}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'any': [{'event': 'x'}, "
      "{'inactive': '1d', 'events': ['x']}, {'score': 's', 'below': 5}, {'segment': 'g'}]}}, "
      "{'id': "
      "'u', 'from': 'p', 'to': 'c', 'when': {'event': 'y'}}]");
  g_autoptr (PrnLog) log = fixture_log ("c x 1d; c y 2d; c z 3d", NULL, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++) {
    g_autoptr (PrnMap) before = g_steal_pointer (&map);
    g_autoptr (PrnPlan) plan = NULL;
    g_autoptr (PrnReport) report = NULL;

    map = prn_map_without (before, taken[i]);
    plan = plan_of (map);
    report = prn_replay (plan, log, NULL, NULL, NULL);
    g_assert_nonnull (report);
    fixture_check (report, i == 0 ? "entered = 0; before_entry = 3" : "accepted = 3");
  }
}

/* 3,000 stages and 3,000 triggers from each of them would be nine million edges. */
static void
test_limit (void)
{
  g_autoptr (GString) members = g_string_new ("'stages': [");
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (members, "%s{'id': 'a%u'}", i > 0 ? "," : "", i);
  g_string_append (members, "], 'triggers': [");
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (members, "%s{'id': 't%u', 'from': '*', 'to': 'a%u'}", i > 0 ? "," : "",
                            i, i);
  g_string_append (members, "]");
  map = fixture_map (members->str);

  g_assert_null (prn_plan_new (map, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "triggers["));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/plan/columns", test_columns);
  g_test_add_func ("/engine/plan/code", test_code);
  g_test_add_func ("/engine/plan/edges", test_edges);
  g_test_add_func ("/engine/plan/dangling", test_dangling);
  g_test_add_func ("/engine/plan/limit", test_limit);
  return g_test_run ();
}
