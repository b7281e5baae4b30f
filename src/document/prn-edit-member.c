/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-member.h"

#include <math.h>
#include <string.h>

#include "prn-error.h"
#include "prn-json-scan.h"
#include "prn-record-json.h"
#include "prn-references.h"
#include "prn-same.h"

/* An edit at work: a copy of the one element, or of the map's own members, that nobody else sees. */
typedef struct {
  PrnMap *map;
  const char *id;
  const PrnRecord *record;
  gconstpointer before;
  gpointer copy;
  PrnSpot spot;
} Edit;

static void
edit_clear (Edit *edit)
{
  if (edit->copy == NULL)
    return;
  if (edit->id != NULL)
    prn_element_unref (edit->copy);
  else
    prn_map_unref (edit->copy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
edit_begin (Edit *edit, PrnMap *map, const char *id, const char *path, GError **error)
{
  *edit = (Edit){ .map = map, .id = id, .record = &prn_map_record, .before = map };
  if (id != NULL) {
    edit->before = prn_map_lookup (map, id);
    if (edit->before == NULL) {
      g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE, "there is no element “%s”", id);
      return FALSE;
    }
    edit->record = prn_record_of_kind (prn_element_kind (edit->before));
    edit->copy = prn_element_copy (edit->before);
  } else {
    edit->copy = prn_map_copy (map);
  }
  if (!prn_spot_find (&edit->spot, edit->record, edit->copy, path, error))
    return FALSE;
  if (edit->spot.member->type == PRN_MEMBER_CONSTANT ||
      edit->spot.member->type == PRN_MEMBER_ELEMENTS || edit->spot.member->type == PRN_MEMBER_ID) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, "“%s” cannot be set by itself",
                 edit->spot.member->name);
    return FALSE;
  }
  return TRUE;
}

static void
dangling_cb (const PrnReference *reference, gpointer user_data)
{
  struct {
    PrnMap *map;
    GError **error;
    gboolean found;
  } *search = user_data;
  g_autofree char *message = NULL;

  if (search->found)
    return;
  message = prn_reference_refusal (search->map, reference);
  if (message == NULL)
    return;
  search->found = TRUE;
  g_set_error_literal (search->error, PRN_ERROR, PRN_ERROR_REFERENCE, message);
}

static gboolean
references_exist (Edit *edit, const PrnRecord *record, gconstpointer data, GError **error)
{
  struct {
    PrnMap *map;
    GError **error;
    gboolean found;
  } search = { edit->map, error, FALSE };

  prn_record_foreach_reference (record, data, NULL, NULL, dangling_cb, &search);
  return !search.found;
}

/* Of the map itself only the population has an inside that could be wrong. */
static gboolean
is_valid (Edit *edit, GError **error)
{
  PrnSpot population;

  if (edit->id != NULL)
    return prn_record_validate (edit->record, edit->copy, error) &&
           references_exist (edit, edit->record, edit->copy, error);
  if (!prn_spot_find (&population, edit->record, edit->copy, "population", error))
    return FALSE;
  return prn_record_validate (&prn_population_record, prn_spot_field (&population), error) &&
         references_exist (edit, &prn_population_record, prn_spot_field (&population), error);
}

/* The map with the copy in it, or what was refused. */
static PrnMap *
edit_end (Edit *edit, GError **error)
{
  if (!is_valid (edit, error))
    return NULL;
  if (edit->id != NULL)
    return prn_element_same (edit->before, edit->copy) ? prn_map_ref (edit->map)
                                                       : prn_map_with (edit->map, edit->copy);
  return prn_record_same (edit->record, edit->before, edit->copy) ? prn_map_ref (edit->map)
                                                                  : prn_map_ref (edit->copy);
}

char *
prn_edit_get_member (PrnMap *map, const char *id, const char *path)
{
  PrnSpot spot;

  return prn_spot_find_in_map (&spot, map, id, path) ? prn_spot_json (&spot) : NULL;
}

/* Of two members of which exactly one stands, the other goes; two that share one place are one. */
static void
clear_alternatives (const PrnSpot *spot)
{
  if (!(spot->member->flags & PRN_MEMBER_ONE_OF))
    return;
  for (guint i = 0; i < spot->record->n_members; i++) {
    const PrnMember *other = &spot->record->members[i];

    if ((other->flags & PRN_MEMBER_ONE_OF) && other->offset != spot->member->offset &&
        prn_member_applies (other, spot->record, spot->data))
      prn_member_read_json (other, spot->record, spot->data, NULL, NULL);
  }
}

