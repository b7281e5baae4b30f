/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-layout.h"

#include <math.h>

#include "prn-arrange.h"
#include "prn-band.h"
#include "prn-bins.h"
#include "prn-schema.h"

#define NOTE_GAP 32
#define APART 48         /* what is kept free around a stage put beside another */
#define PLACES_TRIED 64

static gboolean
is_placed (const PrnStage *stage)
{
  return !isnan (stage->position.x) && !isnan (stage->position.y);
}

/* Where a note goes: as far from its stage as before; above the map if that is taken. */
static void
move_notes (const PrnArrangement *self, GPtrArray *changed)
{
  guint n;
  const PrnNote *const *notes = prn_map_notes (self->map, &n);
  g_autoptr (PrnBins) bins = prn_bins_new ();
  double free_x = PRN_LAYOUT_LEFT;

  for (guint i = 0; i < self->n; i++) {
    const PrnRectangle card = prn_arrangement_card (self, i);

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
      r.y = PRN_LAYOUT_TOP - PRN_BAND_HEAD - NOTE_GAP - prn_snap_up (r.h);
      free_x += prn_snap_up (r.w) + NOTE_GAP;
    }
    r.x = prn_snap (r.x);
    r.y = prn_snap (r.y);
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
drop_bends (const PrnArrangement *self, GPtrArray *changed)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n);

  for (guint i = 0; i < n; i++)
    if (triggers[i]->route.n > 0) {
      PrnTrigger *straight = prn_element_copy (triggers[i]);

      prn_member_clear (prn_record_find_member (prn_record_of_kind (PRN_KIND_TRIGGER), "route"),
                        straight);
      g_ptr_array_add (changed, straight);
    }
}

static PrnMap *
moved_map (const PrnArrangement *self, gboolean drops_bends)
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
  if (drops_bends)
    drop_bends (self, changed);
  move_notes (self, changed);
  return prn_map_with_all (self->map, changed->pdata, changed->len);
}

static PrnMap *
place_all (PrnMap *map, gboolean drops_bends)
{
  g_autoptr (PrnArrangement) arrangement = NULL;

  if (prn_map_n (map, PRN_KIND_STAGE) == 0)
    return prn_map_ref (map);
  arrangement = prn_arrangement_new (map);
  return moved_map (arrangement, drops_bends);
}

PrnMap *
prn_layout (PrnMap *map)
{
  return place_all (map, TRUE);
}

/* Places of stages that have or are given one, in map order; others have no area. */
typedef struct {
  PrnRectangle *cards;
  PrnBins *bins;
  double bottom;
} Places;

static void
take_place (Places *self, guint stage, PrnRectangle card)
{
  self->cards[stage] = card;
  prn_bins_add (self->bins, stage, &card);
  self->bottom = MAX (self->bottom, card.y + card.h);
}

/* A free place beside the stage that leads here, else below everything. */
static PrnRectangle
free_place (const Places *self, PrnMap *map, const PrnStage *stage)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
  PrnRectangle r = { PRN_LAYOUT_LEFT, 0, stage->size.w, stage->size.h };

  for (guint i = 0; i < n; i++) {
    int from = prn_map_index_of (map, PRN_KIND_STAGE, triggers[i]->from);

    if (from < 0 || self->cards[from].w <= 0 || !g_str_equal (triggers[i]->to, stage->element.id))
      continue;
    r.x = prn_snap (self->cards[from].x + self->cards[from].w + PRN_LAYOUT_GAP);
    r.y = prn_snap (self->cards[from].y);
    for (guint k = 0; k < PLACES_TRIED; k++, r.y += prn_snap_up (r.h + PRN_LAYOUT_ROW_GAP)) {
      const PrnRectangle wide = prn_rectangle_grown (r, APART);

      if (!prn_bins_any (self->bins, &wide))
        return r;
    }
    break;
  }
  r.y = prn_snap_up (self->bottom + PRN_LAYOUT_ROW_GAP);
  return r;
}

static gboolean
are_all_placed (const PrnStage *const *stages, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!is_placed (stages[i]))
      return FALSE;
  return TRUE;
}

static PrnMap *
place_missing (PrnMap *map)
{
  guint n, n_placed = 0;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autofree PrnRectangle *cards = g_new0 (PrnRectangle, n + 1);
  g_autoptr (PrnBins) bins = prn_bins_new ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  Places places = { cards, bins, PRN_LAYOUT_TOP - PRN_LAYOUT_ROW_GAP };

  for (guint i = 0; i < n; i++)
    if (is_placed (stages[i])) {
      n_placed++;
      take_place (&places, i, (PrnRectangle){ stages[i]->position.x, stages[i]->position.y,
                                              stages[i]->size.w, stages[i]->size.h });
    }
  if (n_placed == 0)
    return place_all (map, FALSE);

  for (guint i = 0; i < n; i++) {
    PrnStage *stage;

    if (is_placed (stages[i]))
      continue;
    take_place (&places, i, free_place (&places, map, stages[i]));
    stage = prn_element_copy (stages[i]);
    stage->position.x = cards[i].x;
    stage->position.y = cards[i].y;
    g_ptr_array_add (changed, stage);
  }
  return prn_map_with_all (map, changed->pdata, changed->len);
}

PrnMap *
prn_layout_missing (PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  return are_all_placed (stages, n) ? prn_map_ref (map) : place_missing (map);
}
