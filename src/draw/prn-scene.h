/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "prn-map.h"
#include "prn-report.h"
#include "prn-theme.h"

G_BEGIN_DECLS

/* The scene: what is where. Screen, export, hit test and accessibility read the
 * same one. Coordinates are map units; an item's bounds are its ink. Immutable once made;
 * painting may happen in any thread, one at a time. */

typedef struct _PrnScene PrnScene;

typedef struct {
  double x, y, w, h;
} PrnRectangle;

typedef enum {
  PRN_ITEM_FRAME,
  PRN_ITEM_PHASE,
  PRN_ITEM_TRIGGER,
  PRN_ITEM_STAGE,
  PRN_ITEM_EVENT, /* a chip on a stage */
  PRN_ITEM_NOTE,
} PrnItemKind;

/**
 * PrnItem:
 * @kind: what it is
 * @id: (transfer none): the element's id
 * @name: what assistive technology calls it: `Free trial`
 * @facts: what there is to say of it: `Stage, entry. 1,213 customers now. Owner: Sales.`
 * @bounds: its ink
 * @handle: a rectangle that stands for it: a stage's card, a trigger's label
 */
typedef struct {
  PrnItemKind kind;
  const char *id;
  char *name;
  char *facts;
  PrnRectangle bounds;
  PrnRectangle handle;
} PrnItem;

/**
 * PrnSceneOptions:
 * @theme: colours
 * @rtl: the interface reads from right to left: texts align accordingly, the map is not mirrored
 * @frames: frames are drawn
 * @dots: the quiet dot grid of the editor is drawn
 * @hasty: lines that have to be found run as if nothing were in their way, and when there are many
 *   they have no labels: a picture at once of a map so large that finding ways takes longer than one
 *   cares to wait, until prn_scene_update() without @hasty settles it
 *
 * Zero-initialise it.
 */
typedef struct {
  PrnThemeKind theme;
  gboolean rtl;
  gboolean frames;
  gboolean dots;
  gboolean hasty;
} PrnSceneOptions;

/**
 * prn_scene_new:
 * @map: a map; stages without a position are placed as prn_layout_missing() does
 * @report: (nullable): numbers to be shown on it; copied as far as needed
 * @options: (nullable): how
 *
 * Lays everything out: cards, chips, bands, routes, labels. Nothing overlaps.
 *
 * Returns: (transfer full): the scene
 */
PrnScene *prn_scene_new (PrnMap *map, const PrnReport *report, const PrnSceneOptions *options);

/**
 * prn_scene_update:
 * @previous: (nullable): a scene of a map before an edit; stays as it is
 * @map: that map after the edit
 * @report: (nullable): numbers to be shown on it; copied as far as needed
 * @options: (nullable): how
 *
 * Makes the same scene as prn_scene_new() does, in the time of what is new. What the edit does not
 * touch stays where it was: a line whose ends stand still, that nothing came into the way of and
 * that went around nothing that went away, keeps its way and its label; so the lines may run
 * otherwise than in a scene made anew, but as there, nothing overlaps and every trigger has a line.
 * When the options are others, or much of the map is, all of it is made anew.
 *
 * Returns: (transfer full): the scene
 */
PrnScene *prn_scene_update (PrnScene *previous, PrnMap *map, const PrnReport *report,
                            const PrnSceneOptions *options);

/**
 * prn_scene_n_unsettled:
 * @scene: a scene
 *
 * Returns: how much was left undone in haste, in lines that are to be found, things they are to
 *   make room for and bands; 0 when all is as it should be
 */
guint prn_scene_n_unsettled (PrnScene *scene);

/* When more than this was left undone, a new scene is made as quickly. */
#define PRN_UNSETTLED_MAX 400

/**
 * prn_scene_settle:
 * @scene: a scene
 *
 * Does what was left undone in haste; in any thread, and @scene may be painted meanwhile.
 *
 * Returns: (transfer full): the same scene as it should be, updated from @scene
 */
PrnScene *prn_scene_settle (PrnScene *scene);

/**
 * prn_scene_take_over:
 * @scene: a scene made in haste
 * @settled: what prn_scene_settle() made of an earlier scene, of which @scene was made by updates
 *   since
 *
 * Brings what was found meanwhile into a scene that was edited meanwhile. What the later edits left
 * undone stays so.
 *
 * Returns: (transfer full) (nullable): the same scene as @scene, updated from it; %NULL when the two
 *   have too little in common
 */
