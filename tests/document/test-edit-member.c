/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "everything.h"
#include "prn-edit-member.h"
#include "prn-map-file.h"

static PrnMap *
map_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_loads (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) again = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
}

/* What is set is there, the map it was set in is untouched, and the new one can be opened. */
static void
test_set (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    const Setting *row = &settings[i];
    g_autoptr (PrnMap) map = map_of (everything);
    g_autofree char *before = prn_edit_get_member (map, row->id, row->path);
    g_autofree char *still = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) edited = prn_edit_set_member (map, row->id, row->path, row->json, &error);
    g_autoptr (PrnMap) twice = NULL;

    g_test_message ("%s.%s = %s", row->id, row->path, row->json);
    g_assert_no_error (error);
    g_assert_true (edited != map || g_strcmp0 (before, row->json) == 0);
    after = prn_edit_get_member (edited, row->id, row->path);
    g_assert_cmpstr (after != NULL ? after : "[]", ==, row->json);
    still = prn_edit_get_member (map, row->id, row->path);
    g_assert_cmpstr (still, ==, before);
    twice = prn_edit_set_member (edited, row->id, row->path, row->json, &error);
    g_assert_true (twice == edited);
    assert_loads (edited);
  }
}

/* The names of members that a setting goes through: by_segment, delay, uniform. */
static void
note_steps (GHashTable *met, const Setting *row, PrnMap *map)
{
  g_auto (GStrv) steps = g_strsplit (row->path, ".", -1);
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; steps[i] != NULL; i++) {
    PrnSlot slot;

    g_string_append_printf (path, "%s%s", i > 0 ? "." : "", steps[i]);
    if (prn_slot_find_in_map (&slot, map, row->id, path->str))
      g_hash_table_add (met, (gpointer) slot.member);
  }
}

static void
expect_rows (GHashTable *met, GHashTable *seen, const PrnRecord *record)
{
  if (!g_hash_table_add (seen, (gpointer) record))
    return;
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (member->type == PRN_MEMBER_CONSTANT || member->type == PRN_MEMBER_ID ||
        member->type == PRN_MEMBER_ELEMENTS || g_str_equal (member->name, "version"))
      continue;
    g_test_message ("%s: %s", record->name, member->name);
    g_assert_true (g_hash_table_contains (met, member));
    if (member->record != NULL)
      expect_rows (met, seen, member->record);
  }
}

static void
test_every_row (void)
{
  g_autoptr (PrnMap) map = map_of (everything);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    note_steps (met, &settings[i], map);
  /* Both rows of a point are set where it was none before, with the point. */
  expect_rows (met, seen, &prn_map_record);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    expect_rows (met, seen, prn_record_of_kind (kind));
}

static void
test_refused (void)
{
  static const struct {
    Setting setting;
    const char *why;
  } rows[] = {
    { { NULL, "currency", "\"euro\"" },
      "“euro” is no currency: expected three capital letters, like EUR" },
    { { "lead", "emotion", "3" }, "3 is out of range: expected -2 to 2" },
    { { "lead", "emotion", "0.5" }, "0.5 is no whole number" },
    { { "lead", "cost", "\"a lot\"" }, "expected a number, found a text" },
    { { "lead", "role", "\"king\"" }, "expected one of entry, goal, exit" },
    { { "lead", "phase", "\"won\"" }, "“won” is a stage; expected the id of a phase" },
    { { "lead", "phase", "\"gone\"" }, "there is no “gone”; expected the id of a phase" },
    { { "lead", "color", "\"rot\"" },
      "“rot” is no color: expected #rrggbb or one of blue, green, yellow, orange, red, purple, "
      "brown, gray" },
    { { "lead", "size.w", "0" }, "0 is out of range: expected more than 0 and at most 1000000" },
    { { "lead", "enter", "{\"dwell\": \"1d\"}" }, "expected a condition with “event” here" },
    { { "wins", "to", NULL }, "a trigger needs this member" },
    { { "wins", "share", "1.5" }, "1.5 is out of range: expected 0 to 1" },
    { { "wins", "when", "{\"all\": []}" }, "the list is empty; expected at least one item" },
    { { "wins", "when.all[2].dwell", "\"soon\"" }, NULL },
    { { "wins", "when.all[2].count", "2" }, "a condition of this kind has no “count”" },
    { { "wins", "when.all[9].dwell", "\"1d\"" }, "“all” has no item 9" },
    { { "tri", "delay.triangular", "[\"3d\", \"2d\", \"4d\"]" }, NULL },
    { { "health", "half_life", "\"0s\"" }, "expected more than no time at all" },
    { { "nobody", "name", "\"x\"" }, "there is no element “nobody”" },
    { { "wins", "nothing", "\"x\"" }, "a trigger of this kind has no “nothing”" },
    { { "wins", "id", "\"x\"" }, "“id” cannot be set by itself" },
    { { "wins", "name", "{" }, NULL },
    { { NULL, "stages", "[]" }, "“stages” cannot be set by itself" },
  };
  g_autoptr (PrnMap) map = map_of (everything);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Setting *row = &rows[i].setting;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s.%s = %s", row->id, row->path, row->json);
    g_assert_null (prn_edit_set_member (map, row->id, row->path, row->json, &error));
    g_assert_nonnull (error);
    if (rows[i].why != NULL)
      g_assert_cmpstr (error->message, ==, rows[i].why);
  }
}

