/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-arrange.h"
#include "prn-canvas-private.h"
#include "prn-edit.h"

/* Bend points of a selected trigger: the middle of a run becomes one when it is dragged, and one
 * that is dropped onto the straight way between its neighbours is gone. */

#define JOIN "bend"

/* Pixels within which a bend point is on the straight way. */
#define STRAIGHT 6

typedef struct {
  PrnMap *before;
  char *trigger;
  guint index;
  gboolean is_new;
} Bend;

static void
bend_free (gpointer data)
{
  Bend *self = data;

  prn_map_unref (self->before);
  g_free (self->trigger);
  g_free (self);
}

static gpointer
bend_begin (PrnCanvas *canvas, const PrnPress *press)
{
  PrnHandleKind kind = press->handle.kind;
  Bend *self;

  if ((kind != PRN_HANDLE_BEND && kind != PRN_HANDLE_WAY) || !prn_canvas_is_editable (canvas))
    return NULL;
  prn_document_seal (canvas->document);
  self = g_new0 (Bend, 1);
  self->before = prn_map_ref (prn_canvas_get_map (canvas));
  self->trigger = g_strdup (press->handle.id);
  self->index = press->handle.index;
  self->is_new = kind == PRN_HANDLE_WAY;
  return self;
}

static void
bend_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  const Bend *self = state;
  gboolean free_hand = (drag->modifiers & GDK_CONTROL_MASK) != 0;
  double x = free_hand ? round (drag->map_x) : prn_snap (drag->map_x);
  double y = free_hand ? round (drag->map_y) : prn_snap (drag->map_y);
  PrnMap *bent = self->is_new
                     ? prn_edit_put_bend (self->before, self->trigger, self->index, x, y)
                     : prn_edit_move_bend (self->before, self->trigger, self->index, x, y);

  prn_canvas_apply (canvas, bent, _("Bend"), JOIN);
}

/* Whether a bend point has neighbours on both sides that it stands between. */
static gboolean
is_straight (const Bend *self, const PrnTrigger *trigger, double reach)
{
  PrnSpot spots[2];
  PrnLine line = { 2, spots };
  const PrnPoint *bends = trigger->route.items;

  if (self->index == 0 || self->index + 1 >= trigger->route.n)
    return FALSE;
  spots[0] = (PrnSpot){ bends[self->index - 1].x, bends[self->index - 1].y };
  spots[1] = (PrnSpot){ bends[self->index + 1].x, bends[self->index + 1].y };
  return prn_line_distance (&line, bends[self->index].x, bends[self->index].y) <= reach;
}

static void
bend_drop (PrnCanvas *canvas, gpointer state)
{
  const Bend *self = state;
  PrnMap *map = prn_canvas_get_map (canvas);
  const PrnTrigger *trigger = prn_map_lookup (map, self->trigger);

  if (trigger != NULL && is_straight (self, trigger, STRAIGHT / canvas->viewport.zoom))
    prn_canvas_apply (canvas, prn_edit_remove_bend (map, self->trigger, self->index), _("Bend"),
                      JOIN);
  prn_document_seal (canvas->document);
}

static void
bend_cancel (PrnCanvas *canvas, gpointer state)
{
  prn_document_cancel (canvas->document, JOIN);
}

const PrnTool prn_tool_bend = {
  .cursor = "move",
  .begin = bend_begin,
  .update = bend_update,
  .drop = bend_drop,
  .cancel = bend_cancel,
  .free = bend_free,
};
