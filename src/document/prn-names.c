/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-names.h"

#include <string.h>

#include "prn-schema.h"

struct _PrnNames {
  GHashTable *taken; /* casefolded names */
  GHashTable *next;  /* by stem: the number to try next, so that a thousand of one name are fast */
};

/* Case is folded character by character: most names differ before any that is not ASCII. */
static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *left = NULL, *right = NULL;

  for (; *a != '\0' && (*a & 0x80) == 0 && (*b & 0x80) == 0; a++, b++)
    if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
      return FALSE;
  left = g_utf8_casefold (a, -1);
  right = g_utf8_casefold (b, -1);
  return g_str_equal (left, right);
}

gboolean
prn_name_is_taken (PrnMap *map, PrnKind kind, const char *name)
{
  const PrnMember *member = prn_record_find_member (prn_record_of_kind (kind), "name");

  for (guint i = 0; member != NULL && i < prn_map_n (map, kind); i++)
    if (is_same_name (*(char *const *) G_STRUCT_MEMBER_P (prn_map_nth (map, kind, i),
                                                          member->offset),
                      name))
      return TRUE;
  return FALSE;
}

PrnNames *
prn_names_new (PrnMap *map, PrnKind kind)
{
  PrnNames *self = g_new0 (PrnNames, 1);
  const PrnMember *member = prn_record_find_member (prn_record_of_kind (kind), "name");

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; member != NULL && i < prn_map_n (map, kind); i++) {
    gconstpointer element = prn_map_nth (map, kind, i);
    const char *name = *(char *const *) G_STRUCT_MEMBER_P (element, member->offset);

    g_hash_table_add (self->taken, g_utf8_casefold (name, -1));
  }
  return self;
}

void
prn_names_free (PrnNames *self)
{
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->next);
  g_free (self);
}

/* What a name is without a number at its end. */
static char *
stem_of (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  if (length == 0 || name[length] == '\0' || name[length - 1] != ' ')
    return g_strdup (name);
  return g_strndup (name, length - 1);
}

static gboolean
take (PrnNames *self, const char *name)
{
  return g_hash_table_add (self->taken, g_utf8_casefold (name, -1));
}

char *
prn_names_take (PrnNames *self, const char *name)
{
  g_autofree char *stem = stem_of (name);
  char *candidate = g_strdup (name);
  guint number;

  if (take (self, candidate))
    return candidate;
  number = MAX (2, GPOINTER_TO_UINT (g_hash_table_lookup (self->next, stem)));
  do {
    g_free (candidate);
    candidate = g_strdup_printf ("%s %u", stem, number++);
  } while (!take (self, candidate));
  g_hash_table_insert (self->next, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
  return candidate;
}
