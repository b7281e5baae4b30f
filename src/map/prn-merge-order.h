/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists whose items have names, merged three-way: which items there are, and in which order. */

/* The names of a list's items in its order. */
typedef struct {
  const char *const *names;
  guint n;
} PrnMergeNames;

/**
 * PrnMergeItem:
 * @base: its position in the list both sides began with, -1 when it was not there
 * @ours: its position in ours, or -1
 * @theirs: its position in theirs, or -1
 * @kept: whether it is in the merged list; for the caller to say
 */
typedef struct {
  int base, ours, theirs;
  gboolean kept;
} PrnMergeItem;

/**
 * prn_merge_match:
 * @base: the list both sides began with
 * @ours: one side's
 * @theirs: the other side's
 *
 * Pairs the items of the lists by name.
 *
 * Returns: (transfer full) (nullable) (element-type PrnMergeItem): each item once, none kept yet;
 *   %NULL when a name stands twice in one list
 */
GArray *prn_merge_match (PrnMergeNames base, PrnMergeNames ours, PrnMergeNames theirs);

/**
 * prn_merge_arrange:
 * @items: (element-type PrnMergeItem): what prn_merge_match() gave
 * @agreed: (out): whether the two sides' orders could be merged; if not, ours counts
 *
 * Puts the kept items in order. Of two items that were in the list before, the order is that of the
 * side that turned them around, if any did: what one side put into another order is in that order,
 * and what each side moved is where it moved it. An item of one side only stands between those it
 * stood between there; where both sides added something, ours comes first. If the other side turned
 * its neighbours around, it follows the one it followed, or comes before the one it came before when
 * only that one is where it was.
 *
 * The sides disagree
 *
 * - when both turned the same two items around and did not reorder the list alike;
 * - when their orders contradict each other, as when both move one item, each elsewhere;
 * - when both added an item and it stands one way to another in ours and the other way in theirs;
 * - when both reordered the list and an item of one side cannot stand between its neighbours.
 *
 * Takes time proportional to n log n.
 *
 * Returns: (transfer full) (element-type guint): indices into @items
 */
GArray *prn_merge_arrange (const GArray *items, gboolean *agreed);

/**
 * prn_merge_moved:
 * @positions: for each item of the new list in order, its position in the old one, all different
 * @n: how many
 *
 * Finds the fewest items one must take out and put back elsewhere to get the new list: all but a
 * longest increasing subsequence (Fredman, On computing the length of longest increasing
 * subsequences, 1975). Takes time proportional to n log n.
 *
 * Returns: (transfer full) (array length=n): whether each item is one of these
 */
gboolean *prn_merge_moved (const guint *positions, guint n);

G_END_DECLS
