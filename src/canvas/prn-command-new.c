/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-commands.h"

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-scene-room.h"

/* Map units around what a new frame frames. */
#define FRAME_MARGIN 48

static PrnCreation *
creation_at (PrnCanvas *canvas, PrnCreationKind kind, PrnSpot spot)
{
  PrnCreation *creation = prn_creation_new (kind, prn_canvas_get_map (canvas));

  creation->box.x = spot.x;
  creation->box.y = spot.y;
  return creation;
}

/* The nearest place to where the user is that is free for something new of the usual size. */
static PrnSpot
free_spot (PrnCanvas *canvas, const PrnSize *size)
{
  PrnScene *scene = prn_canvas_get_scene (canvas);
  PrnSpot spot = prn_canvas_new_spot (canvas);

  return scene != NULL ? prn_scene_room_near (scene, spot, size->w, size->h) : spot;
}

void
prn_command_new_stage (PrnCanvas *canvas, const char *target)
{
  g_autoptr (PrnElement) usual = prn_element_new (PRN_KIND_STAGE, "");
  PrnSpot spot = free_spot (canvas, &((const PrnStage *) usual)->size);
  PrnCreation *creation = creation_at (canvas, PRN_CREATION_STAGE, spot);

  creation->phase = g_strdup (prn_canvas_phase_at (canvas, spot.x, spot.y));
  prn_canvas_create (canvas, creation);
}

static PrnSide
side_of (const char *direction)
{
  static const char *const sides[] = { "right", "down", "left", "up" };

  for (PrnSide side = PRN_SIDE_RIGHT; side <= PRN_SIDE_TOP; side++)
    if (g_str_equal (sides[side], direction))
      return side;
  return PRN_SIDE_RIGHT;
}

void
prn_command_new_linked (PrnCanvas *canvas, const char *target)
{
  PrnCreation *creation = prn_creation_new (PRN_CREATION_LINKED, prn_canvas_get_map (canvas));

  creation->other = g_strdup (prn_canvas_get_selected (canvas));
  creation->side = side_of (target);
  prn_canvas_create (canvas, creation);
}

/* Assistive technology can only activate actions without a parameter. */
void
prn_command_new_next (PrnCanvas *canvas, const char *target)
{
  prn_command_new_linked (canvas, "right");
}

void
prn_command_new_event (PrnCanvas *canvas, const char *target)
{
  PrnCreation *creation = prn_creation_new (PRN_CREATION_EVENT, prn_canvas_get_map (canvas));

  creation->other = g_strdup (prn_canvas_get_selected (canvas));
  prn_canvas_create (canvas, creation);
}

/* A note about what is selected stands above it. */
void
prn_command_new_note (PrnCanvas *canvas, const char *target)
{
  const PrnItem *item = prn_canvas_find (canvas, prn_canvas_get_selected (canvas));
  g_autoptr (PrnElement) usual = prn_element_new (PRN_KIND_NOTE, "");
  PrnSpot spot = free_spot (canvas, &((const PrnNote *) usual)->size);
  PrnCreation *creation;

  if (item != NULL && item->kind != PRN_ITEM_NOTE && item->kind != PRN_ITEM_FRAME) {
    spot.x = item->handle.x + item->handle.w / 2;
    spot.y = item->handle.y - 80;
  }
  creation = creation_at (canvas, PRN_CREATION_NOTE, spot);
  if (item != NULL && item->kind != PRN_ITEM_NOTE && item->kind != PRN_ITEM_FRAME)
    creation->other = g_strdup (item->id);
  prn_canvas_create (canvas, creation);
}

/* Around what is selected; else what is in view. */
void
prn_command_new_frame (PrnCanvas *canvas, const char *target)
{
  const char *const *ids = prn_selection_get_ids (prn_canvas_get_selection (canvas));
  PrnCreation *creation = prn_creation_new (PRN_CREATION_FRAME, prn_canvas_get_map (canvas));
  PrnRectangle around = { 0 };

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnItem *item = prn_canvas_find (canvas, ids[i]);

    if (item != NULL)
      around = prn_rectangle_union (around, item->bounds);
  }
  if (around.w > 0) {
    creation->box = prn_rectangle_grown (around, FRAME_MARGIN);
  } else {
    around = prn_viewport_visible (prn_canvas_viewport (canvas));
    creation->box = prn_rectangle_grown (around, -MIN (around.w, around.h) / 8);
  }
  prn_canvas_create (canvas, creation);
}

/* Which stage it leads to, whoever has the canvas asks. */
void
prn_command_new_trigger (PrnCanvas *canvas, const char *target)
{
  const PrnItem *item = prn_canvas_find (canvas, prn_canvas_get_selected (canvas));
  PrnRectangle box;

  if (item == NULL)
    return;
  prn_canvas_reveal (canvas, item->id);
  box = prn_viewport_box (prn_canvas_viewport (canvas), item->handle);
  g_signal_emit_by_name (canvas, "target-wanted", item->id, box.x + box.w / 2, box.y + box.h);
}

/* From the first that was selected through all of them to the last. */
void
prn_command_connect (PrnCanvas *canvas, const char *target)
{
  const char *const *ids = prn_selection_get_ids (prn_canvas_get_selection (canvas));
  g_autoptr (PrnMap) map = prn_map_ref (prn_canvas_get_map (canvas));
  g_autofree char *made = NULL;
  const char *from = NULL;

  for (guint i = 0; ids[i] != NULL; i++) {
    gboolean is_stage = prn_map_index_of (map, PRN_KIND_STAGE, ids[i]) >= 0;
    PrnMap *linked;

    if (!is_stage && prn_map_index_of (map, PRN_KIND_PHASE, ids[i]) < 0)
      continue;
    if (from != NULL && is_stage) {
      g_clear_pointer (&made, g_free);
      linked = prn_edit_connect (map, from, ids[i], &made);
      prn_map_unref (map);
      map = linked;
    }
    from = ids[i];
  }
  if (made != NULL && prn_canvas_apply (canvas, g_steal_pointer (&map), _("New Trigger"), NULL)) {
    prn_canvas_set_selected (canvas, made);
    prn_canvas_offer_ready (canvas, made);
  }
}

void
prn_command_loop (PrnCanvas *canvas, const char *target)
{
  const char *id = prn_canvas_get_selected (canvas);
  g_autofree char *made = NULL;
  PrnMap *map = prn_edit_connect (prn_canvas_get_map (canvas), id, id, &made);

  if (prn_canvas_apply (canvas, map, _("New Trigger"), NULL)) {
    prn_canvas_set_selected (canvas, made);
    prn_canvas_offer_ready (canvas, made);
  }
}

void
prn_command_group (PrnCanvas *canvas, const char *target)
{
  const char *const *ids = prn_selection_get_ids (prn_canvas_get_selection (canvas));
  PrnCreation *creation = prn_creation_new (PRN_CREATION_PHASE, prn_canvas_get_map (canvas));

  creation->others = g_strdupv ((char **) ids);
  prn_canvas_create (canvas, creation);
}

void
prn_command_ungroup (PrnCanvas *canvas, const char *target)
{
  const char *const *ids = prn_selection_get_ids (prn_canvas_get_selection (canvas));

  prn_canvas_apply (canvas, prn_edit_set_phase (prn_canvas_get_map (canvas), ids, NULL),
                    _("Take out of the Phase"), NULL);
}

/* The keys of the first ones are what they count. */
void
prn_command_take_ready (PrnCanvas *canvas, const char *target)
{
  prn_canvas_take_ready (canvas, (guint) (*target - '1'));
}
