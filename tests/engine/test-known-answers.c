/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real logs whose answers are known from other, independent programs. */

#include <string.h>

#include "fixture.h"
#include "prn-discover.h"
#include "prn-log-read.h"
#include "prn-replay.h"

static char *
data_path (const char *name)
{
  const char *folder = g_getenv ("PERENNIAL_SHARED_DATA");
  const char *root = g_getenv ("PERENNIAL_SOURCE_ROOT");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : g_build_filename (root != NULL ? root : ".", "..",
                                                             "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the shared logs are not here");
  return NULL;
}

static PrnLog *
read_log (const char *path, PrnLogOptions options)
{
  g_autoptr (GError) error = NULL;
  PrnLog *log = prn_log_read (path, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  return log;
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

typedef struct {
  const char *name;
  const char *file;
  PrnLogOptions options;
  guint64 moves, kinds, entries;
  const char *facts;
} Discovered;

static const Discovered discovered[] = {
  { "ecom-users",
    "ecom.csv",
    { .customer = "user_id", .event = "event" },
    30506,
    338,
    600,
    "customers = 600; path_count = 600; reached product-view = 598; reached add-to-cart = 522; "
    "reached cart = 489; reached shipping-details = 441; reached payment-details = 390; "
    "reached purchase = 328" },
  { "ecom-sessions",
    "ecom.csv",
    { .customer = "session_id", .event = "event" },
    27501,
    336,
    3605,
    "customers = 3605; path_count = 3003; reached add-to-cart = 1213; reached cart = 1022; "
    "reached shipping-details = 798; reached payment-details = 632; reached purchase = 470" },
  { "mobile-onboarding",
    "mobile-onboarding.csv",
    { 0 },
    26804,
    86,
    4139,
    "customers = 4139; path_count = 569; visits passed = 2497; visits lost = 1642" },
  { "insurance-claims",
    "insurance-claims.csv",
    { .time = "end_time" },
    4443,
    6,
    1000,
    "customers = 1000; path_count = 4; path_count = 4" },
  { "patients", "patients.csv", { 0 }, 4942, 0, 500, "path_count = 13" },
};

static void
test_discovered (gconstpointer data)
{
  const Discovered *answer = data;
  g_autofree char *path = data_path (answer->file);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  guint64 moves = 0, entries = 0;
  guint kinds = 0;

  if (path == NULL)
    return;
  log = read_log (path, answer->options);
  map = prn_discover (log, answer->name, 1, &error);
  g_assert_no_error (error);
  report = replay (map, log);

  for (guint i = 0; i < report->n_flows; i++) {
    gboolean is_entry = report->flows[i].from == NULL;

    entries += is_entry ? report->flows[i].moves : 0;
    moves += is_entry ? 0 : report->flows[i].moves;
    kinds += !is_entry;
  }
  g_assert_cmpuint (moves, ==, answer->moves);
  g_assert_cmpuint (entries, ==, answer->entries);
  if (answer->kinds > 0)
    g_assert_cmpuint (kinds, ==, answer->kinds);
  fixture_check (report, answer->facts);
}

static void
test_saas (void)
{
  g_autofree char *path = data_path ("saas" G_DIR_SEPARATOR_S "events.csv");
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 's', 'role': 'entry', 'enter': {'event': 'signup'}}, {'id': 'a'}, {'id': "
      "'u'}], 'events': [{'id': 'signup'}, {'id': 'activate'}, {'id': 'upgrade'}], 'triggers': "
      "[{'id': 'sa', 'from': 's', 'to': 'a', 'when': {'event': 'activate'}}, {'id': 'su', 'from': "
      "'s', 'to': 'u', 'when': {'event': 'upgrade'}}, {'id': 'au', 'from': 'a', 'to': 'u', 'when': "
      "{'event': 'upgrade'}}]");
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnReport) report = NULL;

  if (path == NULL)
    return;
  log = read_log (path, (PrnLogOptions){ 0 });
  report = replay (map, log);
  fixture_check (report, "visits s = 2000; visits a = 1213; visits u = 410; flow s>a = 1213; "
                         "flow a>u = 263; flow s>u = 147; path s>a = 950; path s = 640; "
                         "path s>a>u = 263; path s>u = 147; path_count = 4; used = 3623");
}

/* Rows with `complete` only, through a filter on each event. */
static void
test_patients_complete (void)
{
  static const char *const columns[] = { "registration_type", NULL };
  g_autofree char *path = data_path ("patients.csv");
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnMap) filtered = NULL;
  g_autoptr (PrnReport) report = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (prn_element_unref);
  guint n;
  guint64 moves = 0;
  guint kinds = 0;

  if (path == NULL)
    return;
  log = read_log (path, (PrnLogOptions){ .columns = columns });
  map = prn_discover (log, "patients", 1, NULL);
  for (guint i = 0; i < prn_map_n (map, PRN_KIND_EVENT); i++) {
    PrnEvent *event = prn_element_copy (prn_map_nth (map, PRN_KIND_EVENT, i));
    PrnFilter *filter = g_new0 (PrnFilter, 1);

    filter->column = g_strdup (columns[0]);
    filter->values.n = 1;
    filter->values.items = g_new0 (PrnValue, 1);
    filter->values.items[0].text = g_strdup ("complete");
    event->match.where.n = 1;
    event->match.where.items = filter;
    g_ptr_array_add (events, event);
  }
  filtered = prn_map_with_all (map, events->pdata, events->len);
  report = replay (filtered, log);

  n = report->n_flows;
  for (guint i = 0; i < n; i++)
    if (report->flows[i].from != NULL) {
      kinds++;
      moves += report->flows[i].moves;
    }
  g_assert_cmpuint (report->rows.matched, ==, 2721);
  g_assert_cmpuint (report->rows.used, ==, 2721);
  g_assert_cmpuint (moves, ==, 2221);
  g_assert_cmpuint (kinds, ==, 7);
  fixture_check (report, "path_count = 7; now check-out = 492; now discuss-results = 3; "
                         "now x-ray = 2; now triage-and-assessment = 2; now blood-test = 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (discovered); i++) {
    g_autofree char *path = g_strdup_printf ("/engine/known-answers/%s", discovered[i].name);

    g_test_add_data_func (path, &discovered[i], test_discovered);
  }
  g_test_add_func ("/engine/known-answers/saas", test_saas);
  g_test_add_func ("/engine/known-answers/patients-complete", test_patients_complete);
  return g_test_run ();
}
