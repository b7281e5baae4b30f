/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-palette.h"
#include "prn-window-private.h"

/* The actions of the canvas are its own; those of window and program are found from any widget. */
static void
action_cb (PrnWindow *self, const char *action)
{
  GtkWidget *widget = self->tab->map_page != NULL ? prn_map_page_get_canvas (self->tab->map_page)
                                                  : GTK_WIDGET (self);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action_variant (widget, name, target);
}

static void
element_cb (PrnWindow *self, const char *id)
{
  if (self->tab->map_page == NULL)
    return;
  prn_map_page_go_to (self->tab->map_page, id);
  prn_map_page_focus (self->tab->map_page);
}

void
prn_window_show_palette (PrnWindow *self)
{
  gboolean on_map = self->tab->map_page != NULL &&
                    gtk_widget_get_mapped (GTK_WIDGET (self->tab->map_page));
  PrnDocument *document = on_map ? prn_window_get_document (self) : NULL;
  GtkWidget *palette = prn_palette_new (
      GTK_WINDOW (self), on_map ? prn_map_page_get_canvas (self->tab->map_page) : NULL,
      document != NULL ? prn_document_get_map (document) : NULL);

  g_signal_connect_object (palette, "action-chosen", G_CALLBACK (action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (palette, "element-chosen", G_CALLBACK (element_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (palette));
}