static gboolean
set_sibling (const PrnSpot *spot, const char *name, const char *json, GError **error)
{
  PrnSpot sibling;

  return prn_spot_find (&sibling, spot->record, spot->data, name, error) &&
         prn_member_read_json (sibling.member, sibling.record, sibling.data, json, error);
}

/* A filter has as many values as its test compares with. */
static gboolean
mend_filter (const PrnSpot *spot, GError **error)
{
  PrnFilter *filter = spot->data;
  gboolean takes_list = filter->op == PRN_OP_IN || filter->op == PRN_OP_NOT_IN;
  PrnSpot first;
  g_autofree char *json = NULL;

  if (takes_list || filter->op == PRN_OP_EXISTS || filter->op == PRN_OP_MISSING)
    return TRUE;
  if (filter->values.n == 0)
    return set_sibling (spot, "value", "\"\"", error);
  if (filter->values.n == 1)
    return TRUE;
  first = (PrnSpot){ spot->record, spot->data,
                     prn_record_find_member (spot->record, "value"), -1 };
  json = prn_spot_json (&first);
  return set_sibling (spot, "value", json, error);
}

static PrnMetric
metric_of (PrnMap *map, const PrnTarget *target)
{
  gconstpointer element = prn_map_lookup (map, target->of);

  if (element == NULL)
    return target->metric >= PRN_METRIC_EXIT_SHARE ? target->metric : PRN_METRIC_GOAL_SHARE;
  if (prn_element_kind (element) == PRN_KIND_TRIGGER)
    return PRN_METRIC_SHARE;
  return target->metric <= PRN_METRIC_MEDIAN_DWELL ? target->metric : PRN_METRIC_REACH;
}

/* A target measures what its subject has, and its bound is of the measure's type. */
static gboolean
mend_target (Edit *edit, GError **error)
{
  const PrnSpot *spot = &edit->spot;
  PrnTarget *target = spot->data;
  const char *bound = target->at_most ? "at_most" : "at_least";

  if (g_str_equal (spot->member->name, "of")) {
    PrnMetric metric = metric_of (edit->map, target);
    const PrnMember *row = prn_record_find_member (spot->record, "metric");
    g_autofree char *json = g_strdup_printf ("\"%s\"", row->choices[metric]);

    if (metric != target->metric && !set_sibling (spot, "metric", json, error))
      return FALSE;
  }
  if (target->metric == PRN_METRIC_MEDIAN_DWELL) {
    target->bound = NAN;
    return target->bound_duration.us >= 0 || set_sibling (spot, bound, "\"2w\"", error);
  }
  target->bound_duration = PRN_DURATION_NONE;
  return !isnan (target->bound) || set_sibling (spot, bound, "0.5", error);
}

static gboolean
mend (Edit *edit, GError **error)
{
  const PrnSpot *spot = &edit->spot;
  const char *name = spot->member->name;

  clear_alternatives (spot);
  if (spot->record == &prn_filter_record && g_str_equal (name, "op"))
    return mend_filter (spot, error);
  if (spot->record == prn_record_of_kind (PRN_KIND_TARGET) &&
      (g_str_equal (name, "metric") || g_str_equal (name, "of")))
    return mend_target (edit, error);
  return TRUE;
}

/* A record in a list is replaced where it is. */
static gboolean
set_record_item (const PrnSpot *spot, const char *json, GError **error)
{
  const PrnRecord *record = spot->member->record;
  PrnList *list = prn_spot_field (spot);
  char *item = (char *) list->items + (gsize) spot->index * record->size;

  prn_record_clear (record, item);
  memset (item, 0, record->size);
  prn_record_init (record, item);
  return json == NULL || prn_record_read_json (record, item, json, error);
}

/* The items of a list of plain values, spelled as they are, to be put together again. */
static GPtrArray *
split_items (const PrnSpot *spot)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  PrnSpot item = *spot;
  guint n = prn_spot_count (spot);

  for (guint i = 0; i < n; i++) {
    item.index = (int) i;
    g_ptr_array_add (items, prn_spot_json (&item));
  }
  return items;
}

static gboolean
join_items (const PrnSpot *spot, GPtrArray *items, GError **error)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) items->pdata[i]);
  g_string_append_c (list, ']');
  return prn_member_read_json (spot->member, spot->record, spot->data, list->str, error);
}

static gboolean
set_plain_item (const PrnSpot *spot, const char *json, GError **error)
{
  g_autoptr (GPtrArray) items = split_items (spot);

  if (json == NULL) {
    g_ptr_array_remove_index (items, (guint) spot->index);
  } else {
    g_free (items->pdata[spot->index]);
    items->pdata[spot->index] = g_strdup (json);
  }
  return join_items (spot, items, error);
}

