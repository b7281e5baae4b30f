/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that is let go while it is modified leaves its journal as a crash would. */

#include <glib/gstdio.h>
#include <string.h>

#include "prn-map-file.h"
#include "prn-recovery.h"

typedef struct {
  char *folder, *journals, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) map = prn_map_new ("saved");

  fixture->folder = g_dir_make_tmp ("prn-recovery-XXXXXX", NULL);
  fixture->journals = g_build_filename (fixture->folder, "cache", "journal", NULL);
  fixture->path = g_build_filename (fixture->folder, "a map.lifecycle.json", NULL);
  g_assert_true (prn_map_save (map, fixture->path, NULL));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL) {
    g_autofree char *name = g_build_filename (path, base, NULL);

    remove_tree (name);
  }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->journals);
  g_free (fixture->path);
}

static PrnDocument *
open_document (Fixture *fixture)
{
  PrnDocument *document = prn_document_load (fixture->path, NULL);

  g_assert_nonnull (document);
  prn_document_keep_journal (document, fixture->journals);
  return document;
}

static void
retitle (PrnDocument *document, const char *title, const char *join)
{
  g_autoptr (PrnMap) map = prn_map_with_title (prn_document_get_map (document), title);

  g_assert_true (prn_document_apply (document, map, title, join));
}

/* Each word of the script is a title to give; `>x` joins, `<` undoes, `=` redoes, `!` cancels, `.`
 * waits until all is on disk, `s` saves. */
static void
perform (PrnDocument *document, const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);

  for (char **word = words; *word != NULL; word++) {
    if (g_str_equal (*word, "<"))
      prn_document_undo (document);
    else if (g_str_equal (*word, "="))
      prn_document_redo (document);
    else if (g_str_equal (*word, "!"))
      prn_document_cancel (document, "drag");
    else if (g_str_equal (*word, "."))
      prn_document_flush_journal (document);
    else if (g_str_equal (*word, "s"))
      g_assert_true (prn_document_save (document, prn_document_get_path (document), NULL));
    else if (**word == '>')
      retitle (document, *word + 1, "drag");
    else if (**word != '\0')
      retitle (document, *word, NULL);
  }
}

/* The titles from the present one back to the first. */
static char *
titles (PrnDocument *document)
{
  GString *text = g_string_new (prn_map_get_title (prn_document_get_map (document)));

  while (prn_document_can_undo (document)) {
    prn_document_undo (document);
    g_string_append_printf (text, " %s", prn_map_get_title (prn_document_get_map (document)));
  }
  return g_string_free (text, FALSE);
}

static PrnDocument *
recover (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = prn_recovery_list (fixture->journals);

  g_assert_cmpuint (list->len, ==, 1);
  return prn_recovery_open (g_ptr_array_steal_index (list, 0));
}

static void
assert_nothing_left (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = prn_recovery_list (fixture->journals);
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (dir != NULL ? g_dir_read_name (dir) : NULL);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *script, *titles;
  } rows[] = {
    { "a b c", "c b a saved" },
    { "a . b . c", "c b a saved" },
    { "a b < c", "c a saved" },
    { "a . b . < . c", "c a saved" },
    { "a b < = c", "c b a saved" },
    { ">a >b >c", "c saved" },
    { ">a . >b . >c . d", "d c saved" },
    { "a >b >c ! d", "d a saved" },
    { "a . >b . >c . ! . d", "d a saved" },
    { "a b < <  = c", "c a saved" },
    { "a b s c d", "d c b" },
    { "a b s c < d", "d b" },
    /* What was undone beyond the saved map was no step of this journal: it is one now. */
    { "a b s <", "a b" },
    { "a b s . < . < . = . =", "b a saved a b" },
    { "a b s < < c", "c saved a b" },
    { "a b s < >x . >y . >z", "z a b" },
    { "a b s < . >x . ! . c", "c a x a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnDocument) document = open_document (fixture);
    g_autoptr (PrnMap) map = prn_map_new ("saved");
    g_autofree char *found = NULL;

    g_test_message ("%s", rows[i].script);
    perform (document, rows[i].script);
    g_clear_object (&document);
    if (g_str_has_suffix (rows[i].script, "= . =")) {
      /* Back at what is in the file: nothing to recover. */
      assert_nothing_left (fixture);
    } else {
      document = recover (fixture);
      g_assert_true (prn_document_is_modified (document));
      g_assert_cmpstr (prn_document_get_path (document), ==, fixture->path);
      found = titles (document);
      g_assert_cmpstr (found, ==, rows[i].titles);
      prn_document_discard (document);
    }
    assert_nothing_left (fixture);
    g_assert_true (prn_map_save (map, fixture->path, NULL));
  }
}

