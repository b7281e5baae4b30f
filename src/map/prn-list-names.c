/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-list-names.h"

static gboolean
is_keyed (const PrnRecord *record)
{
  const PrnMember *first = &record->members[0];

  return !record->has_variants && first->type == PRN_MEMBER_REFERENCE &&
         (first->flags & PRN_MEMBER_REQUIRED);
}

gboolean
prn_list_has_names (const PrnMember *member)
{
  return member->type == PRN_MEMBER_TEXTS ||
         (member->type == PRN_MEMBER_RECORDS && is_keyed (member->record));
}

gconstpointer
prn_list_item (const PrnMember *member, gconstpointer data, int index)
{
  const PrnList *list = G_STRUCT_MEMBER_P (data, member->offset);

  if (index < 0)
    return NULL;
  return (const char *) list->items + (gsize) index * member->record->size;
}

PrnMergeNames
prn_list_get_names (const PrnMember *member, gconstpointer data)
{
  const PrnList *list = G_STRUCT_MEMBER_P (data, member->offset);
  const char **names = g_new (const char *, list->n);

  for (guint i = 0; i < list->n; i++) {
    if (member->type == PRN_MEMBER_TEXTS) {
      names[i] = ((char *const *) list->items)[i];
    } else {
      gconstpointer item = prn_list_item (member, data, (int) i);

      names[i] = *(char *const *) G_STRUCT_MEMBER_P (item, member->record->members[0].offset);
    }
  }
  return (PrnMergeNames){ names, list->n };
}
