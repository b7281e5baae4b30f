/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a simulation writes as a log, replayed: the same counts. */

#include <glib/gstdio.h>

#include "fixture.h"
#include "prn-duration.h"
#include "prn-explain.h"
#include "prn-log-read.h"
#include "prn-replay.h"
#include "prn-simulate.h"
#include "prn-templates.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("prn-emit-log-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "log.csv", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static PrnReport *
simulate (PrnPlan *plan, const PrnSimulationOptions *options)
{
  g_autoptr (GError) error = NULL;
  PrnReport *report = prn_simulate (plan, options, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static PrnLog *
read_log (PrnPlan *plan, const char *path, const char *stage_column)
{
  PrnLogOptions options = { .columns = prn_plan_columns (plan), .stage_column = stage_column };
  g_autoptr (GError) error = NULL;
  PrnLog *log = prn_log_read (path, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  return log;
}

static void
compare (const PrnReport *simulated, const PrnReport *replayed)
{
  g_assert_cmpuint (simulated->customers, ==, replayed->customers);
  g_assert_cmpuint (simulated->entered, ==, replayed->entered);
  g_assert_cmpuint (replayed->rows.unmatched, ==, 0);
  g_assert_cmpuint (replayed->rows.used, ==, replayed->rows.accepted);
  g_assert_cmpuint (replayed->n_off_map, ==, 0);
  for (guint i = 0; i < simulated->n_stages; i++) {
    const PrnReportStage *one = &simulated->stages[i], *other = &replayed->stages[i];

    g_assert_cmpuint (one->customers, ==, other->customers);
    g_assert_cmpuint (one->visits, ==, other->visits);
    g_assert_cmpuint (one->now, ==, other->now);
    g_assert_cmpuint (one->left, ==, other->left);
  }
  for (guint i = 0; i < simulated->n_triggers; i++) {
    g_assert_cmpuint (simulated->triggers[i].fired, ==, replayed->triggers[i].fired);
    g_assert_cmpuint (simulated->triggers[i].customers, ==, replayed->triggers[i].customers);
  }
}

/* Without an option, and with the column named. */
static void
check (Fixture *f, PrnPlan *plan, guint64 customers, gint64 horizon)
{
  static const char *const stage_columns[] = { NULL, "stage" };
  PrnSimulationOptions options = { .customers = customers, .horizon = horizon,
                                   .log_path = f->path };
  g_autoptr (PrnReport) simulated = simulate (plan, &options);

  for (guint i = 0; i < G_N_ELEMENTS (stage_columns); i++) {
    g_autoptr (PrnLog) log = read_log (plan, f->path, stage_columns[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnReport) replayed = prn_replay (plan, log, NULL, NULL, &error);

    g_assert_no_error (error);
    compare (simulated, replayed);
  }
}

static void
test_templates (Fixture *f, gconstpointer data)
{
  const char *const *ids = prn_templates_list ();

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PrnMap) map = prn_template_load (ids[i], NULL);
    g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);

    g_test_message ("%s", ids[i]);
    check (f, plan, 5000, -1);
  }
}

/* The same trigger names, stages called after the ids of others, parallel triggers, triggers from
 * anywhere and from a phase, triggers back to where they come from, and no delay at all. */
static char *
random_map (GRand *rand)
{
  static const char *const delays[] = { "", ", 'delay': {'fixed': '0s'}",
                                        ", 'delay': {'fixed': '1d'}",
                                        ", 'delay': {'exponential': '3d'}",
                                        ", 'delay': {'uniform': ['0s', '2s']}" };
  int n = g_rand_int_range (rand, 1, 6);
  GString *text = g_string_new ("'phases': [{'id': 'p'}], 'stages': [");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s{'id': 's%d', 'name': 's%d'%s%s}", i > 0 ? ", " : "", i,
                            g_rand_int_range (rand, 0, n),
                            g_rand_boolean (rand) ? ", 'phase': 'p'" : "",
                            g_rand_int_range (rand, 0, 4) == 0 ? ", 'role': 'exit'" : "");
  g_string_append (text, "], 'segments': [{'id': 'g', 'where': []}], 'triggers': [");
  for (int i = 0; i < 3 * n; i++) {
    char share[G_ASCII_DTOSTR_BUF_SIZE];
    int from = g_rand_int_range (rand, -1, n + 1);
    g_autofree char *source = from < 0    ? g_strdup ("*")
                              : from == n ? g_strdup ("p")
                                          : g_strdup_printf ("s%d", from);

    g_ascii_dtostr (share, sizeof share, g_rand_double_range (rand, 0, 0.9 / (3 * n)));
    g_string_append_printf (text, "%s{'id': 't%d', 'name': 't%d', 'from': '%s', 'to': 's%d', "
                            "'share': %s%s%s}",
                            i > 0 ? ", " : "", i, g_rand_int_range (rand, 0, 3 * n), source,
                            g_rand_int_range (rand, 0, n), share,
                            delays[g_rand_int_range (rand, 0, G_N_ELEMENTS (delays))],
                            g_rand_boolean (rand) ? ", 'by_segment': [{'segment': 'g', "
                                                    "'share': 0.05, 'delay': {'fixed': '1h'}}]"
                                                  : "");
  }
  g_string_append (text, "], 'population': {'arrivals': '20d', 'segments': [{'segment': 'g', "
                         "'weight': 0.4}]}");
  return g_string_free (text, FALSE);
}