/* What is saved, or was never changed, or is not wanted, leaves nothing. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const scripts[] = { "", "a s", "a . s", "a <", "a . < .", "a s b <" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    PrnDocument *document = open_document (fixture);

    g_test_message ("%s", scripts[i]);
    perform (document, scripts[i]);
    g_object_unref (document);
    assert_nothing_left (fixture);
  }
}

static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) document = open_document (fixture);

  perform (document, "a . b");
  prn_document_discard (document);
  assert_nothing_left (fixture);
}

/* Nobody but its owner has to do with the journal of an open document. */
static void
test_living (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autoptr (PrnDocument) recovered = NULL;
  g_autoptr (GPtrArray) list = NULL;

  perform (document, "a .");
  list = prn_recovery_list (fixture->journals);
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);

  g_clear_object (&document);
  recovered = recover (fixture);
  list = prn_recovery_list (fixture->journals);
  g_assert_cmpuint (list->len, ==, 0);
  prn_document_discard (recovered);
}

/* A map in no file is recovered as such. */
static void
test_untitled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) map = prn_map_new ("new");
  g_autoptr (PrnDocument) document = prn_document_new (map);
  g_autofree char *found = NULL;

  prn_document_keep_journal (document, fixture->journals);
  perform (document, "a b");
  g_clear_object (&document);
  document = recover (fixture);
  g_assert_null (prn_document_get_path (document));
  found = titles (document);
  g_assert_cmpstr (found, ==, "b a new");
  prn_document_discard (document);
}

/* A recovered document goes on in its journal, and survives a second crash. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autofree char *found = NULL;

  perform (document, "a b c <");
  g_clear_object (&document);
  document = recover (fixture);
  perform (document, "= d . < e");
  g_clear_object (&document);
  document = recover (fixture);
  found = titles (document);
  g_assert_cmpstr (found, ==, "e c b a saved");
  prn_document_discard (document);
  assert_nothing_left (fixture);
}

/* The file that another program wrote meanwhile is not written over. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) theirs = prn_map_new ("theirs");
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autoptr (PrnMap) on_disk = NULL;
  g_autoptr (GError) error = NULL;

  perform (document, "a");
  g_clear_object (&document);
  g_assert_true (prn_map_save (theirs, fixture->path, NULL));

  document = recover (fixture);
  g_assert_false (prn_document_save (document, fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_cmpint (prn_document_get_conflict (document), ==, PRN_FILE_CHANGED);
  on_disk = prn_map_load (fixture->path, NULL, NULL);
  g_assert_true (prn_map_equal (on_disk, theirs));
  g_assert_cmpstr (prn_map_get_title (prn_document_get_map (document)), ==, "a");
  prn_document_discard (document);
}

static char *
only_journal (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);
  char *name = g_build_filename (fixture->journals, g_dir_read_name (dir), NULL);

  g_assert_null (g_dir_read_name (dir));
  return name;
}

/* However far it was written, what is whole is read: one step more for each whole line. */
static void
test_torn (Fixture *fixture, gconstpointer data)
{
  static const char *const found_titles[] = { "a saved", "b a saved", "c b a saved" };
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize size;

  perform (document, "a b c");
  g_clear_object (&document);
  name = only_journal (fixture);
  g_assert_true (g_file_get_contents (name, &text, &size, NULL));

  for (gsize cut = 0; cut <= size; cut++) {
    guint n_lines = 0;

    for (gsize i = 0; i < cut; i++)
      n_lines += text[i] == '\n';
    g_assert_true (g_file_set_contents (name, text, (gssize) cut, NULL));
    if (n_lines < 3) {
      assert_nothing_left (fixture);
    } else {
      g_autofree char *found = NULL;

      document = recover (fixture);
      found = titles (document);
      g_assert_cmpstr (found, ==, found_titles[n_lines - 3]);
      prn_document_discard (document);
      g_clear_object (&document);
    }
  }
}

