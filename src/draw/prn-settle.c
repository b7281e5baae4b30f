/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-arrange.h"

#define SWEEPS 24
#define UNDRAWN 0.01 /* the weight of a stage without neighbours */

typedef struct {
  double sum, weight;
  guint first;
} Block;

/* Puts the cards of a cell as near as possible to where each wants to be, in their order and
 * apart: least squares by pooling those that would overlap (isotonic regression, Ayer et al. 1955).
 */
static void
settle_cell (PrnArrangement *self,
             const guint *cell,
             guint n,
             const double *wanted,
             const double *weight)
{
  g_autofree Block *blocks = g_new (Block, n);
  g_autofree double *offset = g_new0 (double, n);
  guint n_blocks = 0;

  for (guint i = 1; i < n; i++)
    offset[i] = offset[i - 1] + prn_arrangement_apart (self, cell[i - 1], cell[i]);
  for (guint i = 0; i < n; i++) {
    blocks[n_blocks++] = (Block){ (wanted[i] - offset[i]) * weight[i], weight[i], i };
    while (n_blocks > 1 && blocks[n_blocks - 2].sum / blocks[n_blocks - 2].weight >=
                               blocks[n_blocks - 1].sum / blocks[n_blocks - 1].weight) {
      n_blocks--;
      blocks[n_blocks - 1].sum += blocks[n_blocks].sum;
      blocks[n_blocks - 1].weight += blocks[n_blocks].weight;
    }
  }
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = blocks[b].first; i < (b + 1 < n_blocks ? blocks[b + 1].first : n); i++)
      self->middle[cell[i]] = blocks[b].sum / blocks[b].weight + offset[i];
}

/* Where the neighbours of its lane would have a stage; the first trigger that goes on counts most,
 * so that the main way runs straight. */
static double
wanted_middle (const PrnArrangement *self, guint stage, gboolean from_left, gboolean from_right,
               double *weight)
{
  const PrnStrata *strata = self->strata;
  const PrnFlow *flow = strata->flow;
  double sum = 0;

  *weight = 0;
  for (int outward = 0; outward < 2; outward++) {
    const guint *first = outward ? flow->first_out : flow->first_in;
    const guint *list = outward ? flow->out : flow->in;
    gboolean is_first = TRUE;

    for (guint k = first[stage]; k < first[stage + 1]; k++) {
      const PrnArc *arc = &flow->arcs[list[k]];
      guint other = outward ? arc->to : arc->from;
      int span = (int) strata->layer[other] - (int) strata->layer[stage];
      double w;

      if (other == stage || strata->lane[other] != strata->lane[stage] || span == 0 ||
          (span < 0 && !from_left) || (span > 0 && !from_right))
        continue;
      w = (is_first && !arc->back && ABS (span) == 1 ? 4.0 : 1.0) / ABS (span);
      is_first = FALSE;
      sum += self->middle[other] * w;
      *weight += w;
    }
  }
  if (*weight > 0)
    return sum / *weight;
  *weight = UNDRAWN;
  return self->middle[stage];
}

static void
settle_layer (PrnArrangement *self, guint layer, gboolean from_left, gboolean from_right)
{
  const PrnStrata *strata = self->strata;

  for (guint lane = 0; lane < strata->n_lanes; lane++) {
    guint c = lane * strata->n_layers + layer;
    guint n = strata->first_cell[c + 1] - strata->first_cell[c];
    const guint *cell = strata->cells + strata->first_cell[c];
    g_autofree double *wanted = g_new (double, n + 1);
    g_autofree double *weight = g_new (double, n + 1);

    for (guint i = 0; i < n; i++) {
      wanted[i] = wanted_middle (self, cell[i], from_left, from_right, &weight[i]);
      /* What nothing draws anywhere stays close to the one above it. */
      if (i > 0 && weight[i] == UNDRAWN)
        wanted[i] = wanted[i - 1] + prn_arrangement_apart (self, cell[i - 1], cell[i]);
    }
    if (n > 0)
      settle_cell (self, cell, n, wanted, weight);
  }
}

void
prn_arrangement_settle (PrnArrangement *self)
{
  const PrnStrata *strata = self->strata;

  /* At first cells are stacked from 0. */
  for (guint c = 0; c < strata->n_lanes * strata->n_layers; c++)
    for (guint i = strata->first_cell[c]; i < strata->first_cell[c + 1]; i++) {
      guint stage = strata->cells[i];

      self->middle[stage] = i == strata->first_cell[c]
                                ? 0 : self->middle[strata->cells[i - 1]] +
                                          prn_arrangement_apart (self, strata->cells[i - 1], stage);
    }
  for (guint sweep = 0; sweep < SWEEPS; sweep++) {
    gboolean right = sweep % 2 == 0, both = sweep >= SWEEPS / 2;

    for (guint l = 0; l < strata->n_layers; l++)
      settle_layer (self, right ? l : strata->n_layers - 1 - l, right || both, !right || both);
  }
}
