/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-calibrate.h"

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-discover.h"
#include "prn-expected.h"
#include "prn-log-builder.h"
#include "prn-log-read.h"
#include "prn-map-file.h"
#include "prn-sampler.h"
#include "stream.h"

static PrnPlan *
plan_of (PrnMap *map)
{
  g_autoptr (GError) error = NULL;
  PrnPlan *plan = prn_plan_new (map, &error);

  g_assert_no_error (error);
  return plan;
}

static PrnCalibration *
calibrate (PrnMap *map, PrnLog *log, const PrnReplayOptions *options, gboolean complete)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = plan_of (map);
  PrnCalibration *calibration = prn_calibrate (plan, log, options, complete, NULL, &error);

  g_assert_no_error (error);
  return calibration;
}

static const PrnTrigger *
trigger_of (PrnMap *map, const char *id)
{
  const PrnTrigger *trigger = prn_map_lookup (map, id);

  g_assert_nonnull (trigger);
  return trigger;
}

/* The notes, as `KIND OF[/SEGMENT]; …`. */
static char *
notes_of (const PrnCalibration *calibration)
{
  static const char *const kinds[] = { "nobody", "no-segment", "no-visits", "never-fired",
                                       "off-map", "shares", "not-simulated" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < calibration->notes->len; i++) {
    const PrnCalibrationNote *note = calibration->notes->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", kinds[note->kind]);
    if (note->of != NULL)
      g_string_append_printf (text, " %s", note->of);
    if (note->segment != NULL)
      g_string_append_printf (text, "/%s", note->segment);
    g_assert_cmpuint (strlen (note->text), >, 10);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define THREE_STAGES                                                                            \
  "'stages': [{'id': 'a', 'role': 'entry'}, {'id': 'b'}, {'id': 'c', 'role': 'exit'}], "          \
  "'triggers': [{'id': 'ab', 'from': 'a', 'to': 'b', 'share': 0.9, 'x-kept': [1]}, "              \
  "{'id': 'ac', 'from': 'a', 'to': 'c'}, {'id': 'bc', 'from': 'b', 'to': 'c', 'share': 0.25, "    \
  "'delay': {'fixed': '3d', 'x-inner': true}}], "                                                 \
  "'population': {'customers': 7, 'seed': 5, 'entries': [{'stage': 'a', 'weight': 3, "             \
  "'x-in': 1}], 'x-pop': 1}"

/* Four come to a: one goes on after 1 d, one is lost after 3 d, two are there when observation
 * ends, one for 2 d and one for 9 d. S is 3/4 after 1 d, and of it half is lost at 3 d. */
static void
test_by_hand (void)
{
  g_autoptr (PrnMap) map = fixture_map (THREE_STAGES);
  g_autoptr (PrnLog) log = fixture_log (
      "k1 a 0d; k1 b 1d; k2 a 1d; k2 c 4d; k3 a 7d; k4 a 0d; k5 c 9d", NULL, 2, TRUE);
  g_autoptr (PrnCalibration) calibration = calibrate (map, log, NULL, FALSE);
  g_autofree char *notes = notes_of (calibration);
  const PrnPopulation *population = prn_map_get_population (calibration->map);
  const PrnTrigger *trigger = trigger_of (calibration->map, "ab");

  g_assert_cmpfloat_with_epsilon (trigger->share, 1 / 4., 1e-15);
  g_assert_cmpint (trigger->delay->kind, ==, PRN_DISTRIBUTION_EMPIRICAL);
  g_assert_cmpuint (trigger->delay->durations.n, ==, 41);
  g_assert_cmpfloat_with_epsilon ((double) trigger->delay->durations.items[20].us / PRN_DAY, 1,
                                  .004);
  trigger = trigger_of (calibration->map, "ac");
  g_assert_cmpfloat_with_epsilon (trigger->share, 3 / 8., 1e-15);
  g_assert_cmpfloat_with_epsilon ((double) trigger->delay->durations.items[0].us / PRN_DAY, 3,
                                  .012);

  /* b had one visit, which has not ended. */
  trigger = trigger_of (calibration->map, "bc");
  g_assert_cmpfloat (trigger->share, ==, 0);
  g_assert_cmpint (trigger->delay->kind, ==, PRN_DISTRIBUTION_FIXED);
  g_assert_cmpstr (notes, ==, "never-fired bc");
  g_assert_cmpuint (calibration->n_triggers, ==, 3);

  g_assert_cmpint (population->customers, ==, 5);
  g_assert_cmpint (population->seed, ==, 5);
  g_assert_cmpint (population->arrivals.us, ==, 9 * PRN_DAY);
  g_assert_cmpint (population->horizon.us, ==, 9 * PRN_DAY);
  g_assert_cmpuint (population->entries.n, ==, 2);
  g_assert_cmpstr (population->entries.items[0].ref, ==, "a");
  g_assert_cmpfloat (population->entries.items[0].weight, ==, 4);
  g_assert_cmpstr (population->entries.items[1].ref, ==, "c");
  g_assert_cmpfloat (population->entries.items[1].weight, ==, 1);
}

/* The same with the log taken for finished: two of four stay at a for ever. */
static void
test_complete_by_hand (void)
{
  g_autoptr (PrnMap) map = fixture_map (THREE_STAGES);
  g_autoptr (PrnLog) log = fixture_log (
      "k1 a 0d; k1 b 1d; k2 a 1d; k2 c 4d; k3 a 7d; k4 a 0d; k5 c 9d", NULL, 2, TRUE);
  g_autoptr (PrnCalibration) calibration = calibrate (map, log, NULL, TRUE);

  g_assert_cmpfloat (trigger_of (calibration->map, "ab")->share, ==, .25);
  g_assert_cmpfloat (trigger_of (calibration->map, "ac")->share, ==, .25);
  g_assert_cmpuint (calibration->misses->len, ==, 0);
}

/* Whatever calibration does not know about is in the file as before. */
static void
test_keeps_everything_else (void)
{
  static const char *const kept[] = { "\"x-kept\"", "\"x-inner\"", "\"x-in\"", "\"x-pop\"" };
  g_autoptr (PrnMap) map = fixture_map (THREE_STAGES);
  g_autoptr (PrnLog) log =
      fixture_log ("k1 a 0d; k1 b 1d; k1 c 2d; k2 a 0d; k2 c 1d", NULL, 1, TRUE);
  g_autoptr (PrnCalibration) calibration = calibrate (map, log, NULL, FALSE);
  g_autoptr (GBytes) bytes = prn_map_print (calibration->map);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *notes = notes_of (calibration);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  g_assert_cmpstr (notes, ==, "");
  g_assert_nonnull (trigger_of (map, "bc")->delay);
  g_assert_cmpint (trigger_of (map, "bc")->delay->kind, ==, PRN_DISTRIBUTION_FIXED);
}

static void
test_no_data (void)
{
  g_autoptr (PrnMap) map = fixture_map (THREE_STAGES);
  g_autoptr (PrnLog) log = fixture_log ("k1 a 0d; k1 c 1d; k2 b 0d; k2 a 3d", NULL, 1, TRUE);
  g_autoptr (PrnCalibration) calibration = NULL;
  g_autoptr (PrnCalibration) nothing = NULL;
  g_autoptr (PrnLog) empty = fixture_log ("k1 nowhere 0d", NULL, 1, TRUE);
  g_autofree char *notes = NULL;
  g_autofree char *nobody = NULL;

  calibration = calibrate (map, log, NULL, FALSE);
  notes = notes_of (calibration);
  g_assert_cmpstr (notes, ==, "never-fired ab; never-fired bc; off-map b");

  nothing = calibrate (map, empty, NULL, FALSE);
  nobody = notes_of (nothing);
  g_assert_cmpstr (nobody, ==, "no-visits ab; no-visits ac; no-visits bc; nobody");
  g_assert_cmpfloat (trigger_of (nothing->map, "ab")->share, ==, .9);
  g_assert_cmpint (prn_map_get_population (nothing->map)->customers, ==, 7);
  g_assert_null (nothing->simulation);
  g_assert_cmpuint (nothing->n_triggers, ==, 0);
}

/* `lost` leaves a half the time and b never; one share must do for both. From b all go on, which
 * leaves no room for it, so they make some. */
static void
test_several_sources (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}, {'id': 'x', 'role': 'exit'}], "
      "'triggers': [{'id': 'ab', 'from': 'a', 'to': 'b'}, {'id': 'bc', 'from': 'b', 'to': 'c'}, "
      "{'id': 'lost', 'from': '*', 'to': 'x'}]");
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (PrnPlan) plan = NULL;
  g_autoptr (PrnExpected) expected = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (rows, "k%u a 0d; k%u b 1d; k%u c 2d; g%u a 0d; g%u x 3d; ", i, i, i, i,
                            i);
  log = fixture_log (rows->str, NULL, 1, TRUE);
  calibration = calibrate (map, log, NULL, TRUE);
  notes = notes_of (calibration);
  plan = plan_of (calibration->map);
  expected = prn_expected_new (plan, NULL);

  g_assert_cmpfloat (trigger_of (calibration->map, "lost")->share, ==, .25);
  g_assert_cmpfloat (trigger_of (calibration->map, "ab")->share, ==, .5);
  g_assert_cmpfloat (trigger_of (calibration->map, "bc")->share, ==, .75);
  g_assert_cmpstr (notes, ==, "shares a; shares c");
  g_assert_nonnull (expected);
}

