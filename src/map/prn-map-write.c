/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "prn-duration.h"
#include "prn-extra.h"
#include "prn-json-write.h"
#include "prn-map-file.h"
#include "prn-map-private.h"
#include "prn-map-write.h"

static void append_members (GString *out,
                            const PrnRecord *record,
                            gconstpointer data,
                            guint depth,
                            gboolean *any);

static void
append_line (GString *out, guint depth)
{
  static const char spaces[] = "                                ";

  g_string_append_c (out, '\n');
  for (guint width = depth * 2; width > 0;) {
    guint part = MIN (width, sizeof spaces - 1);

    g_string_append_len (out, spaces, part);
    width -= part;
  }
}

/* Begins a member or an item; @any tells whether there was one before it. */
static void
begin_line (GString *out, guint depth, gboolean *any)
{
  if (*any)
    g_string_append_c (out, ',');
  append_line (out, depth);
  *any = TRUE;
}

static void
append_duration (GString *out, const PrnDuration *duration)
{
  g_autofree char *usual = NULL;

  if (duration->spelling != NULL) {
    prn_json_append_string (out, duration->spelling);
    return;
  }
  usual = prn_duration_format (MAX (duration->us, 0));
  g_string_append_c (out, '"');
  g_string_append (out, usual);
  g_string_append_c (out, '"');
}

static void
append_value (GString *out, const PrnValue *value)
{
  if (value->is_number)
    prn_json_append_number (out, value->number);
  else
    prn_json_append_string (out, value->text);
}

void
prn_record_append (const PrnRecord *record, gconstpointer data, GString *out, guint depth)
{
  const PrnExtra *extra = *(PrnExtra *const *) G_STRUCT_MEMBER_P (data, record->extra_offset);
  gboolean any = FALSE;

  g_string_append_c (out, '{');
  append_members (out, record, data, depth + 1, &any);
  if (extra != NULL) {
    begin_line (out, depth + 1, &any);
    prn_extra_append (extra, out, depth + 1);
  }
  if (any)
    append_line (out, depth);
  g_string_append_c (out, '}');
}

static void
append_item (GString *out, const PrnMember *member, gconstpointer items, guint i, guint depth)
{
  switch (member->type) {
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
    prn_json_append_string (out, ((char *const *) items)[i]);
    break;
  case PRN_MEMBER_DURATIONS:
    append_duration (out, (const PrnDuration *) items + i);
    break;
  case PRN_MEMBER_VALUES:
    append_value (out, (const PrnValue *) items + i);
    break;
  case PRN_MEMBER_ELEMENTS: {
    const PrnElement *element = ((PrnElement *const *) items)[i];

    prn_record_append (prn_record_of_kind (element->kind), element, out, depth);
    break;
  }
  default:
    prn_record_append (member->record, (const char *) items + i * member->record->size, out, depth);
  }
}

static void
append_list (GString *out, const PrnMember *member, gconstpointer items, guint n, guint depth)
{
  gboolean any = FALSE;

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++) {
    begin_line (out, depth + 1, &any);
    append_item (out, member, items, i, depth + 1);
  }
  if (any)
    append_line (out, depth);
  g_string_append_c (out, ']');
}

static gboolean
is_default_text (const PrnMember *member, const char *text)
{
  return g_str_equal (text, member->initial_text != NULL ? member->initial_text : "");
}

/* A delay of no time at all says nothing where that is the default. */
static gboolean
is_default_pointer (const PrnMember *member, gconstpointer data)
{
  const PrnDistribution *delay = data;

  return member->initial_text != NULL && delay->kind == PRN_DISTRIBUTION_FIXED &&
         delay->extra == NULL && delay->durations.n == 1 && delay->durations.items[0].us == 0;
}

