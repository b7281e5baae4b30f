/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chips-field.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-typed.h"
#include "prn-element-picker.h"
#include "prn-wrap-box.h"

struct _PrnChipsField {
  PrnField parent;

  PrnWrapBox *chips;
  GtkEntry *entry;       /* for texts and values */
  GtkMenuButton *button; /* for elements */
  char *shown;
};

G_DEFINE_TYPE (PrnChipsField, prn_chips_field, PRN_TYPE_FIELD)

static void
prn_chips_field_dispose (GObject *object)
{
  g_clear_pointer (&PRN_CHIPS_FIELD (object)->shown, g_free);

  G_OBJECT_CLASS (prn_chips_field_parent_class)->dispose (object);
}

static void
remove_cb (PrnChipsField *self, GtkButton *button)
{
  PrnField *field = PRN_FIELD (self);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "prn-index"));
  g_autofree char *path = g_strdup_printf ("%s[%u]", prn_field_get_path (field), index);
  g_autoptr (GError) error = NULL;

  if (prn_editing_remove (prn_field_get_editing (field), path, &error))
    prn_field_accept (field);
  else
    prn_field_refuse (field, error != NULL ? error->message : _("This map is read-only"));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
append (PrnChipsField *self, const char *json)
{
  PrnField *field = PRN_FIELD (self);
  g_autoptr (GError) error = NULL;

  if (prn_editing_insert (prn_field_get_editing (field), prn_field_get_path (field), G_MAXUINT,
                          json, &error)) {
    prn_field_accept (field);
    return TRUE;
  }
  prn_field_refuse (field, error != NULL ? error->message : _("This map is read-only"));
  return FALSE;
}

/* Takes what stands in the field for the next one. */
static void
prn_chips_field_flush (PrnField *field)
{
  PrnChipsField *self = PRN_CHIPS_FIELD (field);
  g_autofree char *typed = NULL;
  g_autofree char *json = NULL;
  PrnSlot slot;

  if (self->entry == NULL ||
      !prn_editing_find (prn_field_get_editing (field), prn_field_get_path (field), &slot))
    return;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*typed == '\0' || !prn_typed_to_json (&slot, typed, &json, NULL))
    return;
  if (append (self, json))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static GtkWidget *
chip_new (PrnChipsField *self, const char *title, guint index)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (cross, "flat");
  gtk_widget_add_css_class (cross, "circular");
  gtk_widget_set_tooltip_text (cross, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cross), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (cross), "prn-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (cross, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), cross);
  return chip;
}

static void
prn_chips_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnChipsField *self = PRN_CHIPS_FIELD (field);
  g_autofree char *json = prn_slot_json (slot);
  guint n = prn_slot_count (slot);

  /* Elements may have been renamed, whatever the ids say. */
  if (slot->member->type != PRN_MEMBER_REFERENCES && self->shown != NULL &&
      g_strcmp0 (json, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = json != NULL ? g_steal_pointer (&json) : g_strdup ("[]");
  prn_wrap_box_clear (self->chips);
  for (guint i = 0; i < n; i++) {
    PrnSlot item = { slot->record, slot->data, slot->member, (int) i };
    g_autofree char *typed = prn_typed_from_slot (&item);
    const char *title = slot->member->type == PRN_MEMBER_REFERENCES
                            ? prn_reference_title (map, typed)
                            : typed;

    prn_wrap_box_append (self->chips, chip_new (self, title, i));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n > 0);
}

static void
prn_chips_field_class_init (PrnChipsFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_chips_field_dispose;
  PRN_FIELD_CLASS (klass)->show = prn_chips_field_show;
  PRN_FIELD_CLASS (klass)->flush = prn_chips_field_flush;
}

static void
prn_chips_field_init (PrnChipsField *self)
{
  self->chips = PRN_WRAP_BOX (prn_wrap_box_new (4));
}

static void
picked_cb (PrnChipsField *self, const char *id)
{
  g_autofree char *json = g_strdup_printf ("\"%s\"", id);

  append (self, json);
}

static void
create_cb (GtkMenuButton *button, gpointer user_data)
{
  PrnField *field = user_data;
  PrnEditing *editing = prn_field_get_editing (field);
  PrnSlot slot;
  GtkWidget *picker;

  if (!prn_editing_find (editing, prn_field_get_path (field), &slot))
    return;
  picker = prn_element_picker_new (prn_editing_get_map (editing), slot.member, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), field, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (prn_field_refer_to_new), field,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static GtkWidget *
adder_new (PrnChipsField *self, const PrnMember *member)
{
  GtkEventController *focus;

  if (member->type == PRN_MEMBER_REFERENCES) {
    self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
    gtk_menu_button_set_icon_name (self->button, "list-add-symbolic");
    gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
    gtk_menu_button_set_create_popup_func (self->button, create_cb, self, NULL);
    return GTK_WIDGET (self->button);
  }
  focus = gtk_event_controller_focus_new ();
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_placeholder_text (self->entry, _("Add"));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (prn_field_flush), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (prn_field_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  return GTK_WIDGET (self->entry);
}

GtkWidget *
prn_chips_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnChipsField *self = g_object_new (PRN_TYPE_CHIPS_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *adder;
  PrnSlot slot;

  if (!prn_editing_find (editing, path, &slot))
    g_return_val_if_reached (GTK_WIDGET (self));
  adder = adder_new (self, slot.member);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (box), adder);
  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), box, adder);
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
