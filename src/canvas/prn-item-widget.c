/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-widget.h"

#include "prn-item-actions.h"

G_DEFINE_FINAL_TYPE (PrnItemWidget, prn_item_widget, GTK_TYPE_WIDGET)

static void
prn_item_widget_finalize (GObject *object)
{
  PrnItemWidget *self = PRN_ITEM_WIDGET (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->facts);

  G_OBJECT_CLASS (prn_item_widget_parent_class)->finalize (object);
}

static void
prn_item_widget_class_init (PrnItemWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_item_widget_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  prn_item_actions_install (GTK_WIDGET_CLASS (klass));
}

static void
prn_item_widget_init (PrnItemWidget *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

PrnItemWidget *
prn_item_widget_new (const char *id, guint serial)
{
  PrnItemWidget *self = g_object_new (PRN_TYPE_ITEM_WIDGET, NULL);

  self->id = g_strdup (id);
  self->serial = serial;
  prn_item_actions_set_id (GTK_WIDGET (self), id);
  return self;
}

void
prn_item_widget_set_words (PrnItemWidget *self, const PrnItem *item)
{
  if (g_strcmp0 (self->name, item->name) == 0 && g_strcmp0 (self->facts, item->facts) == 0)
    return;
  g_free (self->name);
  g_free (self->facts);
  self->name = g_strdup (item->name);
  self->facts = g_strdup (item->facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, item->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->facts, -1);
}

void
prn_item_widget_set_selected (PrnItemWidget *self, gboolean selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
