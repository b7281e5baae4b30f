/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "../map/random-map.h"
#include "edit-map.h"
#include "prn-edit.h"
#include "prn-map-file.h"
#include "prn-schema.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A stage takes along what means nothing without it, and no more. */
static void
test_remove_stage (void)
{
  g_autoptr (PrnMap) map = edit_map_new (
      "'phases':[{'id':'p','name':'P'}],"
      "'stages':[{'id':'a','phase':'p'},{'id':'b','phase':'p'},{'id':'c'}],"
      "'events':[{'id':'own','stage':'b'},{'id':'asked','stage':'b'},{'id':'other','stage':'a'}],"
      "'triggers':[{'id':'ab','from':'a','to':'b'},{'id':'bc','from':'b','to':'c'},"
      "{'id':'ac','from':'a','to':'c','when':{'event':'asked'}}],"
      "'targets':[{'id':'t1','of':'b','metric':'reach','at_least':0.5},"
      "{'id':'t2','of':'ab','metric':'share','at_least':0.5},"
      "{'id':'t3','of':'map','metric':'exit_share','at_most':0.5}],"
      "'notes':[{'id':'n','text':'N','position':{'x':1,'y':2},'about':'b'}],"
      "'population':{'entries':[{'stage':'a','weight':1},{'stage':'b','weight':2}]},"
      "'scenarios':[{'id':'s','set':[{'of':'ab','share':0.1},{'of':'ac','share':0.2}]}]");
  g_autoptr (PrnMap) rest = prn_edit_remove (map, IDS ("b"));
  const PrnNote *note = prn_map_lookup (rest, "n");
  const PrnScenario *scenario = prn_map_lookup (rest, "s");

  edit_map_assert (rest, "a in p c asked on nothing other on a a>c n 1,2");
  g_assert_cmpuint (prn_map_n (rest, PRN_KIND_TARGET), ==, 1);
  g_assert_nonnull (prn_map_lookup (rest, "t3"));
  g_assert_null (note->about);
  g_assert_cmpuint (prn_map_get_population (rest)->entries.n, ==, 1);
  g_assert_cmpuint (scenario->set.n, ==, 1);
  g_assert_cmpstr (scenario->set.items[0].of, ==, "ac");
}

static void
test_remove_phase (void)
{
  g_autoptr (PrnMap) map = edit_map_new (
      "'phases':[{'id':'p','name':'P'}],'stages':[{'id':'a','phase':'p'},{'id':'b'}],"
      "'triggers':[{'id':'t','from':'p','to':'b'},{'id':'u','from':'a','to':'b'}]");
  g_autoptr (PrnMap) rest = prn_edit_remove (map, IDS ("p"));
  g_autoptr (PrnMap) both = prn_edit_remove (map, IDS ("p", "a"));

  edit_map_assert (rest, "a b a>b");
  edit_map_assert (both, "b");
}

/* What is left of a condition when the event "gone" is removed. */
static void
test_remove_from_conditions (void)
{
  static const struct {
    const char *when, *left; /* "": no condition at all */
  } rows[] = {
    { "{'event':'gone'}", "" },
    { "{'event':'kept'}", "{'event':'kept'}" },
    { "{'all':[{'event':'gone'},{'dwell':'7d'}]}", "{'all':[{'dwell':'7d'}]}" },
    { "{'any':[{'event':'gone'}]}", "" },
    { "{'all':[{'any':[{'event':'gone'}]},{'event':'kept'}]}", "{'all':[{'event':'kept'}]}" },
    { "{'inactive':'7d','events':['gone','kept']}", "{'inactive':'7d','events':['kept']}" },
    /* Not "no event at all for 7 days". */
    { "{'inactive':'7d','events':['gone']}", "" },
    { "{'inactive':'7d'}", "{'inactive':'7d'}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    static const char *const frame =
        "'stages':[{'id':'a'}],'events':[%s{'id':'kept'}],"
        "'triggers':[{'id':'t','from':'a','to':'a'%s%s}]";
    const char *comma = rows[i].left[0] != '\0' ? ",'when':" : "";
    g_autofree char *before =
        g_strdup_printf (frame, "{'id':'gone'},", ",'when':", rows[i].when);
    g_autofree char *after = g_strdup_printf (frame, "", comma, rows[i].left);
    g_autoptr (PrnMap) map = edit_map_new (before);
    g_autoptr (PrnMap) expected = edit_map_new (after);
    g_autoptr (PrnMap) rest = prn_edit_remove (map, IDS ("gone"));

    g_test_message ("%s", rows[i].when);
    g_assert_true (prn_map_equal (rest, expected));
  }
}

static void
test_remove_segment_and_score (void)
{
  g_autoptr (PrnMap) map = edit_map_new (
      "'stages':[{'id':'a'}],'events':[{'id':'e'}],"
      "'triggers':[{'id':'t','from':'a','to':'a','when':{'any':[{'score':'h','below':1},"
      "{'segment':'s'},{'dwell':'1d'}]},'by_segment':[{'segment':'s','share':0.1}]}],"
      "'scores':[{'id':'h','points':[{'event':'e','points':1}]}],"
      "'segments':[{'id':'s','where':[{'column':'c','op':'exists'}]}],"
      "'targets':[{'id':'g','of':'a','metric':'reach','at_least':0.5,'segment':'s'}],"
      "'population':{'segments':[{'segment':'s','weight':0.5}]}");
  g_autoptr (PrnMap) rest = prn_edit_remove (map, IDS ("s", "h"));
  const PrnTrigger *trigger = prn_map_lookup (rest, "t");

  edit_map_assert_opens (rest);
  g_assert_cmpuint (trigger->when->members.n, ==, 1);
  g_assert_cmpuint (trigger->by_segment.n, ==, 0);
  /* It said something of that segment alone. */
  g_assert_cmpuint (prn_map_n (rest, PRN_KIND_TARGET), ==, 0);
  g_assert_cmpuint (prn_map_get_population (rest)->segments.n, ==, 0);
}

static void
test_remove_nothing (void)
{
  g_autoptr (PrnMap) map = edit_map_new ("'stages':[{'id':'a'}]");
  g_autoptr (PrnMap) same = prn_edit_remove (map, IDS ("nobody"));

  g_assert_true (same == map);
}

/* Whatever is taken out of whatever map, the rest opens. */
static void
test_remove_at_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 300; round++) {
    g_autoptr (PrnMap) map = random_map_new (rand, 4);
    g_autoptr (PrnMap) rest = NULL;
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();

    for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
      for (guint i = 0; i < prn_map_n (map, kind); i++)
        if (g_rand_int_range (rand, 0, 5) == 0)
          g_ptr_array_add (ids, (gpointer) prn_element_id (prn_map_nth (map, kind, i)));
    g_ptr_array_add (ids, NULL);
    rest = prn_edit_remove (map, (const char *const *) ids->pdata);
    edit_map_assert_opens (rest);
    for (guint i = 0; ids->pdata[i] != NULL; i++)
      g_assert_null (prn_map_lookup (rest, ids->pdata[i]));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/remove/stage", test_remove_stage);
  g_test_add_func ("/edit/remove/phase", test_remove_phase);
  g_test_add_func ("/edit/remove/conditions", test_remove_from_conditions);
  g_test_add_func ("/edit/remove/segment-and-score", test_remove_segment_and_score);
  g_test_add_func ("/edit/remove/nothing", test_remove_nothing);
  g_test_add_func ("/edit/remove/at-random", test_remove_at_random);

  return g_test_run ();
}
