/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two ways to the same answer: the check of a map finds a round that customers never leave and in
 * which no time passes from the numbers alone, the simulation when it is caught in one. */

#include "prn-check.h"
#include "prn-map-file.h"
#include "prn-simulate.h"

#define N_MAPS    500
#define N_STAGES  4
#define CUSTOMERS 64

/* Every stage is left by one or two triggers, most of them at once, and customers come in at each. */
static PrnMap *
random_map (GRand *rand)
{
  static const char *const shares[][2] = { { "1", NULL }, { "0.5", "0.5" }, { "0.25", "0.5" } };
  static const char *const delays[] = { "0s", "0s", "0s", "1d" };
  g_autoptr (GString) stages = g_string_new (NULL), triggers = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PrnMap *map;

  for (int s = 0; s < N_STAGES; s++) {
    const char *const *share = shares[g_rand_int_range (rand, 0, G_N_ELEMENTS (shares))];

    g_string_append_printf (stages, "%s{\"id\":\"s%d\"}", s > 0 ? "," : "", s);
    g_string_append_printf (entries, "%s{\"stage\":\"s%d\",\"weight\":1}", s > 0 ? "," : "", s);
    for (int k = 0; k < 2 && share[k] != NULL; k++)
      g_string_append_printf (
          triggers,
          "%s{\"id\":\"t%d%d\",\"from\":\"s%d\",\"to\":\"s%d\",\"share\":%s,"
          "\"delay\":{\"fixed\":\"%s\"}}",
          triggers->len > 0 ? "," : "", s, k, s, g_rand_int_range (rand, 0, N_STAGES), share[k],
          delays[g_rand_int_range (rand, 0, G_N_ELEMENTS (delays))]);
  }
  text = g_strdup_printf ("{\"format\":\"perennial-map\",\"version\":1,\"stages\":[%s],"
                          "\"triggers\":[%s],\"population\":{\"horizon\":\"7d\",\"entries\":[%s]}}",
                          stages->str, triggers->str, entries->str);
  bytes = g_bytes_new (text, strlen (text));
  map = prn_map_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  return map;
}

static gboolean
is_warned_of (PrnMap *map)
{
  g_autoptr (GPtrArray) problems = prn_map_check (map);

  for (guint i = 0; i < problems->len; i++)
    if (((const PrnProblem *) problems->pdata[i])->code == PRN_PROBLEM_ROUND)
      return TRUE;
  return FALSE;
}

static gboolean
is_refused (PrnMap *map)
{
  const PrnSimulationOptions options = { .customers = CUSTOMERS, .threads = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  g_autoptr (PrnReport) report = NULL;

  g_assert_no_error (error);
  report = prn_simulate (plan, &options, NULL, &error);
  if (report == NULL)
    g_assert_nonnull (strstr (error->message, "without any time passing"));
  return report == NULL;
}

static void
test_random_maps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_refused = 0;

  for (guint i = 0; i < N_MAPS; i++) {
    g_autoptr (PrnMap) map = random_map (rand);
    gboolean refused = is_refused (map);

    g_assert_cmpint (is_warned_of (map), ==, refused);
    n_refused += refused;
  }
  g_test_message ("%u of %u go round", n_refused, N_MAPS);
  g_assert_cmpuint (n_refused, >, N_MAPS / 10);
  g_assert_cmpuint (n_refused, <, N_MAPS * 9 / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/rounds/random-maps", test_random_maps);

  return g_test_run ();
}
