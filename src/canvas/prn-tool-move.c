/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-guides-paint.h"
#include "prn-move.h"

/* What is selected, dragged elsewhere; with Alt a copy of it. It snaps to its neighbours and to the
 * grid unless Ctrl is held. The tiles show the map without it meanwhile, and it lies on top: so a
 * frame of a drag costs the same however large the map is. */

/* Pixels within which it snaps. */
#define SNAP 6

typedef struct {
  GPtrArray *ids;    /* what was selected, ending with NULL */
  PrnScene *lifted;  /* the map without it */
  PrnMove *move;
  GArray *others;    /* PrnRectangle: what it snaps to */
  PrnRectangle view; /* in which they are */
  PrnGuides guides;
  double dx, dy;     /* in map units */
  double map_x, map_y;
  gboolean copy;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  prn_move_free (self->move);
  prn_scene_unref (self->lifted);
  g_array_unref (self->others);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static gboolean
can_be_moved (const PrnItem *item)
{
  return item->kind == PRN_ITEM_STAGE || item->kind == PRN_ITEM_NOTE ||
         item->kind == PRN_ITEM_FRAME || item->kind == PRN_ITEM_PHASE;
}

/* Whether something hangs on a stage that moves, or is one. */
static gboolean
goes_along (PrnMap *map, const char *id, const char *const *ids)
{
  const PrnElement *element = id != NULL ? prn_map_lookup (map, id) : NULL;
  const char *phase;

  if (element == NULL || element->kind != PRN_KIND_STAGE)
    return FALSE;
  phase = ((const PrnStage *) element)->phase;
  return g_strv_contains (ids, id) || (phase != NULL && g_strv_contains (ids, phase));
}

/* The same ids and those of the notes that go with them, as prn_edit_move() takes them along. */
static GPtrArray *
with_notes (PrnMap *map, const char *const *ids)
{
  GPtrArray *all = g_ptr_array_new ();
  guint n;
  const PrnNote *const *notes = prn_map_notes (map, &n);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) ids[i]);
  for (guint i = 0; i < n; i++)
    if (goes_along (map, notes[i]->about, ids) && !g_strv_contains (ids, notes[i]->element.id))
      g_ptr_array_add (all, notes[i]->element.id);
  g_ptr_array_add (all, NULL);
  return all;
}

/* The cards and notes in view that stay. */
static void
list_others (PrnCanvas *canvas, Move *self)
{
  const PrnRectangle view = prn_viewport_visible (&canvas->viewport);

  if (self->others != NULL && prn_rectangle_equal (&view, &self->view))
    return;
  self->view = view;
  g_clear_pointer (&self->others, g_array_unref);
  self->others = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  for (guint i = 0; i < prn_scene_n_items (self->lifted); i++) {
    const PrnItem *item = prn_scene_item (self->lifted, i);

    if ((item->kind == PRN_ITEM_STAGE || item->kind == PRN_ITEM_NOTE) &&
        prn_rectangle_overlaps (&item->handle, &view))
      g_array_append_val (self->others, item->handle);
  }
}

/* Has the tiles show the map with or without what is moved. */
static void
show_tiles (PrnCanvas *canvas, PrnScene *scene)
{
  prn_tiles_set_scene (canvas->tiles, scene, prn_theme_ground (canvas->theme));
}

static gpointer
move_begin (PrnCanvas *canvas, const PrnPress *press)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) all = NULL;
  Move *self;

  if (press->item == NULL || !can_be_moved (press->item) || !prn_canvas_is_editable (canvas))
    return NULL;
  if (!prn_selection_contains (canvas->selection, press->item->id)) {
    if (press->touch)
      return NULL;
    prn_canvas_set_selected (canvas, press->item->id);
  }
  if (g_hash_table_contains (canvas->locked, press->item->id))
    return NULL;

  ids = prn_canvas_free_ids (canvas);
  self = g_new0 (Move, 1);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (ids->pdata[i]));
  all = with_notes (prn_canvas_get_map (canvas), (const char *const *) self->ids->pdata);
  self->lifted = prn_scene_lift (canvas->scene, (const char *const *) all->pdata);
  self->move = prn_move_new (canvas->scene, (const char *const *) all->pdata);
  list_others (canvas, self);
  show_tiles (canvas, self->lifted);
  return self;
}

