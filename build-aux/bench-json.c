/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-json MAP ROUNDS
 *
 * Measures, in turn and in one process, what reading and writing a map costs and what json-glib
 * alone takes for the same file. Prints a row of JSON for each round: microseconds of processor
 * time for `load`, `parse`, `save`, `print`. */

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <time.h>

#include "prn-map-file.h"

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Ours: the map from the bytes of a file, and freed. */
static double
load (GBytes *bytes, GError **error)
{
  double start = now ();
  PrnMap *map = prn_map_parse (bytes, NULL, error);

  if (map != NULL)
    prn_map_unref (map);
  return now () - start;
}

/* Theirs: the nodes from the same bytes, and freed. */
static double
parse (GBytes *bytes, GError **error)
{
  double start = now ();
  JsonParser *parser = json_parser_new ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  json_parser_load_from_data (parser, text, (gssize)size, error);
  g_object_unref (parser);
  return now () - start;
}

/* Ours: the bytes of a file from the map. */
static double
save (PrnMap *map)
{
  double start = now ();
  GBytes *bytes = prn_map_print (map);

  g_bytes_unref (bytes);
  return now () - start;
}

static JsonNode *build (JsonNode *node);

static void
build_member (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  json_object_set_member (user_data, name, build (node));
}

static void
build_element (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  json_array_add_element (user_data, build (node));
}

static JsonNode *
build (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_object_new ();

    json_object_foreach_member (json_node_get_object (node), build_member, object);
    return json_node_init_object (json_node_alloc (), object);
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_array_new ();

    json_array_foreach_element (json_node_get_array (node), build_element, array);
    return json_node_init_array (json_node_alloc (), array);
  }
  return json_node_copy (node);
}

/* Theirs: nodes built one by one, printed, and freed. */
static double
print (JsonNode *root)
{
  double start = now ();
  JsonNode *node = build (root);
  JsonGenerator *generator = json_generator_new ();
  char *text;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  g_free (text);
  g_object_unref (generator);
  json_node_unref (node);
  return now () - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (argc != 3) {
    g_printerr ("usage: bench-json MAP ROUNDS\n");
    return 2;
  }
  if (!g_file_get_contents (argv[1], &text, &size, &error) ||
      !json_parser_load_from_data (parser, text, (gssize)size, &error)) {
    g_printerr ("bench-json: %s\n", error->message);
    return 3;
  }
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  map = prn_map_parse (bytes, NULL, &error);
  for (int i = 0; i < atoi (argv[2]) && error == NULL; i++) {
    double load_time = load (bytes, &error);
    double parse_time = parse (bytes, &error);

    g_print ("{\"load\": %.0f, \"parse\": %.0f, \"save\": %.0f, \"print\": %.0f}\n", load_time,
             parse_time, save (map), print (json_parser_get_root (parser)));
  }
  if (error != NULL) {
    g_printerr ("bench-json: %s\n", error->message);
    return 3;
  }
  return 0;
}
