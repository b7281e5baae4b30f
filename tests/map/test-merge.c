/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each case is a base and what the two sides made of it, as a few lines of a map file. */

#include <string.h>

#include "prn-map-file.h"
#include "prn-merge-order.h"
#include "prn-merge.h"

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

static char *
to_text (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Members of a map: stages with these ids, and with a member more. */
#define STAGES(list) "\"stages\":[" list "]"
#define STAGE(id) "{\"id\":\"" id "\"}"
#define STAGE_WITH(id, members) "{\"id\":\"" id "\"," members "}"
#define A STAGE ("a")
#define B STAGE ("b")
#define C STAGE ("c")
#define D STAGE ("d")
#define ONE(members) STAGES (STAGE_WITH ("a", members))
#define TRIGGER "\"triggers\":[{\"id\":\"t\",\"from\":\"a\",\"to\":\"b\"}]"
#define TARGET(members) "\"targets\":[{\"id\":\"t\",\"of\":\"map\"," members "}]"
#define SCENARIO(set) "\"stages\":[" A "," B "],\"scenarios\":[{\"id\":\"s\",\"set\":[" set "]}]"
#define COST(id, cost) "{\"of\":\"" id "\",\"cost\":" cost "}"
#define NOTHING ""

static const struct {
  const char *what;
  const char *base, *ours, *theirs, *merged;
  const char *conflicts; /* one to a line; "": none */
} cases[] = {
  { "different members of one stage", ONE ("\"name\":\"A\",\"owner\":\"X\""),
    ONE ("\"name\":\"B\",\"owner\":\"X\""), ONE ("\"name\":\"A\",\"owner\":\"Y\""),
    ONE ("\"name\":\"B\",\"owner\":\"Y\""), "" },
  { "the same change", ONE ("\"owner\":\"X\""), ONE ("\"owner\":\"Y\""), ONE ("\"owner\":\"Y\""),
    ONE ("\"owner\":\"Y\""), "" },
  { "the same member, differently", ONE ("\"owner\":\"C\""), ONE ("\"owner\":\"A\",\"cost\":1"),
    ONE ("\"owner\":\"B\",\"emotion\":1"), ONE ("\"owner\":\"A\",\"emotion\":1,\"cost\":1"),
    "stages/a owner: ours \"A\", theirs \"B\" (was \"C\")" },
  { "one side empties what the other changes", ONE ("\"owner\":\"C\""), STAGES (A),
    ONE ("\"owner\":\"B\""), STAGES (A),
    "stages/a owner: ours nothing, theirs \"B\" (was \"C\")" },
  { "a title", "\"title\":\"C\"", "\"title\":\"A\"", "\"title\":\"B\"", "\"title\":\"A\"",
    "title: ours \"A\", theirs \"B\" (was \"C\")" },
  { "title and currency", "\"title\":\"C\"", "\"title\":\"A\"",
    "\"title\":\"C\",\"currency\":\"EUR\"", "\"title\":\"A\",\"currency\":\"EUR\"", "" },
  { "the population, by member", "\"population\":{\"customers\":5}",
    "\"population\":{\"customers\":6}", "\"population\":{\"customers\":5,\"seed\":7}",
    "\"population\":{\"customers\":6,\"seed\":7}", "" },
  { "the population, one member", "\"population\":{\"customers\":5}",
    "\"population\":{\"customers\":6}", "\"population\":{\"customers\":7}",
    "\"population\":{\"customers\":6}", "population.customers: ours 6, theirs 7 (was 5)" },
  { "a place, across and down", ONE ("\"position\":{\"x\":1,\"y\":1}"),
    ONE ("\"position\":{\"x\":2,\"y\":1}"), ONE ("\"position\":{\"x\":1,\"y\":3}"),
    ONE ("\"position\":{\"x\":2,\"y\":3}"), "" },
  { "a place that is not there yet is one value", STAGES (A), ONE ("\"position\":{\"x\":2,\"y\":1}"),
    ONE ("\"position\":{\"x\":1,\"y\":1}"), ONE ("\"position\":{\"x\":2,\"y\":1}"),
    "stages/a position: ours (2, 1), theirs (1, 1) (was nothing)" },
  { "a size left at the default is one all the same", STAGES (A), ONE ("\"size\":{\"w\":300,\"h\":96}"),
    ONE ("\"size\":{\"w\":200,\"h\":120}"), ONE ("\"size\":{\"w\":300,\"h\":120}"), "" },
  { "channels of both", ONE ("\"channels\":[\"a\",\"b\"]"), ONE ("\"channels\":[\"a\",\"b\",\"x\"]"),
    ONE ("\"channels\":[\"b\",\"y\"]"), ONE ("\"channels\":[\"b\",\"x\",\"y\"]"), "" },
  { "one channel changed by both", ONE ("\"channels\":[\"a\"]"), ONE ("\"channels\":[\"x\"]"),
    ONE ("\"channels\":[\"y\"]"), ONE ("\"channels\":[\"x\"]"),
    "stages/a channels: ours \"x\", theirs \"y\" (was \"a\")" },
  { "a condition is one value",
    "\"events\":[{\"id\":\"e\"}]," STAGES (A "," B) ",\"triggers\":[{\"id\":\"t\",\"from\":\"a\","
    "\"to\":\"b\",\"when\":{\"event\":\"e\"}}]",
    "\"events\":[{\"id\":\"e\"}]," STAGES (A "," B) ",\"triggers\":[{\"id\":\"t\",\"from\":\"a\","
    "\"to\":\"b\",\"when\":{\"event\":\"e\",\"count\":2}}]",
    "\"events\":[{\"id\":\"e\"}]," STAGES (A "," B) ",\"triggers\":[{\"id\":\"t\",\"from\":\"a\","
    "\"to\":\"b\",\"when\":{\"event\":\"e\",\"within\":\"1d\"}}]",
    "\"events\":[{\"id\":\"e\"}]," STAGES (A "," B) ",\"triggers\":[{\"id\":\"t\",\"from\":\"a\","
    "\"to\":\"b\",\"when\":{\"event\":\"e\",\"count\":2}}]",
    "triggers/t when: ours {\"event\": \"e\", \"count\": 2}, theirs {\"event\": \"e\", \"within\": "
    "\"1d\"} (was {\"event\": \"e\"})" },
  { "a target's measure and bound are one value", TARGET ("\"metric\":\"goal_share\",\"at_least\":0.4"),
    TARGET ("\"metric\":\"goal_share\",\"at_least\":0.5"),
    TARGET ("\"metric\":\"median_dwell\",\"at_most\":\"3d\""),
    TARGET ("\"metric\":\"goal_share\",\"at_least\":0.5"),
    "targets/t metric: ours metric \"goal_share\", at least 50 %, theirs metric \"median_dwell\", at "
    "most 3d (was metric \"goal_share\", at least 40 %)" },
  { "a target's measure taken from theirs", TARGET ("\"metric\":\"goal_share\",\"at_least\":0.4"),
    TARGET ("\"name\":\"N\",\"metric\":\"goal_share\",\"at_least\":0.4"),
    TARGET ("\"metric\":\"median_dwell\",\"at_most\":\"3d\""),
    TARGET ("\"name\":\"N\",\"metric\":\"median_dwell\",\"at_most\":\"3d\""), "" },
  { "changes of a scenario, by what they change", SCENARIO (COST ("a", "1") "," COST ("b", "1")),
    SCENARIO (COST ("a", "2") "," COST ("b", "1")), SCENARIO (COST ("a", "1") "," COST ("b", "3")),
    SCENARIO (COST ("a", "2") "," COST ("b", "3")), "" },
  { "one change of a scenario", SCENARIO (COST ("a", "1")), SCENARIO (COST ("a", "2")),
    SCENARIO (COST ("a", "3")), SCENARIO (COST ("a", "2")),
    "scenarios/s set[a].cost: ours 2, theirs 3 (was 1)" },
  { "an unknown member of each", ONE ("\"x\":1"), ONE ("\"x\":2"), ONE ("\"x\":1,\"y\":[1.0]"),
    ONE ("\"x\":2,\"y\":[1.0]"), "" },
  { "one unknown member", "\"x\":1", "\"x\":2", "\"x\":3", "\"x\":2", "x: ours 2, theirs 3 (was 1)" },
  { "stages of both, each after its neighbour", STAGES (A "," B), STAGES (A "," C "," B),
    STAGES (A "," D "," B), STAGES (A "," C "," D "," B), "" },
  { "the same stage added by both", STAGES (A), STAGES (A "," B), STAGES (A "," B),
    STAGES (A "," B), "" },
  { "the same stage added by both, each elsewhere", STAGES (A), STAGES (A "," B), STAGES (B "," A),
    STAGES (A "," B), "stages order: ours and theirs put \"a\", \"b\" into different places" },
  { "two stages added by both, the other way around", STAGES (A), STAGES (A "," B "," C),
    STAGES (A "," C "," B), STAGES (A "," B "," C),
    "stages order: ours and theirs put \"b\", \"c\" into different places" },
  { "one id, two new stages", STAGES (A), STAGES (A "," STAGE_WITH ("b", "\"name\":\"X\"")),
    STAGES (A "," STAGE_WITH ("b", "\"name\":\"Y\"")),
    STAGES (A "," STAGE_WITH ("b", "\"name\":\"X\"")),
    "stages/b: ours and theirs added it, each in its own way (name)" },
  { "one id, two kinds", NOTHING, STAGES (A), "\"events\":[{\"id\":\"a\"}]", STAGES (A),
    "events/a: theirs has it, in ours the id is that of a stage" },
  { "nothing in common", NOTHING, "\"title\":\"T\"," STAGES (A), "\"title\":\"T\"," STAGES (B),
    "\"title\":\"T\"," STAGES (A "," B), "" },
  { "removed here, untouched there", STAGES (A "," B), STAGES (B), STAGES (A "," B "," C),
    STAGES (B "," C), "" },
  { "removed by both", STAGES (A "," B), STAGES (B), STAGES (B), STAGES (B), "" },
  { "removed by ours, changed by theirs", STAGES (A "," B), STAGES (B),
    STAGES (STAGE_WITH ("a", "\"owner\":\"X\"") "," B),
    STAGES (STAGE_WITH ("a", "\"owner\":\"X\"") "," B),
    "stages/a: ours removed it, theirs changed it (owner)" },
  { "removed by theirs, changed by ours", STAGES (A "," B),
    STAGES (STAGE_WITH ("a", "\"owner\":\"X\"") "," B), STAGES (B),
    STAGES (STAGE_WITH ("a", "\"owner\":\"X\"") "," B),
    "stages/a: theirs removed it, ours changed it (owner)" },
  { "removed by ours, needed by a trigger of theirs", STAGES (A "," B), STAGES (A),
    STAGES (A "," B) "," TRIGGER, STAGES (A "," B) "," TRIGGER,
    "triggers/t to: it needs \"b\", which ours removed" },
  { "removed by theirs, needed by the population of ours", STAGES (A "," B),
    STAGES (A "," B) ",\"population\":{\"entries\":[{\"stage\":\"b\",\"weight\":1}]}", STAGES (A),
    STAGES (A "," B) ",\"population\":{\"entries\":[{\"stage\":\"b\",\"weight\":1}]}",
    "population.entries[0].stage: it needs \"b\", which theirs removed" },
  { "what is needed by what is needed",
    "\"phases\":[{\"id\":\"p\"}]," STAGES (A "," STAGE_WITH ("b", "\"phase\":\"p\"")), STAGES (A),
    "\"phases\":[{\"id\":\"p\"}]," STAGES (A "," STAGE_WITH ("b", "\"phase\":\"p\"")) "," TRIGGER,
    "\"phases\":[{\"id\":\"p\"}]," STAGES (A "," STAGE_WITH ("b", "\"phase\":\"p\"")) "," TRIGGER,
    "triggers/t to: it needs \"b\", which ours removed\n"
    "stages/b phase: it needs \"p\", which ours removed" },
  { "ours moves one, theirs another", STAGES (A "," B "," C "," D), STAGES (B "," A "," C "," D),
    STAGES (A "," B "," D "," C), STAGES (B "," A "," D "," C), "" },
  { "both move one to different places", STAGES (A "," B "," C), STAGES (B "," A "," C),
    STAGES (A "," C "," B), STAGES (B "," A "," C),
    "stages order: ours and theirs put \"b\", \"a\", \"c\" into different places" },
};

static char *
list (GPtrArray *conflicts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++) {
    const PrnConflict *conflict = conflicts->pdata[i];

    g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", conflict->place, conflict->words);
  }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PrnMap) base = parse (cases[i].base);
    g_autoptr (PrnMap) ours = parse (cases[i].ours);
    g_autoptr (PrnMap) theirs = parse (cases[i].theirs);
    g_autoptr (PrnMap) wanted = parse (cases[i].merged);
    g_autoptr (GPtrArray) conflicts =
        g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
    g_autoptr (PrnMap) result = prn_map_merge (base, ours, theirs, conflicts);
    g_autofree char *found = list (conflicts);
    g_autofree char *is = to_text (result);
    g_autofree char *should = to_text (wanted);

    g_test_message ("%s", cases[i].what);
    g_assert_cmpstr (found, ==, cases[i].conflicts);
    g_assert_cmpstr (is, ==, should);
  }
}

