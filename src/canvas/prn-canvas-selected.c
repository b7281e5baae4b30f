/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* What is selected: of the document, or of the scene where there is none. */

static gboolean
can_be_selected (const char *id, gpointer data)
{
  PrnCanvas *self = data;

  if (self->document != NULL)
    return prn_map_lookup (prn_document_get_map (self->document), id) != NULL;
  return prn_canvas_find (self, id) != NULL;
}

void
prn_canvas_drop_selected (PrnCanvas *self)
{
  prn_selection_retain (self->selection, can_be_selected, self);
}

void
prn_canvas_set_selected (PrnCanvas *self, const char *id)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  /* What is the primary one already stays so, among others. */
  if (id != NULL && g_strcmp0 (id, prn_selection_get_primary (self->selection)) == 0)
    return;
  prn_selection_set_one (self->selection, id != NULL && can_be_selected (id, self) ? id : NULL);
}

const char *
prn_canvas_get_selected (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), NULL);

  return prn_selection_get_primary (self->selection);
}

PrnSelection *
prn_canvas_get_selection (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), NULL);

  return self->selection;
}
