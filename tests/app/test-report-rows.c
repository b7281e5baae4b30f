/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the panel says of a report, line by line. */

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
    { PRN_PANEL_ROW_ELEMENT, "any", "any", "any stage → Gone", NULL },
  };
  static const Row found[] = {
    { PRN_PANEL_ROW_ELEMENT, "sell", "Sell", "Phase", NULL },
    { PRN_PANEL_ROW_ELEMENT, "leave", "Leaves", "Trial → Gone", NULL },
  };
  g_autoptr (PrnMap) map = map_new ();
  g_autoptr (GListModel) rows = prn_outline_rows (map, NULL);
  g_autoptr (GListModel) some = prn_outline_rows (map, "LE");
  g_autoptr (GListModel) sell = prn_outline_rows (map, "sell");

  assert_rows (rows, expected, G_N_ELEMENTS (expected));
  assert_rows (some, found + 1, 1);
  assert_rows (sell, found, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-rows/report", test_report);
  g_test_add_func ("/report-rows/outline", test_outline);

  return g_test_run ();
}
