/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* A finger moves the view, unless it is on something selected. */

typedef struct {
  PrnPress press;
  double x, y; /* of the viewport when it began */
} Swipe;

static gpointer
swipe_begin (PrnCanvas *canvas, const PrnPress *press)
{
  Swipe *self;

  if (!press->touch)
    return NULL;
  self = g_new0 (Swipe, 1);
  self->press = *press;
  self->x = canvas->viewport.x;
  self->y = canvas->viewport.y;
  return self;
}

static void
swipe_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  const Swipe *self = state;
  double zoom = canvas->viewport.zoom;

  prn_canvas_scroll_to (canvas, self->x - (drag->x - self->press.x) / zoom,
                        self->y - (drag->y - self->press.y) / zoom);
}

static void
swipe_drop (PrnCanvas *canvas, gpointer state)
{
}

const PrnTool prn_tool_swipe = {
  .cursor = "grabbing",
  .moves_view = TRUE,
  .begin = swipe_begin,
  .update = swipe_update,
  .drop = swipe_drop,
  .free = g_free,
};
