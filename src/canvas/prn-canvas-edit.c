/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-edit-id.h"
#include "prn-edit.h"
#include "prn-name-editor.h"
#include "prn-ready-bubble.h"

/* How edits get into the document. */

static void
document_changed_cb (PrnCanvas *self)
{
  prn_canvas_drop_selected (self);
  prn_canvas_update_actions (self);
  prn_ready_bubble_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
prn_canvas_set_document (PrnCanvas *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (document == self->document)
    return;

  prn_canvas_cancel_tool (self);
  if (self->name_editor != NULL)
    prn_name_editor_commit (PRN_NAME_EDITOR (self->name_editor));
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  g_set_object (&self->document, document);
  g_hash_table_remove_all (self->locked);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

void
prn_canvas_set_editable (PrnCanvas *self, gboolean editable)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (editable == self->editable)
    return;

  prn_canvas_cancel_tool (self);
  if (self->name_editor != NULL)
    prn_name_editor_commit (PRN_NAME_EDITOR (self->name_editor));
  self->editable = editable;
  prn_canvas_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
prn_canvas_is_editable (PrnCanvas *self)
{
  return self->editable && self->document != NULL && !prn_document_is_read_only (self->document);
}

PrnMap *
prn_canvas_get_map (PrnCanvas *self)
{
  if (self->document != NULL)
    return prn_document_get_map (self->document);
  return self->scene != NULL ? prn_scene_get_map (self->scene) : NULL;
}

gboolean
prn_canvas_apply (PrnCanvas *self, PrnMap *map, const char *name, const char *join)
{
  g_autoptr (PrnMap) taken = map;
  gboolean applied;

  g_return_val_if_fail (prn_canvas_is_editable (self), FALSE);

  applied = prn_document_apply (self->document, taken, name, join);
  if (join == NULL)
    prn_document_seal (self->document);
  return applied;
}

GPtrArray *
prn_canvas_free_ids (PrnCanvas *self)
{
  const char *const *ids = prn_selection_get_ids (self->selection);
  GPtrArray *free_ids = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->locked, ids[i]))
      g_ptr_array_add (free_ids, (gpointer) ids[i]);
  g_ptr_array_add (free_ids, NULL);
  return free_ids;
}

const char *
prn_canvas_phase_at (PrnCanvas *self, double x, double y)
{
  for (guint i = 0; self->scene != NULL && i < prn_scene_n_items (self->scene); i++) {
    const PrnItem *item = prn_scene_item (self->scene, i);

    if (item->kind == PRN_ITEM_PHASE && prn_rectangle_holds (&item->handle, x, y))
      return item->id;
  }
  return NULL;
}

/* The step of a creation, to be joined by the name that is typed. */
#define CREATION "creation"

void
prn_canvas_create (PrnCanvas *self, PrnCreation *creation)
{
  g_autoptr (PrnCreation) owned = creation;
  g_autofree char *id = NULL;
  PrnMap *made = prn_creation_make (owned, NULL, &id);

  prn_document_seal (self->document);
  if (id == NULL) {
    prn_map_unref (made);
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  if (!prn_canvas_apply (self, made, prn_creation_step (owned), CREATION))
    return;
  owned->made = prn_map_ref (prn_canvas_get_map (self));

  prn_canvas_set_selected (self, id);
  prn_canvas_reveal (self, id);
  prn_name_editor_open (self, id, g_steal_pointer (&owned));
}

void
prn_canvas_rename (PrnCanvas *self, const char *id)
{
  if (prn_canvas_is_editable (self) && !g_hash_table_contains (self->locked, id))
    prn_name_editor_open (self, id, NULL);
}

void
prn_canvas_set_name (PrnCanvas *self, const char *id, const char *name, const char *before)
{
  g_autoptr (PrnMap) renamed = prn_edit_rename (prn_canvas_get_map (self), id, name);
  g_autofree char *new_id =
      prn_edit_id_by_name (renamed, prn_document_get_base (self->document), id, before);

  if (new_id == NULL) {
    prn_canvas_apply (self, g_steal_pointer (&renamed), _("Rename"), NULL);
    return;
  }
  if (prn_canvas_apply (self, prn_edit_set_id (renamed, id, new_id, NULL), _("Rename"), NULL))
    prn_canvas_set_selected (self, new_id);
}

void
prn_canvas_name_created (PrnCanvas *self, const PrnCreation *creation, const char *unnamed,
                         const char *name)
{
  g_autofree char *id = NULL;
  PrnMap *made;

  if (!prn_canvas_is_editable (self))
    return;
  /* Something else has changed meanwhile: it must not be lost, so the element keeps its id. */
  if (prn_canvas_get_map (self) != creation->made) {
    prn_canvas_apply (self, prn_edit_rename (prn_canvas_get_map (self), unnamed, name),
                      _("Rename"), NULL);
    return;
  }
  made = prn_creation_make (creation, name, &id);
  if (id == NULL) {
    prn_map_unref (made);
    return;
  }
  prn_canvas_apply (self, made, prn_creation_step (creation), CREATION);
  prn_document_seal (self->document);
  prn_canvas_set_selected (self, id);
}

void
prn_canvas_forget_created (PrnCanvas *self)
{
  if (self->document != NULL)
    prn_document_cancel (self->document, CREATION);
}

PrnSpot
prn_canvas_new_spot (PrnCanvas *self)
{
  PrnSpot spot;
  double x = self->pointer_x, y = self->pointer_y;

  if (isnan (x) || isnan (y)) {
    x = self->viewport.width / 2;
    y = self->viewport.height / 2;
  }
  prn_viewport_to_map (&self->viewport, x, y, &spot.x, &spot.y);
  return spot;
}

void
prn_canvas_settle (PrnCanvas *self)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (self->name_editor != NULL)
    prn_name_editor_commit (PRN_NAME_EDITOR (self->name_editor));
}
