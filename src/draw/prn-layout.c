/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-layout.h"

#include <math.h>
#include <string.h>

#include "prn-band.h"
#include "prn-bins.h"
#include "prn-card.h"
#include "prn-strata.h"

#define LEFT 96          /* where the first card stands */
#define TOP 136
#define GRID 8.0
#define GAP_MIN 96       /* between layers */
#define GAP_MAX 184
#define GAP_PHASES 40    /* more where a phase ends */
#define ROW_GAP 96       /* between cards in a layer: room for lines and labels */
#define LANE_GAP 56      /* between bands */
#define BELOW_GAP 112    /* above the stages without a phase */
#define LABEL_PAD 72     /* what a label takes beside its text: gates and air */
#define LABEL_MAX 112
#define NOTE_GAP 32
#define SWEEPS 24
#define ASPECT (16.0 / 9.0) /* of what the map is to be shown on */
#define FOLD_ASPECT 4.5     /* a map longer than this is folded into rows */
#define FOLD_FROM 8         /* if it has so many layers */
#define FOLD_GAP 128
#define ROWS_MAX 12
#define TRACK 16.0           /* what each of many lines under a row needs */
#define TRACKS_MAX 10
#define CHIP_ROOM 160

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
} Plan;

static double
snap (double value)
{
  return round (value / GRID) * GRID;
}

static double
snap_up (double value)
{
  return ceil (value / GRID - 1e-6) * GRID;
}

/* How large each card will be drawn. */
static void
measure (Plan *self)
{
  GPtrArray **events = g_new0 (GPtrArray *, self->n + 1);
  guint n_events;
  const PrnEvent *const *all = prn_map_events (self->map, &n_events);

  for (guint i = 0; i < self->n; i++)
    events[i] = g_ptr_array_new ();
  for (guint i = 0; i < n_events; i++) {
    int stage = prn_map_index_of (self->map, PRN_KIND_STAGE, all[i]->stage);

    if (stage >= 0)
      g_ptr_array_add (events[stage], (gpointer) all[i]);
  }

  for (guint i = 0; i < self->n; i++) {
    const PrnStage *stage = self->stages[i];
    double w = MAX (16, stage->size.w), h = MAX (16, stage->size.h);
    gboolean grows = stage->size.w == 200 && stage->size.h == 96;
    PrnCard card = { .stage = stage, .rect = { 0, 0, w, h } };

    prn_card_init (&card, PRN_THEME_LIGHT, (const PrnEvent *const *) events[i]->pdata,
                   events[i]->len, grows ? CHIP_ROOM : 0);
    self->width[i] = w;
    self->height[i] = card.rect.h;
    self->core[i] = h / 2;
    prn_card_clear (&card);
    g_ptr_array_unref (events[i]);
  }
  g_free (events);
}

/* Room for the labels of the lines from one layer to the next. */
static void
widen_for_labels (const Plan *self, double *gaps)
{
  const PrnFlow *flow = self->strata->flow;
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n);

  for (guint i = 0; i < flow->n_arcs; i++) {
    const PrnArc *arc = &flow->arcs[i];
    guint a = self->strata->layer[arc->from], b = self->strata->layer[arc->to];
    g_autofree char *name = NULL;
    double text;

    if (MAX (a, b) != MIN (a, b) + 1)
      continue;
    name = prn_words_trigger_name (self->map, triggers[arc->trigger]);
    text = MIN (prn_text_width (PRN_TEXT_LABEL, name), LABEL_MAX);
    gaps[MIN (a, b)] = MAX (gaps[MIN (a, b)], MIN (GAP_MAX, text + LABEL_PAD));
  }
}

