/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-order-private.h"

#define ITEM(items, i) (&g_array_index ((items), PrnMergeItem, (i)))

int *
prn_merge_item_position (PrnMergeItem *item, PrnMergeSide side)
{
  return side == PRN_MERGE_BASE   ? &item->base
         : side == PRN_MERGE_OURS ? &item->ours
                                  : &item->theirs;
}

static gboolean
add_names (GArray *items, GHashTable *known, PrnMergeNames list, PrnMergeSide side)
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
    place = prn_merge_item_position (ITEM (items, index - 1), side);
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

  if (!add_names (items, known, ours, PRN_MERGE_OURS) ||
      !add_names (items, known, theirs, PRN_MERGE_THEIRS) ||
      !add_names (items, known, base, PRN_MERGE_BASE))
    return NULL;
  return g_steal_pointer (&items);
}

static gboolean
is_in_all (PrnMergeItem *item, PrnMergeSide sides)
{
  for (PrnMergeSide side = PRN_MERGE_BASE; side <= PRN_MERGE_THEIRS; side <<= 1)
    if ((sides & side) && *prn_merge_item_position (item, side) < 0)
      return FALSE;
  return TRUE;
}

GArray *
prn_merge_list (const GArray *items, PrnMergeSide side, PrnMergeSide sides)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *at = NULL; /* 1 + index of the item there */
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n = MAX (n, (guint) (*prn_merge_item_position (ITEM (items, i), side) + 1));
  at = g_new0 (guint, n);
  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = ITEM (items, i);

    if (item->kept && is_in_all (item, sides | side))
      at[*prn_merge_item_position (item, side)] = i + 1;
  }
  for (guint i = 0; i < n; i++) {
    guint index = at[i] - 1;

    if (at[i] > 0)
      g_array_append_val (list, index);
  }
  return list;
}