PrnMap *
prn_edit_set_member (PrnMap *map,
                     const char *id,
                     const char *path,
                     const char *json,
                     GError **error)
{
  g_auto (Edit) edit = { 0 };
  gboolean done;

  if (!edit_begin (&edit, map, id, path, error))
    return NULL;
  if (edit.spot.index < 0)
    done = prn_member_read_json (edit.spot.member, edit.spot.record, edit.spot.data, json, error);
  else if (edit.spot.member->type == PRN_MEMBER_RECORDS)
    done = set_record_item (&edit.spot, json, error);
  else
    done = set_plain_item (&edit.spot, json, error);

  return done && mend (&edit, error) ? edit_end (&edit, error) : NULL;
}

static void
swap_records (char *a, char *b, gsize size)
{
  g_autofree char *kept = g_memdup2 (a, size);

  memcpy (a, b, size);
  memcpy (b, kept, size);
}

static void
move_record (const PrnSpot *spot, guint from, guint to)
{
  gsize size = spot->member->record->size;
  char *items = ((PrnList *) prn_spot_field (spot))->items;

  for (; from < to; from++)
    swap_records (items + from * size, items + (from + 1) * size, size);
  for (; from > to; from--)
    swap_records (items + from * size, items + (from - 1) * size, size);
}

static gboolean
check_list (const PrnSpot *spot, gboolean wants_item, GError **error)
{
  if (prn_spot_is_list (spot) && (spot->index >= 0) == wants_item)
    return TRUE;
  g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, wants_item ? "“%s” is no item of a list"
                                                             : "“%s” is no list",
               spot->member->name);
  return FALSE;
}

PrnMap *
prn_edit_insert_item (PrnMap *map,
                      const char *id,
                      const char *path,
                      guint index,
                      const char *json,
                      GError **error)
{
  g_auto (Edit) edit = { 0 };
  PrnSpot *spot = &edit.spot;
  guint n;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (spot, FALSE, error))
    return NULL;
  /* A list that says nothing so far begins to say something. */
  if (spot->member->flags & PRN_MEMBER_HAS_FLAG)
    *(gboolean *) G_STRUCT_MEMBER_P (spot->data, spot->member->flag_offset) =
        spot->member->flag_value;

  n = prn_spot_count (spot);
  if (spot->member->type == PRN_MEMBER_RECORDS) {
    prn_list_resize (prn_spot_field (spot), spot->member->record, n + 1);
    spot->index = (int) n;
    if (!set_record_item (spot, json, error))
      return NULL;
    move_record (spot, n, MIN (index, n));
  } else {
    g_autoptr (GPtrArray) items = split_items (spot);

    g_ptr_array_insert (items, (int) MIN (index, n), g_strdup (json));
    if (!join_items (spot, items, error))
      return NULL;
  }
  return edit_end (&edit, error);
}

PrnMap *
prn_edit_remove_item (PrnMap *map, const char *id, const char *path, GError **error)
{
  g_auto (Edit) edit = { 0 };
  PrnSpot *spot = &edit.spot;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (spot, TRUE, error))
    return NULL;
  if (spot->member->type == PRN_MEMBER_RECORDS) {
    guint n = prn_spot_count (spot);

    move_record (spot, (guint) spot->index, n - 1);
    prn_list_resize (prn_spot_field (spot), spot->member->record, n - 1);
  } else if (!set_plain_item (spot, NULL, error)) {
    return NULL;
  }
  if (prn_spot_count (spot) < spot->member->least) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, "expected at least %u items",
                 spot->member->least);
    return NULL;
  }
  return edit_end (&edit, error);
}

PrnMap *
prn_edit_move_item (PrnMap *map, const char *id, const char *path, guint to, GError **error)
{
  g_auto (Edit) edit = { 0 };
  PrnSpot *spot = &edit.spot;
  guint last;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (spot, TRUE, error))
    return NULL;
  last = prn_spot_count (spot) - 1;
  if (spot->member->type == PRN_MEMBER_RECORDS) {
    move_record (spot, (guint) spot->index, MIN (to, last));
  } else {
    g_autoptr (GPtrArray) items = split_items (spot);

    g_ptr_array_insert (items, (int) MIN (to, last), g_ptr_array_steal_index (items, (guint) spot->index));
    if (!join_items (spot, items, error))
      return NULL;
  }
  return edit_end (&edit, error);
}