PrnScene *prn_scene_take_over (PrnScene *scene, PrnScene *settled);

/**
 * prn_scene_changes:
 * @scene: a scene
 * @since: (nullable): the scene it was made of by prn_scene_update()
 * @n: (out): how many; 0 when the two look the same
 *
 * Tells where two scenes look different.
 *
 * Returns: (transfer none) (nullable) (array length=n): rectangles that hold all differences;
 *   %NULL when any place may look otherwise
 */
const PrnRectangle *prn_scene_changes (PrnScene *scene, PrnScene *since, guint *n);

/**
 * prn_scene_lift:
 * @scene: a scene
 * @ids: (array zero-terminated=1): ids of stages, notes, frames and phases; a phase takes its stages
 *   along
 *
 * Leaves out what is being moved by hand: these elements, the events on them and the triggers at
 * them. Nothing else moves. prn_scene_changes() tells where; the next scene is made of @scene.
 *
 * Returns: (transfer full): the rest
 */
PrnScene *prn_scene_lift (PrnScene *scene, const char *const *ids);

PrnScene *prn_scene_ref (PrnScene *scene);
void prn_scene_unref (PrnScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnScene, prn_scene_unref)

/* The map it shows, owned by the scene. */
PrnMap *prn_scene_get_map (PrnScene *scene);

/* All ink; an empty map has the rectangle 0, 0, 0, 0. */
PrnRectangle prn_scene_bounds (PrnScene *scene);

/* In the order they are painted. */
guint prn_scene_n_items (PrnScene *scene);
const PrnItem *prn_scene_item (PrnScene *scene, guint index);

/**
 * prn_scene_find:
 * @scene: a scene
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the item of the element with that id, the first of a phase
 *   that has several bands; %NULL when it is not seen
 */
const PrnItem *prn_scene_find (PrnScene *scene, const char *id);

/**
 * prn_scene_paint:
 * @scene: a scene
 * @cr: where; already transformed to map units
 * @clip: (nullable): what of the scene is needed, in map units; all if NULL
 * @zoom: pixels a map unit is shown at, without the display's scale factor: decides the detail
 *
 * Paints the ground's content (not the ground itself) with as much detail as @zoom shows.
 */
void prn_scene_paint (PrnScene *scene, cairo_t *cr, const PrnRectangle *clip, double zoom);

/**
 * prn_scene_paint_places:
 * @scene: a scene
 * @cr: where; already transformed to map units, and clipped to the places
 * @places: (array length=n): what of the scene is needed, in map units
 * @n: how many
 * @zoom: as for prn_scene_paint()
 *
 * Does what prn_scene_paint() does, where there are several places to paint in.
 */
void prn_scene_paint_places (PrnScene *scene, cairo_t *cr, const PrnRectangle *places, guint n,
                             double zoom);

/**
 * prn_scene_paint_between:
 * @from: a scene
 * @to: another of the same map, laid out otherwise
 * @part: how much of the way from one to the other is done, 0 to 1
 * @cr: where; already transformed to map units
 * @zoom: as for prn_scene_paint()
 *
 * Paints the stages of @to on their way from where they are in @from, with plain lines.
 */
void prn_scene_paint_between (PrnScene *from, PrnScene *to, double part, cairo_t *cr, double zoom);

/**
 * prn_scene_hit:
 * @scene: a scene
 * @x: in map units
 * @y: in map units
 * @tolerance: in map units
 *
 * Returns: (transfer none) (nullable): the topmost item there: inside a card, chip or note, within
 *   @tolerance of a trigger's line or in its label, in a band's head or on its edge
 */
const PrnItem *prn_scene_hit (PrnScene *scene, double x, double y, double tolerance);

/**
 * prn_scene_outline:
 * @scene: a scene
 * @item: one of its items
 * @cr: where the path is appended, in map units
 *
 * Appends the outline of an item (the card's rounded rectangle, the trigger's line), for selection
 * and focus.
 */
void prn_scene_outline (PrnScene *scene, const PrnItem *item, cairo_t *cr);

G_END_DECLS
