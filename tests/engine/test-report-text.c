/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-csv.h"
#include "prn-report-text.h"

#include <math.h>
#include <string.h>

#include "prn-map-file.h"
#include "prn-text-table.h"

static const char map_text[] =
    "{\"format\": \"perennial-map\", \"version\": 1, \"title\": \"Shop\", \"stages\": ["
    "{\"id\": \"a\", \"name\": \"Visitor\"}, {\"id\": \"b\", \"name\": \"顧客\"}],"
    "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\"}]}";

static PrnMap *
new_map (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, strlen (map_text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);

  return map;
}

/* A report as a small replay makes it; everything in it lives as long as the test. */
static const PrnReport *
small_report (void)
{
  static PrnReportReject rejects[] = { { 7, (char *) "time: \"soon\", a time is expected" } };
  static PrnReportUnmatched unmatched[] = { { (char *) "called\033[2J", 12 } };
  static PrnReportStage stages[] = {
    { .id = (char *) "a", .customers = 2000, .visits = 2000, .now = 640, .left = 1360,
      .p25 = 86400, .median = 604800, .p75 = NAN, .mean = 599279.4 },
    { .id = (char *) "b", .customers = 1360, .visits = 1400, .now = 1400,
      .p25 = NAN, .median = NAN, .p75 = NAN, .mean = NAN },
  };
  static PrnReportTrigger triggers[] = { { .id = (char *) "t", .fired = 1360, .customers = 1300 } };
  static PrnReportFlow flows[] = {
    { NULL, (char *) "a", 2000 },
    { (char *) "a", (char *) "b", 1360 },
  };
  static PrnReportFlow off_map[] = { { (char *) "b", (char *) "a", 3 } };
  static char *path[] = { (char *) "a", (char *) "b", NULL };
  static PrnReportPath paths[] = { { path, 1360 } };
  static PrnReport report = {
    .kind = (char *) "replay",
    .as_of = 0,
    .customers = 2001,
    .entered = 2000,
    .rows = { 3624, 3623, 1, 0, 3611, 12, 0, 3360 },
    .n_rejects = 1,
    .rejects = rejects,
    .n_unmatched = 1,
    .unmatched = unmatched,
    .n_stages = 2,
    .stages = stages,
    .n_triggers = 1,
    .triggers = triggers,
    .n_flows = 2,
    .flows = flows,
    .n_off_map = 1,
    .off_map = off_map,
    .n_paths = 1,
    .paths = paths,
    .path_count = 2,
  };

  return &report;
}

static void
test_text (void)
{
  static const char *const expected[] = {
    "Shop\n",
    "2,001 customers, 2,000 of them entered, observed until 1970-01-01T00:00:00Z\n",
    "  read                          3,624\n",
    "  rejected                          1    0.0 %\n",
    "  matched no event                 12    0.3 %\n",
    "     7  time: \"soon\", a time is expected\n",
    "  Visitor      2,000   2,000  1,360    640          7 d  ████████████████\n",
    "  顧客         1,360   1,400      0  1,400            -  ██████████▉\n",
    "  Visitor → 顧客  1,360      1,300  ████████████████\n",
    "  (entry)  →  Visitor  2,000  ████████████████\n",
    "  顧客  →  Visitor      3  ████████████████\n",
    "      1,360  68.0 %  Visitor → 顧客\n",
    "  called [2J    12  ████████████████\n",
  };
  g_autoptr (PrnMap) map = new_map ();
  g_autofree char *text = prn_report_to_text (small_report (), map, NULL);

  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("not in the report: %s", expected[i]);
}

static void
test_text_without_map (void)
{
  g_autofree char *text = prn_report_to_text (small_report (), NULL, NULL);

  g_assert_nonnull (strstr (text, "\n  a "));
  g_assert_nonnull (strstr (text, "a → b"));
}

