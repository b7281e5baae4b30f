/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-rewrite.h"

#include <string.h>

typedef struct {
  PrnRewriteFunc func;
  gpointer data;
} Rewrite;

static gboolean rewrite_record (const Rewrite *self, const PrnRecord *record, gpointer data);

/* A target says something of one segment, so it says nothing once that is gone; a stage without its
 * phase is still a stage. */
static gboolean
is_needed (const PrnMember *member, const PrnRecord *record)
{
  return (member->flags & (PRN_MEMBER_REQUIRED | PRN_MEMBER_SELECTS)) != 0 ||
         record == prn_record_of_kind (PRN_KIND_TARGET);
}

static gboolean
rewrite_reference (const Rewrite *self, const PrnMember *member, const PrnRecord *record,
                   char **field)
{
  const char *id;

  if (*field == NULL || g_strcmp0 (*field, member->word) == 0)
    return TRUE;
  id = self->func (*field, self->data);
  if (id != *field)
    prn_element_set_text (field, id);
  return id != NULL || !is_needed (member, record);
}

/* A list that loses all of its ids is no list of everything. */
static gboolean
rewrite_references (const Rewrite *self, PrnList *list)
{
  char **ids = list->items;
  guint n_before = list->n;

  list->n = 0;
  for (guint i = 0; i < n_before; i++) {
    const char *id = self->func (ids[i], self->data);

    if (id != ids[i])
      prn_element_set_text (&ids[i], id);
    if (ids[i] != NULL)
      ids[list->n++] = ids[i];
  }
  if (list->n == 0)
    g_clear_pointer (&list->items, g_free);
  return list->n > 0 || n_before == 0;
}

/* Takes out the records that mean nothing any more. */
static gboolean
rewrite_records (const Rewrite *self, const PrnMember *member, PrnList *list)
{
  const PrnRecord *record = member->record;
  char *items = list->items;
  guint n_before = list->n;

  list->n = 0;
  for (guint i = 0; i < n_before; i++) {
    char *item = items + i * record->size;

    if (!rewrite_record (self, record, item)) {
      prn_record_clear (record, item);
      continue;
    }
    if (list->n < i)
      memcpy (items + list->n * record->size, item, record->size);
    list->n++;
  }
  if (list->n == 0)
    g_clear_pointer (&list->items, g_free);
  return list->n >= MIN (member->least, n_before);
}

static gboolean
rewrite_member (const Rewrite *self, const PrnMember *member, const PrnRecord *record,
                gpointer data)
{
  gpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  gpointer *pointer = field;
  PrnList *list = field;
  guint n_before;

  switch (member->type) {
  case PRN_MEMBER_REFERENCE:
    return rewrite_reference (self, member, record, field);
  case PRN_MEMBER_REFERENCES:
    return rewrite_references (self, list);
  case PRN_MEMBER_RECORD:
    return rewrite_record (self, member->record, field);
  case PRN_MEMBER_RECORD_POINTER:
    if (*pointer != NULL && !rewrite_record (self, member->record, *pointer)) {
      prn_record_free (member->record, *pointer);
      *pointer = NULL;
    }
    return TRUE;
  case PRN_MEMBER_RECORDS:
    n_before = list->n;
    if (!rewrite_records (self, member, list))
      return FALSE;
    /* A list that replaced another one replaces it no more by nothing. */
    if (list->n == 0 && n_before > 0 && (member->flags & PRN_MEMBER_HAS_FLAG))
      *(gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) = !member->flag_value;
    return TRUE;
  default:
    return TRUE;
  }
}

/* Goes on after the first member that fails, so that no half is left. */
static gboolean
rewrite_record (const Rewrite *self, const PrnRecord *record, gpointer data)
{
  gboolean stands = TRUE;

  for (guint i = 0; i < record->n_members; i++)
    if (prn_member_applies (&record->members[i], record, data))
      stands &= rewrite_member (self, &record->members[i], record, data);
  return stands;
}

gboolean
prn_record_rewrite (const PrnRecord *record, gpointer data, PrnRewriteFunc func,
                    gpointer user_data)
{
  const Rewrite rewrite = { func, user_data };

  return rewrite_record (&rewrite, record, data);
}

gboolean
prn_element_rewrite (gpointer element, PrnRewriteFunc func, gpointer data)
{
  return prn_record_rewrite (prn_record_of_kind (prn_element_kind (element)), element, func, data);
}
