/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns that are named, kept or guessed for what they hold. */

#include <string.h>

#include "log-test.h"
#include "prn-error.h"

/* Given columns, by name, number and other case; kept ones, and one that is not there. */
static void
test_columns (void)
{
  const char *kept[] = { "plan", "#5", "none", "time", NULL };
  PrnLogOptions options = { .customer = "#2", .event = "WHAT", .time = "time", .columns = kept };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read ("time,x,what,plan,\"a \"\"b\"\"\"\n1970-01-01,u,e,\" pro "
                                          "\",1\n1970-01-02,u,e,,\n1970-01-03,u,e,PRO,\"2\"\n",
                                          -1, &options, &guess, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = prn_test_describe (log);
  g_assert_cmpstr (
      text, ==,
      "u e@0/2[pro][1][][1970-01-01] e@86400/3[][][][1970-01-02] e@172800/4[PRO][2][][1970-01-03]");
  g_assert_cmpint (prn_log_column (log, "a \"b\""), ==, 1);
  g_assert_cmpint (prn_log_column (log, "#4"), ==, 0);
  g_assert_cmpint (prn_log_column (log, "#5"), ==, 1);
  g_assert_cmpint (prn_log_column (log, "x"), ==, -1);
  g_assert_cmpuint (prn_log_n_values (log, 0), ==, 3);
  g_assert_false (prn_log_has_stage_column (log));
}

static void
test_stage_column (void)
{
  PrnLogOptions options = { .stage_column = "status" };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (PrnLog) log =
      prn_test_read ("user,event,status,time\nu,,Trial,1970-01-01\nu,x,Paid,1970-01-02\n", -1,
                     &options, &guess, NULL);
  g_autofree char *text = prn_test_describe (log);

  g_assert_cmpstr (text, ==, "u Trial@0/2 Paid@86400/3");
  g_assert_true (prn_log_has_stage_column (log));
  g_assert_cmpint (guess->stage, ==, 2);
  g_assert_cmpint (guess->event, ==, -1);
}

/* A column `stage` where nothing better says what happened; `trigger` beside it. */
static void
test_guessed_stage_column (void)
{
  static const struct {
    const char *header;
    PrnLogOptions options;
    int event, stage, trigger;
  } rows[] = {
    { "customer,stage,time,trigger,segment", { NULL }, -1, 1, 3 },
    { "customer,Stage,time,segment,TRIGGER", { NULL }, -1, 1, 4 },
    { "customer,stage,time,trigger,event", { NULL }, 4, -1, -1 },
    { "customer,stage,time,trigger,segment", { .event = "stage" }, 1, -1, -1 },
    { "customer,event,time,by,stage", { .stage_column = "stage" }, -1, 4, -1 },
    { "customer,stage,time,by,trigger", { .trigger_column = "by" }, -1, 1, 3 },
    { "customer,stage,time,trigger,type", { .stage_column = "type" }, -1, 4, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        g_strconcat (rows[i].header, "\nu,a,1970-01-01,b,c\nu,b,1970-01-02,b,c\n", NULL);
    g_autoptr (PrnLogGuess) guess = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnLog) log = prn_test_read (text, -1, &rows[i].options, &guess, &error);

    g_assert_no_error (error);
    g_assert_cmpint (guess->event, ==, rows[i].event);
    g_assert_cmpint (guess->stage, ==, rows[i].stage);
    g_assert_cmpint (guess->trigger, ==, rows[i].trigger);
    g_assert_cmpint (prn_log_has_stage_column (log), ==, rows[i].stage >= 0);
    g_assert_cmpint (prn_log_trigger_column (log), ==, rows[i].trigger >= 0 ? 0 : -1);
  }
}

static void
test_trigger_column_needs_stages (void)
{
  PrnLogOptions options = { .trigger_column = "by" };
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_test_read ("user,event,by,time\nu,x,t,1970-01-01\n", -1, &options, NULL, &error));
  g_assert_nonnull (strstr (error->message, "--stage-column"));
}

static void
test_no_header (void)
{
  PrnLogOptions options = { .no_header = TRUE, .customer = "#1", .event = "#2", .time = "#3" };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (PrnLog) log =
      prn_test_read ("user,event,time\nu,e,1970-01-01\n", -1, &options, &guess, NULL);
  g_autofree char *text = prn_test_describe (log);

  g_assert_cmpstr (text, ==, "u e@0/2\n!1 time \"time\" cannot be read");
  g_assert_false (guess->has_header);
  g_assert_cmpstr (guess->columns[2], ==, "#3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/columns/named-and-kept", test_columns);
  g_test_add_func ("/log/columns/stage-column", test_stage_column);
  g_test_add_func ("/log/columns/guessed-stage-column", test_guessed_stage_column);
  g_test_add_func ("/log/columns/trigger-column-needs-stages", test_trigger_column_needs_stages);
  g_test_add_func ("/log/columns/no-header", test_no_header);
  return g_test_run ();
}