static void
measure_layers (Plan *self)
{
  const PrnStrata *strata = self->strata;
  guint n_layers = strata->n_layers;

  self->layer_width = g_new0 (double, n_layers + 1);
  self->layer_gap = g_new0 (double, n_layers + 1);
  self->layer_phase = g_new (int, n_layers + 1);
  self->layer_row = g_new0 (guint, n_layers + 1);
  self->n_rows = 1;

  for (guint l = 0; l <= n_layers; l++) {
    self->layer_gap[l] = GAP_MIN;
    self->layer_phase[l] = -1;
  }
  for (guint i = 0; i < self->n; i++) {
    guint l = strata->layer[i];

    self->layer_width[l] = MAX (self->layer_width[l], self->width[i]);
    if (strata->columns && strata->phase[i] >= 0)
      self->layer_phase[l] = strata->phase[i];
  }
  widen_for_labels (self, self->layer_gap);
  for (guint l = 0; l + 1 < n_layers; l++) {
    if (self->layer_phase[l] != self->layer_phase[l + 1])
      self->layer_gap[l] += GAP_PHASES;
    self->layer_gap[l] = MIN (self->layer_gap[l], GAP_MAX);
  }
}

/* Breaks the layers into rows of about the same width, never within a phase; returns the width of
 * the widest. */
static double
break_rows (Plan *self, double wanted)
{
  double width = 0, widest = 0;
  guint row = 0;

  for (guint l = 0; l < self->strata->n_layers; l++) {
    gboolean may_break = l > 0 && (self->layer_phase[l] < 0 ||
                                   self->layer_phase[l] != self->layer_phase[l - 1]);

    if (may_break && width + self->layer_width[l] / 2 > wanted) {
      row++;
      width = 0;
    }
    self->layer_row[l] = row;
    width += self->layer_width[l];
    widest = MAX (widest, width);
    width += self->layer_gap[l];
  }
  self->n_rows = row + 1;
  return widest;
}

/* The height of all rows, as they are broken now. */
static double
rows_height (const Plan *self)
{
  const PrnStrata *strata = self->strata;
  guint n_blocks = self->n_rows * strata->n_lanes;
  g_autofree double *top = g_new (double, n_blocks), *bottom = g_new (double, n_blocks);
  double height = 0;

  for (guint b = 0; b < n_blocks; b++) {
    top[b] = G_MAXDOUBLE;
    bottom[b] = -G_MAXDOUBLE;
  }
  for (guint i = 0; i < self->n; i++) {
    guint b = self->layer_row[strata->layer[i]] * strata->n_lanes + strata->lane[i];

    top[b] = MIN (top[b], self->middle[i] - self->core[i]);
    bottom[b] = MAX (bottom[b], self->middle[i] - self->core[i] + self->height[i]);
  }
  for (guint b = 0; b < n_blocks; b++)
    if (bottom[b] > top[b])
      height += bottom[b] - top[b] + FOLD_GAP;
  return height;
}

/* A way so long that nobody could read it on one slide goes on in the next row, as text does. */
static void
fold (Plan *self)
{
  double whole = break_rows (self, G_MAXDOUBLE), best = 1;
  double least = fabs (log (whole / rows_height (self) / ASPECT));

  if (self->strata->n_layers < FOLD_FROM || whole / rows_height (self) < FOLD_ASPECT)
    return;
  for (guint rows = 2; rows <= ROWS_MAX; rows++) {
    double width = break_rows (self, whole / rows);
    double off = fabs (log (width / rows_height (self) / ASPECT));

    if (off < least - 0.05) {
      least = off;
      best = rows;
    }
  }
  break_rows (self, best > 1 ? whole / best : G_MAXDOUBLE);
}

static void
place_layers (Plan *self)
{
  guint n_layers = self->strata->n_layers;
  g_autofree double *left = g_new0 (double, n_layers + 1);

  left[0] = LEFT;
  for (guint l = 0; l + 1 < n_layers; l++)
    left[l + 1] = self->layer_row[l + 1] != self->layer_row[l]
                      ? LEFT : snap_up (left[l] + self->layer_width[l] + self->layer_gap[l]);
  for (guint i = 0; i < self->n; i++)
    self->x[i] = left[self->strata->layer[i]];
}

/* The least distance between the middles of two cards, one above the other. */
static double
apart (const Plan *self, guint above, guint below)
{
  return self->height[above] - self->core[above] + ROW_GAP + self->core[below];
}

