/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-map.h"

#include <math.h>
#include <string.h>

#include "prn-extra.h"
#include "prn-schema.h"

typedef struct {
  GRand *rand;
  guint n; /* elements of each kind */
  guint depth;
} Maker;

static void fill (Maker *maker, const PrnRecord *record, gpointer data);

static gboolean
chance (Maker *maker, double probability)
{
  return g_rand_double (maker->rand) < probability;
}

static guint
below (Maker *maker, guint n)
{
  return (guint) g_rand_int_range (maker->rand, 0, (gint32) n);
}

char *
random_element_id (PrnKind kind, guint index)
{
  return g_strdup_printf ("%s-%u", prn_kind_name (kind), index);
}

static char *
make_text (Maker *maker)
{
  static const char *const parts[] = { "a", "Trial ", "é", "客户", "\"", "\\", "\n", "\t", "\x01",
                                       "/", "\x7f",   "🌻", " ",    "{",  "}",  ",",  ":",  "عميل" };
  GString *text = g_string_new (NULL);

  for (guint i = below (maker, 6); i > 0; i--)
    g_string_append (text, parts[below (maker, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static char *
make_color (Maker *maker)
{
  if (chance (maker, 0.5))
    return g_strdup (prn_color_names[below (maker, 8)]);
  return g_strdup_printf ("#%06x", below (maker, 1 << 24));
}

static char *
make_reference (Maker *maker, const PrnMember *member)
{
  PrnKind kind;

  if (member->word != NULL && chance (maker, 0.2))
    return g_strdup (member->word);
  do
    kind = below (maker, PRN_N_KINDS);
  while (!(member->references & (1u << kind)));
  return random_element_id (kind, below (maker, maker->n));
}

static double
make_number (Maker *maker, const PrnMember *member)
{
  double least = MAX (member->minimum, -1e6), most = MIN (member->maximum, 1e6);
  double value = g_rand_double_range (maker->rand, least, most);

  if (member->type == PRN_MEMBER_INTEGER)
    value = floor (value);
  else if (chance (maker, 0.4))
    value = round (value * 100) / 100;
  if (value < least || value > most ||
      (value == member->minimum && (member->flags & PRN_MEMBER_ABOVE_MINIMUM)))
    value = most;
  return value;
}

static PrnDuration
make_duration (Maker *maker, gboolean above_zero)
{
  static const char *const spellings[] = { "14d", "90min", "1.5h", "24mo", "007d", "1h1d", "0.5d" };
  gint64 us;

  if (chance (maker, 0.3)) {
    const char *spelling = spellings[below (maker, G_N_ELEMENTS (spellings))];

    g_assert_true (prn_duration_parse (spelling, &us, NULL));
    return (PrnDuration){ us, g_intern_string (spelling) };
  }
  us = (gint64) g_rand_int (maker->rand) + 1;
  return PRN_DURATION (chance (maker, 0.5) ? us : (us % 1000 + above_zero) * PRN_HOUR);
}

static int
compare_durations (gconstpointer a, gconstpointer b)
{
  gint64 us_a = ((const PrnDuration *) a)->us, us_b = ((const PrnDuration *) b)->us;

  return (us_a > us_b) - (us_a < us_b);
}

static void
make_value (Maker *maker, PrnValue *value)
{
  static const PrnMember any = { .minimum = -1e6, .maximum = 1e6, .type = PRN_MEMBER_NUMBER };

  value->is_number = chance (maker, 0.5);
  if (value->is_number)
    value->number = make_number (maker, &any);
  else
    value->text = make_text (maker);
}

static guint
list_length (Maker *maker, const PrnMember *member)
{
  if (member->type == PRN_MEMBER_ONE_DURATION || member->type == PRN_MEMBER_ONE_VALUE)
    return 1;
  if (member->type == PRN_MEMBER_DURATIONS && member->maximum == member->least)
    return member->least;
  return member->least + below (maker, 3);
}

static void
fill_list (Maker *maker, const PrnMember *member, PrnList *list)
{
  guint n = list_length (maker, member);

  if (member->type == PRN_MEMBER_RECORDS) {
    prn_list_resize (list, member->record, n);
    for (guint i = 0; i < n; i++)
      fill (maker, member->record, (char *) list->items + i * member->record->size);
    return;
  }

  list->n = n;
  switch (member->type) {
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    list->items = g_new0 (PrnDuration, n);
    for (guint i = 0; i < n; i++)
      ((PrnDuration *) list->items)[i] = make_duration (maker, FALSE);
    qsort (list->items, n, sizeof (PrnDuration), compare_durations);
    break;
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    list->items = g_new0 (PrnValue, n);
    for (guint i = 0; i < n; i++)
      make_value (maker, (PrnValue *) list->items + i);
    break;
  default:
    list->items = g_new0 (char *, n);
    for (guint i = 0; i < n; i++)
      ((char **) list->items)[i] = member->type == PRN_MEMBER_REFERENCES
                                       ? make_reference (maker, member)
                                       : make_text (maker);
  }
}

static void
fill_pointer (Maker *maker, const PrnMember *member, gpointer *field)
{
  *field = g_malloc0 (member->record->size);
  prn_record_init (member->record, *field);
  do {
    prn_record_clear (member->record, *field);
    memset (*field, 0, member->record->size);
    prn_record_init (member->record, *field);
    fill (maker, member->record, *field);
  } while (member->accepts != 0 &&
           !(member->accepts &
             (1u << *(guint *) G_STRUCT_MEMBER_P (*field, member->record->variant_offset))));
}

static void
fill_member (Maker *maker, const PrnMember *member, gpointer data)
{
  gpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  char **text = field;

  if (member->flags & PRN_MEMBER_HAS_FLAG)
    *(gboolean *) G_STRUCT_MEMBER_P (data, member->flag_offset) = member->flag_value;
  switch (member->type) {
  case PRN_MEMBER_TEXT:
    g_free (*text);
    *text = make_text (maker);
    break;
  case PRN_MEMBER_COLOR:
    g_free (*text);
    *text = make_color (maker);
    break;
  case PRN_MEMBER_REFERENCE:
    *text = make_reference (maker, member);
    break;
  case PRN_MEMBER_CHOICE:
    *(guint *) field = below (maker, g_strv_length ((char **) member->choices));
    break;
  case PRN_MEMBER_FLAG:
    *(gboolean *) field = TRUE;
    break;
  case PRN_MEMBER_INTEGER:
    *(gint64 *) field = (gint64) make_number (maker, member);
    break;
  case PRN_MEMBER_NUMBER:
    *(double *) field = make_number (maker, member);
    break;
  case PRN_MEMBER_DURATION:
    *(PrnDuration *) field = make_duration (maker, (member->flags & PRN_MEMBER_ABOVE_MINIMUM) != 0);
    break;
  case PRN_MEMBER_RECORD:
    if (member->variants != 0)
      prn_record_init (member->record, field);
    fill (maker, member->record, field);
    break;
  case PRN_MEMBER_PART:
    fill (maker, member->record, data);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    fill_pointer (maker, member, field);
    break;
  case PRN_MEMBER_ID:
  case PRN_MEMBER_CONSTANT:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_ELEMENTS:
    break;
  default:
    fill_list (maker, member, field);
  }
}

static void
choose_variant (Maker *maker, const PrnRecord *record, gpointer data)
{
  guint *variant = G_STRUCT_MEMBER_P (data, record->variant_offset);
  const PrnMember *member;

  if (record->variant_member != NULL) {
    member = prn_record_find_member (record, record->variant_member);
    *variant = below (maker, g_strv_length ((char **) member->choices));
    return;
  }
  /* Groups of conditions only so deep. */
  do
    member = &record->members[below (maker, record->n_members)];
  while (!(member->flags & PRN_MEMBER_SELECTS) ||
         (member->type == PRN_MEMBER_RECORDS && maker->depth > 4));
  *variant = (guint) g_bit_nth_lsf (member->variants, -1);
}

static void
add_extra (Maker *maker, const PrnRecord *record, gpointer data)
{
  static const char *const unknown[] = {
    "{\"x-newer\":[1.0,{\"a\":12345678901234567890}]}",
    "{\"u\":{},\"v\":[],\"zz\":\"\\u0000\"}",
    "{\"\":null}",
  };
  const char *text = unknown[below (maker, G_N_ELEMENTS (unknown))];
  g_autoptr (PrnJson) json = prn_json_scan (text, strlen (text), NULL);

  for (guint32 name = 1; name < json->n_tokens; name = json->tokens[name + 1].next)
    prn_extra_add (G_STRUCT_MEMBER_P (data, record->extra_offset), json, name);
}

static void
fill (Maker *maker, const PrnRecord *record, gpointer data)
{
  gboolean second = chance (maker, 0.5), one_given = FALSE;

  maker->depth++;
  if (record->has_variants)
    choose_variant (maker, record, data);
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];
    gboolean given = chance (maker, 0.5);

    if (!prn_member_applies (member, record, data) ||
        (record->variant_member != NULL && g_str_equal (member->name, record->variant_member)))
      continue;
    if (member->flags & PRN_MEMBER_ONE_OF) {
      given = !one_given && !second;
      second = FALSE;
      one_given = one_given || given;
    } else if (member->flags & (PRN_MEMBER_REQUIRED | PRN_MEMBER_SELECTS)) {
      given = TRUE;
    }
    if (given)
      fill_member (maker, member, data);
  }
  if (chance (maker, 0.1))
    add_extra (maker, record, data);
  maker->depth--;
}

gpointer
random_element_new (GRand *rand, PrnKind kind, const char *id, guint n)
{
  Maker maker = { rand, n, 0 };
  gpointer element = prn_element_new (kind, id);

  fill (&maker, prn_record_of_kind (kind), element);
  return element;
}

PrnMap *
random_map_new (GRand *rand, guint n)
{
  Maker maker = { rand, n, 0 };
  g_autofree char *title = make_text (&maker);
  g_autoptr (PrnMap) empty = prn_map_new (title);
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (prn_element_unref);
  PrnPopulation population = { 0 };
  PrnMap *result;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < n; i++) {
      g_autofree char *id = random_element_id (kind, i);

      g_ptr_array_add (elements, random_element_new (rand, kind, id, n));
    }
  }
  map = prn_map_with_all (empty, elements->pdata, elements->len);

  prn_record_init (&prn_population_record, &population);
  if (n > 0)
    fill (&maker, &prn_population_record, &population);
  result = prn_map_with_population (map, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}
