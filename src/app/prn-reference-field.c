/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-reference-field.h"

#include <glib/gi18n-lib.h>

#include "prn-element-picker.h"

struct _PrnReferenceField {
  PrnField parent;

  GtkMenuButton *button;
  GtkLabel *title;
};

G_DEFINE_TYPE (PrnReferenceField, prn_reference_field, PRN_TYPE_FIELD)

static void
picked_cb (PrnReferenceField *self, const char *id)
{
  g_autofree char *json = *id != '\0' ? g_strdup_printf ("\"%s\"", id) : NULL;

  prn_field_commit (PRN_FIELD (self), json, FALSE);
}

/* The list is made when it is wanted: a map may have thousands of elements and dozens of fields. */
static void
create_cb (GtkMenuButton *button, gpointer user_data)
{
  PrnReferenceField *self = user_data;
  PrnField *field = PRN_FIELD (self);
  PrnEditing *editing = prn_field_get_editing (field);
  PrnSlot slot;
  GtkWidget *picker;

  if (!prn_editing_find (editing, prn_field_get_path (field), &slot))
    return;
  picker = prn_element_picker_new (
      prn_editing_get_map (editing), slot.member,
      (slot.member->flags & (PRN_MEMBER_REQUIRED | PRN_MEMBER_SELECTS)) == 0);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (prn_field_refer_to_new), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
prn_reference_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnReferenceField *self = PRN_REFERENCE_FIELD (field);
  const char *title = prn_reference_title (map, *(char *const *) prn_slot_field (slot));
  g_autofree char *name = g_strdup_printf ("%s: %s", prn_field_get_label (field), title);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
prn_reference_field_class_init (PrnReferenceFieldClass *klass)
{
  PRN_FIELD_CLASS (klass)->show = prn_reference_field_show;
}

static void
prn_reference_field_init (PrnReferenceField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), arrow);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  /* GTK centers it otherwise, unlike the menus beside it. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (self->button, create_cb, self, NULL);
}

GtkWidget *
prn_reference_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnReferenceField *self = g_object_new (PRN_TYPE_REFERENCE_FIELD, NULL);

  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), GTK_WIDGET (self->button), GTK_WIDGET (self->button));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
