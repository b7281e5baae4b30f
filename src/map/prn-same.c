/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-same.h"

#include <math.h>

#include "prn-extra.h"
#include "prn-map-write.h"

gboolean
prn_extra_same (const PrnExtra *a, const PrnExtra *b)
{
  return a == b || (a != NULL && b != NULL && g_string_equal (a->lines, b->lines));
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* The spelling is interned, and counts: it is what the file would say. */
static gboolean
same_duration (const PrnDuration *a, const PrnDuration *b)
{
  return (a->us == b->us && a->spelling == b->spelling) || (a->us < 0 && b->us < 0);
}

static gboolean
same_value (const PrnValue *a, const PrnValue *b)
{
  if (a->is_number != b->is_number)
    return FALSE;
  return a->is_number ? same_number (a->number, b->number) : g_str_equal (a->text, b->text);
}

static gboolean
same_item (const PrnMember *member, gconstpointer a, gconstpointer b, guint i)
{
  switch (member->type) {
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
    return g_str_equal (((char *const *) a)[i], ((char *const *) b)[i]);
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    return same_duration ((const PrnDuration *) a + i, (const PrnDuration *) b + i);
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    return same_value ((const PrnValue *) a + i, (const PrnValue *) b + i);
  default:
    return prn_record_same (member->record, (const char *) a + i * member->record->size,
                            (const char *) b + i * member->record->size);
  }
}

static gboolean
same_list (const PrnMember *member, const PrnList *a, const PrnList *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!same_item (member, a->items, b->items, i))
      return FALSE;
  return TRUE;
}

static gboolean
same_pointer (const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  return a == b || (a != NULL && b != NULL && prn_record_same (record, a, b));
}

static gboolean
same_flag (const PrnMember *member, gconstpointer a, gconstpointer b)
{
  return *(const gboolean *) G_STRUCT_MEMBER_P (a, member->flag_offset) ==
         *(const gboolean *) G_STRUCT_MEMBER_P (b, member->flag_offset);
}

static gboolean
is_flagged (const PrnMember *member, gconstpointer data)
{
  return !(member->flags & PRN_MEMBER_HAS_FLAG) ||
         *(const gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) == member->flag_value;
}

static gboolean
same_field (const PrnMember *member, gconstpointer data_a, gconstpointer data_b)
{
  gconstpointer a = G_STRUCT_MEMBER_P (data_a, member->offset);
  gconstpointer b = G_STRUCT_MEMBER_P (data_b, member->offset);

  switch (member->type) {
  case PRN_MEMBER_CONSTANT:
  case PRN_MEMBER_ELEMENTS:
    return TRUE;
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_REFERENCE:
    return g_strcmp0 (*(char *const *) a, *(char *const *) b) == 0;
  case PRN_MEMBER_CHOICE:
    return *(const guint *) a == *(const guint *) b;
  case PRN_MEMBER_FLAG:
    return *(const gboolean *) a == *(const gboolean *) b;
  case PRN_MEMBER_INTEGER:
    return *(const gint64 *) a == *(const gint64 *) b;
  case PRN_MEMBER_NUMBER:
    return same_number (*(const double *) a, *(const double *) b);
  case PRN_MEMBER_DURATION:
    return same_duration (a, b);
  case PRN_MEMBER_RECORD:
    return prn_record_same (member->record, a, b);
  case PRN_MEMBER_PART:
    return prn_record_same (member->record, data_a, data_b);
  case PRN_MEMBER_RECORD_POINTER:
    return same_pointer (member->record, *(gconstpointer const *) a, *(gconstpointer const *) b);
  default:
    return same_list (member, a, b);
  }
}

/* Both left out, or both written alike. */
static gboolean
same_print (const PrnMember *member, const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  g_autoptr (GString) text_a = NULL;
  g_autoptr (GString) text_b = NULL;
  gboolean given = prn_member_is_given (member, record, a);

  if (given != prn_member_is_given (member, record, b))
    return FALSE;
  if (!given)
    return TRUE;
  text_a = g_string_new (NULL);
  text_b = g_string_new (NULL);
  prn_member_append (member, a, text_a, 0);
  prn_member_append (member, b, text_b, 0);
  return g_string_equal (text_a, text_b);
}

/* Where another member is the default, the two may be left out and still say different things. */
gboolean
prn_member_same (const PrnMember *member, const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  gboolean applies = prn_member_applies (member, record, a);

  if (applies != prn_member_applies (member, record, b))
    return FALSE;
  if (!applies)
    return TRUE;
  if ((member->flags & PRN_MEMBER_HAS_FLAG) && same_flag (member, a, b) && !is_flagged (member, a))
    return TRUE;
  if ((!(member->flags & PRN_MEMBER_HAS_FLAG) || same_flag (member, a, b)) &&
      same_field (member, a, b))
    return TRUE;
  return member->initial_offset == 0 && same_print (member, record, a, b);
}

gboolean
prn_record_same (const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  if (a == b)
    return TRUE;
  if (record->has_variants && *(const guint *) G_STRUCT_MEMBER_P (a, record->variant_offset) !=
                                  *(const guint *) G_STRUCT_MEMBER_P (b, record->variant_offset))
    return FALSE;
  for (guint i = 0; i < record->n_members; i++)
    if (!prn_member_same (&record->members[i], record, a, b))
      return FALSE;
  return prn_extra_same (*(PrnExtra *const *) G_STRUCT_MEMBER_P (a, record->extra_offset),
                         *(PrnExtra *const *) G_STRUCT_MEMBER_P (b, record->extra_offset));
}

gboolean
prn_element_same (gconstpointer a, gconstpointer b)
{
  return a == b || (prn_element_kind (a) == prn_element_kind (b) &&
                    prn_record_same (prn_record_of_kind (prn_element_kind (a)), a, b));
}
