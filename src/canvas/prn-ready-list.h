/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_READY_LIST (prn_ready_list_get_type ())
G_DECLARE_FINAL_TYPE (PrnReadyList, prn_ready_list, PRN, READY_LIST, GtkWidget)

/* The conditions that are ready for a trigger, as buttons under each other. The signal `chosen`
 * (unsigned: which one) tells of a click; to take it is left to who listens.
 *
 * On the canvas it is a bubble beside the trigger that was just made. */

/**
 * prn_ready_list_new:
 *
 * Returns: an empty list
 */
GtkWidget *prn_ready_list_new (void);

/**
 * prn_ready_list_show:
 * @self: a list
 * @map: a map
 * @trigger: (nullable): a trigger of it
 *
 * Shows what is ready for @trigger; buttons that say the same as before stay.
 */
void prn_ready_list_show (PrnReadyList *self, PrnMap *map, const char *trigger);

/* How many it shows. */
guint prn_ready_list_get_n (PrnReadyList *self);

G_END_DECLS
