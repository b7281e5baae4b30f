/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-record-json.h"

#include <string.h>

#include "prn-map-read.h"
#include "prn-map-write.h"

/* The reader's errors begin with a place in its text, which means nothing to who set one value. */
static gboolean
finish (PrnReader *reader, GError **error)
{
  g_autoptr (GError) failure = reader->error;
  const char *colon;

  if (failure == NULL)
    return TRUE;
  colon = strstr (failure->message, ": ");
  g_set_error_literal (error, failure->domain, failure->code,
                       colon != NULL ? colon + 2 : failure->message);
  return FALSE;
}

static void
set_default (const PrnMember *member, const PrnRecord *record, gpointer data)
{
  g_autofree gpointer fresh = g_malloc0 (record->size);

  if (member->type == PRN_MEMBER_PART) {
    for (guint i = 0; i < member->record->n_members; i++)
      set_default (&member->record->members[i], member->record, data);
    return;
  }
  prn_record_init (record, fresh);
  prn_member_assign (member, data, fresh);
  prn_record_clear (record, fresh);
}

static gboolean
is_kept_by_another (const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  for (guint i = 0; i < record->n_members; i++)
    if (record->members[i].offset == member->offset &&
        prn_member_applies (&record->members[i], record, data))
      return TRUE;
  return FALSE;
}

/* The default of one member, whatever else its flag stands for. */
static void
set_default_but_flag (const PrnMember *member, const PrnRecord *record, gpointer data)
{
  gboolean *flag = G_STRUCT_MEMBER_P (data, member->flag_offset);
  gboolean kept = (member->flags & PRN_MEMBER_HAS_FLAG) ? *flag : FALSE;

  set_default (member, record, data);
  if (member->flags & PRN_MEMBER_HAS_FLAG)
    *flag = kept;
}

/* The rows of another variant hold nothing: whoever frees or copies the struct passes them by. */
static void
clear_what_applies_no_more (const PrnRecord *record, gpointer data, guint before)
{
  guint now = *(guint *) G_STRUCT_MEMBER_P (data, record->variant_offset);

  if (now == before)
    return;
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if ((member->variants & (1u << before)) && !prn_member_applies (member, record, data) &&
        !is_kept_by_another (member, record, data))
      set_default_but_flag (member, record, data);
  }
}

static gboolean
read_value (const PrnMember *member, gpointer data, const char *json, GError **error)
{
  g_autoptr (PrnJson) scanned = prn_json_scan (json, strlen (json), error);
  PrnReader reader = { .json = scanned };

  if (scanned == NULL)
    return FALSE;
  prn_reader_member (&reader, member, 0, data);
  return finish (&reader, error);
}

gboolean
prn_member_read_json (const PrnMember *member,
                      const PrnRecord *record,
                      gpointer data,
                      const char *json,
                      GError **error)
{
  gboolean states_variant =
      record->variant_member != NULL && g_str_equal (member->name, record->variant_member);
  guint before = states_variant ? *(guint *) G_STRUCT_MEMBER_P (data, record->variant_offset) : 0;

  set_default (member, record, data);
  if (json != NULL && !read_value (member, data, json, error))
    return FALSE;
  if (states_variant)
    clear_what_applies_no_more (record, data, before);
  return TRUE;
}

gboolean
prn_record_read_json (const PrnRecord *record, gpointer data, const char *json, GError **error)
{
  g_autoptr (PrnJson) scanned = prn_json_scan (json, strlen (json), error);
  PrnReader reader = { .json = scanned };

  if (scanned == NULL)
    return FALSE;
  prn_reader_record (&reader, record, 0, data);
  return finish (&reader, error);
}

gboolean
prn_record_validate (const PrnRecord *record, gconstpointer data, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gpointer copy = g_malloc0 (record->size);
  gboolean valid;

  prn_record_append (record, data, text, 0);
  prn_record_init (record, copy);
  valid = prn_record_read_json (record, copy, text->str, error);
  prn_record_free (record, copy);
  return valid;
}
