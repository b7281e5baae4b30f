/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the panel says of a report, line by line. */

#include "prn-edit-id.h"
#include "prn-edit-relate.h"
#include "prn-map-file.h"
#include "prn-outline.h"
#include "prn-panel-row.h"
#include "prn-report-rows.h"

static const char map_text[] =
    "{\"format\":\"perennial-map\",\"version\":1,\"title\":\"T\",\"description\":\"What it is.\","
    "\"phases\":[{\"id\":\"sell\",\"name\":\"Sell\"}],"
    "\"stages\":[{\"id\":\"gone\",\"name\":\"Gone\",\"role\":\"exit\"},"
    "{\"id\":\"trial\",\"name\":\"Trial\",\"phase\":\"sell\",\"role\":\"entry\",\"owner\":\"Ann\"}],"
    "\"triggers\":[{\"id\":\"leave\",\"from\":\"trial\",\"to\":\"gone\",\"name\":\"Leaves\"},"
    "{\"id\":\"any\",\"from\":\"*\",\"to\":\"gone\"}]}";

static const char report_text[] =
    "{\"kind\":\"replay\",\"as_of\":\"2026-06-30T00:00:00Z\",\"customers\":1500,\"entered\":1200,"
    "\"rows\":{\"read\":4000,\"accepted\":3990,\"rejected\":10,\"after_as_of\":1,\"matched\":3900,"
    "\"unmatched\":89,\"before_entry\":5,\"used\":2400},"
    "\"rejects\":[{\"line\":1234,\"reason\":\"no time\"}],"
    "\"unmatched\":[{\"activity\":\"click\",\"rows\":89}],"
    "\"stages\":[{\"id\":\"gone\",\"customers\":300,\"visits\":300,\"now\":300,\"left\":0,"
    "\"dwell\":{\"p25\":null,\"median\":null,\"p75\":null,\"mean\":null}},"
    "{\"id\":\"trial\",\"customers\":1200,\"visits\":1300,\"now\":900,\"left\":400,"
    "\"dwell\":{\"p25\":86400,\"median\":1555200,\"p75\":null,\"mean\":90000}}],"
    "\"triggers\":[{\"id\":\"leave\",\"fired\":290,\"customers\":280},"
    "{\"id\":\"any\",\"fired\":10,\"customers\":10}],"
    "\"flows\":[],\"off_map\":[{\"from\":null,\"to\":\"gone\",\"moves\":3}],"
    "\"paths\":[{\"stages\":[\"trial\",\"gone\"],\"customers\":300}],\"path_count\":7}";

/* One expected row: kind, id, title, detail, figure. */
typedef struct {
  PrnPanelRowKind kind;
  const char *id, *title, *detail, *figure;
} Row;

static PrnMap *
map_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, sizeof map_text - 1);
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_rows (GListModel *rows, const Row *expected, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (PrnPanelRow) row = g_list_model_get_item (rows, i);

    g_assert_nonnull (row);
    g_test_message ("%u: %s", i, prn_panel_row_get_title (row));
    g_assert_cmpint (prn_panel_row_get_kind (row), ==, expected[i].kind);
    g_assert_cmpstr (prn_panel_row_get_id (row), ==, expected[i].id);
    g_assert_cmpstr (prn_panel_row_get_title (row), ==, expected[i].title);
    g_assert_cmpstr (prn_panel_row_get_detail (row), ==, expected[i].detail);
    g_assert_cmpstr (prn_panel_row_get_figure (row), ==, expected[i].figure);
  }
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
}

