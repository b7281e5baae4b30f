/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-order.h"

#include <string.h>

#define ITEM(items, i) (&g_array_index ((items), PrnMergeItem, (i)))

typedef enum {
  SIDE_BASE,
  SIDE_OURS,
  SIDE_THEIRS,
} Side;

static int *
position (PrnMergeItem *item, Side side)
{
  return side == SIDE_BASE ? &item->base : side == SIDE_OURS ? &item->ours : &item->theirs;
}

static gboolean
add_names (GArray *items, GHashTable *known, PrnMergeNames list, Side side)
{
  for (guint i = 0; i < list.n; i++) {
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (known, list.names[i]));
    int *place;

    if (index == 0) {
      PrnMergeItem item = { -1, -1, -1, FALSE };

      g_array_append_val (items, item);
      index = items->len;
      g_hash_table_insert (known, (gpointer) list.names[i], GUINT_TO_POINTER (index));
    }
    place = position (ITEM (items, index - 1), side);
    if (*place >= 0)
      return FALSE;
    *place = (int) i;
  }
  return TRUE;
}

GArray *
prn_merge_match (PrnMergeNames base, PrnMergeNames ours, PrnMergeNames theirs)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) items =
      g_array_sized_new (FALSE, FALSE, sizeof (PrnMergeItem), MAX (ours.n, theirs.n));

  if (!add_names (items, known, ours, SIDE_OURS) ||
      !add_names (items, known, theirs, SIDE_THEIRS) || !add_names (items, known, base, SIDE_BASE))
    return NULL;
  return g_steal_pointer (&items);
}

/* The order of items that are in all three lists. Items are called by their rank in the base. */
typedef struct {
  guint n;
  guint *items;        /* rank in base → index of the item */
  guint *ours;         /* rank in base → rank in ours */
  guint *theirs;       /* rank in base → rank in theirs */
  guint *ours_order;   /* the other way around */
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
  gboolean turned = common->ours[first] > common->ours[second] ||
                    common->theirs[first] > common->theirs[second];

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

static guint *
merge_orders (const Common *common, gboolean *agreed)
{
  gsize size = common->n * sizeof (guint);
  guint64 n_ours = count_turned (common, before_in_base, common->ours_order);
  guint64 n_theirs = count_turned (common, before_in_base, common->theirs_order);
  guint *merged = NULL;

  *agreed = TRUE;
  if (n_ours == 0)
    return g_memdup2 (common->theirs_order, size);
  if (n_theirs == 0 ||
      (common->n > 0 && memcmp (common->ours_order, common->theirs_order, size) == 0))
    return g_memdup2 (common->ours_order, size);
  /* The sides turned different pairs when what lies between them is what both did. */
  if (count_turned (common, before_in_ours, common->theirs_order) == n_ours + n_theirs)
    merged = merge_turns (common, n_ours, n_theirs);
  if (merged != NULL)
    return merged;
  *agreed = FALSE;
  return g_memdup2 (common->ours_order, size);
}

/* The kept items of a list in its order, as indices. */
static GArray *
list_items (const GArray *items, Side side, gboolean in_all)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *at = NULL; /* 1 + index of the item there */
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n = MAX (n, (guint) (*position (ITEM (items, i), side) + 1));
  at = g_new0 (guint, n);
  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = ITEM (items, i);
    gboolean everywhere = item->base >= 0 && item->ours >= 0 && item->theirs >= 0;

    if (item->kept && *position (item, side) >= 0 && (everywhere || !in_all))
      at[*position (item, side)] = i + 1;
  }
  for (guint i = 0; i < n; i++) {
    guint index = at[i] - 1;

    if (at[i] > 0)
      g_array_append_val (list, index);
  }
  return list;
}

static void
rank_side (const GArray *list, const guint *rank_of_item, guint *ranks, guint *order)
{
  for (guint i = 0; i < list->len; i++) {
    guint rank = rank_of_item[g_array_index (list, guint, i)];

    order[i] = rank;
    ranks[rank] = i;
  }
}

