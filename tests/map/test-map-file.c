/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "prn-check.h"
#include "prn-error.h"
#include "prn-map-file.h"
#include "prn-schema.h"
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

/* A member whose value is the default is left out, wherever it comes from. */
static void
test_defaults_are_left_out (void)
{
  g_autofree char *text = read_source ("tests/map/files/good/explicit-defaults.json");
  g_autoptr (PrnMap) map = parse (text);

  assert_prints (map, "{\n"
                      "  \"format\": \"perennial-map\",\n"
                      "  \"version\": 1,\n"
                      "  \"title\": \"T\",\n"
                      "  \"stages\": [\n"
                      "    {\n"
                      "      \"id\": \"a\",\n"
                      "      \"name\": \"A\"\n"
                      "    }\n"
                      "  ],\n"
                      "  \"events\": [\n"
                      "    {\n"
                      "      \"id\": \"e\"\n"
                      "    }\n"
                      "  ],\n"
                      "  \"triggers\": [\n"
                      "    {\n"
                      "      \"id\": \"t\",\n"
                      "      \"from\": \"a\",\n"
                      "      \"to\": \"a\"\n"
                      "    }\n"
                      "  ]\n"
                      "}\n");
}

/* Defaults that another member states: a score rests where it starts, an event is called by its
 * name and its id. */
static void
test_defaults_of_other_members (void)
{
  static const struct {
    const char *list;
    const char *member;
    gboolean kept;
  } cases[] = {
    { "scores\":[{\"id\":\"s\",\"start\":5,\"rest\":5}]", "rest", FALSE },
    { "scores\":[{\"id\":\"s\",\"start\":5,\"rest\":0}]", "rest", TRUE },
    { "scores\":[{\"id\":\"s\",\"rest\":0}]", "rest", FALSE },
    { "events\":[{\"id\":\"e\",\"name\":\"E\",\"match\":{\"names\":[\"E\",\"e\"]}}]", "match",
      FALSE },
    { "events\":[{\"id\":\"e\",\"name\":\"E\",\"match\":{\"names\":[\"e\",\"E\"]}}]", "match",
      TRUE },
    { "events\":[{\"id\":\"e\",\"name\":\"E\",\"match\":{\"names\":[]}}]", "match", TRUE },
    { "population\":{\"horizon\":\"2y\"}", "population", FALSE },
    { "population\":{\"horizon\":\"2y\",\"x\":1}", "population", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
        g_strdup_printf ("{\"format\":\"perennial-map\",\"version\":1,\"%s}", cases[i].list);
    g_autoptr (PrnMap) map = parse (text);
    g_autoptr (GBytes) bytes = prn_map_print (map);
    g_autofree char *printed = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    g_assert_cmpint (strstr (printed, cases[i].member) != NULL, ==, cases[i].kept);
  }
}

static void
test_unfinished_elements_can_be_printed (void)
{
  g_autoptr (PrnMap) empty = prn_map_new ("T");
  g_autoptr (PrnTrigger) trigger = prn_element_new (PRN_KIND_TRIGGER, "t");
  g_autoptr (PrnMap) map = NULL;

  trigger->when = g_new0 (PrnCondition, 1);
  prn_record_init (&prn_condition_record, trigger->when);
  map = prn_map_with (empty, trigger);
  assert_prints (map, "{\n"
                      "  \"format\": \"perennial-map\",\n"
                      "  \"version\": 1,\n"
                      "  \"title\": \"T\",\n"
                      "  \"triggers\": [\n"
                      "    {\n"
                      "      \"id\": \"t\",\n"
                      "      \"when\": {}\n"
                      "    }\n"
                      "  ]\n"
                      "}\n");
}

static void
test_save_and_load (void)
{
  g_autofree char *text = read_source ("tests/map/files/good/everything.json");
  g_autofree char *folder = g_dir_make_tmp ("perennial-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.lifecycle.json", NULL);
  g_autofree char *written = NULL;
  g_autoptr (PrnMap) map = parse (text);
  g_autoptr (PrnMap) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (prn_map_save (map, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, text);
  loaded = prn_map_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (prn_map_equal (map, loaded));
  g_unlink (path);
  g_rmdir (folder);
}

/* A map of a newer program opens, with all it says, and is not saved over. */
static void
test_newer_version (void)
{
  g_autofree char *text = read_source ("tests/map/files/good/newer-version.json");
  g_autofree char *folder = g_dir_make_tmp ("perennial-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.lifecycle.json", NULL);
  g_autoptr (PrnMap) map = parse (text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (prn_map_get_version (map), ==, 7);
  assert_prints (map, text);
  g_assert_false (prn_map_save (map, path, &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_USAGE);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

static void
test_files_that_cannot_be_read (void)
{
  g_autofree char *folder = g_dir_make_tmp ("perennial-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  const char *const paths[] = { folder, missing };
  const int codes[] = { EISDIR, ENOENT };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *message =
        g_strdup_printf ("%s: cannot read: %s", paths[i], g_strerror (codes[i]));

    g_assert_null (prn_map_load (paths[i], NULL, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_IO);
    g_assert_cmpstr (error->message, ==, message);
  }
  g_rmdir (folder);
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"perennial-map\",\"version\":1,\"phases\":[{\"id\":\"p\"}],\"notes\":[");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *large = g_strnfill ((64 << 20) + 1, ' ');
  g_autoptr (GBytes) large_bytes = g_bytes_new_static (large, (64 << 20) + 1);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s{\"id\":\"n%u\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  bytes = g_bytes_new_static (text->str, text->len);
  g_assert_null (prn_map_parse (bytes, NULL, &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "notes: "));
  g_clear_error (&error);

  g_assert_null (prn_map_parse (large_bytes, NULL, &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

/* A file of nothing but mistakes is told in a list one can still read. */
static void
test_many_errors (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"perennial-map\",\"version\":1,\"stages\":[{\"id\":\"a\",\"channels\":[0");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}]}");
  bytes = g_bytes_new_static (text->str, text->len);
  g_assert_null (prn_map_parse (bytes, problems, &error));
  g_assert_true (g_str_has_prefix (error->message, "stages[0].channels[0]: "));
  g_assert_cmpuint (problems->len, >, 1000);
  g_assert_cmpuint (problems->len, <, 1010);
  g_assert_nonnull (strstr (((PrnProblem *) problems->pdata[1000])->message, "99001 more errors"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/file/round-trip", test_round_trip);
  g_test_add_func ("/map/file/templates-round-trip", test_templates_round_trip);
  g_test_add_func ("/map/file/defaults-are-left-out", test_defaults_are_left_out);
  g_test_add_func ("/map/file/defaults-of-other-members", test_defaults_of_other_members);
  g_test_add_func ("/map/file/unfinished-elements-can-be-printed",
                   test_unfinished_elements_can_be_printed);
  g_test_add_func ("/map/file/save-and-load", test_save_and_load);
  g_test_add_func ("/map/file/newer-version", test_newer_version);
  g_test_add_func ("/map/file/files-that-cannot-be-read", test_files_that_cannot_be_read);
  g_test_add_func ("/map/file/limits", test_limits);
  g_test_add_func ("/map/file/many-errors", test_many_errors);
  return g_test_run ();
}
