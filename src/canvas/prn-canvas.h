/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-document.h"
#include "prn-scene.h"
#include "prn-selection.h"

G_BEGIN_DECLS

#define PRN_TYPE_CANVAS (prn_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PrnCanvas, prn_canvas, PRN, CANVAS, GtkWidget)

/* The map on the screen: a scrollable widget that shows a scene through a viewport.
 *
 * Wheel scrolls, Shift+wheel sideways, Ctrl+wheel and pinch zoom about the pointer, Space+drag and
 * the middle button pan; a click selects, with Shift or Ctrl more. Every item of the scene is an
 * accessible child.
 *
 * With a document the map can be changed by hand. Everything that can be done so is an action of
 * the class with the prefix `canvas`, and most have keys, which act only while the canvas has the
 * focus. Each edit is one step of the document with a name of its own; whoever made the document's
 * scene makes the next one when the document changes.
 *
 * Properties: `selected` (string, nullable: id of the primary selected element), `zoom` (double,
 * read-only). */

/**
 * prn_canvas_new:
 *
 * Returns: a canvas that shows nothing; put it into a GtkScrolledWindow
 */
GtkWidget *prn_canvas_new (void);

/**
 * prn_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): what to show
 *
 * Shows a scene. Zoom and place stay as they are unless nothing was shown before: then the whole
 * map is fitted into view. It stays fitted, whatever size the view gets, until somebody moves the
 * view or edits the map.
 */
void prn_canvas_set_scene (PrnCanvas *self, PrnScene *scene);

/**
 * prn_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is shown
 */
PrnScene *prn_canvas_get_scene (PrnCanvas *self);

/**
 * prn_canvas_set_document:
 * @self: a canvas
 * @document: (nullable): what edits go to; %NULL: nothing can be changed
 */
void prn_canvas_set_document (PrnCanvas *self, PrnDocument *document);

/**
 * prn_canvas_set_editable:
 * @self: a canvas
 * @editable: whether the document may be changed here, as it may at first
 */
void prn_canvas_set_editable (PrnCanvas *self, gboolean editable);

/**
 * prn_canvas_offer_ready:
 * @self: a canvas
 * @trigger: the trigger that is selected
 *
 * Offers the conditions that are ready for a trigger just made, beside it, until one is taken or
 * something else is selected.
 */
void prn_canvas_offer_ready (PrnCanvas *self, const char *trigger);

/**
 * prn_canvas_settle:
 * @self: a canvas
 *
 * Takes the name that is being typed, if there is one: the document is about to be saved or closed.
 */
void prn_canvas_settle (PrnCanvas *self);

/**
 * prn_canvas_can:
 * @self: a canvas
 * @action: the name of an action: `canvas.delete`
 *
 * Returns: whether the action makes sense now
 */
gboolean prn_canvas_can (PrnCanvas *self, const char *action);

/**
 * prn_canvas_set_habits:
 * @self: a canvas
 * @wheel_zooms: whether the wheel zooms by itself, and scrolls with Ctrl; not so at first
 * @grid: whether what is dragged is put on the grid, as it is at first
 *
 * Does things as the user is used to.
 */
void prn_canvas_set_habits (PrnCanvas *self, gboolean wheel_zooms, gboolean grid);

/**
 * prn_canvas_set_menu:
 * @self: a canvas
 * @menu: (nullable): the context menu, of actions `canvas.…` and others; items with the attribute
 *   `hidden-when` are shown only where they make sense
 */
void prn_canvas_set_menu (PrnCanvas *self, GMenuModel *menu);

/**
 * prn_canvas_get_selection:
 * @self: a canvas
 *
 * Returns: (transfer none): what is selected
 */
PrnSelection *prn_canvas_get_selection (PrnCanvas *self);

/**
 * prn_canvas_set_theme:
 * @self: a canvas
 * @theme: the theme the scene was made with; the ground has its colour
 */
void prn_canvas_set_theme (PrnCanvas *self, PrnThemeKind theme);

/**
 * prn_canvas_set_selected:
 * @self: a canvas
 * @id: (nullable): id of an element
 *
 * Selects one element, or nothing; the one that is the primary one already stays so, among others.
 */
void prn_canvas_set_selected (PrnCanvas *self, const char *id);

/**
 * prn_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): id of the selected element
 */
const char *prn_canvas_get_selected (PrnCanvas *self);

/**
 * prn_canvas_reveal:
 * @self: a canvas
 * @id: id of an element
 *
 * Scrolls as little as is needed for the element to be in view.
 */
void prn_canvas_reveal (PrnCanvas *self, const char *id);

/**
 * prn_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: the zoom; 1 shows one map unit as one pixel
 */
double prn_canvas_get_zoom (PrnCanvas *self);

/**
 * prn_canvas_zoom_by:
 * @self: a canvas
 * @factor: above 1 comes closer
 *
 * Zooms about the middle of the view, within 0.05 and 16.
 */
void prn_canvas_zoom_by (PrnCanvas *self, double factor);

/**
 * prn_canvas_zoom_to:
 * @self: a canvas
 * @zoom: 1 for 100 %
 *
 * Sets the zoom, the middle of the view staying where it is.
 */
void prn_canvas_zoom_to (PrnCanvas *self, double zoom);

/**
 * prn_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole map, at most at 100 %.
 */
void prn_canvas_zoom_to_fit (PrnCanvas *self);

/**
 * prn_canvas_zoom_to_selection:
 * @self: a canvas
 *
 * Shows the selected element as large as it gets, at most at 200 %; without one the whole map.
 */
void prn_canvas_zoom_to_selection (PrnCanvas *self);

G_END_DECLS
