/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-choice-field.h"

#include "prn-member-words.h"
#include "prn-menu-name.h"

struct _PrnChoiceField {
  PrnField parent;

  GtkDropDown *menu;
};

G_DEFINE_TYPE (PrnChoiceField, prn_choice_field, PRN_TYPE_FIELD)

static void
take (PrnChoiceField *self)
{
  PrnField *field = PRN_FIELD (self);
  guint chosen = gtk_drop_down_get_selected (self->menu);
  g_autofree char *json = NULL;
  PrnSlot slot;

  if (!prn_editing_find (prn_field_get_editing (field), prn_field_get_path (field), &slot))
    return;
  if (chosen == *(const guint *) prn_slot_field (&slot))
    return;
  if (*slot.member->choices[chosen] != '\0')
    json = g_strdup_printf ("\"%s\"", slot.member->choices[chosen]);
  if (!prn_field_commit (field, json, FALSE))
    prn_field_update (field);
}

static void
prn_choice_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnChoiceField *self = PRN_CHOICE_FIELD (field);

  g_signal_handlers_block_by_func (self->menu, take, self);
  gtk_drop_down_set_selected (self->menu, *(const guint *) prn_slot_field (slot));
  g_signal_handlers_unblock_by_func (self->menu, take, self);
}

static void
prn_choice_field_class_init (PrnChoiceFieldClass *klass)
{
  PRN_FIELD_CLASS (klass)->show = prn_choice_field_show;
}

static void
prn_choice_field_init (PrnChoiceField *self)
{
  self->menu = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_object (self->menu, "notify::selected", G_CALLBACK (take), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
prn_choice_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnChoiceField *self = g_object_new (PRN_TYPE_CHOICE_FIELD, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  PrnSlot slot;

  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), GTK_WIDGET (self->menu), GTK_WIDGET (self->menu));
  if (prn_editing_find (editing, path, &slot))
    for (guint i = 0; slot.member->choices[i] != NULL; i++)
      gtk_string_list_take (titles, prn_choice_title (slot.member, i));
  g_signal_handlers_block_by_func (self->menu, take, self);
  gtk_drop_down_set_model (self->menu, G_LIST_MODEL (titles));
  g_signal_handlers_unblock_by_func (self->menu, take, self);
  prn_menu_set_name (self->menu, prn_field_get_label (PRN_FIELD (self)));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