/* Three of four gold customers go on, of the others one of four: that is what the trigger says of
 * everyone else then. `ac` says nothing of gold customers, but must where `ab` does. Nobody is
 * silver: what `ab` says of them stays, and `ac` makes room for it. A simulation has as many gold
 * customers, and so as many who go on. */
static void
test_by_segment (void)
{
  static const char *const columns[] = { "plan", NULL };
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a', 'role': 'entry'}, {'id': 'b'}, {'id': 'c', 'role': 'exit'}], "
      "'triggers': [{'id': 'ab', 'from': 'a', 'to': 'b', 'by_segment': ["
      "{'segment': 'gold', 'share': 0.9, 'x-gold': 1}, {'segment': 'silver', 'share': 0.3}]}, "
      "{'id': 'ac', 'from': 'a', 'to': 'c'}], 'segments': [{'id': 'silver', 'where': "
      "[{'column': 'plan', 'op': 'is', 'value': 'silver'}]}, {'id': 'gold', 'where': "
      "[{'column': 'plan', 'op': 'is', 'value': 'gold'}]}], 'population': {'segments': "
      "[{'segment': 'gold', 'weight': 0.1}, {'segment': 'silver', 'weight': 0.8}]}");
  const PrnReplayOptions later = { .has_as_of = TRUE, .as_of = 9 * PRN_DAY };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;
  g_autofree char *notes = NULL;
  const PrnPopulation *population;
  const PrnTrigger *ab, *ac;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (rows, "k%u a %us%s; k%u %s 3d; ", i, i, i % 2 == 0 ? " plan=gold" : "",
                            i, (i / 2 % 4 == 0) == (i % 2 == 0) ? "c" : "b");
  log = fixture_log (rows->str, columns, 2, TRUE);
  calibration = calibrate (map, log, &later, FALSE);
  notes = notes_of (calibration);
  population = prn_map_get_population (calibration->map);
  ab = trigger_of (calibration->map, "ab");
  ac = trigger_of (calibration->map, "ac");

  g_assert_cmpfloat_with_epsilon (ab->share, .25, 1e-12);
  g_assert_cmpfloat_with_epsilon (ac->share, .75, 1e-12);
  g_assert_cmpuint (ab->by_segment.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (ab->by_segment.items[0].share, .75, 1e-12);
  g_assert_null (ab->by_segment.items[0].delay);
  g_assert_cmpfloat (ab->by_segment.items[1].share, ==, .3);
  g_assert_cmpuint (ac->by_segment.n, ==, 2);
  g_assert_cmpstr (ac->by_segment.items[0].segment, ==, "silver");
  g_assert_cmpfloat_with_epsilon (ac->by_segment.items[0].share, .7, 1e-12);
  g_assert_cmpstr (ac->by_segment.items[1].segment, ==, "gold");
  g_assert_cmpfloat_with_epsilon (ac->by_segment.items[1].share, .25, 1e-12);
  g_assert_cmpstr (notes, ==, "no-segment silver");
  g_assert_cmpfloat (population->segments.items[0].weight, ==, .5);
  g_assert_cmpfloat (population->segments.items[1].weight, ==, 0);
  g_assert_cmpuint (calibration->misses->len, ==, 0);
}

