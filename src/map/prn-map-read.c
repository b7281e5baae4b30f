/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-check.h"
#include "prn-extra.h"
#include "prn-hash.h"
#include "prn-map-file.h"
#include "prn-map-private.h"
#include "prn-references.h"

/* Which rows of a record have been met: a bit for each. */
typedef guint32 Seen;

void
prn_reader_fail (PrnReader *reader,
                 PrnError code,
                 guint32 token,
                 const char *member,
                 const char *format,
                 ...)
{
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  reader->n_failures++;
  if (reader->error != NULL && (reader->problems == NULL || reader->n_failures > PRN_MOST_PROBLEMS))
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  path = prn_json_path (reader->json, token);
  if (member != NULL)
    place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "." : "", member);
  else
    place = g_strdup (*path != '\0' ? path : "the file");

  if (reader->error == NULL)
    prn_set_error_at (&reader->error, code, place, "%s", message);
  if (reader->problems != NULL)
    g_ptr_array_add (reader->problems, prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED,
                                                        place, reader->element, "%s", message));
}

static const PrnMember *
find_row (PrnReader *reader, const PrnRecord *record, guint32 name, gpointer data, guint *hint)
{
  const PrnJsonToken *token = &reader->json->tokens[name];
  const char *text = reader->json->text + token->start + 1;
  gsize length = token->end - token->start - 2;
  g_autofree char *decoded = NULL;

  if (token->escaped)
    text = decoded = prn_json_dup_string (reader->json, name, &length);

  /* Members mostly stand in the order of the table. */
  for (guint k = 0; k < record->n_members; k++) {
    guint i = (*hint + k) % record->n_members;
    const PrnMember *member = &record->members[i];

    if (strncmp (member->name, text, length) == 0 && member->name[length] == '\0' &&
        prn_member_applies (member, record, data)) {
      *hint = i + 1;
      return member;
    }
  }
  return NULL;
}

/* Sets the variant that the member @record->variant_member states. */
static gboolean
read_stated_variant (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data)
{
  const PrnMember *member = prn_record_find_member (record, record->variant_member);
  guint32 value = prn_json_find (reader->json, token, record->variant_member);
  guint failures = reader->n_failures;

  if (value == 0) {
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, member->name, _ ("%s needs this member"),
                     _ (record->name));
    return FALSE;
  }
  prn_reader_member (reader, member, value, data);
  return reader->n_failures == failures;
}

/* Sets the variant whose selecting member is there. */
static gboolean
read_selected_variant (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data)
{
  const PrnMember *selected = NULL;

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (!(member->flags & PRN_MEMBER_SELECTS) ||
        prn_json_find (reader->json, token, member->name) == 0)
      continue;
    if (selected != NULL) {
      prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL,
                       _ ("%s has one kind, this has two: “%s” and “%s”"), _ (record->name),
                       selected->name, member->name);
      return FALSE;
    }
    selected = member;
  }
  if (selected == NULL) {
    g_autoptr (GString) kinds = g_string_new (NULL);

    for (guint i = 0; i < record->n_members; i++)
      if (record->members[i].flags & PRN_MEMBER_SELECTS)
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", record->members[i].name);
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL, _ ("%s has no kind; expected one of %s"),
                     _ (record->name), kinds->str);
    return FALSE;
  }
  *(guint *) G_STRUCT_MEMBER_P (data, record->variant_offset) =
      (guint) g_bit_nth_lsf (selected->variants, -1);
  return TRUE;
}

static gboolean
read_variant (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data)
{
  if (!record->has_variants)
    return TRUE;
  return record->variant_member != NULL ? read_stated_variant (reader, record, token, data)
                                        : read_selected_variant (reader, record, token, data);
}

static void
check_presence (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data, Seen seen)
{
  const PrnMember *first = NULL, *second = NULL;
  guint n_given = 0;

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];
    gboolean given = (seen & (1u << i)) != 0;

    if (!prn_member_applies (member, record, data))
      continue;
    if ((member->flags & PRN_MEMBER_REQUIRED) && !given)
      prn_reader_fail (reader, PRN_ERROR_TYPE, token, member->name, _ ("%s needs this member"),
                       _ (record->name));
    if (member->flags & PRN_MEMBER_ONE_OF) {
      n_given += given;
      *(first == NULL ? &first : &second) = member;
    }
  }
  if (first != NULL && n_given != 1)
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL,
                     n_given > 1 ? _ ("expected either “%s” or “%s”, found both")
                                 : _ ("expected either “%s” or “%s”"),
                     first->name, second->name);
}

static gboolean
starts_with_stated_variant (const PrnRecord *record, const PrnMember *member)
{
  return record->variant_member != NULL && g_str_equal (member->name, record->variant_member);
}

