/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-selection.h"

/* Asserts what is selected, in order, and how often it was told of since the last time. */
static void
assert_selected (PrnSelection *selection, const char *ids, guint *n_changes, guint changes)
{
  g_autofree char *joined =
      g_strjoinv (" ", (char **) prn_selection_get_ids (selection));

  g_assert_cmpstr (joined, ==, ids);
  g_assert_cmpuint (*n_changes, ==, changes);
  *n_changes = 0;
}

static void
count_cb (PrnSelection *selection, guint *n)
{
  (*n)++;
}

static gboolean
is_not_b (const char *id, gpointer data)
{
  return !g_str_equal (id, "b");
}

static void
test_selection (void)
{
  g_autoptr (PrnSelection) selection = prn_selection_new ();
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (count_cb), &n);
  assert_selected (selection, "", &n, 0);
  g_assert_null (prn_selection_get_primary (selection));

  prn_selection_set_one (selection, "a");
  assert_selected (selection, "a", &n, 1);
  prn_selection_set_one (selection, "a");
  assert_selected (selection, "a", &n, 0);

  prn_selection_toggle (selection, "b");
  prn_selection_toggle (selection, "c");
  assert_selected (selection, "a b c", &n, 2);
  g_assert_cmpstr (prn_selection_get_primary (selection), ==, "c");

  /* What is added again becomes the primary one. */
  prn_selection_add (selection, "a");
  assert_selected (selection, "b c a", &n, 1);
  prn_selection_add (selection, "a");
  assert_selected (selection, "b c a", &n, 0);

  prn_selection_toggle (selection, "c");
  assert_selected (selection, "b a", &n, 1);
  g_assert_true (prn_selection_contains (selection, "b"));
  g_assert_false (prn_selection_contains (selection, "c"));
  g_assert_false (prn_selection_contains (selection, NULL));

  prn_selection_retain (selection, is_not_b, NULL);
  assert_selected (selection, "a", &n, 1);
  prn_selection_retain (selection, is_not_b, NULL);
  assert_selected (selection, "a", &n, 0);

  prn_selection_set (selection, (const char *const[]){ "x", "y", "x", NULL });
  assert_selected (selection, "x y", &n, 1);
  prn_selection_set (selection, NULL);
  assert_selected (selection, "", &n, 1);
}

/* The ids given may be the selection's own. */
static void
test_own_ids (void)
{
  g_autoptr (PrnSelection) selection = prn_selection_new ();
  guint n = 0;

  prn_selection_set (selection, (const char *const[]){ "a", "b", NULL });
  prn_selection_set_one (selection, prn_selection_get_primary (selection));
  assert_selected (selection, "b", &n, 0);
  prn_selection_set (selection, (const char *const[]){ "a", "b", NULL });
  prn_selection_add (selection, prn_selection_get_ids (selection)[0]);
  assert_selected (selection, "b a", &n, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canvas/selection/changes", test_selection);
  g_test_add_func ("/canvas/selection/own-ids", test_own_ids);

  return g_test_run ();
}
