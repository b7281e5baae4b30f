/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-inspector-page.h"
#include "prn-page-controls.h"
#include "prn-page-mark.h"

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

/* Gives the class the actions of its buttons. */
void prn_page_install_actions (GtkWidgetClass *page_class);

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

/* Words as they stand in a sentence. */
GtkWidget *prn_sentence_word (const char *text);

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
 * prn_page_group:
 * @page: a page
 * @page_box: the box of the page, or of a part of it
 * @title: what the group is called, "" for none
 * @folded: whether it is folded at first
 *
 * Returns: (transfer none): a box at the end of @page_box for what stands together
 */
GtkWidget *prn_page_group (PrnInspectorPage *page, GtkBox *page_box, const char *title,
                           gboolean folded);

/* To what is on no canvas, from the page of the map. */
void prn_page_add_map_links (PrnInspectorPage *page, GtkBox *box);

/* From a stage to its events and to the triggers that leave it, in the order they are asked. */
void prn_page_add_stage_links (PrnInspectorPage *page, GtkBox *box);

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