/* Stopped, it leaves nothing behind. */
static void
test_cancelled (void)
{
  g_autoptr (PrnMap) map = fixture_map (THREE_STAGES);
  g_autoptr (PrnLog) log = fixture_log ("k1 a 0d; k1 b 1d", NULL, 1, TRUE);
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PrnProgress progress = { 0, cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (prn_calibrate (plan, log, NULL, FALSE, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What the log on a finished map shows is what the closed form of the calibrated one says. */
static void
check_identity (const char *name, PrnLogOptions options)
{
  const char *folder = g_getenv ("PERENNIAL_SHARED_DATA");
  const char *root = g_getenv ("PERENNIAL_SOURCE_ROOT");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : g_build_filename (root != NULL ? root : ".", "..",
                                                             "shared", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;
  g_autoptr (PrnPlan) plan = NULL;
  g_autoptr (PrnExpected) expected = NULL;
  const PrnReport *replay;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the shared logs are not here");
    return;
  }
  log = prn_log_read (path, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  map = prn_discover (log, "", 1, &error);
  g_assert_no_error (error);
  calibration = calibrate (map, log, NULL, TRUE);
  g_assert_cmpuint (calibration->notes->len, ==, 0);
  g_assert_nonnull (calibration->simulation);

  plan = plan_of (calibration->map);
  expected = prn_expected_new (plan, &error);
  g_assert_no_error (error);
  replay = calibration->replay;
  g_assert_cmpuint (expected->n_stages, ==, replay->n_stages);
  for (guint i = 0; i < expected->n_stages; i++) {
    double n = (double) replay->entered;

    g_assert_cmpfloat_with_epsilon (expected->stages[i].visits,
                                    (double) replay->stages[i].visits / n, 1e-9);
    g_assert_cmpfloat_with_epsilon (expected->stages[i].stay, (double) replay->stages[i].now / n,
                                    1e-9);
  }
}

static void
test_insurance_claims (void)
{
  check_identity ("insurance-claims.csv", (PrnLogOptions){ .time = "end_time" });
}

static void
test_ecom (void)
{
  check_identity ("ecom.csv", (PrnLogOptions){ .customer = "session_id", .event = "event" });
}

#define TRUE_MAP                                                                                \
  "'stages': [{'id': 'trial', 'role': 'entry'}, {'id': 'paid', 'role': 'goal'}, "                 \
  "{'id': 'lost', 'role': 'exit'}], 'triggers': ["                                                \
  "{'id': 'buys', 'from': 'trial', 'to': 'paid', 'share': 0.55, 'delay': {'lognormal': "          \
  "{'median': '60d', 'sigma': 0.5}}}, "                                                           \
  "{'id': 'goes', 'from': 'trial', 'to': 'lost', 'share': 0.35, 'delay': {'weibull': "            \
  "{'scale': '80d', 'shape': 1.5}}}, "                                                            \
  "{'id': 'ends', 'from': 'paid', 'to': 'lost', 'share': 0.6, 'delay': {'exponential': '40d'}}, " \
  "{'id': 'back', 'from': 'lost', 'to': 'trial', 'share': 0.2, 'delay': {'uniform': "             \
  "['40d', '120d']}}]"

#define N_CUSTOMERS 40000

/* Customers of the map arrive evenly over two years; each move is a row that names the stage. */
static PrnLog *
draw_log (PrnMap *map)
{
  PrnLogBuilder *builder = prn_log_builder_new (NULL, 3);
  guint n_triggers;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n_triggers);

  prn_log_builder_set_stage_column (builder, TRUE);
  for (guint i = 0; i < N_CUSTOMERS; i++) {
    g_autofree char *customer = g_strdup_printf ("%u", i);
    gint64 time = 2 * PRN_YEAR / N_CUSTOMERS * i;
    const char *stage = "trial";
    Stream stream = { .seed = 2, .customer = i };

    while (stage != NULL && time <= 2 * PRN_YEAR) {
      double which = stream_next (&stream);
      const char *next = NULL;

      prn_log_builder_add (builder, customer, stage, time, NULL);
      for (guint k = 0; k < n_triggers && next == NULL; k++) {
        if (!g_str_equal (triggers[k]->from, stage))
          continue;
        if (which < triggers[k]->share) {
          next = triggers[k]->to;
          time += prn_sampler_delay (triggers[k]->delay, stream_next (&stream));
        }
        which -= triggers[k]->share;
      }
      stage = next;
    }
  }
  return prn_log_builder_end (builder);
}

/* At what part of the distribution a length is. */
static double
part_below (const PrnDistribution *distribution, double length)
{
  double low = 0, high = 1;

  for (guint i = 0; i < 60; i++) {
    double middle = (low + high) / 2;

    if ((double) prn_sampler_delay (distribution, middle) < length)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* How far the quantiles found are from the true ones, as parts of the distribution, in the
 * standard errors of a share of @n; a histogram's bucket reaches 0.2 % to each side. */
static double
greatest_delay_error (const PrnDistribution *truth, const PrnDistribution *found, double n)
{
  double greatest = 0;

  for (guint i = 4; i <= 36; i += 4) {
    double share = i / 40., length = (double) found->durations.items[i].us;
    double error = sqrt (share * (1 - share) / n);
    double low = part_below (truth, length * .996) - share;
    double high = share - part_below (truth, length * 1.004);

    greatest = MAX (greatest, MAX (low, high) / error);
  }
  return greatest;
}

/* The log is cut off at half of its span, so many visits are still open. Counting them as such
 * finds the numbers the log was drawn with; counting what fired over all visits does not. */
static void
test_cut_off (void)
{
  static const char *const ids[] = { "buys", "goes", "ends", "back" };
  g_autoptr (PrnMap) map = fixture_map (TRUE_MAP);
  g_autoptr (PrnLog) log = draw_log (map);
  PrnReplayOptions half = { .has_as_of = TRUE, .as_of = PRN_YEAR };
  g_autoptr (PrnCalibration) calibration = calibrate (map, log, &half, FALSE);
  g_autoptr (PrnCalibration) naive = calibrate (map, log, &half, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const PrnTrigger *truth = trigger_of (map, ids[i]);
    const PrnTrigger *found = trigger_of (calibration->map, ids[i]);
    const PrnTrigger *wrong = trigger_of (naive->map, ids[i]);
    const PrnReportTrigger *report = prn_report_trigger (calibration->replay, ids[i]);
    double error = (report->interval.high - report->interval.low) / 2 / 1.96;

    g_test_message ("%s: share %g, found %g (%+.1f errors), naive %g (%+.1f errors); "
                    "delay off by %.1f errors, naive %.1f", ids[i], truth->share, found->share,
                    (found->share - truth->share) / error, wrong->share,
                    (wrong->share - truth->share) / error,
                    greatest_delay_error (truth->delay, found->delay, (double) report->fired),
                    greatest_delay_error (truth->delay, wrong->delay, (double) report->fired));
    g_assert_cmpfloat (fabs (found->share - truth->share), <, 4 * error);
    g_assert_cmpfloat (fabs (wrong->share - truth->share), >, 6 * error);
    g_assert_cmpfloat (
        greatest_delay_error (truth->delay, found->delay, (double) report->fired), <, 4);
    g_assert_cmpfloat (
        greatest_delay_error (truth->delay, wrong->delay, (double) report->fired), >, 4);
  }

  /* Customers of this map have no memory, so the simulation misses nothing. */
  for (guint i = 0; i < calibration->misses->len; i++)
    g_test_message ("%s", ((PrnCalibrationMiss *) calibration->misses->pdata[i])->text);
  g_assert_cmpuint (calibration->misses->len, ==, 0);
  g_assert_cmpuint (calibration->simulation->entered, ==, calibration->replay->entered);
}

/* From m all go back to where they came from, and stay there. A simulation cannot know: it has as
 * many visits, but other customers make them. */
static void
test_path_dependence (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a', 'role': 'entry'}, {'id': 'b', 'role': 'entry'}, {'id': 'm'}], "
      "'triggers': [{'id': 'am', 'from': 'a', 'to': 'm'}, {'id': 'bm', 'from': 'b', 'to': 'm'}, "
      "{'id': 'ma', 'from': 'm', 'to': 'a'}, {'id': 'mb', 'from': 'm', 'to': 'b'}]");
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;
  guint n_more = 0, n_less = 0;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (rows, "k%u %c %uh; k%u m %uh; k%u %c %uh; ", i, "ab"[i % 2], i, i,
                            i + 1, i, "ab"[i % 2], i + 2);
  log = fixture_log (rows->str, NULL, 1, TRUE);
  calibration = calibrate (map, log, NULL, TRUE);

  g_assert_cmpfloat (trigger_of (calibration->map, "ma")->share, ==, .5);
  for (guint i = 0; i < calibration->misses->len; i++) {
    const PrnCalibrationMiss *miss = calibration->misses->pdata[i];

    g_test_message ("%s", miss->text);
    g_assert_cmpint (miss->measure, ==, PRN_CALIBRATION_CUSTOMERS);
    n_more += miss->errors > 3;
    n_less += miss->errors < -10 && g_str_equal (miss->stage, "m");
  }
  g_assert_cmpuint (n_more, ==, 2);
  g_assert_cmpuint (n_less, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/calibrate/by-hand", test_by_hand);
  g_test_add_func ("/engine/calibrate/complete-by-hand", test_complete_by_hand);
  g_test_add_func ("/engine/calibrate/keeps-everything-else", test_keeps_everything_else);
  g_test_add_func ("/engine/calibrate/no-data", test_no_data);
  g_test_add_func ("/engine/calibrate/several-sources", test_several_sources);
  g_test_add_func ("/engine/calibrate/by-segment", test_by_segment);
  g_test_add_func ("/engine/calibrate/cancelled", test_cancelled);
  g_test_add_func ("/engine/calibrate/insurance-claims", test_insurance_claims);
  g_test_add_func ("/engine/calibrate/ecom", test_ecom);
  g_test_add_func ("/engine/calibrate/cut-off", test_cut_off);
  g_test_add_func ("/engine/calibrate/path-dependence", test_path_dependence);
  return g_test_run ();
}
