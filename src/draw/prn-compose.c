/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-scene-private.h"

#define GROWTH_MAX 160  /* a card grows by so much to hold its chips */
#define GROWTH_CLEAR 72 /* and leaves so much to what is below */
#define SIDE_MIN 16     /* a card smaller than this cannot be drawn */

static PrnRectangle
stage_rectangle (const PrnStage *stage)
{
  return (PrnRectangle){ stage->position.x, stage->position.y, MAX (stage->size.w, SIDE_MIN),
                         MAX (stage->size.h, SIDE_MIN) };
}

static void
compose_notes (PrnScene *self)
{
  const PrnNote *const *notes = prn_map_notes (self->map, &self->n_stickies);

  self->stickies = g_new0 (PrnSticky, self->n_stickies + 1);
  for (guint i = 0; i < self->n_stickies; i++) {
    PrnSticky *sticky = &self->stickies[i];

    *sticky = (PrnSticky){ .note = notes[i], .rtl = self->options.rtl };
    sticky->rect = (PrnRectangle){ isnan (notes[i]->position.x) ? 0 : notes[i]->position.x,
                                   isnan (notes[i]->position.y) ? 0 : notes[i]->position.y,
                                   MAX (notes[i]->size.w, SIDE_MIN),
                                   MAX (notes[i]->size.h, SIDE_MIN) };
    prn_sticky_init (sticky, self->options.theme);
  }
}

/* The events of each stage, in map order. */
static GPtrArray **
events_by_stage (PrnMap *map, guint n_stages)
{
  GPtrArray **lists = g_new0 (GPtrArray *, n_stages + 1);
  guint n;
  const PrnEvent *const *events = prn_map_events (map, &n);

  for (guint i = 0; i < n_stages; i++)
    lists[i] = g_ptr_array_new ();
  for (guint i = 0; i < n; i++) {
    int stage = prn_map_index_of (map, PRN_KIND_STAGE, events[i]->stage);

    if (stage >= 0)
      g_ptr_array_add (lists[stage], (gpointer) events[i]);
  }
  return lists;
}

typedef struct {
  guint own;
  const PrnRectangle *rect;
  double room;
} Growth;

static gboolean
growth_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Growth *growth = data;
  double below = r->y - (growth->rect->y + growth->rect->h);

  if (number != growth->own)
    growth->room = MIN (growth->room, below < 0 ? 0 : MAX (0, below - GROWTH_CLEAR));
  return TRUE;
}

/* How much higher a card may become to hold its chips. One that a user has sized stays. */
static double
room_below (PrnBins *bins, guint index, const PrnRectangle *rect, const PrnStage *stage)
{
  const PrnRectangle below = { rect->x - 16, rect->y + rect->h - 1, rect->w + 32,
                               GROWTH_MAX + GROWTH_CLEAR };
  Growth growth = { index, rect, GROWTH_MAX };

  if (stage->size.w != 200 || stage->size.h != 96)
    return 0;
  prn_bins_foreach (bins, &below, growth_cb, &growth);
  return growth.room;
}

static PrnColor
stage_hue (PrnMap *map, const PrnStage *stage, PrnThemeKind theme)
{
  int phase = prn_map_index_of (map, PRN_KIND_PHASE, stage->phase);
  PrnColor hue = { 0.5, 0.5, 0.5, 1 };

  prn_palette_color (theme, "gray", &hue);
  if (phase >= 0)
    prn_palette_color (
        theme, ((const PrnPhase *) prn_map_nth (map, PRN_KIND_PHASE, (guint) phase))->color, &hue);
  prn_palette_color (theme, stage->color, &hue);
  return hue;
}

static void
compose_cards (PrnScene *self)
{
  const PrnStage *const *stages = prn_map_stages (self->map, &self->n_cards);
  GPtrArray **events = events_by_stage (self->map, self->n_cards);
  g_autoptr (PrnBins) bins = prn_bins_new ();

  self->cards = g_new0 (PrnCard, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++) {
    PrnRectangle rect = stage_rectangle (stages[i]);

    prn_bins_add (bins, i, &rect);
  }
  for (guint i = 0; i < self->n_stickies; i++)
    prn_bins_add (bins, G_MAXUINT, &self->stickies[i].rect);

  for (guint i = 0; i < self->n_cards; i++) {
    PrnCard *card = &self->cards[i];

    *card = (PrnCard){ .stage = stages[i], .rect = stage_rectangle (stages[i]),
                       .hue = stage_hue (self->map, stages[i], self->options.theme),
                       .rtl = self->options.rtl, .figures = self->figures->stages[i] };
    prn_card_init (card, self->options.theme, (const PrnEvent *const *) events[i]->pdata,
                   events[i]->len, room_below (bins, i, &card->rect, stages[i]));
    g_ptr_array_unref (events[i]);
  }
  g_free (events);
}

static void
compose_bands (PrnScene *self)
{
  g_autofree PrnRectangle *boxes = g_new (PrnRectangle, self->n_cards + 1);

  for (guint i = 0; i < self->n_cards; i++)
    boxes[i] = self->cards[i].rect;
  self->bands = prn_bands_new (self->map, boxes, self->options.theme, self->options.rtl);
}

void
prn_scene_compose (PrnScene *self)
{
  compose_notes (self);
  compose_cards (self);
  compose_bands (self);
  prn_scene_compose_ways (self);
}
