/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks, by which the controls of a page are found again when it is made anew: of a field it is the
 * way to its member, of another control that and which one it is, `when.all[1]#menu`. */

/**
 * prn_page_mark:
 * @control: a control that is no field
 * @path: the way to what it is about
 * @part: which of the controls there: `add`, `kind`, `menu`
 *
 * Lets a control be found again when the page is made anew, so that it keeps the focus.
 */
void prn_page_mark (GtkWidget *control, const char *path, const char *part);

/**
 * prn_page_mark_focused:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): the mark of what has the focus on it; a menu that is open
 *   belongs to its button
 */
char *prn_page_mark_focused (GtkWidget *page);

/**
 * prn_page_mark_find:
 * @page: a page, or a part of it
 * @mark: a mark
 *
 * Returns: (transfer none) (nullable): the control or field that has it
 */
GtkWidget *prn_page_mark_find (GtkWidget *page, const char *mark);

/**
 * prn_page_mark_path:
 * @mark: a mark
 *
 * Returns: (transfer full): the way in it
 */
char *prn_page_mark_path (const char *mark);

G_END_DECLS
