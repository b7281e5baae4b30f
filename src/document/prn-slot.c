/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-slot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-error.h"
#include "prn-extra-scan.h"
#include "prn-json-scan.h"
#include "prn-map-write.h"
#include "prn-value-words.h"

/* The row of that name that applies; of several with one name only one does. */
static const PrnMember *
find_row (const PrnRecord *record, gconstpointer data, const char *name)
{
  for (guint i = 0; i < record->n_members; i++)
    if (g_str_equal (record->members[i].name, name) &&
        prn_member_applies (&record->members[i], record, data))
      return &record->members[i];
  return NULL;
}

gboolean
prn_slot_is_list (const PrnSlot *slot)
{
  switch (slot->member->type) {
  case PRN_MEMBER_DURATIONS:
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
  case PRN_MEMBER_VALUES:
  case PRN_MEMBER_RECORDS:
    return TRUE;
  default:
    return FALSE;
  }
}

guint
prn_slot_count (const PrnSlot *slot)
{
  g_return_val_if_fail (prn_slot_is_list (slot), 0);

  return ((const PrnList *) prn_slot_field (slot))->n;
}

/* Splits "by_segment[12]" into the name and the index, -1 when there is none. */
static gboolean
parse_step (char *step, int *index)
{
  char *bracket = strchr (step, '[');
  guint64 number;

  *index = -1;
  if (bracket == NULL)
    return TRUE;
  if (!g_str_has_suffix (bracket, "]"))
    return FALSE;
  *bracket++ = '\0';
  bracket[strlen (bracket) - 1] = '\0';
  if (!g_ascii_string_to_unsigned (bracket, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  *index = (int) number;
  return TRUE;
}

static gboolean
take_step (PrnSlot *slot, const char *step, GError **error)
{
  g_autofree char *name = g_strdup (step);
  g_autofree char *quoted = NULL;

  if (!parse_step (name, &slot->index)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("“%s” is no step of a path"), step);
    return FALSE;
  }
  slot->member = find_row (slot->record, slot->data, name);
  if (slot->member == NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("%s of this kind has no “%s”"),
                 slot->record->name, name);
    return FALSE;
  }
  if (slot->index >= 0 && (!prn_slot_is_list (slot) || (guint) slot->index >= prn_slot_count (slot))) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("“%s” has no item %d"), name, slot->index);
    return FALSE;
  }
  return TRUE;
}

/* From a member into the record it holds. */
static gboolean
step_in (PrnSlot *slot, GError **error)
{
  gpointer field = prn_slot_field (slot);
  const PrnMember *member = slot->member;

  if (member->type == PRN_MEMBER_RECORD) {
    slot->data = field;
  } else if (member->type == PRN_MEMBER_RECORD_POINTER && *(gpointer *) field != NULL) {
    slot->data = *(gpointer *) field;
  } else if (member->type == PRN_MEMBER_RECORDS && slot->index >= 0) {
    slot->data = (char *) ((PrnList *) field)->items + (gsize) slot->index * member->record->size;
  } else if (member->type != PRN_MEMBER_PART) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("there is nothing inside of “%s”"),
                 member->name);
    return FALSE;
  }
  slot->record = member->record;
  return TRUE;
}

gboolean
prn_slot_find (PrnSlot *slot,
               const PrnRecord *record,
               gconstpointer data,
               const char *path,
               GError **error)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  *slot = (PrnSlot){ .record = record, .data = (gpointer) data, .index = -1 };
  if (steps[0] == NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("the path is empty"));
    return FALSE;
  }
  for (guint i = 0; steps[i] != NULL; i++)
    if ((i > 0 && !step_in (slot, error)) || !take_step (slot, steps[i], error))
      return FALSE;
  return TRUE;
}

gboolean
prn_slot_find_in_map (PrnSlot *slot, PrnMap *map, const char *id, const char *path)
{
  gconstpointer data = map;
  const PrnRecord *record = &prn_map_record;

  if (id != NULL) {
    data = prn_map_lookup (map, id);
    if (data == NULL)
      return FALSE;
    record = prn_record_of_kind (prn_element_kind (data));
  }
  return prn_slot_find (slot, record, data, path, NULL);
}

/* One item of a list written as JSON, as it is spelled there. */
static char *
item_json (const char *list, guint index)
{
  g_autoptr (PrnJson) json = prn_json_scan (list, strlen (list), NULL);
  guint32 token = 1;

  g_return_val_if_fail (json != NULL && index < json->tokens[0].n, NULL);

  for (guint i = 0; i < index; i++)
    token = json->tokens[token].next;
  return g_strndup (list + json->tokens[token].start,
                    json->tokens[token].end - json->tokens[token].start);
}

char *
prn_slot_json (const PrnSlot *slot)
{
  g_autofree char *json = NULL;

  if (slot->index >= 0 && slot->member->type == PRN_MEMBER_RECORDS) {
    g_autoptr (GString) text = g_string_new (NULL);
    const char *items = ((const PrnList *) prn_slot_field (slot))->items;

    prn_record_append (slot->member->record,
                       items + (gsize) slot->index * slot->member->record->size, text, 0);
    return prn_json_squeeze (text->str);
  }
  json = prn_value_json (slot->member, slot->record, slot->data);
  return json != NULL && slot->index >= 0 ? item_json (json, (guint) slot->index)
                                          : g_steal_pointer (&json);
}
