/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-document.h"
#include "prn-inspector-page.h"

G_BEGIN_DECLS

#define PRN_TYPE_INSPECTOR (prn_inspector_get_type ())
G_DECLARE_FINAL_TYPE (PrnInspector, prn_inspector, PRN, INSPECTOR, AdwBin)

/* What is selected, with everything that can be set of it; with nothing selected the map itself.
 *
 * Properties: `shown` (string: id of an element, %PRN_SHOWN_MAP or %PRN_SHOWN_POPULATION). The
 * signal `chosen` (string: an id) tells that the user went to another element from here, `left` that
 * he is done here, `new-id` (string: an id) that what is shown is about to have that id. */

/**
 * prn_inspector_new:
 *
 * Returns: an inspector of nothing
 */
GtkWidget *prn_inspector_new (void);

/**
 * prn_inspector_set_document:
 * @self: an inspector
 * @document: (nullable): the document
 *
 * Shows the map of a document, and follows it.
 */
void prn_inspector_set_document (PrnInspector *self, PrnDocument *document);

/**
 * prn_inspector_show:
 * @self: an inspector
 * @id: (nullable): id of an element, %PRN_SHOWN_MAP or %PRN_SHOWN_POPULATION; %NULL for the map
 *
 * Shows another element.
 */
void prn_inspector_show (PrnInspector *self, const char *id);

/* What is shown. */
const char *prn_inspector_get_shown (PrnInspector *self);

/* (nullable): the page shown. */
PrnInspectorPage *prn_inspector_get_page (PrnInspector *self);

/**
 * prn_inspector_focus:
 * @self: an inspector
 * @path: (nullable): the way to a member; %NULL for the first field
 *
 * Gives the focus to a field, with the folds around it open.
 */
void prn_inspector_focus (PrnInspector *self, const char *path);

G_END_DECLS
