/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-strata.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SWEEPS 16

/* Phases can stand one after the other when few of the arcs between them lead back. */
static gboolean
phases_follow (const PrnStrata *self)
{
  guint between = 0, against = 0;

  for (guint i = 0; i < self->flow->n_arcs; i++) {
    const PrnArc *arc = &self->flow->arcs[i];
    int from = self->phase[arc->from], to = self->phase[arc->to];

    if (arc->back || from < 0 || to < 0 || from == to)
      continue;
    between++;
    against += to < from;
  }
  return between > 0 && against * 4 <= between;
}

/* Ranks within each phase alone, then one phase after the other. */
static void
layer_by_phase (PrnStrata *self, guint n_phases)
{
  PrnFlow *flow = self->flow;
  g_autofree guint *width = g_new0 (guint, n_phases + 1);
  g_autofree gboolean *kept = g_new (gboolean, flow->n_arcs + 1);
  guint offset = 0;

  for (guint i = 0; i < flow->n_arcs; i++) {
    PrnArc *arc = &flow->arcs[i];

    kept[i] = arc->back;
    arc->back |= self->phase[arc->from] < 0 || self->phase[arc->from] != self->phase[arc->to];
  }
  prn_flow_rank (flow);
  for (guint i = 0; i < flow->n_arcs; i++)
    flow->arcs[i].back = kept[i];

  for (guint i = 0; i < flow->n_stages; i++)
    if (self->phase[i] >= 0)
      width[self->phase[i]] = MAX (width[self->phase[i]], flow->rank[i] + 1);
  for (guint p = 0; p < n_phases; p++) {
    guint own = width[p];

    width[p] = offset;
    offset += own;
  }
  for (guint i = 0; i < flow->n_stages; i++)
    self->layer[i] = self->phase[i] >= 0 ? width[self->phase[i]] + flow->rank[i] : 0;
  self->n_layers = MAX (1, offset);
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Puts a stage below those it has to do with: at the median of their layers. Returns whether there
 * are any. */
static gboolean
layer_at_neighbours (PrnStrata *self, guint stage, const guint8 *settled)
{
  const PrnFlow *flow = self->flow;
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = flow->first_in[stage]; k < flow->first_in[stage + 1]; k++) {
    guint other = flow->arcs[flow->in[k]].from;

    if (other != stage && settled[other])
      g_array_append_val (layers, self->layer[other]);
  }
  for (guint k = flow->first_out[stage]; layers->len == 0 && k < flow->first_out[stage + 1]; k++) {
    guint other = flow->arcs[flow->out[k]].to;

    if (other != stage && settled[other])
      g_array_append_val (layers, self->layer[other]);
  }
  if (layers->len == 0)
    return FALSE;
  g_array_sort (layers, compare_guints);
  self->layer[stage] = g_array_index (layers, guint, layers->len / 2);
  return TRUE;
}

/* Stages under all phases, each near its neighbours. */
static void
settle_below (PrnStrata *self, const guint8 *below, guint lane)
{
  guint n = self->flow->n_stages;
  g_autofree guint8 *settled = g_new0 (guint8, n + 1);
  gboolean more = TRUE;

  for (guint i = 0; i < n; i++)
    settled[i] = !below[i];
  while (more) {
    more = FALSE;
    for (guint i = 0; i < n; i++)
      if (!settled[i] && layer_at_neighbours (self, i, settled))
        settled[i] = more = TRUE;
  }
  for (guint i = 0; i < n; i++)
    if (below[i])
      self->lane[i] = lane;
}

/* How many stages lead to @stage. */
static guint
sources (const PrnStrata *self, guint stage)
{
  return self->flow->first_in[stage + 1] - self->flow->first_in[stage];
}

static void
assign (PrnStrata *self, PrnMap *map)
{
  guint n, n_phases = prn_map_n (map, PRN_KIND_PHASE), n_phased = 0;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autofree guint8 *below = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++) {
    self->phase[i] = prn_map_index_of (map, PRN_KIND_PHASE, stages[i]->phase);
    n_phased += self->phase[i] >= 0;
  }

  self->columns = phases_follow (self);
  self->n_layers = MAX (1, self->flow->n_ranks);
  for (guint i = 0; i < n; i++) {
    self->layer[i] = self->flow->rank[i];
    if (n_phased == 0)
      below[i] = stages[i]->role == PRN_ROLE_EXIT && sources (self, i) != 1 && n > 2;
    else
      below[i] = self->phase[i] < 0;
    if (n_phased > 0 && !self->columns && !below[i])
      self->lane[i] = (guint) self->phase[i];
  }
  if (self->columns)
    layer_by_phase (self, n_phases);

  self->n_lanes = (n_phased > 0 && !self->columns ? n_phases : 1) + 1;
  settle_below (self, below, self->n_lanes - 1);
  if (n_phased == 0)
    return;
  /* What has no phase and no neighbour that has one keeps its rank, as far as there are layers. */
  for (guint i = 0; i < n; i++)
    self->layer[i] = MIN (self->layer[i], self->n_layers - 1);
}

static guint
cell_of (const PrnStrata *self, guint stage)
{
  return self->lane[stage] * self->n_layers + self->layer[stage];
}

