/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "prn-json-scan.h"

static PrnJson *
scan (const char *text)
{
  g_autoptr (GError) error = NULL;
  PrnJson *json = prn_json_scan (text, strlen (text), &error);

  g_assert_no_error (error);
  return json;
}

static void
test_values (void)
{
  g_autoptr (PrnJson) json =
      scan ("{ \"a\" : [1, -2.5e1, true, null] , \"b\\u0062\":\"x\\ty\\ud83c\\udf3b\" }");
  guint32 list = prn_json_find (json, 0, "a");
  guint32 text = prn_json_find (json, 0, "bb");
  g_autofree char *decoded = prn_json_dup_string (json, text, NULL);

  g_assert_cmpuint (json->tokens[0].n, ==, 2);
  g_assert_cmpuint (json->tokens[list].n, ==, 4);
  g_assert_cmpfloat (prn_json_get_number (json, list + 1), ==, 1);
  g_assert_cmpfloat (prn_json_get_number (json, list + 2), ==, -25);
  g_assert_cmpint (json->tokens[list + 3].type, ==, PRN_JSON_TRUE);
  g_assert_cmpint (json->tokens[list + 4].type, ==, PRN_JSON_NULL);
  g_assert_cmpstr (decoded, ==, "x\ty🌻");
  g_assert_true (prn_json_string_is (json, text, "x\ty🌻"));
  g_assert_false (prn_json_string_is (json, list, "a"));
  g_assert_cmpuint (prn_json_find (json, 0, "c"), ==, 0);
}

static void
test_paths (void)
{
  g_autoptr (PrnJson) json = scan ("{\"a\":[1,{\"b\":[2]}],\"a.b\":{\"c\":3},\"\":4,\"é\":[5]}");
  static const char *const paths[] = {
    "",       "a",         "a",         "a[0]",      "a[1]",        "a[1].b",
    "a[1].b", "a[1].b[0]", "[\"a.b\"]", "[\"a.b\"]", "[\"a.b\"].c", "[\"a.b\"].c",
    "[\"\"]", "[\"\"]",    "[\"é\"]",   "[\"é\"]",   "[\"é\"][0]",
  };

  g_assert_cmpuint (json->n_tokens, ==, G_N_ELEMENTS (paths));
  for (guint32 i = 0; i < json->n_tokens; i++) {
    g_autofree char *path = prn_json_path (json, i);

    g_assert_cmpstr (path, ==, paths[i]);
  }
}

static void
test_pretty (void)
{
  g_autoptr (PrnJson) json = scan ("{\"a\":[ ],\"b\":{},\"c\":[1.0,\"\\u0041\"],\"d\":{\"e\":-0}}");
  g_autoptr (GString) out = g_string_new (NULL);

  prn_json_append_pretty (json, 0, out, 1);
  g_assert_cmpstr (
      out->str, ==,
      "{\n    \"a\": [],\n    \"b\": {},\n    \"c\": [\n      1.0,\n      \"\\u0041\"\n"
      "    ],\n    \"d\": {\n      \"e\": -0\n    }\n  }");
}

/* Few names are compared one with another, many are sorted; both find the same. */
static void
test_repeated (void)
{
  for (guint n = 2; n < 120; n++) {
    g_autoptr (GString) text = g_string_new ("{\"twice\":0");
    g_autoptr (PrnJson) json = NULL;

    for (guint i = 0; i < n; i++)
      g_string_append_printf (text, ",\"name%u\":0", i);
    g_string_append (text, ",\"tw\\u0069ce\":1}");
    json = scan (text->str);
    g_assert_cmpuint (json->repeated->len, ==, 1);
    g_assert_true (prn_json_string_is (json, g_array_index (json->repeated, guint32, 0), "twice"));
    g_assert_cmpuint (g_array_index (json->repeated, guint32, 0), ==, json->n_tokens - 2);
  }
}

static void
test_numbers (void)
{
  static const char *const numbers[] = {
    "0",
    "-0",
    "1",
    "-1",
    "0.1",
    "123456789012345",
    "1234567890123456",
    "12345678901234567890",
    "1e22",
    "1e23",
    "1E-5",
    "1.7976931348623157e308",
    "5e-324",
    "2.2250738585072011e-308",
    "0.000000000000000000000000000001",
    "9007199254740993",
    "3.141592653589793238462643383279",
    "0.30000000000000004",
    "100000000000000000000000000000000000000000000000000000000000000000000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (PrnJson) json = scan (numbers[i]);

    g_assert_true (prn_json_get_number (json, 0) == g_ascii_strtod (numbers[i], NULL));
  }
}

/* Every token of both readers, side by side. */
static void
assert_same (const PrnJson *json, guint32 token, JsonNode *node)
{
  const PrnJsonToken *t = &json->tokens[token];
  g_autofree char *text = NULL;
  guint n = 0;

  switch (t->type) {
  case PRN_JSON_OBJECT:
    g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
    g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, t->n);
    for (guint32 i = token + 1; i < t->next; i = json->tokens[i + 1].next) {
      g_autofree char *name = prn_json_dup_string (json, i, NULL);

      assert_same (json, i + 1, json_object_get_member (json_node_get_object (node), name));
    }
    break;
  case PRN_JSON_ARRAY:
    g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
    g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, t->n);
    for (guint32 i = token + 1; i < t->next; i = json->tokens[i].next)
      assert_same (json, i, json_array_get_element (json_node_get_array (node), n++));
    break;
  case PRN_JSON_STRING:
    text = prn_json_dup_string (json, token, NULL);
    g_assert_cmpstr (text, ==, json_node_get_string (node));
    break;
  case PRN_JSON_NUMBER:
    g_assert_true (prn_json_get_number (json, token) == json_node_get_double (node));
    break;
  case PRN_JSON_NULL:
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
    break;
  default:
    g_assert_cmpint (json_node_get_boolean (node), ==, t->type == PRN_JSON_TRUE);
  }
}

static void
test_against_json_glib (void)
{
  static const char *const folders[] = { "data/templates", "tests/map/files/good" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), folders[i], NULL);
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (folder)) != NULL) {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (PrnJson) json = NULL;
      g_autoptr (JsonNode) node = NULL;

      /* json-glib cuts off large integers. */
      if (!g_str_has_suffix (name, ".json") || g_str_has_prefix (name, "unknown-kinds") ||
          g_str_has_prefix (name, "everything"))
        continue;
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      json = scan (text);
      node = json_from_string (text, NULL);
      g_assert_nonnull (node);
      assert_same (json, 0, node);
    }
  }
}

/* Comparing each name with each would be 20,000,000,000 comparisons. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":0");
  g_autoptr (PrnJson) json = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, ",\"%u\":0", i);
  g_string_append_c (text, '}');
  json = scan (text->str);
  g_assert_cmpuint (json->tokens[0].n, ==, 200001);
  g_assert_cmpuint (json->repeated->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/json-scan/values", test_values);
  g_test_add_func ("/map/json-scan/paths", test_paths);
  g_test_add_func ("/map/json-scan/pretty", test_pretty);
  g_test_add_func ("/map/json-scan/repeated", test_repeated);
  g_test_add_func ("/map/json-scan/numbers", test_numbers);
  g_test_add_func ("/map/json-scan/against-json-glib", test_against_json_glib);
  g_test_add_func ("/map/json-scan/many-members", test_many_members);
  return g_test_run ();
}
