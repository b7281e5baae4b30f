/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-scene.h"

G_BEGIN_DECLS

/* What a moved rectangle snaps to: the edges and middles of its neighbours, equal gaps between
 * them, and the grid. Plain geometry, in map units. */

/* What a place snaps to when no neighbour draws it. */
#define PRN_GUIDES_GRID 8.0

/* At most so many guides are shown at once. */
#define PRN_GUIDES_MAX 12

typedef enum {
  PRN_GUIDE_LINE, /* two rectangles have an edge or the middle in line */
  PRN_GUIDE_GAP,  /* the distance between two rectangles, one of several that are equal */
} PrnGuideKind;

/**
 * PrnGuide:
 * @kind: what it tells
 * @x1: where it starts
 * @y1: where it starts
 * @x2: where it ends; it is level or upright
 * @y2: where it ends
 */
typedef struct {
  PrnGuideKind kind;
  double x1, y1, x2, y2;
} PrnGuide;

/**
 * PrnGuides:
 * @dx: how far the rectangle snaps to the right
 * @dy: how far it snaps down
 * @n: how many guides there are
 * @guides: what to show
 */
typedef struct {
  double dx, dy;
  guint n;
  PrnGuide guides[PRN_GUIDES_MAX];
} PrnGuides;

/**
 * prn_guides_snap:
 * @moving: where the rectangle would be
 * @others: (array length=n_others): what stays, near it or not
 * @n_others: how many
 * @tolerance: a distance greater than this is not snapped over; 0 or less snaps to nothing (Ctrl is
 *   held)
 * @grid: where no neighbour draws it, the rectangle goes to the grid of 8
 *
 * Finds where a rectangle snaps to. Each axis is on its own; of several places the nearest counts,
 * of equally near ones an edge or middle before a gap. Of the neighbours those in view count: give
 * no others.
 *
 * Returns: how far it snaps, and the guides that tell why, none for the grid
 */
PrnGuides prn_guides_snap (PrnRectangle moving, const PrnRectangle *others, guint n_others,
                           double tolerance, gboolean grid);

G_END_DECLS
