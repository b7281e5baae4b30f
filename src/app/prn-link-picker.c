/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-link-picker.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-add.h"
#include "prn-element-picker.h"

/* What the list was opened for. */
typedef struct {
  PrnCanvas *canvas;
  PrnDocument *document;
  char *from;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_object_unref (link->canvas);
  g_object_unref (link->document);
  g_free (link->from);
  g_free (link);
}

static void
picked_cb (GtkWidget *picker, const char *to, gpointer user_data)
{
  Link *link = user_data;
  g_autofree char *id = NULL;
  g_autoptr (PrnMap) map =
      prn_edit_connect (prn_document_get_map (link->document), link->from, to, &id);

  prn_document_seal (link->document);
  if (id == NULL || !prn_document_apply (link->document, map, _("New Trigger"), NULL))
    return;
  prn_document_seal (link->document);
  prn_canvas_set_selected (link->canvas, id);
  prn_canvas_offer_ready (link->canvas, id);
}

static gboolean
gone_cb (gpointer picker)
{
  gtk_widget_unparent (picker);
  return G_SOURCE_REMOVE;
}

/* The list is still at work when it tells that it was closed. */
static void
closed_cb (GtkWidget *picker, gpointer user_data)
{
  Link *link = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (link->canvas));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, gone_cb, g_object_ref (picker), g_object_unref);
}

void
prn_link_picker_popup (PrnCanvas *canvas, PrnDocument *document, const char *from, double x,
                       double y)
{
  const PrnMember *member =
      prn_record_find_member (prn_record_of_kind (PRN_KIND_TRIGGER), "to");
  GtkWidget *picker = prn_element_picker_new (prn_document_get_map (document), member, FALSE);
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };
  Link *link = g_new0 (Link, 1);

  link->canvas = g_object_ref (canvas);
  link->document = g_object_ref (document);
  link->from = g_strdup (from);
  g_object_set_data_full (G_OBJECT (picker), "prn-link", link, link_free);
  g_signal_connect (picker, "picked", G_CALLBACK (picked_cb), link);
  g_signal_connect (picker, "closed", G_CALLBACK (closed_cb), link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where the new trigger leads to"), -1);

  /* It is as large as the canvas, and takes its children with it when it goes. */
  gtk_widget_set_parent (picker, gtk_widget_get_ancestor (GTK_WIDGET (canvas), GTK_TYPE_OVERLAY));
  gtk_popover_set_pointing_to (GTK_POPOVER (picker), &at);
  gtk_popover_popup (GTK_POPOVER (picker));
}
