/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-merge.h"
#include "prn-theming.h"
#include "prn-thumbnail.h"
#include "prn-wording.h"

#define ID "prn-id"

struct _PrnMergeWindow {
  AdwWindow parent;

  AdwBin *mine;
  AdwBin *theirs;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PrnMergeWindow, prn_merge_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
activated_cb (PrnMergeWindow *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), ID));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, id);
  g_object_unref (self);
}

static void
prn_merge_window_class_init (PrnMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  chosen_signal = g_signal_new ("chosen", PRN_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, mine);
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, theirs);
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
prn_merge_window_init (PrnMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_map (AdwBin *place, PrnMap *map)
{
  GtkWidget *picture = prn_thumbnail_new ();

  prn_thumbnail_set_map (PRN_THUMBNAIL (picture), map, NULL, prn_theming_current ());
  adw_bin_set_child (place, picture);
}

static void
add_conflict (PrnMergeWindow *self, PrnMap *mine, const PrnConflict *conflict)
{
  gconstpointer element = conflict->id != NULL ? prn_map_lookup (mine, conflict->id) : NULL;
  const char *space = strchr (conflict->place, ' ');
  const char *title = element != NULL ? prn_element_label (element) : _("The map");
  g_autofree char *what = space != NULL ? g_strdup_printf ("%s: %s", title, space + 1)
                                        : g_strdup (element != NULL ? title : conflict->place);
  g_autofree char *words = prn_wording_sentence (conflict->words);
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", what, "subtitle", words, "activatable", TRUE,
                NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (element != NULL ? conflict->id : NULL),
                          g_free);
  gtk_list_box_append (self->list, row);
}

GtkWindow *
prn_merge_window_new (GtkWindow *parent, PrnMap *mine, PrnMap *theirs, GPtrArray *conflicts)
{
  PrnMergeWindow *self = g_object_new (PRN_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);

  show_map (self->mine, mine);
  show_map (self->theirs, theirs);
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (self, mine, conflicts->pdata[i]);
  return GTK_WINDOW (self);
}
