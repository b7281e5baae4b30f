/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-edit-member.h"
#include "prn-map-file.h"

/* A map with one of everything. */
static const char everything[] =
    "{\"format\": \"perennial-map\", \"version\": 1, \"title\": \"All\","
    "\"phases\": [{\"id\": \"sales\", \"name\": \"Sales\"}],"
    "\"stages\": [{\"id\": \"lead\", \"name\": \"Lead\", \"role\": \"entry\","
    "  \"enter\": {\"event\": \"ping\"}, \"channels\": [\"mail\", \"web\", \"call\"],"
    "  \"later\": 1},"
    "  {\"id\": \"won\", \"name\": \"Won\", \"role\": \"goal\"}],"
    "\"events\": [{\"id\": \"ping\", \"name\": \"Ping\","
    "  \"match\": {\"where\": [{\"column\": \"plan\", \"op\": \"in\", \"value\": [\"a\", 2]}]}},"
    "  {\"id\": \"pong\", \"name\": \"Pong\"}],"
    "\"triggers\": [{\"id\": \"wins\", \"name\": \"Wins\", \"from\": \"lead\", \"to\": \"won\","
    "  \"when\": {\"all\": [{\"event\": \"ping\"}, {\"inactive\": \"1w\"}, {\"dwell\": \"1d\"},"
    "    {\"score\": \"health\", \"below\": 5},"
    "    {\"attribute\": {\"column\": \"seats\", \"op\": \"at_least\", \"value\": 5}},"
    "    {\"segment\": \"big\"}, {\"any\": [{\"dwell\": \"2d\"}, {\"dwell\": \"3d\"}]}]},"
    "  \"delay\": {\"lognormal\": {\"median\": \"4d\", \"sigma\": 0.7}},"
    "  \"by_segment\": [{\"segment\": \"big\", \"share\": 0.5,"
    "    \"delay\": {\"uniform\": [\"1d\", \"2d\"]}}, {\"segment\": \"small\"}],"
    "  \"route\": [{\"x\": 1, \"y\": 2}]},"
    "  {\"id\": \"weib\", \"name\": \"Weib\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"weibull\": {\"scale\": \"4d\", \"shape\": 2}}},"
    "  {\"id\": \"tri\", \"name\": \"Tri\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"triangular\": [\"1d\", \"2d\", \"4d\"]}},"
    "  {\"id\": \"expo\", \"name\": \"Expo\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"exponential\": \"1d\"}},"
    "  {\"id\": \"fix\", \"name\": \"Fix\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"fixed\": \"1d\"}},"
    "  {\"id\": \"emp\", \"name\": \"Emp\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"empirical\": [\"1d\", \"2d\", \"4d\"]}}],"
    "\"scores\": [{\"id\": \"health\", \"name\": \"Health\","
    "  \"points\": [{\"event\": \"ping\", \"points\": 1}]}],"
    "\"segments\": [{\"id\": \"big\", \"name\": \"Big\","
    "  \"where\": [{\"column\": \"seats\", \"op\": \"is\", \"value\": 5}]},"
    "  {\"id\": \"small\", \"name\": \"Small\"}],"
    "\"targets\": [{\"id\": \"reach\", \"name\": \"Reach\", \"of\": \"won\", \"metric\": \"reach\","
    "  \"at_least\": 0.4}, {\"id\": \"fast\", \"name\": \"Fast\", \"of\": \"lead\","
    "  \"metric\": \"median_dwell\", \"at_most\": \"2w\"}],"
    "\"notes\": [{\"id\": \"memo\", \"text\": \"Why?\"}],"
    "\"frames\": [{\"id\": \"slide\", \"name\": \"Slide\"}],"
    "\"population\": {\"entries\": [{\"stage\": \"lead\", \"weight\": 1}],"
    "  \"segments\": [{\"segment\": \"big\", \"weight\": 0.2}]},"
    "\"scenarios\": [{\"id\": \"cheap\", \"name\": \"Cheap\","
    "  \"set\": [{\"of\": \"wins\", \"share\": 0.5}]}]}";

static PrnMap *
map_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

typedef struct {
  const char *id;
  const char *path;
  const char *json;
} Setting;

