/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-tool-wire.h"

/* The chip of an event is dragged to another stage; with Alt a copy of it. On the line of a trigger
 * the event fires it. */

typedef struct {
  char *event;
  PrnRectangle chip; /* where it is, in map units */
  PangoLayout *layout;
  PrnDrag drag;
  char *target;  /* nullable */
  char *trigger; /* nullable */
} Chip;

static void
chip_free (gpointer data)
{
  Chip *self = data;

  g_object_unref (self->layout);
  g_free (self->event);
  g_free (self->target);
  g_free (self->trigger);
  g_free (self);
}

static gpointer
chip_begin (PrnCanvas *canvas, const PrnPress *press)
{
  Chip *self;

  if (press->item == NULL || press->item->kind != PRN_ITEM_EVENT || press->touch ||
      !prn_canvas_is_editable (canvas) || g_hash_table_contains (canvas->locked, press->item->id))
    return NULL;
  prn_canvas_set_selected (canvas, press->item->id);
  self = g_new0 (Chip, 1);
  self->event = g_strdup (press->item->id);
  self->chip = press->item->handle;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), press->item->name);
  return self;
}

/* The trigger at the pointer, unless it is locked. */
static const PrnItem *
trigger_at (PrnCanvas *canvas, const PrnDrag *drag)
{
  const PrnItem *item = prn_canvas_item_at (canvas, drag->x, drag->y);

  return item != NULL && item->kind == PRN_ITEM_TRIGGER &&
                 !g_hash_table_contains (canvas->locked, item->id)
             ? item
             : NULL;
}

static void
chip_update (PrnCanvas *canvas, gpointer state, const PrnDrag *drag)
{
  Chip *self = state;
  const PrnItem *target = prn_wire_target (canvas, drag, FALSE);
  const PrnItem *trigger = trigger_at (canvas, drag);

  self->drag = *drag;
  g_free (self->target);
  self->target = g_strdup (target != NULL ? target->id : NULL);
  g_free (self->trigger);
  self->trigger = g_strdup (trigger != NULL ? trigger->id : NULL);
  prn_canvas_set_hovered (canvas, trigger); /* it lights up */
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), prn_tool_chip.cursor);
}

static void
chip_cancel (PrnCanvas *canvas, gpointer state)
{
  prn_canvas_set_hovered (canvas, NULL);
}

static void
chip_drop (PrnCanvas *canvas, gpointer state)
{
  const Chip *self = state;
  PrnMap *map = prn_canvas_get_map (canvas);
  const char *const ids[] = { self->event, NULL };

  if (self->trigger != NULL) {
    if (prn_canvas_apply (canvas, prn_edit_add_cause (map, self->trigger, self->event),
                          _("Set Condition"), NULL))
      prn_canvas_set_selected (canvas, self->trigger);
    return;
  }
  if (self->target == NULL)
    return;
  if ((self->drag.modifiers & GDK_ALT_MASK) != 0) {
    g_auto (GStrv) made = NULL;
    g_autoptr (PrnMap) doubled = prn_edit_duplicate (map, ids, 0, 0, &made);

    if (doubled != map &&
        prn_canvas_apply (
            canvas, prn_edit_set_stage (doubled, (const char *const *) made, self->target),
            _("Duplicate"), NULL))
      prn_selection_set (canvas->selection, (const char *const *) made);
  } else {
    prn_canvas_apply (canvas, prn_edit_set_stage (map, ids, self->target), _("Move Event"), NULL);
  }
}

static void
chip_snapshot (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot)
{
  const Chip *self = state;
  PrnColor accent = prn_theme_accent (canvas->theme), ground = prn_theme_ground (canvas->theme);
  GdkRGBA fill = { (float) accent.r, (float) accent.g, (float) accent.b, 1 };
  GdkRGBA ink = { (float) ground.r, (float) ground.g, (float) ground.b, 1 };
  int width, height;
  GskRoundedRect pill;

  pango_layout_get_pixel_size (self->layout, &width, &height);
  prn_wire_snapshot (canvas, snapshot, (PrnSpot){ self->drag.x, self->drag.y },
                     (PrnSpot){ self->drag.x, self->drag.y }, self->target);
  gsk_rounded_rect_init_from_rect (
      &pill,
      &GRAPHENE_RECT_INIT ((float) self->drag.x - (float) width / 2 - 12,
                           (float) self->drag.y - (float) height / 2 - 4, (float) width + 24,
                           (float) height + 8),
      (float) height / 2 + 4);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &fill, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (pill.bounds.origin.x + 12,
                                                          pill.bounds.origin.y + 4));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

const PrnTool prn_tool_chip = {
  .cursor = "grabbing",
  .hides_selection = TRUE,
  .begin = chip_begin,
  .update = chip_update,
  .drop = chip_drop,
  .snapshot = chip_snapshot,
  .cancel = chip_cancel,
  .free = chip_free,
};
