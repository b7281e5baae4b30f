/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-spot.h"

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
prn_spot_is_list (const PrnSpot *spot)
{
  switch (spot->member->type) {
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
prn_spot_count (const PrnSpot *spot)
{
  g_return_val_if_fail (prn_spot_is_list (spot), 0);

  return ((const PrnList *) prn_spot_field (spot))->n;
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
take_step (PrnSpot *spot, const char *step, GError **error)
{
  g_autofree char *name = g_strdup (step);
  g_autofree char *quoted = NULL;

  if (!parse_step (name, &spot->index)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "“%s” is no step of a path", step);
    return FALSE;
  }
  spot->member = find_row (spot->record, spot->data, name);
  if (spot->member == NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "%s of this kind has no “%s”",
                 spot->record->name, name);
    return FALSE;
  }
  if (spot->index >= 0 && (!prn_spot_is_list (spot) || (guint) spot->index >= prn_spot_count (spot))) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "“%s” has no item %d", name, spot->index);
    return FALSE;
  }
  return TRUE;
}

/* From a member into the record it holds. */
static gboolean
step_in (PrnSpot *spot, GError **error)
{
  gpointer field = prn_spot_field (spot);
  const PrnMember *member = spot->member;

  if (member->type == PRN_MEMBER_RECORD) {
    spot->data = field;
  } else if (member->type == PRN_MEMBER_RECORD_POINTER && *(gpointer *) field != NULL) {
    spot->data = *(gpointer *) field;
  } else if (member->type == PRN_MEMBER_RECORDS && spot->index >= 0) {
    spot->data = (char *) ((PrnList *) field)->items + (gsize) spot->index * member->record->size;
  } else if (member->type != PRN_MEMBER_PART) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "there is nothing inside of “%s”",
                 member->name);
    return FALSE;
  }
  spot->record = member->record;
  return TRUE;
}

gboolean
prn_spot_find (PrnSpot *spot,
               const PrnRecord *record,
               gconstpointer data,
               const char *path,
               GError **error)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  *spot = (PrnSpot){ .record = record, .data = (gpointer) data, .index = -1 };
  if (steps[0] == NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "the path is empty");
    return FALSE;
  }
  for (guint i = 0; steps[i] != NULL; i++)
    if ((i > 0 && !step_in (spot, error)) || !take_step (spot, steps[i], error))
      return FALSE;
  return TRUE;
}

gboolean
prn_spot_find_in_map (PrnSpot *spot, PrnMap *map, const char *id, const char *path)
{
  gconstpointer data = map;
  const PrnRecord *record = &prn_map_record;

  if (id != NULL) {
    data = prn_map_lookup (map, id);
    if (data == NULL)
      return FALSE;
    record = prn_record_of_kind (prn_element_kind (data));
  }
  return prn_spot_find (spot, record, data, path, NULL);
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
prn_spot_json (const PrnSpot *spot)
{
  g_autofree char *json = NULL;

  if (spot->index >= 0 && spot->member->type == PRN_MEMBER_RECORDS) {
    g_autoptr (GString) text = g_string_new (NULL);
    const char *items = ((const PrnList *) prn_spot_field (spot))->items;

    prn_record_append (spot->member->record,
                       items + (gsize) spot->index * spot->member->record->size, text, 0);
    return prn_json_squeeze (text->str);
  }
  json = prn_value_json (spot->member, spot->record, spot->data);
  return json != NULL && spot->index >= 0 ? item_json (json, (guint) spot->index)
                                          : g_steal_pointer (&json);
}
