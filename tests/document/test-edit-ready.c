/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "edit-map.h"
#include "prn-edit-member.h"
#include "prn-edit.h"

#define STAGES                                                                                     \
  "'phases':[{'id':'p','name':'P'}],'stages':[{'id':'trial','name':'Trial','phase':'p'},"           \
  "{'id':'paying','name':'Paying','phase':'p'}],"
#define EVENT(id, name, stage) "{'id':'" id "','name':'" name "','stage':'" stage "'}"
#define TRIGGER(more) "'triggers':[{'id':'t','from':'trial','to':'paying'" more "}]"

static char *
say_offers (PrnMap *map, const char *trigger)
{
  g_autoptr (GPtrArray) offers = prn_ready_conditions (map, trigger);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++) {
    const PrnReady *ready = offers->pdata[i];
    g_autofree char *sentence = prn_ready_sentence (ready);

    g_string_append_printf (out, "%s%s%s", i > 0 ? "; " : "", sentence,
                            ready->kind == PRN_READY_NEW_EVENT ? " (new)" : "");
  }
  return g_string_free (out, FALSE);
}

/* Of a map: what is offered for the trigger `t`. */
static void
test_offers (void)
{
  static const struct {
    const char *map;
    const char *offers;
  } rows[] = {
    { STAGES TRIGGER (),
      "When “Paying” happens (new); After 7 d here; After 30 d of silence" },
    { STAGES TRIGGER (",'name':'Buys'"),
      "When “Buys” happens (new); After 7 d here; After 30 d of silence" },
    /* There is an event of that name, wherever it stands. */
    { STAGES "'events':[" EVENT ("b", "BUYS", "paying") "]," TRIGGER (",'name':'Buys'"),
      "When “BUYS” happens; After 7 d here; After 30 d of silence" },
    /* Events where it comes from; never one twice. */
    { STAGES "'events':[" EVENT ("a", "Asks", "trial") "," EVENT ("b", "Buys", "trial")
      "," EVENT ("x", "Elsewhere", "paying") "]," TRIGGER (",'name':'Buys'"),
      "When “Buys” happens; When “Asks” happens; After 7 d here; After 30 d of silence" },
    /* One that lets customers leave there already is not the likeliest. */
    { STAGES "'events':[" EVENT ("a", "Asks", "trial") "," EVENT ("b", "Calls", "trial")
      "],'triggers':[{'id':'s','from':'trial','to':'paying','when':{'any':[{'event':'a'}]}},"
      "{'id':'t','from':'trial','to':'paying'}]",
      "When “Paying” happens (new); When “Calls” happens; After 7 d here; After 30 d of silence" },
    /* From a phase: the events of each of its stages, but no more than can be read at a glance. */
    { STAGES "'events':[" EVENT ("a", "Asks", "trial") "," EVENT ("b", "Calls", "paying")
      "," EVENT ("c", "Goes", "paying") "],'triggers':[{'id':'t','from':'p','to':'paying'}]",
      "When “Paying” happens (new); When “Asks” happens; When “Calls” happens; After 7 d here; "
      "After 30 d of silence" },
    { STAGES TRIGGER (",'when':{'dwell':'1d'}"), "" },
    { STAGES "'notes':[{'id':'t','text':'no trigger'}]", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) map = edit_map_new (rows[i].map);
    g_autofree char *said = say_offers (map, "t");

    g_test_message ("row %u", i);
    g_assert_cmpstr (said, ==, rows[i].offers);
  }
}

static void
assert_when (PrnMap *map, const char *expected)
{
  g_autofree char *json = prn_edit_get_member (map, "t", "when");

  g_assert_cmpstr (json, ==, expected);
  edit_map_assert_opens (map);
}

/* Which offer is taken, what the condition is then, and what is on the map. */
static void
test_take (void)
{
  static const struct {
    const char *map;
    guint offer;
    const char *when;
    const char *says;
  } rows[] = {
    { STAGES TRIGGER (), 0, "{\"event\": \"paying-2\"}",
      "trial in p paying in p paying-2 on trial trial>paying" },
    { STAGES TRIGGER (",'name':'Buys'"), 0, "{\"event\": \"buys\"}",
      "trial in p paying in p buys on trial trial>paying" },
    { STAGES TRIGGER (), 1, "{\"dwell\": \"7d\"}", "trial in p paying in p trial>paying" },
    { STAGES TRIGGER (), 2, "{\"inactive\": \"30d\"}", "trial in p paying in p trial>paying" },
    { STAGES "'events':[" EVENT ("a", "Asks", "trial") "]," TRIGGER (), 1, "{\"event\": \"a\"}",
      "trial in p paying in p a on trial trial>paying" },
    { STAGES "'triggers':[{'id':'t','from':'p','to':'paying'}]", 0, "{\"event\": \"paying-2\"}",
      "trial in p paying in p paying-2 on trial p>paying" },
    { STAGES "'triggers':[{'id':'t','from':'*','to':'paying'}]", 0, "{\"event\": \"paying-2\"}",
      "trial in p paying in p paying-2 on nothing *>paying" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) map = edit_map_new (rows[i].map);
    g_autoptr (GPtrArray) offers = prn_ready_conditions (map, "t");
    g_autoptr (PrnMap) taken = prn_edit_take_ready (map, "t", offers->pdata[rows[i].offer]);
    g_autoptr (PrnMap) again = prn_edit_take_ready (taken, "t", offers->pdata[0]);

    g_test_message ("row %u", i);
    assert_when (taken, rows[i].when);
    edit_map_assert (taken, rows[i].says);
    g_assert_true (again == taken); /* it has a condition now */
  }
}

/* What fired the trigger before, and what does when the event `e` is dropped on it. */
static void
test_cause (void)
{
  static const struct {
    const char *before;
    const char *after; /* NULL: the map itself */
  } rows[] = {
    { "", "{\"event\": \"e\"}" },
    { ",'when':{'dwell':'7d'}", "{\"any\": [{\"dwell\": \"7d\"}, {\"event\": \"e\"}]}" },
    { ",'when':{'any':[{'dwell':'7d'},{'segment':'s'}]}",
      "{\"any\": [{\"dwell\": \"7d\"}, {\"segment\": \"s\"}, {\"event\": \"e\"}]}" },
    { ",'when':{'all':[{'dwell':'7d'}]}",
      "{\"any\": [{\"all\": [{\"dwell\": \"7d\"}]}, {\"event\": \"e\"}]}" },
    { ",'when':{'event':'e','count':2}", NULL },
    { ",'when':{'any':[{'dwell':'7d'},{'event':'e'}]}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (
        STAGES "'segments':[{'id':'s','name':'S'}],'events':[" EVENT ("e", "E", "trial")
        "],'triggers':[{'id':'t','from':'trial','to':'paying'", rows[i].before, "}]", NULL);
    g_autoptr (PrnMap) map = edit_map_new (text);
    g_autoptr (PrnMap) caused = prn_edit_add_cause (map, "t", "e");
    g_autoptr (PrnMap) nothing = prn_edit_add_cause (map, "t", "trial");

    g_test_message ("row %u", i);
    g_assert_true (nothing == map);
    if (rows[i].after != NULL)
      assert_when (caused, rows[i].after);
    else
      g_assert_true (caused == map);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit-ready/offers", test_offers);
  g_test_add_func ("/edit-ready/take", test_take);
  g_test_add_func ("/edit-ready/cause", test_cause);

  return g_test_run ();
}
