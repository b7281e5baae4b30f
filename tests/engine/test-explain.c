/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-explain.h"

#include "fixture.h"
#include "prn-instant.h"

/* Steps as a text, one a line: day line activity [matched] from>to trigger (why) note {scores} */
static char *
tell (GPtrArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++) {
    const PrnExplainStep *step = g_ptr_array_index (steps, i);
    g_autofree char *matched = g_strjoinv (",", step->matched);
    g_autofree char *scores = g_strjoinv (",", step->scores);

    g_string_append_printf (text, "%d:%d %s", (int) (step->time / PRN_DAY), (int) step->line,
                            step->activity != NULL ? step->activity : "timer");
    if (*matched != '\0')
      g_string_append_printf (text, " [%s]", matched);
    if (step->to != NULL)
      g_string_append_printf (text, " %s>%s", step->from != NULL ? step->from : "", step->to);
    if (step->trigger != NULL)
      g_string_append_printf (text, " by %s", step->trigger);
    if (step->why != NULL)
      g_string_append_printf (text, " (%s)", step->why);
    if (step->note != NULL)
      g_string_append_printf (text, " %s", step->note);
    if (*scores != '\0')
      g_string_append_printf (text, " {%s}", scores);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
check_story (const char *members,
             const char *rows,
             gboolean is_stage_log,
             gint64 as_of_days,
             const char *story)
{
  static const char *const columns[] = { "plan", NULL };
  g_autoptr (PrnMap) map = fixture_map (members);
  g_autoptr (PrnLog) log = fixture_log (rows, columns, 4, is_stage_log);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnReplayOptions options = { .has_as_of = as_of_days > 0,
                               .as_of = as_of_days * PRN_DAY,
                               .threads = 1 };
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  steps = prn_explain (plan, log, "c", &options, &error);
  g_assert_no_error (error);
  told = tell (steps);
  g_assert_cmpstr (told, ==, story);
}

static const char map_text[] =
    "'stages': [{'id': 'trial', 'role': 'entry', 'enter': {'event': 'signup'}}, {'id': 'paid'},"
    "           {'id': 'vip'}, {'id': 'gone', 'role': 'exit'}],"
    "'events': [{'id': 'signup', 'name': 'Signs up'}, {'id': 'pay', 'name': 'paid an invoice'}],"
    "'scores': [{'id': 'health', 'start': 50, 'half_life': '10d', 'rest': 0,"
    "            'points': [{'event': 'pay', 'points': 10}]}],"
    "'segments': [{'id': 'g', 'name': 'Gold', 'where': [{'column': 'plan', 'op': 'is', 'value': "
    "'gold'}]}],"
    "'triggers': ["
    "{'id': 't', 'from': 'trial', 'to': 'paid', 'when': {'event': 'pay', 'count': 3, 'within': "
    "'30d'}},"
    "{'id': 'v', 'from': 'paid', 'to': 'vip', 'when': {'all': [{'segment': 'g'}, {'any': "
    "[{'score': "
    "'health', 'at_least': 90}, {'event': 'pay', 'since': 'ever'}]}]}},"
    "{'id': 'q', 'from': '*', 'to': 'gone', 'when': {'all': [{'inactive': '10d', 'events': "
    "['pay']}, {'dwell': '2d'}]}}]";

static void
test_story (void)
{
  check_story (
      map_text,
      "c what 1d; c Pay 1d; c signup 2d; c pay 3d; c PAY 4d; d pay 4d; c pay 5d plan=gold; "
      "c hm 6d; c pay 40d",
      FALSE, 30,
      "1:1 what unmatched {health 50}\n"
      "1:2 Pay [pay] before entry {health 60}\n"
      "2:3 signup [signup] >trial (Signs up) {health 55.98}\n"
      "3:4 Pay [pay] {health 62.23}\n"
      "4:5 Pay [pay] {health 68.07}\n"
      "5:7 Pay [pay] trial>paid by t (paid an invoice (3rd within 30 d)) {health 73.51}\n"
      "5:7 Pay paid>vip by v (in segment Gold and paid an invoice (ever)) {health 73.51}\n"
      "6:8 hm unmatched {health 68.58}\n"
      "15:0 timer vip>gone by q (no paid an invoice for 10 d and in the stage for 2 d) "
      "{health 36.75}\n"
      "40:9 Pay [pay] after as-of\n");
}

static void
test_stage_log (void)
{
  check_story (map_text, "c trial 1d; c what 2d; c vip 3d; c gone 4d", TRUE, 0,
               "1:1 trial >trial\n"
               "2:2 what unmatched\n"
               "3:3 vip trial>vip off map\n"
               "4:4 gone vip>gone by q\n");
}

static void
test_nobody (void)
{
  g_autoptr (PrnMap) map = fixture_map (map_text);
  g_autoptr (PrnLog) log = fixture_log ("c pay 1d", NULL, 1, FALSE);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_explain (plan, log, "nobody", NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "“nobody”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/explain/story", test_story);
  g_test_add_func ("/engine/explain/stage-log", test_stage_log);
  g_test_add_func ("/engine/explain/nobody", test_nobody);
  return g_test_run ();
}
