/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* Something new that is not named yet. It is made at once, under a name of the program's, and once
 * more under the name that was typed, because an id is made of the first name an element has. */

typedef enum {
  PRN_CREATION_STAGE,  /* a stage at a point */
  PRN_CREATION_LINKED, /* a stage beside another, and a trigger to it */
  PRN_CREATION_LED_TO, /* a stage at a point, and a trigger to it */
  PRN_CREATION_EVENT,  /* an event of a stage */
  PRN_CREATION_PHASE,  /* a phase around stages */
  PRN_CREATION_NOTE,   /* a note at a point */
  PRN_CREATION_FRAME,  /* a frame */
} PrnCreationKind;

/**
 * PrnCreation:
 * @kind: what is made
 * @before: the map without it
 * @other: (nullable): linked, led to: where from; event: its stage; note: what it is about
 * @phase: (nullable): stage, led to: the phase it is in
 * @others: (nullable): phase: its stages
 * @side: linked: where of @other
 * @box: the point, in map units; a frame's rectangle
 * @made: (nullable): the map it was put into under a name of the program's
 */
typedef struct {
  PrnCreationKind kind;
  PrnMap *before;
  char *other;
  char *phase;
  char **others;
  PrnSide side;
  PrnRectangle box;
  PrnMap *made;
} PrnCreation;

/**
 * prn_creation_new:
 * @kind: what is made
 * @before: the map without it
 *
 * Returns: (transfer full): a creation, the other members of which are to be set
 */
PrnCreation *prn_creation_new (PrnCreationKind kind, PrnMap *before);
void prn_creation_free (PrnCreation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCreation, prn_creation_free)

/**
 * prn_creation_make:
 * @self: a creation
 * @name: (nullable): what it is called; %NULL for a name of the program's
 * @id: (out) (transfer full) (nullable): the new element
 *
 * Returns: (transfer full): the map with it, or the one before it when it cannot be made
 */
PrnMap *prn_creation_make (const PrnCreation *self, const char *name, char **id);

/**
 * prn_creation_step:
 * @self: a creation
 *
 * Returns: what the step is called, translated: `New Stage`
 */
const char *prn_creation_step (const PrnCreation *self);

G_END_DECLS
