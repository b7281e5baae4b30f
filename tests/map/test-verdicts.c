/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-error.h"
#include "prn-map-file.h"

/* Holds the loader to verdicts.txt; test-schema.py holds the JSON Schema to it. */

typedef struct {
  char *path;
  gboolean good;
  char *place;
} Verdict;

static GPtrArray *
read_verdicts (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), "tests", "map", "verdicts.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *verdicts = g_ptr_array_new ();
  g_autoptr (GRegex) row = g_regex_new ("^(\\S+) +(good|both|loader) *(.*)$", 0, 0, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *verdict = NULL;
    Verdict *item;

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_assert_true (g_regex_match (row, lines[i], 0, &match));
    item = g_new0 (Verdict, 1);
    item->path = g_match_info_fetch (match, 1);
    verdict = g_match_info_fetch (match, 2);
    item->good = g_str_equal (verdict, "good");
    item->place = g_match_info_fetch (match, 3);
    g_ptr_array_add (verdicts, item);
  }
  return verdicts;
}

static void
free_verdict (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->path);
  g_free (verdict->place);
  g_free (verdict);
}

static char *
full_path (const char *path)
{
  return g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), "tests", "map", "files", path, NULL);
}

/* A good map comes back from its own writing byte for byte. */
static void
assert_settles (PrnMap *map)
{
  g_autoptr (GBytes) first = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) again = prn_map_parse (first, NULL, &error);
  g_autoptr (GBytes) second = NULL;

  g_assert_no_error (error);
  second = prn_map_print (again);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (prn_map_equal (map, again));
}

static void
test_verdict (gconstpointer data)
{
  const Verdict *verdict = data;
  g_autofree char *path = full_path (verdict->path);
  g_autofree char *beginning = g_strdup_printf ("%s: %s", path, verdict->place);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_load (path, NULL, &error);

  if (verdict->good) {
    g_assert_no_error (error);
    assert_settles (map);
    return;
  }
  g_assert_null (map);
  g_assert_nonnull (error);
  g_assert_true (error->domain == PRN_ERROR);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, beginning));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  /* The place is the whole place, and something is said about it. */
  if (!g_str_equal (verdict->place, "line"))
    g_assert_true (g_str_has_prefix (error->message + strlen (beginning), ": "));
}

static void
test_every_file_is_listed (gconstpointer data)
{
  const GPtrArray *verdicts = data;
  const char *const folders[] = { "good", "bad" };
  guint n_files = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = full_path (folders[i]);
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

    g_assert_nonnull (folder);
    while (g_dir_read_name (folder) != NULL)
      n_files++;
  }
  g_assert_cmpuint (n_files, ==, verdicts->len);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) verdicts = NULL;

  g_test_init (&argc, &argv, NULL);
  verdicts = read_verdicts ();
  g_ptr_array_set_free_func (verdicts, free_verdict);
  for (guint i = 0; i < verdicts->len; i++) {
    const Verdict *verdict = verdicts->pdata[i];
    g_autofree char *path = g_strdup_printf ("/map/verdicts/%s", verdict->path);

    g_test_add_data_func (path, verdict, test_verdict);
  }
  g_test_add_data_func ("/map/verdicts/every-file-is-listed", verdicts, test_every_file_is_listed);
  return g_test_run ();
}
