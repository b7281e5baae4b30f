/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-document.h"

G_BEGIN_DECLS

/* What the header of a map says. */

/**
 * prn_header_name_step:
 * @button: a button of the history
 * @words: what it does: `Undo`
 * @step: (nullable): the step it would do so with
 *
 * Lets a button say what it would do.
 */
void prn_header_name_step (GtkWidget *button, const char *words, const char *step);

/**
 * prn_header_show_file:
 * @title: shows the title of the map, with a dot while it is not saved
 * @file_name: shows the file
 * @document: the document
 *
 * Shows title and file, and whether they are saved.
 */
void prn_header_show_file (GtkLabel *title, GtkLabel *file_name, PrnDocument *document);

/**
 * prn_header_show_problems:
 * @button: the sign that there are problems
 * @n: how many there are
 * @visible: whether it is to be seen
 *
 * Lets the sign say how many problems there are.
 */
void prn_header_show_problems (GtkWidget *button, guint n, gboolean visible);

G_END_DECLS
