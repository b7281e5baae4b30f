/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the order of a merged list must be, worked out pair by pair without looking at how the merge
 * goes about it. */

/* One list in the four maps: its names in order. */
typedef enum {
  MERGE_BASE,
  MERGE_OURS,
  MERGE_THEIRS,
  MERGE_RESULT,
  MERGE_N_LISTS,
} MergeList;

typedef struct {
  const char *const *names[MERGE_N_LISTS];
  guint n[MERGE_N_LISTS];
} MergeLists;

/* Whether both sides have the item. */
gboolean merge_lists_share (const MergeLists *lists, const char *name);

/* Whether a side put what all have into another order. */
gboolean merge_lists_reordered (const MergeLists *lists, MergeList side);

/* Whether both sides added an item of one name, so that no base says where it belongs. */
gboolean merge_lists_added_alike (const MergeLists *lists);

/* What is wrong with the order of the result; %NULL: nothing. */
const char *merge_lists_find_lost (const MergeLists *lists);

G_END_DECLS