typedef struct {
  double sum, weight;
  guint first;
} Block;

/* Puts the cards of a cell as near as possible to where each wants to be, in their order and
 * apart: least squares by pooling those that would overlap (isotonic regression, Ayer et al. 1955). */
static void
settle_cell (Plan *self, const guint *cell, guint n, const double *wanted, const double *weight)
{
  g_autofree Block *blocks = g_new (Block, n);
  g_autofree double *offset = g_new0 (double, n);
  guint n_blocks = 0;

  for (guint i = 1; i < n; i++)
    offset[i] = offset[i - 1] + apart (self, cell[i - 1], cell[i]);
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

/* Where the neighbours of its lane would have a stage; the first trigger that goes on counts most, so
 * that the main way runs straight. */
static double
wanted_middle (const Plan *self, guint stage, gboolean from_left, gboolean from_right,
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
  *weight = 0.01;
  return self->middle[stage];
}

static void
settle_layer (Plan *self, guint layer, gboolean from_left, gboolean from_right)
{
  const PrnStrata *strata = self->strata;

  for (guint lane = 0; lane < strata->n_lanes; lane++) {
    guint c = lane * strata->n_layers + layer;
    guint n = strata->first_cell[c + 1] - strata->first_cell[c];
    const guint *cell = strata->cells + strata->first_cell[c];
    g_autofree double *wanted = g_new (double, n + 1);
    g_autofree double *weight = g_new (double, n + 1);

    for (guint i = 0; i < n; i++)
      wanted[i] = wanted_middle (self, cell[i], from_left, from_right, &weight[i]);
    if (n > 0)
      settle_cell (self, cell, n, wanted, weight);
  }
}

static void
settle (Plan *self)
{
  const PrnStrata *strata = self->strata;

  /* At first cells are stacked from 0. */
  for (guint c = 0; c < strata->n_lanes * strata->n_layers; c++)
    for (guint i = strata->first_cell[c]; i < strata->first_cell[c + 1]; i++) {
      guint stage = strata->cells[i];

      self->middle[stage] = i == strata->first_cell[c]
                                ? 0 : self->middle[strata->cells[i - 1]] +
                                          apart (self, strata->cells[i - 1], stage);
    }
  for (guint sweep = 0; sweep < SWEEPS; sweep++) {
    gboolean right = sweep % 2 == 0, both = sweep >= SWEEPS / 2;

    for (guint l = 0; l < strata->n_layers; l++)
      settle_layer (self, right ? l : strata->n_layers - 1 - l, right || both, !right || both);
  }
}

/* Snaps the cards of a cell to the grid without letting them come closer. */
static void
snap_cell (Plan *self, const guint *cell, guint n)
{
  for (guint i = 0; i < n; i++) {
    double top = snap (self->middle[cell[i]] - self->core[cell[i]]);

    if (i > 0)
      top = MAX (top, snap_up (self->middle[cell[i - 1]] + apart (self, cell[i - 1], cell[i]) -
                               self->core[cell[i]]));
    self->middle[cell[i]] = top + self->core[cell[i]];
  }
}

/* Moves the stages of a lane in a row to under @next; returns what is under them then. */
static double
stack_block (Plan *self, guint row, guint lane, double next)
{
  const PrnStrata *strata = self->strata;
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, shift;
  g_autoptr (GArray) block = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint l = 0; l < strata->n_layers; l++) {
    guint c = lane * strata->n_layers + l;

    if (self->layer_row[l] != row)
      continue;
    snap_cell (self, strata->cells + strata->first_cell[c],
               strata->first_cell[c + 1] - strata->first_cell[c]);
    g_array_append_vals (block, strata->cells + strata->first_cell[c],
                         strata->first_cell[c + 1] - strata->first_cell[c]);
  }
  for (guint k = 0; k < block->len; k++) {
    guint i = g_array_index (block, guint, k);

    top = MIN (top, self->middle[i] - self->core[i]);
    bottom = MAX (bottom, self->middle[i] - self->core[i] + self->height[i]);
  }
  if (block->len == 0)
    return next;

  if (lane > 0 && lane + 1 == strata->n_lanes && next > TOP)
    next += BELOW_GAP - PRN_BAND_HEAD - PRN_BAND_PAD;
  shift = snap_up (next - top);
  for (guint k = 0; k < block->len; k++)
    self->middle[g_array_index (block, guint, k)] += shift;
  return bottom + shift + PRN_BAND_PAD + LANE_GAP + PRN_BAND_HEAD;
}

