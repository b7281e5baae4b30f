/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "map-schema.h"
#include "prn-schema.h"

static char *
read_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), "data",
                                            "perennial-map-1.schema.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Every range, limit and choice of the tables is in the schema, and nothing else is. */
static void
test_says_what_the_tables_say (void)
{
  g_autofree char *text = read_schema ();
  g_autofree char *printed = map_schema_print ();

  g_assert_cmpstr (text, ==, printed);
}

static gboolean
mentions (JsonNode *node, const char *member)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      if (mentions (json_array_get_element (array, i), member))
        return TRUE;
    return FALSE;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value)) {
    if (g_str_equal (name, "properties") &&
        json_object_has_member (json_node_get_object (value), member))
      return TRUE;
    if (mentions (value, member))
      return TRUE;
  }
  return FALSE;
}

static void
assert_states_members (JsonObject *definitions, const char *name, const PrnRecord *record)
{
  JsonNode *definition = json_object_get_member (definitions, name);

  g_assert_nonnull (definition);
  for (guint i = 0; i < record->n_members; i++)
    g_assert_true (mentions (definition, record->members[i].name));
}

/* As another reader of JSON sees it. */
static void
test_states_each_member (void)
{
  g_autofree char *text = read_schema ();
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *definitions;

  g_assert_nonnull (root);
  definitions = json_object_get_object_member (json_node_get_object (root), "$defs");
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    assert_states_members (definitions, prn_kind_name (kind), prn_record_of_kind (kind));
  assert_states_members (definitions, "condition", &prn_condition_record);
  assert_states_members (definitions, "distribution", &prn_distribution_record);
  assert_states_members (definitions, "filter", &prn_filter_record);
  assert_states_members (definitions, "override", &prn_override_record);
  for (guint i = 0; i < prn_map_record.n_members; i++)
    g_assert_true (json_object_has_member (
        json_object_get_object_member (json_node_get_object (root), "properties"),
        prn_map_record.members[i].name));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/schema/says-what-the-tables-say", test_says_what_the_tables_say);
  g_test_add_func ("/map/schema/states-each-member", test_states_each_member);
  return g_test_run ();
}
