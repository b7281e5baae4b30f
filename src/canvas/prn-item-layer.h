/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"

G_BEGIN_DECLS

/* The items of a scene as assistive technology sees them.
 *
 * In GTK 4.8 only a widget is accessible. So each item has one: a list item that is never drawn and
 * never a target of the pointer, allocated in map units in one layer that the canvas moves by a
 * transform. They are made in idle time, the first few hundred at once; which item leads to which
 * is told when all are made. Of a scene with thousands of items those in view and around it have
 * one, and what is selected. */

#define PRN_TYPE_ITEM_LAYER (prn_item_layer_get_type ())
G_DECLARE_FINAL_TYPE (PrnItemLayer, prn_item_layer, PRN, ITEM_LAYER, GtkWidget)

/**
 * prn_item_layer_new:
 *
 * Returns: a layer without items
 */
GtkWidget *prn_item_layer_new (void);

/**
 * prn_item_layer_set_scene:
 * @self: a layer
 * @scene: (nullable): whose items to show; those with the same id keep their widget
 */
void prn_item_layer_set_scene (PrnItemLayer *self, PrnScene *scene);

/**
 * prn_item_layer_set_view:
 * @self: a layer
 * @view: what of the map is in view
 */
void prn_item_layer_set_view (PrnItemLayer *self, PrnRectangle view);

/**
 * prn_item_layer_set_selected:
 * @self: a layer
 * @ids: (array zero-terminated=1): the selected elements
 */
void prn_item_layer_set_selected (PrnItemLayer *self, const char *const *ids);

G_END_DECLS
