/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-inspector-page.h"

G_BEGIN_DECLS

/* The parts of a page that are more than a field. Each is made for the map as it is; the page is
 * made anew when its shape changes. */

/**
 * prn_condition_part:
 * @page: a page
 * @path: the way to a condition that may be there or not: `when`
 *
 * Returns: a condition as sentences of menus and fields
 */
GtkWidget *prn_condition_part (PrnInspectorPage *page, const char *path);

/* Gives the class its actions for conditions. */
void prn_condition_part_install (GtkWidgetClass *page_class);

/**
 * prn_filter_sentence:
 * @page: a page
 * @path: the way to a filter
 *
 * Returns: a filter as a sentence of menus and fields
 */
GtkWidget *prn_filter_sentence (PrnInspectorPage *page, const char *path);

/**
 * prn_sentence_new:
 * @page: a page
 * @template: (transfer none): words, and in braces the names of members: `for {dwell}`
 * @path: the way to the record the members are of
 * @first: (nullable): what stands for `{kind}`
 *
 * Returns: the sentence
 */
GtkWidget *prn_sentence_new (PrnInspectorPage *page, const char *template, const char *path,
                             GtkWidget *first);

/**
 * prn_delay_part:
 * @page: a page
 * @path: the way to a distribution that may be there or not
 * @label: what it is called
 *
 * Returns: its kind, its numbers, and a sketch of it
 */
GtkWidget *prn_delay_part (PrnInspectorPage *page, const char *path, const char *label);

/**
 * prn_page_sketch:
 * @page: a page
 * @path: the way to a distribution that is there
 *
 * Returns: a sketch of it that the page keeps up to date
 */
GtkWidget *prn_page_sketch (PrnInspectorPage *page, const char *path);

/**
 * prn_records_part:
 * @page: a page
 * @path: the way to a list of records
 * @label: what it is called
 *
 * Returns: the records under each other, each with a menu, and a button for one more
 */
GtkWidget *prn_records_part (PrnInspectorPage *page, const char *path, const char *label);

/**
 * prn_member_part:
 * @page: a page
 * @path: the way to any member that applies
 *
 * Returns: (nullable): the field or part for that type of member
 */
GtkWidget *prn_member_part (PrnInspectorPage *page, const char *path);

/**
 * prn_page_build:
 * @page: a page
 * @box: an empty box
 *
 * Puts everything of what the page shows into the box.
 */
void prn_page_build (PrnInspectorPage *page, GtkBox *box);

/**
 * prn_page_shape:
 * @page: a page
 *
 * Returns: (transfer full): a text that is another one whenever the page must be made anew
 */
char *prn_page_shape (PrnInspectorPage *page);

G_END_DECLS
