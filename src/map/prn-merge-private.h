/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-merge.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnMerge:
 * @base: the map both sides began with
 * @ours: one side's
 * @theirs: the other side's
 * @conflicts: (element-type PrnConflict): what was found so far
 * @element: (nullable): the element at hand; %NULL: the map itself
 * @place: the record at hand, as `match.`; empty: the element
 *
 * A merge under way.
 */
typedef struct {
  PrnMap *base, *ours, *theirs;
  GPtrArray *conflicts;
  const PrnElement *element;
  GString *place;
} PrnMerge;

/* One record as it was and as the two sides have it. */
typedef struct {
  gconstpointer base, ours, theirs;
} PrnThree;

typedef enum {
  PRN_TAKE_OURS,
  PRN_TAKE_THEIRS,
  PRN_TAKE_NEITHER, /* both changed it, differently */
} PrnTake;

/**
 * prn_merge_record:
 * @merge: a merge
 * @record: a table
 * @three: structs of that table
 * @result: a copy of the one of ours, gets what theirs changed
 *
 * Merges member by member.
 */
void prn_merge_record (PrnMerge *merge, const PrnRecord *record, const PrnThree *three,
                       gpointer result);

/**
 * prn_merge_member_inside:
 * @merge: a merge
 * @member: a row that both sides changed differently
 * @record: its table
 * @three: structs of that table
 * @result: a copy of the one of ours, gets what theirs changed
 *
 * Merges what the member is made of.
 *
 * Returns: whether that was possible; if not, nothing was done
 */
gboolean prn_merge_member_inside (PrnMerge *merge, const PrnMember *member, const PrnRecord *record,
                                  const PrnThree *three, gpointer result);

/**
 * prn_merge_extra:
 * @merge: a merge
 * @base: (nullable): members this version does not know
 * @ours: (nullable): one side's
 * @theirs: (nullable): the other side's
 *
 * Merges them by name.
 *
 * Returns: (transfer full) (nullable): the result
 */
PrnExtra *prn_merge_extra (PrnMerge *merge, PrnExtra *base, PrnExtra *ours, PrnExtra *theirs);

/**
 * prn_merge_conflict:
 * @merge: a merge
 * @name: (nullable): the member of the record at hand
 * @words: what a person must decide
 *
 * Tells of a conflict at what is at hand.
 */
void prn_merge_conflict (PrnMerge *merge, const char *name, const char *words);

/**
 * prn_merge_conflict_between:
 * @merge: a merge
 * @name: the member
 * @base: (nullable): what it said, in words
 * @ours: (nullable): what ours says
 * @theirs: (nullable): what theirs says
 *
 * Tells that both sides changed a member.
 */
void prn_merge_conflict_between (PrnMerge *merge, const char *name, const char *base,
                                 const char *ours, const char *theirs);

G_END_DECLS
