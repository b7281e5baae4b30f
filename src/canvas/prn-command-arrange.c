/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-commands.h"

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"

/* Map units an arrow key moves by; with Shift. */
#define STEP     8
#define FAR_STEP 40

/* How far to go for a direction. */
static void
way_of (const char *direction, double *dx, double *dy)
{
  double step = STEP;

  if (g_str_has_prefix (direction, "far-")) {
    direction += strlen ("far-");
    step = FAR_STEP;
  }
  *dx = g_str_equal (direction, "left") ? -step : g_str_equal (direction, "right") ? step : 0;
  *dy = g_str_equal (direction, "up") ? -step : g_str_equal (direction, "down") ? step : 0;
}

void
prn_command_nudge (PrnCanvas *canvas, const char *target)
{
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);
  g_autofree char *join = g_strdup_printf ("nudge %s", prn_canvas_get_selected (canvas));
  double dx, dy;

  way_of (target, &dx, &dy);
  prn_canvas_apply (canvas,
                    prn_edit_move (prn_canvas_get_map (canvas),
                                   (const char *const *) ids->pdata, dx, dy),
                    _("Move"), join);
  prn_canvas_reveal (canvas, prn_canvas_get_selected (canvas));
}

void
prn_command_grow (PrnCanvas *canvas, const char *target)
{
  const char *id = prn_canvas_get_selected (canvas);
  PrnMap *map = prn_canvas_get_map (canvas);
  g_autofree char *join = g_strdup_printf ("grow %s", id);
  PrnRectangle box;
  double dx, dy;

  if (!prn_edit_get_box (prn_map_lookup (map, id), &box))
    return;
  way_of (target, &dx, &dy);
  box.w += dx;
  box.h += dy;
  prn_canvas_apply (canvas, prn_edit_resize (map, id, &box), _("Resize"), join);
}

void
prn_command_align (PrnCanvas *canvas, const char *target)
{
  static const char *const edges[] = { "left", "centre", "right", "top", "middle", "bottom" };
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);

  for (PrnAlign align = PRN_ALIGN_LEFT; align <= PRN_ALIGN_BOTTOM; align++)
    if (g_str_equal (edges[align], target))
      prn_canvas_apply (canvas,
                        prn_edit_align (prn_canvas_get_map (canvas),
                                        (const char *const *) ids->pdata, align),
                        _("Align"), NULL);
}

void
prn_command_distribute (PrnCanvas *canvas, const char *target)
{
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);

  prn_canvas_apply (canvas,
                    prn_edit_distribute (prn_canvas_get_map (canvas),
                                         (const char *const *) ids->pdata,
                                         g_str_equal (target, "across")),
                    _("Distribute"), NULL);
}

void
prn_command_lay_out (PrnCanvas *canvas, const char *target)
{
  g_autoptr (PrnScene) before = canvas->scene != NULL ? prn_scene_ref (canvas->scene) : NULL;

  if (!prn_canvas_apply (canvas, prn_edit_lay_out (prn_canvas_get_map (canvas)), _("Lay out"), NULL))
    return;
  prn_canvas_zoom_to_fit (canvas);
  g_clear_pointer (&canvas->transition, prn_transition_free);
  canvas->transition = prn_transition_new (GTK_WIDGET (canvas), before, canvas->scene);
}

void
prn_command_straighten (PrnCanvas *canvas, const char *target)
{
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);

  prn_canvas_apply (canvas,
                    prn_edit_straighten (prn_canvas_get_map (canvas),
                                         (const char *const *) ids->pdata),
                    _("Drop Bend Points"), NULL);
}
