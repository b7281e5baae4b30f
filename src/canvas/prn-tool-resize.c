/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-arrange.h"
#include "prn-canvas-private.h"
#include "prn-edit.h"

/* A corner of what is selected; of several, the others become larger or smaller by as much. */

typedef struct {
  char *id;
  PrnRectangle before, now; /* in map units */
  double least_width, least_height;
} Part;

typedef struct {
  guint corner;
  GArray *parts; /* of Part; the first is the one whose corner it is */
} Resize;

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->id);
}

static void
resize_free (gpointer data)
{
  Resize *self = data;

  g_array_unref (self->parts);
  g_free (self);
}

static gboolean
add_part (Resize *self, PrnMap *map, const char *id)
{
  const PrnElement *element = prn_map_lookup (map, id);
  Part part = { 0 };

  if (element == NULL || !prn_edit_get_box (element, &part.before))
    return FALSE;
  part.id = g_strdup (element->id);
  part.now = part.before;
  prn_edit_least_size (element->kind, &part.least_width, &part.least_height);
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gpointer
resize_begin (PrnCanvas *canvas, const PrnPress *press)
{
  PrnMap *map = prn_scene_get_map (canvas->scene);
  g_autoptr (GPtrArray) ids = NULL;
  Resize *self;

  if (press->handle.kind != PRN_HANDLE_CORNER || !prn_canvas_is_editable (canvas))
    return NULL;
  self = g_new0 (Resize, 1);
  self->corner = press->handle.index;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  if (!add_part (self, map, press->handle.id)) {
    resize_free (self);
    return NULL;
  }
  ids = prn_canvas_free_ids (canvas);
  for (guint i = 0; ids->pdata[i] != NULL; i++)
    if (!g_str_equal (ids->pdata[i], press->handle.id))
      add_part (self, map, ids->pdata[i]);
  return self;
}

/* Moves the corner of a part. */
static void
move_corner (const Resize *self, Part *part, double dx, double dy, gboolean snaps)
{
  gboolean right = self->corner == 1 || self->corner == 2;
  double x = part->before.x + (right ? part->before.w : 0) + dx;
  double y = part->before.y + (self->corner >= 2 ? part->before.h : 0) + dy;

  part->now = prn_handle_resized (self->corner, &part->before, snaps ? prn_snap (x) : round (x),
                                  snaps ? prn_snap (y) : round (y), part->least_width,
                                  part->least_height);
}

static void
resize_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Resize *self = state;
  Part *parts = (Part *) (gpointer) self->parts->data;
  gboolean left = self->corner == 0 || self->corner == 3;
  double dx, dy;

  move_corner (self, &parts[0], drag->dx, drag->dy, (drag->modifiers & GDK_CONTROL_MASK) == 0);
  dx = (parts[0].now.w - parts[0].before.w) * (left ? -1 : 1);
  dy = (parts[0].now.h - parts[0].before.h) * (self->corner < 2 ? -1 : 1);
  for (guint i = 1; i < self->parts->len; i++)
    move_corner (self, &parts[i], dx, dy, FALSE);
}

static void
resize_drop (PrnCanvas *canvas, gpointer state)
{
  const Resize *self = state;
  PrnMap *map = prn_map_ref (prn_canvas_get_map (canvas));

  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);
    PrnMap *resized = prn_edit_resize (map, part->id, &part->now);

    prn_map_unref (map);
    map = resized;
  }
  prn_canvas_apply (canvas, map, _("Resize"), NULL);
}

static void
snapshot_part (PrnCanvas *canvas, const Part *part, GtkSnapshot *snapshot)
{
  PrnRectangle box = prn_viewport_box (&canvas->viewport, part->now);
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

static void
resize_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Resize *self = state;

  for (guint i = 0; i < self->parts->len; i++)
    snapshot_part (canvas, &g_array_index (self->parts, Part, i), snapshot);
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
