/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRN_TYPE_PANEL_LIST (prn_panel_list_get_type ())
G_DECLARE_FINAL_TYPE (PrnPanelList, prn_panel_list, PRN, PANEL_LIST, AdwBin)

/* The rows of a side panel, however many, in a list that scrolls.
 *
 * Properties: `selected` (string, nullable: id of the element that the selected row is about).
 * The signal `dropped` (string: an id, string: another) tells that a row was dragged onto another. */

/**
 * prn_panel_list_new:
 * @name: what assistive technology calls the list
 *
 * Returns: a list without rows
 */
GtkWidget *prn_panel_list_new (const char *name);

/**
 * prn_panel_list_set_rows:
 * @self: a list
 * @rows: (nullable) (element-type PrnPanelRow): what to show
 *
 * Shows other rows. Those that are as before stay, so that the place scrolled to does.
 */
void prn_panel_list_set_rows (PrnPanelList *self, GListModel *rows);

/* Lets the rows be dragged onto each other. */
void prn_panel_list_set_draggable (PrnPanelList *self);

/**
 * prn_panel_list_set_selected:
 * @self: a list
 * @id: (nullable): id of an element
 *
 * Selects the row about an element and scrolls to it; nothing when there is none.
 */
void prn_panel_list_set_selected (PrnPanelList *self, const char *id);

/**
 * prn_panel_list_enter:
 * @self: a list
 * @title: what is looked for
 *
 * Selects the row called so, else the first one about an element, and gives it the focus.
 */
void prn_panel_list_enter (PrnPanelList *self, const char *title);

/**
 * prn_panel_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): id of the element that the selected row is about
 */
const char *prn_panel_list_get_selected (PrnPanelList *self);

G_END_DECLS
