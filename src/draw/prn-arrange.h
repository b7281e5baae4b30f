/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-strata.h"

G_BEGIN_DECLS

/* Where an automatic layout puts the cards. */

/* Everything stands on a grid of this pitch. */
#define PRN_LAYOUT_GRID 8.0
#define PRN_LAYOUT_LEFT 96 /* where the first card stands */
#define PRN_LAYOUT_TOP 136
#define PRN_LAYOUT_GAP 184    /* between layers, at most */
#define PRN_LAYOUT_ROW_GAP 96 /* between cards in a layer: room for lines and labels */

typedef struct {
  PrnMap *map;
  PrnStrata *strata;
  guint n;
  const PrnStage *const *stages;
  double *width, *height; /* of the card, chips included */
  double *core;           /* from its top to the middle of its sides */
  double *x, *middle;     /* left edge; middle of its sides */
  double *layer_width;    /* by layer: of its widest card */
  double *layer_gap;      /* by layer: to the next */
  int *layer_phase;       /* by layer: the phase it belongs to, or -1 */
  guint *layer_row;       /* by layer: a long way goes on in the next row, as text does */
  guint n_rows;
} PrnArrangement;

/**
 * prn_arrangement_new:
 * @map: a map with at least one stage; kept as long as the arrangement
 *
 * Returns: (transfer full): a place for each stage
 */
PrnArrangement *prn_arrangement_new (PrnMap *map);
void prn_arrangement_free (PrnArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnArrangement, prn_arrangement_free)

/* The card of a stage where it is to stand. */
PrnRectangle prn_arrangement_card (const PrnArrangement *self, guint stage);

/* The least distance between the middles of two cards, one above the other. */
double prn_arrangement_apart (const PrnArrangement *self, guint above, guint below);

/* Sets @middle of all stages: near their neighbours, in their order, apart. */
void prn_arrangement_settle (PrnArrangement *self);

/* The nearest place on the grid. */
static inline double
prn_snap (double value)
{
  return __builtin_round (value / PRN_LAYOUT_GRID) * PRN_LAYOUT_GRID;
}

/* The next place on the grid. */
static inline double
prn_snap_up (double value)
{
  return __builtin_ceil (value / PRN_LAYOUT_GRID - 1e-6) * PRN_LAYOUT_GRID;
}

G_END_DECLS