static void
test_random_maps (Fixture *f, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 100; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    g_autofree char *text = random_map (rand);
    g_autoptr (PrnMap) map = fixture_map (text);
    g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);

    g_test_message ("seed %u", seed);
    check (f, plan, 300, 30 * PRN_DAY);
    g_rand_free (rand);
  }
}

/* Explained move by move, each customer comes by as many triggers as the rows tell. */
static void
test_explained (Fixture *f, gconstpointer data)
{
  g_autoptr (PrnMap) map = prn_template_load ("saas-trial-to-upgrade", NULL);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  PrnSimulationOptions options = { .customers = 50, .horizon = -1, .log_path = f->path };
  g_autoptr (PrnReport) simulated = simulate (plan, &options);
  g_autoptr (PrnLog) log = read_log (plan, f->path, NULL);
  g_autoptr (GHashTable) fired = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 50; i++) {
    g_autofree char *customer = g_strdup_printf ("%u", i);
    g_autoptr (GPtrArray) steps = prn_explain (plan, log, customer, NULL, NULL);

    for (guint k = 0; k < steps->len; k++) {
      const PrnExplainStep *step = steps->pdata[k];
      gsize n = step->trigger != NULL ? (gsize) g_hash_table_lookup (fired, step->trigger) : 0;

      if (step->trigger != NULL)
        g_hash_table_insert (fired, g_strdup (step->trigger), (gpointer) (n + 1));
    }
  }
  for (guint i = 0; i < simulated->n_triggers; i++)
    g_assert_cmpuint ((gsize) g_hash_table_lookup (fired, simulated->triggers[i].id), ==,
                      simulated->triggers[i].fired);
}

/* The log of a run of so many customers. */
static char *
log_of (Fixture *f, PrnPlan *plan, guint64 customers, guint threads)
{
  PrnSimulationOptions options = { .customers = customers, .horizon = PRN_YEAR,
                                   .threads = threads, .log_path = f->path };
  g_autoptr (PrnReport) report = simulate (plan, &options);
  char *content;

  g_assert_true (g_file_get_contents (f->path, &content, NULL, NULL));
  return content;
}

/* The first thousand of ten thousand do what a thousand alone do, to the byte. */
static void
test_fewer_customers (Fixture *f, gconstpointer data)
{
  g_autoptr (PrnMap) map = prn_template_load ("saas-trial-to-upgrade", NULL);
  PrnPopulation population = *prn_map_get_population (map);
  g_autoptr (PrnMap) at_once = NULL;
  g_autoptr (PrnPlan) plan = NULL;
  g_autofree char *some = NULL;
  g_autofree char *more = NULL;

  population.arrivals.us = 0;
  at_once = prn_map_with_population (map, &population);
  plan = prn_plan_new (at_once, NULL);
  some = log_of (f, plan, 1000, 1);
  more = log_of (f, plan, 10000, 3);
  g_assert_true (g_str_has_prefix (more, some));
  g_assert_true (g_str_has_prefix (more + strlen (some), "1000,"));
}

static void
test_threads (Fixture *f, gconstpointer data)
{
  g_autoptr (PrnMap) map = prn_template_load ("growth-loop", NULL);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  static const guint threads[] = { 1, 2, 8 };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *content = log_of (f, plan, 20000, threads[i]);

    if (first == NULL)
      first = g_steal_pointer (&content);
    else
      g_assert_true (g_str_equal (content, first));
  }
}

/* A log that cannot be finished leaves nothing. */
static void
test_failures (Fixture *f, gconstpointer data)
{
  g_autoptr (PrnMap) round = fixture_map (
      "'stages': [{'id': 'a'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'a', 'share': 1}]");
  g_autoptr (PrnPlan) plan = prn_plan_new (round, NULL);
  PrnSimulationOptions options = { .horizon = -1, .threads = 2, .log_path = f->path };
  PrnSimulationOptions too_long = { .horizon = 9000 * PRN_YEAR, .log_path = f->path };
  PrnSimulationOptions nowhere = { .horizon = -1, .log_path = f->folder };
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_simulate (plan, &options, NULL, &error));
  g_assert_nonnull (strstr (error->message, "without any time"));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));

  g_clear_error (&error);
  g_assert_null (prn_simulate (plan, &too_long, NULL, &error));
  g_assert_nonnull (strstr (error->message, "9999"));

  g_clear_error (&error);
  g_assert_null (prn_simulate (plan, &nowhere, NULL, &error));
  g_assert_nonnull (strstr (error->message, f->folder));
}

#define ADD(name, function) \
  g_test_add ("/engine/emit-log/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("templates", test_templates);
  ADD ("random-maps", test_random_maps);
  ADD ("explained", test_explained);
  ADD ("threads", test_threads);
  ADD ("fewer-customers", test_fewer_customers);
  ADD ("failures", test_failures);

  return g_test_run ();
}
