/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-document.h"
#include "prn-findings.h"
#include "prn-job.h"
#include "prn-zoom.h"

G_BEGIN_DECLS

#define PRN_TYPE_MAP_PAGE (prn_map_page_get_type ())
G_DECLARE_FINAL_TYPE (PrnMapPage, prn_map_page, PRN, MAP_PAGE, AdwBin)

/* A map on the canvas, with the panel of the mode beside it.
 *
 * Properties: `mode` (string: `draw` or `data`), `show-panel` (boolean),
 * `selected` (string, nullable: id of the selected element), `job` (read-only, nullable: a large map
 * being laid out). */

/* Returns: a page without a map */
GtkWidget *prn_map_page_new (void);

/**
 * prn_map_page_set_document:
 * @self: a page
 * @document: what to show; findings of another map are dropped
 *
 * Shows a document.
 */
void prn_map_page_set_document (PrnMapPage *self, PrnDocument *document);

/**
 * prn_map_page_set_tab_view:
 * @self: a page
 * @view: the view it is a tab of
 *
 * Shows the tabs under the header, as soon as there are two.
 */
void prn_map_page_set_tab_view (PrnMapPage *self, AdwTabView *view);

/**
 * prn_map_page_set_findings:
 * @self: a page
 * @findings: (nullable): what a replay found
 *
 * Shows the numbers of a replay in the mode `data`.
 */
void prn_map_page_set_findings (PrnMapPage *self, PrnFindings *findings);

/**
 * prn_map_page_set_log_name:
 * @self: a page
 * @log_name: (nullable): what the log at hand is called
 *
 * Tells which log there is to be replayed, or was.
 */
void prn_map_page_set_log_name (PrnMapPage *self, const char *log_name);

/* The mode: `draw` or `data`. */
void prn_map_page_set_mode (PrnMapPage *self, const char *mode);
const char *prn_map_page_get_mode (PrnMapPage *self);

/**
 * prn_map_page_get_sides:
 * @self: a page
 * @start: (out): pixels
 * @end: (out): pixels
 *
 * Tells how wide the panels beside the map are; `show-panel` is notified when that changes.
 */
void prn_map_page_get_sides (PrnMapPage *self, int *start, int *end);

/* Takes what is being typed on the canvas: the document is about to be saved or closed. */
void prn_map_page_settle (PrnMapPage *self);

/* Gives the canvas the focus, so that its keys work at once. */
void prn_map_page_focus (PrnMapPage *self);

/* (nullable): what is going on now. */
PrnJob *prn_map_page_get_job (PrnMapPage *self);

/* (nullable): id of the selected element. */
const char *prn_map_page_get_selected (PrnMapPage *self);

/* Selects an element, on the canvas and in the panels, and brings it into view. */
void prn_map_page_go_to (PrnMapPage *self, const char *id);

/* Opens the left side: the problems, or the outline with the focus in its search. */
void prn_map_page_find (PrnMapPage *self, gboolean problems);

/* Gives the focus to the first field of what is selected, or of the map. */
void prn_map_page_inspect (PrnMapPage *self);

/* Makes an element of a kind (`segment`) and gives the focus to its first field. */
void prn_map_page_add (PrnMapPage *self, const char *kind);

/* The widget that has the actions with the prefix `canvas`. */
GtkWidget *prn_map_page_get_canvas (PrnMapPage *self);

/**
 * prn_map_page_zoom:
 * @self: a page
 * @zoom: how
 *
 * Changes what of the map is in view.
 */
void prn_map_page_zoom (PrnMapPage *self, PrnZoom zoom);

G_END_DECLS
