/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-log-read.h"

G_BEGIN_DECLS

/**
 * prn_cells_show:
 * @view: a table
 * @guess: (nullable): a file's columns and first rows
 *
 * Fills a table with the first rows of a log, as they stand in the file.
 */
void prn_cells_show (GtkColumnView *view, const PrnLogGuess *guess);

G_END_DECLS
