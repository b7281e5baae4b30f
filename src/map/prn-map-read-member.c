/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-duration.h"
#include "prn-id.h"
#include "prn-json-write.h"
#include "prn-map-private.h"
#include "prn-map-read.h"

gboolean
prn_reader_expect (PrnReader *reader, guint32 token, PrnJsonType type)
{
  PrnJsonType found = reader->json->tokens[token].type;

  if (found == type)
    return TRUE;
  prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL, _ ("expected %s, found %s"),
                   prn_json_type_name (type), prn_json_type_name (found));
  return FALSE;
}

char *
prn_reader_dup_text (PrnReader *reader, guint32 token, gsize limit)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!prn_reader_expect (reader, token, PRN_JSON_STRING))
    return NULL;

  text = prn_json_dup_string (reader->json, token, &length);
  if (length > limit) {
    prn_reader_fail (reader, PRN_ERROR_LIMIT, token, NULL,
                     _ ("the text has %lu bytes; at most %lu are allowed"), (gulong) length,
                     (gulong) limit);
    return NULL;
  }
  if (memchr (text, '\0', length) != NULL) {
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, _ ("a text cannot hold U+0000"));
    return NULL;
  }
  return g_steal_pointer (&text);
}

static void
set_text (char **field, char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = text;
}

static gboolean
is_color (const char *color)
{
  if (*color == '\0' || g_strv_contains (prn_color_names, color))
    return TRUE;
  if (*color != '#' || strlen (color) != 7)
    return FALSE;
  for (const char *p = color + 1; *p != '\0'; p++)
    if (!g_ascii_isxdigit (*p))
      return FALSE;
  return TRUE;
}

static gboolean
is_currency (const char *currency)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isupper (currency[i]))
      return FALSE;
  return currency[3] == '\0';
}

static const char *
expected_form (const PrnMember *member, const char *text)
{
  if (member->type == PRN_MEMBER_ID && !prn_id_is_valid (text))
    return _ ("is no id: expected at most 64 of a-z, 0-9 and -, not beginning with -");
  if (member->type == PRN_MEMBER_COLOR && !is_color (text))
    return _ ("is no color: expected #rrggbb or one of blue, green, yellow, orange, red, purple, "
              "brown, gray");
  if (member->type == PRN_MEMBER_CURRENCY && !is_currency (text))
    return _ ("is no currency: expected three capital letters, like EUR");
  return NULL;
}

/* A text that must have a form. */
static void
read_formed_text (PrnReader *reader, const PrnMember *member, guint32 token, char **field)
{
  g_autofree char *text = prn_reader_dup_text (reader, token, PRN_LIMIT_TEXT);
  const char *expected = text != NULL ? expected_form (member, text) : NULL;

  if (expected != NULL) {
    g_autofree char *quoted = prn_quote (text);

    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, "%s %s", quoted, expected);
    return;
  }
  set_text (field, g_steal_pointer (&text));
}

static void
read_constant (PrnReader *reader, const PrnMember *member, guint32 token)
{
  if (prn_reader_expect (reader, token, PRN_JSON_STRING) &&
      !prn_json_string_is (reader->json, token, member->word))
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, _ ("expected “%s”"), member->word);
}

static void
read_choice (PrnReader *reader, const PrnMember *member, guint32 token, guint *field)
{
  g_autofree char *names = NULL;

  if (!prn_reader_expect (reader, token, PRN_JSON_STRING))
    return;
  for (guint i = 0; member->choices[i] != NULL; i++) {
    if (*member->choices[i] != '\0' &&
        prn_json_string_is (reader->json, token, member->choices[i])) {
      *field = i;
      return;
    }
  }
  names = g_strjoinv (", ", (char **) member->choices + (**member->choices == '\0'));
  prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, _ ("expected one of %s"), names);
}

static void
read_flag (PrnReader *reader, guint32 token, gboolean *field)
{
  PrnJsonType type = reader->json->tokens[token].type;

  if (type == PRN_JSON_TRUE || type == PRN_JSON_FALSE)
    *field = type == PRN_JSON_TRUE;
  else
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL, _ ("expected true or false, found %s"),
                     prn_json_type_name (type));
}

static char *
number_text (double number)
{
  GString *text = g_string_new (NULL);

  prn_json_append_number (text, number);
  return g_string_free (text, FALSE);
}

static void
fail_range (PrnReader *reader, const PrnMember *member, guint32 token, double value)
{
  gboolean above = (member->flags & PRN_MEMBER_ABOVE_MINIMUM) != 0;
  g_autofree char *found = number_text (value);
  g_autofree char *least = number_text (member->minimum);
  g_autofree char *most = number_text (member->maximum);

  if (above)
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL,
                     _ ("%s is out of range: expected more than %s and at most %s"), found, least,
                     most);
  else
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL,
                     _ ("%s is out of range: expected %s to %s"), found, least, most);
}

static gboolean
read_number (PrnReader *reader, const PrnMember *member, guint32 token, double *value)
{
  gboolean above = (member->flags & PRN_MEMBER_ABOVE_MINIMUM) != 0;

  if (!prn_reader_expect (reader, token, PRN_JSON_NUMBER))
    return FALSE;
  *value = prn_json_get_number (reader->json, token);
  if (*value < member->minimum || *value > member->maximum ||
      (above && *value == member->minimum)) {
    fail_range (reader, member, token, *value);
    return FALSE;
  }
  return TRUE;
}

static void
read_integer (PrnReader *reader, const PrnMember *member, guint32 token, gint64 *field)
{
  double value;

  if (!read_number (reader, member, token, &value))
    return;
  if (value != floor (value)) {
    g_autofree char *found = number_text (value);

    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, _ ("%s is no whole number"), found);
    return;
  }
  *field = (gint64) value;
}

