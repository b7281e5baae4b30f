/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-document.h"

#include "prn-history.h"
#include "prn-map-file.h"

struct _PrnDocument {
  GObject parent;

  PrnHistory *history;
  char *path;
  char *file_name;
  gboolean was_modified;
};

G_DEFINE_TYPE (PrnDocument, prn_document, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum {
  PROP_MODIFIED = 1,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_PATH,
  PROP_READ_ONLY,
  N_PROPS,
};

#define PROPERTY_FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *properties[N_PROPS];

static void
prn_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PrnDocument *self = PRN_DOCUMENT (object);

  switch (id) {
  case PROP_MODIFIED:
    g_value_set_boolean (value, prn_document_is_modified (self));
    break;
  case PROP_UNDO_NAME:
    g_value_set_string (value, prn_document_get_undo_name (self));
    break;
  case PROP_REDO_NAME:
    g_value_set_string (value, prn_document_get_redo_name (self));
    break;
  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, prn_document_is_read_only (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_document_finalize (GObject *object)
{
  PrnDocument *self = PRN_DOCUMENT (object);

  prn_history_free (self->history);
  g_free (self->path);
  g_free (self->file_name);

  G_OBJECT_CLASS (prn_document_parent_class)->finalize (object);
}

static void
prn_document_class_init (PrnDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = prn_document_get_property;
  object_class->finalize = prn_document_finalize;

  properties[PROP_MODIFIED] =
      g_param_spec_boolean ("modified", NULL, NULL, FALSE, PROPERTY_FLAGS);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, PROPERTY_FLAGS);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, PROPERTY_FLAGS);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, PROPERTY_FLAGS);
  properties[PROP_READ_ONLY] =
      g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PROPERTY_FLAGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", PRN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
prn_document_init (PrnDocument *self)
{
}

PrnDocument *
prn_document_new (PrnMap *map)
{
  PrnDocument *self = g_object_new (PRN_TYPE_DOCUMENT, NULL);

  self->history = prn_history_new (map);
  return self;
}

static void
set_path (PrnDocument *self, const char *path)
{
  char *copy = g_strdup (path);

  g_free (self->path);
  g_free (self->file_name);
  self->path = copy;
  self->file_name = g_filename_display_basename (copy);
}

PrnDocument *
prn_document_load (const char *path, GError **error)
{
  g_autoptr (PrnMap) map = prn_map_load (path, NULL, error);
  PrnDocument *self;

  if (map == NULL)
    return NULL;

  self = prn_document_new (map);
  set_path (self, path);
  return self;
}

PrnMap *
prn_document_get_map (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return prn_history_get_map (self->history);
}

/* Tells of what a step or a save may have changed. */
static void
tell (PrnDocument *self)
{
  gboolean modified = prn_document_is_modified (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (modified != self->was_modified)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  self->was_modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_NAME]);
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
prn_document_apply (PrnDocument *self, PrnMap *map, const char *name, const char *join)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (map != NULL && name != NULL, FALSE);

  if (prn_document_is_read_only (self))
    return map == prn_document_get_map (self);
  if (prn_history_apply (self->history, map, name, join))
    tell (self);
  return TRUE;
}

void
prn_document_seal (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  prn_history_seal (self->history);
}

void
prn_document_cancel (PrnDocument *self, const char *join)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (prn_history_cancel (self->history, join))
    tell (self);
}

void
prn_document_undo (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (prn_history_undo (self->history))
    tell (self);
}

void
prn_document_redo (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (prn_history_redo (self->history))
    tell (self);
}

gboolean
prn_document_can_undo (PrnDocument *self)
{
  return prn_document_get_undo_name (self) != NULL;
}

gboolean
prn_document_can_redo (PrnDocument *self)
{
  return prn_document_get_redo_name (self) != NULL;
}

const char *
prn_document_get_undo_name (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return prn_history_get_undo_name (self->history);
}

const char *
prn_document_get_redo_name (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return prn_history_get_redo_name (self->history);
}

gboolean
prn_document_is_modified (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);

  return !prn_history_is_saved (self->history);
}

gboolean
prn_document_is_read_only (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), TRUE);

  return prn_document_is_newer (self);
}

gboolean
prn_document_save (PrnDocument *self, const char *path, GError **error)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);

  if (!prn_map_save (prn_document_get_map (self), path, error))
    return FALSE;
  prn_history_set_saved (self->history, TRUE);
  set_path (self, path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  tell (self);
  return TRUE;
}

const char *
prn_document_get_path (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return self->path;
}

const char *
prn_document_get_file_name (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return self->file_name;
}

gboolean
prn_document_is_newer (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);

  return prn_map_get_version (prn_document_get_map (self)) > PRN_MAP_VERSION;
}

gboolean
prn_document_is_empty (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), TRUE);

  return prn_map_n (prn_document_get_map (self), PRN_KIND_STAGE) == 0;
}