/* Whatever byte is damaged, what precedes its line is read. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize size, third = 0;

  perform (document, "a b c");
  g_clear_object (&document);
  name = only_journal (fixture);
  g_assert_true (g_file_get_contents (name, &text, &size, NULL));
  for (guint i = 0; i < 3; i++)
    third = (gsize) (strchr (text + third, '\n') + 1 - text);

  for (gsize i = third; i < size; i++) {
    g_autofree char *found = NULL;

    text[i] ^= 1;
    g_assert_true (g_file_set_contents (name, text, (gssize) size, NULL));
    text[i] ^= 1;
    document = recover (fixture);
    found = titles (document);
    g_assert_true (g_str_has_suffix (found, "a saved"));
    g_assert_cmpuint (strlen (found), <, strlen ("c b a saved"));
    prn_document_discard (document);
    g_clear_object (&document);
  }
}

/* After a torn line the next one stands on a line of its own. */
static void
test_goes_on_after_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnDocument) document = open_document (fixture);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;
  gsize size;

  perform (document, "a b");
  g_clear_object (&document);
  name = only_journal (fixture);
  g_assert_true (g_file_get_contents (name, &text, &size, NULL));
  g_assert_true (g_file_set_contents (name, text, (gssize) size - 5, NULL));

  document = recover (fixture);
  perform (document, "x y");
  g_clear_object (&document);
  document = recover (fixture);
  found = titles (document);
  g_assert_cmpstr (found, ==, "y x a saved");
  prn_document_discard (document);
}

/* A journal of a later version is neither read nor removed. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char line[] = "df957806 {\"journal\":2}\n";
  g_autofree char *name = g_build_filename (fixture->journals, "later.journal", NULL);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->journals, 0700), ==, 0);
  g_assert_true (g_file_set_contents (name, line, -1, NULL));
  list = prn_recovery_list (fixture->journals);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (g_file_test (name, G_FILE_TEST_EXISTS));
}

static void
failed_cb (PrnDocument *document, const char *message, GPtrArray *messages)
{
  g_ptr_array_add (messages, g_strdup (message));
}

/* Where nothing can be written editing goes on, and it is said once. As soon as something can, all
 * is there. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *cache = g_path_get_dirname (fixture->journals);
  g_autoptr (PrnDocument) document = NULL;
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (cache, "in the way", -1, NULL));
  document = open_document (fixture);
  g_signal_connect (document, "journal-failed", G_CALLBACK (failed_cb), messages);
  perform (document, "a . b . c .");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_nonnull (strstr (messages->pdata[0], "cannot write"));
  g_assert_cmpstr (prn_map_get_title (prn_document_get_map (document)), ==, "c");

  g_unlink (cache);
  perform (document, "d e . < . =");
  g_clear_object (&document);
  document = recover (fixture);
  g_assert_cmpstr (prn_map_get_title (prn_document_get_map (document)), ==, "e");
  found = titles (document);
  g_assert_true (g_str_has_suffix (found, " saved"));
  prn_document_discard (document);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/recovery/steps", test_steps },
    { "/recovery/nothing", test_nothing },
    { "/recovery/discarded", test_discarded },
    { "/recovery/living", test_living },
    { "/recovery/untitled", test_untitled },
    { "/recovery/twice", test_twice },
    { "/recovery/changed-meanwhile", test_changed_meanwhile },
    { "/recovery/torn", test_torn },
    { "/recovery/damaged", test_damaged },
    { "/recovery/goes-on-after-damage", test_goes_on_after_damage },
    { "/recovery/foreign", test_foreign },
    { "/recovery/unwritable", test_unwritable },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