/* Most durations are written as this program writes them; only others keep their spelling. */
gboolean
prn_reader_duration (PrnReader *reader, const PrnMember *member, guint32 token, PrnDuration *field)
{
  g_autofree char *text = NULL;
  g_autofree char *usual = NULL;
  g_autoptr (GError) error = NULL;
  PrnJsonType type = reader->json->tokens[token].type;
  gint64 us;

  if (type != PRN_JSON_STRING) {
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL,
                     _ ("expected a duration as a text, like “14d”, found %s"),
                     prn_json_type_name (type));
    return FALSE;
  }
  text = prn_reader_dup_text (reader, token, PRN_LIMIT_TEXT);
  if (text == NULL)
    return FALSE;
  if (!prn_duration_parse (text, &us, &error)) {
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, "%s", error->message);
    return FALSE;
  }
  if (us == 0 && (member->flags & PRN_MEMBER_ABOVE_MINIMUM)) {
    prn_reader_fail (reader, PRN_ERROR_RANGE, token, NULL, _ ("expected more than no time at all"));
    return FALSE;
  }
  usual = prn_duration_format (us);
  *field = (PrnDuration){ us, g_str_equal (usual, text) ? NULL : g_intern_string (text) };
  return TRUE;
}

static void
read_pointer (PrnReader *reader, const PrnMember *member, guint32 token, gpointer *field)
{
  const PrnRecord *record = member->record;
  guint variant;

  *field = g_malloc0 (record->size);
  prn_record_init (record, *field);
  prn_reader_record (reader, record, token, *field);

  variant = *(guint *) G_STRUCT_MEMBER_P (*field, record->variant_offset);
  if (member->accepts != 0 && !(member->accepts & (1u << variant)))
    prn_reader_fail (reader, PRN_ERROR_TYPE, token, NULL, _ ("expected %s with “%s” here"),
                     _ (record->name), record->members[0].name);
}

static void
read_element (PrnReader *reader, PrnKind kind, guint32 token, PrnElements *elements)
{
  PrnElement *element = prn_element_new (kind, "");
  guint32 id = reader->json->tokens[token].type == PRN_JSON_OBJECT
                   ? prn_json_find (reader->json, token, "id")
                   : 0;
  g_autofree char *name = NULL;

  if (id != 0 && reader->json->tokens[id].type == PRN_JSON_STRING)
    name = prn_json_dup_string (reader->json, id, NULL);
  reader->element = name != NULL && prn_id_is_valid (name) ? name : NULL;
  elements->items[elements->n] = element;
  prn_reader_record (reader, prn_record_of_kind (kind), token, element);

  if (*element->id != '\0' &&
      !prn_map_index_add (reader->map->index, element->id, kind, elements->n))
    prn_reader_fail (reader, PRN_ERROR_REFERENCE, id, NULL,
                     _ ("the id “%s” is taken by another element; change one of them"),
                     element->id);
  elements->n++;
  reader->element = NULL;
}

static void
read_elements (PrnReader *reader, const PrnMember *member, guint32 token, PrnElements **field)
{
  guint n = reader->json->tokens[token].n;
  guint32 item = token + 1;

  if (!prn_reader_expect (reader, token, PRN_JSON_ARRAY))
    return;
  reader->n_elements += n;
  if (reader->n_elements > PRN_LIMIT_ELEMENTS) {
    prn_reader_fail (reader, PRN_ERROR_LIMIT, token, NULL,
                     _ ("the map has more than 100,000 elements"));
    return;
  }
  if (n == 0)
    return;

  *field = prn_elements_new (n);
  (*field)->n = 0;
  for (guint i = 0; i < n; i++, item = reader->json->tokens[item].next)
    read_element (reader, member->kind, item, *field);
}

void
prn_reader_member (PrnReader *reader, const PrnMember *member, guint32 token, gpointer data)
{
  gpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  double number;

  if (member->flags & PRN_MEMBER_HAS_FLAG)
    *(gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) = member->flag_value;

  switch (member->type) {
  case PRN_MEMBER_CONSTANT:
    read_constant (reader, member, token);
    break;
  case PRN_MEMBER_TEXT:
    set_text (field, prn_reader_dup_text (reader, token, member->limit));
    break;
  case PRN_MEMBER_REFERENCE:
    set_text (field, prn_reader_dup_text (reader, token, PRN_LIMIT_TEXT));
    break;
  case PRN_MEMBER_ID:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
    read_formed_text (reader, member, token, field);
    break;
  case PRN_MEMBER_CHOICE:
    read_choice (reader, member, token, field);
    break;
  case PRN_MEMBER_FLAG:
    read_flag (reader, token, field);
    break;
  case PRN_MEMBER_INTEGER:
    read_integer (reader, member, token, field);
    break;
  case PRN_MEMBER_NUMBER:
    if (read_number (reader, member, token, &number))
      *(double *) field = number;
    break;
  case PRN_MEMBER_DURATION:
    prn_reader_duration (reader, member, token, field);
    break;
  case PRN_MEMBER_RECORD:
    if (member->variants != 0)
      prn_record_init (member->record, field);
    prn_reader_record (reader, member->record, token, field);
    break;
  case PRN_MEMBER_PART:
    prn_reader_record (reader, member->record, token, data);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    read_pointer (reader, member, token, field);
    break;
  case PRN_MEMBER_ELEMENTS:
    read_elements (reader, member, token, field);
    break;
  default:
    prn_reader_list (reader, member, token, field);
  }
}