static gboolean
is_default_record (const PrnRecord *record, gconstpointer field)
{
  gboolean same = *(PrnExtra *const *) G_STRUCT_MEMBER_P (field, record->extra_offset) == NULL;

  /* A point or a size is always written in full, so only its value counts. */
  for (guint i = 0; same && i < record->n_members; i++) {
    const PrnMember *inner = &record->members[i];

    if (inner->type == PRN_MEMBER_NUMBER && (inner->flags & PRN_MEMBER_REQUIRED)) {
      double value = *(const double *) G_STRUCT_MEMBER_P (field, inner->offset);

      same = value == inner->initial || (isnan (value) && isnan (inner->initial));
    } else {
      same = !prn_member_is_given (inner, record, field);
    }
  }
  return same;
}

static gboolean
is_default_number (const PrnMember *member, gconstpointer data, double value)
{
  double initial = member->initial;

  if (member->initial_offset != 0)
    initial = *(const double *) G_STRUCT_MEMBER_P (data, member->initial_offset);
  return value == initial;
}

/* Names that are the default, which only the event knows, are left out as any default is. */
static PrnMatch
match_as_written (const PrnEvent *event)
{
  PrnMatch match = event->match;

  if (match.has_names && match.names.n == 2 && g_str_equal (match.names.items[0], event->name) &&
      g_str_equal (match.names.items[1], event->element.id))
    match.has_names = FALSE;
  return match;
}

/* What has no value cannot be written, required or not. */
static gboolean
has_value (const PrnMember *member, gconstpointer field)
{
  switch (member->type) {
  case PRN_MEMBER_REFERENCE:
  case PRN_MEMBER_RECORD_POINTER:
    return *(gconstpointer const *) field != NULL;
  case PRN_MEMBER_NUMBER:
    return !isnan (*(const double *) field);
  case PRN_MEMBER_DURATION:
    return ((const PrnDuration *) field)->us >= 0;
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_ONE_VALUE:
    return ((const PrnList *) field)->n > 0;
  default:
    return TRUE;
  }
}

gboolean
prn_member_is_given (const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  gconstpointer field = G_STRUCT_MEMBER_P (data, member->offset);

  if (!prn_member_applies (member, record, data) || !has_value (member, field))
    return FALSE;
  if ((member->flags & PRN_MEMBER_HAS_FLAG) &&
      *(const gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) != member->flag_value)
    return FALSE;
  if (member->flags & (PRN_MEMBER_REQUIRED | PRN_MEMBER_SELECTS | PRN_MEMBER_HAS_FLAG))
    return TRUE;

  switch (member->type) {
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
    return !is_default_text (member, *(char *const *) field);
  case PRN_MEMBER_REFERENCE:
    return TRUE;
  case PRN_MEMBER_CHOICE:
    return *(const guint *) field != (guint) member->initial;
  case PRN_MEMBER_FLAG:
    return *(const gboolean *) field;
  case PRN_MEMBER_INTEGER:
    return *(const gint64 *) field != (gint64) member->initial;
  case PRN_MEMBER_NUMBER:
    return !is_default_number (member, data, *(const double *) field);
  case PRN_MEMBER_DURATION:
    return ((const PrnDuration *) field)->us != (gint64) member->initial;
  case PRN_MEMBER_RECORD:
    if (member->record == &prn_match_record) {
      PrnMatch match = match_as_written (data);

      return !is_default_record (member->record, &match);
    }
    return !is_default_record (member->record, field);
  case PRN_MEMBER_RECORD_POINTER:
    return !is_default_pointer (member, *(gconstpointer const *) field);
  case PRN_MEMBER_ELEMENTS:
    return *(PrnElements *const *) field != NULL && (*(PrnElements *const *) field)->n > 0;
  default:
    return ((const PrnList *) field)->n > 0;
  }
}

static void
append_record_member (const PrnMember *member, gconstpointer data, GString *out, guint depth)
{
  if (member->record == &prn_match_record) {
    PrnMatch match = match_as_written (data);

    prn_record_append (member->record, &match, out, depth);
  } else {
    prn_record_append (member->record, G_STRUCT_MEMBER_P (data, member->offset), out, depth);
  }
}

