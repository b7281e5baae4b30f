/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-actions.h"

#include "prn-canvas.h"

#define ID "prn-item-id"

/* By action: what the canvas does once the item is selected; NULL: nothing more. */
static const struct {
  const char *name;
  const char *then;
  gboolean adds; /* what is selected stays so */
} actions[] = {
  { "item.select", NULL, FALSE },
  { "item.select-too", NULL, TRUE },
  { "item.rename", "canvas.rename", FALSE },
  { "item.next-stage", "canvas.new-next", FALSE },
  { "item.delete", "canvas.delete", FALSE },
  { "item.menu", "canvas.menu", FALSE },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PrnCanvas *canvas = PRN_CANVAS (gtk_widget_get_ancestor (widget, PRN_TYPE_CANVAS));
  const char *id = g_object_get_data (G_OBJECT (widget), ID);

  if (canvas == NULL || id == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    if (!g_str_equal (actions[i].name, name))
      continue;
    if (actions[i].adds)
      prn_selection_add (prn_canvas_get_selection (canvas), id);
    else
      prn_selection_set_one (prn_canvas_get_selection (canvas), id);
    prn_canvas_reveal (canvas, id);
    if (actions[i].then != NULL && prn_canvas_can (canvas, actions[i].then))
      gtk_widget_activate_action (GTK_WIDGET (canvas), actions[i].then, NULL);
    return;
  }
}

void
prn_item_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
}

void
prn_item_actions_set_id (GtkWidget *widget, const char *id)
{
  g_object_set_data_full (G_OBJECT (widget), ID, g_strdup (id), g_free);
}
