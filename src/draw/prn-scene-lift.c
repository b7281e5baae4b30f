/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-private.h"

GHashTable *
prn_scene_lifted_ids (PrnScene *self, const char *const *ids)
{
  GHashTable *lifted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (lifted, (gpointer) ids[i]);
  for (guint i = 0; i < self->n_cards; i++) {
    const PrnStage *stage = self->cards[i].stage;

    if (stage->phase != NULL && g_hash_table_contains (lifted, stage->phase))
      g_hash_table_add (lifted, stage->element.id);
  }
  return lifted;
}

guint
prn_scene_lifted_ends (PrnScene *self, guint way, GHashTable *lifted)
{
  const PrnLink *link = &self->links[way];
  guint ends = 0;

  if (link->to >= 0 &&
      g_hash_table_contains (lifted, self->cards[link->to].stage->element.id))
    ends |= PRN_LIFTED_TO;
  if (link->from >= 0 &&
      g_hash_table_contains (lifted, self->cards[link->from].stage->element.id))
    ends |= PRN_LIFTED_FROM;
  if (link->band != NULL && g_hash_table_contains (lifted, self->ways[way].trigger->from))
    ends |= PRN_LIFTED_FROM;
  return ends;
}

static gboolean
is_lifted (PrnScene *self, guint index, GHashTable *lifted)
{
  const PrnItem *item = &g_array_index (self->items, PrnItem, index);
  guint part = g_array_index (self->parts, PrnItemPart, index).part;

  if (item->kind == PRN_ITEM_TRIGGER)
    return prn_scene_lifted_ends (self, part, lifted) != 0;
  if (item->kind == PRN_ITEM_EVENT)
    return g_hash_table_contains (lifted, self->cards[part].stage->element.id);
  return g_hash_table_contains (lifted, item->id);
}

/* Everything but the items. */
static PrnScene *
copy_parts (PrnScene *scene)
{
  PrnScene *self = prn_scene_alloc (scene->map, prn_figures_ref (scene->figures), &scene->options);

  self->n_cards = scene->n_cards;
  self->n_ways = scene->n_ways;
  self->n_stickies = scene->n_stickies;
  self->cards = g_new (PrnCard, scene->n_cards + 1);
  for (guint i = 0; i < scene->n_cards; i++)
    self->cards[i] = prn_card_copy (&scene->cards[i]);
  self->ways = g_new (PrnWay, scene->n_ways + 1);
  for (guint i = 0; i < scene->n_ways; i++)
    self->ways[i] = prn_way_copy (&scene->ways[i]);
  self->stickies = g_memdup2 (scene->stickies, scene->n_stickies * sizeof (PrnSticky));
  self->bands = g_array_copy (scene->bands);
  self->entry_way = g_memdup2 (scene->entry_way, scene->n_cards * sizeof (int));
  return self;
}

PrnScene *
prn_scene_lift (PrnScene *scene, const char *const *ids)
{
  g_autoptr (GHashTable) lifted = prn_scene_lifted_ids (scene, ids);
  PrnScene *self = copy_parts (scene);

  self->lifted = TRUE;
  self->made_of = scene->serial;
  self->bounds = scene->bounds;
  self->changes = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (PrnItem), scene->items->len);
  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (PrnItemPart), scene->items->len);
  for (guint i = 0; i < scene->items->len; i++) {
    PrnItem item = g_array_index (scene->items, PrnItem, i);

    if (is_lifted (scene, i, lifted)) {
      g_array_append_val (self->changes, item.bounds);
      continue;
    }
    g_ref_string_acquire (item.name);
    g_ref_string_acquire (item.facts);
    g_array_append_val (self->items, item);
    g_array_append_val (self->parts, g_array_index (scene->parts, PrnItemPart, i));
  }
  prn_scene_index_items (self);
  return self;
}
