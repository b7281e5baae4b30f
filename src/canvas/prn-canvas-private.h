/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"
#include "prn-creation.h"
#include "prn-scroller.h"
#include "prn-tiles.h"
#include "prn-tool.h"
#include "prn-transition.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* The canvas's parts, shared by prn-canvas.c (the widget), prn-canvas-scene.c (what is shown),
 * prn-canvas-selected.c, prn-canvas-view.c (what is in view), prn-canvas-draw.c (what is on top of
 * the tiles), prn-canvas-lines.c (what is found while the rest is seen), prn-canvas-edit.c (the
 * document) and prn-canvas-actions.c (commands); and what its tools may do with it. */
struct _PrnCanvas {
  GtkWidget parent_instance;

  PrnScene *scene;
  gboolean show_minimap;
  PrnTransition *transition; /* from one layout to another, or NULL */
  PrnThemeKind theme;
  PrnTiles *tiles;
  GtkWidget *layer;

  PrnDocument *document; /* nullable */
  gboolean editable;
  PrnSelection *selection;
  gboolean wheel_zooms; /* without Ctrl; with it the wheel scrolls then */
  gboolean off_grid;    /* nothing is put on the grid */
  GHashTable *locked; /* ids of what cannot be changed by hand */
  char *hovered;
  char *offered; /* the stage that shows its handles though it is not selected */

  PrnViewport viewport;
  gboolean fit_pending; /* show the whole map as soon as the size is known */
  gboolean fitted;      /* the whole map was fitted into view, and nobody has moved it since */
  guint tick;
  GCancellable *settling; /* of the search for lines that goes on, or NULL */

  const PrnTool *tool; /* the gesture that goes on, or NULL */
  gpointer tool_state;
  GtkWidget *name_editor; /* nullable */
  GtkWidget *spare_editor; /* one that is closed, to be opened again; nullable */
  GtkWidget *context_menu; /* nullable */
  GtkWidget *ready_bubble; /* nullable */
  char *ready_for; /* the trigger it is beside; nullable: it is hidden */
  double pointer_x, pointer_y; /* where it was last, in pixels of the view; NaN: not over us */

  PrnScroller *scroller;
  GtkScrollablePolicy hscroll_policy, vscroll_policy;
};

/* Pixels around a line within which it is hit. */
#define PRN_CANVAS_TOLERANCE 8

/**
 * prn_canvas_viewport:
 * @self: a canvas
 *
 * Returns: (transfer none): what is in view
 */
const PrnViewport *prn_canvas_viewport (PrnCanvas *self);

/* What is in view has changed; the zoom was @old_zoom. */
void prn_canvas_view_changed (PrnCanvas *self, double old_zoom);

/**
 * prn_canvas_zoom_about:
 * @self: a canvas
 * @x: pixels from the left edge
 * @y: pixels from the top edge
 * @zoom: the new zoom
 */
void prn_canvas_zoom_about (PrnCanvas *self, double x, double y, double zoom);

/**
 * prn_canvas_hold:
 * @self: a canvas
 * @x: map unit
 * @y: map unit
 * @view_x: pixels from the left edge
 * @view_y: pixels from the top edge
 * @zoom: the new zoom
 *
 * Brings a place of the map under a pixel.
 */
void prn_canvas_hold (PrnCanvas *self, double x, double y, double view_x, double view_y,
                      double zoom);

/**
 * prn_canvas_scroll_to:
 * @self: a canvas
 * @x: map unit at the left edge
 * @y: map unit at the top edge
 */
void prn_canvas_scroll_to (PrnCanvas *self, double x, double y);

/**
 * prn_canvas_item_at:
 * @self: a canvas
 * @x: pixels from the left edge
 * @y: pixels from the top edge
 *
 * Returns: (transfer none) (nullable): the topmost item there, with a tolerance fit for a finger
 *   or a mouse
 */
const PrnItem *prn_canvas_item_at (PrnCanvas *self, double x, double y);

/**
 * prn_canvas_find:
 * @self: a canvas
 * @id: (nullable): id of an element
 *
 * Returns: (transfer none) (nullable): its item in the scene
 */
const PrnItem *prn_canvas_find (PrnCanvas *self, const char *id);

/**
 * prn_canvas_set_hovered:
 * @self: a canvas
 * @item: (nullable): the item the pointer is over
 */
void prn_canvas_set_hovered (PrnCanvas *self, const PrnItem *item);

/* Takes out of the selection what is no more. */
void prn_canvas_drop_selected (PrnCanvas *self);

/**
 * prn_canvas_handles:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type PrnHandle): the handles there are now
 */
GArray *prn_canvas_handles (PrnCanvas *self);

/* prn-canvas-lines.c: begins to find the lines that were left undone in haste, unless that goes on
 * already or a gesture does. When there are too many, whoever made the scene makes another. */
void prn_canvas_find_lines (PrnCanvas *self);

/* What is being found is of no use any more. */
void prn_canvas_forget_lines (PrnCanvas *self);

