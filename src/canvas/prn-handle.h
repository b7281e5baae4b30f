/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* The handles of a selected element: what of it can be dragged, and where. Without a display. */

typedef enum {
  PRN_HANDLE_NONE,
  PRN_HANDLE_LINK,   /* at a side of a stage: a trigger can be dragged out of it */
  PRN_HANDLE_CORNER, /* of a stage, note or frame: its size */
  PRN_HANDLE_END,    /* of a trigger */
  PRN_HANDLE_BEND,   /* a bend point of a trigger */
  PRN_HANDLE_WAY,    /* the middle of a run of a trigger: a bend point to be */
} PrnHandleKind;

/**
 * PrnHandle:
 * @kind: what it does
 * @id: (transfer none): the element it belongs to
 * @side: link: which side
 * @index: corner: 0 to 3, clockwise from the top left; end: 0 where it comes from, 1 where it
 *   leads to; bend: which bend point; way: where among the bend points a new one would stand
 * @x: where it is, in pixels of the view
 * @y: the same downwards
 */
typedef struct {
  PrnHandleKind kind;
  const char *id;
  PrnSide side;
  guint index;
  double x, y;
} PrnHandle;

/**
 * prn_handles_of_stage:
 * @handles: (element-type PrnHandle): where they are appended
 * @viewport: what is in view
 * @id: a stage
 * @card: where it is, in map units
 *
 * Appends a handle for a trigger at each side.
 */
void prn_handles_of_stage (GArray *handles, const PrnViewport *viewport, const char *id,
                           const PrnRectangle *card);

/**
 * prn_handles_of_box:
 * @handles: (element-type PrnHandle): where they are appended
 * @viewport: what is in view
 * @id: a stage, note or frame
 * @box: where it is, in map units
 *
 * Appends a handle for its size at each corner.
 */
void prn_handles_of_box (GArray *handles, const PrnViewport *viewport, const char *id,
                         const PrnRectangle *box);

/**
 * prn_handles_of_trigger:
 * @handles: (element-type PrnHandle): where they are appended
 * @viewport: what is in view
 * @trigger: a trigger
 * @line: its line, in map units
 * @label: where its label is, in map units
 *
 * Appends handles at its ends, at its bend points, and between them where a new one can be made,
 * but not on its label.
 */
void prn_handles_of_trigger (GArray *handles, const PrnViewport *viewport,
                             const PrnTrigger *trigger, const PrnLine *line,
                             const PrnRectangle *label);

/**
 * prn_handles_at:
 * @handles: (element-type PrnHandle): handles
 * @x: pixels from the left edge
 * @y: pixels from the top edge
 * @reach: pixels within which a handle is hit
 *
 * Returns: the nearest handle there, one of kind %PRN_HANDLE_NONE if there is none
 */
PrnHandle prn_handles_at (const GArray *handles, double x, double y, double reach);

/**
 * prn_handle_resized:
 * @corner: which corner is dragged, 0 to 3, clockwise from the top left
 * @box: the rectangle before it
 * @x: where the corner is to be
 * @y: the same downwards
 * @least_width: the least width it may have
 * @least_height: the least height
 *
 * Returns: the rectangle after it; the opposite corner stays
 */
PrnRectangle prn_handle_resized (guint corner, const PrnRectangle *box, double x, double y,
                                 double least_width, double least_height);

G_END_DECLS
