/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-track.h"

G_BEGIN_DECLS

/* Ways of few bends, tried before a search: on a large map nearly every line finds its place
 * among them, at a hundredth of the cost. */

/**
 * PrnSketch:
 * @tracks: the grid
 * @from: where the line leaves its gate
 * @leave: which way
 * @to: the gate at its end
 * @enter: the side it comes in at
 * @crossing: what it costs to cross another line
 * @bend: what a bend costs
 * @hard: what a crossing of tracks costs at least where no line should be
 */
typedef struct {
  const PrnTracks *tracks;
  PrnSpot from, to;
  PrnSide leave, enter;
  guint crossing, bend, hard;
} PrnSketch;

/**
 * prn_sketch_best:
 * @self: what is to be connected
 * @spots: (element-type PrnSpot): the cheapest way found is appended, from gate to gate
 *
 * Returns: whether that way is clean: it meets no card and shares no track
 */
gboolean prn_sketch_best (const PrnSketch *self, GArray *spots);

G_END_DECLS
