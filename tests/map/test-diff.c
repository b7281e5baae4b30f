/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each case is a map before and after, as a few lines of a file, and what is said about it. */

#include <string.h>

#include "prn-diff.h"
#include "prn-map-file.h"

static PrnMap *
parse (const char *members)
{
  g_autofree char *text =
      g_strdup_printf ("{\"format\":\"perennial-map\",\"version\":1%s%s}", *members ? "," : "",
                       members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

#define STAGES(list) "\"stages\":[" list "]"
#define TRIAL(members) STAGES ("{\"id\":\"trial\",\"name\":\"Trial\"" members "}")
#define PAIR \
  STAGES ("{\"id\":\"trial\",\"name\":\"Trial\"},{\"id\":\"paying\",\"name\":\"Paying\"}")
#define FIVE(order) STAGES (order)
#define S(id) "{\"id\":\"" id "\"}"
#define TARGET(members) "\"targets\":[{\"id\":\"t\",\"of\":\"map\"," members "}]"
#define SCENARIO(set) TRIAL () ",\"scenarios\":[{\"id\":\"s\",\"set\":[" set "]}]"

static const struct {
  const char *older, *newer;
  const char *words; /* a sentence to a line */
} cases[] = {
  { TRIAL (), TRIAL (), "" },
  { TRIAL (",\"owner\":\"Sales\""), TRIAL (",\"owner\":\"Growth\""),
    "Stage \"Trial\": owner was \"Sales\", is now \"Growth\"." },
  { TRIAL (), TRIAL (",\"owner\":\"Growth\""), "Stage \"Trial\": owner set to \"Growth\"." },
  { TRIAL (",\"owner\":\"Sales\""), TRIAL (),
    "Stage \"Trial\": owner removed, was \"Sales\"." },
  { TRIAL (), STAGES ("{\"id\":\"trial\",\"name\":\"Free trial\"}"),
    "Stage \"Trial\" renamed to \"Free trial\"." },
  { TRIAL (",\"position\":{\"x\":0,\"y\":0}"), TRIAL (",\"position\":{\"x\":40,\"y\":20.5}"),
    "Stage \"Trial\" moved from (0, 0) to (40, 20.5)." },
  { TRIAL (), TRIAL (",\"size\":{\"w\":300,\"h\":96}"),
    "Stage \"Trial\": size was 200 × 96, is now 300 × 96." },
  { TRIAL (), TRIAL (",\"revenue_per_month\":12.5"),
    "Stage \"Trial\": revenue per month was 0, is now 12.5." },
  { TRIAL (",\"channels\":[\"email\",\"fax\"]"), TRIAL (",\"channels\":[\"email\",\"web\"]"),
    "Stage \"Trial\": channels \"web\" added, \"fax\" removed." },
  { TRIAL (",\"channels\":[\"a\",\"b\"]"), TRIAL (",\"channels\":[\"b\",\"a\"]"),
    "Stage \"Trial\": channels was \"a\", \"b\", is now \"b\", \"a\"." },
  { PAIR,
    PAIR ",\"triggers\":[{\"id\":\"t\",\"name\":\"Subscribes\",\"from\":\"trial\",\"to\":\"paying\"}]",
    "Trigger \"Subscribes\" added (Trial → Paying)." },
  { PAIR ",\"triggers\":[{\"id\":\"t\",\"from\":\"*\",\"to\":\"paying\"}]", PAIR,
    "Trigger \"t\" removed (any stage → Paying)." },
  { PAIR ",\"triggers\":[{\"id\":\"t\",\"from\":\"trial\",\"to\":\"paying\",\"share\":0.07}]",
    PAIR ",\"triggers\":[{\"id\":\"t\",\"from\":\"paying\",\"to\":\"paying\",\"share\":0.5,"
         "\"delay\":{\"fixed\":\"14d\"}}]",
    "Trigger \"t\": from was \"Trial\", is now \"Paying\".\n"
    "Trigger \"t\": share was 7 %, is now 50 %.\n"
    "Trigger \"t\": delay set to {\"fixed\": \"14d\"}." },
  { FIVE (S ("a") "," S ("b") "," S ("c") "," S ("d") "," S ("e")),
    FIVE (S ("a") "," S ("b") "," S ("d") "," S ("e") "," S ("c")),
    "Stages: \"c\" moved from 3rd to 5th." },
  { STAGES (S ("a") "," S ("b")), STAGES (S ("x") "," S ("b")),
    "Stage \"x\" added.\nStage \"a\" removed." },
  { "\"title\":\"A\"", "\"title\":\"B\",\"currency\":\"EUR\",\"population\":{\"customers\":500}",
    "Title was \"A\", is now \"B\".\nCurrency was \"USD\", is now \"EUR\".\n"
    "Population customers was 10000, is now 500." },
  { "\"events\":[{\"id\":\"e\"}]", "\"events\":[{\"id\":\"e\",\"match\":{\"names\":[\"a\"]}}]",
    "Event \"e\": match names set to \"a\"." },
  { TARGET ("\"metric\":\"goal_share\",\"at_least\":0.4"),
    TARGET ("\"metric\":\"median_dwell\",\"at_least\":\"3d\""),
    "Target \"t\": metric was \"goal_share\", is now \"median_dwell\".\n"
    "Target \"t\": at least was 40 %, is now 3d." },
  { SCENARIO ("{\"of\":\"trial\",\"cost\":1}"),
    SCENARIO ("{\"of\":\"trial\",\"cost\":2},{\"of\":\"population\",\"seed\":3}"),
    "Scenario \"s\": set \"trial\" cost was 1, is now 2.\nScenario \"s\": set \"population\" added." },
  { "\"x\":1", "\"x\":2,\"y\":[1.0]",
    "Unknown member \"x\" was 1, is now 2.\nUnknown member \"y\" set to [1.0]." },
  { TRIAL (",\"x\":1"), TRIAL (), "Stage \"Trial\": unknown member \"x\" removed, was 1." },
  { "\"x\":1,\"y\":2", "\"y\":2,\"x\":1",
    "Unknown members stand in another order." },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PrnMap) older = parse (cases[i].older);
    g_autoptr (PrnMap) newer = parse (cases[i].newer);
    g_autoptr (GPtrArray) changes = prn_map_diff (older, newer);
    g_autoptr (GString) words = g_string_new (NULL);

    for (guint k = 0; k < changes->len; k++)
      g_string_append_printf (words, "%s%s", k > 0 ? "\n" : "",
                              ((PrnChange *) changes->pdata[k])->words);
    g_assert_cmpstr (words->str, ==, cases[i].words);
  }
}

