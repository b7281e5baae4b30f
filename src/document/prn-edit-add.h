/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* Edits that make something new. See prn-edit-place.h for what all edits have in common.
 *
 * Names are taken as they are given and the id is made of them. Nothing is made, and the map
 * itself returned, when the format's limits leave no room. */

/**
 * prn_edit_free_name:
 * @map: a map
 * @kind: what is to get a name
 * @name: the name it should have
 *
 * Returns: (transfer full): @name, or with a number at its end the first one that no element of
 *   @kind has: `Stage 2`
 */
char *prn_edit_free_name (PrnMap *map, PrnKind kind, const char *name);

/**
 * prn_edit_add_stage:
 * @map: a map
 * @name: its name
 * @x: where its middle is to be, in map units; it is put on the grid
 * @y: the same downwards
 * @phase: (nullable): the phase it belongs to
 * @id: (out) (optional) (transfer full) (nullable): the new stage
 *
 * Makes a stage of the usual size.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_stage (PrnMap *map, const char *name, double x, double y, const char *phase,
                            char **id);

/**
 * prn_edit_add_linked_stage:
 * @map: a map
 * @from: the stage it is linked from
 * @side: where of @from it is to be
 * @name: its name
 * @id: (out) (optional) (transfer full) (nullable): the new stage
 *
 * Makes a stage beside another, where there is room, in the same phase, and a trigger to it.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_linked_stage (PrnMap *map, const char *from, PrnSide side, const char *name,
                                   char **id);

/**
 * prn_edit_add_stage_from:
 * @map: a map
 * @from: the stage, or phase, it is linked from
 * @name: its name
 * @x: where its middle is to be, in map units; it is put on the grid
 * @y: the same downwards
 * @phase: (nullable): the phase it belongs to
 * @id: (out) (optional) (transfer full) (nullable): the new stage
 *
 * Makes a stage at a place, and a trigger to it.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_stage_from (PrnMap *map, const char *from, const char *name, double x,
                                 double y, const char *phase, char **id);

/**
 * prn_edit_connect:
 * @map: a map
 * @from: a stage, a phase or `*`
 * @to: a stage
 * @id: (out) (optional) (transfer full) (nullable): the new trigger
 *
 * Makes a trigger. There may be several from one stage to another, under different conditions.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_connect (PrnMap *map, const char *from, const char *to, char **id);

/**
 * prn_edit_add_event:
 * @map: a map
 * @stage: (nullable): where it is expected
 * @name: its name
 * @id: (out) (optional) (transfer full) (nullable): the new event
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_event (PrnMap *map, const char *stage, const char *name, char **id);

/**
 * prn_edit_add_phase:
 * @map: a map
 * @name: its name
 * @ids: (nullable) (array zero-terminated=1): stages that are to be in it
 * @id: (out) (optional) (transfer full) (nullable): the new phase
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_phase (PrnMap *map, const char *name, const char *const *ids, char **id);

/**
 * prn_edit_add_note:
 * @map: a map
 * @text: what it says
 * @x: where its middle is to be, in map units; it is put on the grid
 * @y: the same downwards
 * @about: (nullable): the element it hangs on
 * @id: (out) (optional) (transfer full) (nullable): the new note
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_note (PrnMap *map, const char *text, double x, double y, const char *about,
                           char **id);

/**
 * prn_edit_add_frame:
 * @map: a map
 * @name: its name
 * @box: what it frames, in map units; made as large as a frame must be
 * @id: (out) (optional) (transfer full) (nullable): the new frame
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_frame (PrnMap *map, const char *name, const PrnRectangle *box, char **id);

G_END_DECLS
