/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "merge-lists.h"

static int
index_in (const MergeLists *lists, MergeList which, const char *name)
{
  for (guint i = 0; i < lists->n[which]; i++)
    if (g_str_equal (lists->names[which][i], name))
      return (int) i;
  return -1;
}

static gboolean
has (const MergeLists *lists, MergeList which, const char *a, const char *b)
{
  return index_in (lists, which, a) >= 0 && index_in (lists, which, b) >= 0;
}

static gboolean
before (const MergeLists *lists, MergeList which, const char *a, const char *b)
{
  return index_in (lists, which, a) < index_in (lists, which, b);
}

gboolean
merge_lists_share (const MergeLists *lists, const char *name)
{
  return has (lists, MERGE_OURS, name, name) && has (lists, MERGE_THEIRS, name, name);
}

gboolean
merge_lists_reordered (const MergeLists *lists, MergeList side)
{
  for (guint i = 0; i < lists->n[MERGE_BASE]; i++)
    for (guint k = 0; k < i; k++) {
      const char *a = lists->names[MERGE_BASE][k], *b = lists->names[MERGE_BASE][i];

      if (has (lists, MERGE_OURS, a, b) && has (lists, MERGE_THEIRS, a, b) &&
          before (lists, side, b, a))
        return TRUE;
    }
  return FALSE;
}

gboolean
merge_lists_added_alike (const MergeLists *lists)
{
  for (guint i = 0; i < lists->n[MERGE_OURS]; i++)
    if (merge_lists_share (lists, lists->names[MERGE_OURS][i]) &&
        index_in (lists, MERGE_BASE, lists->names[MERGE_OURS][i]) < 0)
      return TRUE;
  return FALSE;
}

/* Whether what all have lets @name stand in the result between what it stands between in a side. */
static gboolean
has_room (const MergeLists *lists, MergeList side, const char *name)
{
  int at = index_in (lists, side, name);

  for (guint i = 0; i < lists->n[side]; i++)
    for (guint k = 0; k < lists->n[side]; k++) {
      const char *a = lists->names[side][i], *b = lists->names[side][k];

      if ((int) i < at && at < (int) k && merge_lists_share (lists, a) &&
          merge_lists_share (lists, b) && before (lists, MERGE_RESULT, b, a))
        return FALSE;
    }
  return TRUE;
}

/* What is wrong with the order of two items of the result; %NULL: nothing. */
static const char *
find_lost_order (const MergeLists *lists, const char *a, const char *b)
{
  gboolean in_ours = has (lists, MERGE_OURS, a, b), in_theirs = has (lists, MERGE_THEIRS, a, b);
  gboolean ours = before (lists, MERGE_OURS, a, b), theirs = before (lists, MERGE_THEIRS, a, b);
  gboolean result = before (lists, MERGE_RESULT, a, b);
  MergeList side = in_ours ? MERGE_OURS : MERGE_THEIRS;
  const char *alone = merge_lists_share (lists, a) ? b : a;

  if (!in_ours && !in_theirs)
    return NULL;
  if (in_ours && in_theirs && has (lists, MERGE_BASE, a, b)) {
    gboolean base = before (lists, MERGE_BASE, a, b);

    return result != (ours != base || theirs != base ? !base : base) ? "an order is lost" : NULL;
  }
  if (in_ours && in_theirs)
    return ours != theirs   ? "both added it, each elsewhere"
           : result != ours ? "an order that both have is lost"
                            : NULL;
  if (result == (in_ours ? ours : theirs))
    return NULL;
  if ((!merge_lists_share (lists, a) && !merge_lists_share (lists, b)) ||
      has_room (lists, side, alone))
    return "the place of what one side added is lost";
  if (merge_lists_reordered (lists, MERGE_OURS) && merge_lists_reordered (lists, MERGE_THEIRS))
    return "there is no place for it";
  return NULL;
}

const char *
merge_lists_find_lost (const MergeLists *lists)
{
  gboolean alike = lists->n[MERGE_OURS] == lists->n[MERGE_THEIRS];
  const char *lost = NULL;

  for (guint i = 0; alike && i < lists->n[MERGE_OURS]; i++)
    alike = g_str_equal (lists->names[MERGE_OURS][i], lists->names[MERGE_THEIRS][i]);
  for (guint i = 0; lost == NULL && i < lists->n[MERGE_RESULT]; i++)
    for (guint k = 0; lost == NULL && k < i; k++) {
      const char *a = lists->names[MERGE_RESULT][k], *b = lists->names[MERGE_RESULT][i];

      if (!alike)
        lost = find_lost_order (lists, a, b);
      else if (!before (lists, MERGE_OURS, a, b))
        lost = "the order of both is lost";
    }
  return lost;
}
