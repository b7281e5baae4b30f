/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document and its file, which others may write, too. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "prn-document.h"
#include "prn-map-file.h"
#include "prn-merge.h"

typedef struct {
  char *folder, *path;
  PrnDocument *document;
  guint n_conflicts;
} Fixture;

static void
conflict_cb (PrnDocument *document, Fixture *fixture)
{
  if (prn_document_get_conflict (document) != PRN_FILE_NO_CONFLICT)
    fixture->n_conflicts++;
}

static PrnMap *
map_of (const char *title, const char *owner)
{
  g_autoptr (PrnMap) map = prn_map_new (title);
  g_autoptr (PrnStage) stage = prn_element_new (PRN_KIND_STAGE, "trial");

  prn_element_set_text (&stage->owner, owner);
  return prn_map_with (map, stage);
}

static void
write_file (Fixture *fixture, const char *title, const char *owner)
{
  g_autoptr (PrnMap) map = map_of (title, owner);

  g_assert_true (prn_map_save (map, fixture->path, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("prn-document-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "map.lifecycle.json", NULL);
  write_file (fixture, "base", "base");
  fixture->document = prn_document_load (fixture->path, NULL);
  g_signal_connect (fixture->document, "conflict", G_CALLBACK (conflict_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->document);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
retitle (Fixture *fixture, const char *title)
{
  g_autoptr (PrnMap) map =
      prn_map_with_title (prn_document_get_map (fixture->document), title);

  g_assert_true (prn_document_apply (fixture->document, map, "Change the Title", NULL));
}

/* Title and owner, as `title owner`. */
static char *
describe (PrnMap *map)
{
  const PrnStage *stage = prn_map_lookup (map, "trial");

  return g_strdup_printf ("%s %s", prn_map_get_title (map), stage->owner);
}

#define assert_map(map, words)                   \
  G_STMT_START {                                 \
    g_autofree char *found = describe (map);     \
    g_assert_cmpstr (found, ==, words);          \
  }                                              \
  G_STMT_END

static void
assert_in_file (Fixture *fixture, const char *words)
{
  g_autoptr (PrnMap) map = prn_map_load (fixture->path, NULL, NULL);

  assert_map (map, words);
}

static gboolean
save (Fixture *fixture)
{
  return prn_document_save (fixture->document, fixture->path, NULL);
}

/* Whatever another program does to the file is seen at the next look, and only that. */
static void
test_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) same = prn_map_print (prn_document_get_map (fixture->document));

  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_NO_CONFLICT);

  /* The same content, though a new file. */
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (same, NULL),
                                      (gssize) g_bytes_get_size (same), NULL));
  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_NO_CONFLICT);

  write_file (fixture, "base", "BASE"); /* of the same length, within the same second */
  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_CHANGED);
  prn_document_check (fixture->document);
  g_assert_cmpuint (fixture->n_conflicts, ==, 1);

  g_unlink (fixture->path);
  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_REMOVED);
  g_assert_true (prn_document_is_modified (fixture->document));
  g_assert_cmpuint (fixture->n_conflicts, ==, 2);

  write_file (fixture, "base", "base");
  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_NO_CONFLICT);
}

/* A watched file is looked at by itself. */
static void
test_watched (Fixture *fixture, gconstpointer data)
{
  prn_document_watch (fixture->document);
  write_file (fixture, "theirs", "base");
  while (prn_document_get_conflict (fixture->document) == PRN_FILE_NO_CONFLICT)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_CHANGED);
}

/* Our own saving is no conflict. */
static void
test_own_saving (Fixture *fixture, gconstpointer data)
{
  prn_document_watch (fixture->document);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *title = g_strdup_printf ("mine %u", i);

    retitle (fixture, title);
    g_assert_true (save (fixture));
    g_assert_false (prn_document_is_modified (fixture->document));
    prn_document_check (fixture->document);
  }
  assert_in_file (fixture, "mine 2 base");
  g_assert_cmpuint (fixture->n_conflicts, ==, 0);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  retitle (fixture, "mine");
  write_file (fixture, "theirs", "theirs");
  g_assert_false (save (fixture));
  assert_in_file (fixture, "theirs theirs");
  prn_document_keep (fixture->document);
  g_assert_true (prn_document_is_modified (fixture->document));

  /* Kept against that, not against what comes later. */
  write_file (fixture, "theirs again", "theirs");
  g_assert_false (save (fixture));
  prn_document_keep (fixture->document);
  g_assert_true (save (fixture));
  assert_in_file (fixture, "mine base");
}

