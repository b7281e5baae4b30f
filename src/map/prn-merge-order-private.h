/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-merge-order.h"

G_BEGIN_DECLS

/* The three lists of a merge; sides can be or-ed. */
typedef enum {
  PRN_MERGE_BASE = 1 << 0,
  PRN_MERGE_OURS = 1 << 1,
  PRN_MERGE_THEIRS = 1 << 2,
} PrnMergeSide;

#define PRN_MERGE_BOTH (PRN_MERGE_OURS | PRN_MERGE_THEIRS)
#define PRN_MERGE_ALL  (PRN_MERGE_BASE | PRN_MERGE_BOTH)

/**
 * PrnMergeOrder:
 * @PRN_MERGE_ORDER_OF_ONE: one side put the list into another order, or none, or both into the same
 * @PRN_MERGE_ORDER_OF_BOTH: both did, each with other items, and the order has what both did
 * @PRN_MERGE_ORDER_DISPUTED: what they did cannot be had together; the order is that of ours
 */
typedef enum {
  PRN_MERGE_ORDER_OF_ONE,
  PRN_MERGE_ORDER_OF_BOTH,
  PRN_MERGE_ORDER_DISPUTED,
} PrnMergeOrder;

/* Where an item stands in a list, -1 when it is not in it. */
int *prn_merge_item_position (PrnMergeItem *item, PrnMergeSide side);

/**
 * prn_merge_list:
 * @items: (element-type PrnMergeItem): items
 * @side: which list
 * @sides: lists an item must be in besides, or-ed
 *
 * Returns: (transfer full) (element-type guint): the kept items of a list in its order, as indices
 *   into @items
 */
GArray *prn_merge_list (const GArray *items, PrnMergeSide side, PrnMergeSide sides);

/**
 * prn_merge_order:
 * @items: (element-type PrnMergeItem): items
 * @order: (out) (transfer full) (element-type guint): those of all three lists, as indices
 *
 * Puts the kept items that are in all three lists into one order, as prn_merge_arrange() says.
 *
 * Returns: whose order that is
 */
PrnMergeOrder prn_merge_order (const GArray *items, GArray **order);

G_END_DECLS