/* The merged order of the items in all three lists, as indices of items. */
static guint *
arrange_common (const GArray *items, guint *n, gboolean *agreed)
{
  g_autoptr (GArray) base = list_items (items, SIDE_BASE, TRUE);
  g_autoptr (GArray) ours = list_items (items, SIDE_OURS, TRUE);
  g_autoptr (GArray) theirs = list_items (items, SIDE_THEIRS, TRUE);
  g_autofree guint *rank_of_item = g_new0 (guint, items->len);
  g_autofree guint *ours_ranks = g_new (guint, base->len);
  g_autofree guint *theirs_ranks = g_new (guint, base->len);
  g_autofree guint *ours_order = g_new (guint, base->len);
  g_autofree guint *theirs_order = g_new (guint, base->len);
  Common common = {
    base->len, (guint *) (gpointer) base->data, ours_ranks, theirs_ranks, ours_order, theirs_order
  };
  guint *order;

  for (guint i = 0; i < base->len; i++)
    rank_of_item[common.items[i]] = i;
  rank_side (ours, rank_of_item, ours_ranks, ours_order);
  rank_side (theirs, rank_of_item, theirs_ranks, theirs_order);
  order = merge_orders (&common, agreed);
  for (guint i = 0; i < base->len; i++)
    order[i] = common.items[order[i]];
  *n = base->len;
  return order;
}

/* A chain of items; the one after the last index is the head. */
typedef struct {
  guint *next;
  gboolean *placed;
  gboolean *by_ours;
  guint head;
} Chain;

static void
insert (Chain *chain, guint item, guint after)
{
  chain->next[item] = chain->next[after];
  chain->next[after] = item;
  chain->placed[item] = TRUE;
}

static void
insert_side (Chain *chain, const GArray *items, Side side)
{
  g_autoptr (GArray) list = list_items (items, side, FALSE);
  guint last = chain->head;

  for (guint i = 0; i < list->len; i++) {
    guint item = g_array_index (list, guint, i);

    if (!chain->placed[item]) {
      while (side == SIDE_THEIRS && chain->next[last] != chain->head &&
             chain->by_ours[chain->next[last]])
        last = chain->next[last];
      insert (chain, item, last);
      chain->by_ours[item] = side == SIDE_OURS;
    }
    last = item;
  }
}

GArray *
prn_merge_arrange (const GArray *items, gboolean *agreed)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *next = g_new0 (guint, items->len + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, items->len + 1);
  g_autofree gboolean *by_ours = g_new0 (gboolean, items->len + 1);
  Chain chain = { next, placed, by_ours, items->len };
  guint n_common, last = chain.head;
  g_autofree guint *common = arrange_common (items, &n_common, agreed);

  next[chain.head] = chain.head;
  for (guint i = 0; i < n_common; i++) {
    insert (&chain, common[i], last);
    last = common[i];
  }
  insert_side (&chain, items, SIDE_OURS);
  insert_side (&chain, items, SIDE_THEIRS);
  for (guint item = next[chain.head]; item != chain.head; item = next[item])
    g_array_append_val (result, item);
  return result;
}

gboolean *
prn_merge_moved (const guint *positions, guint n)
{
  gboolean *moved = g_new (gboolean, n);
  g_autofree guint *ends = g_new (guint, n);     /* by length, the item that ends it lowest */
  g_autofree guint *previous = g_new (guint, n); /* the item before it, 1 + index; 0: none */
  guint longest = 0;

  for (guint i = 0; i < n; i++) {
    guint low = 0, high = longest;

    while (low < high) {
      guint middle = (low + high) / 2;

      if (positions[ends[middle]] < positions[i])
        low = middle + 1;
      else
        high = middle;
    }
    previous[i] = low > 0 ? 1 + ends[low - 1] : 0;
    ends[low] = i;
    longest = MAX (longest, low + 1);
    moved[i] = TRUE;
  }
  for (guint i = longest > 0 ? 1 + ends[longest - 1] : 0; i > 0; i = previous[i - 1])
    moved[i - 1] = FALSE;
  return moved;
}
