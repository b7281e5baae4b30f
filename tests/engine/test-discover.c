/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-discover.h"

#include <string.h>

#include "fixture.h"
#include "prn-directly-follows.h"
#include "prn-log-builder.h"
#include "prn-map-file.h"
#include "prn-replay.h"

static PrnMap *
discover (PrnLog *log, double keep)
{
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_discover (log, "Found", keep, &error);

  g_assert_no_error (error);
  return map;
}

static PrnReport *
replay (PrnMap *map, PrnLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnReport *report;

  g_assert_no_error (error);
  report = prn_replay (plan, log, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

/* With everything kept, each pair is a flow and each activity's rows are visits. */
static void
check_gives_back (PrnLog *log, PrnMap *map)
{
  g_autoptr (PrnReport) report = replay (map, log);
  g_autoptr (PrnPairs) pairs = prn_pairs_new (log);
  guint n_stages;
  const PrnStage *const *stages = prn_map_stages (map, &n_stages);
  guint64 entries = 0;

  g_assert_cmpuint (n_stages, ==, prn_log_n_activities (log));
  for (guint i = 0; i < n_stages; i++) {
    g_assert_cmpstr (stages[i]->name, ==, prn_log_activity (log, i));
    g_assert_cmpuint (report->stages[i].visits, ==, prn_log_activity_rows (log, i));
  }

  for (guint i = 0; i < pairs->pairs->len; i++) {
    const PrnPair *pair = &g_array_index (pairs->pairs, PrnPair, i);
    g_autofree char *fact = g_strdup_printf ("flow %s>%s", stages[pair->from]->element.id,
                                             stages[pair->to]->element.id);

    g_assert_cmpuint (fixture_value (report, fact), ==, pair->moves);
  }
  for (guint i = 0; i < report->n_flows; i++)
    entries += report->flows[i].from == NULL;
  g_assert_cmpuint (report->n_flows, ==, pairs->pairs->len + entries);
  g_assert_cmpuint (report->rows.used, ==, report->rows.accepted);
}

static void
test_small (void)
{
  g_autoptr (PrnLog) log =
      fixture_log ("c See 1d; c see 2d; c Buy_it 3d; d see 1d; d Buy_it 2d; d Leave 3d; e Leave 1d",
                   NULL, 2, FALSE);
  g_autoptr (PrnMap) map = discover (log, 1);
  g_autoptr (PrnReport) report = replay (map, log);

  check_gives_back (log, map);
  g_assert_cmpstr (prn_map_get_title (map), ==, "Found");
  fixture_check (report, "flow >see = 2; flow >leave = 1; flow see>see = 1; flow see>buy-it = 2; "
                         "flow buy-it>leave = 1; visits see = 3; now leave = 2; path_count = 3");
}

/* What another activity is called may look like an id made of this one's name. */
static void
test_ids (void)
{
  g_autoptr (PrnLog) log =
      fixture_log ("c view 1d; c view-2 2d; c view_2 3d; c 顧客 4d; c 訪問 5d; "
                   "c view-to-view-2 6d; c view 7d; c view-2 8d",
                   NULL, 1, FALSE);
  g_autoptr (PrnMap) map = discover (log, 1);
  g_autoptr (PrnMap) again = discover (log, 1);
  g_autoptr (GBytes) bytes = prn_map_print (map);
  g_autoptr (GBytes) same = prn_map_print (again);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) loaded = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, same));
  check_gives_back (log, map);
  check_gives_back (log, loaded);
}

static void
test_stage_log (void)
{
  g_autoptr (PrnLog) log =
      fixture_log ("c Lead 1d; c Lead 2d; c Won 3d; d Won 1d; d Lead 5d", NULL, 2, TRUE);
  g_autoptr (PrnMap) map = discover (log, 1);

  check_gives_back (log, map);
}

/* Logs of one letter an activity. */
static PrnLog *
letters (const char *const *customers)
{
  PrnLogBuilder *builder = prn_log_builder_new (NULL, 4);

  for (guint i = 0; customers[i] != NULL; i++)
    for (guint k = 0; customers[i][k] != '\0'; k++) {
      g_autofree char *id = g_strdup_printf ("%u", i);
      char activity[] = { customers[i][k], '\0' };

      prn_log_builder_add (builder, id, activity, k, NULL);
    }
  return prn_log_builder_end (builder);
}

static char *
kept_pairs (PrnLog *log, double keep)
{
  g_autoptr (PrnMap) map = discover (log, keep);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", triggers[i]->from, triggers[i]->to);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_keep (void)
{
  /* ab 4, bc 3, cd 2, bd 1, da 1: eleven moves */
  static const char *const customers[] = { "abcd", "abcd", "abc", "abda", NULL };
  static const struct {
    double keep;
    const char *pairs;
  } cases[] = {
    { 1, "ab bc cd bd da" }, { .9, "ab bc cd bd" }, { .82, "ab bc cd bd" },
    { .81, "ab bc cd" },     { .5, "ab bc cd" }, /* cd so that d is not cut off */
    { 0, "ab bc cd" },
  };
  g_autoptr (PrnLog) log = letters (customers);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pairs = kept_pairs (log, cases[i].keep);

    g_assert_cmpstr (pairs, ==, cases[i].pairs);
  }
}

/* Ties go by name; a rare way is kept where it is the only one. */
static void
test_keep_ties (void)
{
  static const char *const customers[] = { "xyxyxyxy", "xb", "xa", "bc", NULL };
  g_autoptr (PrnLog) log = letters (customers);
  g_autofree char *all = kept_pairs (log, 1);
  g_autofree char *few = kept_pairs (log, .3);

  g_assert_cmpstr (all, ==, "xy yx bc xa xb");
  g_assert_cmpstr (few, ==, "xy bc xa");
}

static void
test_errors (void)
{
  g_autoptr (PrnLog) log = fixture_log ("", NULL, 1, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_discover (log, "x", 1, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/discover/small", test_small);
  g_test_add_func ("/engine/discover/ids", test_ids);
  g_test_add_func ("/engine/discover/stage-log", test_stage_log);
  g_test_add_func ("/engine/discover/keep", test_keep);
  g_test_add_func ("/engine/discover/keep-ties", test_keep_ties);
  g_test_add_func ("/engine/discover/errors", test_errors);
  return g_test_run ();
}
