/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-scene-private.h"

static void
add_item (PrnScene *self, PrnItem item, guint part, guint chip)
{
  const PrnItemPart where = { part, chip };

  self->bounds = prn_rectangle_union (self->bounds, item.bounds);
  g_array_append_val (self->items, item);
  g_array_append_val (self->parts, where);
}

void
prn_scene_index_items (PrnScene *self)
{
  const PrnItem *items = (const PrnItem *) self->items->data;

  self->grid = prn_grid_new (self->items->len > 0 ? &items->bounds : NULL, sizeof (PrnItem),
                             self->items->len);
}

/* Gives an item the words of an item of the scene before. */
static void
share_words (PrnItem *item, const PrnKept *kept, guint index)
{
  const PrnItem *old = &g_array_index (kept->old->items, PrnItem, index);

  item->name = g_ref_string_acquire (old->name);
  item->facts = g_ref_string_acquire (old->facts);
}

static void
set_words (PrnItem *item, const char *name, char *facts)
{
  item->name = g_ref_string_new (name);
  item->facts = prn_text_shared (facts);
}

static void
list_frames (PrnScene *self)
{
  guint n;
  const PrnFrame *const *frames = prn_map_frames (self->map, &n);

  for (guint i = 0; self->options.frames && i < n; i++) {
    PrnItem item = { .kind = PRN_ITEM_FRAME, .id = frames[i]->element.id,
                     .bounds = prn_frame_ink (frames[i]),
                     .handle = { frames[i]->position.x, frames[i]->position.y, frames[i]->size.w,
                                 frames[i]->size.h } };

    /* A frame without a place shows nothing. */
    if (isnan (frames[i]->position.x) || isnan (frames[i]->position.y))
      continue;
    set_words (&item, prn_element_label (frames[i]), prn_words_frame_facts (i));
    add_item (self, item, i, 0);
  }
}

/* By phase: how many stages it has. Those of one phase mostly stand together in the list. */
static guint *
count_stages (PrnScene *self)
{
  guint *counts = g_new0 (guint, prn_map_n (self->map, PRN_KIND_PHASE) + 1);
  int phase = -1;

  for (guint i = 0; i < self->n_cards; i++) {
    const char *id = self->cards[i].stage->phase;

    if (i == 0 || g_strcmp0 (id, self->cards[i - 1].stage->phase) != 0)
      phase = prn_map_index_of (self->map, PRN_KIND_PHASE, id);
    if (phase >= 0)
      counts[phase]++;
  }
  return counts;
}

static void
list_bands (PrnScene *self)
{
  g_autofree guint *n_stages = count_stages (self);

  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->bands, PrnBand, i);
    PrnItem item = { .kind = PRN_ITEM_PHASE, .id = band->phase->element.id, .bounds = band->rect,
                     .handle = band->rect };

    set_words (&item, prn_element_label (band->phase),
               prn_words_phase_facts (band->phase, n_stages[band->phase_index]));
    add_item (self, item, i, 0);
  }
}

/* What stands for a way: its label, else a place on its line. */
static PrnRectangle
way_handle (const PrnWay *way)
{
  PrnSpot middle = way->line.spots[way->line.n / 2];

  if (way->label.w > 0)
    return way->label;
  return (PrnRectangle){ middle.x - 8, middle.y - 8, 16, 16 };
}

static void
set_way_words (PrnScene *self, PrnItem *item, guint index, const PrnKept *kept)
{
  const PrnTrigger *trigger = self->ways[index].trigger;
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  g_autofree char *name = NULL;

  if (kept != NULL && kept->words[index]) {
    guint was = (guint) kept->way_was[index];
    guint old = kept->old->way_items[was];

    if (old != G_MAXUINT &&
        prn_trigger_figures_equal (figures, &kept->old->figures->triggers[was])) {
      share_words (item, kept, old);
      return;
    }
  }
  name = prn_words_trigger_name (self->map, trigger);
  set_words (item, name[0] != '\0' ? name : trigger->element.id,
             prn_words_trigger_facts (self->map, trigger, figures));
}

static void
place_way (PrnScene *self, PrnItem *item, guint index, const PrnKept *kept)
{
  const PrnWay *way = &self->ways[index];

  /* The label of an arrow from nowhere may be another where its line stays. */
  if (kept != NULL && kept->lines[index] && kept->labels[index] &&
      !prn_link_is_stub (&self->links[index])) {
    guint was = (guint) kept->way_was[index];
    guint old = kept->old->way_items[was];

    if (old != G_MAXUINT && kept->old->ways[was].width == way->width) {
      item->bounds = g_array_index (kept->old->items, PrnItem, old).bounds;
      item->handle = g_array_index (kept->old->items, PrnItem, old).handle;
      return;
    }
  }
  item->bounds = prn_way_ink (way);
  item->handle = way_handle (way);
}

static void
list_ways (PrnScene *self, const PrnKept *kept)
{
  self->way_items = g_new (guint, self->n_ways + 1);
  for (guint i = 0; i < self->n_ways; i++) {
    const PrnWay *way = &self->ways[i];
    PrnItem item = { .kind = PRN_ITEM_TRIGGER };

    self->way_items[i] = G_MAXUINT;
    if (way->trigger == NULL || way->line.n < 2)
      continue;
    item.id = way->trigger->element.id;
    place_way (self, &item, i, kept);
    set_way_words (self, &item, i, kept);
    self->way_items[i] = self->items->len;
    add_item (self, item, i, 0);
  }
}

