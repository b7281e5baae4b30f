/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-map-file.h"
#include "prn-templates.h"

static char *
read_source (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), path, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (full, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static PrnMap *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_prints (PrnMap *map, const char *text)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);
  g_autofree char *printed = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (printed, ==, text);
}

/* Every member of the format once, and members of none. */
static void
test_round_trip (void)
{
  g_autofree char *text = read_source ("tests/map/files/good/everything.json");
  g_autoptr (PrnMap) map = parse (text);

  assert_prints (map, text);
}

static void
test_templates_round_trip (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autofree char *path = g_strdup_printf ("data/templates/%s.lifecycle.json", *id);
    g_autofree char *text = read_source (path);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) map = prn_template_load (*id, &error);

    g_assert_no_error (error);
    assert_prints (map, text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/file/round-trip", test_round_trip);
  g_test_add_func ("/map/file/templates-round-trip", test_templates_round_trip);
  return g_test_run ();
}