/* What one value makes impossible is mended in the same step. */
static void
test_mended (void)
{
  static const struct {
    Setting setting;
    const char *path;
    const char *becomes;
  } rows[] = {
    { { "ping", "match.where[0].op", "\"is\"" }, "match.where[0].value", "\"a\"" },
    { { "ping", "match.where[0].op", "\"exists\"" }, "match.where[0]",
      "{\"column\": \"plan\", \"op\": \"exists\"}" },
    { { "big", "where[0].op", "\"in\"" }, "where[0].value", "[5]" },
    { { "reach", "metric", "\"median_dwell\"" }, "at_least", "\"2w\"" },
    { { "fast", "metric", "\"now\"" }, "at_most", "0.5" },
    { { "fast", "of", "\"wins\"" }, "metric", "\"share\"" },
    { { "fast", "of", "\"map\"" }, "metric", "\"goal_share\"" },
    { { "reach", "at_most", "0.4" }, "at_least", NULL },
    { { "wins", "when.all[3].at_least", "60" }, "when.all[3].below", NULL },
  };
  g_autoptr (PrnMap) map = map_of (everything);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Setting *row = &rows[i].setting;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) edited = prn_edit_set_member (map, row->id, row->path, row->json, &error);
    g_autofree char *becomes = NULL;

    g_test_message ("%s.%s = %s", row->id, row->path, row->json);
    g_assert_no_error (error);
    becomes = prn_edit_get_member (edited, row->id, rows[i].path);
    g_assert_cmpstr (becomes, ==, rows[i].becomes);
    assert_loads (edited);
  }
}

static void
test_lists (void)
{
  g_autoptr (PrnMap) map = map_of (everything);
  g_autoptr (GError) error = NULL;
  struct {
    PrnMap *map;
    const char *id, *path, *expected;
  } rows[] = {
    { prn_edit_insert_item (map, "lead", "channels", 1, "\"fair\"", &error), "lead", "channels",
      "[\"mail\", \"fair\", \"web\", \"call\"]" },
    { prn_edit_insert_item (map, "won", "channels", 99, "\"fair\"", &error), "won", "channels",
      "[\"fair\"]" },
    { prn_edit_remove_item (map, "lead", "channels[0]", &error), "lead", "channels",
      "[\"web\", \"call\"]" },
    { prn_edit_move_item (map, "lead", "channels[0]", 2, &error), "lead", "channels",
      "[\"web\", \"call\", \"mail\"]" },
    { prn_edit_insert_item (map, "ping", "match.names", 0, "\"knock\"", &error), "ping",
      "match.names", "[\"knock\"]" },
    { prn_edit_insert_item (map, "wins", "when.all[6].any", 1, "{\"dwell\": \"9d\"}", &error),
      "wins", "when.all[6].any",
      "[{\"dwell\": \"2d\"}, {\"dwell\": \"9d\"}, {\"dwell\": \"3d\"}]" },
    { prn_edit_move_item (map, "wins", "when.all[6].any[1]", 0, &error), "wins", "when.all[6].any",
      "[{\"dwell\": \"3d\"}, {\"dwell\": \"2d\"}]" },
    { prn_edit_remove_item (map, "wins", "by_segment[0]", &error), "wins", "by_segment",
      "[{\"segment\": \"small\"}]" },
    { prn_edit_remove_item (map, "emp", "delay.empirical[1]", &error), "emp", "delay.empirical",
      "[\"1d\", \"4d\"]" },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *json = prn_edit_get_member (rows[i].map, rows[i].id, rows[i].path);

    g_assert_cmpstr (json, ==, rows[i].expected);
    assert_loads (rows[i].map);
    prn_map_unref (rows[i].map);
  }
}

static void
test_lists_refused (void)
{
  g_autoptr (PrnMap) map = map_of (everything);
  g_autoptr (PrnMap) one = prn_edit_remove_item (map, "wins", "when.all[6].any[0]", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_edit_remove_item (one, "wins", "when.all[6].any[0]", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (prn_edit_remove_item (map, "tri", "delay.triangular[0]", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (prn_edit_insert_item (map, "wins", "name", 0, "\"x\"", &error));
  g_assert_cmpstr (error->message, ==, "“name” is no list");
  g_clear_error (&error);
  g_assert_null (prn_edit_insert_item (map, "wins", "by_segment", 0, "{\"segment\": \"x\"}", &error));
  g_assert_cmpstr (error->message, ==, "there is no “x”; expected the id of a segment");
  g_clear_error (&error);
  g_assert_null (prn_edit_remove_item (map, "wins", "by_segment", &error));
  g_assert_cmpstr (error->message, ==, "“by_segment” is no item of a list");
}

/* What this version does not know stays where it is. */
static void
test_unknown_is_kept (void)
{
  g_autoptr (PrnMap) map = map_of (everything);
  g_autoptr (PrnMap) edited = prn_edit_set_member (map, "lead", "owner", "\"Ada\"", NULL);
  g_autoptr (GBytes) bytes = prn_map_print (edited);

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), -1, "\"later\": 1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-member/set", test_set);
  g_test_add_func ("/edit-member/every-row", test_every_row);
  g_test_add_func ("/edit-member/refused", test_refused);
  g_test_add_func ("/edit-member/mended", test_mended);
  g_test_add_func ("/edit-member/lists", test_lists);
  g_test_add_func ("/edit-member/lists-refused", test_lists_refused);
  g_test_add_func ("/edit-member/unknown-is-kept", test_unknown_is_kept);
  return g_test_run ();
}
