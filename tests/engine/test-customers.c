/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attributes that begin with a table of customers. */

#include <glib/gstdio.h>

#include "fixture.h"
#include "prn-explain.h"
#include "prn-replay.h"

static const char map_text[] =
    "'stages': [{'id': 'a'}, {'id': 'gold'}, {'id': 'big'}],"
    "'events': [{'id': 'x', 'match': {'where': [{'column': 'plan', 'op': 'exists'}]}}],"
    "'segments': [{'id': 's', 'where': [{'column': 'seats', 'op': 'more', 'value': 10}]}],"
    "'triggers': ["
    "{'id': 'g', 'from': 'a', 'to': 'gold', 'when': {'attribute': {'column': 'plan', 'op': 'is', "
    "'value': 'gold'}}},"
    "{'id': 'b', 'from': 'a', 'to': 'big', 'when': {'segment': 's'}}]";

static PrnTable *
new_table (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("customers-XXXXXX.csv", &path, NULL);
  PrnTable *table;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = prn_table_read (path, "id", NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  return table;
}

static const struct {
  const char *sentence;
  const char *table;
  const char *rows;
  const char *facts;
} cases[] = {
  { "its cells come first", "id,plan\nc,Gold\n", "c y 1d; d y 1d", "now gold = 1; now a = 1" },
  { "a cell of a row takes their place, an empty one does not", "id,plan\nc,gold\nd,gold\n",
    "c y 1d plan=tin; c y 2d; d y 1d; d y 2d plan=tin", "now a = 1; now gold = 1" },
  { "a column that the log does not have", "seats,id\n12,c\n3,d\n,e\nmany,f\n",
    "c y 1d; d y 1d; e y 1d; f y 1d; g y 1d", "now big = 1; now a = 4" },
  { "an event's filters are about the row's own cells", "id,plan\nc,tin\n", "c x 1d; c x 2d plan=z",
    "matched = 1; unmatched = 1" },
  { "customers without rows are nobody", "id,plan\nq,gold\n", "c y 1d",
    "customers = 1; now a = 1" },
};

static void
test_cases (void)
{
  static const char *const columns[] = { "plan", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PrnMap) map = fixture_map (map_text);
    g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
    g_autoptr (PrnLog) log = fixture_log (cases[i].rows, columns, 2, FALSE);
    g_autoptr (PrnTable) table = new_table (cases[i].table);
    PrnReplayOptions options = { .customers = table };
    g_autoptr (PrnReport) report = prn_replay (plan, log, &options, NULL, NULL);

    g_test_message ("%s", cases[i].sentence);
    fixture_check (report, cases[i].facts);
  }
}

static void
test_explain (void)
{
  g_autoptr (PrnMap) map = fixture_map (map_text);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnLog) log = fixture_log ("c y 1d", NULL, 1, FALSE);
  g_autoptr (PrnTable) table = new_table ("id,plan\nc,gold\n");
  PrnReplayOptions options = { .customers = table };
  g_autoptr (GPtrArray) steps = prn_explain (plan, log, "c", &options, NULL);

  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((PrnExplainStep *) steps->pdata[1])->why, ==, "plan is gold");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/customers/cases", test_cases);
  g_test_add_func ("/engine/customers/explain", test_explain);
  return g_test_run ();
}
