/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "log-test.h"
#include "prn-error.h"

static const char xes[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- a log -->\n"
    "<log xes.version=\"1.0\" xmlns=\"http://www.xes-standard.org/\">\n"
    "  <extension name=\"Concept\" prefix=\"concept\" "
    "uri=\"http://www.xes-standard.org/concept.xesext\"/>\n"
    "  <global scope=\"trace\"><string key=\"concept:name\" value=\"none\"/></global>\n"
    "  <global scope=\"event\"><string key=\"concept:name\" value=\"none\"/><date "
    "key=\"time:timestamp\" value=\"1970-01-01T00:00:00\"/></global>\n"
    "  <classifier name=\"Activity\" keys=\"concept:name\"/>\n"
    "  <string key=\"concept:name\" value=\"the log\"/>\n"
    "  <trace>\n"
    "    <string key=\"concept:name\" value=\"case 1\"/>\n"
    "    <string key=\"channel\" value=\"web &amp; &lt;shop&gt;\"><string key=\"inner\" "
    "value=\"not this\"/></string>\n"
    "    <event>\n"
    "      <string key=\"concept:name\" value=\"buy\"><string key=\"concept:name\" value=\"not "
    "this\"/></string>\n"
    "      <date key=\"time:timestamp\" value=\"1970-01-02T01:00:00.000+01:00\"/>\n"
    "      <string key=\"lifecycle:transition\" value=\"complete\"/>\n"
    "      <int key=\"amount\" value=\"5\"/>\n"
    "      <list key=\"things\"><values><string key=\"concept:name\" value=\"not "
    "this\"/></values></list>\n"
    "    </event>\n"
    "    <event>\n"
    "      <date key=\"time:timestamp\" value=\"1970-01-01T00:00:00Z\"/>\n"
    "      <string key=\"lifecycle:transition\" value=\"start\"/>\n"
    "      <string key=\"concept:name\" value=\"visit\"/>\n"
    "    </event>\n"
    "  </trace>\n"
    "  <trace>\n"
    "    <event><string key=\"concept:name\" value=\"buy\"/><date key=\"time:timestamp\" "
    "value=\"1970-01-01\"/></event>\n"
    "  </trace>\n"
    "  <trace>\n"
    "    <string key=\"concept:name\" value=\"case 2\"/>\n"
    "    <event><string key=\"concept:name\" value=\"a,&quot;b&quot;\"/><date "
    "key=\"time:timestamp\" value=\"1970-01-03\"/><string key=\"late\" value=\"x\"/></event>\n"
    "    <event><string key=\"concept:name\" value=\"e\"/></event>\n"
    "  </trace>\n"
    "</log>\n";

static void
test_read (void)
{
  const char *kept[] = { "lifecycle:transition", "case:channel", "late", NULL };
  PrnLogOptions options = { .columns = kept };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read (xes, -1, &options, &guess, &error);
  g_autofree char *text = NULL;
  g_autofree char *columns = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (guess->format, ==, "xes");
  columns = g_strjoinv (" ", guess->columns);
  g_assert_cmpstr (columns, ==,
                   "case:concept:name concept:name time:timestamp case:channel "
                   "lifecycle:transition amount late");
  g_assert_cmpint (guess->customer, ==, 0);
  g_assert_cmpint (guess->event, ==, 1);
  g_assert_cmpint (guess->time, ==, 2);
  text = prn_test_describe (log);
  g_assert_cmpstr (
      text, ==,
      "case 1 visit@0/19[start][web & <shop>][] buy@86400/12[complete][web & <shop>][]\n"
      "case 2 a,\"b\"@172800/30[][][x]\n"
      "!26 no customer\n!31 no time");
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) packed = prn_test_pack (xes, sizeof xes - 1);
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) plain = prn_test_read (xes, -1, NULL, NULL, NULL);
  g_autoptr (PrnLog) log = prn_test_read (g_bytes_get_data (packed, NULL),
                                          (gssize) g_bytes_get_size (packed), NULL, &guess, &error);
  g_autofree char *expected = prn_test_describe (plain);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (guess->compression, ==, "gzip");
  text = prn_test_describe (log);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_other_columns (void)
{
  PrnLogOptions options = { .customer = "case:channel", .event = "lifecycle:transition" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read (xes, -1, &options, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = prn_test_describe (log);
  g_assert_true (
      g_str_has_prefix (text, "web & <shop> start@0/19 complete@86400/12\n!26 no customer"));
}

/* A column that only a late event has is found when it is named. */
static void
test_late_column (void)
{
  GString *log_text = g_string_new ("<log><trace><string key=\"concept:name\" value=\"c\"/>\n");
  PrnLogOptions options = { .event = "late" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (log_text,
                     "<event><date key=\"time:timestamp\" value=\"1970-01-01\"/></event>\n");
  g_string_append (log_text, "<event><date key=\"time:timestamp\" value=\"1970-01-01\"/><string "
                             "key=\"late\" value=\"x\"/></event></trace></log>");
  log = prn_test_read (log_text->str, (gssize) log_text->len, &options, NULL, &error);
  g_string_free (log_text, TRUE);
  g_assert_no_error (error);
  g_assert_cmpuint (prn_log_n_accepted (log), ==, 1);
  g_assert_cmpuint (prn_log_n_rejected (log), ==, 5000);
}

static void
test_convert (void)
{
  g_autofree char *path = prn_test_file (xes, -1);
  g_autofree char *output = prn_test_file ("", 0);
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) from_xes = prn_test_read (xes, -1, NULL, NULL, NULL);
  g_autoptr (PrnLog) from_csv = NULL;

  g_assert_true (prn_log_convert (path, &(PrnLogOptions){ 0 }, output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (output, &csv, NULL, NULL));
  g_assert_cmpstr (csv, ==,
                   "case:concept:name,concept:name,time:timestamp,case:channel,lifecycle:"
                   "transition,amount,late\n"
                   "case 1,buy,1970-01-02T01:00:00.000+01:00,web & <shop>,complete,5,\n"
                   "case 1,visit,1970-01-01T00:00:00Z,web & <shop>,start,,\n"
                   ",buy,1970-01-01,,,,\n"
                   "case 2,\"a,\"\"b\"\"\",1970-01-03,,,,x\n"
                   "case 2,e,,,,,\n");
  from_csv = prn_test_read (csv, -1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (prn_log_n_accepted (from_csv), ==, prn_log_n_accepted (from_xes));
  g_assert_cmpuint (prn_log_n_rejected (from_csv), ==, prn_log_n_rejected (from_xes));
  prn_test_remove (path);
  prn_test_remove (output);
}

static void
test_convert_csv (void)
{
  g_autofree char *path = prn_test_file (
      "user;event;time\r\nM\xfcller;\"a;\"\"b\"\", c\";1970-01-01\r\n\r\nx;y\r\n", -1);
  g_autofree char *output = prn_test_file ("", 0);
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (prn_log_convert (path, &(PrnLogOptions){ 0 }, output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (output, &csv, NULL, NULL));
  g_assert_cmpstr (csv, ==, "user,event,time\nM\xc3\xbcller,\"a;\"\"b\"\", c\",1970-01-01\nx,y\n");
  prn_test_remove (path);
  prn_test_remove (output);
}

static void
test_errors (void)
{
  static const struct {
    const char *text, *message;
  } rows[] = {
    { "<log><trace><event>", "line 1: " },
    { "<log>\n<trace>\n<event/></tracy></log>", "line 3: " },
    { "<html><body/></html>", "an XES log begins with <log>" },
    { "<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><log>&b;</log>",
      "document type" },
    { "<log><trace><string key=\"concept:name\" value=\"&undefined;\"/></trace></log>",
      "line 1: " },
    { "<?xml version=\"1.0\" encoding=\"KLINGON\"?><log/>", "line 1: " },
    { "<a", "line 1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_test_read (rows[i].text, -1, NULL, NULL, &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == PRN_ERROR);
    g_assert_null (strchr (error->message, '\n'));
    if (strstr (error->message, rows[i].message) == NULL)
      g_error ("row %u: \"%s\" does not say \"%s\"", i, error->message, rows[i].message);
  }
}

static void
test_no_events (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read ("<log/>", -1, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (prn_log_n_read (log), ==, 0);
}

/* Limits keep what is linear in both from growing. */
static void
test_limits (void)
{
  for (guint same = 0; same < 2; same++) {
    GString *text = g_string_new ("<log><trace><event>");
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 10000; i++)
      g_string_append_printf (text, "<string key=\"k%u\" value=\"v\"/>", same ? 0 : i);
    g_string_append (text, "</event></trace></log>");
    g_assert_null (prn_test_read (text->str, (gssize) text->len, NULL, NULL, &error));
    g_assert_nonnull (strstr (error->message, same ? "4,000" : "1,000"));
    g_string_free (text, TRUE);
  }
}

/* Cut anywhere, it is an error or a log, never a crash. */
static void
test_cut (void)
{
  for (gsize size = 1; size + 8 < sizeof xes; size += 7) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnLog) log = prn_test_read (xes, (gssize) size, NULL, NULL, &error);

    g_assert_null (log);
    g_assert_nonnull (error);
  }
}

static void
test_deep (void)
{
  GString *text = g_string_new ("<log>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<trace>");
  g_assert_null (prn_test_read (text->str, (gssize) text->len, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/xes/read", test_read);
  g_test_add_func ("/log/xes/gzip", test_gzip);
  g_test_add_func ("/log/xes/other-columns", test_other_columns);
  g_test_add_func ("/log/xes/late-column", test_late_column);
  g_test_add_func ("/log/xes/convert", test_convert);
  g_test_add_func ("/log/xes/convert-csv", test_convert_csv);
  g_test_add_func ("/log/xes/errors", test_errors);
  g_test_add_func ("/log/xes/no-events", test_no_events);
  g_test_add_func ("/log/xes/limits", test_limits);
  g_test_add_func ("/log/xes/cut", test_cut);
  g_test_add_func ("/log/xes/deep", test_deep);
  return g_test_run ();
}
