/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-arrange.h"
#include "prn-canvas-private.h"
#include "prn-edit.h"

/* A corner of what is selected. */

typedef struct {
  char *id;
  guint corner;
  PrnRectangle before, now; /* in map units */
  double least_width, least_height;
} Resize;

static void
resize_free (gpointer data)
{
  Resize *self = data;

  g_free (self->id);
  g_free (self);
}

static gpointer
resize_begin (PrnCanvas *canvas, const PrnPress *press)
{
  const PrnElement *element;
  PrnRectangle box;
  Resize *self;

  if (press->handle.kind != PRN_HANDLE_CORNER || !prn_canvas_is_editable (canvas))
    return NULL;
  element = prn_map_lookup (prn_scene_get_map (canvas->scene), press->handle.id);
  if (element == NULL || !prn_edit_get_box (element, &box))
    return NULL;

  self = g_new0 (Resize, 1);
  self->id = g_strdup (element->id);
  self->corner = press->handle.index;
  self->before = self->now = box;
  prn_edit_least_size (element->kind, &self->least_width, &self->least_height);
  return self;
}

static void
resize_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Resize *self = state;
  gboolean right = self->corner == 1 || self->corner == 2;
  double x = self->before.x + (right ? self->before.w : 0) + drag->dx;
  double y = self->before.y + (self->corner >= 2 ? self->before.h : 0) + drag->dy;
  gboolean free_hand = (drag->modifiers & GDK_CONTROL_MASK) != 0;

  self->now = prn_handle_resized (self->corner, &self->before, free_hand ? round (x) : prn_snap (x),
                                  free_hand ? round (y) : prn_snap (y), self->least_width,
                                  self->least_height);
}

static void
resize_drop (PrnCanvas *canvas, gpointer state)
{
  const Resize *self = state;

  prn_canvas_apply (canvas,
                    prn_edit_resize (prn_canvas_get_map (canvas), self->id, &self->now),
                    _("Resize"), NULL);
}

static void
resize_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Resize *self = state;
  PrnRectangle box = prn_viewport_box (&canvas->viewport, self->now);
  PrnColor accent = prn_theme_accent (canvas->theme);
  GdkRGBA edge = { (float) accent.r, (float) accent.g, (float) accent.b, 1 };
  GdkRGBA fill = { edge.red, edge.green, edge.blue, 0.1f };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y,
                                                        (float) box.w, (float) box.h),
                                   (float) (12 * canvas->viewport.zoom));
  gtk_snapshot_push_rounded_clip (snapshot, &ring);
  gtk_snapshot_append_color (snapshot, &fill, &ring.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &ring, (const float[]){ 2, 2, 2, 2 },
                              (const GdkRGBA[]){ edge, edge, edge, edge });
}

const PrnTool prn_tool_resize = {
  .cursor = "nwse-resize",
  .hides_selection = TRUE,
  .begin = resize_begin,
  .update = resize_update,
  .drop = resize_drop,
  .snapshot = resize_snapshot,
  .free = resize_free,
};
