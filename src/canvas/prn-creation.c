/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-creation.h"

#include <glib/gi18n-lib.h>

#include "prn-edit.h"

/* By kind of creation: what comes into being, what it is called first, what the step is called. */
static const struct {
  PrnKind kind;
  const char *name;
  const char *step;
} kinds[] = {
  [PRN_CREATION_STAGE] = { PRN_KIND_STAGE, N_("Stage"), N_("New Stage") },
  [PRN_CREATION_LINKED] = { PRN_KIND_STAGE, N_("Stage"), N_("New Linked Stage") },
  [PRN_CREATION_LED_TO] = { PRN_KIND_STAGE, N_("Stage"), N_("New Linked Stage") },
  [PRN_CREATION_EVENT] = { PRN_KIND_EVENT, N_("Event"), N_("New Event") },
  [PRN_CREATION_PHASE] = { PRN_KIND_PHASE, N_("Phase"), N_("New Phase") },
  [PRN_CREATION_NOTE] = { PRN_KIND_NOTE, N_("Note"), N_("New Note") },
  [PRN_CREATION_FRAME] = { PRN_KIND_FRAME, N_("Frame"), N_("New Frame") },
};

PrnCreation *
prn_creation_new (PrnCreationKind kind, PrnMap *before)
{
  PrnCreation *self = g_new0 (PrnCreation, 1);

  self->kind = kind;
  self->before = prn_map_ref (before);
  return self;
}

void
prn_creation_free (PrnCreation *self)
{
  prn_map_unref (self->before);
  g_clear_pointer (&self->made, prn_map_unref);
  g_free (self->other);
  g_free (self->phase);
  g_strfreev (self->others);
  g_free (self);
}

PrnMap *
prn_creation_make (const PrnCreation *self, const char *name, char **id)
{
  PrnMap *map = self->before;
  g_autofree char *own = name != NULL ? NULL
                                      : prn_edit_free_name (map, kinds[self->kind].kind,
                                                            _(kinds[self->kind].name));
  double x = self->box.x, y = self->box.y;

  if (name == NULL)
    name = own;
  switch (self->kind) {
  case PRN_CREATION_STAGE:
    return prn_edit_add_stage (map, name, x, y, self->phase, id);
  case PRN_CREATION_LINKED:
    return prn_edit_add_linked_stage (map, self->other, self->side, name, id);
  case PRN_CREATION_LED_TO:
    return prn_edit_add_stage_from (map, self->other, name, x, y, self->phase, id);
  case PRN_CREATION_EVENT:
    return prn_edit_add_event (map, self->other, name, id);
  case PRN_CREATION_PHASE:
    return prn_edit_add_phase (map, name, (const char *const *) self->others, id);
  case PRN_CREATION_NOTE:
    return prn_edit_add_note (map, name, x, y, self->other, id);
  case PRN_CREATION_FRAME:
  default:
    return prn_edit_add_frame (map, name, &self->box, id);
  }
}

const char *
prn_creation_step (const PrnCreation *self)
{
  return _(kinds[self->kind].step);
}
