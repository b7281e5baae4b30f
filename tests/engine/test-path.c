/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-path.h"

static void
walk (PrnPaths *paths, guint32 first, guint32 length)
{
  g_autofree guint32 *stages = g_new (guint32, length);

  for (guint32 i = 0; i < length; i++)
    stages[i] = first + i;
  prn_paths_add (paths, stages, sizeof *stages, length, 1);
}

static guint64
count_of (PrnPaths *paths, guint32 first, guint32 length)
{
  guint64 customers = 0;
  PrnPath path;

  for (gsize at = 0; prn_paths_next (paths, &at, &path);) {
    PrnPathReader reader = prn_path_read (paths, &path);
    guint32 stage, n = 0;
    gboolean same = TRUE;

    for (; prn_path_reader_next (&reader, &stage); n++)
      same &= stage == first + n;
    if (same && n == length)
      customers += path.customers;
  }
  return customers;
}

/* Stages of few and of many bits, paths from one stage to a million. */
static void
test_kinds (void)
{
  static const guint32 most[] = { 1000, 2000000, G_MAXUINT32 };

  for (guint k = 0; k < G_N_ELEMENTS (most); k++) {
    guint32 last = most[k] - 1;
    guint32 length = MIN (last, 1000000);
    PrnPaths *paths = prn_paths_new (most[k]);

    walk (paths, 0, 0);
    g_assert_cmpuint (prn_paths_n (paths), ==, 0);
    for (guint i = 0; i < 3; i++) {
      walk (paths, 0, 1);
      walk (paths, 126, 4);
      walk (paths, last - 5, 6);
      walk (paths, 126, 40);
      walk (paths, 0, length);
    }
    walk (paths, 126, 3);

    g_assert_cmpuint (prn_paths_n (paths), ==, 6);
    g_assert_cmpuint (count_of (paths, 0, 1), ==, 3);
    g_assert_cmpuint (count_of (paths, 126, 4), ==, 3);
    g_assert_cmpuint (count_of (paths, 126, 3), ==, 1);
    g_assert_cmpuint (count_of (paths, last - 5, 6), ==, 3);
    g_assert_cmpuint (count_of (paths, 126, 40), ==, 3);
    g_assert_cmpuint (count_of (paths, 0, length), ==, 3);
    prn_paths_free (paths);
  }
}

static void
test_many_and_merge (void)
{
  for (guint32 length = 3; length <= 30; length += 27) {
    PrnPaths *one = prn_paths_new (40000), *other = prn_paths_new (40000);

    for (guint32 i = 0; i < 20000; i++) {
      walk (one, i, length);
      walk (other, i + 10000, length);
    }
    prn_paths_merge (one, other);
    g_assert_cmpuint (prn_paths_n (one), ==, 30000);
    g_assert_cmpuint (count_of (one, 9999, length), ==, 1);
    g_assert_cmpuint (count_of (one, 10000, length), ==, 2);
    g_assert_cmpuint (count_of (one, 29999, length), ==, 1);
    prn_paths_free (one);
    prn_paths_free (other);
  }
}

/* Paths come in the order of their stages, and the shorter of two that begin alike comes first. */
static void
test_order (void)
{
  static const guint32 sorted[][8] = {
    { 0 }, { 0, 0 }, { 0, 0, 0, 0, 0, 0, 0, 1 }, { 0, 1 }, { 3, 0, 99 }, { 3, 2, 1 }, { 99 },
  };
  static const guint32 lengths[] = { 1, 2, 8, 2, 3, 3, 1 };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (sorted); k++) {
      PrnPaths *paths = prn_paths_new (20000); /* four to a word */
      PrnPaths *others = prn_paths_new (20000);
      PrnPath path, other;
      gsize at = 0, other_at = 0;

      prn_paths_add (paths, sorted[i], sizeof (guint32), lengths[i], 1);
      prn_paths_add (others, sorted[k], sizeof (guint32), lengths[k], 1);
      g_assert_true (prn_paths_next (paths, &at, &path));
      g_assert_true (prn_paths_next (others, &other_at, &other));
      g_assert_cmpint (prn_path_compare (&path, &other), <, 0);
      g_assert_cmpint (prn_path_compare (&other, &path), >, 0);
      g_assert_cmpint (prn_path_compare (&path, &path), ==, 0);
      prn_paths_free (paths);
      prn_paths_free (others);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/path/kinds", test_kinds);
  g_test_add_func ("/engine/path/many-and-merge", test_many_and_merge);
  g_test_add_func ("/engine/path/order", test_order);
  return g_test_run ();
}
