/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

#define PRN_TYPE_INSPECTOR_PAGE (prn_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (PrnInspectorPage, prn_inspector_page, PRN, INSPECTOR_PAGE, AdwBin)

/* Everything that can be set of one element, made from the tables of the schema.
 *
 * While values change the fields show them; when the shape changes (a list gets longer, a condition
 * becomes another kind) the page is made anew, and the focus goes to the field it was in.
 *
 * What buttons on it do are its actions: `item.add`, `item.remove`, `item.up`, `item.down`,
 * `member.set`, `page.go-to`, and those of conditions. Their parameters are ways to members. */

/* What is shown besides elements, where an id is asked for. */
#define PRN_SHOWN_MAP        ":map"
#define PRN_SHOWN_POPULATION ":population"

/**
 * prn_inspector_page_new:
 * @document: a document
 * @shown: id of an element of it, %PRN_SHOWN_MAP or %PRN_SHOWN_POPULATION
 * @before: (nullable): the page shown before; what is unfolded there is so here
 *
 * Returns: the page
 */
GtkWidget *prn_inspector_page_new (PrnDocument *document, const char *shown,
                                   PrnInspectorPage *before);

/* What is edited; its signal `go-to` asks to show another element. */
PrnEditing *prn_inspector_page_get_editing (PrnInspectorPage *self);

/* What is shown: an id, %PRN_SHOWN_MAP or %PRN_SHOWN_POPULATION. */
const char *prn_inspector_page_get_shown (PrnInspectorPage *self);

/* Shows the map as it is now. */
void prn_inspector_page_update (PrnInspectorPage *self);

/* Typing into a field has come to an end: what others refuse may be good now. */
void prn_inspector_page_retry (PrnInspectorPage *self);

/**
 * prn_inspector_page_find:
 * @self: a page
 * @path: the way to a member, or to something in or around it
 *
 * Returns: (nullable): the field for it, or the nearest to it
 */
PrnField *prn_inspector_page_find (PrnInspectorPage *self, const char *path);

/* How many fields there are, and one of them, in the order of the page. */
guint prn_inspector_page_n_fields (PrnInspectorPage *self);
PrnField *prn_inspector_page_nth_field (PrnInspectorPage *self, guint index);

/* For the parts of a page: */

/**
 * prn_page_field:
 * @self: a page
 * @path: the way to a member that applies
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Returns: (nullable): a field that the page keeps up to date
 */
GtkWidget *prn_page_field (PrnInspectorPage *self, const char *path, const char *label);

/* The same, as a word of a sentence. */
GtkWidget *prn_page_inline_field (PrnInspectorPage *self, const char *path, const char *label);

/* Keeps a field up to date from now on. */
void prn_page_keep (PrnInspectorPage *self, PrnField *field);

/**
 * prn_page_focus_next:
 * @self: a page whose element was just changed
 * @path: the way to a member
 * @part: (nullable): a control marked so; %NULL for the field
 *
 * Gives the focus to a control, of the page made anew if the change makes it so. Else the focus
 * stays where it is.
 */
void prn_page_focus_next (PrnInspectorPage *self, const char *path, const char *part);

/**
 * prn_page_fold:
 * @self: a page
 * @title: what is in it
 * @content: what is shown when it is open
 *
 * Returns: a fold; it is open on this page and the next ones if the user opens it
 */
GtkWidget *prn_page_fold (PrnInspectorPage *self, const char *title, GtkWidget *content);

/* Says in passing why something was not done. */
void prn_page_tell (PrnInspectorPage *self, const char *message);

G_END_DECLS
