/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-flag-field.h"

struct _PrnFlagField {
  PrnField parent;

  GtkCheckButton *check;
};

G_DEFINE_TYPE (PrnFlagField, prn_flag_field, PRN_TYPE_FIELD)

static void
take (PrnFlagField *self)
{
  PrnField *field = PRN_FIELD (self);

  if (!prn_field_commit (field, gtk_check_button_get_active (self->check) ? "true" : "false", FALSE))
    prn_field_update (field);
}

static void
prn_flag_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnFlagField *self = PRN_FLAG_FIELD (field);

  g_signal_handlers_block_by_func (self->check, take, self);
  gtk_check_button_set_active (self->check, *(const gboolean *) prn_slot_field (slot));
  g_signal_handlers_unblock_by_func (self->check, take, self);
}

static void
prn_flag_field_class_init (PrnFlagFieldClass *klass)
{
  PRN_FIELD_CLASS (klass)->show = prn_flag_field_show;
}

static void
prn_flag_field_init (PrnFlagField *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
}

GtkWidget *
prn_flag_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnFlagField *self = g_object_new (PRN_TYPE_FLAG_FIELD, NULL);

  prn_field_setup (PRN_FIELD (self), editing, path, label);
  gtk_check_button_set_label (self->check, prn_field_get_label (PRN_FIELD (self)));
  prn_field_set_control (PRN_FIELD (self), GTK_WIDGET (self->check), GTK_WIDGET (self->check));
  prn_field_set_inline (PRN_FIELD (self));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
