/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-expected.h"
#include "prn-map-file.h"
#include "prn-simulate.h"
#include "prn-templates.h"

#define BATCHES   100
#define FEWER     40 /* batches, for the many random maps */
#define A_BATCH   1000 /* customers */
#define NO_LIMIT  (5000 * PRN_YEAR)
#define MAX_ERROR 4

static PrnPlan *
plan_of (PrnMap *map)
{
  g_autoptr (GError) error = NULL;
  PrnPlan *plan = prn_plan_new (map, &error);

  g_assert_no_error (error);
  return plan;
}

static PrnPlan *
plan_of_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return plan_of (map);
}

static PrnReport *
simulate (PrnPlan *plan, guint64 customers, gint64 horizon, guint64 seed, guint threads)
{
  g_autoptr (GError) error = NULL;
  PrnSimulationOptions options = { .customers = customers, .horizon = horizon, .has_seed = TRUE,
                                   .seed = seed, .threads = threads };
  PrnReport *report = prn_simulate (plan, &options, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* How many standard errors the mean of @n values, each the mean of a batch, is from @expected. What
 * is rare may have come in no batch at all: its error is that of a share, p (1 - p). */
static double
deviation (const double *values, guint n, double expected)
{
  double share = MIN (expected, 1);
  double mean = 0, squares = 0, error;

  for (guint i = 0; i < n; i++)
    mean += values[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - mean) * (values[i] - mean);
  error = sqrt (MAX (squares / (n - 1), share * (1 - share) / A_BATCH) / n);
  if (fabs (mean - expected) < 1e-9)
    return 0;
  return error > 0 ? fabs (mean - expected) / error : INFINITY;
}

/* The greatest deviation of visits and of customers who stay, over all stages, of simulating
 * @plan from what is expected of @other. */
static double
greatest_deviation (PrnPlan *plan, PrnPlan *other, guint batches)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnExpected) expected = prn_expected_new (other, &error);
  g_autofree double *visits = NULL;
  g_autofree double *stays = NULL;
  double greatest = 0;

  g_assert_no_error (error);
  visits = g_new (double, expected->n_stages * batches);
  stays = g_new (double, expected->n_stages * batches);
  for (guint b = 0; b < batches; b++) {
    g_autoptr (PrnReport) report = simulate (plan, A_BATCH, NO_LIMIT, b + 1, 0);

    for (guint i = 0; i < expected->n_stages; i++) {
      visits[i * batches + b] = (double) report->stages[i].visits / A_BATCH;
      stays[i * batches + b] = (double) report->stages[i].now / A_BATCH;
    }
  }

  for (guint i = 0; i < expected->n_stages; i++) {
    double v = deviation (visits + i * batches, batches, expected->stages[i].visits);
    double s = deviation (stays + i * batches, batches, expected->stages[i].stay);

    g_test_message ("%s: visits off by %.2f, stays by %.2f standard errors",
                    expected->stages[i].id, v, s);
    greatest = MAX (greatest, MAX (v, s));
  }
  return greatest;
}

/* The same map with one share less by @difference. */
static PrnMap *
with_wrong_share (PrnMap *map, double difference)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  for (guint i = 0; i < n; i++)
    if (triggers[i]->share > 0.2) {
      g_autoptr (PrnTrigger) wrong = prn_element_copy (triggers[i]);

      wrong->share -= difference;
      return prn_map_with (map, wrong);
    }
  g_assert_not_reached ();
}

static void
test_templates_agree (void)
{
  const char *const *ids = prn_templates_list ();

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PrnMap) map = prn_template_load (ids[i], NULL);
    g_autoptr (PrnPlan) plan = plan_of (map);
    double deviation_found = greatest_deviation (plan, plan, BATCHES);

    g_test_message ("%s: %.2f", ids[i], deviation_found);
    g_assert_cmpfloat (deviation_found, <, MAX_ERROR);
  }
}

/* The check above would find a share that is wrong by a hundredth. */
static void
test_wrong_share_is_found (void)
{
  const char *const *ids = prn_templates_list ();

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PrnMap) map = prn_template_load (ids[i], NULL);
    g_autoptr (PrnMap) wrong = with_wrong_share (map, 0.01);
    g_autoptr (PrnPlan) plan = plan_of (map);
    g_autoptr (PrnPlan) wrong_plan = plan_of (wrong);

    g_assert_cmpfloat (greatest_deviation (plan, wrong_plan, BATCHES), >, MAX_ERROR);
  }
}

/* How far the mean money of a customer is from the closed form, with a discount and without, in
 * standard errors. */
static void
money_deviation (PrnMap *map, double *plain, double *discounted)
{
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, &error);
  double values[BATCHES], present[BATCHES];

  g_assert_no_error (error);
  for (guint b = 0; b < BATCHES; b++) {
    g_autoptr (PrnReport) report = simulate (plan, A_BATCH, NO_LIMIT, b + 1, 0);

    values[b] = report->money.lifetime_value;
    present[b] = report->money.discounted;
  }
  *plain = isfinite (expected->money.lifetime_value)
               ? deviation (values, BATCHES, expected->money.lifetime_value)
               : NAN;
  *discounted = deviation (present, BATCHES, expected->money.discounted);
}