/* For every row of every table one value that is not there before. */
static const Setting settings[] = {
  { NULL, "title", "\"Another\"" },
  { NULL, "description", "\"Two\\nlines\"" },
  { NULL, "currency", "\"EUR\"" },
  { NULL, "population", "{\"customers\": 3}" },
  { NULL, "population.customers", "500" },
  { NULL, "population.horizon", "\"1y\"" },
  { NULL, "population.seed", "7" },
  { NULL, "population.arrivals", "\"3mo\"" },
  { NULL, "population.entries", "[]" },
  { NULL, "population.entries[0].stage", "\"won\"" },
  { NULL, "population.entries[0].weight", "0.5" },
  { NULL, "population.segments", "[]" },
  { NULL, "population.segments[0].segment", "\"small\"" },
  { NULL, "population.segments[0].weight", "0.9" },
  { NULL, "population.discount_per_year", "0.12" },
  { "sales", "name", "\"Selling\"" },
  { "sales", "description", "\"Of the team\"" },
  { "sales", "color", "\"#a0b1c2\"" },
  { "sales", "owner", "\"Ada\"" },
  { "lead", "name", "\"Prospect\"" },
  { "lead", "description", "\"New\"" },
  { "lead", "phase", "\"sales\"" },
  { "lead", "role", "\"exit\"" },
  { "lead", "enter", "{\"event\": \"pong\"}" },
  { "lead", "position", "{\"x\": 8, \"y\": 16}" },
  { "lead", "size", "{\"w\": 240, \"h\": 96}" },
  { "lead", "size.w", "320" },
  { "lead", "size.h", "64" },
  { "lead", "color", "\"red\"" },
  { "lead", "owner", "\"Bob\"" },
  { "lead", "goal", "\"Help\"" },
  { "lead", "channels", "[\"fax\"]" },
  { "lead", "channels[1]", "\"fair\"" },
  { "lead", "actions", "[\"Call\", \"Write\"]" },
  { "lead", "emotion", "-2" },
  { "lead", "cost", "12.5" },
  { "lead", "cost_per_month", "3" },
  { "lead", "revenue_per_month", "4" },
  { "ping", "name", "\"Knock\"" },
  { "ping", "description", "\"At the door\"" },
  { "ping", "stage", "\"won\"" },
  { "ping", "outcome", "\"negative\"" },
  { "ping", "channel", "\"web\"" },
  { "ping", "value_column", "\"amount\"" },
  { "ping", "match", "{\"names\": [\"p\"]}" },
  { "ping", "match.names", "[\"a\", \"b\"]" },
  { "ping", "match.where", "[]" },
  { "ping", "match.where[0].column", "\"tier\"" },
  { "ping", "match.where[0].op", "\"not_in\"" },
  { "ping", "match.where[0].value", "[\"x\"]" },
  { "ping", "match.where[0].value[1]", "\"2\"" },
  { "wins", "name", "\"Succeeds\"" },
  { "wins", "description", "\"At last\"" },
  { "wins", "from", "\"*\"" },
  { "wins", "to", "\"lead\"" },
  { "wins", "when", "{\"dwell\": \"2w\"}" },
  { "wins", "when.all", "[{\"dwell\": \"2w\"}]" },
  { "wins", "when.all[0].event", "\"pong\"" },
  { "wins", "when.all[0].count", "3" },
  { "wins", "when.all[0].within", "\"30d\"" },
  { "wins", "when.all[0].since", "\"ever\"" },
  { "wins", "when.all[1].inactive", "\"60d\"" },
  { "wins", "when.all[1].events", "[\"ping\", \"pong\"]" },
  { "wins", "when.all[2].dwell", "\"3d\"" },
  { "wins", "when.all[3].score", "\"health\"" },
  { "wins", "when.all[3].at_least", "60" },
  { "wins", "when.all[3].below", "6" },
  { "wins", "when.all[4].attribute", "{\"column\": \"c\", \"op\": \"exists\"}" },
  { "wins", "when.all[4].attribute.column", "\"places\"" },
  { "wins", "when.all[4].attribute.op", "\"contains\"" },
  { "wins", "when.all[4].attribute.value", "\"many\"" },
  { "wins", "when.all[5].segment", "\"small\"" },
  { "wins", "when.all[6].any", "[{\"dwell\": \"2w\"}]" },
  { "wins", "when.all[6].any[1].dwell", "\"4d\"" },
  { "wins", "when.all[6]", "{\"event\": \"pong\", \"count\": 2}" },
  { "wins", "share", "0.25" },
  { "wins", "delay", "{\"fixed\": \"2w\"}" },
  { "wins", "delay.lognormal", "{\"median\": \"2w\", \"sigma\": 0.5}" },
  { "wins", "delay.lognormal.median", "\"2w\"" },
  { "wins", "delay.lognormal.sigma", "1" },
  { "weib", "delay.weibull", "{\"scale\": \"2w\", \"shape\": 1}" },
  { "weib", "delay.weibull.scale", "\"2w\"" },
  { "weib", "delay.weibull.shape", "0.5" },
  { "tri", "delay.triangular", "[\"1h\", \"2h\", \"3h\"]" },
  { "tri", "delay.triangular[2]", "\"5d\"" },
  { "expo", "delay.exponential", "\"150d\"" },
  { "fix", "delay.fixed", "\"60d\"" },
  { "emp", "delay.empirical", "[\"1h\", \"2h\"]" },
  { "wins", "by_segment", "[]" },
  { "wins", "by_segment[1].segment", "\"small\"" },
  { "wins", "by_segment[1].share", "0.3" },
  { "wins", "by_segment[1].delay", "{\"exponential\": \"1d\"}" },
  { "wins", "by_segment[0].delay.uniform", "[\"1d\", \"3d\"]" },
  { "wins", "value", "49" },
  { "wins", "cost", "-1" },
  { "wins", "route", "[{\"x\": 3, \"y\": 4}, {\"x\": 5, \"y\": 6}]" },
  { "wins", "route[0].x", "10" },
  { "wins", "route[0].y", "20" },
  { "health", "name", "\"Lead score\"" },
  { "health", "start", "40" },
  { "health", "min", "-10" },
  { "health", "max", "200" },
  { "health", "half_life", "\"30d\"" },
  { "health", "rest", "10" },
  { "health", "points", "[]" },
  { "health", "points[0].event", "\"pong\"" },
  { "health", "points[0].points", "-5" },
  { "big", "name", "\"Large\"" },
  { "big", "description", "\"Five seats\"" },
  { "big", "color", "\"green\"" },
  { "big", "where", "[]" },
  { "big", "where[0].value", "\"5\"" },
  { "big", "ideal", "true" },
  { "reach", "name", "\"Reached\"" },
  { "reach", "of", "\"lead\"" },
  { "reach", "metric", "\"now\"" },
  { "reach", "within", "\"30d\"" },
  { "reach", "at_least", "0.6" },
  { "reach", "at_most", "0.9" },
  { "reach", "segment", "\"big\"" },
  { "fast", "at_least", "\"1d\"" },
  { "fast", "at_most", "\"3w\"" },
  { "memo", "text", "\"Because\"" },
  { "memo", "position", "{\"x\": 1, \"y\": 1}" },
  { "memo", "size", "{\"w\": 100, \"h\": 100}" },
  { "memo", "color", "\"blue\"" },
  { "memo", "author", "\"Eve\"" },
  { "memo", "votes", "3" },
  { "memo", "about", "\"wins\"" },
  { "slide", "name", "\"First\"" },
  { "slide", "position", "{\"x\": 1, \"y\": 1}" },
  { "slide", "size", "{\"w\": 100, \"h\": 100}" },
  { "cheap", "name", "\"Dear\"" },
  { "cheap", "description", "\"Costs more\"" },
  { "cheap", "set", "[]" },
  { "cheap", "set[0].of", "\"population\"" },
  { "cheap", "set[0].share", "0.1" },
  { "cheap", "set[0].delay", "{\"fixed\": \"2d\"}" },
  { "cheap", "set[0].value", "3" },
  { "cheap", "set[0].cost", "4" },
  { "cheap", "set[0].cost_per_month", "5" },
  { "cheap", "set[0].revenue_per_month", "6" },
  { "cheap", "set[0].customers", "7" },
  { "cheap", "set[0].horizon", "\"1y\"" },
  { "cheap", "set[0].seed", "8" },
  { "cheap", "set[0].arrivals", "\"1mo\"" },
  { "cheap", "set[0].entries", "[{\"stage\": \"lead\", \"weight\": 1}]" },
  { "cheap", "set[0].segments", "[{\"segment\": \"big\", \"weight\": 1}]" },
  { "cheap", "set[0].discount_per_year", "0.1" },
};

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
    PrnSpot spot;

    g_string_append_printf (path, "%s%s", i > 0 ? "." : "", steps[i]);
    if (prn_spot_find_in_map (&spot, map, row->id, path->str))
      g_hash_table_add (met, (gpointer) spot.member);
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
    { { "lead", "size.w", "0" }, "0 is out of range: expected more than 0 to 1000000" },
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
