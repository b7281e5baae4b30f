/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"

G_BEGIN_DECLS

/* The grid of tracks that lines run on: where its lines are, and what it costs to pass. */

typedef enum {
  PRN_AXIS_LEVEL,
  PRN_AXIS_UPRIGHT,
} PrnAxis;

typedef struct {
  guint columns, rows;
  double *xs, *ys;    /* of the columns and rows, ascending */
  guint16 *ground;    /* of a crossing of tracks: 0 free, else what it costs to be there */
  guint16 *used[2];   /* by axis: what lines already there make it cost */
  guint8 *taken;      /* bit 0: a level line runs exactly here; bit 1: an upright one */
} PrnTracks;

/**
 * prn_tracks_new:
 * @area: what the grid covers
 * @xs: (element-type double): where a column must be
 * @ys: (element-type double): where a row must be
 *
 * Returns: (transfer full) (nullable): the grid; NULL when it would be too large to be searched
 */
PrnTracks *prn_tracks_new (const PrnRectangle *area, GArray *xs, GArray *ys);
void prn_tracks_free (PrnTracks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTracks, prn_tracks_free)

/* Every crossing strictly inside @r costs at least @cost. */
void prn_tracks_block (PrnTracks *self, const PrnRectangle *r, guint cost);

/* The column or row nearest to a coordinate. */
guint prn_tracks_column (const PrnTracks *self, double x);
guint prn_tracks_row (const PrnTracks *self, double y);

/* Makes the tracks of a line, and those beside them, dear. */
void prn_tracks_take (PrnTracks *self, const PrnLine *line);

/* Does the same for a line that is still to come; @sign is -1 to take that back. */
void prn_tracks_reserve (PrnTracks *self, const PrnLine *line, int sign);

G_END_DECLS
