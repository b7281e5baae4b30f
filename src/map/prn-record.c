/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-extra.h"
#include "prn-map-private.h"
#include "prn-schema.h"

static void
clear_texts (PrnTexts *texts)
{
  for (guint i = 0; i < texts->n; i++)
    g_free (texts->items[i]);
  g_free (texts->items);
}

static void
clear_values (PrnList *list)
{
  PrnValue *values = list->items;

  for (guint i = 0; i < list->n; i++)
    g_free (values[i].text);
  g_free (values);
}

static void
clear_records (PrnList *list, const PrnRecord *record)
{
  char *items = list->items;

  for (guint i = 0; i < list->n; i++)
    prn_record_clear (record, items + i * record->size);
  g_free (items);
}

static PrnTexts
copy_texts (const PrnTexts *source)
{
  PrnTexts texts = { .n = source->n, .items = g_new (char *, source->n) };

  for (guint i = 0; i < source->n; i++)
    texts.items[i] = g_strdup (source->items[i]);
  return texts;
}

static PrnList
copy_values (const PrnList *source)
{
  PrnValue *values = g_memdup2 (source->items, source->n * sizeof (PrnValue));

  for (guint i = 0; i < source->n; i++)
    values[i].text = g_strdup (values[i].text);
  return (PrnList){ source->n, values };
}

static PrnList
copy_records (const PrnList *source, const PrnRecord *record)
{
  char *items = g_malloc (source->n * record->size);

  for (guint i = 0; i < source->n; i++)
    prn_record_copy (record, items + i * record->size,
                     (const char *) source->items + i * record->size);
  return (PrnList){ source->n, items };
}

/* All-zero bits are the default of every type that is not named here. */
static void
init_member (const PrnMember *member, gpointer data)
{
  gpointer field = G_STRUCT_MEMBER_P (data, member->offset);

  switch (member->type) {
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
    *(char **) field = g_strdup (member->initial_text != NULL ? member->initial_text : "");
    break;
  case PRN_MEMBER_CHOICE:
    *(guint *) field = (guint) member->initial;
    break;
  case PRN_MEMBER_INTEGER:
    *(gint64 *) field = (gint64) member->initial;
    break;
  case PRN_MEMBER_NUMBER:
    *(double *) field = member->initial;
    break;
  case PRN_MEMBER_DURATION:
    *(PrnDuration *) field = PRN_DURATION ((gint64) member->initial);
    break;
  case PRN_MEMBER_RECORD:
    /* One that only some variants have is set when it is read: until then nothing would free it. */
    if (member->variants == 0)
      prn_record_init (member->record, field);
    break;
  case PRN_MEMBER_PART:
    prn_record_init (member->record, data);
    break;
  default:
    break;
  }
}

void
prn_record_init (const PrnRecord *record, gpointer data)
{
  for (guint i = 0; i < record->n_members; i++)
    init_member (&record->members[i], data);
}

static void
clear_member (const PrnMember *member, gpointer data)
{
  gpointer field = G_STRUCT_MEMBER_P (data, member->offset);

  switch (member->type) {
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_REFERENCE:
    g_free (*(char **) field);
    break;
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
    clear_texts (field);
    break;
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    g_free (((PrnList *) field)->items);
    break;
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    clear_values (field);
    break;
  case PRN_MEMBER_RECORD:
    prn_record_clear (member->record, field);
    break;
  case PRN_MEMBER_PART:
    prn_record_clear (member->record, data);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    prn_record_free (member->record, *(gpointer *) field);
    break;
  case PRN_MEMBER_RECORDS:
    clear_records (field, member->record);
    break;
  case PRN_MEMBER_ELEMENTS:
    prn_elements_unref (*(PrnElements **) field);
    break;
  default:
    break;
  }
}

void
prn_record_clear (const PrnRecord *record, gpointer data)
{
  prn_extra_unref (*(PrnExtra **) G_STRUCT_MEMBER_P (data, record->extra_offset));
  for (guint i = 0; i < record->n_members; i++)
    if (prn_member_applies (&record->members[i], record, data))
      clear_member (&record->members[i], data);
}

