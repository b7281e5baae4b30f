/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * prn_wrapped_label_new:
 * @words: (nullable): what it says
 * @css_class: (nullable): a style class of it
 *
 * Makes a label for words that somebody else wrote: they begin at the start of the line and go on
 * in the next one, within a word too where it is longer than a line.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *prn_wrapped_label_new (const char *words, const char *css_class);

G_END_DECLS
