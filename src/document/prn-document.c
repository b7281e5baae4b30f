/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-document-private.h"

#include "prn-keep-places.h"

G_DEFINE_TYPE (PrnDocument, prn_document, G_TYPE_OBJECT)

enum {
  CHANGED,
  CONFLICT,
  JOURNAL_FAILED,
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

/* A journal of what is not saved stays for the next start. */
static void
prn_document_finalize (GObject *object)
{
  PrnDocument *self = PRN_DOCUMENT (object);

  if (self->journal != NULL && !prn_document_is_modified (self))
    prn_journal_drop (self->journal);
  g_clear_pointer (&self->journal, prn_journal_free);
  prn_document_clear_file (self);
  prn_history_free (self->history);

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
  signals[CONFLICT] = g_signal_new ("conflict", PRN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", PRN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
prn_document_init (PrnDocument *self)
{
}

static void
journal_failed_cb (const char *message, gpointer user_data)
{
  g_signal_emit (user_data, signals[JOURNAL_FAILED], 0, message);
}

PrnDocument *
prn_document_new (PrnMap *map)
{
  PrnDocument *self = g_object_new (PRN_TYPE_DOCUMENT, NULL);

  self->history = prn_history_new (map);
  return self;
}

PrnDocument *
prn_document_new_recovered (PrnHistory *history,
                            const char *path,
                            const char *hash,
                            const PrnJournalFile *journal)
{
  PrnDocument *self = g_object_new (PRN_TYPE_DOCUMENT, NULL);
  g_autofree char *folder = g_path_get_dirname (journal->name);

  self->history = history;
  if (path != NULL) {
    /* Looked at from outside it is another one in any case. */
    self->file.exists = hash != NULL;
    self->file.racy = TRUE;
    g_strlcpy (self->file.hash, hash != NULL ? hash : "", sizeof self->file.hash);
    prn_document_set_file (self, path, journal->first);
  }
  self->was_modified = prn_document_is_modified (self);
  self->journal =
      prn_journal_continue (prn_journal_new (folder, journal_failed_cb, self), journal);
  return self;
}

PrnMap *
prn_document_get_map (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), NULL);

  return prn_history_get_map (self->history);
}

void
prn_document_tell (PrnDocument *self)
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

void
prn_document_tell_file (PrnDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  g_signal_emit (self, signals[CONFLICT], 0);
}

static void
note (PrnDocument *self, PrnJournalVerb verb, PrnMap *before, const char *name)
{
  if (self->journal != NULL)
    prn_journal_note (self->journal, verb, before, prn_document_get_map (self), name);
}

gboolean
prn_document_apply (PrnDocument *self, PrnMap *map, const char *name, const char *join)
{
  g_autoptr (PrnMap) placed = NULL;

  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (map != NULL && name != NULL, FALSE);

  if (prn_document_is_read_only (self) || map == prn_document_get_map (self))
    return map == prn_document_get_map (self);
  /* Where nobody has placed the stages, they stay from the first edit on where they were seen. */
  placed = prn_keep_places (map, prn_document_get_map (self));
  prn_document_step (self, placed, name, join);
  return TRUE;
}

void
prn_document_step (PrnDocument *self, PrnMap *map, const char *name, const char *join)
{
  g_autoptr (PrnMap) before = prn_map_ref (prn_document_get_map (self));
  guint position = prn_history_get_position (self->history);

  if (!prn_history_apply (self->history, map, name, join))
    return;
  if (prn_history_get_position (self->history) > position)
    note (self, PRN_JOURNAL_STEP, before, name);
  else
    note (self, PRN_JOURNAL_JOINED, prn_history_get_before (self->history), name);
  prn_document_tell (self);
}

void
prn_document_seal (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  prn_history_seal (self->history);
}

void
prn_document_seal_join (PrnDocument *self, const char *join)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  prn_history_seal_join (self->history, join);
}

void
prn_document_cancel (PrnDocument *self, const char *join)
{
  g_autoptr (PrnMap) before = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PRN_IS_DOCUMENT (self));

  before = prn_map_ref (prn_document_get_map (self));
  name = g_strdup (prn_document_get_undo_name (self));
  if (!prn_history_cancel (self->history, join))
    return;
  note (self, PRN_JOURNAL_CANCEL, before, name);
  prn_document_tell (self);
}

static void
walk (PrnDocument *self, gboolean (*step) (PrnHistory *), PrnJournalVerb verb, const char *name)
{
  g_autoptr (PrnMap) before = prn_map_ref (prn_document_get_map (self));

  if (!step (self->history))
    return;
  note (self, verb, before, name);
  prn_document_tell (self);
}

void
prn_document_undo (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  walk (self, prn_history_undo, PRN_JOURNAL_UNDO, prn_history_get_undo_name (self->history));
}

void
prn_document_redo (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  walk (self, prn_history_redo, PRN_JOURNAL_REDO, prn_history_get_redo_name (self->history));
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

PrnReadOnly
prn_document_get_read_only (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), PRN_READ_ONLY_NOT);

  return prn_document_is_newer (self) ? PRN_READ_ONLY_NEWER : self->read_only;
}

gboolean
prn_document_is_read_only (PrnDocument *self)
{
  return prn_document_get_read_only (self) != PRN_READ_ONLY_NOT;
}

void
prn_document_keep_journal (PrnDocument *self, const char *folder)
{
  g_autofree char *usual = prn_journal_folder ();

  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->journal != NULL)
    return;
  self->journal =
      prn_journal_new (folder != NULL ? folder : usual, journal_failed_cb, self);
  prn_journal_begin (self->journal, self->path, self->file.exists ? self->file.hash : NULL,
                     prn_document_get_map (self));
}

void
prn_document_flush_journal (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->journal != NULL)
    prn_journal_flush (self->journal);
}

void
prn_document_discard (PrnDocument *self)
{
  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (self->journal != NULL)
    prn_journal_drop (self->journal);
  g_clear_pointer (&self->journal, prn_journal_free);
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
