/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-bins.h"

G_BEGIN_DECLS

/* Rectangles found by place, all of them known beforehand: simpler than bins, which may grow, and
 * made in a fraction of their time. A uniform grid as one array, each square's list after the one
 * before (counting sort). */

typedef struct _PrnGrid PrnGrid;

/**
 * prn_grid_new:
 * @rectangles: where they start
 * @stride: bytes from one rectangle to the next
 * @n: how many
 *
 * Returns: (transfer full): a grid of the rectangles; it keeps a copy of them
 */
PrnGrid *prn_grid_new (const PrnRectangle *rectangles, gsize stride, guint n);
void prn_grid_free (PrnGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnGrid, prn_grid_free)

/* Calls @func with the index of each rectangle that overlaps @area, in no order of meaning, each
 * once. */
void prn_grid_foreach (const PrnGrid *self, const PrnRectangle *area, PrnBinsFunc func,
                       gpointer data);

G_END_DECLS
