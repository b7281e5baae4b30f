/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scenario.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-map-private.h"
#include "prn-map-write.h"
#include "prn-schema.h"

/* Puts what an override says into the members of the same names of a @target: a trigger, a stage
 * or the population. Other names it may not have. */
static gboolean
put_members (const PrnOverride *change, const char *place, const PrnRecord *record,
             gpointer target, GError **error)
{
  for (guint i = 0; i < prn_override_record.n_members; i++) {
    const PrnMember *from = &prn_override_record.members[i];
    const PrnMember *to;

    if (from->type == PRN_MEMBER_REFERENCE ||
        !prn_member_is_given (from, &prn_override_record, change))
      continue;
    to = prn_record_find_member (record, from->name);
    if (to == NULL) {
      g_autofree char *member_place = g_strdup_printf ("%s.%s", place, from->name);

      prn_set_error_at (error, PRN_ERROR_REFERENCE, member_place,
                        _ ("%s has no “%s” to change; remove it"), _ (record->name), from->name);
      return FALSE;
    }
    prn_member_assign_as (to, target, from, change);
  }
  return TRUE;
}

/* An element may be changed by several lines: it is copied once. */
static PrnElement *
copy_once (PrnMap *map, const char *id, GHashTable *changed)
{
  PrnElement *copy = g_hash_table_lookup (changed, id);
  const PrnElement *element;

  if (copy != NULL)
    return copy;
  element = prn_map_lookup (map, id);
  if (element == NULL || (element->kind != PRN_KIND_TRIGGER && element->kind != PRN_KIND_STAGE))
    return NULL;
  copy = prn_element_copy (element);
  g_hash_table_insert (changed, copy->id, copy);
  return copy;
}

static gboolean
put_override (PrnMap *map, const PrnOverride *change, const char *place, GHashTable *changed,
              PrnPopulation *population, GError **error)
{
  PrnElement *element;

  if (g_strcmp0 (change->of, "population") == 0)
    return put_members (change, place, &prn_population_record, population, error);

  element = change->of != NULL ? copy_once (map, change->of, changed) : NULL;
  if (element == NULL) {
    g_autofree char *quoted = prn_quote (change->of != NULL ? change->of : "");

    prn_set_error_at (error, PRN_ERROR_REFERENCE, place,
                      _ ("%s is no trigger, no stage and not “population”; name one of these"),
                      quoted);
    return FALSE;
  }
  return put_members (change, place, prn_record_of_kind (element->kind), element, error);
}

static void
set_error_no_scenario (PrnMap *map, const char *id, GError **error)
{
  guint n = prn_map_n (map, PRN_KIND_SCENARIO);
  g_autofree char *quoted = prn_quote (id);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            prn_element_id (prn_map_nth (map, PRN_KIND_SCENARIO, i)));
  if (n == 0)
    prn_set_error_at (error, PRN_ERROR_USAGE, "scenarios",
                      _ ("there is no scenario %s; the map has none"), quoted);
  else
    prn_set_error_at (error, PRN_ERROR_USAGE, "scenarios",
                      _ ("there is no scenario %s; there are: %s"), quoted, known->str);
}

static gpointer *
values_of (GHashTable *table, guint *n)
{
  gpointer *values = g_new (gpointer, g_hash_table_size (table));
  GHashTableIter iter;

  *n = 0;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &values[*n]))
    (*n)++;
  return values;
}

PrnMap *
prn_map_with_scenario (PrnMap *map, const char *id, GError **error)
{
  int index = prn_map_index_of (map, PRN_KIND_SCENARIO, id);
  g_autoptr (GHashTable) changed =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, prn_element_unref);
  g_autoptr (PrnMap) with_elements = NULL;
  PrnMap *result = NULL;
  g_autofree gpointer *elements = NULL;
  const PrnScenario *scenario;
  PrnPopulation population;
  gboolean fits = TRUE;
  guint n;

  if (index < 0) {
    set_error_no_scenario (map, id, error);
    return NULL;
  }

  scenario = prn_map_nth (map, PRN_KIND_SCENARIO, (guint) index);
  prn_record_copy (&prn_population_record, &population, prn_map_get_population (map));
  for (guint k = 0; k < scenario->set.n && fits; k++) {
    g_autofree char *place = g_strdup_printf ("scenarios[%d].set[%u]", index, k);

    fits = put_override (map, &scenario->set.items[k], place, changed, &population, error);
  }
  if (fits) {
    elements = values_of (changed, &n);
    with_elements = prn_map_with_all (map, elements, n);
    result = prn_map_with_population (with_elements, &population);
  }
  prn_record_clear (&prn_population_record, &population);
  return result;
}