/* A discount, so that what customers who stay for good are worth is finite; without @for_good no
 * amount per month counts where somebody stays, so that it is finite without one. */
static PrnMap *
with_finite_money (PrnMap *map, gboolean for_good)
{
  PrnPopulation population = *prn_map_get_population (map);
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, NULL);
  PrnMap *result;

  population.discount_per_year = 0.12;
  result = prn_map_with_population (map, &population);
  for (guint i = 0; i < expected->n_stages && !for_good; i++)
    if (expected->stages[i].stay > 0) {
      g_autoptr (PrnMap) before = result;
      g_autoptr (PrnStage) stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, i));

      stage->revenue_per_month = stage->cost_per_month = 0;
      result = prn_map_with (before, stage);
    }
  return result;
}

static void
test_money_agrees (void)
{
  const char *const *ids = prn_templates_list ();

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (PrnMap) map = prn_template_load (ids[i], NULL);
    g_autoptr (PrnMap) whole = with_finite_money (map, TRUE);
    g_autoptr (PrnMap) finite = with_finite_money (map, FALSE);
    double plain, discounted, with_stays;

    money_deviation (finite, &plain, &discounted);
    g_test_message ("%s: %.2f, discounted %.2f standard errors", ids[i], plain, discounted);
    g_assert_cmpfloat (plain, <, MAX_ERROR);
    g_assert_cmpfloat (discounted, <, MAX_ERROR);
    money_deviation (whole, &plain, &with_stays);
    g_test_message ("%s: with those who stay %.2f", ids[i], with_stays);
    g_assert_cmpfloat (with_stays, <, MAX_ERROR);
  }
}

static char *
random_map (GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 2, 9);
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"perennial-map\", \"version\": 1, \"stages\": [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\": \"s%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"triggers\": [");
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 3; k++) {
      char share[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_dtostr (share, sizeof share, g_rand_double_range (rand, 0, 0.31));
      g_string_append_printf (text,
                              "%s{\"id\": \"t%u-%u\", \"from\": \"s%u\", \"to\": \"s%d\", "
                              "\"share\": %s, \"delay\": {\"exponential\": \"%dd\"}}",
                              i + k > 0 ? ", " : "", i, k, i,
                              g_rand_int_range (rand, 0, (int) n), share,
                              g_rand_int_range (rand, 1, 9));
    }
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

/* Always the same maps: of thousands of means a few are four standard errors off by chance. */
static void
test_random_maps_agree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 200; i++) {
    g_autofree char *text = random_map (rand);
    g_autoptr (PrnPlan) plan = plan_of_text (text);

    if (greatest_deviation (plan, plan, FEWER) >= MAX_ERROR)
      g_error ("closed form and simulation disagree on %s", text);
  }
}

static void
test_threads (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("retail-card", NULL);
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (PrnReport) one = simulate (plan, 20000, PRN_YEAR, 7, 1);
  g_autoptr (GBytes) bytes = prn_report_to_json (one);
  static const guint threads[] = { 2, 8 };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (PrnReport) other = simulate (plan, 20000, PRN_YEAR, 7, threads[i]);
    g_autoptr (GBytes) other_bytes = prn_report_to_json (other);

    g_assert_true (g_bytes_equal (bytes, other_bytes));
  }
}

/* 1,000 of 10,000: as all arrive at once, the first thousand's moves are part of the others'. */
static void
test_customers_do_not_depend_on_the_run (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", NULL);
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (PrnReport) some = simulate (plan, 1000, PRN_YEAR, 3, 1);
  g_autoptr (PrnReport) more = simulate (plan, 1001, PRN_YEAR, 3, 1);
  guint64 visits = 0, more_visits = 0;

  for (guint i = 0; i < some->n_stages; i++) {
    g_assert_cmpuint (some->stages[i].visits, <=, more->stages[i].visits);
    g_assert_cmpuint (some->stages[i].now, <=, more->stages[i].now);
    visits += some->stages[i].visits;
    more_visits += more->stages[i].visits;
  }
  /* One customer's worth of visits, not a reshuffle of everyone's. */
  g_assert_cmpuint (more_visits - visits, >=, 1);
  g_assert_cmpuint (more_visits - visits, <, 100);
}

#define HEAD "{\"format\": \"perennial-map\", \"version\": 1, \"stages\": [{\"id\": \"a\"}, {\"id\": \"b\"}], "