static void
test_take (Fixture *fixture, gconstpointer data)
{
  retitle (fixture, "mine");
  write_file (fixture, "theirs", "base");
  prn_document_check (fixture->document);
  g_assert_true (prn_document_revert (fixture->document, "Take Theirs", NULL));
  assert_map (prn_document_get_map (fixture->document), "theirs base");
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_NO_CONFLICT);
  g_assert_false (prn_document_is_modified (fixture->document));
  g_assert_cmpstr (prn_document_get_undo_name (fixture->document), ==, "Take Theirs");

  prn_document_undo (fixture->document);
  assert_map (prn_document_get_map (fixture->document), "mine base");
  g_assert_true (prn_document_is_modified (fixture->document));
  g_assert_true (save (fixture));
  assert_in_file (fixture, "mine base");
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);

  retitle (fixture, "mine");
  write_file (fixture, "base", "theirs");
  g_assert_false (save (fixture));
  g_assert_true (prn_document_merge (fixture->document, "Merge", conflicts, NULL));
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_map (prn_document_get_map (fixture->document), "mine theirs");
  assert_in_file (fixture, "base theirs");
  g_assert_true (save (fixture));
  assert_in_file (fixture, "mine theirs");

  /* What both changed stays as it is here, and is told. */
  retitle (fixture, "mine again");
  write_file (fixture, "theirs again", "theirs");
  g_assert_true (prn_document_merge (fixture->document, "Merge", conflicts, NULL));
  g_assert_cmpuint (conflicts->len, ==, 1);
  assert_map (prn_document_get_map (fixture->document), "mine again theirs");
}

/* A file that holds no map any more is not written over, and cannot be taken or merged. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  retitle (fixture, "mine");
  g_assert_true (g_file_set_contents (fixture->path, "{", -1, NULL));
  g_assert_false (save (fixture));
  g_assert_false (prn_document_revert (fixture->document, "Take Theirs", &error));
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_false (prn_document_merge (fixture->document, "Merge", NULL, NULL));
  assert_map (prn_document_get_map (fixture->document), "mine base");
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_CHANGED);
}

/* Two windows on one file: who saves second is asked. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) other = prn_document_load (fixture->path, NULL);
  g_autoptr (PrnMap) map = prn_map_with_title (prn_document_get_map (other), "other");

  g_assert_true (prn_document_apply (other, map, "Change the Title", NULL));
  retitle (fixture, "mine");
  g_assert_true (prn_document_save (other, fixture->path, NULL));
  g_assert_false (save (fixture));
  assert_in_file (fixture, "other base");
}

/* Saved elsewhere, the first file counts no more. */
static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.lifecycle.json", NULL);

  prn_document_watch (fixture->document);
  retitle (fixture, "mine");
  g_assert_true (prn_document_save (fixture->document, path, NULL));
  write_file (fixture, "theirs", "theirs");
  prn_document_check (fixture->document);
  g_assert_cmpint (prn_document_get_conflict (fixture->document), ==, PRN_FILE_NO_CONFLICT);
  g_assert_cmpstr (prn_document_get_path (fixture->document), ==, path);
  g_assert_true (prn_document_revert (fixture->document, "Revert", NULL));
  assert_map (prn_document_get_map (fixture->document), "mine base");
  g_unlink (path);
}

/* A file that must not be written to is shown, and can be worked on under another name. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.lifecycle.json", NULL);
  g_autoptr (PrnDocument) document = NULL;
  g_autoptr (PrnMap) map = map_of ("mine", "mine");

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  if (access (fixture->path, W_OK) == 0) {
    g_test_skip ("this user may write to any file");
    return;
  }
  document = prn_document_load (fixture->path, NULL);
  g_assert_cmpint (prn_document_get_read_only (document), ==, PRN_READ_ONLY_FILE);
  g_assert_false (prn_document_apply (document, map, "Change", NULL));
  g_assert_true (prn_document_save (document, path, NULL));
  g_assert_cmpint (prn_document_get_read_only (document), ==, PRN_READ_ONLY_NOT);
  g_assert_true (prn_document_apply (document, map, "Change", NULL));
  g_unlink (path);
}

/* Where nothing can be written the map stays unsaved, and the file as it was. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "below-a-file", NULL);
  g_autoptr (GError) error = NULL;

  retitle (fixture, "mine");
  g_assert_false (prn_document_save (fixture->document, path, &error));
  g_assert_nonnull (error);
  g_assert_true (prn_document_is_modified (fixture->document));
  g_assert_cmpstr (prn_document_get_path (fixture->document), ==, fixture->path);
  assert_in_file (fixture, "base base");
}

/* The map in a picture opens as one that is in no file yet: saving keeps the picture. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) json = prn_map_print (prn_document_get_map (fixture->document));
  g_autoptr (GString) svg = g_string_new ("<svg><metadata id=\"perennial-map\">");
  g_autoptr (PrnDocument) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_len (svg, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
  g_string_replace (svg, "\"base\"", "&quot;base&quot;", 0);
  g_string_append (svg, "</metadata></svg>");
  g_assert_true (g_file_set_contents (fixture->path, svg->str, (gssize) svg->len, NULL));

  opened = prn_document_load (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_null (prn_document_get_path (opened));
  g_assert_true (prn_map_equal (prn_document_get_map (opened),
                                prn_document_get_map (fixture->document)));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/document/file/seen", test_seen },
    { "/document/file/watched", test_watched },
    { "/document/file/own-saving", test_own_saving },
    { "/document/file/keep", test_keep },
    { "/document/file/take", test_take },
    { "/document/file/merge", test_merge },
    { "/document/file/broken", test_broken },
    { "/document/file/two-windows", test_two_windows },
    { "/document/file/save-as", test_save_as },
    { "/document/file/read-only", test_read_only },
    { "/document/file/unwritable", test_unwritable },
    { "/document/file/picture", test_picture },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
