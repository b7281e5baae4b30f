/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-panel-row.h"

G_BEGIN_DECLS

/**
 * prn_panel_cell_new:
 *
 * Returns: (transfer floating): a widget for a row of a panel's list; it shows nothing yet
 */
GtkWidget *prn_panel_cell_new (void);

/**
 * prn_panel_cell_show:
 * @cell: a cell inside the list's own widget for a row, which gets its name
 * @row: what it shows from now on
 */
void prn_panel_cell_show (GtkWidget *cell, PrnPanelRow *row);

G_END_DECLS
