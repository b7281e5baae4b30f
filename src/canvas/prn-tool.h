/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-canvas.h"
#include "prn-handle.h"

G_BEGIN_DECLS

/* A tool is what a drag does: one gesture in one file. When a drag begins, the tools are asked in
 * the order of the table in prn-tool-drag.c, and the first that takes it gets the rest of it. */

/**
 * PrnPress:
 * @x: where the button went down, in pixels of the view
 * @y: the same downwards
 * @map_x: the same in map units
 * @map_y: the same in map units
 * @item: (nullable): what is there
 * @handle: the handle that is there, if any
 * @modifiers: the keys that were held
 * @touch: it is a finger
 */
typedef struct {
  double x, y;
  double map_x, map_y;
  const PrnItem *item;
  PrnHandle handle;
  GdkModifierType modifiers;
  gboolean touch;
} PrnPress;

/**
 * PrnDrag:
 * @x: where the pointer is now, in pixels of the view
 * @y: the same downwards
 * @map_x: the same in map units
 * @map_y: the same in map units
 * @dx: how far it has gone, in map units
 * @dy: the same downwards
 * @modifiers: the keys that are held
 */
typedef struct {
  double x, y;
  double map_x, map_y;
  double dx, dy;
  GdkModifierType modifiers;
} PrnDrag;

/**
 * PrnTool:
 * @cursor: (nullable): how the pointer looks meanwhile
 * @moves_view: it scrolls by itself: at the edge of the view nothing more does
 * @hides_selection: what is selected is drawn by @snapshot meanwhile
 * @begin: returns the state of the drag, %NULL when it is not this tool's
 * @update: the pointer has moved
 * @drop: the button was released
 * @snapshot: (nullable): draws on top of the map, in pixels of the view
 * @cancel: (nullable): the drag was broken off
 * @free: frees the state
 */
typedef struct {
  const char *cursor;
  gboolean moves_view;
  gboolean hides_selection;
  gpointer (*begin) (PrnCanvas *canvas, const PrnPress *press);
  void (*update) (PrnCanvas *canvas, gpointer state, const PrnDrag *drag);
  void (*drop) (PrnCanvas *canvas, gpointer state);
  void (*snapshot) (PrnCanvas *canvas, gpointer state, GtkSnapshot *snapshot);
  void (*cancel) (PrnCanvas *canvas, gpointer state);
  GDestroyNotify free;
} PrnTool;

extern const PrnTool prn_tool_link;   /* a trigger out of the side of a stage */
extern const PrnTool prn_tool_rewire; /* an end of a trigger elsewhere */
extern const PrnTool prn_tool_bend;   /* bend points */
extern const PrnTool prn_tool_resize; /* a corner */
extern const PrnTool prn_tool_chip;   /* an event to another stage */
extern const PrnTool prn_tool_move;   /* what is selected, or a copy of it */
extern const PrnTool prn_tool_swipe;  /* a finger on the ground moves the view */
extern const PrnTool prn_tool_band;   /* a rectangle on the ground selects */

G_END_DECLS
