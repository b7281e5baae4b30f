/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-csv.h"
#include "prn-report-text.h"

#include <string.h>

#include "prn-text-table.h"
#include "whole-report.h"

static void
check_lines (const char *text, const char *const *expected, guint n)
{
  g_test_message ("%s", text);
  for (guint i = 0; i < n; i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("not in the report: %s", expected[i]);
}

static void
test_text (void)
{
  static const char *const expected[] = {
    "Shop\n2,001 customers, 2,000 of them entered, observed until 2026-11-21T10:00:00Z\n",
    "Targets (1 of 4 met, 1 more within what chance explains)\n",
    "  ✓  Enough pay  reach of 顧客                  ≥ 65 %  68.0 %  65.9–70.0 %\n",
    "  ✗  fast        median stay in Trial            ≤ 5 d     7 d      6 d–8 d\n",
    "  ≈  near        quits in 90 d                   ≤ 6 %   6.2 %    5.0–7.8 %\n",
    "  –  later       lifetime value, Small firms  ≥ 40 EUR       –\n",
    "  rejected                                 1    0.0 %\n",
    "  matched no event                        12    0.3 %\n",
    "  seen in the stage they are drawn in          93.8 %\n",
    "     7  time: \"soon\", a time is expected\n",
    "  Trial      2,000  100.0 %  99.8–100.0   2,040    640  ████████████████\n",
    "  顧客       1,360   68.0 %   65.9–70.0   1,400  1,280  ██████████▉\n",
    "  Trial  1,400          24 h      7 d              -  6.9 d  ████████████████\n",
    "  顧客     120             -        -              -      -\n",
    "  Trial\n    Buys → 顧客      1,360  73.1 %  71.0–75.2    6 d  ███████████▊\n",
    "    → Left              80   6.2 %    5.0–7.8   60 d  █\n",
    "    Returns → Trial      0   0.0 %    0.0–0.0      -\n",
    "  First entry → 顧客\n",
    "    within 1 w      1,900  36.8 %  34.7–39.0    45.0 %  42.8–47.3  ███████▎\n",
    "    within 30 d     1,500  70.0 %  67.6–72.3    70.0 %  67.7–72.2  ███████████▎\n",
    "    so far          2,000  68.0 %  65.9–70.0    75.0 %  72.5–77.4  ████████████\n",
    "    time to it: a quarter by 2 d, half by 10 d, three quarters by 3 mo\n",
    "  entered  customers    0   1   2   3\n  2026-08        900  100  99  96  95\n"
    "  2026-09        700  100  98  97\n  2026-10        300  100\n",
    "  2026-10  300      1,400           20      150  ███████████████▋\n",
    "  2026-11  100      1,600           60           ████████████████\n",
    "  revenue         125,001 EUR\n",
    "  lifetime value    50.00 EUR  95 %: 47.50–52.50\n",
    "  Left           80\n    stayed       75  93.8 %  ███████████████\n",
    "  Rows of customers in Left: called (12), login (7)\n",
    "                               all  Small firms  (no value)\n",
    "    reach 顧客              68.0 %       90.7 %",
    "  targets met               1 of 4       1 of 4      1 of 4\n",
    "Scenario: A faster start\n",
    "  reach 顧客        68.00 %    72.00 %     +4.00 %     +3.00 to +5.00 %  *\n",
    "  lifetime value  50.00 EUR  55.50 EUR   +5.50 EUR  −0.50 to +11.50 EUR\n",
    "  (entry)  →  Trial  2,000  ████████████████\n",
    "  顧客  →  Trial     40  ████████████████\n",
    "      1,280  64.0 %  Trial → 顧客\n",
    "  called    12  ████████████████\n",
  };
  g_autoptr (PrnMap) map = whole_report_map ();
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autofree char *text = prn_report_to_text (report, map, NULL);

  check_lines (text, expected, G_N_ELEMENTS (expected));
}

/* What is not known, or did not happen, is not spoken of. */
static void
test_text_empty (void)
{
  static const char *const absent[] = { "Targets", "Rejected", "Triggers", "Conversion",
                                        "Cohorts", "by month", "Money",    "left did next",
                                        "Segments", "Scenario", "Moves",   "Paths",
                                        "Activities", "leave a stage" };
  static const char json[] = "{\"kind\": \"replay\", \"as_of\": \"2026-01-01\","
                             " \"stages\": [{\"id\": \"a\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (PrnReport) report = prn_report_from_json (bytes, NULL);
  g_autofree char *text = prn_report_to_text (report, NULL, NULL);

  g_assert_nonnull (strstr (text, "Rows\n"));
  g_assert_nonnull (strstr (text, "Stages"));
  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    if (strstr (text, absent[i]) != NULL)
      g_error ("in an empty report: %s", absent[i]);
}

static void
test_text_without_map (void)
{
  static const char *const expected[] = { "\n  trial ", "  buys     1,360  73.1 %", "trial → paid" };
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autofree char *text = prn_report_to_text (report, NULL, NULL);

  check_lines (text, expected, G_N_ELEMENTS (expected));
  g_assert_null (strstr (text, "Targets"));
}

static void
test_text_ascii (void)
{
  static const PrnReportTextOptions options = { .ascii = TRUE };
  static const char *const expected[] = { "trial -> paid", "  ###########\n", "65.9-70.0",
                                          "-0.50 to +11.50" };
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autofree char *text = prn_report_to_text (report, NULL, &options);

  g_assert_true (g_str_is_ascii (text));
  check_lines (text, expected, G_N_ELEMENTS (expected));
}

static void
test_text_ascii_targets (void)
{
  static const PrnReportTextOptions options = { .ascii = TRUE };
  static const char *const expected[] = { "  +  Enough pay", ">= 65 %", "  x  fast", "  ~  near" };
  g_autoptr (PrnMap) map = whole_report_map ();
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autofree char *text = prn_report_to_text (report, map, &options);

  check_lines (text, expected, G_N_ELEMENTS (expected));
}

/* Of a whole report no line is longer than a terminal of 80. */
static void
test_text_at_80 (void)
{
  const PrnReportTextOptions options = { .columns = 80 };
  g_autoptr (PrnMap) map = whole_report_map ();
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autofree char *text = prn_report_to_text (report, map, &options);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpuint (prn_text_table_width (*line), <=, 80);
}

static void
test_text_fits (void)
{
  static const guint widths[] = { 80, 100, 120 };
  char *long_name = g_strnfill (4000, 'x');
  g_autoptr (PrnReport) whole = whole_report_new ();
  PrnReport report = *whole;
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

static char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_csv (void)
{
  static const struct {
    const char *name;
    const char *csv;
  } rows[] = {
    { "summary", "kind,as_of,customers,entered,path_count,expected\n"
                 "replay,2026-11-21T10:00:00Z,2001,2000,3,0.9375\n" },
    { "rows", "read,accepted,rejected,after_as_of,matched,unmatched,before_entry,used\n"
              "3624,3623,1,0,3611,12,0,3360\n" },
    { "rejects", "line,reason\n7,\"time: \"\"soon\"\", a time is expected\"\n" },
    { "unmatched", "activity,rows\ncalled,12\n" },
    { "stages", "id,customers,visits,now,left,dwell_p25,dwell_median,dwell_p75,dwell_mean,reach,"
                "reach_low,reach_high,here,here_low,here_high,each,each_low,each_high\n"
                "trial,2000,2040,640,1400,86400,604800,,599279.4,1,0.998,1,0.32,0.3,0.341,1.02,"
                "1.01,1.03\n" },
    { "triggers", "id,fired,customers,share,share_low,share_high,delay_p25,delay_median,"
                  "delay_p75\nbuys,1360,1300,0.731,0.71,0.752,86400,518400,1209600\n" },
    { "flows", "from,to,moves\n,trial,2000\ntrial,paid,1360\n" },
    { "off_map", "from,to,moves\npaid,trial,40\n" },
    { "paths", "stages,customers\ntrial > paid,1280\n" },
    { "cohorts", "entered,month,customers,active\n2026-08,0,900,1\n2026-08,1,900,0.99\n" },
    { "months", "month,new,returning,resurrected,dormant\n2026-08,900,0,0,0\n" },
    { "money", "revenue,cost,lifetime_value,lifetime_value_low,lifetime_value_high,discounted\n"
               "125000.5,25000.25,50.000125,47.5,52.5,\n" },
    { "targets", "id,actual,low,high,met\nenough,0.68,0.659,0.7,true\n"
                 "fast,604800,518400,691200,false\nnear,0.0625,0.05,0.0775,false\nlater,,,,\n" },
    { "conversions", "from,to,within,of,with,share,low,high,estimated,estimated_low,"
                     "estimated_high\n,paid,,2000,1360,0.68,0.659,0.7,0.75,0.725,0.774\n"
                     ",paid,604800,1900,700," },
    { "curves", "from,to,seconds,share,low,high\n,paid,86400,0.2,0.183,0.218\n" },
    { "losses", "stage,what,item,count\nleft,stayed,,75\nleft,moved,trial,5\nleft,rows,called,12\n"
                "left,rows,login,7\n" },
    { "differences", "scenario,of,metric,base,with,difference,low,high\n"
                     "faster,paid,reach,0.68,0.72,0.04,0.03,0.05\n" },
    { "segments", "segment,table,item,measure,value\nsmall,summary,,kind,replay\n" },
    { "scenarios", "scenario,table,item,measure,value\nfaster,summary,,kind,replay\n" },
  };
  g_autoptr (PrnReport) report = whole_report_new ();

  g_assert_cmpuint (prn_report_n_tables (), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = prn_report_table_to_csv (report, i);
    g_autofree char *text = text_of (bytes);

    g_assert_cmpstr (prn_report_table_name (i), ==, rows[i].name);
    if (!g_str_has_prefix (text, rows[i].csv))
      g_error ("%s: expected\n%sfound\n%s", rows[i].name, rows[i].csv, text);
  }
}

/* Every line of a table has as many cells as its head; no cell of these has a comma. */
static void
test_csv_is_tidy (void)
{
  g_autoptr (PrnReport) report = whole_report_new ();

  for (guint i = 0; i < prn_report_n_tables (); i++) {
    g_autoptr (GBytes) bytes = prn_report_table_to_csv (report, i);
    g_autofree char *text = text_of (bytes);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint commas = 0;

    for (const char *p = lines[0]; *p != '\0'; p++)
      commas += *p == ',';
    for (char **line = lines + 1; *line != NULL && **line != '\0'; line++) {
      guint n = 0;

      if (strchr (*line, '"') != NULL)
        continue;
      for (const char *p = *line; *p != '\0'; p++)
        n += *p == ',';
      g_assert_cmpuint (n, ==, commas);
    }
  }
}

static void
test_csv_in_one (void)
{
  static const char *const expected[] = {
    "table,item,measure,value\n",
    "summary,,customers,2001\n",
    "rows,,read,3624\n",
    "stages,trial,dwell_median,604800\n",
    "stages,paid,dwell_median,\n",
    "flows, > trial,moves,2000\n",
    "flows,trial > paid,moves,1360\n",
    "paths,trial > paid,customers,1280\n",
    "cohorts,2026-08 > 1,active,0.99\n",
    "conversions, > paid > 604800,of,1900\n",
    "targets,near,met,false\n",
    "differences,faster > map > lifetime_value,difference,5.499875\n",
    "segments.summary,small,entered,1500\n",
    "segments.stages,small > paid,customers,1360\n",
    "segments.stages, > paid,customers,1360\n",
    "scenarios.money,faster,revenue,125000.5\n",
  };
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autoptr (GBytes) bytes = prn_report_to_csv (report);
  g_autofree char *text = text_of (bytes);

  check_lines (text, expected, G_N_ELEMENTS (expected));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-text/sections", test_text);
  g_test_add_func ("/report-text/without-map", test_text_without_map);
  g_test_add_func ("/report-text/ascii", test_text_ascii);
  g_test_add_func ("/report-text/ascii-targets", test_text_ascii_targets);
  g_test_add_func ("/report-text/empty", test_text_empty);
  g_test_add_func ("/report-text/at-80", test_text_at_80);
  g_test_add_func ("/report-text/fits", test_text_fits);
  g_test_add_func ("/report-csv/tables", test_csv);
  g_test_add_func ("/report-csv/is-tidy", test_csv_is_tidy);
  g_test_add_func ("/report-csv/in-one", test_csv_in_one);

  return g_test_run ();
}
