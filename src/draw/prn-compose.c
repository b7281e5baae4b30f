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

/* The events of each stage whose card is to be made, in map order. */
static GPtrArray **
events_by_stage (PrnScene *self, const PrnStage *const *stages, const PrnKept *kept)
{
  GPtrArray **lists = g_new0 (GPtrArray *, self->n_cards + 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const PrnEvent *const *events = prn_map_events (self->map, &n);

  for (guint i = 0; i < self->n_cards; i++)
    if (kept == NULL || !kept->cards[i]) {
      lists[i] = g_ptr_array_new ();
      g_hash_table_insert (by_id, stages[i]->element.id, lists[i]);
    }
  for (guint i = 0; g_hash_table_size (by_id) > 0 && i < n; i++) {
    GPtrArray *list = events[i]->stage != NULL ? g_hash_table_lookup (by_id, events[i]->stage)
                                               : NULL;

    if (list != NULL)
      g_ptr_array_add (list, (gpointer) events[i]);
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

/* What is looked at to see how much higher a card may become. */
static PrnRectangle
below (const PrnRectangle *rect)
{
  return (PrnRectangle){ rect->x - 16, rect->y + rect->h - 1, rect->w + 32,
                         GROWTH_MAX + GROWTH_CLEAR };
}

/* How much higher a card may become to hold its chips. One that a user has sized stays. */
static double
room_below (PrnBins *bins, guint index, const PrnRectangle *rect, const PrnStage *stage)
{
  const PrnRectangle area = below (rect);
  Growth growth = { index, rect, GROWTH_MAX };

  if (stage->size.w != 200 || stage->size.h != 96)
    return 0;
  prn_bins_foreach (bins, &area, growth_cb, &growth);
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

/* Where stages and notes stood, and stand, that are not the same as before. */
static GArray *
moved_places (PrnScene *self, const PrnKept *kept)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE], *notes = kept->pairings[PRN_KIND_NOTE];

  for (guint i = 0; i < stages->n; i++)
    if (!stages->same[i]) {
      PrnRectangle r = stage_rectangle (prn_map_nth (self->map, PRN_KIND_STAGE, i));

      g_array_append_val (places, r);
    }
  for (guint i = 0; i < stages->n_old; i++)
    if (stages->now[i] < 0 || !stages->same[stages->now[i]]) {
      PrnRectangle r = stage_rectangle (prn_map_nth (kept->old->map, PRN_KIND_STAGE, i));

      g_array_append_val (places, r);
    }
  for (guint i = 0; i < notes->n; i++)
    if (!notes->same[i])
      g_array_append_val (places, self->stickies[i].rect);
  for (guint i = 0; i < notes->n_old; i++)
    if (notes->now[i] < 0 || !notes->same[notes->now[i]])
      g_array_append_val (places, kept->old->stickies[i].rect);
  return places;
}

/* The stage an event belonged to and the one it belongs to are drawn anew. */
static void
drop_cards_of_events (PrnKept *kept, PrnMap *map)
{
  const PrnPairing *events = kept->pairings[PRN_KIND_EVENT];
  guint n;
  const PrnEvent *const *now = prn_map_events (map, &n);

  for (guint i = 0; i < n; i++) {
    int stage = events->same[i] && events->ordered
                    ? -1 : prn_map_index_of (map, PRN_KIND_STAGE, now[i]->stage);

    if (stage >= 0)
      kept->cards[stage] = FALSE;
  }
  for (guint i = 0; i < events->n_old; i++) {
    gboolean is_same = events->now[i] >= 0 && events->same[events->now[i]];
    const PrnEvent *event = prn_map_nth (kept->old->map, PRN_KIND_EVENT, i);
    int stage = is_same ? -1 : prn_map_index_of (map, PRN_KIND_STAGE, event->stage);

    if (stage >= 0)
      kept->cards[stage] = FALSE;
  }
}

static gboolean
overlaps_any (const PrnRectangle *r, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    if (prn_rectangle_overlaps (r, &g_array_index (places, PrnRectangle, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_same_color (PrnColor a, PrnColor b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void
find_kept_cards (PrnScene *self, PrnKept *kept)
{
  const PrnPairing *match = kept->pairings[PRN_KIND_STAGE];
  gboolean repainted = kept->pairings[PRN_KIND_PHASE]->n_changed > 0;
  g_autoptr (GArray) places = moved_places (self, kept);

  for (guint i = 0; i < match->n; i++) {
    const PrnStage *stage = prn_map_nth (self->map, PRN_KIND_STAGE, i);
    PrnRectangle rect = stage_rectangle (stage), area = below (&rect);
    const PrnCard *old = match->was[i] >= 0 ? &kept->old->cards[match->was[i]] : NULL;

    kept->cards[i] =
        match->same[i] && !overlaps_any (&area, places) &&
        prn_stage_figures_equal (&old->figures, &self->figures->stages[i]) &&
        (!repainted ||
         is_same_color (old->hue, stage_hue (self->map, stage, self->options.theme)));
  }
  if (kept->pairings[PRN_KIND_EVENT]->n_changed > 0 || !kept->pairings[PRN_KIND_EVENT]->ordered)
    drop_cards_of_events (kept, self->map);
}

/* What a card to be made may meet as it grows. */
static PrnBins *
things_below (PrnScene *self, const PrnStage *const *stages, const PrnKept *kept)
{
  PrnBins *bins = prn_bins_new ();
  PrnRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; kept != NULL && i < self->n_cards; i++)
    if (!kept->cards[i])
      area = prn_rectangle_union (
          area, prn_rectangle_grown (stage_rectangle (stages[i]), GROWTH_MAX + GROWTH_CLEAR));
  for (guint i = 0; i < self->n_cards; i++) {
    PrnRectangle rect = stage_rectangle (stages[i]);

    if (kept == NULL || prn_rectangle_overlaps (&rect, &area))
      prn_bins_add (bins, i, &rect);
  }
  for (guint i = 0; i < self->n_stickies; i++)
    prn_bins_add (bins, G_MAXUINT, &self->stickies[i].rect);
  return bins;
}

static void
compose_cards (PrnScene *self, PrnKept *kept)
{
  const PrnStage *const *stages = prn_map_stages (self->map, &self->n_cards);
  g_autofree GPtrArray **events = NULL;
  g_autoptr (PrnBins) bins = NULL;

  if (kept != NULL)
    find_kept_cards (self, kept);
  events = events_by_stage (self, stages, kept);
  bins = things_below (self, stages, kept);

  self->cards = g_new0 (PrnCard, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++) {
    PrnCard *card = &self->cards[i];

    if (kept != NULL && kept->cards[i]) {
      *card = prn_card_copy (&kept->old->cards[kept->pairings[PRN_KIND_STAGE]->was[i]]);
      continue;
    }
    *card = (PrnCard){ .stage = stages[i], .rect = stage_rectangle (stages[i]),
                       .hue = stage_hue (self->map, stages[i], self->options.theme),
                       .rtl = self->options.rtl, .figures = self->figures->stages[i] };
    /* Somebody may be waiting to paint. */
    prn_text_unlock ();
    prn_text_lock ();
    prn_card_init (card, self->options.theme, (const PrnEvent *const *) events[i]->pdata,
                   events[i]->len, room_below (bins, i, &card->rect, stages[i]));
    g_ptr_array_unref (events[i]);
  }
}

/* Whether nothing moved that bands are drawn around. */
static gboolean
is_ground_kept (PrnScene *self, const PrnKept *kept)
{
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE];

  if (stages->n != stages->n_old || !stages->ordered)
    return FALSE;
  for (guint i = 0; i < stages->n; i++) {
    const PrnStage *old;

    if (stages->same[i] && kept->cards[i])
      continue;
    if (stages->was[i] < 0)
      return FALSE;
    old = prn_map_nth (kept->old->map, PRN_KIND_STAGE, (guint) stages->was[i]);
    if (g_strcmp0 (old->phase, self->cards[i].stage->phase) != 0 ||
        !prn_rectangle_equal (&kept->old->cards[stages->was[i]].rect, &self->cards[i].rect))
      return FALSE;
  }
  return TRUE;
}

/* In haste bands stay as they are whatever moves, for one frame: where they go elsewhere, headings
 * do as well, and lines make room for these. */
static gboolean
keep_bands (PrnScene *self, const PrnKept *kept)
{
  const PrnPairing *phases = kept->pairings[PRN_KIND_PHASE];
  gboolean settled;

  if (phases->n_changed > 0 || !phases->ordered)
    return FALSE;
  settled = !kept->old->bands_unsettled && is_ground_kept (self, kept);
  if (!settled && !self->options.hasty)
    return FALSE;
  self->bands = g_array_copy (kept->old->bands);
  self->bands_unsettled = !settled;
  return TRUE;
}

static void
compose_bands (PrnScene *self, const PrnKept *kept)
{
  g_autofree PrnRectangle *boxes = NULL;

  if (kept != NULL && keep_bands (self, kept))
    return;
  boxes = g_new (PrnRectangle, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++)
    boxes[i] = self->cards[i].rect;
  self->bands = prn_bands_new (self->map, boxes, self->options.theme, self->options.rtl);
}

static void
note_moved_card (PrnKept *kept, const PrnCard *before, const PrnCard *after)
{
  static const PrnRectangle nowhere;
  PrnRectangle (*const parts[]) (const PrnCard *) = { prn_card_flag, prn_card_loss };

  prn_kept_moved (kept, before != NULL ? &before->rect : &nowhere,
                  after != NULL ? &after->rect : &nowhere);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    PrnRectangle old = before != NULL ? parts[i] (before) : nowhere;
    PrnRectangle new = after != NULL ? parts[i] (after) : nowhere;

    prn_kept_moved (kept, &old, &new);
  }
}

/* What cards and notes stand elsewhere, or are no more. */
static void
note_moved_parts (PrnScene *self, PrnKept *kept)
{
  static const PrnRectangle nowhere;
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE], *notes = kept->pairings[PRN_KIND_NOTE];

  for (guint i = 0; i < stages->n; i++)
    if (!kept->cards[i])
      note_moved_card (kept, stages->was[i] >= 0 ? &kept->old->cards[stages->was[i]] : NULL,
                       &self->cards[i]);
  for (guint i = 0; i < stages->n_old; i++)
    if (stages->now[i] < 0)
      note_moved_card (kept, &kept->old->cards[i], NULL);
  for (guint i = 0; i < notes->n; i++)
    if (!notes->same[i])
      prn_kept_moved (kept, notes->was[i] >= 0 ? &kept->old->stickies[notes->was[i]].rect : &nowhere,
                      &self->stickies[i].rect);
  for (guint i = 0; i < notes->n_old; i++)
    if (notes->now[i] < 0)
      prn_kept_moved (kept, &kept->old->stickies[i].rect, &nowhere);
}

void
prn_scene_compose (PrnScene *self, PrnKept *kept)
{
  prn_text_lock ();
  compose_notes (self);
  compose_cards (self, kept);
  compose_bands (self, kept);
  if (kept != NULL)
    note_moved_parts (self, kept);
  prn_scene_compose_links (self, kept);
  prn_scene_compose_ways (self, kept);
  prn_text_unlock ();
  prn_scene_compose_lines (self, kept);
}
