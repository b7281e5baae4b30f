/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-arrange.h"
#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-ghost.h"

/* What is selected, dragged elsewhere; with Alt a copy of it. Held Ctrl leaves the grid. */

typedef struct {
  PrnGhost *ghost;
  GPtrArray *ids; /* ending with NULL */
  double dx, dy;  /* in map units */
  double map_x, map_y;
  gboolean copy;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  prn_ghost_free (self->ghost);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static gboolean
can_be_moved (const PrnItem *item)
{
  return item->kind == PRN_ITEM_STAGE || item->kind == PRN_ITEM_NOTE ||
         item->kind == PRN_ITEM_FRAME || item->kind == PRN_ITEM_PHASE;
}

static gpointer
move_begin (PrnCanvas *canvas, const PrnPress *press)
{
  g_autoptr (GPtrArray) ids = NULL;
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
  self->ghost = prn_ghost_new (canvas->scene, (const char *const *) self->ids->pdata,
                               canvas->theme);
  return self;
}

static void
move_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Move *self = state;
  PrnRectangle bounds = prn_ghost_bounds (self->ghost);

  self->copy = (drag->modifiers & GDK_ALT_MASK) != 0;
  self->map_x = drag->map_x;
  self->map_y = drag->map_y;
  if ((drag->modifiers & GDK_CONTROL_MASK) != 0) {
    self->dx = round (drag->dx);
    self->dy = round (drag->dy);
  } else { /* the top left corner of it all is put on the grid */
    self->dx = prn_snap (bounds.x + drag->dx) - bounds.x;
    self->dy = prn_snap (bounds.y + drag->dy) - bounds.y;
  }
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
}

static void
move_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Move *self = state;

  prn_ghost_snapshot (self->ghost, snapshot, &canvas->viewport, self->dx, self->dy, self->copy);
}

const PrnTool prn_tool_move = {
  .cursor = "grabbing",
  .hides_selection = TRUE,
  .begin = move_begin,
  .update = move_update,
  .drop = move_drop,
  .snapshot = move_snapshot,
  .free = move_free,
};
