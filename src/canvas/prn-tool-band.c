/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* A rectangle drawn on the ground selects what it touches; with Shift or Ctrl as well as what was
 * selected before. */

typedef struct {
  PrnRectangle box; /* in map units */
  double x, y;      /* where it began */
  char **before;    /* nullable: what stays selected */
} Band;

static void
band_free (gpointer data)
{
  Band *self = data;

  g_strfreev (self->before);
  g_free (self);
}

static gpointer
band_begin (PrnCanvas *canvas, const PrnPress *press)
{
  Band *self = g_new0 (Band, 1);

  self->x = press->map_x;
  self->y = press->map_y;
  if ((press->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    self->before = g_strdupv ((char **) prn_selection_get_ids (canvas->selection));
  return self;
}

/* A band around stages takes those that it touches; a phase or frame must be in it whole, else
 * nothing inside of one could be selected without it. */
static gboolean
is_in (const PrnItem *item, const PrnRectangle *box)
{
  const PrnRectangle *r = &item->handle;

  switch (item->kind) {
  case PRN_ITEM_PHASE:
  case PRN_ITEM_FRAME:
    return prn_rectangle_holds (box, r->x, r->y) &&
           prn_rectangle_holds (box, r->x + r->w, r->y + r->h);
  case PRN_ITEM_EVENT:
    return FALSE; /* goes with its stage */
  case PRN_ITEM_TRIGGER:
    r = &item->bounds;
    return prn_rectangle_holds (box, r->x, r->y) &&
           prn_rectangle_holds (box, r->x + r->w, r->y + r->h);
  case PRN_ITEM_STAGE:
  case PRN_ITEM_NOTE:
  default:
    return prn_rectangle_overlaps (box, r);
  }
}

static void
band_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Band *self = state;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  self->box = (PrnRectangle){ MIN (self->x, drag->map_x), MIN (self->y, drag->map_y),
                              ABS (drag->map_x - self->x), ABS (drag->map_y - self->y) };
  for (guint i = 0; self->before != NULL && self->before[i] != NULL; i++)
    g_ptr_array_add (ids, self->before[i]);
  for (guint i = 0; canvas->scene != NULL && i < prn_scene_n_items (canvas->scene); i++) {
    const PrnItem *item = prn_scene_item (canvas->scene, i);

    if (is_in (item, &self->box))
      g_ptr_array_add (ids, (gpointer) item->id);
  }
  g_ptr_array_add (ids, NULL);
  prn_selection_set (canvas->selection, (const char *const *) ids->pdata);
}

static void
band_drop (PrnCanvas *canvas, gpointer state)
{
}

static void
band_cancel (PrnCanvas *canvas, gpointer state)
{
  Band *self = state;

  prn_selection_set (canvas->selection, (const char *const *) self->before);
}

static void
band_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Band *self = state;
  PrnRectangle box = prn_viewport_box (&canvas->viewport, self->box);
  PrnColor accent = prn_theme_accent (canvas->theme);
  GdkRGBA fill = { (float) accent.r, (float) accent.g, (float) accent.b, 0.12f };
  GdkRGBA edge = { (float) accent.r, (float) accent.g, (float) accent.b, 0.8f };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y,
                                                        (float) box.w, (float) box.h), 2);
  gtk_snapshot_append_color (snapshot, &fill, &ring.bounds);
  gtk_snapshot_append_border (snapshot, &ring, (const float[]){ 1, 1, 1, 1 },
                              (const GdkRGBA[]){ edge, edge, edge, edge });
}

const PrnTool prn_tool_band = {
  .begin = band_begin,
  .update = band_update,
  .drop = band_drop,
  .snapshot = band_snapshot,
  .cancel = band_cancel,
  .free = band_free,
};
