/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-editing.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-id.h"
#include "prn-edit-member.h"
#include "prn-edit-new.h"
#include "prn-member-words.h"

struct _PrnEditing {
  GObject parent;

  PrnDocument *document;
  char *id;
};

G_DEFINE_TYPE (PrnEditing, prn_editing, G_TYPE_OBJECT)

enum {
  GO_TO,
  NEW_ID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
prn_editing_finalize (GObject *object)
{
  PrnEditing *self = PRN_EDITING (object);

  g_object_unref (self->document);
  g_free (self->id);

  G_OBJECT_CLASS (prn_editing_parent_class)->finalize (object);
}

static void
prn_editing_class_init (PrnEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_editing_finalize;

  signals[GO_TO] = g_signal_new ("go-to", PRN_TYPE_EDITING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_ID] = g_signal_new ("new-id", PRN_TYPE_EDITING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
prn_editing_init (PrnEditing *self)
{
}

PrnEditing *
prn_editing_new (PrnDocument *document, const char *id)
{
  PrnEditing *self = g_object_new (PRN_TYPE_EDITING, NULL);

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  return self;
}

PrnMap *
prn_editing_get_map (PrnEditing *self)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), NULL);

  return prn_document_get_map (self->document);
}

PrnDocument *
prn_editing_get_document (PrnEditing *self)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), NULL);

  return self->document;
}

const char *
prn_editing_get_id (PrnEditing *self)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), NULL);

  return self->id;
}

gboolean
prn_editing_find (PrnEditing *self, const char *path, PrnSlot *slot)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  return prn_slot_find_in_map (slot, prn_document_get_map (self->document), self->id, path);
}

static char *
step_name (PrnEditing *self, const PrnMember *member)
{
  g_autofree char *what = prn_member_words_lower (member);
  gconstpointer element =
      self->id != NULL ? prn_map_lookup (prn_editing_get_map (self), self->id) : NULL;

  if (element == NULL)
    return g_strdup_printf (_("Change %s"), what);
  return g_strdup_printf (_("Change %s of %s"), what, prn_element_label (element));
}

gboolean
prn_editing_apply (PrnEditing *self, PrnMap *map, const PrnMember *member, const char *join)
{
  g_autoptr (PrnMap) edited = map;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  if (map == NULL)
    return FALSE;
  name = step_name (self, member);
  return prn_document_apply (self->document, map, name, join);
}

static gboolean
apply_at (PrnEditing *self, const char *path, PrnMap *map, const char *join)
{
  PrnSlot slot;

  /* The slot belongs to the map before, and its row to no map at all. */
  if (map == NULL || !prn_editing_find (self, path, &slot))
    return FALSE;
  return prn_editing_apply (self, map, slot.member, join);
}

/* Whoever shows the element is told before there is none under its old id any more. */
static gboolean
take_id (PrnEditing *self, PrnMap *map, const PrnMember *member, const char *id, const char *join)
{
  g_autofree char *old = g_strdup (self->id);
  g_autofree char *name = step_name (self, member);
  g_autoptr (PrnMap) edited = map;

  g_free (self->id);
  self->id = g_strdup (id);
  g_signal_emit (self, signals[NEW_ID], 0, id);
  if (prn_document_apply (self->document, edited, name, join)) {
    prn_editing_go_to (self, id);
    return TRUE;
  }
  g_free (self->id);
  self->id = g_strdup (old);
  g_signal_emit (self, signals[NEW_ID], 0, old);
  return FALSE;
}

static gboolean
set_id (PrnEditing *self, const PrnMember *member, const char *json, GError **error)
{
  g_autofree char *id = prn_edit_plain_text (json);
  PrnMap *map = prn_edit_set_id (prn_editing_get_map (self), self->id, id, error);

  if (map == NULL)
    return FALSE;
  if (map == prn_editing_get_map (self)) {
    prn_map_unref (map);
    return TRUE;
  }
  return take_id (self, map, member, id, NULL);
}

void
prn_editing_end_naming (PrnEditing *self, const char *before, const char *join)
{
  PrnMap *map = prn_editing_get_map (self);
  g_autofree char *id = NULL;
  PrnSlot slot;

  g_return_if_fail (PRN_IS_EDITING (self));

  if (self->id == NULL || !prn_editing_find (self, "name", &slot))
    return;
  id = prn_edit_id_by_name (map, prn_document_get_base (self->document), self->id, before);
  if (id != NULL)
    take_id (self, prn_edit_set_id (map, self->id, id, NULL), slot.member, id, join);
}

gboolean
prn_editing_set (PrnEditing *self,
                 const char *path,
                 const char *json,
                 const char *join,
                 GError **error)
{
  PrnSlot slot;

  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  if (self->id != NULL && g_str_equal (path, "id") && prn_editing_find (self, path, &slot))
    return set_id (self, slot.member, json != NULL ? json : "\"\"", error);

  return apply_at (self, path,
                   prn_edit_set_member (prn_editing_get_map (self), self->id, path, json, error),
                   join);
}

gboolean
prn_editing_insert (PrnEditing *self,
                    const char *path,
                    guint index,
                    const char *json,
                    GError **error)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  return apply_at (
      self, path,
      prn_edit_insert_item (prn_editing_get_map (self), self->id, path, index, json, error), NULL);
}

gboolean
prn_editing_remove (PrnEditing *self, const char *path, GError **error)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  return apply_at (self, path,
                   prn_edit_remove_item (prn_editing_get_map (self), self->id, path, error), NULL);
}

gboolean
prn_editing_move (PrnEditing *self, const char *path, guint to, GError **error)
{
  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  return apply_at (self, path,
                   prn_edit_move_item (prn_editing_get_map (self), self->id, path, to, error),
                   NULL);
}

/* The stage that a new event stands on: the one that is edited, or that its trigger leaves. */
static const char *
stage_of (PrnEditing *self, PrnMap *map)
{
  gconstpointer element = self->id != NULL ? prn_map_lookup (map, self->id) : NULL;
  const char *id = self->id;

  if (element != NULL && prn_element_kind (element) == PRN_KIND_TRIGGER)
    id = ((const PrnTrigger *) element)->from;
  return prn_map_index_of (map, PRN_KIND_STAGE, id) >= 0 ? id : NULL;
}

gboolean
prn_editing_refer_to_new (PrnEditing *self,
                          const char *path,
                          PrnKind kind,
                          const char *name,
                          GError **error)
{
  PrnMap *map = prn_editing_get_map (self);
  g_autofree char *id = NULL;
  g_autofree char *json = NULL;
  g_autoptr (PrnMap) with_new = NULL;
  PrnSlot slot;

  g_return_val_if_fail (PRN_IS_EDITING (self), FALSE);

  if (!prn_editing_find (self, path, &slot))
    return FALSE;
  with_new = prn_edit_new_element (map, kind, name, stage_of (self, map), &id);
  if (id == NULL)
    return FALSE;
  json = g_strdup_printf ("\"%s\"", id);
  if (slot.member->type == PRN_MEMBER_REFERENCES && slot.index < 0)
    return apply_at (self, path,
                     prn_edit_insert_item (with_new, self->id, path, G_MAXUINT, json, error), NULL);
  return apply_at (self, path, prn_edit_set_member (with_new, self->id, path, json, error), NULL);
}

void
prn_editing_go_to (PrnEditing *self, const char *id)
{
  g_return_if_fail (PRN_IS_EDITING (self));

  g_signal_emit (self, signals[GO_TO], 0, id);
}
