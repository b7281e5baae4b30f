/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-activity-row.h"
#include "prn-log-builder.h"
#include "prn-map-file.h"

static const char map_text[] =
    "{\"format\":\"perennial-map\",\"version\":1,\"title\":\"T\","
    "\"stages\":[{\"id\":\"trial\",\"name\":\"Free trial\"}],"
    "\"events\":[{\"id\":\"signup\",\"name\":\"Signed up\"},"
    "{\"id\":\"pay\",\"name\":\"Paid\",\"match\":{\"names\":[\"invoice\",\"SIGNUP\"]}}]}";

static PrnMap *
map_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, sizeof map_text - 1);
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static PrnLog *
log_new (gboolean stages, const char *const *activities)
{
  PrnLogBuilder *builder = prn_log_builder_new (NULL, 1);

  prn_log_builder_set_stage_column (builder, stages);
  for (guint i = 0; activities[i] != NULL; i++)
    prn_log_builder_add (builder, "c", activities[i], i, NULL);
  return prn_log_builder_end (builder);
}

static void
assert_row (GListModel *rows, guint index, const char *activity, guint64 n, const char *meaning)
{
  g_autoptr (PrnActivityRow) row = g_list_model_get_item (rows, index);

  g_assert_cmpstr (prn_activity_row_get_activity (row), ==, activity);
  g_assert_cmpuint (prn_activity_row_get_rows (row), ==, n);
  g_assert_cmpstr (prn_activity_row_get_meaning (row), ==, meaning);
}

/* Most rows first; by name, by id, by listed names, in any case; one activity may be two events. */
static void
test_events (void)
{
  static const char *const activities[] = { "login",  "Signup", " signup ", "Signed Up",
                                            "Invoice", "login",  "login",    NULL };
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (PrnLog) log = log_new (FALSE, activities);
  g_autoptr (GListModel) rows = prn_activity_rows (map, log);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  assert_row (rows, 0, "login", 3, NULL);
  assert_row (rows, 1, "Signup", 2, "Signed up, Paid");
  assert_row (rows, 2, "Signed Up", 1, "Signed up");
  assert_row (rows, 3, "Invoice", 1, "Paid");
  g_assert_cmpuint (prn_activity_rows_matched (rows), ==, 3);
}

/* In a stage log the activities are stages, by name or id. */
static void
test_stages (void)
{
  static const char *const activities[] = { "TRIAL", "free trial", "signup", NULL };
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (PrnLog) log = log_new (TRUE, activities);
  g_autoptr (GListModel) rows = prn_activity_rows (map, log);

  assert_row (rows, 0, "TRIAL", 1, "Free trial");
  assert_row (rows, 1, "free trial", 1, "Free trial");
  assert_row (rows, 2, "signup", 1, NULL);
}

static void
test_without_map (void)
{
  static const char *const activities[] = { "signup", NULL };
  g_autoptr (PrnLog) log = log_new (FALSE, activities);
  g_autoptr (GListModel) rows = prn_activity_rows (NULL, log);

  assert_row (rows, 0, "signup", 1, NULL);
  g_assert_cmpuint (prn_activity_rows_matched (rows), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/activity-row/events", test_events);
  g_test_add_func ("/activity-row/stages", test_stages);
  g_test_add_func ("/activity-row/without-map", test_without_map);

  return g_test_run ();
}