static void
fill_cells (PrnStrata *self)
{
  guint n = self->flow->n_stages, n_cells = self->n_lanes * self->n_layers;
  g_autofree guint *at = NULL;

  self->first_cell = g_new0 (guint, n_cells + 2);
  self->cells = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->first_cell[cell_of (self, i) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    self->first_cell[c + 1] += self->first_cell[c];

  at = g_memdup2 (self->first_cell, (n_cells + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++) {
    guint cell = cell_of (self, i);

    self->place[i] = at[cell] - self->first_cell[cell];
    self->cells[at[cell]++] = i;
  }
}

/* Where a stage stands from top to bottom, 0 to 1 within its lane, lanes apart. */
static double
height_of (const PrnStrata *self, guint stage)
{
  guint cell = cell_of (self, stage);
  guint n = self->first_cell[cell + 1] - self->first_cell[cell];

  return self->lane[stage] * 3.0 + (self->place[stage] + 0.5) / n;
}

typedef struct {
  guint stage, place;
  double key;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* The mean height of neighbours on one or both sides, near ones counting more; the stage's own
 * where there are none. */
static double
barycentre (const PrnStrata *self, guint stage, gboolean from_left, gboolean from_right)
{
  const PrnFlow *flow = self->flow;
  double sum = 0, weights = 0;

  for (int outward = 0; outward < 2; outward++) {
    const guint *first = outward ? flow->first_out : flow->first_in;
    const guint *list = outward ? flow->out : flow->in;

    for (guint k = first[stage]; k < first[stage + 1]; k++) {
      const PrnArc *arc = &flow->arcs[list[k]];
      guint other = outward ? arc->to : arc->from;
      int span = (int) self->layer[other] - (int) self->layer[stage];

      if (other == stage || (span < 0 && !from_left) || (span > 0 && !from_right))
        continue;
      sum += height_of (self, other) / (1 + abs (span));
      weights += 1.0 / (1 + abs (span));
    }
  }
  return weights > 0 ? sum / weights : height_of (self, stage);
}

static void
sort_cell (PrnStrata *self, guint cell, gboolean from_left, gboolean from_right)
{
  guint first = self->first_cell[cell], n = self->first_cell[cell + 1] - first;
  g_autofree Keyed *keyed = NULL;

  if (n < 2)
    return;
  keyed = g_new (Keyed, n);
  for (guint i = 0; i < n; i++) {
    guint stage = self->cells[first + i];

    keyed[i] = (Keyed){ stage, i, barycentre (self, stage, from_left, from_right) };
  }
  qsort (keyed, n, sizeof (Keyed), compare_keyed);
  for (guint i = 0; i < n; i++) {
    self->cells[first + i] = keyed[i].stage;
    self->place[keyed[i].stage] = i;
  }
}

/* How much lines climb in all: less climbing is fewer crossings, and cheap to count. */
static double
climb (const PrnStrata *self)
{
  double sum = 0;

  for (guint i = 0; i < self->flow->n_arcs; i++) {
    const PrnArc *arc = &self->flow->arcs[i];
    double rise = height_of (self, arc->from) - height_of (self, arc->to);

    sum += rise * rise;
  }
  return sum;
}

static void
order (PrnStrata *self)
{
  guint n = self->flow->n_stages;
  g_autofree guint *best_cells = g_memdup2 (self->cells, (n + 1) * sizeof (guint));
  g_autofree guint *best_place = g_memdup2 (self->place, (n + 1) * sizeof (guint));
  double least = climb (self);

  for (guint sweep = 0; sweep < SWEEPS; sweep++) {
    gboolean right = sweep % 2 == 0, both = sweep >= SWEEPS - 4;
    double now;

    for (guint l = 0; l < self->n_layers; l++)
      for (guint lane = 0; lane < self->n_lanes; lane++)
        sort_cell (self, lane * self->n_layers + (right ? l : self->n_layers - 1 - l),
                   right || both, !right || both);
    now = climb (self);
    if (now < least) {
      least = now;
      memcpy (best_cells, self->cells, n * sizeof (guint));
      memcpy (best_place, self->place, n * sizeof (guint));
    }
  }
  memcpy (self->cells, best_cells, n * sizeof (guint));
  memcpy (self->place, best_place, n * sizeof (guint));
}

PrnStrata *
prn_strata_new (PrnMap *map)
{
  PrnStrata *self = g_new0 (PrnStrata, 1);
  guint n = prn_map_n (map, PRN_KIND_STAGE);

  self->flow = prn_flow_new (map);
  self->layer = g_new0 (guint, n + 1);
  self->lane = g_new0 (guint, n + 1);
  self->place = g_new0 (guint, n + 1);
  self->phase = g_new0 (int, n + 1);
  assign (self, map);
  fill_cells (self);
  order (self);
  return self;
}

void
prn_strata_free (PrnStrata *self)
{
  prn_flow_free (self->flow);
  g_free (self->layer);
  g_free (self->lane);
  g_free (self->place);
  g_free (self->phase);
  g_free (self->first_cell);
  g_free (self->cells);
  g_free (self);
}