/* prn-canvas-draw.c: all that is drawn. */
void prn_canvas_draw (PrnCanvas *self, GtkSnapshot *snapshot);

/**
 * prn_canvas_is_editable:
 * @self: a canvas
 *
 * Returns: whether there is a document that may be changed here
 */
gboolean prn_canvas_is_editable (PrnCanvas *self);

/**
 * prn_canvas_get_map:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the map of the document, or of the scene without one
 */
PrnMap *prn_canvas_get_map (PrnCanvas *self);

/**
 * prn_canvas_apply:
 * @self: a canvas that is editable
 * @map: (transfer full): what an edit returned
 * @name: what the step is called, translated
 * @join: (nullable): what the step is a part of
 *
 * Makes a step. Without @join it stands alone.
 *
 * Returns: whether the document shows @map now
 */
gboolean prn_canvas_apply (PrnCanvas *self, PrnMap *map, const char *name, const char *join);

/**
 * prn_canvas_free_ids:
 * @self: a canvas
 *
 * Returns: (transfer container): what is selected and not locked, ending with %NULL; the ids are
 *   the selection's
 */
GPtrArray *prn_canvas_free_ids (PrnCanvas *self);

/**
 * prn_canvas_phase_at:
 * @self: a canvas
 * @x: map unit
 * @y: map unit
 *
 * Returns: (transfer none) (nullable): the phase the band of which is there
 */
const char *prn_canvas_phase_at (PrnCanvas *self, double x, double y);

/**
 * prn_canvas_create:
 * @self: a canvas that is editable
 * @creation: (transfer full): what is made, under a name of the program's
 *
 * Makes an element, selects it and lets the user type its name, all of it one step.
 */
void prn_canvas_create (PrnCanvas *self, PrnCreation *creation);

/**
 * prn_canvas_set_name:
 * @self: a canvas that is editable
 * @id: an element
 * @name: what it is to be called
 * @before: what it was called
 *
 * Renames an element. A trigger that had no name gets an id made of it, see prn_edit_id_by_name().
 */
void prn_canvas_set_name (PrnCanvas *self, const char *id, const char *name, const char *before);

/**
 * prn_canvas_name_created:
 * @self: a canvas
 * @creation: what was made last
 * @unnamed: the id it has got
 * @name: what it is to be called
 *
 * Makes it again under that name, in the same step, and ends the step; when the map has changed
 * since, it is renamed.
 */
void prn_canvas_name_created (PrnCanvas *self, const PrnCreation *creation, const char *unnamed,
                              const char *name);

/* Takes back what was made last, as if it had not been. */
void prn_canvas_forget_created (PrnCanvas *self);

/**
 * prn_canvas_rename:
 * @self: a canvas
 * @id: an element that is in the scene
 *
 * Lets the user type its name in place.
 */
void prn_canvas_rename (PrnCanvas *self, const char *id);

/* Where a new element is put that nobody has pointed a place out for: the pointer if it is over
 * the canvas, else the middle of the view. In map units. */
PrnSpot prn_canvas_new_spot (PrnCanvas *self);

/**
 * prn_canvas_take_ready:
 * @self: a canvas that is editable
 * @index: which of the conditions that are ready for the selected trigger
 *
 * Gives the trigger its condition.
 */
void prn_canvas_take_ready (PrnCanvas *self, guint index);

/* Breaks off the gesture that goes on.
 *
 * Returns: whether there was one */
gboolean prn_canvas_cancel_tool (PrnCanvas *self);

/* Installs the commands as actions of the class, with their keys. */
void prn_canvas_install_actions (GtkWidgetClass *widget_class);

/* Enables the commands that make sense now. */
void prn_canvas_update_actions (PrnCanvas *self);

/* prn-canvas-clipboard.c */
void prn_canvas_copy (PrnCanvas *self);
void prn_canvas_paste (PrnCanvas *self);

/* prn-canvas-menu.c: opens the context menu at a point of the view. */
void prn_canvas_popup_menu (PrnCanvas *self, double x, double y);

/* Space+drag and the middle button move the view. */
void prn_tool_pan_attach (PrnCanvas *canvas);

/* Ctrl+wheel and pinch zoom about the pointer. */
void prn_tool_zoom_attach (PrnCanvas *canvas);

/* A click selects, with Shift or Ctrl more; a double click names or makes a stage; the pointer
 * highlights. */
void prn_tool_select_attach (PrnCanvas *canvas);

/* A drag with the first button, or a finger: whichever of the tools of prn-tool.h it fits. */
void prn_tool_drag_attach (PrnCanvas *canvas);

/* The context menu: right button, long press. */
void prn_tool_menu_attach (PrnCanvas *canvas);

/* Arrows scroll when nothing is to be nudged; Alt+arrow walks from the selected stage. */
void prn_tool_walk_attach (PrnCanvas *canvas);

/* Tells, by the signal `view-changed`, that another part of the map or another map is in view. */
void prn_canvas_tell_view (PrnCanvas *self);

G_END_DECLS
