/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "prn-document.h"
#include "prn-map-file.h"

static void
count_cb (PrnDocument *document, guint *n)
{
  (*n)++;
}

static void
count_modified_cb (guint *n)
{
  (*n)++;
}

static void
test_new (void)
{
  g_autoptr (PrnMap) map = prn_map_new ("Trial");
  g_autoptr (PrnDocument) document = prn_document_new (map);

  g_assert_true (prn_document_get_map (document) == map);
  g_assert_null (prn_document_get_path (document));
  g_assert_null (prn_document_get_file_name (document));
  g_assert_true (prn_document_is_empty (document));
  g_assert_false (prn_document_is_newer (document));
}

/* Every step is told of once, one that changes nothing not at all. */
static void
test_apply (void)
{
  g_autoptr (PrnMap) before = prn_map_new ("Before");
  g_autoptr (PrnMap) after = prn_map_with_title (before, "After");
  g_autoptr (PrnDocument) document = prn_document_new (before);
  guint n_changed = 0, n_modified = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (document, "notify::modified", G_CALLBACK (count_modified_cb),
                            &n_modified);
  g_assert_true (prn_document_apply (document, before, "Nothing", NULL));
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_false (prn_document_is_modified (document));

  g_assert_true (prn_document_apply (document, after, "Rename", NULL));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_modified, ==, 1);
  g_assert_cmpstr (prn_map_get_title (prn_document_get_map (document)), ==, "After");
  g_assert_cmpstr (prn_document_get_undo_name (document), ==, "Rename");

  prn_document_undo (document);
  g_assert_true (prn_document_get_map (document) == before);
  g_assert_false (prn_document_is_modified (document));
  g_assert_cmpuint (n_modified, ==, 2);
  g_assert_cmpstr (prn_document_get_redo_name (document), ==, "Rename");
  prn_document_redo (document);
  g_assert_true (prn_document_get_map (document) == after);
}

static char *
write_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_load (void)
{
  static const struct {
    const char *name, *text;
    gboolean opens, newer;
  } rows[] = {
    { "good.lifecycle.json",
      "{\"format\":\"perennial-map\",\"version\":1,\"title\":\"T\",\"stages\":[]}", TRUE, FALSE },
    { "newer.lifecycle.json",
      "{\"format\":\"perennial-map\",\"version\":2,\"title\":\"T\",\"stages\":[]}", TRUE, TRUE },
    { "cut.lifecycle.json", "{\"format\":\"perennial-map\",\"version\":1,\"ti", FALSE, FALSE },
    { "empty.lifecycle.json", "", FALSE, FALSE },
  };
  g_autofree char *folder = g_dir_make_tmp ("prn-document-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = write_file (folder, rows[i].name, rows[i].text);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnDocument) document = prn_document_load (path, &error);

    g_test_message ("%s", rows[i].name);
    if (rows[i].opens) {
      g_autoptr (PrnMap) other = prn_map_new ("Other");

      g_assert_no_error (error);
      g_assert_cmpint (prn_document_is_read_only (document), ==, rows[i].newer);
      g_assert_cmpint (prn_document_apply (document, other, "Rename", NULL), !=, rows[i].newer);
      g_assert_cmpstr (prn_document_get_path (document), ==, path);
      g_assert_cmpstr (prn_document_get_file_name (document), ==, rows[i].name);
      g_assert_cmpint (prn_document_is_newer (document), ==, rows[i].newer);
    } else {
      g_assert_null (document);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].name));
      g_assert_null (strchr (error->message, '\n'));
    }
    g_unlink (path);
  }
  g_rmdir (folder);
}

/* What was saved opens again, and is then where it was saved to. */
static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("prn-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.lifecycle.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "saved.lifecycle.json", NULL);
  g_autoptr (PrnMap) map = prn_map_new ("Saved");
  g_autoptr (PrnDocument) document = prn_document_new (map);
  g_autoptr (PrnDocument) opened = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (prn_document_save (document, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (prn_document_get_file_name (document), ==, "saved.lifecycle.json");

  opened = prn_document_load (path, &error);
  g_assert_no_error (error);
  g_assert_true (prn_map_equal (prn_document_get_map (opened), map));

  g_assert_false (prn_document_save (document, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (prn_document_get_path (document), ==, path);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/apply", test_apply);
  g_test_add_func ("/document/load", test_load);
  g_test_add_func ("/document/save", test_save);

  return g_test_run ();
}
