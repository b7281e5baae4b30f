/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-scene.h"

G_BEGIN_DECLS

/* Edits of where things are.
 *
 * All edits are pure functions on maps: the map given is not touched, and it is
 * itself returned when the edit changes nothing, because there is nothing to
 * do or what was asked for makes no sense. What they return is a map that the loader takes. A
 * stage that had no place gets the one it is shown at. */

typedef enum {
  PRN_ALIGN_LEFT,
  PRN_ALIGN_CENTRE,
  PRN_ALIGN_RIGHT,
  PRN_ALIGN_TOP,
  PRN_ALIGN_MIDDLE,
  PRN_ALIGN_BOTTOM,
} PrnAlign;

/**
 * prn_edit_get_box:
 * @element: any element
 * @box: (out): where it is, if it is somewhere
 *
 * Returns: whether it is a stage, note or frame with a place
 */
gboolean prn_edit_get_box (gconstpointer element, PrnRectangle *box);

/**
 * prn_edit_move:
 * @map: a map
 * @ids: (array zero-terminated=1): stages, notes, frames and phases, which take their stages along
 * @dx: map units to the right
 * @dy: map units down
 *
 * Moves elements. A note that hangs on a stage goes with it; so do the bend points of a trigger
 * both ends of which move.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_move (PrnMap *map, const char *const *ids, double dx, double dy);

/**
 * prn_edit_resize:
 * @map: a map
 * @id: a stage, note or frame
 * @box: where it is to be, in map units; made as large as its kind must be
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_resize (PrnMap *map, const char *id, const PrnRectangle *box);

/**
 * prn_edit_least_size:
 * @kind: what is resized
 * @width: (out): the least width, in map units
 * @height: (out): the least height
 */
void prn_edit_least_size (PrnKind kind, double *width, double *height);

/**
 * prn_edit_align:
 * @map: a map
 * @ids: (array zero-terminated=1): at least two stages, notes or frames
 * @align: which edge or middle of the rectangle around them they are put at
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_align (PrnMap *map, const char *const *ids, PrnAlign align);

/**
 * prn_edit_distribute:
 * @map: a map
 * @ids: (array zero-terminated=1): at least three stages, notes or frames
 * @across: from left to right; otherwise from top to bottom
 *
 * Makes the gaps between them alike, to a map unit; the first and the last one stay.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_distribute (PrnMap *map, const char *const *ids, gboolean across);

/**
 * prn_edit_lay_out:
 * @map: a map
 *
 * Places every stage anew as prn_layout() does.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_lay_out (PrnMap *map);

G_END_DECLS