/* What neither side touched is not copied. */
static void
test_shares (void)
{
  g_autoptr (PrnMap) base = parse (STAGES (A "," B "," C));
  g_autoptr (PrnStage) a = prn_element_copy (prn_map_lookup (base, "a"));
  g_autoptr (PrnStage) b = prn_element_copy (prn_map_lookup (base, "b"));
  g_autoptr (PrnMap) ours = NULL;
  g_autoptr (PrnMap) theirs = NULL;
  g_autoptr (PrnMap) result = NULL;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new ();

  a->cost = 1;
  b->cost = 2;
  ours = prn_map_with (base, a);
  theirs = prn_map_with (base, b);
  result = prn_map_merge (base, ours, theirs, conflicts);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_true (prn_map_lookup (result, "a") == a);
  g_assert_true (prn_map_lookup (result, "b") == b);
  g_assert_true (prn_map_lookup (result, "c") == prn_map_lookup (base, "c"));
}

/* Lists of one-letter names; "?" before the result: the sides disagree. */
static const struct {
  const char *base, *ours, *theirs, *merged;
} orders[] = {
  { "", "", "", "" },
  { "", "ab", "cd", "abcd" },
  { "abc", "abc", "abc", "abc" },
  { "abc", "cab", "abc", "cab" },
  { "abc", "abc", "bca", "bca" },
  { "abc", "cba", "cba", "cba" },
  { "abcdef", "bacdef", "abcdfe", "bacdfe" },
  { "abcdef", "fabcde", "bacdef", "fbacde" },
  { "abcd", "abcd", "dxcba", "dxcba" },
  /* What one side added stays between its neighbours. */
  { "ab", "axb", "ba", "bax" },
  { "abc", "abcx", "cab", "cabx" },
  { "abc", "xabc", "bca", "xbca" },
  { "abc", "axbc", "bca", "xbca" },
  { "abcd", "axbycd", "adbc", "axdbyc" },
  { "abcde", "abcxde", "cabde", "cabxde" },
  { "abcd", "dcba", "abcdx", "dcbax" },
  { "abcd", "dcba", "abxcd", "dcbxa" },
  { "abcde", "bacxde", "abced", "bacxed" },
  /* Both put the list into another order, and x cannot be between a and b and after both. */
  { "abcde", "axbced", "bacde", "?axbced" },
  { "abcde", "baced", "axbcde", "baxced" },
  /* Both added the same. */
  { "a", "axy", "axy", "axy" },
  { "a", "axy", "ayx", "?axy" },
  { "ab", "axb", "abx", "?axb" },
  { "ab", "bxa", "bxa", "bxa" },
  { "ab", "axb", "bxa", "?axb" },
  { "abc", "axbc", "axcb", "axcb" },
  { "ab", "axyb", "azxb", "azxyb" },
  { "abc", "xabc", "yabc", "xyabc" },
  { "abc", "abcxy", "abcz", "abcxyz" },
  { "abc", "bac", "acb", "?bac" },
  { "abc", "bca", "cab", "?bca" },
  { "abcd", "bacd", "bcad", "?bacd" },
  { "abc", "ac", "abcd", "acd" },
};