/* Makes a deep copy of what stands in @source_field in @field, whose bytes are copied already. */
static void
copy_field (const PrnMember *member, gpointer field, gconstpointer source_field)
{
  switch (member->type) {
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_REFERENCE:
    *(char **) field = g_strdup (*(char *const *) source_field);
    break;
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
    *(PrnTexts *) field = copy_texts (source_field);
    break;
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    ((PrnList *) field)->items = g_memdup2 (((const PrnList *) source_field)->items,
                                            ((PrnList *) field)->n * sizeof (PrnDuration));
    break;
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    *(PrnList *) field = copy_values (source_field);
    break;
  case PRN_MEMBER_RECORD:
    prn_record_copy (member->record, field, source_field);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    *(gpointer *) field = prn_record_new_copy (member->record, *(gpointer const *) source_field);
    break;
  case PRN_MEMBER_RECORDS:
    *(PrnList *) field = copy_records (source_field, member->record);
    break;
  case PRN_MEMBER_ELEMENTS:
    *(PrnElements **) field = prn_elements_ref (*(PrnElements *const *) source_field);
    break;
  default:
    break;
  }
}

static void
copy_member (const PrnMember *member, gpointer data, gconstpointer source)
{
  if (member->type == PRN_MEMBER_PART)
    prn_record_copy (member->record, data, source);
  else
    copy_field (member, G_STRUCT_MEMBER_P (data, member->offset),
                G_STRUCT_MEMBER_P (source, member->offset));
}

/* How many bytes of the struct a member takes; a part is made of members of its own. */
static gsize
field_size (const PrnMember *member)
{
  switch (member->type) {
  case PRN_MEMBER_CONSTANT:
  case PRN_MEMBER_PART:
    return 0;
  case PRN_MEMBER_CHOICE:
    return sizeof (guint);
  case PRN_MEMBER_FLAG:
    return sizeof (gboolean);
  case PRN_MEMBER_INTEGER:
    return sizeof (gint64);
  case PRN_MEMBER_NUMBER:
    return sizeof (double);
  case PRN_MEMBER_DURATION:
    return sizeof (PrnDuration);
  case PRN_MEMBER_RECORD:
    return member->record->size;
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
  case PRN_MEMBER_RECORDS:
    return sizeof (PrnList);
  default:
    return sizeof (gpointer);
  }
}

void
prn_member_clear (const PrnMember *member, gpointer data)
{
  g_return_if_fail (member->type != PRN_MEMBER_PART);

  clear_member (member, data);
  memset (G_STRUCT_MEMBER_P (data, member->offset), 0, field_size (member));
}

void
prn_member_assign_as (const PrnMember *member,
                      gpointer data,
                      const PrnMember *source_member,
                      gconstpointer source)
{
  g_return_if_fail (member->type == source_member->type && member->type != PRN_MEMBER_PART);

  clear_member (member, data);
  memcpy (G_STRUCT_MEMBER_P (data, member->offset),
          G_STRUCT_MEMBER_P (source, source_member->offset), field_size (member));
  copy_field (member, G_STRUCT_MEMBER_P (data, member->offset),
              G_STRUCT_MEMBER_P (source, source_member->offset));
}

void
prn_member_assign (const PrnMember *member, gpointer data, gconstpointer source)
{
  g_return_if_fail (member->type != PRN_MEMBER_PART);

  prn_member_assign_as (member, data, member, source);
  if (member->flags & PRN_MEMBER_HAS_FLAG)
    *(gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) =
        *(const gboolean *) G_STRUCT_MEMBER_P (source, member->flag_offset);
}

/* The bytes first, for numbers and flags; then a copy of everything that is owned. */
void
prn_record_copy (const PrnRecord *record, gpointer data, gconstpointer source)
{
  memcpy (data, source, record->size);
  prn_extra_ref (*(PrnExtra **) G_STRUCT_MEMBER_P (data, record->extra_offset));
  for (guint i = 0; i < record->n_members; i++)
    if (prn_member_applies (&record->members[i], record, data))
      copy_member (&record->members[i], data, source);
}

gpointer
prn_record_new_copy (const PrnRecord *record, gconstpointer source)
{
  gpointer data;

  if (source == NULL)
    return NULL;
  data = g_malloc (record->size);
  prn_record_copy (record, data, source);
  return data;
}

void
prn_record_free (const PrnRecord *record, gpointer data)
{
  if (data == NULL)
    return;
  prn_record_clear (record, data);
  g_free (data);
}

void
prn_list_resize (PrnList *list, const PrnRecord *record, guint n)
{
  char *items = list->items;

  for (guint i = n; i < list->n; i++)
    prn_record_clear (record, items + i * record->size);
  items = g_realloc_n (items, n, record->size);
  for (guint i = list->n; i < n; i++) {
    memset (items + i * record->size, 0, record->size);
    prn_record_init (record, items + i * record->size);
  }
  list->items = items;
  list->n = n;
}
