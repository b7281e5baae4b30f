/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-tool-wire.h"

/* A handle at the side of a stage drags out a trigger. On the ground it makes the next stage. */

typedef struct {
  char *from;
  PrnSpot start; /* in map units */
  PrnDrag drag;
  char *target; /* nullable */
} Link;

static void
link_free (gpointer data)
{
  Link *self = data;

  g_free (self->from);
  g_free (self->target);
  g_free (self);
}

static gpointer
link_begin (PrnCanvas *canvas, const PrnPress *press)
{
  Link *self;

  if (press->handle.kind != PRN_HANDLE_LINK || !prn_canvas_is_editable (canvas))
    return NULL;
  self = g_new0 (Link, 1);
  self->from = g_strdup (press->handle.id);
  prn_viewport_to_map (&canvas->viewport, press->handle.x, press->handle.y, &self->start.x,
                       &self->start.y);
  return self;
}

static void
link_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Link *self = state;
  const PrnItem *target = prn_wire_target (canvas, drag, FALSE);

  self->drag = *drag;
  g_free (self->target);
  self->target = g_strdup (target != NULL ? target->id : NULL);
}

static void
link_drop (PrnCanvas *canvas, gpointer state)
{
  const Link *self = state;
  PrnMap *map = prn_canvas_get_map (canvas);

  if (self->target != NULL) {
    g_autofree char *id = NULL;
    PrnMap *linked = prn_edit_connect (map, self->from, self->target, &id);

    if (prn_canvas_apply (canvas, linked, _("New Trigger"), NULL)) {
      prn_canvas_set_selected (canvas, id);
      prn_canvas_offer_ready (canvas, id);
    }
  } else if (prn_canvas_item_at (canvas, self->drag.x, self->drag.y) == NULL ||
             prn_canvas_item_at (canvas, self->drag.x, self->drag.y)->kind == PRN_ITEM_PHASE) {
    PrnCreation *creation = prn_creation_new (PRN_CREATION_LED_TO, map);

    creation->other = g_strdup (self->from);
    creation->box.x = self->drag.map_x;
    creation->box.y = self->drag.map_y;
    creation->phase =
        g_strdup (prn_canvas_phase_at (canvas, self->drag.map_x, self->drag.map_y));
    prn_canvas_create (canvas, creation);
  }
}

static void
link_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Link *self = state;
  PrnSpot from;

  prn_viewport_to_view (&canvas->viewport, self->start.x, self->start.y, &from.x, &from.y);
  prn_wire_snapshot (canvas, snapshot, from, (PrnSpot){ self->drag.x, self->drag.y },
                     self->target);
}

const PrnTool prn_tool_link = {
  .cursor = "crosshair",
  .begin = link_begin,
  .update = link_update,
  .drop = link_drop,
  .snapshot = link_snapshot,
  .free = link_free,
};
