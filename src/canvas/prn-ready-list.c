/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ready-list.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-ready.h"

#define SPACE 4 /* pixels between buttons */

struct _PrnReadyList {
  GtkWidget parent_instance;
  GPtrArray *sentences;
};

G_DEFINE_FINAL_TYPE (PrnReadyList, prn_ready_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
remove_buttons (PrnReadyList *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (button);
}

static void
prn_ready_list_dispose (GObject *object)
{
  remove_buttons (PRN_READY_LIST (object));

  G_OBJECT_CLASS (prn_ready_list_parent_class)->dispose (object);
}

static void
prn_ready_list_finalize (GObject *object)
{
  g_ptr_array_unref (PRN_READY_LIST (object)->sentences);

  G_OBJECT_CLASS (prn_ready_list_parent_class)->finalize (object);
}

static gboolean
prn_ready_list_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
prn_ready_list_class_init (PrnReadyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_ready_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = prn_ready_list_finalize;
  widget_class->grab_focus = prn_ready_list_grab_focus;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ready");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
prn_ready_list_init (PrnReadyList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->sentences = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Conditions that are ready"), -1);
}

GtkWidget *
prn_ready_list_new (void)
{
  return g_object_new (PRN_TYPE_READY_LIST, NULL);
}

static void
clicked_cb (GtkButton *button, PrnReadyList *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "prn-index"));
  g_autoptr (PrnReadyList) kept = g_object_ref (self); /* what is chosen may take it away */

  g_signal_emit (self, chosen_signal, 0, index);
}

static void
append_button (PrnReadyList *self, const char *sentence, guint index)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (sentence);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *hint = g_strdup_printf (_("On the map: the key %u"), index + 1);
  GtkWidget *key = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (key, "ready-key");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  g_object_set_data (G_OBJECT (button), "prn-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static gboolean
says_the_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

void
prn_ready_list_show (PrnReadyList *self, PrnMap *map, const char *trigger)
{
  g_autoptr (GPtrArray) offers = prn_ready_conditions (map, trigger);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (PRN_IS_READY_LIST (self));

  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add (sentences, prn_ready_sentence (offers->pdata[i]));
  if (says_the_same (sentences, self->sentences))
    return;
  remove_buttons (self);
  for (guint i = 0; i < sentences->len; i++)
    append_button (self, sentences->pdata[i], i);
  g_ptr_array_unref (self->sentences);
  self->sentences = g_steal_pointer (&sentences);
}

guint
prn_ready_list_get_n (PrnReadyList *self)
{
  g_return_val_if_fail (PRN_IS_READY_LIST (self), 0);

  return self->sentences->len;
}
