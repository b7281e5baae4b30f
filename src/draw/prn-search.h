/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-track.h"

G_BEGIN_DECLS

/* The cheapest way between two crossings of tracks, by the algorithm A* (Hart, Nilsson and Raphael
 * 1968). A way costs its length, what the tracks cost that it is on, and its bends and crossings. */

/* In units of a map unit's length. */
#define PRN_SEARCH_BEND     40
#define PRN_SEARCH_CROSSING 30

/* Where a way begins or ends, and along which axis. */
typedef struct {
  guint column, row;
  PrnAxis axis;
} PrnSearchEnd;

/**
 * PrnSearchEffort:
 * @greed: how much the distance that is left counts: 1 finds the cheapest way, more finds one sooner
 *   (weighted A*: Pohl 1970)
 * @ease: other lines in the way count so many times half as much
 * @visits_max: after so many steps it is given up
 */
typedef struct {
  guint greed, ease, visits_max;
} PrnSearchEffort;

typedef struct _PrnSearch PrnSearch;

/**
 * prn_search_new:
 * @tracks: the tracks; must outlive the search, and what they cost may change between two ways
 *
 * Returns: (transfer full): room for searches on them, one after the other
 */
PrnSearch *prn_search_new (const PrnTracks *tracks);
void prn_search_free (PrnSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnSearch, prn_search_free)

/**
 * prn_search_way:
 * @self: a search
 * @start: where the way begins
 * @direction: which way it goes there
 * @goal: where it ends
 * @effort: how hard to look
 * @spots: (element-type PrnSpot): gets the way appended, from @start to @goal
 *
 * Returns: whether a way was found
 */
gboolean prn_search_way (PrnSearch *self, const PrnSearchEnd *start, PrnSide direction,
                         const PrnSearchEnd *goal, const PrnSearchEffort *effort,
                         GArray *spots);

G_END_DECLS
