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
 * Puts the kept items in order. Of two items in all three lists, the order is that of the side that
 * turned it around, if any did. An item of one side only follows the one it followed there; where
 * both sides added something, ours comes first. The sides disagree when both turned the same two
 * items around and did not reorder the list alike, or when their orders contradict each other.
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