static void
test_report (void)
{
  static const Row expected[] = {
    { PRN_PANEL_ROW_HEADING, NULL, "Customers", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "In the log", "As of 30 June 2026", "1,500" },
    { PRN_PANEL_ROW_FACT, NULL, "Entered the map", NULL, "1,200" },
    { PRN_PANEL_ROW_HEADING, NULL, "Stages: customers now", NULL, NULL },
    { PRN_PANEL_ROW_FACT, "gone", "Gone", "300 ever · 300 visits", "300" },
    { PRN_PANEL_ROW_FACT, "trial", "Trial", "1,200 ever · 1,300 visits · median 18 d", "900" },
    { PRN_PANEL_ROW_HEADING, NULL, "Triggers: times fired", NULL, NULL },
    { PRN_PANEL_ROW_FACT, "leave", "Leaves", "Trial → Gone · 280 customers", "290" },
    { PRN_PANEL_ROW_FACT, "any", "Any stage → Gone", "10 customers", "10" },
    { PRN_PANEL_ROW_HEADING, NULL, "Most common paths", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Trial → Gone", "25 %", "300" },
    { PRN_PANEL_ROW_NOTE, NULL, "Of 7 different paths", NULL, NULL },
    { PRN_PANEL_ROW_HEADING, NULL, "Moves that no trigger allows", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Outside → Gone", NULL, "3" },
    { PRN_PANEL_ROW_HEADING, NULL, "Rows accounted for", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Read", NULL, "4,000" },
    { PRN_PANEL_ROW_PART, NULL, "Accepted", NULL, "3,990" },
    { PRN_PANEL_ROW_PART, NULL, "Rejected", NULL, "10" },
    { PRN_PANEL_ROW_FACT, NULL, "Accepted", NULL, "3,990" },
    { PRN_PANEL_ROW_PART, NULL, "Matched an event", NULL, "3,900" },
    { PRN_PANEL_ROW_PART, NULL, "Unmatched", NULL, "89" },
    { PRN_PANEL_ROW_PART, NULL, "After the end of observation", NULL, "1" },
    { PRN_PANEL_ROW_FACT, NULL, "Moved a customer",
      "The row let a customer in or moved one on", "2,400" },
    { PRN_PANEL_ROW_FACT, NULL, "Before entry", "The customer was not on the map yet", "5" },
    { PRN_PANEL_ROW_HEADING, NULL, "Activities that match no event", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "click", NULL, "89" },
    { PRN_PANEL_ROW_HEADING, NULL, "Rejected rows", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Line 1,234", "no time", NULL },
    { PRN_PANEL_ROW_NOTE, NULL, "And 9 more", NULL, NULL },
  };
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (report_text, sizeof report_text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_report_from_json (bytes, &error);
  g_autoptr (GListModel) rows = NULL;
  guint position;

  g_assert_no_error (error);
  rows = prn_report_rows (map, report);
  assert_rows (rows, expected, G_N_ELEMENTS (expected));

  g_assert_true (prn_panel_rows_find (rows, "trial", &position));
  g_assert_cmpuint (position, ==, 5);
  g_assert_false (prn_panel_rows_find (rows, "nothing", &position));
  g_assert_false (prn_panel_rows_find (rows, NULL, &position));
}

/* A report that answers more: its map has targets, a goal and money. */
static const char answers_map[] =
    "{\"format\":\"perennial-map\",\"version\":1,\"title\":\"T\",\"currency\":\"EUR\","
    "\"stages\":[{\"id\":\"a\",\"name\":\"Trial\"},{\"id\":\"b\",\"name\":\"Buyer\",\"role\":\"goal\"},"
    "{\"id\":\"c\",\"name\":\"Gone\",\"role\":\"exit\"}],"
    "\"triggers\":[{\"id\":\"t\",\"name\":\"Buys\",\"from\":\"a\",\"to\":\"b\"}],"
    "\"targets\":[{\"id\":\"half\",\"name\":\"Half buy\",\"of\":\"t\",\"metric\":\"share\","
    "\"within\":\"30d\",\"at_least\":0.5},{\"id\":\"all\",\"name\":\"All come\",\"of\":\"a\","
    "\"metric\":\"reach\",\"at_least\":0.9},{\"id\":\"worth\",\"of\":\"map\","
    "\"metric\":\"lifetime_value\",\"at_least\":40}]}";

static const char answers_report[] =
    "{\"kind\":\"replay\",\"as_of\":\"2026-06-30T00:00:00Z\",\"customers\":100,\"entered\":100,"
    "\"stages\":[{\"id\":\"a\",\"customers\":100},{\"id\":\"b\",\"customers\":45},"
    "{\"id\":\"c\",\"customers\":5}],"
    "\"triggers\":[{\"id\":\"t\",\"fired\":45,\"customers\":45,\"share\":0.475,"
    "\"delay\":{\"median\":864000}}],"
    "\"targets\":[{\"id\":\"half\",\"actual\":0.46,\"interval\":{\"low\":0.4,\"high\":0.52},\"met\":false},"
    "{\"id\":\"all\",\"actual\":1,\"interval\":{\"low\":0.96,\"high\":1},\"met\":true},"
    "{\"id\":\"worth\",\"actual\":null,\"met\":null}],"
    "\"conversions\":[{\"from\":null,\"to\":[\"b\"],\"plain\":{\"of\":100,\"with\":45,\"share\":0.45,"
    "\"interval\":{\"low\":0.356,\"high\":0.548}},\"matured\":[{\"within\":2592000,\"of\":80,\"with\":36,"
    "\"share\":0.45,\"interval\":{\"low\":0.346,\"high\":0.559},\"estimated\":0.5}],\"curve\":[{\"seconds\":86400,"
    "\"share\":0.5,\"interval\":{\"low\":0.4,\"high\":0.6}}],\"time\":{\"median\":86400}}],"
    "\"cohorts\":[{\"month\":\"2026-05\",\"customers\":100,\"active\":[1,0.95]}],"
    "\"months\":[{\"month\":\"2026-05\",\"new\":100,\"returning\":0,\"resurrected\":0,\"dormant\":0}],"
    "\"money\":{\"revenue\":5000,\"cost\":1250.5,\"lifetime_value\":37.5,"
    "\"interval\":{\"low\":30,\"high\":45}},"
    "\"losses\":[{\"stage\":\"c\",\"visits\":5,\"stayed\":4,\"next\":[{\"from\":\"c\",\"to\":\"a\",\"moves\":1}],"
    "\"activities\":[{\"activity\":\"called\",\"rows\":3}]}],"
    "\"segments\":[{\"id\":\"s\",\"name\":\"Firms\",\"entered\":40,\"stages\":[{\"id\":\"a\",\"customers\":40},"
    "{\"id\":\"b\",\"customers\":30},{\"id\":\"c\",\"customers\":0}]},{\"id\":null,\"name\":\"\"}]}";

static void
test_answers (void)
{
  static const Row expected[] = {
    { PRN_PANEL_ROW_HEADING, NULL, "Targets: 1 of 3 met", NULL, NULL },
    { PRN_PANEL_ROW_NEAR, "t", "Half buy",
      "Buys in 30 d: ≥ 50 % asked, nearly met · 95 %: 40.0–52.0 %", "≈ 46.0 %" },
    { PRN_PANEL_ROW_MET, "a", "All come",
      "Reach of Trial: ≥ 90 % asked, met · 95 %: 96.0–100.0 %", "✓ 100.0 %" },
    { PRN_PANEL_ROW_UNKNOWN, NULL, "worth", "Lifetime value: ≥ 40 EUR asked, not known yet", "–" },
    { PRN_PANEL_ROW_FACT, "t", "Buys",
      "Trial → Buyer · 47.5 % of visits, median 10 d · 45 customers", "45" },
    { PRN_PANEL_ROW_HEADING, NULL, "How many get there, and how fast", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "First entry → Buyer",
      "Estimated, with those observed too briefly (40.0–60.0)", "50.0 %" },
    { PRN_PANEL_ROW_CHART, NULL,
      "Curve of those who have done it: half after 24 h, 50 % after 24 h.", NULL, NULL },
    { PRN_PANEL_ROW_PART, NULL, "So far", "of all 100 (35.6–54.8)", "45.0 %" },
    { PRN_PANEL_ROW_PART, NULL, "Within 30 d", "of 80 observed that long (34.6–55.9) · estimated 50.0 %",
      "45.0 %" },
    { PRN_PANEL_ROW_HEADING, NULL, "Cohorts by month of entry", NULL, NULL },
    { PRN_PANEL_ROW_HEADING, NULL, "Customers by month", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Revenue", NULL, "5,000 EUR" },
    { PRN_PANEL_ROW_FACT, NULL, "Cost", NULL, "1,250.50 EUR" },
    { PRN_PANEL_ROW_FACT, NULL, "Lifetime value", "Of a customer who entered · 95 %: 30–45",
      "37.50 EUR" },
    { PRN_PANEL_ROW_HEADING, NULL, "What those who left did next", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Gone", NULL, "5" },
    { PRN_PANEL_ROW_PART, NULL, "Stayed", "80 %", "4" },
    { PRN_PANEL_ROW_PART, NULL, "Went on to Trial", "20 %", "1" },
    { PRN_PANEL_ROW_PART, NULL, "Rows: called", NULL, "3" },
    { PRN_PANEL_ROW_HEADING, NULL, "Segments side by side", NULL, NULL },
    { PRN_PANEL_ROW_FACT, NULL, "Customers who entered", NULL, "100" },
    { PRN_PANEL_ROW_PART, NULL, "Firms", NULL, "40" },
    { PRN_PANEL_ROW_FACT, NULL, "Reach Buyer", NULL, "45.0 %" },
    { PRN_PANEL_ROW_PART, NULL, "Firms", NULL, "75.0 %" },
    { PRN_PANEL_ROW_PART, NULL, "(no value)", NULL, "–" },
    { PRN_PANEL_ROW_FACT, NULL, "Targets met", NULL, "1 of 3" },
  };
  g_autoptr (GBytes) map_bytes = g_bytes_new_static (answers_map, sizeof answers_map - 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (answers_report, sizeof answers_report - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_parse (map_bytes, NULL, &error);
  g_autoptr (PrnReport) report = prn_report_from_json (bytes, NULL);
  g_autoptr (GListModel) rows = prn_report_rows (map, report);
  guint n = g_list_model_get_n_items (rows), next = 0, position;

  g_assert_no_error (error);
  for (guint i = 0; i < n && next < G_N_ELEMENTS (expected); i++) {
    g_autoptr (PrnPanelRow) row = g_list_model_get_item (rows, i);
    const Row *wanted = &expected[next];

    g_test_message ("%s | %s | %s", prn_panel_row_get_title (row), prn_panel_row_get_detail (row),
                    prn_panel_row_get_figure (row));
    next += prn_panel_row_get_kind (row) == wanted->kind &&
            g_strcmp0 (prn_panel_row_get_id (row), wanted->id) == 0 &&
            g_strcmp0 (prn_panel_row_get_title (row), wanted->title) == 0 &&
            g_strcmp0 (prn_panel_row_get_detail (row), wanted->detail) == 0 &&
            g_strcmp0 (prn_panel_row_get_figure (row), wanted->figure) == 0;
    g_assert_true ((prn_panel_row_get_kind (row) == PRN_PANEL_ROW_CHART) ==
                   (prn_panel_row_get_chart (row) != NULL));
  }
  if (next < G_N_ELEMENTS (expected))
    g_error ("not in the rows, or not in this order: %s", expected[next].title);

  /* A stage is found at its own row, not at its target. */
  g_assert_true (prn_panel_rows_find (rows, "a", &position));
  {
    g_autoptr (PrnPanelRow) row = g_list_model_get_item (rows, position);

    g_assert_cmpint (prn_panel_row_get_kind (row), ==, PRN_PANEL_ROW_FACT);
  }
}

static void
test_outline (void)
{
  static const Row expected[] = {
    { PRN_PANEL_ROW_HEADING, "sell", "Sell", NULL, NULL },
    { PRN_PANEL_ROW_ELEMENT, "trial", "Trial", "Ann", "Entry" },
    { PRN_PANEL_ROW_HEADING, NULL, "Other stages", NULL, NULL },
    { PRN_PANEL_ROW_ELEMENT, "gone", "Gone", NULL, "Exit" },
    { PRN_PANEL_ROW_HEADING, NULL, "Triggers", NULL, NULL },
    { PRN_PANEL_ROW_ELEMENT, "leave", "Leaves", "Trial → Gone", NULL },
    { PRN_PANEL_ROW_ELEMENT, "any", "any stage → Gone", NULL, NULL },
  };
  static const Row found[] = {
    { PRN_PANEL_ROW_ELEMENT, "sell", "Sell", "Phase", NULL },
    { PRN_PANEL_ROW_ELEMENT, "leave", "Leaves", "Trial → Gone", NULL },
  };
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (GListModel) rows = prn_outline_rows (map, NULL, NULL);
  g_autoptr (GListModel) some = prn_outline_rows (map, "LE", NULL);
  g_autoptr (GListModel) sell = prn_outline_rows (map, "sell", NULL);

  assert_rows (rows, expected, G_N_ELEMENTS (expected));
  assert_rows (some, found + 1, 1);
  assert_rows (sell, found, 1);
}

/* What was found stays while it is worked on, also under a new name and id; a new search is new. */
static void
test_found_stays (void)
{
  static const Row shown[] = {
    { PRN_PANEL_ROW_ELEMENT, "paying", "Paying", "Ann", "Entry" },
  };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (GListModel) before = prn_outline_rows (map, "tri", found);
  g_autoptr (PrnMap) renamed = prn_edit_rename (map, "trial", "Paying");
  g_autoptr (PrnMap) with_id = prn_edit_set_id (renamed, "trial", "paying", NULL);
  g_autoptr (GListModel) after = NULL;
  g_autoptr (GListModel) again = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (before), ==, 1);
  prn_outline_follow (found, map, renamed);
  prn_outline_follow (found, renamed, with_id);
  after = prn_outline_rows (with_id, "tri", found);
  assert_rows (after, shown, 1);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 1);

  g_hash_table_remove_all (found);
  again = prn_outline_rows (with_id, "tri", found);
  g_assert_cmpuint (g_list_model_get_n_items (again), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-rows/report", test_report);
  g_test_add_func ("/report-rows/answers", test_answers);
  g_test_add_func ("/report-rows/outline", test_outline);
  g_test_add_func ("/report-rows/found-stays", test_found_stays);

  return g_test_run ();
}
