/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-edit-new.h"
#include "prn-edit-rewrite.h"
#include "prn-error.h"
#include "prn-id.h"
#include "prn-json-scan.h"
#include "prn-references.h"
#include "prn-schema.h"

typedef struct {
  const char *from, *to;
  gboolean found;
} Renaming;

static void
look_cb (const PrnReference *reference, gpointer user_data)
{
  Renaming *renaming = user_data;

  renaming->found |= g_str_equal (reference->id, renaming->from);
}

static const char *
rename_cb (const char *id, gpointer user_data)
{
  Renaming *renaming = user_data;

  return g_str_equal (id, renaming->from) ? renaming->to : id;
}

static gboolean
names_it (const PrnRecord *record, gconstpointer data, Renaming *renaming)
{
  renaming->found = FALSE;
  prn_record_foreach_reference (record, data, NULL, NULL, look_cb, renaming);
  return renaming->found;
}

static PrnMap *
with_population (PrnMap *map, Renaming *renaming)
{
  const PrnPopulation *population = prn_map_get_population (map);
  g_autofree PrnPopulation *copy = NULL;
  PrnMap *renamed;

  if (!names_it (&prn_population_record, population, renaming))
    return prn_map_ref (map);
  copy = prn_record_new_copy (&prn_population_record, population);
  prn_record_rewrite (&prn_population_record, copy, rename_cb, renaming);
  renamed = prn_map_with_population (map, copy);
  prn_record_clear (&prn_population_record, copy);
  return renamed;
}

static void
collect (PrnMap *map, const char *id, Renaming *renaming, GPtrArray *changed)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < prn_map_n (map, kind); i++) {
      gconstpointer element = prn_map_nth (map, kind, i);
      gboolean is_it = g_str_equal (prn_element_id (element), id);
      PrnElement *copy;

      if (!is_it && !names_it (prn_record_of_kind (kind), element, renaming))
        continue;
      copy = prn_element_copy (element);
      prn_element_rewrite (copy, rename_cb, renaming);
      if (is_it)
        prn_element_set_text (&copy->id, renaming->to);
      g_ptr_array_add (changed, copy);
    }
  }
}

PrnMap *
prn_edit_set_id (PrnMap *map, const char *id, const char *to, GError **error)
{
  gconstpointer element = prn_map_lookup (map, id);
  g_autofree char *quoted = prn_quote (to);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) populated = NULL, without = NULL, with = NULL;
  Renaming renaming = { id, to, FALSE };

  if (element == NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE, _ ("there is no element “%s”"), id);
    return NULL;
  }
  if (g_str_equal (id, to))
    return prn_map_ref (map);
  if (!prn_id_is_valid (to)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE,
                 _ ("%s is no id: expected at most 64 of a-z, 0-9 and -, not beginning with -"),
                 quoted);
    return NULL;
  }
  if (prn_map_lookup (map, to) != NULL) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE, _ ("another element has the id %s"),
                 quoted);
    return NULL;
  }

  collect (map, id, &renaming, changed);
  populated = with_population (map, &renaming);
  without = prn_map_without (populated, id);
  with = prn_map_with_all (without, changed->pdata, changed->len);
  return prn_map_reordered (
      with, to, (guint) prn_map_index_of (map, prn_element_kind (element), id));
}

/* Whether the program made the id of an element whose name was not given yet. */
static gboolean
is_made_up (const PrnElement *element, const char *before)
{
  g_autofree char *plain = g_ascii_strdown (before, -1);

  if (*before == '\0')
    return element->kind == PRN_KIND_TRIGGER && strstr (element->id, "-to-") != NULL;
  return prn_edit_is_usual_name (element->kind, before) &&
         g_str_equal (g_strdelimit (plain, " ", '-'), element->id);
}

char *
prn_edit_id_by_name (PrnMap *map, PrnMap *base, const char *id, const char *before)
{
  const PrnElement *element = prn_map_lookup (map, id);
  const PrnMember *member;
  const char *name;

  if (element == NULL || (base != NULL && prn_map_lookup (base, id) != NULL) ||
      !is_made_up (element, before))
    return NULL;
  member = prn_record_find_member (prn_record_of_kind (element->kind), "name");
  name = member != NULL ? *(char *const *) G_STRUCT_MEMBER_P (element, member->offset) : "";
  if (*name == '\0' || g_str_equal (name, before))
    return NULL;
  return prn_map_new_id (map, name);
}

char *
prn_edit_plain_text (const char *json)
{
  g_autoptr (PrnJson) scanned = prn_json_scan (json, strlen (json), NULL);

  if (scanned == NULL || scanned->tokens[0].type != PRN_JSON_STRING)
    return g_strdup ("");
  return prn_json_dup_string (scanned, 0, NULL);
}
