/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-scene-line.h"
#include "prn-tool-wire.h"

/* An end of a selected trigger is led to another stage; where it comes from, a phase will do. */

typedef struct {
  char *trigger;
  PrnEnd end;
  PrnSpot fixed; /* the other end, in map units */
  PrnDrag drag;
  char *target; /* nullable */
} Rewire;

static void
rewire_free (gpointer data)
{
  Rewire *self = data;

  g_free (self->trigger);
  g_free (self->target);
  g_free (self);
}

static gpointer
rewire_begin (PrnCanvas *canvas, const PrnPress *press)
{
  const PrnItem *item = prn_canvas_find (canvas, press->handle.id);
  const PrnLine *line;
  Rewire *self;

  if (press->handle.kind != PRN_HANDLE_END || item == NULL || !prn_canvas_is_editable (canvas))
    return NULL;
  line = prn_scene_line (canvas->scene, item);
  self = g_new0 (Rewire, 1);
  self->trigger = g_strdup (item->id);
  self->end = press->handle.index == 0 ? PRN_END_FROM : PRN_END_TO;
  self->fixed = line->spots[self->end == PRN_END_FROM ? line->n - 1 : 0];
  return self;
}

static void
rewire_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Rewire *self = state;
  const PrnItem *target = prn_wire_target (canvas, drag, self->end == PRN_END_FROM);

  self->drag = *drag;
  g_free (self->target);
  self->target = g_strdup (target != NULL ? target->id : NULL);
}

static void
rewire_drop (PrnCanvas *canvas, gpointer state)
{
  const Rewire *self = state;

  if (self->target != NULL)
    prn_canvas_apply (canvas,
                      prn_edit_reconnect (prn_canvas_get_map (canvas), self->trigger, self->end,
                                          self->target),
                      _("Reconnect"), NULL);
}

static void
rewire_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Rewire *self = state;
  PrnSpot fixed, loose = { self->drag.x, self->drag.y };

  prn_viewport_to_view (&canvas->viewport, self->fixed.x, self->fixed.y, &fixed.x, &fixed.y);
  if (self->end == PRN_END_FROM)
    prn_wire_snapshot (canvas, snapshot, loose, fixed, self->target);
  else
    prn_wire_snapshot (canvas, snapshot, fixed, loose, self->target);
}

const PrnTool prn_tool_rewire = {
  .cursor = "crosshair",
  .begin = rewire_begin,
  .update = rewire_update,
  .drop = rewire_drop,
  .snapshot = rewire_snapshot,
  .free = rewire_free,
};
