/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene.h"

#include "prn-layout.h"
#include "prn-scene-private.h"

/* A number that no scene of this process has had. */
static guint64
next_serial (void)
{
  static guint last; /* more than 2^32 scenes are not made in one session */

  return (guint64) (guint) g_atomic_int_add (&last, 1) + 1;
}

PrnScene *
prn_scene_alloc (PrnMap *map, PrnFigures *figures, const PrnSceneOptions *options)
{
  PrnScene *self = g_new0 (PrnScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->serial = next_serial ();
  self->map = prn_map_ref (map);
  if (options != NULL)
    self->options = *options;
  self->figures = figures;
  return self;
}

PrnScene *
prn_scene_new (PrnMap *map, const PrnReport *report, const PrnSceneOptions *options)
{
  g_autoptr (PrnMap) placed = prn_layout_missing (map);
  PrnScene *self = prn_scene_alloc (placed, prn_figures_new (placed, report), options);

  prn_scene_compose (self, NULL);
  prn_text_lock ();
  prn_scene_list_items (self, NULL);
  prn_text_unlock ();
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

    g_ref_string_release (item->name);
    g_ref_string_release (item->facts);
  }
  g_free (self->cards);
  g_free (self->ways);
  g_free (self->stickies);
  g_free (self->entry_way);
  g_free (self->docks);
  g_free (self->links);
  g_free (self->unsettled);
  g_free (self->card_items);
  g_free (self->way_items);
  g_free (self->sticky_items);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->came, g_array_unref);
  g_clear_pointer (&self->went, g_array_unref);
  g_array_unref (self->bands);
  g_array_unref (self->items);
  g_array_unref (self->parts);
  prn_grid_free (self->grid);
  prn_figures_unref (self->figures);
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