static PrnMergeNames
letters (const char *text, const char **names)
{
  static const char *const alphabet[] = { "a", "b", "c", "d", "e", "f", "g", "x", "y", "z" };

  for (guint i = 0; text[i] != '\0'; i++)
    for (guint k = 0; k < G_N_ELEMENTS (alphabet); k++)
      if (alphabet[k][0] == text[i])
        names[i] = alphabet[k];
  return (PrnMergeNames){ names, (guint) strlen (text) };
}

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    const char *base_names[8], *our_names[8], *their_names[8];
    PrnMergeNames base = letters (orders[i].base, base_names);
    PrnMergeNames ours = letters (orders[i].ours, our_names);
    PrnMergeNames theirs = letters (orders[i].theirs, their_names);
    g_autoptr (GArray) items = prn_merge_match (base, ours, theirs);
    g_autoptr (GArray) order = NULL;
    g_autoptr (GString) merged = g_string_new (NULL);
    gboolean agreed;

    for (guint k = 0; k < items->len; k++) {
      PrnMergeItem *item = &g_array_index (items, PrnMergeItem, k);

      item->kept = item->base < 0 || (item->ours >= 0 && item->theirs >= 0);
    }
    order = prn_merge_arrange (items, &agreed);
    if (!agreed)
      g_string_append_c (merged, '?');
    for (guint k = 0; k < order->len; k++) {
      guint index = g_array_index (order, guint, k);
      PrnMergeItem *item = &g_array_index (items, PrnMergeItem, index);

      g_string_append (merged, item->ours >= 0 ? our_names[item->ours] : their_names[item->theirs]);
    }
    g_assert_cmpstr (merged->str, ==, orders[i].merged);
  }
}

