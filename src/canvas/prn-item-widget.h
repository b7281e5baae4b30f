/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"

G_BEGIN_DECLS

/* What stands for one item of the scene: a list item that is never drawn. */

#define PRN_TYPE_ITEM_WIDGET (prn_item_widget_get_type ())
G_DECLARE_FINAL_TYPE (PrnItemWidget, prn_item_widget, PRN, ITEM_WIDGET, GtkWidget)

struct _PrnItemWidget {
  GtkWidget parent_instance;
  char *id;
  PrnRectangle bounds;
  char *name, *facts; /* what was told of it */
  guint round;     /* when it was last shown */
  gboolean placed; /* it has been allocated at its bounds */
  guint serial;    /* no other widget of the layer has ever had it */
  guint64 flow;    /* of where it leads to: the sum of prn-item-flow.c */
};

/**
 * prn_item_widget_new:
 * @id: id of an element
 * @serial: a number of its own
 *
 * Returns: a widget that says nothing yet
 */
PrnItemWidget *prn_item_widget_new (const char *id, guint serial);

/* Tells assistive technology what an item is called and what there is to say of it. */
void prn_item_widget_set_words (PrnItemWidget *self, const PrnItem *item);

/* Tells whether it is selected. */
void prn_item_widget_set_selected (PrnItemWidget *self, gboolean selected);

G_END_DECLS
