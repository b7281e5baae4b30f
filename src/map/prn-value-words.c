/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-value-words.h"

#include <math.h>
#include <string.h>

#include "prn-extra-scan.h"
#include "prn-json-write.h"
#include "prn-map-write.h"

#define LONGEST 120 /* characters of a value in a sentence */

char *
prn_words_shorten (char *text)
{
  g_autofree char *whole = text;

  if (g_utf8_strlen (whole, -1) <= LONGEST)
    return g_steal_pointer (&whole);
  *g_utf8_offset_to_pointer (whole, LONGEST - 1) = '\0';
  return g_strconcat (whole, "…", NULL);
}

static char *
quote (const char *text)
{
  GString *quoted = g_string_new (NULL);

  prn_json_append_string (quoted, text);
  return g_string_free (quoted, FALSE);
}

char *
prn_label_quoted (PrnMap *map, const char *id)
{
  gconstpointer element = map != NULL ? prn_map_lookup (map, id) : NULL;

  return prn_words_shorten (quote (element != NULL ? prn_element_label (element) : id));
}

char *
prn_member_words (const PrnMember *member)
{
  return g_strdelimit (g_strdup (member->name), "_", ' ');
}

char *
prn_value_json (const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  g_autoptr (GString) text = NULL;

  if (!prn_member_is_given (member, record, data))
    return NULL;
  text = g_string_new (NULL);
  prn_member_append (member, data, text, 0);
  return prn_json_squeeze (text->str);
}

static char *
number_words (double value, PrnShown shown)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (isnan (value))
    return NULL;
  /* Twelve digits hide that 0.07 × 100 is not quite 7. */
  if (shown == PRN_SHOWN_PERCENT)
    g_string_append_printf (text, "%.12g %%", value * 100);
  else
    prn_json_append_number (text, value);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
texts_words (const PrnTexts *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->n; i++) {
    if (i > 0)
      g_string_append (text, ", ");
    prn_json_append_string (text, texts->items[i]);
  }
  if (texts->n == 0)
    return g_string_free (text, TRUE), NULL;
  return g_string_free (text, FALSE);
}

/* A point as (x, y), a size as w × h. */
static char *
pair_words (const PrnRecord *record, gconstpointer data)
{
  double first = *(const double *) G_STRUCT_MEMBER_P (data, record->members[0].offset);
  double second = *(const double *) G_STRUCT_MEMBER_P (data, record->members[1].offset);
  g_autofree char *a = number_words (first, PRN_SHOWN_PLAIN);
  g_autofree char *b = number_words (second, PRN_SHOWN_PLAIN);

  if (a == NULL || b == NULL)
    return NULL;
  return record == &prn_point_record ? g_strdup_printf ("(%s, %s)", a, b)
                                     : g_strdup_printf ("%s × %s", a, b);
}

static char *
text_words (const char *text)
{
  return text != NULL && *text != '\0' ? quote (text) : NULL;
}

static char *
field_words (PrnMap *map, const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  gconstpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  const char *id;

  switch (member->type) {
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
    return text_words (*(char *const *) field);
  case PRN_MEMBER_REFERENCE:
    id = *(char *const *) field;
    return id != NULL ? prn_label_quoted (map, id) : NULL;
  case PRN_MEMBER_CHOICE:
    return text_words (member->choices[*(const guint *) field]);
  case PRN_MEMBER_FLAG:
    return g_strdup (*(const gboolean *) field ? "yes" : "no");
  case PRN_MEMBER_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) field);
  case PRN_MEMBER_NUMBER:
    return number_words (*(const double *) field, prn_member_shown (member, record, data));
  case PRN_MEMBER_DURATION: {
    const PrnDuration *duration = field;

    if (duration->us < 0)
      return NULL;
    return duration->spelling != NULL ? g_strdup (duration->spelling)
                                      : prn_duration_format (duration->us);
  }
  case PRN_MEMBER_TEXTS:
    return texts_words (field);
  case PRN_MEMBER_RECORD:
    if (member->record == &prn_point_record || member->record == &prn_size_record)
      return pair_words (member->record, field);
    return prn_value_json (member, record, data);
  default:
    return prn_value_json (member, record, data);
  }
}

char *
prn_value_words (PrnMap *map, const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  char *words;

  if (!prn_member_applies (member, record, data))
    return NULL;
  if ((member->flags & PRN_MEMBER_HAS_FLAG) &&
      *(const gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) != member->flag_value)
    return NULL;
  words = field_words (map, member, record, data);
  return words != NULL ? prn_words_shorten (words) : NULL;
}
