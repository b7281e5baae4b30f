/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-source.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log-test.h"
#include "prn-error.h"

static const char csv[] = "user,event,time\nu,a,1970-01-01\nv,b,1970-01-02\n";

static gpointer
write_to_pipe (gpointer data)
{
  int fd = open (data, O_WRONLY);

  /* In two pieces, as a slow program writes. */
  g_assert_cmpint (write (fd, csv, 20), ==, 20);
  g_usleep (1000);
  g_assert_cmpint (write (fd, csv + 20, strlen (csv) - 20), ==, strlen (csv) - 20);
  close (fd);
  return NULL;
}

static void
assert_is_log (PrnLog *log)
{
  g_autofree char *text = prn_test_describe (log);

  g_assert_cmpstr (text, ==, "u a@0\nv b@86400");
}

/* What can be read only once is read as a file is. */
static void
test_pipe (void)
{
  g_autofree char *folder = g_dir_make_tmp ("perennial-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_to_pipe, path);
  log = prn_log_read (path, &(PrnLogOptions){ 0 }, NULL, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  assert_is_log (log);
  g_unlink (path);
  g_rmdir (folder);
}

static void
read_stdin (int fd)
{
  int kept = dup (STDIN_FILENO);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;

  dup2 (fd, STDIN_FILENO);
  log = prn_log_read ("-", &(PrnLogOptions){ 0 }, NULL, NULL, &error);
  dup2 (kept, STDIN_FILENO);
  close (kept);
  g_assert_no_error (error);
  assert_is_log (log);
}

static void
test_stdin (void)
{
  g_autofree char *path = prn_test_file (csv, -1);
  int file = open (path, O_RDONLY);
  int ends[2];

  read_stdin (file);
  close (file);
  prn_test_remove (path);

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], csv, strlen (csv)), ==, strlen (csv));
  close (ends[1]);
  read_stdin (ends[0]);
  close (ends[0]);
}

static void
test_empty_pipe (void)
{
  int kept = dup (STDIN_FILENO);
  int ends[2];
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[1]);
  dup2 (ends[0], STDIN_FILENO);
  g_assert_null (prn_log_read ("-", &(PrnLogOptions){ 0 }, NULL, NULL, &error));
  dup2 (kept, STDIN_FILENO);
  close (kept);
  close (ends[0]);
  g_assert_error (error, PRN_ERROR, PRN_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "-: "));
}

/* A program that writes the same for as long as somebody reads, within bounds. */
typedef struct {
  int fd;
  const char *text;
  gsize most, written;
} Endless;

static gpointer
write_endlessly (gpointer data)
{
  Endless *endless = data;
  gsize length = endless->text[0] != '\0' ? strlen (endless->text) : 1;
  gsize size = 65536 / length * length;
  g_autofree char *piece = g_malloc0 (size);

  for (gsize i = 0; i < size; i++)
    piece[i] = endless->text[i % length];
  while (endless->written < endless->most) {
    gssize n = write (endless->fd, piece, size);

    if (n < 0)
      break;
    endless->written += (gsize) n;
  }
  close (endless->fd);
  return NULL;
}

static PrnLog *
read_endless (Endless *endless, GError **error)
{
  int kept = dup (STDIN_FILENO);
  int ends[2];
  GThread *writer;
  PrnLog *log;

  g_assert_cmpint (pipe (ends), ==, 0);
  dup2 (ends[0], STDIN_FILENO);
  close (ends[0]);
  endless->fd = ends[1];
  writer = g_thread_new ("writer", write_endlessly, endless);
  log = prn_log_read ("-", &(PrnLogOptions){ 0 }, NULL, NULL, error);
  dup2 (kept, STDIN_FILENO);
  close (kept);
  g_thread_join (writer);
  return log;
}

/* What never ends and is no log is found out before it fills a disk. */
static void
test_endless (void)
{
  static const struct {
    const char *text;
    const char *message;
  } endless[] = {
    { "", "-: is binary data; a CSV or XES log was expected" },
    { "y\n",
      "-: has rows of one field only; a log with a customer, an event and a time in each row "
      "was expected" },
    { "y", "-: line 1: no row ends within 256 KiB; a log was expected" },
    { "\n", "-: line 1: no row ends within 256 KiB; a log was expected" },
  };
  const gsize most = 64 * 1024 * 1024;

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++) {
    Endless stream = { .text = endless[i].text, .most = most };
    g_autoptr (GError) error = NULL;

    g_assert_null (read_endless (&stream, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_SYNTAX);
    g_assert_cmpstr (error->message, ==, endless[i].message);
    g_assert_cmpuint (stream.written, <, most);
  }
}

/* A long stream is a log to its last row. */
static void
test_long_stream (void)
{
  Endless stream = { .text = "user,event,time\nu,a,1970-01-01\n", .most = 10 * 1024 * 1024 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = read_endless (&stream, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stream.written, >=, stream.most);
  g_assert_cmpuint (prn_log_n_accepted (log), ==, stream.written / strlen (stream.text));
}

/* The same bytes however few are asked for at once. */
static void
test_decoding (void)
{
  static const char utf16[] = "\xff\xfe"
                              "a\0\xe4\0\x3d\xd8\x00\xde\x3d\xd8"
                              "b\0";
  g_autofree char *path = prn_test_file (utf16, sizeof utf16 - 1);
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, NULL);

  for (gsize size = 8; size < 64; size++) {
    g_autoptr (GString) text = g_string_new (NULL);
    char buffer[64];
    gssize n;

    g_assert_true (prn_log_source_rewind (source, "UTF-16LE", NULL));
    while ((n = prn_log_source_read (source, buffer, size, NULL)) > 0)
      g_string_append_len (text, buffer, n);
    g_assert_cmpint (n, ==, 0);
    g_assert_cmpstr (text->str, ==,
                     "\xef\xbb\xbf"
                     "a\xc3\xa4\xf0\x9f\x98\x80\xef\xbf\xbd"
                     "b");
  }
  prn_test_remove (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN); /* writers find out by themselves that nobody reads on */
  g_test_add_func ("/log/source/pipe", test_pipe);
  g_test_add_func ("/log/source/stdin", test_stdin);
  g_test_add_func ("/log/source/empty-pipe", test_empty_pipe);
  g_test_add_func ("/log/source/endless", test_endless);
  g_test_add_func ("/log/source/long-stream", test_long_stream);
  g_test_add_func ("/log/source/decoding", test_decoding);
  return g_test_run ();
}
