/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene.h"

#include "prn-layout.h"
#include "prn-scene-private.h"

PrnScene *
prn_scene_new (PrnMap *map, const PrnReport *report, const PrnSceneOptions *options)
{
  PrnScene *self = g_new0 (PrnScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->map = prn_layout_missing (map);
  if (options != NULL)
    self->options = *options;
  self->figures = prn_figures_new (self->map, report);
  self->has_figures = report != NULL;

  prn_text_lock ();
  prn_scene_compose (self);
  prn_text_unlock ();
  prn_scene_list_items (self);
  return self;
}

PrnScene *
prn_scene_ref (PrnScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
prn_scene_unref (PrnScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_cards; i++)
    prn_card_clear (&self->cards[i]);
  for (guint i = 0; i < self->n_ways; i++)
    prn_way_clear (&self->ways[i]);
  for (guint i = 0; i < self->items->len; i++) {
    PrnItem *item = &g_array_index (self->items, PrnItem, i);

    g_free (item->name);
    g_free (item->facts);
  }
  g_free (self->cards);
  g_free (self->ways);
  g_free (self->stickies);
  g_free (self->entry_way);
  g_array_unref (self->bands);
  g_array_unref (self->items);
  g_array_unref (self->parts);
  prn_bins_free (self->bins);
  prn_figures_free (self->figures);
  prn_map_unref (self->map);
  g_free (self);
}

PrnMap *
prn_scene_get_map (PrnScene *self)
{
  return self->map;
}

PrnRectangle
prn_scene_bounds (PrnScene *self)
{
  return self->bounds;
}

guint
prn_scene_n_items (PrnScene *self)
{
  return self->items->len;
}

const PrnItem *
prn_scene_item (PrnScene *self, guint index)
{
  return &g_array_index (self->items, PrnItem, index);
}

static void
add_item (PrnScene *self, PrnItem item, guint part, guint chip)
{
  const PrnItemPart where = { part, chip };

  prn_bins_add (self->bins, self->items->len, &item.bounds);
  self->bounds = prn_rectangle_union (self->bounds, item.bounds);
  g_array_append_val (self->items, item);
  g_array_append_val (self->parts, where);
}

static void
list_frames (PrnScene *self)
{
  guint n;
  const PrnFrame *const *frames = prn_map_frames (self->map, &n);

  for (guint i = 0; self->options.frames && i < n; i++)
    add_item (self, (PrnItem){ PRN_ITEM_FRAME, frames[i]->element.id,
                               g_strdup (prn_element_label (frames[i])), g_strdup (""),
                               prn_frame_ink (frames[i]),
                               { frames[i]->position.x, frames[i]->position.y, frames[i]->size.w,
                                 frames[i]->size.h } }, i, 0);
}

static void
list_bands (PrnScene *self)
{
  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->bands, PrnBand, i);

    add_item (self, (PrnItem){ PRN_ITEM_PHASE, band->phase->element.id,
                               g_strdup (prn_element_label (band->phase)),
                               prn_words_phase_facts (self->map, band->phase), band->rect,
                               band->rect }, i, 0);
  }
}

static void
list_ways (PrnScene *self)
{
  for (guint i = 0; i < self->n_ways; i++) {
    const PrnWay *way = &self->ways[i];
    g_autofree char *name = NULL;
    PrnRectangle handle = way->label;

    if (way->trigger == NULL || way->line.n < 2)
      continue;
    name = prn_words_trigger_name (self->map, way->trigger);
    if (handle.w <= 0) {
      PrnSpot middle = way->line.spots[way->line.n / 2];

      handle = (PrnRectangle){ middle.x - 8, middle.y - 8, 16, 16 };
    }
    add_item (self, (PrnItem){ PRN_ITEM_TRIGGER, way->trigger->element.id,
                               g_strdup (name[0] != '\0' ? name : way->trigger->element.id),
                               prn_words_trigger_facts (self->map, way->trigger,
                                                        &self->figures->triggers[i]),
                               prn_way_ink (way), handle }, i, 0);
  }
}

static void
list_cards (PrnScene *self)
{
  for (guint i = 0; i < self->n_cards; i++) {
    const PrnCard *card = &self->cards[i];
    PrnRectangle ink = prn_card_ink (card);

    if (self->entry_way[i] >= 0)
      ink = prn_rectangle_union (ink, prn_way_ink (&self->ways[self->entry_way[i]]));
    add_item (self, (PrnItem){ PRN_ITEM_STAGE, card->stage->element.id,
                               g_strdup (prn_element_label (card->stage)),
                               prn_words_stage_facts (self->map, card->stage, &card->figures), ink,
                               card->rect }, i, 0);

    for (guint k = 0; k < card->n_chips; k++) {
      const PrnChip *chip = &card->chips[k];

      if (chip->event != NULL)
        add_item (self, (PrnItem){ PRN_ITEM_EVENT, chip->event->element.id,
                                   g_strdup (prn_element_label (chip->event)),
                                   prn_words_event_facts (self->map, chip->event), chip->rect,
                                   chip->rect }, i, k);
    }
  }
}

static void
list_notes (PrnScene *self)
{
  for (guint i = 0; i < self->n_stickies; i++) {
    const PrnSticky *sticky = &self->stickies[i];

    add_item (self, (PrnItem){ PRN_ITEM_NOTE, sticky->note->element.id,
                               g_strdup (prn_element_label (sticky->note)),
                               prn_words_note_facts (sticky->note),
                               prn_rectangle_grown (sticky->rect, 3), sticky->rect }, i, 0);
  }
}

void
prn_scene_list_items (PrnScene *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (PrnItem));
  self->parts = g_array_new (FALSE, FALSE, sizeof (PrnItemPart));
  self->bins = prn_bins_new ();

  list_bands (self);
  list_frames (self);
  list_ways (self);
  list_cards (self);
  list_notes (self);
}
