/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-commands.h"

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-title.h"

void
prn_command_rename (PrnCanvas *canvas, const char *target)
{
  prn_canvas_rename (canvas, prn_canvas_get_selected (canvas));
}

static const char *const *
strings_of (GPtrArray *ids)
{
  return (const char *const *) ids->pdata;
}

static void
remove_selected (PrnCanvas *canvas, const char *step)
{
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);

  prn_canvas_apply (canvas, prn_edit_remove (prn_canvas_get_map (canvas), strings_of (ids)), step,
                    NULL);
}

/* What was deleted, for the message that offers to take it back. */
static char *
deletion_name (PrnCanvas *canvas)
{
  g_autoptr (GPtrArray) ids = prn_canvas_free_ids (canvas);
  guint n = ids->len - 1; /* without the NULL */
  gconstpointer element = n == 1 ? prn_map_lookup (prn_canvas_get_map (canvas), ids->pdata[0]) : NULL;

  if (element != NULL) {
    g_autofree char *title = prn_title_of (prn_canvas_get_map (canvas), element);

    return g_strdup_printf (_("Delete %s"), title);
  }
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Delete %u element", "Delete %u elements", n), n);
}

void
prn_command_delete (PrnCanvas *canvas, const char *target)
{
  g_autofree char *name = deletion_name (canvas);

  remove_selected (canvas, name);
}

void
prn_command_duplicate (PrnCanvas *canvas, const char *target)
{
  PrnSelection *selection = prn_canvas_get_selection (canvas);
  g_auto (GStrv) made = NULL;
  PrnMap *map = prn_edit_duplicate (prn_canvas_get_map (canvas), prn_selection_get_ids (selection),
                                    PRN_COPY_OFFSET, PRN_COPY_OFFSET, &made);

  if (prn_canvas_apply (canvas, map, _("Duplicate"), NULL))
    prn_selection_set (selection, (const char *const *) made);
}

void
prn_command_cut (PrnCanvas *canvas, const char *target)
{
  prn_canvas_copy (canvas);
  remove_selected (canvas, _("Cut"));
}

void
prn_command_copy (PrnCanvas *canvas, const char *target)
{
  prn_canvas_copy (canvas);
}

void
prn_command_paste (PrnCanvas *canvas, const char *target)
{
  prn_canvas_paste (canvas);
}

/* Everything that can be seen, except what only shows where it is: events go with their stages. */
void
prn_command_select_all (PrnCanvas *canvas, const char *target)
{
  PrnScene *scene = prn_canvas_get_scene (canvas);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; scene != NULL && i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);

    if (item->kind != PRN_ITEM_EVENT && item->kind != PRN_ITEM_PHASE)
      g_ptr_array_add (ids, (gpointer) item->id);
  }
  g_ptr_array_add (ids, NULL);
  prn_selection_set (prn_canvas_get_selection (canvas), strings_of (ids));
}

void
prn_command_deselect (PrnCanvas *canvas, const char *target)
{
  if (!prn_canvas_cancel_tool (canvas))
    prn_selection_set (prn_canvas_get_selection (canvas), NULL);
}

static void
set_locked (PrnCanvas *canvas, gboolean locked)
{
  const char *const *ids = prn_selection_get_ids (prn_canvas_get_selection (canvas));

  for (guint i = 0; ids[i] != NULL; i++)
    if (locked)
      g_hash_table_add (canvas->locked, g_strdup (ids[i]));
    else
      g_hash_table_remove (canvas->locked, ids[i]);
  prn_canvas_update_actions (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
prn_command_lock (PrnCanvas *canvas, const char *target)
{
  set_locked (canvas, TRUE);
}

void
prn_command_unlock (PrnCanvas *canvas, const char *target)
{
  set_locked (canvas, FALSE);
}

/* From the keyboard: at what is selected, else in the middle. */
void
prn_command_menu (PrnCanvas *canvas, const char *target)
{
  const PrnViewport *viewport = prn_canvas_viewport (canvas);
  const PrnItem *item = prn_canvas_find (canvas, prn_canvas_get_selected (canvas));
  double x = viewport->width / 2, y = viewport->height / 2;

  if (item != NULL) {
    PrnRectangle box = prn_viewport_box (viewport, item->handle);

    x = CLAMP (box.x + box.w / 2, 0, viewport->width);
    y = CLAMP (box.y + box.h, 0, viewport->height);
  }
  prn_canvas_popup_menu (canvas, x, y);
}
