/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-member.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-edit-mend.h"
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
  PrnSlot slot;
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
      g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE, _ ("there is no element “%s”"), id);
      return FALSE;
    }
    edit->record = prn_record_of_kind (prn_element_kind (edit->before));
    edit->copy = prn_element_copy (edit->before);
  } else {
    edit->copy = prn_map_copy (map);
  }
  if (!prn_slot_find (&edit->slot, edit->record, edit->copy, path, error))
    return FALSE;
  if (edit->slot.member->type == PRN_MEMBER_CONSTANT ||
      edit->slot.member->type == PRN_MEMBER_ELEMENTS || edit->slot.member->type == PRN_MEMBER_ID) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE, _ ("“%s” cannot be set by itself"),
                 edit->slot.member->name);
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
  PrnSlot population;

  if (edit->id != NULL)
    return prn_record_validate (edit->record, edit->copy, error) &&
           references_exist (edit, edit->record, edit->copy, error);
  if (!prn_slot_find (&population, edit->record, edit->copy, "population", error))
    return FALSE;
  return prn_record_validate (&prn_population_record, prn_slot_field (&population), error) &&
         references_exist (edit, &prn_population_record, prn_slot_field (&population), error);
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
  PrnSlot slot;

  return prn_slot_find_in_map (&slot, map, id, path) ? prn_slot_json (&slot) : NULL;
}

/* A record in a list is replaced where it is. */
static gboolean
set_record_item (const PrnSlot *slot, const char *json, GError **error)
{
  const PrnRecord *record = slot->member->record;
  PrnList *list = prn_slot_field (slot);
  char *item = (char *) list->items + (gsize) slot->index * record->size;

  prn_record_clear (record, item);
  memset (item, 0, record->size);
  prn_record_init (record, item);
  return json == NULL || prn_record_read_json (record, item, json, error);
}

/* The items of a list of plain values, spelled as they are, to be put together again. */
static GPtrArray *
split_items (const PrnSlot *slot)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  PrnSlot item = *slot;
  guint n = prn_slot_count (slot);

  for (guint i = 0; i < n; i++) {
    item.index = (int) i;
    g_ptr_array_add (items, prn_slot_json (&item));
  }
  return items;
}

static gboolean
join_items (const PrnSlot *slot, GPtrArray *items, GError **error)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) items->pdata[i]);
  g_string_append_c (list, ']');
  return prn_member_read_json (slot->member, slot->record, slot->data, list->str, error);
}

static gboolean
set_plain_item (const PrnSlot *slot, const char *json, GError **error)
{
  g_autoptr (GPtrArray) items = split_items (slot);

  if (json == NULL) {
    g_ptr_array_remove_index (items, (guint) slot->index);
  } else {
    g_free (items->pdata[slot->index]);
    items->pdata[slot->index] = g_strdup (json);
  }
  return join_items (slot, items, error);
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
  if (edit.slot.index < 0)
    done = prn_member_read_json (edit.slot.member, edit.slot.record, edit.slot.data, json, error);
  else if (edit.slot.member->type == PRN_MEMBER_RECORDS)
    done = set_record_item (&edit.slot, json, error);
  else
    done = set_plain_item (&edit.slot, json, error);

  return done && prn_edit_mend (edit.map, &edit.slot, error) ? edit_end (&edit, error) : NULL;
}

static void
swap_records (char *a, char *b, gsize size)
{
  g_autofree char *kept = g_memdup2 (a, size);

  memcpy (a, b, size);
  memcpy (b, kept, size);
}

static void
move_record (const PrnSlot *slot, guint from, guint to)
{
  gsize size = slot->member->record->size;
  char *items = ((PrnList *) prn_slot_field (slot))->items;

  for (; from < to; from++)
    swap_records (items + from * size, items + (from + 1) * size, size);
  for (; from > to; from--)
    swap_records (items + from * size, items + (from - 1) * size, size);
}

static gboolean
check_list (const PrnSlot *slot, gboolean wants_item, GError **error)
{
  if (prn_slot_is_list (slot) && (slot->index >= 0) == wants_item)
    return TRUE;
  g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE,
               wants_item ? _ ("“%s” is no item of a list") : _ ("“%s” is no list"),
               slot->member->name);
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
  PrnSlot *slot = &edit.slot;
  guint n;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (slot, FALSE, error))
    return NULL;
  /* A list that says nothing so far begins to say something. */
  if (slot->member->flags & PRN_MEMBER_HAS_FLAG)
    *(gboolean *) G_STRUCT_MEMBER_P (slot->data, slot->member->flag_offset) =
        slot->member->flag_value;

  n = prn_slot_count (slot);
  if (slot->member->type == PRN_MEMBER_RECORDS) {
    prn_list_resize (prn_slot_field (slot), slot->member->record, n + 1);
    slot->index = (int) n;
    if (!set_record_item (slot, json, error))
      return NULL;
    move_record (slot, n, MIN (index, n));
  } else {
    g_autoptr (GPtrArray) items = split_items (slot);

    g_ptr_array_insert (items, (int) MIN (index, n), g_strdup (json));
    if (!join_items (slot, items, error))
      return NULL;
  }
  return edit_end (&edit, error);
}

PrnMap *
prn_edit_remove_item (PrnMap *map, const char *id, const char *path, GError **error)
{
  g_auto (Edit) edit = { 0 };
  PrnSlot *slot = &edit.slot;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (slot, TRUE, error))
    return NULL;
  if (slot->member->type == PRN_MEMBER_RECORDS) {
    guint n = prn_slot_count (slot);

    move_record (slot, (guint) slot->index, n - 1);
    prn_list_resize (prn_slot_field (slot), slot->member->record, n - 1);
  } else if (!set_plain_item (slot, NULL, error)) {
    return NULL;
  }
  if (prn_slot_count (slot) < slot->member->least) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, _ ("expected at least %u items"),
                 slot->member->least);
    return NULL;
  }
  return edit_end (&edit, error);
}

PrnMap *
prn_edit_move_item (PrnMap *map, const char *id, const char *path, guint to, GError **error)
{
  g_auto (Edit) edit = { 0 };
  PrnSlot *slot = &edit.slot;
  guint last;

  if (!edit_begin (&edit, map, id, path, error) || !check_list (slot, TRUE, error))
    return NULL;
  last = prn_slot_count (slot) - 1;
  if (slot->member->type == PRN_MEMBER_RECORDS) {
    move_record (slot, (guint) slot->index, MIN (to, last));
  } else {
    g_autoptr (GPtrArray) items = split_items (slot);

    g_ptr_array_insert (items, (int) MIN (to, last), g_ptr_array_steal_index (items, (guint) slot->index));
    if (!join_items (slot, items, error))
      return NULL;
  }
  return edit_end (&edit, error);
}
