/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-read.h"

#include <glib/gi18n-lib.h>

static gboolean
expect_list (PrnReader *reader, const PrnMember *member, guint32 token)
{
  guint n = reader->json->tokens[token].n;

  if (!prn_reader_expect (reader, token, PRN_JSON_ARRAY))
    return FALSE;
  if (n >= member->least && (member->type != PRN_MEMBER_DURATIONS || n <= member->maximum))
    return TRUE;
  if (member->least == 1)
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL,
                     _ ("the list is empty; expected at least one item"));
  else
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL,
                     member->maximum == member->least ? _ ("expected %u items, found %u")
                                                      : _ ("expected at least %u items, found %u"),
                     member->least, n);
  return FALSE;
}

/* Sets the items of a list that the caller has found to be one; a bad item stays zero. */
static char *
make_items (PrnReader *reader, guint32 token, PrnList *list, gsize size)
{
  list->n = reader->json->tokens[token].n;
  list->items = list->n > 0 ? g_malloc0_n (list->n, size) : NULL;
  return list->items;
}

static void
read_durations (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  PrnDuration *durations;
  guint32 item = token + 1;

  if (!expect_list (reader, member, token))
    return;
  durations = (PrnDuration *) (gpointer) make_items (reader, token, list, sizeof (PrnDuration));
  for (guint i = 0; i < list->n; i++, item = reader->json->tokens[item].next) {
    gboolean good = prn_reader_duration (reader, member, item, &durations[i]);

    if (good && i > 0 && durations[i].us < durations[i - 1].us)
      prn_reader_fail (reader, PRN_ERROR_RANGE, item, NULL,
                       _ ("the durations must be in order, the shortest first"));
  }
}

static void
read_one_duration (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  list->n = 1;
  list->items = g_new0 (PrnDuration, 1);
  prn_reader_duration (reader, member, token, list->items);
}

static void
read_texts (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  gsize limit = member->type == PRN_MEMBER_REFERENCES ? PRN_LIMIT_TEXT : member->limit;
  guint32 item = token + 1;
  char **texts;

  if (!expect_list (reader, member, token))
    return;
  texts = (char **) (gpointer) make_items (reader, token, list, sizeof (char *));
  for (guint i = 0; i < list->n; i++, item = reader->json->tokens[item].next) {
    texts[i] = prn_reader_dup_text (reader, item, limit);
    if (texts[i] == NULL)
      texts[i] = g_strdup ("");
  }
}

static void
read_value (PrnReader *reader, const PrnMember *member, guint32 token, PrnValue *value)
{
  PrnJsonType type = reader->json->tokens[token].type;

  if (type == PRN_JSON_NUMBER) {
    value->is_number = TRUE;
    value->number = prn_json_get_number (reader->json, token);
  } else if (type == PRN_JSON_STRING) {
    value->text = prn_reader_dup_text (reader, token, member->limit);
    if (value->text == NULL)
      value->text = g_strdup ("");
  } else {
    value->text = g_strdup ("");
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL,
                     _ ("expected a text or a number, found %s"), prn_json_type_name (type));
  }
}

static void
read_values (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  guint32 item = token + 1;
  PrnValue *values;

  if (!expect_list (reader, member, token))
    return;
  values = (PrnValue *) (gpointer) make_items (reader, token, list, sizeof (PrnValue));
  for (guint i = 0; i < list->n; i++, item = reader->json->tokens[item].next)
    read_value (reader, member, item, &values[i]);
}

static void
read_one_value (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  list->n = 1;
  list->items = g_new0 (PrnValue, 1);
  read_value (reader, member, token, list->items);
}

static void
read_records (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  const PrnRecord *record = member->record;
  guint32 item = token + 1;
  char *items;

  if (!expect_list (reader, member, token))
    return;
  items = make_items (reader, token, list, record->size);
  for (guint i = 0; i < list->n; i++, item = reader->json->tokens[item].next) {
    prn_record_init (record, items + i * record->size);
    prn_reader_record (reader, record, item, items + i * record->size);
  }
}

void
prn_reader_list (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list)
{
  switch (member->type) {
  case PRN_MEMBER_ONE_DURATION:
    read_one_duration (reader, member, token, list);
    break;
  case PRN_MEMBER_DURATIONS:
    read_durations (reader, member, token, list);
    break;
  case PRN_MEMBER_ONE_VALUE:
    read_one_value (reader, member, token, list);
    break;
  case PRN_MEMBER_VALUES:
    read_values (reader, member, token, list);
    break;
  case PRN_MEMBER_RECORDS:
    read_records (reader, member, token, list);
    break;
  default:
    read_texts (reader, member, token, list);
  }
}
