/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Two maps that came from one, made into one again: element by element, member by member. */

/**
 * PrnConflict:
 * @kind: of what: `stage`, or `map`
 * @id: (nullable): the element's id; %NULL for the map itself and for the order of a list
 * @place: where: `stages/trial owner`, `stages/trial`, `stages order`, `title`
 * @words: what a person must decide: `ours "A", theirs "B" (was "C")`
 *
 * One thing both sides changed, each in its own way.
 */
typedef struct {
  const char *kind;
  char *id;
  char *place;
  char *words;
} PrnConflict;

void prn_conflict_free (PrnConflict *conflict);

/**
 * prn_map_merge:
 * @base: the map both sides began with
 * @ours: one side's
 * @theirs: the other side's
 * @conflicts: (element-type PrnConflict): what a person must decide is appended
 *
 * What one side changed, added, removed or put into another order is changed, added, removed and
 * put into that order in the result; what both did alike happens once. Records such as a size are
 * merged by member, texts in a list one by one, entries of a list that begin with a reference by
 * that reference; a condition, a distribution and a route are one value each. Members this version
 * does not know are merged by name.
 *
 * A list that one side put into another order is in that order, also if the other side added to it
 * or took something out. If both did, the result has what both did when each moved other items and
 * all of it can be had together; else the order is a conflict, and that of @ours stays. That goes
 * for texts and entries inside an element too, whose conflict names the member. The place of an
 * element that the other side removed goes with it. prn_merge_arrange() says it item by item.
 *
 * In the place of a conflict the result has what @ours says. What one side removed and the other
 * changed, or still needs, stays. So whoever decides edits a map that opens; and with no conflicts,
 * nothing of either side is lost.
 *
 * Where that cannot be, because the sides use one id for two kinds of element, the result is @ours
 * and a conflict at `map` says so.
 *
 * Takes time proportional to n log n; what the maps share costs nothing.
 *
 * Returns: (transfer full): the merged map, which passes prn_map_parse() if the three do
 */
PrnMap *prn_map_merge (PrnMap *base, PrnMap *ours, PrnMap *theirs, GPtrArray *conflicts);

G_END_DECLS