void
prn_member_append (const PrnMember *member, gconstpointer data, GString *out, guint depth)
{
  gconstpointer field = G_STRUCT_MEMBER_P (data, member->offset);

  switch (member->type) {
  case PRN_MEMBER_CONSTANT:
    prn_json_append_string (out, member->word);
    break;
  case PRN_MEMBER_CHOICE:
    prn_json_append_string (out, member->choices[*(const guint *) field]);
    break;
  case PRN_MEMBER_FLAG:
    g_string_append (out, *(const gboolean *) field ? "true" : "false");
    break;
  case PRN_MEMBER_INTEGER:
    prn_json_append_integer (out, *(const gint64 *) field);
    break;
  case PRN_MEMBER_NUMBER:
    prn_json_append_number (out, *(const double *) field);
    break;
  case PRN_MEMBER_DURATION:
    append_duration (out, field);
    break;
  case PRN_MEMBER_ONE_DURATION:
    append_duration (out, ((const PrnList *) field)->items);
    break;
  case PRN_MEMBER_ONE_VALUE:
    append_value (out, ((const PrnList *) field)->items);
    break;
  case PRN_MEMBER_RECORD:
    append_record_member (member, data, out, depth);
    break;
  case PRN_MEMBER_PART:
    prn_record_append (member->record, data, out, depth);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    prn_record_append (member->record, *(gconstpointer const *) field, out, depth);
    break;
  case PRN_MEMBER_ELEMENTS:
    append_list (out, member, (*(PrnElements *const *) field)->items,
                 (*(PrnElements *const *) field)->n, depth);
    break;
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_REFERENCE:
    prn_json_append_string (out, *(char *const *) field);
    break;
  default:
    append_list (out, member, ((const PrnList *) field)->items, ((const PrnList *) field)->n,
                 depth);
  }
}

static void
append_members (GString *out,
                const PrnRecord *record,
                gconstpointer data,
                guint depth,
                gboolean *any)
{
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (!prn_member_is_given (member, record, data))
      continue;
    begin_line (out, depth, any);
    g_string_append_c (out, '"');
    g_string_append (out, member->name);
    g_string_append_len (out, "\": ", 3);
    prn_member_append (member, data, out, depth);
  }
}

GBytes *
prn_map_print (PrnMap *map)
{
  GString *out = g_string_sized_new (4096);

  prn_record_append (&prn_map_record, map, out, 0);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

static gboolean
same_print (const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  g_autoptr (GString) text_a = g_string_new (NULL);
  g_autoptr (GString) text_b = g_string_new (NULL);

  prn_record_append (record, a, text_a, 0);
  prn_record_append (record, b, text_b, 0);
  return g_string_equal (text_a, text_b);
}

gboolean
prn_element_equal (gconstpointer a, gconstpointer b)
{
  if (a == b)
    return TRUE;
  return prn_element_kind (a) == prn_element_kind (b) &&
         same_print (prn_record_of_kind (prn_element_kind (a)), a, b);
}

static gboolean
same_elements (PrnElements *a, PrnElements *b)
{
  guint n = a != NULL ? a->n : 0;

  if (a == b)
    return TRUE;
  if (n != (b != NULL ? b->n : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!prn_element_equal (a->items[i], b->items[i]))
      return FALSE;
  return TRUE;
}

/* The maps without their elements are printed; the elements one by one. */
gboolean
prn_map_equal (PrnMap *a, PrnMap *b)
{
  PrnMap bare_a = *a, bare_b = *b;

  if (a == b)
    return TRUE;
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    bare_a.elements[kind] = bare_b.elements[kind] = NULL;
    if (!same_elements (a->elements[kind], b->elements[kind]))
      return FALSE;
  }
  return same_print (&prn_map_record, &bare_a, &bare_b);
}
