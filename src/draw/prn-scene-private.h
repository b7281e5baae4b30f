/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-band.h"
#include "prn-bins.h"
#include "prn-card.h"
#include "prn-scene.h"
#include "prn-sticky.h"
#include "prn-way.h"

G_BEGIN_DECLS

/* What a scene is made of; shared by the files that build, paint and ask it. */

/* Which part an item stands for: an index into the array of its kind, and of a card's chips. */
typedef struct {
  guint part, chip;
} PrnItemPart;

struct _PrnScene {
  gatomicrefcount ref_count;
  PrnMap *map;
  PrnSceneOptions options;
  PrnFigures *figures;
  gboolean has_figures;

  guint n_cards, n_ways, n_stickies;
  PrnCard *cards;       /* by index of the stage */
  PrnWay *ways;         /* by index of the trigger, then the arrows into entries */
  PrnSticky *stickies;  /* by index of the note */
  GArray *bands;        /* PrnBand */
  int *entry_way;       /* by stage: its arrow in @ways, or -1 */

  GArray *items;        /* PrnItem */
  GArray *parts;        /* PrnItemPart, by item */
  PrnBins *bins;        /* items by their bounds */
  PrnRectangle bounds;
};

/* Makes cards, bands, notes, ways and labels. */
void prn_scene_compose (PrnScene *self);

/* Makes ways and labels, once the rest is there. */
void prn_scene_compose_ways (PrnScene *self);

/* Makes the items of what is composed. */
void prn_scene_list_items (PrnScene *self);

/* Paints with any pen; prn_scene_paint() is this with one for Cairo. */
void prn_scene_paint_with (PrnScene *self, PrnPen *pen, const PrnRectangle *clip, double zoom);

G_END_DECLS
