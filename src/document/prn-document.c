/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-document.h"

#include "prn-map-file.h"

struct _PrnDocument {
  GObject parent;

  PrnMap *map;
  char *path;
  char *file_name;
};

G_DEFINE_TYPE (PrnDocument, prn_document, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
prn_document_finalize (GObject *object)
{
  PrnDocument *self = PRN_DOCUMENT (object);

  prn_map_unref (self->map);
  g_free (self->path);
  g_free (self->file_name);

  G_OBJECT_CLASS (prn_document_parent_class)->finalize (object);
}

static void
prn_document_class_init (PrnDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = prn_document_finalize;

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

  self->map = prn_map_ref (map);
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

  return self->map;
}

void
prn_document_set_map (PrnDocument *self, PrnMap *map)
{
  PrnMap *previous;

  g_return_if_fail (PRN_IS_DOCUMENT (self));

  if (map == self->map)
    return;
  previous = self->map;
  self->map = prn_map_ref (map);
  prn_map_unref (previous);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
prn_document_save (PrnDocument *self, const char *path, GError **error)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), FALSE);

  if (!prn_map_save (self->map, path, error))
    return FALSE;
  set_path (self, path);
  g_signal_emit (self, signals[CHANGED], 0);
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

  return prn_map_get_version (self->map) > PRN_MAP_VERSION;
}

gboolean
prn_document_is_empty (PrnDocument *self)
{
  g_return_val_if_fail (PRN_IS_DOCUMENT (self), TRUE);

  return prn_map_n (self->map, PRN_KIND_STAGE) == 0;
}
