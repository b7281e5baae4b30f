/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-path.h"

static void
walk (PrnPaths *paths, guint32 first, guint32 length)
{
  for (guint32 i = 0; i < length; i++)
    prn_paths_append (paths, first + i);
  prn_paths_end (paths);
}

static guint64
count_of (PrnPaths *paths, guint32 first, guint32 length)
{
  guint64 customers = 0;

  for (guint32 i = 0; i < prn_paths_n (paths); i++) {
    const PrnPath *path = prn_paths_nth (paths, i);
    const guint8 *bytes = path->bytes;
    guint32 n = 0;
    gboolean same = TRUE;

    for (; bytes < path->bytes + path->length; n++)
      same &= prn_path_next (&bytes) == first + n;
    if (same && n == length)
      customers += path->customers;
  }
  return customers;
}

/* Stages of one to five bytes, paths from one stage to a million. */
static void
test_kinds (void)
{
  PrnPaths *paths = prn_paths_new ();

  prn_paths_end (paths);
  g_assert_cmpuint (prn_paths_n (paths), ==, 0);
  for (guint i = 0; i < 3; i++) {
    walk (paths, 0, 1);
    walk (paths, 126, 4);
    walk (paths, 16382, 4);
    walk (paths, G_MAXUINT32 - 5, 4);
    walk (paths, 1000, 1000000);
  }
  walk (paths, 126, 3);

  g_assert_cmpuint (prn_paths_n (paths), ==, 6);
  g_assert_cmpuint (count_of (paths, 0, 1), ==, 3);
  g_assert_cmpuint (count_of (paths, 126, 4), ==, 3);
  g_assert_cmpuint (count_of (paths, 126, 3), ==, 1);
  g_assert_cmpuint (count_of (paths, 16382, 4), ==, 3);
  g_assert_cmpuint (count_of (paths, G_MAXUINT32 - 5, 4), ==, 3);
  g_assert_cmpuint (count_of (paths, 1000, 1000000), ==, 3);
  prn_paths_free (paths);
}

static void
test_many_and_merge (void)
{
  PrnPaths *one = prn_paths_new (), *other = prn_paths_new ();

  for (guint32 i = 0; i < 20000; i++) {
    walk (one, i, 3);
    walk (other, i + 10000, 3);
  }
  prn_paths_merge (one, other);
  g_assert_cmpuint (prn_paths_n (one), ==, 30000);
  g_assert_cmpuint (count_of (one, 9999, 3), ==, 1);
  g_assert_cmpuint (count_of (one, 10000, 3), ==, 2);
  g_assert_cmpuint (count_of (one, 29999, 3), ==, 1);
  prn_paths_free (one);
  prn_paths_free (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/path/kinds", test_kinds);
  g_test_add_func ("/engine/path/many-and-merge", test_many_and_merge);
  return g_test_run ();
}
