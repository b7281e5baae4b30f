/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRN_TYPE_WINDOW (prn_window_get_type ())
G_DECLARE_FINAL_TYPE (PrnWindow, prn_window, PRN, WINDOW, AdwApplicationWindow)

/* One map and its log: the start gallery, the canvas with its panels, the page of the log. */

/**
 * prn_window_new:
 * @application: the program
 *
 * Returns: a window with the start gallery
 */
GtkWidget *prn_window_new (AdwApplication *application);

/**
 * prn_window_open:
 * @self: a window
 * @map: (nullable): path of a map, %NULL to keep the present one
 * @log: (nullable): path of a log
 * @replay: whether the log is replayed without asking how it is to be read
 *
 * Opens a map, a log, or both. Failures are told in the window.
 */
void prn_window_open (PrnWindow *self, const char *map, const char *log, gboolean replay);

G_END_DECLS