/* The item of a card in the scene before, if both say the same, else G_MAXUINT. */
static guint
kept_card_item (PrnScene *self, guint index, const PrnKept *kept)
{
  if (kept == NULL || !kept->cards[index] ||
      (kept->pairings[PRN_KIND_PHASE]->n_changed > 0 &&
       !prn_kept_name (kept, self->cards[index].stage->phase)))
    return G_MAXUINT;
  return kept->old->card_items[kept->pairings[PRN_KIND_STAGE]->was[index]];
}

static void
list_chips (PrnScene *self, guint index, guint old, const PrnKept *kept)
{
  const PrnCard *card = &self->cards[index];

  for (guint k = 0; k < card->n_chips; k++) {
    const PrnChip *chip = &card->chips[k];
    PrnItem item = { .kind = PRN_ITEM_EVENT, .bounds = chip->rect, .handle = chip->rect };

    if (chip->event == NULL)
      continue;
    item.id = chip->event->element.id;
    if (old != G_MAXUINT)
      share_words (&item, kept, old + 1 + k);
    else
      set_words (&item, prn_element_label (chip->event),
                 prn_words_event_facts (self->map, chip->event));
    add_item (self, item, index, k);
  }
}

static void
list_cards (PrnScene *self, const PrnKept *kept)
{
  self->card_items = g_new (guint, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++) {
    const PrnCard *card = &self->cards[i];
    guint old = kept_card_item (self, i, kept);
    PrnItem item = { .kind = PRN_ITEM_STAGE, .id = card->stage->element.id,
                     .bounds = prn_card_ink (card), .handle = card->rect };

    if (self->entry_way[i] >= 0)
      item.bounds = prn_rectangle_union (item.bounds,
                                         prn_way_ink (&self->ways[self->entry_way[i]]));
    if (old != G_MAXUINT)
      share_words (&item, kept, old);
    else
      set_words (&item, prn_element_label (card->stage),
                 prn_words_stage_facts (self->map, card->stage, &card->figures));
    self->card_items[i] = self->items->len;
    add_item (self, item, i, 0);
    list_chips (self, i, old, kept);
  }
}

static void
list_notes (PrnScene *self, const PrnKept *kept)
{
  self->sticky_items = g_new (guint, self->n_stickies + 1);
  for (guint i = 0; i < self->n_stickies; i++) {
    const PrnSticky *sticky = &self->stickies[i];
    PrnItem item = { .kind = PRN_ITEM_NOTE, .id = sticky->note->element.id,
                     .bounds = prn_rectangle_grown (sticky->rect, 3), .handle = sticky->rect };

    if (kept != NULL && kept->pairings[PRN_KIND_NOTE]->same[i])
      share_words (&item, kept,
                   kept->old->sticky_items[kept->pairings[PRN_KIND_NOTE]->was[i]]);
    else
      set_words (&item, prn_element_label (sticky->note), prn_words_note_facts (sticky->note));
    self->sticky_items[i] = self->items->len;
    add_item (self, item, i, 0);
  }
}

void
prn_scene_list_items (PrnScene *self, const PrnKept *kept)
{
  guint n = kept != NULL ? kept->old->items->len + 16 : 16;

  self->items = g_array_sized_new (FALSE, FALSE, sizeof (PrnItem), n);
  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (PrnItemPart), n);

  list_bands (self);
  list_frames (self);
  list_ways (self, kept);
  list_cards (self, kept);
  list_notes (self, kept);
  prn_scene_index_items (self);
}

/* The item with an id among @n from @first on. */
static const PrnItem *
find_among (PrnScene *self, guint first, guint n, const char *id)
{
  for (guint i = first; i < first + n && i < self->items->len; i++)
    if (g_str_equal (prn_scene_item (self, i)->id, id))
      return prn_scene_item (self, i);
  return NULL;
}

/* Where the item of an element is most likely, by its place in the map. */
static guint
likely_item (PrnScene *self, const char *id, guint *n)
{
  int stage = prn_map_index_of (self->map, PRN_KIND_STAGE, id);
  int trigger = prn_map_index_of (self->map, PRN_KIND_TRIGGER, id);
  int note = prn_map_index_of (self->map, PRN_KIND_NOTE, id);
  int event = prn_map_index_of (self->map, PRN_KIND_EVENT, id);

  *n = 1;
  if (trigger >= 0)
    return self->way_items[trigger];
  if (note >= 0)
    return self->sticky_items[note];
  if (event >= 0) {
    const PrnEvent *element = prn_map_nth (self->map, PRN_KIND_EVENT, (guint) event);

    stage = prn_map_index_of (self->map, PRN_KIND_STAGE, element->stage);
    if (stage >= 0)
      *n += self->cards[stage].n_chips;
  }
  if (stage >= 0)
    return self->card_items[stage];
  /* Bands and frames come first. */
  *n = self->bands->len + prn_map_n (self->map, PRN_KIND_FRAME);
  return 0;
}

const PrnItem *
prn_scene_find (PrnScene *self, const char *id)
{
  guint first, n;

  if (id == NULL)
    return NULL;
  if (self->lifted) /* nothing is where it was */
    return find_among (self, 0, self->items->len, id);
  first = likely_item (self, id, &n);
  return first == G_MAXUINT ? NULL : find_among (self, first, n, id);
}