void
prn_reader_record (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data)
{
  const PrnJsonToken *tokens = reader->json->tokens;
  PrnExtra **extra = G_STRUCT_MEMBER_P (data, record->extra_offset);
  Seen seen = 0;
  guint hint = 0;

  if (tokens[token].type != PRN_JSON_OBJECT) {
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL, _ ("expected %s as an object, found %s"),
                     _ (record->name), prn_json_type_name (tokens[token].type));
    return;
  }
  if (!read_variant (reader, record, token, data))
    return;

  for (guint32 name = token + 1; name < tokens[token].next; name = tokens[name + 1].next) {
    const PrnMember *member = find_row (reader, record, name, data, &hint);

    if (member == NULL) {
      prn_extra_add (extra, reader->json, name);
      continue;
    }
    if (seen & (1u << (member - record->members)))
      continue;
    seen |= 1u << (member - record->members);
    if (!starts_with_stated_variant (record, member))
      prn_reader_member (reader, member, name + 1, data);
  }
  check_presence (reader, record, token, data, seen);
}

/* A member that stands twice is refused once, here, wherever it is. */
static void
check_repeated (PrnReader *reader)
{
  for (guint i = 0; i < reader->json->repeated->len; i++)
    prn_reader_fail (reader, PRN_ERROR_SYNTAX, g_array_index (reader->json->repeated, guint32, i),
                     NULL, _ ("this member stands twice in one object; remove one"));
}

/* A report has elements of the same names as a map, but says what kind it is of and no format. */
static gboolean
looks_like_report (const PrnJson *json)
{
  return prn_json_find (json, 0, "format") == 0 && prn_json_find (json, 0, "kind") != 0 &&
         prn_json_find (json, 0, "rows") != 0;
}

static void
check_format (PrnReader *reader)
{
  if (reader->json->tokens[0].type == PRN_JSON_OBJECT && looks_like_report (reader->json))
    prn_reader_fail (reader, PRN_ERROR_TYPE, 0, "format",
                     _ ("this is a report; expected a map, with \"format\": \"perennial-map\""));
  else if (reader->json->tokens[0].type == PRN_JSON_OBJECT)
    prn_reader_record (reader, &prn_map_record, 0, reader->map);
  else
    prn_reader_fail (reader, PRN_ERROR_TYPE, 0, NULL,
                     _ ("this is no map: expected an object with \"format\": \"perennial-map\""));
}

static void
dangling_cb (const PrnReference *reference, const char *message, gpointer user_data)
{
  PrnReader *reader = user_data;
  g_autofree char *place = NULL;

  reader->n_failures++;
  if (reader->error != NULL && (reader->problems == NULL || reader->n_failures > PRN_MOST_PROBLEMS))
    return;

  place = prn_place_format (reference->place);
  if (reader->error == NULL)
    prn_set_error_at (&reader->error, PRN_ERROR_REFERENCE, place, "%s", message);
  if (reader->problems != NULL)
    g_ptr_array_add (reader->problems,
                     prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, place,
                                      reference->element != NULL ? reference->element->id : NULL,
                                      "%s", message));
}

/* "triggers[4]" of "triggers[4].when.all[1]" */
static char *
first_step (const char *place)
{
  return g_strndup (place, strcspn (place, "."));
}

/* What is wrong with the rest of a file that is refused; nothing of what already has an error. */
static void
add_warnings (PrnReader *reader)
{
  g_autoptr (GHashTable) refused = g_hash_table_new_full (prn_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = prn_map_check (reader->map);

  for (guint i = 0; i < reader->problems->len; i++)
    g_hash_table_add (refused, first_step (((PrnProblem *) reader->problems->pdata[i])->place));
  for (guint i = 0; i < found->len; i++) {
    PrnProblem *problem = found->pdata[i];
    g_autofree char *step = first_step (problem->place);

    if (problem->severity == PRN_SEVERITY_WARNING && !g_hash_table_contains (refused, step))
      g_ptr_array_add (reader->problems,
                       prn_problem_new (problem->severity, problem->code, problem->place,
                                        problem->id, "%s", problem->message));
  }
}

PrnMap *
prn_map_parse (GBytes *bytes, GPtrArray *problems, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) syntax = NULL;
  g_autoptr (PrnJson) json = prn_json_scan (text != NULL ? text : "", size, &syntax);
  g_autoptr (PrnMap) map = NULL;
  PrnReader reader = { .json = json, .problems = problems };

  if (json == NULL) {
    if (problems != NULL)
      g_ptr_array_add (problems, prn_problem_new_from_error (syntax));
    g_propagate_error (error, g_steal_pointer (&syntax));
    return NULL;
  }

  map = reader.map = prn_map_alloc ();
  map->index = prn_map_index_new ();
  check_repeated (&reader);
  check_format (&reader);
  prn_map_foreach_dangling (map, dangling_cb, &reader);

  if (reader.n_failures > PRN_MOST_PROBLEMS && problems != NULL)
    g_ptr_array_add (problems,
                     prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, "the file", NULL,
                                      _ ("%u more errors are not listed; mend these first"),
                                      reader.n_failures - PRN_MOST_PROBLEMS));
  if (reader.error != NULL) {
    if (problems != NULL && json->tokens[0].type == PRN_JSON_OBJECT)
      add_warnings (&reader);
    g_propagate_error (error, reader.error);
    return NULL;
  }
  return g_steal_pointer (&map);
}
