/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-references.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-map-private.h"

typedef struct {
  const PrnElement *element;
  PrnReferenceFunc func;
  gpointer user_data;
} Walk;

static void walk_record (const Walk *walk, const PrnRecord *record, gconstpointer data,
                         const PrnPlace *place);

static void
visit (const Walk *walk, const PrnMember *member, const char *id, const PrnPlace *place)
{
  PrnReference reference = { walk->element, member, id, place };

  if (id != NULL)
    walk->func (&reference, walk->user_data);
}

static void
walk_list (const Walk *walk, const PrnMember *member, const PrnList *list, const PrnPlace *place)
{
  for (guint i = 0; i < list->n; i++) {
    PrnPlace item = { place, NULL, i };

    if (member->type == PRN_MEMBER_REFERENCES)
      visit (walk, member, ((char **) list->items)[i], &item);
    else
      walk_record (walk, member->record, (const char *) list->items + i * member->record->size,
                   &item);
  }
}

static void
walk_elements (const Walk *walk, const PrnElements *elements, const PrnPlace *place)
{
  for (guint i = 0; elements != NULL && i < elements->n; i++) {
    Walk inner = { elements->items[i], walk->func, walk->user_data };
    PrnPlace item = { place, NULL, i };

    walk_record (&inner, prn_record_of_kind (elements->items[i]->kind), elements->items[i], &item);
  }
}

static void
walk_member (const Walk *walk, const PrnMember *member, gconstpointer data, const PrnPlace *parent)
{
  gconstpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  PrnPlace place = { parent, member->name, 0 };

  switch (member->type) {
  case PRN_MEMBER_REFERENCE:
    visit (walk, member, *(char *const *) field, &place);
    break;
  case PRN_MEMBER_REFERENCES:
  case PRN_MEMBER_RECORDS:
    walk_list (walk, member, field, &place);
    break;
  case PRN_MEMBER_RECORD:
    walk_record (walk, member->record, field, &place);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    if (*(gconstpointer const *) field != NULL)
      walk_record (walk, member->record, *(gconstpointer const *) field, &place);
    break;
  case PRN_MEMBER_ELEMENTS:
    walk_elements (walk, *(PrnElements *const *) field, &place);
    break;
  default:
    break;
  }
}

static void
walk_record (const Walk *walk, const PrnRecord *record, gconstpointer data, const PrnPlace *place)
{
  for (guint i = 0; i < record->n_members; i++)
    if (prn_member_applies (&record->members[i], record, data))
      walk_member (walk, &record->members[i], data, place);
}

void
prn_record_foreach_reference (const PrnRecord *record, gconstpointer data,
                              const PrnElement *element, const PrnPlace *place,
                              PrnReferenceFunc func, gpointer user_data)
{
  Walk walk = { element, func, user_data };

  walk_record (&walk, record, data, place);
}

void
prn_map_foreach_reference (PrnMap *map, PrnReferenceFunc func, gpointer user_data)
{
  prn_record_foreach_reference (&prn_map_record, map, NULL, NULL, func, user_data);
}

typedef struct {
  PrnMap *map;
  PrnDanglingFunc func;
  gpointer user_data;
} Search;

/* "a stage, a phase or “*”" */
static char *
describe_expected (const PrnMember *member)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (member->references & (1u << kind))
      g_ptr_array_add (names, (gpointer) _ (prn_record_of_kind (kind)->name));
  if (names->len == PRN_N_KINDS) {
    g_string_append (text, _ ("an element"));
    return g_string_free (text, FALSE);
  }
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (" or ") : "", (char *) names->pdata[i]);
  if (member->word != NULL)
    g_string_append_printf (text, _ (" or “%s”"), member->word);
  return g_string_free (text, FALSE);
}

char *
prn_reference_refusal (PrnMap *map, const PrnReference *reference)
{
  const PrnElement *found;
  g_autofree char *expected = NULL;
  g_autofree char *quoted = NULL;

  if (g_strcmp0 (reference->id, reference->member->word) == 0)
    return NULL;
  found = prn_map_lookup (map, reference->id);
  if (found != NULL && (reference->member->references & (1u << found->kind)))
    return NULL;

  expected = describe_expected (reference->member);
  quoted = prn_quote (reference->id);
  return found != NULL
             ? g_strdup_printf (_ ("%s is %s; expected the id of %s"), quoted,
                                _ (prn_record_of_kind (found->kind)->name), expected)
             : g_strdup_printf (_ ("there is no %s; expected the id of %s"), quoted, expected);
}

static void
check_reference (const PrnReference *reference, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *message = prn_reference_refusal (search->map, reference);

  if (message != NULL)
    search->func (reference, message, search->user_data);
}

void
prn_map_foreach_dangling (PrnMap *map, PrnDanglingFunc func, gpointer user_data)
{
  Search search = { map, func, user_data };

  prn_map_foreach_reference (map, check_reference, &search);
}