static void
test_names_twice (void)
{
  const char *const twice[] = { "a", "a" };
  PrnMergeNames none = { NULL, 0 };

  g_assert_null (prn_merge_match (none, (PrnMergeNames){ twice, 2 }, none));
  g_assert_null (prn_merge_match ((PrnMergeNames){ twice, 2 }, none, none));
}

static void
test_moved (void)
{
  static const struct {
    guint positions[6], n;
    const char *moved;
  } moves[] = {
    { { 0 }, 0, "" },
    { { 0, 1, 2 }, 3, "..." },
    { { 2, 0, 1 }, 3, "m.." },
    { { 0, 1, 3, 4, 2 }, 5, "....m" },
    { { 5, 1, 2, 3, 4, 0 }, 6, "m....m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autofree gboolean *moved = prn_merge_moved (moves[i].positions, moves[i].n);

    for (guint k = 0; k < moves[i].n; k++)
      g_assert_cmpint (moved[k], ==, moves[i].moved[k] == 'm');
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/merge/cases", test_cases);
  g_test_add_func ("/map/merge/shares", test_shares);
  g_test_add_func ("/map/merge/orders", test_orders);
  g_test_add_func ("/map/merge/names-twice", test_names_twice);
  g_test_add_func ("/map/merge/moved", test_moved);
  return g_test_run ();
}
