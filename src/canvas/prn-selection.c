/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-selection.h"

struct _PrnSelection {
  GObject parent_instance;
  GPtrArray *ids;  /* ends with NULL */
  GHashTable *set; /* the same ids */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PrnSelection, prn_selection, G_TYPE_OBJECT)

static void
prn_selection_finalize (GObject *object)
{
  PrnSelection *self = PRN_SELECTION (object);

  g_hash_table_unref (self->set);
  g_ptr_array_unref (self->ids);

  G_OBJECT_CLASS (prn_selection_parent_class)->finalize (object);
}

static void
prn_selection_class_init (PrnSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
prn_selection_init (PrnSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->ids, NULL);
}

PrnSelection *
prn_selection_new (void)
{
  return g_object_new (PRN_TYPE_SELECTION, NULL);
}

static void
append (PrnSelection *self, const char *id)
{
  char *copy = g_strdup (id);

  g_ptr_array_insert (self->ids, (int) self->ids->len - 1, copy);
  g_hash_table_add (self->set, copy);
}

static void
take_out (PrnSelection *self, guint index)
{
  g_hash_table_remove (self->set, self->ids->pdata[index]);
  g_ptr_array_remove_index (self->ids, index);
}

static gboolean
is_same (PrnSelection *self, const char *const *ids)
{
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 0;

  if (n != prn_selection_get_n (self))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (ids[i], self->ids->pdata[i]))
      return FALSE;
  return TRUE;
}

void
prn_selection_set (PrnSelection *self, const char *const *ids)
{
  g_auto (GStrv) kept = NULL;

  g_return_if_fail (PRN_IS_SELECTION (self));

  if (is_same (self, ids))
    return;

  kept = g_strdupv ((char **) ids); /* @ids may be our own */
  while (prn_selection_get_n (self) > 0)
    take_out (self, prn_selection_get_n (self) - 1);
  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    if (!g_hash_table_contains (self->set, kept[i]))
      append (self, kept[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
prn_selection_set_one (PrnSelection *self, const char *id)
{
  const char *const ids[] = { id, NULL };

  prn_selection_set (self, ids);
}

static int
index_of (PrnSelection *self, const char *id)
{
  for (guint i = 0; i < prn_selection_get_n (self); i++)
    if (g_str_equal (self->ids->pdata[i], id))
      return (int) i;
  return -1;
}

void
prn_selection_add (PrnSelection *self, const char *id)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (PRN_IS_SELECTION (self));

  if (g_strcmp0 (prn_selection_get_primary (self), id) == 0)
    return;

  kept = g_strdup (id); /* may be our own */
  if (g_hash_table_contains (self->set, kept))
    take_out (self, (guint) index_of (self, kept));
  append (self, kept);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
prn_selection_toggle (PrnSelection *self, const char *id)
{
  g_return_if_fail (PRN_IS_SELECTION (self));

  if (g_hash_table_contains (self->set, id))
    take_out (self, (guint) index_of (self, id));
  else
    append (self, id);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
prn_selection_retain (PrnSelection *self, PrnSelectionFunc func, gpointer data)
{
  guint before;

  g_return_if_fail (PRN_IS_SELECTION (self));

  before = prn_selection_get_n (self);
  for (guint i = before; i > 0; i--)
    if (!func (self->ids->pdata[i - 1], data))
      take_out (self, i - 1);
  if (prn_selection_get_n (self) != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
prn_selection_contains (PrnSelection *self, const char *id)
{
  g_return_val_if_fail (PRN_IS_SELECTION (self), FALSE);

  return id != NULL && g_hash_table_contains (self->set, id);
}

guint
prn_selection_get_n (PrnSelection *self)
{
  g_return_val_if_fail (PRN_IS_SELECTION (self), 0);

  return self->ids->len - 1;
}

const char *
prn_selection_get_primary (PrnSelection *self)
{
  guint n = prn_selection_get_n (self);

  return n > 0 ? self->ids->pdata[n - 1] : NULL;
}

const char *const *
prn_selection_get_ids (PrnSelection *self)
{
  g_return_val_if_fail (PRN_IS_SELECTION (self), NULL);

  return (const char *const *) self->ids->pdata;
}
