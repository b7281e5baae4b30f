/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-output.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prn-error.h"

typedef struct {
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("prn-output-XXXXXX", NULL);
  f->file = g_build_filename (f->folder, "file", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->file);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return prn_output_write (path, bytes, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_new_and_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (f->file, "first\n", &error));
  assert_content (f->file, "first\n");
  g_assert_true (write_text (f->file, "", &error));
  assert_content (f->file, "");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_keeps_permissions (Fixture *f, gconstpointer data)
{
  const int modes[] = { 0600, 0664, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    GStatBuf found;

    g_assert_true (write_text (f->file, "old", NULL));
    g_assert_cmpint (g_chmod (f->file, modes[i]), ==, 0);
    g_assert_true (write_text (f->file, "new", NULL));
    g_assert_cmpint (g_stat (f->file, &found), ==, 0);
    g_assert_cmpint (found.st_mode & 0777, ==, modes[i]);
  }
}

static void
test_follows_links (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);
  g_autofree char *link_to_link = g_build_filename (f->folder, "link-to-link", NULL);

  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_cmpint (symlink (link, link_to_link), ==, 0);

  g_assert_true (write_text (link_to_link, "made through a dangling link", NULL));
  assert_content (f->file, "made through a dangling link");
  g_assert_true (write_text (link, "again", NULL));
  assert_content (f->file, "again");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_writes_into_a_pipe (Fixture *f, gconstpointer data)
{
  char got[6] = "";
  GStatBuf found;
  int reader;

  g_assert_cmpint (mkfifo (f->file, 0600), ==, 0);
  reader = g_open (f->file, O_RDONLY | O_NONBLOCK, 0);
  g_assert_true (write_text (f->file, "hello", NULL));
  g_assert_cmpint (read (reader, got, 5), ==, 5);
  g_assert_cmpstr (got, ==, "hello");
  close (reader);
  g_assert_cmpint (g_lstat (f->file, &found), ==, 0);
  g_assert_true (S_ISFIFO (found.st_mode));
}

static void
test_failures_name_the_path (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "nowhere", "file", NULL);
  g_autofree char *ring = g_build_filename (f->folder, "ring", NULL);
  const char *paths[] = { f->folder, nowhere, ring };

  g_assert_cmpint (symlink ("ring", ring), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (write_text (paths[i], "x", &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_IO);
    g_assert_true (g_str_has_prefix (error->message, paths[i]));
    g_assert_null (strchr (error->message, '\n'));
  }
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

/* Another file does not take the place of one that is not to be written. */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (f->file, "kept", NULL));
  g_assert_cmpint (g_chmod (f->file, 0444), ==, 0);
  if (g_access (f->file, W_OK) == 0) {
    g_test_skip ("whoever runs this may write everything");
    return;
  }
  g_assert_false (write_text (f->file, "lost", &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, f->file));
  assert_content (f->file, "kept");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

static void
test_pieces (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PrnOutput *output;

  g_assert_true (write_text (f->file, "before", NULL));

  /* Not finished: what is there stays, and nothing else is left. */
  output = prn_output_open (f->file, &error);
  g_assert_no_error (error);
  g_assert_true (prn_output_append (output, "half", 4, &error));
  assert_content (f->file, "before");
  prn_output_free (output);
  assert_content (f->file, "before");
  g_assert_cmpuint (count_files (f->folder), ==, 1);

  output = prn_output_open (f->file, &error);
  g_assert_true (prn_output_append (output, "one,", 4, &error));
  g_assert_true (prn_output_append (output, "", 0, &error));
  g_assert_true (prn_output_append (output, "two", 3, &error));
  g_assert_true (prn_output_finish (output, &error));
  prn_output_free (output);
  assert_content (f->file, "one,two");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/output/new-and-again", test_new_and_again);
  ADD ("/output/read-only", test_read_only);
  ADD ("/output/keeps-permissions", test_keeps_permissions);
  ADD ("/output/follows-links", test_follows_links);
  ADD ("/output/writes-into-a-pipe", test_writes_into_a_pipe);
  ADD ("/output/failures-name-the-path", test_failures_name_the_path);
  ADD ("/output/pieces", test_pieces);
  return g_test_run ();
}