static void
test_horizon_and_arrivals (void)
{
  /* Everyone moves on after 10 d; customers i of 10 arrive on day i. */
  g_autoptr (PrnPlan) plan = plan_of_text (
      HEAD "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 1, "
           "\"delay\": {\"fixed\": \"10d\"}}], \"population\": {\"arrivals\": \"10d\"}}");
  static const struct {
    int days;
    guint64 entered, moved;
  } rows[] = {
    { 0, 1, 0 },   /* the first arrives at the very beginning */
    { 4, 5, 0 },
    { 10, 10, 1 }, /* at the horizon a move still happens */
    { 14, 10, 5 },
    { 19, 10, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnReport) report = simulate (plan, 10, rows[i].days * PRN_DAY, 1, 1);

    g_assert_cmpstr (report->kind, ==, "simulation");
    g_assert_cmpint (report->as_of, ==, rows[i].days * PRN_DAY);
    g_assert_cmpuint (report->entered, ==, rows[i].entered);
    g_assert_cmpuint (report->triggers[0].fired, ==, rows[i].moved);
    g_assert_cmpuint (report->stages[0].now, ==, rows[i].entered - rows[i].moved);
    g_assert_cmpuint (report->stages[1].now, ==, rows[i].moved);
  }
}

static void
test_segments_and_entries (void)
{
  g_autoptr (PrnPlan) plan = plan_of_text (
      HEAD "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 0, "
           "\"by_segment\": [{\"segment\": \"s\", \"share\": 1}]}], "
           "\"segments\": [{\"id\": \"s\", \"where\": []}], "
           "\"population\": {\"entries\": [{\"stage\": \"a\", \"weight\": 3}, "
           "{\"stage\": \"b\", \"weight\": 1}], "
           "\"segments\": [{\"segment\": \"s\", \"weight\": 0.25}]}}");
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, NULL);
  g_autoptr (PrnReport) report = simulate (plan, 100000, PRN_DAY, 5, 0);

  g_assert_cmpfloat_with_epsilon (expected->stages[0].visits, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (expected->stages[1].visits, 0.25 + 0.75 * 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (report->stages[0].visits / 1e5, 0.75, 4 * 0.0014);
  g_assert_cmpfloat_with_epsilon (report->triggers[0].fired / 1e5, 0.75 * 0.25, 4 * 0.0013);
}

static void
test_expected_time (void)
{
  /* Twice in a on average, half a visit leaves after 4 d and half after 2 d. */
  g_autoptr (PrnPlan) plan = plan_of_text (
      HEAD "\"triggers\": [{\"id\": \"again\", \"from\": \"a\", \"to\": \"a\", \"share\": 0.5, "
           "\"delay\": {\"exponential\": \"4d\"}}, {\"id\": \"on\", \"from\": \"a\", \"to\": \"b\", "
           "\"share\": 0.5, \"delay\": {\"uniform\": [\"1d\", \"3d\"]}}]}");
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, NULL);

  g_assert_cmpfloat_with_epsilon (expected->stages[0].visits, 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (expected->stages[0].seconds, 6 * 86400.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (expected->stages[1].stay, 1, 1e-12);
}

static void
test_errors (void)
{
  static const struct {
    const char *rest, *message;
    gboolean in_closed_form;
  } rows[] = {
    { "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 0.7}, "
      "{\"id\": \"u\", \"from\": \"*\", \"to\": \"b\", \"share\": 0.4}]}",
      "stages[0]: the shares", FALSE },
    { "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 1}, "
      "{\"id\": \"u\", \"from\": \"b\", \"to\": \"a\", \"share\": 1}]}",
      "without any time", FALSE },
    { "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 1, "
      "\"delay\": {\"fixed\": \"1d\"}}, {\"id\": \"u\", \"from\": \"b\", \"to\": \"a\", "
      "\"share\": 1}]}",
      "for ever", TRUE },
    { "\"population\": {\"entries\": [{\"stage\": \"a\", \"weight\": 0}]}}", "weight", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (HEAD, rows[i].rest, NULL);
    g_autoptr (PrnPlan) plan = plan_of_text (text);
    g_autoptr (GError) error = NULL;
    gboolean failed = rows[i].in_closed_form ? prn_expected_new (plan, &error) == NULL
                                             : prn_simulate (plan, NULL, NULL, &error) == NULL;

    g_assert_true (failed);
    g_assert_nonnull (strstr (error->message, rows[i].message));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/simulate/threads", test_threads);
  g_test_add_func ("/engine/simulate/customers-do-not-depend-on-the-run",
                   test_customers_do_not_depend_on_the_run);
  g_test_add_func ("/engine/simulate/horizon-and-arrivals", test_horizon_and_arrivals);
  g_test_add_func ("/engine/simulate/segments-and-entries", test_segments_and_entries);
  g_test_add_func ("/engine/simulate/expected-time", test_expected_time);
  g_test_add_func ("/engine/simulate/errors", test_errors);
  g_test_add_func ("/engine/simulate/templates-agree-with-closed-form", test_templates_agree);
  g_test_add_func ("/engine/simulate/wrong-share-is-found", test_wrong_share_is_found);
  g_test_add_func ("/engine/simulate/money-agrees-with-closed-form", test_money_agrees);
  g_test_add_func ("/engine/simulate/random-maps-agree-with-closed-form", test_random_maps_agree);

  return g_test_run ();
}
