/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-input.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A pipe gives less at a time than was asked for. */
static void
test_pipe (void)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "one, ", 5), ==, 5);
  g_assert_cmpint (write (ends[1], "two", 3), ==, 3);
  close (ends[1]);
  g_assert_cmpint (prn_input_read (ends[0], 1000, content), ==, 0);
  g_assert_cmpmem (content->data, content->len, "one, two", 8);
  close (ends[0]);
}

/* Of what is larger than allowed no more is read than shows that. */
static void
test_most (void)
{
  static const struct {
    gsize size, most;
    gboolean is_whole;
  } rows[] = {
    { 0, 0, TRUE },
    { 1000, 1000, TRUE },
    { 200000, 200000, TRUE },
    { 10000000, 100000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GByteArray) content = g_byte_array_new ();
    g_autofree char *written = g_malloc0 (rows[i].size + 1);
    g_autofree char *name = NULL;
    int fd = g_file_open_tmp ("prn-input-XXXXXX", &name, NULL);

    g_assert_cmpint (fd, >=, 0);
    g_assert_cmpint (write (fd, written, rows[i].size), ==, (gssize) rows[i].size);
    g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
    g_assert_cmpint (prn_input_read (fd, rows[i].most, content), ==, 0);
    if (rows[i].is_whole)
      g_assert_cmpuint (content->len, ==, rows[i].size);
    else
      g_assert_cmpuint (content->len, >, rows[i].most);
    g_assert_cmpuint (content->len, <=, rows[i].most + 1000000);
    close (fd);
    g_unlink (name);
  }
}

static void
test_problem (void)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  g_assert_cmpint (prn_input_read (-1, 10, content), ==, EBADF);
  g_assert_cmpuint (content->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/input/pipe", test_pipe);
  g_test_add_func ("/input/most", test_most);
  g_test_add_func ("/input/problem", test_problem);

  return g_test_run ();
}
