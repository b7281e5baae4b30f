/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tool-wire.h"

#include <math.h>

#include "prn-canvas-private.h"

#define HEAD 10 /* pixels of the arrow's head */

const PrnItem *
prn_wire_target (PrnCanvas *canvas, const PrnDrag *drag, gboolean phases)
{
  const PrnItem *item = prn_canvas_item_at (canvas, drag->x, drag->y);

  if (item == NULL)
    return NULL;
  if (item->kind == PRN_ITEM_EVENT) { /* a chip is on a stage */
    const PrnEvent *event = prn_map_lookup (prn_canvas_get_map (canvas), item->id);

    return event != NULL ? prn_canvas_find (canvas, event->stage) : NULL;
  }
  if (item->kind == PRN_ITEM_STAGE || (phases && item->kind == PRN_ITEM_PHASE))
    return item;
  return NULL;
}

static void
draw_target (PrnCanvas *canvas, GtkSnapshot *snapshot, const char *id)
{
  const PrnItem *item = prn_canvas_find (canvas, id);
  PrnColor accent = prn_theme_accent (canvas->theme);
  GdkRGBA edge = { (float) accent.r, (float) accent.g, (float) accent.b, 1 };
  PrnRectangle box;
  GskRoundedRect ring;

  if (item == NULL)
    return;
  box = prn_rectangle_grown (prn_viewport_box (&canvas->viewport, item->handle), 5);
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y,
                                                        (float) box.w, (float) box.h),
                                   (float) (12 * canvas->viewport.zoom + 5));
  gtk_snapshot_append_border (snapshot, &ring, (const float[]){ 3, 3, 3, 3 },
                              (const GdkRGBA[]){ edge, edge, edge, edge });
}

void
prn_wire_snapshot (PrnCanvas *canvas, GtkSnapshot *snapshot, PrnSpot from, PrnSpot to,
                   const char *target)
{
  PrnColor accent = prn_theme_accent (canvas->theme);
  double angle = atan2 (to.y - from.y, to.x - from.x);
  graphene_rect_t area = GRAPHENE_RECT_INIT (
      (float) MIN (from.x, to.x) - 2 * HEAD, (float) MIN (from.y, to.y) - 2 * HEAD,
      (float) fabs (to.x - from.x) + 4 * HEAD, (float) fabs (to.y - from.y) + 4 * HEAD);
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) canvas->viewport.width,
                                             (float) canvas->viewport.height);
  cairo_t *cr;

  draw_target (canvas, snapshot, target);
  if (!graphene_rect_intersection (&area, &view, &area))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_source_rgb (cr, accent.r, accent.g, accent.b);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  cairo_move_to (cr, to.x, to.y);
  cairo_line_to (cr, to.x - HEAD * cos (angle - 0.45), to.y - HEAD * sin (angle - 0.45));
  cairo_line_to (cr, to.x - HEAD * cos (angle + 0.45), to.y - HEAD * sin (angle + 0.45));
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}