static void
test_text_ascii (void)
{
  static const PrnReportTextOptions options = { .ascii = TRUE };
  g_autofree char *text = prn_report_to_text (small_report (), NULL, &options);

  g_assert_true (g_str_is_ascii (text));
  g_assert_nonnull (strstr (text, "a -> b"));
  g_assert_nonnull (strstr (text, "  ###########\n"));
}

static void
test_text_fits (void)
{
  static const guint widths[] = { 60, 80, 100 };
  char *long_name = g_strnfill (4000, 'x');
  PrnReport report = *small_report ();
  PrnReportStage stage = { .id = long_name, .customers = 1, .visits = 1, .left = 1,
                           .p25 = 1, .median = 1, .p75 = 1, .mean = 1 };
  PrnReportFlow flow = { long_name, long_name, 1 };
  char *stages[40] = { 0 };
  PrnReportPath path = { stages, 1 };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (stages); i++)
    stages[i] = long_name;
  report.n_stages = report.n_flows = report.n_paths = 1;
  report.stages = &stage;
  report.flows = &flow;
  report.paths = &path;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    const PrnReportTextOptions options = { .columns = widths[i] };
    g_autofree char *text = prn_report_to_text (&report, NULL, &options);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    for (char **line = lines; *line != NULL; line++)
      g_assert_cmpuint (prn_text_table_width (*line), <=, widths[i] + 20);
    for (char **line = lines; *line != NULL; line++)
      if (strchr (*line, ' ') != NULL && strstr (*line, "xxx") != NULL)
        g_assert_cmpuint (prn_text_table_width (*line), <=, widths[i]);
  }

  g_free (long_name);
}

static void
test_csv (void)
{
  static const struct {
    const char *name;
    const char *csv;
  } rows[] = {
    { "summary", "kind,as_of,customers,entered,path_count\n"
                 "replay,1970-01-01T00:00:00Z,2001,2000,2\n" },
    { "rows", "read,accepted,rejected,after_as_of,matched,unmatched,before_entry,used\n"
              "3624,3623,1,0,3611,12,0,3360\n" },
    { "rejects", "line,reason\n7,\"time: \"\"soon\"\", a time is expected\"\n" },
    { "unmatched", "activity,rows\ncalled\033[2J,12\n" },
    { "stages", "id,customers,visits,now,left,dwell_p25,dwell_median,dwell_p75,dwell_mean\n"
                "a,2000,2000,640,1360,86400,604800,,599279.4\n"
                "b,1360,1400,1400,0,,,,\n" },
    { "triggers", "id,fired,customers\nt,1360,1300\n" },
    { "flows", "from,to,moves\n,a,2000\na,b,1360\n" },
    { "off_map", "from,to,moves\nb,a,3\n" },
    { "paths", "stages,customers\na > b,1360\n" },
  };

  g_assert_cmpuint (prn_report_n_tables (), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = prn_report_table_to_csv (small_report (), i);
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    g_assert_cmpstr (prn_report_table_name (i), ==, rows[i].name);
    g_assert_cmpstr (text, ==, rows[i].csv);
  }
}

static void
test_csv_in_one (void)
{
  static const char *const expected[] = {
    "table,item,measure,value\n",     "summary,,customers,2001\n",    "rows,,read,3624\n",
    "stages,a,dwell_median,604800\n", "stages,b,dwell_median,\n",     "flows, > a,moves,2000\n",
    "flows,a > b,moves,1360\n",       "paths,a > b,customers,1360\n",
  };
  g_autoptr (GBytes) bytes = prn_report_to_csv (small_report ());
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("not in the table: %s", expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-text/sections", test_text);
  g_test_add_func ("/report-text/without-map", test_text_without_map);
  g_test_add_func ("/report-text/ascii", test_text_ascii);
  g_test_add_func ("/report-text/fits", test_text_fits);
  g_test_add_func ("/report-csv/tables", test_csv);
  g_test_add_func ("/report-csv/in-one", test_csv_in_one);

  return g_test_run ();
}