static void
test_values (void)
{
  g_autoptr (PrnMap) older = parse (TRIAL (",\"channels\":[\"a\"]"));
  g_autoptr (PrnMap) newer = parse (TRIAL (",\"channels\":[\"a\",\"b\"]"));
  g_autoptr (GPtrArray) changes = prn_map_diff (older, newer);
  const PrnChange *change = changes->pdata[0];

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (change->type, ==, PRN_CHANGE_CHANGED);
  g_assert_cmpstr (change->kind, ==, "stage");
  g_assert_cmpstr (change->id, ==, "trial");
  g_assert_cmpstr (change->label, ==, "Trial");
  g_assert_cmpstr (change->place, ==, "channels");
  g_assert_cmpstr (change->old, ==, "[\"a\"]");
  g_assert_cmpstr (change->now, ==, "[\"a\", \"b\"]");
}

/* However long a text is, a sentence about it is not. */
static void
test_long_texts (void)
{
  g_autofree char *long_text = g_strnfill (60000, 'x');
  g_autofree char *a = g_strdup_printf (TRIAL (",\"goal\":\"%sa\""), long_text);
  g_autofree char *b = g_strdup_printf (TRIAL (",\"goal\":\"%sb\""), long_text);
  g_autoptr (PrnMap) older = parse (a);
  g_autoptr (PrnMap) newer = parse (b);
  g_autoptr (GPtrArray) changes = prn_map_diff (older, newer);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((PrnChange *) changes->pdata[0])->words, ==, "Stage \"Trial\": goal changed.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/diff/words", test_words);
  g_test_add_func ("/map/diff/values", test_values);
  g_test_add_func ("/map/diff/long-texts", test_long_texts);
  return g_test_run ();
}
