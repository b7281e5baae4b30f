/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ready-field.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-ready.h"
#include "prn-ready-list.h"

struct _PrnReadyField {
  PrnField parent;

  PrnInspectorPage *page; /* we are a part of it */
  PrnReadyList *list;
};

G_DEFINE_TYPE (PrnReadyField, prn_ready_field, PRN_TYPE_FIELD)

static void
chosen_cb (PrnReadyField *self, guint index)
{
  PrnEditing *editing = prn_field_get_editing (PRN_FIELD (self));
  const char *trigger = prn_editing_get_id (editing);
  const char *path = prn_field_get_path (PRN_FIELD (self));
  PrnMap *map = prn_editing_get_map (editing);
  g_autoptr (GPtrArray) offers = prn_ready_conditions (map, trigger);
  g_autoptr (PrnReadyField) kept = g_object_ref (self); /* the step takes the field away */
  PrnSlot slot;

  if (index >= offers->len || !prn_editing_find (editing, path, &slot))
    return;
  prn_field_seal (PRN_FIELD (self));
  if (prn_editing_apply (editing, prn_edit_take_ready (map, trigger, offers->pdata[index]),
                         slot.member, NULL))
    prn_page_focus_next (self->page, path, "kind");
}

static void
prn_ready_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  prn_ready_list_show (PRN_READY_FIELD (field)->list, map,
                       prn_editing_get_id (prn_field_get_editing (field)));
}

static void
prn_ready_field_class_init (PrnReadyFieldClass *klass)
{
  PRN_FIELD_CLASS (klass)->show = prn_ready_field_show;
}

static void
prn_ready_field_init (PrnReadyField *self)
{
  self->list = PRN_READY_LIST (prn_ready_list_new ());
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
prn_ready_field_new (PrnInspectorPage *page, const char *path)
{
  PrnReadyField *self = g_object_new (PRN_TYPE_READY_FIELD, NULL);
  GtkWidget *list = GTK_WIDGET (self->list);

  self->page = page;
  prn_field_setup (PRN_FIELD (self), prn_inspector_page_get_editing (page), path,
                   _("Conditions that are ready"));
  prn_field_set_control (PRN_FIELD (self), list, list);
  prn_field_set_inline (PRN_FIELD (self));
  gtk_widget_set_has_tooltip (list, FALSE);
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
