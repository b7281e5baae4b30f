/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-band.h"
#include "prn-card.h"
#include "prn-grid.h"
#include "prn-kept.h"
#include "prn-port.h"
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
  guint64 serial;       /* no other scene of the process has it */
  guint64 made_of;      /* serial of the scene it was updated from, or 0 */
  GArray *changes;      /* PrnRectangle: where it looks otherwise than that; NULL: not known */
  GArray *came, *went;  /* PrnRectangle: what lines and labels have not made room for, or taken
                         * the room of, yet; NULL: nothing */
  gboolean lifted;      /* something of the map is left out */

  PrnMap *map;
  PrnSceneOptions options;
  PrnFigures *figures;

  guint n_cards, n_ways, n_stickies;
  PrnCard *cards;       /* by index of the stage */
  PrnWay *ways;         /* by index of the trigger, then the arrows into entries */
  PrnSticky *stickies;  /* by index of the note */
  GArray *bands;        /* PrnBand */
  gboolean bands_unsettled; /* they are those of before */
  int *entry_way;       /* by stage: its arrow in @ways, or -1 */
  PrnDock *docks;       /* by card */
  PrnLink *links;       /* by way; without bends and lines */
  guint8 *unsettled;    /* by way: its line or label is to be found yet */

  GArray *items;        /* PrnItem; texts are shared between scenes */
  GArray *parts;        /* PrnItemPart, by item */
  guint *card_items;    /* by card: its item; those of its chips follow */
  guint *way_items;     /* by way: its item, or G_MAXUINT */
  guint *sticky_items;
  PrnGrid *grid;        /* items by their bounds */
  PrnRectangle bounds;
};

/* Returns: (transfer full): a scene with nothing in it yet; @map is fully placed, @figures are handed
 * over. */
PrnScene *prn_scene_alloc (PrnMap *map, PrnFigures *figures, const PrnSceneOptions *options);

/* Makes cards, bands, notes, ways and labels; @kept says what is taken over. Holds the lock of the
 * texts only where it needs them, so that another scene can be painted meanwhile. */
void prn_scene_compose (PrnScene *self, PrnKept *kept);

/* Makes the ends of the ways, once cards and bands are there. */
void prn_scene_compose_links (PrnScene *self, PrnKept *kept);

/* Makes what the ways say, and how they look. */
void prn_scene_compose_ways (PrnScene *self, PrnKept *kept);

/* Finds where the ways run, and where their labels stand. */
void prn_scene_compose_lines (PrnScene *self, PrnKept *kept);

/* Whether a way begins and ends as in the scene before, and nothing came between. */
gboolean prn_scene_is_line_kept (PrnScene *self, guint way, const PrnKept *kept);

/* Gives a way its line of the scene before. */
void prn_scene_keep_line (PrnScene *self, guint way, const PrnKept *kept);

/* The same in haste: what does not run where it ran, runs as if nothing were in its way. */
void prn_scene_sketch_lines (PrnScene *self, PrnKept *kept);

/* Leaves the ways without labels that have none yet. */
void prn_scene_leave_labels (PrnScene *self, const PrnKept *kept);

/* Makes the items of what is composed. */
void prn_scene_list_items (PrnScene *self, const PrnKept *kept);

/* Whether two triggers pass the same places a user chose. */
gboolean prn_trigger_same_route (const PrnTrigger *a, const PrnTrigger *b);

/* Returns: (transfer full) (element-type PrnRectangle): the headings of the bands. */
GArray *prn_scene_heads (PrnScene *self);

/* Whether a way starts from nowhere, beside its card. */
static inline gboolean
prn_link_is_stub (const PrnLink *link)
{
  return link->to >= 0 && link->from < 0 && link->band == NULL;
}

/* Makes the items findable by place, once they are listed. */
void prn_scene_index_items (PrnScene *self);

/* Returns: (transfer full) (element-type utf8): @ids and those of the stages of phases among them;
 * the texts are the caller's and the map's. */
GHashTable *prn_scene_lifted_ids (PrnScene *self, const char *const *ids);

enum {
  PRN_LIFTED_FROM = 1,
  PRN_LIFTED_TO = 2,
};

/* Which ends of a way are at something lifted, as bits. */
guint prn_scene_lifted_ends (PrnScene *self, guint way, GHashTable *lifted);

/* Paints with any pen; prn_scene_paint() is this with one for Cairo. */
void prn_scene_paint_with (PrnScene *self, PrnPen *pen, const PrnRectangle *clip, double zoom);

G_END_DECLS
