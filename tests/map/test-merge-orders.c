/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of letters, edited at random on two sides: in the merged order is what both did, or the two
 * sides disagree. */

#include <string.h>

#include "merge-lists.h"
#include "prn-merge-order.h"

#define N_PAIRS   20000
#define N_LETTERS 12

/* A list of letters as an edit leaves it: some out, some elsewhere, some new. */
static guint
random_list (GRand *rand,
             const char *const *from,
             guint n,
             const char *const *added,
             guint n_added,
             const char **list)
{
  guint n_list = 0;

  for (guint i = 0; i < n; i++)
    if (g_rand_int_range (rand, 0, 8) > 0)
      list[n_list++] = from[i];
  for (guint i = 0; i < n_added; i++) {
    guint at = (guint) g_rand_int_range (rand, 0, (gint32) n_list + 1);

    if (g_rand_boolean (rand))
      continue;
    memmove (list + at + 1, list + at, (n_list - at) * sizeof *list);
    list[at] = added[i];
    n_list++;
  }
  for (gint32 i = g_rand_int_range (rand, -2, 3); i > 0 && n_list > 0; i--) {
    guint take = (guint) g_rand_int_range (rand, 0, (gint32) n_list);
    guint put = (guint) g_rand_int_range (rand, 0, (gint32) n_list);
    const char *moved = list[take];

    memmove (list + take, list + take + 1, (n_list - take - 1) * sizeof *list);
    memmove (list + put + 1, list + put, (n_list - put - 1) * sizeof *list);
    list[put] = moved;
  }
  return n_list;
}

static gboolean
arrange (MergeLists *lists, const char **result)
{
  PrnMergeNames base = { lists->names[MERGE_BASE], lists->n[MERGE_BASE] };
  PrnMergeNames ours = { lists->names[MERGE_OURS], lists->n[MERGE_OURS] };
  PrnMergeNames theirs = { lists->names[MERGE_THEIRS], lists->n[MERGE_THEIRS] };
  g_autoptr (GArray) items = prn_merge_match (base, ours, theirs);
  g_autoptr (GArray) order = NULL;
  gboolean agreed;

  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = &g_array_index (items, PrnMergeItem, i);

    item->kept = item->base < 0 || (item->ours >= 0 && item->theirs >= 0);
  }
  order = prn_merge_arrange (items, &agreed);
  for (guint i = 0; i < order->len; i++) {
    PrnMergeItem *item = &g_array_index (items, PrnMergeItem, g_array_index (order, guint, i));

    result[i] = item->ours >= 0 ? ours.names[item->ours] : theirs.names[item->theirs];
  }
  lists->names[MERGE_RESULT] = result;
  lists->n[MERGE_RESULT] = order->len;
  return agreed;
}

/* Each order is kept or the sides disagree, and they agree when only one reordered the list. */
static void
test_orders (void)
{
  static const char *const letters[] = { "a", "b", "c", "d", "e", "f" };
  static const char *const by_ours[] = { "s", "t", "x", "y" };
  static const char *const by_theirs[] = { "s", "t", "v", "w" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_agreed = 0;

  for (guint i = 0; i < N_PAIRS; i++) {
    const char *ours[N_LETTERS], *theirs[N_LETTERS], *result[N_LETTERS];
    guint n = (guint) g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (letters) + 1);
    guint from = (guint) g_rand_int_range (rand, 0, 3);
    guint n_ours = random_list (rand, letters, n, by_ours + from, 4 - from, ours);
    guint n_theirs = random_list (rand, letters, n, by_theirs + from, 4 - from, theirs);
    MergeLists lists = { { letters, ours, theirs, NULL }, { n, n_ours, n_theirs, 0 } };
    gboolean agreed = arrange (&lists, result);

    if (agreed)
      g_assert_cmpstr (merge_lists_find_lost (&lists), ==, NULL);
    if (!merge_lists_added_alike (&lists) && (!merge_lists_reordered (&lists, MERGE_OURS) ||
                                              !merge_lists_reordered (&lists, MERGE_THEIRS)))
      g_assert_true (agreed);
    n_agreed += agreed;
  }
  g_assert_cmpuint (n_agreed, >, N_PAIRS / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/merge/orders/random", test_orders);
  return g_test_run ();
}