static void
move_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Move *self = state;
  PrnRectangle frame = prn_move_frame (self->move);
  gboolean free_hand = (drag->modifiers & GDK_CONTROL_MASK) != 0;
  gboolean copy = (drag->modifiers & GDK_ALT_MASK) != 0;

  if (copy != self->copy)
    show_tiles (canvas, copy ? canvas->scene : self->lifted);
  self->copy = copy;
  self->map_x = drag->map_x;
  self->map_y = drag->map_y;
  list_others (canvas, self);
  frame.x += drag->dx;
  frame.y += drag->dy;
  self->guides = prn_guides_snap (frame, (const PrnRectangle *) (gpointer) self->others->data,
                                  self->others->len, free_hand ? 0 : SNAP / canvas->viewport.zoom,
                                  !free_hand && !canvas->off_grid);
  /* No file should be full of thousandths that nobody sees. */
  self->dx = round (frame.x + self->guides.dx) - (frame.x - drag->dx);
  self->dy = round (frame.y + self->guides.dy) - (frame.y - drag->dy);
}

/* Stages dropped into the band of a phase belong to it from now on; to take one out of its own is a
 * command of its own, since its band follows it wherever it goes. */
static PrnMap *
with_phase (PrnCanvas *canvas, const Move *self, PrnMap *moved)
{
  const char *const *ids = (const char *const *) self->ids->pdata;
  const char *phase = prn_canvas_phase_at (canvas, self->map_x, self->map_y);
  PrnMap *phased;

  for (guint i = 0; ids[i] != NULL; i++)
    if (prn_map_index_of (moved, PRN_KIND_STAGE, ids[i]) < 0)
      return moved;
  if (phase == NULL)
    return moved;
  phased = prn_edit_set_phase (moved, ids, phase);
  prn_map_unref (moved);
  return phased;
}

static void
move_drop (PrnCanvas *canvas, gpointer state)
{
  const Move *self = state;
  PrnMap *map = prn_canvas_get_map (canvas);
  const char *const *ids = (const char *const *) self->ids->pdata;

  if (self->copy) {
    g_auto (GStrv) made = NULL;
    PrnMap *doubled = prn_edit_duplicate (map, ids, self->dx, self->dy, &made);

    if (prn_canvas_apply (canvas, doubled, _("Duplicate"), NULL))
      prn_selection_set (canvas->selection, (const char *const *) made);
  } else {
    PrnMap *moved = prn_edit_move (map, ids, self->dx, self->dy);

    if (moved != map)
      moved = with_phase (canvas, self, moved);
    prn_canvas_apply (canvas, moved, _("Move"), NULL);
  }
  show_tiles (canvas, canvas->scene);
}

static void
move_cancel (PrnCanvas *canvas, gpointer state)
{
  show_tiles (canvas, canvas->scene);
}

static void
move_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Move *self = state;
  const PrnViewport *v = &canvas->viewport;
  PrnRectangle ink = prn_viewport_box (v, prn_move_bounds (self->move, self->dx, self->dy));
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) floor (ink.x), (float) floor (ink.y),
                                             (float) ceil (ink.w) + 1, (float) ceil (ink.h) + 1);
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) v->width, (float) v->height);
  cairo_t *cr;

  if (!graphene_rect_intersection (&area, &view, &area))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, v->zoom, v->zoom);
  cairo_translate (cr, -v->x, -v->y);
  prn_move_paint (self->move, cr, self->dx, self->dy, v->zoom);
  cairo_destroy (cr);
  prn_guides_snapshot (&self->guides, v, canvas->theme, snapshot);
}

const PrnTool prn_tool_move = {
  .cursor = "grabbing",
  .hides_selection = TRUE,
  .begin = move_begin,
  .update = move_update,
  .drop = move_drop,
  .cancel = move_cancel,
  .snapshot = move_snapshot,
  .free = move_free,
};
