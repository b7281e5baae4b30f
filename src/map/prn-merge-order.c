/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-order-private.h"

#include <string.h>

/* The order of items that are in all three lists. Items are called by their rank in the base. */
typedef struct {
  guint n;
  guint *items;      /* rank in base → index of the item */
  guint *ours;       /* rank in base → rank in ours */
  guint *theirs;     /* rank in base → rank in theirs */
  guint *ours_order; /* the other way around */
  guint *theirs_order;
} Common;

typedef gboolean (*Before) (const Common *common, guint a, guint b);

static gboolean
before_in_base (const Common *common G_GNUC_UNUSED, guint a, guint b)
{
  return a < b;
}

static gboolean
before_in_ours (const Common *common, guint a, guint b)
{
  return common->ours[a] < common->ours[b];
}

static gboolean
before_in_theirs (const Common *common, guint a, guint b)
{
  return common->theirs[a] < common->theirs[b];
}

/* As in the base, unless a side turned the two around. */
static gboolean
before_in_merged (const Common *common, guint a, guint b)
{
  guint first = MIN (a, b), second = MAX (a, b);
  gboolean turned =
      common->ours[first] > common->ours[second] || common->theirs[first] > common->theirs[second];

  return turned ? a > b : a < b;
}

/* Sorts by merging, and counts the pairs that were the wrong way around. */
static guint64
sort (const Common *common, Before before, guint *ranks, guint *spare, guint n)
{
  guint half = n / 2, left = 0, right = half, out = 0;
  guint64 turned;

  if (n < 2)
    return 0;
  turned = sort (common, before, ranks, spare, half);
  turned += sort (common, before, ranks + half, spare, n - half);
  memcpy (spare, ranks, n * sizeof *ranks);
  while (left < half && right < n) {
    if (before (common, spare[right], spare[left])) {
      turned += half - left;
      ranks[out++] = spare[right++];
    } else {
      ranks[out++] = spare[left++];
    }
  }
  while (left < half)
    ranks[out++] = spare[left++];
  while (right < n)
    ranks[out++] = spare[right++];
  return turned;
}

/* How many pairs stand in @order the other way around than @before says. */
static guint64
count_turned (const Common *common, Before before, const guint *order)
{
  g_autofree guint *ranks = g_memdup2 (order, common->n * sizeof *order);
  g_autofree guint *spare = g_new (guint, common->n);

  return sort (common, before, ranks, spare, common->n);
}

/* Every pair as the side has it that turned it around. That can be a circle; whether the order
 * found keeps each turn of both sides, and adds none, shows in the counts. */
static guint *
merge_turns (const Common *common, guint64 n_ours, guint64 n_theirs)
{
  g_autofree guint *order = g_new (guint, common->n);
  g_autofree guint *spare = g_new (guint, common->n);

  for (guint i = 0; i < common->n; i++)
    order[i] = i;
  sort (common, before_in_merged, order, spare, common->n);
  if (count_turned (common, before_in_base, order) != n_ours + n_theirs ||
      count_turned (common, before_in_ours, order) != n_theirs ||
      count_turned (common, before_in_theirs, order) != n_ours)
    return NULL;
  return g_steal_pointer (&order);
}

/* Every order is one of the common items, as their ranks in base. */
static guint *
merge_orders (const Common *common, PrnMergeOrder *outcome)
{
  gsize size = common->n * sizeof (guint);
  guint64 n_ours = count_turned (common, before_in_base, common->ours_order);
  guint64 n_theirs = count_turned (common, before_in_base, common->theirs_order);
  guint *merged = NULL;

  *outcome = PRN_MERGE_ORDER_OF_ONE;
  if (n_ours == 0)
    return g_memdup2 (common->theirs_order, size);
  if (n_theirs == 0 || memcmp (common->ours_order, common->theirs_order, size) == 0)
    return g_memdup2 (common->ours_order, size);
  /* The sides turned different pairs when what lies between them is what both did. */
  if (count_turned (common, before_in_ours, common->theirs_order) == n_ours + n_theirs)
    merged = merge_turns (common, n_ours, n_theirs);
  *outcome = merged != NULL ? PRN_MERGE_ORDER_OF_BOTH : PRN_MERGE_ORDER_DISPUTED;
  return merged != NULL ? merged : g_memdup2 (common->ours_order, size);
}

static void
rank_side (const Common *common,
           const GArray *items,
           PrnMergeSide side,
           PrnMergeSide sides,
           guint *ranks,
           guint *order)
{
  g_autoptr (GArray) list = prn_merge_list (items, side, sides);
  g_autofree guint *rank_of_item = g_new0 (guint, items->len);

  for (guint i = 0; i < common->n; i++)
    rank_of_item[common->items[i]] = i;
  for (guint i = 0; i < list->len; i++) {
    guint rank = rank_of_item[g_array_index (list, guint, i)];

    order[i] = rank;
    ranks[rank] = i;
  }
}

/* The items that are in all of @sides, with @base for the base. */
static void
common_init (Common *common, const GArray *items, PrnMergeSide base, PrnMergeSide sides)
{
  gsize n;

  common->items = g_array_steal (prn_merge_list (items, base, sides), &n);
  common->n = (guint) n;
  common->ours = g_new (guint, n);
  common->theirs = g_new (guint, n);
  common->ours_order = g_new (guint, n);
  common->theirs_order = g_new (guint, n);
  rank_side (common, items, PRN_MERGE_OURS, sides, common->ours, common->ours_order);
  rank_side (common, items, PRN_MERGE_THEIRS, sides, common->theirs, common->theirs_order);
}

static void
common_clear (Common *common)
{
  g_free (common->items);
  g_free (common->ours);
  g_free (common->theirs);
  g_free (common->ours_order);
  g_free (common->theirs_order);
}

/* How many pairs of items that both sides have stand one way in ours and the other in theirs. */
static guint64
count_between (const GArray *items)
{
  Common both;
  guint64 between;

  common_init (&both, items, PRN_MERGE_OURS, PRN_MERGE_BOTH);
  between = count_turned (&both, before_in_base, both.theirs_order);
  common_clear (&both);
  return between;
}

PrnMergeOrder
prn_merge_order (const GArray *items, GArray **order)
{
  Common common;
  PrnMergeOrder outcome;
  g_autofree guint *merged = NULL;
  const guint *ranks;

  common_init (&common, items, PRN_MERGE_BASE, PRN_MERGE_ALL);
  merged = merge_orders (&common, &outcome);
  /* No base decides where an item that both sides added belongs. */
  if (count_between (items) != count_turned (&common, before_in_ours, common.theirs_order))
    outcome = PRN_MERGE_ORDER_DISPUTED;
  ranks = outcome == PRN_MERGE_ORDER_DISPUTED ? common.ours_order : merged;
  *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), common.n);
  for (guint i = 0; i < common.n; i++)
    g_array_append_val (*order, common.items[ranks[i]]);
  common_clear (&common);
  return outcome;
}
