/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-arrange.h"

#include <math.h>

#include "prn-band.h"
#include "prn-card.h"

#define GAP_MIN 96       /* between layers */
#define GAP_PHASES 40    /* more where a phase ends */
#define LANE_GAP 56      /* between bands */
#define BELOW_GAP 112    /* above the stages without a phase */
#define LABEL_PAD 72     /* what a label takes beside its text: gates and air */
#define LABEL_MAX 112
#define ASPECT (16.0 / 9.0) /* of what the map is to be shown on */
#define FOLD_ASPECT 4.5     /* a map longer than this is folded into rows */
#define FOLD_FROM 8         /* if it has so many layers */
#define FOLD_GAP 128
#define ROWS_MAX 12
#define TRACK 16.0          /* what each of many lines under a row needs */
#define TRACKS_MAX 10
#define CHIP_ROOM 160

/* How large each card will be drawn. */
static void
measure (PrnArrangement *self)
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
widen_for_labels (const PrnArrangement *self, double *gaps)
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
    gaps[MIN (a, b)] = MAX (gaps[MIN (a, b)], MIN (PRN_LAYOUT_GAP, text + LABEL_PAD));
  }
}

static void
measure_layers (PrnArrangement *self)
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
    self->layer_gap[l] = MIN (self->layer_gap[l], PRN_LAYOUT_GAP);
  }
}

/* Breaks the layers into rows of about the same width, never within a phase; returns the width of
 * the widest. */
static double
break_rows (PrnArrangement *self, double wanted)
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
rows_height (const PrnArrangement *self)
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
fold (PrnArrangement *self)
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
place_layers (PrnArrangement *self)
{
  guint n_layers = self->strata->n_layers;
  g_autofree double *left = g_new0 (double, n_layers + 1);

  left[0] = PRN_LAYOUT_LEFT;
  for (guint l = 0; l + 1 < n_layers; l++)
    left[l + 1] = self->layer_row[l + 1] != self->layer_row[l]
                      ? PRN_LAYOUT_LEFT
                      : prn_snap_up (left[l] + self->layer_width[l] + self->layer_gap[l]);
  for (guint i = 0; i < self->n; i++)
    self->x[i] = left[self->strata->layer[i]];
}

double
prn_arrangement_apart (const PrnArrangement *self, guint above, guint below)
{
  return self->height[above] - self->core[above] + PRN_LAYOUT_ROW_GAP + self->core[below];
}

/* Snaps the cards of a cell to the grid without letting them come closer. */
static void
snap_cell (PrnArrangement *self, const guint *cell, guint n)
{
  for (guint i = 0; i < n; i++) {
    double top = prn_snap (self->middle[cell[i]] - self->core[cell[i]]);

    if (i > 0)
      top = MAX (top, prn_snap_up (self->middle[cell[i - 1]] +
                                   prn_arrangement_apart (self, cell[i - 1], cell[i]) -
                                   self->core[cell[i]]));
    self->middle[cell[i]] = top + self->core[cell[i]];
  }
}

static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
  const PrnArrangement *self = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double left = self->middle[i] - self->core[i], right = self->middle[k] - self->core[k];

  if (left != right)
    return left < right ? -1 : 1;
  return i < k ? -1 : i > k;
}

/* Takes out empty strips between cards: parts of a map that nothing connects stand close. */
static void
squeeze (PrnArrangement *self, GArray *block)
{
  double bottom = G_MAXDOUBLE, shift = 0;

  g_array_sort_with_data (block, compare_tops, self);
  for (guint k = 0; k < block->len; k++) {
    guint i = g_array_index (block, guint, k);
    double top = self->middle[i] - self->core[i] - shift;

    if (k > 0 && top > bottom + PRN_LAYOUT_ROW_GAP + PRN_LAYOUT_GRID)
      shift += prn_snap (top - bottom - PRN_LAYOUT_ROW_GAP);
    self->middle[i] -= shift;
    top = self->middle[i] - self->core[i];
    bottom = k > 0 ? MAX (bottom, top + self->height[i]) : top + self->height[i];
  }
}

/* Moves the stages of a lane in a row to under @next; returns what is under them then. */
static double
stack_block (PrnArrangement *self, guint row, guint lane, double next)
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
  squeeze (self, block);
  for (guint k = 0; k < block->len; k++) {
    guint i = g_array_index (block, guint, k);

    top = MIN (top, self->middle[i] - self->core[i]);
    bottom = MAX (bottom, self->middle[i] - self->core[i] + self->height[i]);
  }
  if (block->len == 0)
    return next;

  if (lane > 0 && lane + 1 == strata->n_lanes && next > PRN_LAYOUT_TOP)
    next += BELOW_GAP - PRN_BAND_HEAD - PRN_BAND_PAD;
  shift = prn_snap_up (next - top);
  for (guint k = 0; k < block->len; k++)
    self->middle[g_array_index (block, guint, k)] += shift;
  return bottom + shift + PRN_BAND_PAD + LANE_GAP + PRN_BAND_HEAD;
}

/* How many lines will run along under a row: all but those to the next layer. */
static guint
lines_under (const PrnArrangement *self, guint row)
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
stack_lanes (PrnArrangement *self)
{
  double next = PRN_LAYOUT_TOP;

  for (guint row = 0; row < self->n_rows; row++) {
    for (guint lane = 0; lane < self->strata->n_lanes; lane++)
      next = stack_block (self, row, lane, next);
    if (self->n_rows > 1)
      next += CLAMP ((lines_under (self, row) - 3.0) * TRACK, 0, TRACKS_MAX * TRACK);
  }
}

PrnArrangement *
prn_arrangement_new (PrnMap *map)
{
  PrnArrangement *self = g_new0 (PrnArrangement, 1);

  self->map = map;
  self->stages = prn_map_stages (map, &self->n);
  self->strata = prn_strata_new (map);
  self->width = g_new0 (double, self->n);
  self->height = g_new0 (double, self->n);
  self->core = g_new0 (double, self->n);
  self->x = g_new0 (double, self->n);
  self->middle = g_new0 (double, self->n);

  prn_text_lock ();
  measure (self);
  measure_layers (self);
  prn_text_unlock ();
  prn_arrangement_settle (self);
  fold (self);
  place_layers (self);
  stack_lanes (self);
  return self;
}

void
prn_arrangement_free (PrnArrangement *self)
{
  prn_strata_free (self->strata);
  g_free (self->width);
  g_free (self->height);
  g_free (self->core);
  g_free (self->x);
  g_free (self->middle);
  g_free (self->layer_width);
  g_free (self->layer_gap);
  g_free (self->layer_phase);
  g_free (self->layer_row);
  g_free (self);
}

PrnRectangle
prn_arrangement_card (const PrnArrangement *self, guint stage)
{
  return (PrnRectangle){ self->x[stage], self->middle[stage] - self->core[stage],
                         self->width[stage], self->height[stage] };
}
