/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-rank.h"

G_BEGIN_DECLS

/* In which layer and lane each stage stands, and in what order. */

/**
 * PrnStrata:
 * @flow: who leads to whom
 * @layer: by stage: from 0 at the left
 * @lane: by stage: from 0 at the top; a phase has a lane or a run of layers of its own
 * @place: by stage: its place among those of its layer and lane
 * @phase: by stage: index of its phase, or -1
 * @cells: stages by cell: @first_cell of (lane · n_layers + layer) is where a cell starts
 * @columns: phases are runs of layers rather than lanes
 */
typedef struct {
  PrnFlow *flow;
  guint n_layers, n_lanes;
  guint *layer, *lane, *place;
  int *phase;
  guint *first_cell, *cells;
  gboolean columns;
} PrnStrata;

/**
 * prn_strata_new:
 * @map: a map
 *
 * Sorts the stages into layers along the flow, and orders them so that few lines cross
 * (barycentres, Sugiyama, Tagawa and Toda 1981).
 *
 * Returns: (transfer full): the strata
 */
PrnStrata *prn_strata_new (PrnMap *map);
void prn_strata_free (PrnStrata *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnStrata, prn_strata_free)

G_END_DECLS