/* How many lines will run along under a row: all but those to the next layer. */
static guint
lines_under (const Plan *self, guint row)
{
  const PrnFlow *flow = self->strata->flow;
  const guint *layer = self->strata->layer;
  guint n = 0;

  for (guint i = 0; i < flow->n_arcs; i++) {
    guint from = layer[flow->arcs[i].from], to = layer[flow->arcs[i].to];

    if (MIN (self->layer_row[from], self->layer_row[to]) == row &&
        (self->layer_row[from] != self->layer_row[to] || from > to))
      n++;
  }
  return n;
}

/* Rows one under the other, and in each the lanes. */
static void
stack_lanes (Plan *self)
{
  double next = TOP;

  for (guint row = 0; row < self->n_rows; row++) {
    for (guint lane = 0; lane < self->strata->n_lanes; lane++)
      next = stack_block (self, row, lane, next);
    if (self->n_rows > 1)
      next += CLAMP ((lines_under (self, row) - 3.0) * TRACK, 0, TRACKS_MAX * TRACK);
  }
}

static gboolean
is_placed (const PrnStage *stage)
{
  return !isnan (stage->position.x) && !isnan (stage->position.y);
}

/* Where a note goes: as far from its stage as before; above the map if that is taken. */
static void
move_notes (const Plan *self, GPtrArray *changed)
{
  guint n;
  const PrnNote *const *notes = prn_map_notes (self->map, &n);
  g_autoptr (PrnBins) bins = prn_bins_new ();
  double free_x = LEFT;

  for (guint i = 0; i < self->n; i++) {
    const PrnRectangle card = { self->x[i], self->middle[i] - self->core[i], self->width[i],
                                self->height[i] };

    prn_bins_add (bins, i, &card);
  }
  for (guint i = 0; i < n; i++) {
    int about = prn_map_index_of (self->map, PRN_KIND_STAGE, notes[i]->about);
    PrnRectangle r = { notes[i]->position.x, notes[i]->position.y, notes[i]->size.w,
                       notes[i]->size.h }, near;
    PrnNote *moved;

    if (about >= 0 && is_placed (self->stages[about])) {
      r.x += self->x[about] - self->stages[about]->position.x;
      r.y += self->middle[about] - self->core[about] - self->stages[about]->position.y;
    }
    near = prn_rectangle_grown (r, 8);
    if (isnan (r.x) || isnan (r.y) || prn_bins_any (bins, &near)) {
      r.x = free_x;
      r.y = TOP - PRN_BAND_HEAD - NOTE_GAP - snap_up (r.h);
      free_x += snap_up (r.w) + NOTE_GAP;
    }
    r.x = snap (r.x);
    r.y = snap (r.y);
    prn_bins_add (bins, G_MAXUINT, &r);
    if (r.x == notes[i]->position.x && r.y == notes[i]->position.y)
      continue;
    moved = prn_element_copy (notes[i]);
    moved->position.x = r.x;
    moved->position.y = r.y;
    g_ptr_array_add (changed, moved);
  }
}

static void
drop_bends (const Plan *self, GPtrArray *changed)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n);

  for (guint i = 0; i < n; i++)
    if (triggers[i]->route.n > 0) {
      PrnTrigger *straight = prn_element_copy (triggers[i]);

      g_clear_pointer (&straight->route.items, g_free);
      straight->route.n = 0;
      g_ptr_array_add (changed, straight);
    }
}

static PrnMap *
moved_map (const Plan *self)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);

  for (guint i = 0; i < self->n; i++) {
    PrnStage *stage;
    double y = self->middle[i] - self->core[i];

    if (self->stages[i]->position.x == self->x[i] && self->stages[i]->position.y == y)
      continue;
    stage = prn_element_copy (self->stages[i]);
    stage->position.x = self->x[i];
    stage->position.y = y;
    g_ptr_array_add (changed, stage);
  }
  drop_bends (self, changed);
  move_notes (self, changed);
  return prn_map_with_all (self->map, changed->pdata, changed->len);
}

PrnMap *
prn_layout (PrnMap *map)
{
  Plan self = { .map = map };
  PrnMap *result;

  self.stages = prn_map_stages (map, &self.n);
  if (self.n == 0)
    return prn_map_ref (map);

  self.strata = prn_strata_new (map);
  self.width = g_new0 (double, self.n);
  self.height = g_new0 (double, self.n);
  self.core = g_new0 (double, self.n);
  self.x = g_new0 (double, self.n);
  self.middle = g_new0 (double, self.n);

  prn_text_lock ();
  measure (&self);
  measure_layers (&self);
  prn_text_unlock ();
  settle (&self);
  fold (&self);
  place_layers (&self);
  stack_lanes (&self);
  result = moved_map (&self);

  prn_strata_free (self.strata);
  g_free (self.width);
  g_free (self.height);
  g_free (self.core);
  g_free (self.x);
  g_free (self.middle);
  g_free (self.layer_width);
  g_free (self.layer_gap);
  g_free (self.layer_phase);
  g_free (self.layer_row);
  return result;
}

/* A free place beside the stage that leads here, else below everything. */
static PrnRectangle
free_place (PrnMap *map, const PrnStage *stage, PrnBins *bins, double bottom)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
  PrnRectangle r = { LEFT, snap_up (bottom + ROW_GAP), stage->size.w, stage->size.h };

  for (guint i = 0; i < n; i++) {
    int from = prn_map_index_of (map, PRN_KIND_STAGE, triggers[i]->from);
    const PrnStage *source;

    if (from < 0 || !g_str_equal (triggers[i]->to, stage->element.id))
      continue;
    source = prn_map_nth (map, PRN_KIND_STAGE, (guint) from);
    if (!is_placed (source))
      continue;
    r.x = snap (source->position.x + source->size.w + GAP_MAX);
    r.y = snap (source->position.y);
    break;
  }
  for (;;) {
    const PrnRectangle wide = prn_rectangle_grown (r, 48);

    if (!prn_bins_any (bins, &wide))
      return r;
    r.y += snap_up (r.h + ROW_GAP);
  }
}

PrnMap *
prn_layout_missing (PrnMap *map)
{
  guint n, n_placed = 0;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autoptr (PrnBins) bins = NULL;
  g_autoptr (PrnMap) result = NULL;
  double bottom = TOP - ROW_GAP;

  for (guint i = 0; i < n; i++)
    n_placed += is_placed (stages[i]);
  if (n_placed == n)
    return prn_map_ref (map);
  if (n_placed == 0)
    return prn_layout (map);

  bins = prn_bins_new ();
  result = prn_map_ref (map);
  for (guint i = 0; i < n; i++)
    if (is_placed (stages[i])) {
      const PrnRectangle r = { stages[i]->position.x, stages[i]->position.y, stages[i]->size.w,
                               stages[i]->size.h };

      prn_bins_add (bins, i, &r);
      bottom = MAX (bottom, r.y + r.h);
    }
  for (guint i = 0; i < n; i++) {
    g_autoptr (PrnStage) stage = NULL;
    g_autoptr (PrnMap) before = NULL;
    PrnRectangle r;

    if (is_placed (stages[i]))
      continue;
    r = free_place (result, stages[i], bins, bottom);
    prn_bins_add (bins, i, &r);
    stage = prn_element_copy (stages[i]);
    stage->position.x = r.x;
    stage->position.y = r.y;
    before = g_steal_pointer (&result);
    result = prn_map_with (before, stage);
  }
  return g_steal_pointer (&result);
}
