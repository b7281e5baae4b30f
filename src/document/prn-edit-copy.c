/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-copy.h"

#include <math.h>
#include <string.h>

#include "prn-edit-choice.h"
#include "prn-edit-graft.h"
#include "prn-edit-place.h"
#include "prn-edit-private.h"
#include "prn-json-scan.h"
#include "prn-layout.h"
#include "prn-map-file.h"

/* The member of a fragment that lists what was chosen. */
#define COPIED "copied"

static PrnMap *
fragment_of (PrnMap *map, GHashTable *chosen)
{
  g_autoptr (PrnMap) empty = prn_map_new ("");

  return prn_edit_graft (empty, map, chosen, 0, 0, NULL);
}

PrnMap *
prn_edit_copied_map (PrnMap *map, const char *const *ids)
{
  g_autoptr (PrnMap) placed = prn_layout_missing (map);
  g_autoptr (GHashTable) chosen = prn_choice_grow (placed, ids);

  return g_hash_table_size (chosen) > 0 ? fragment_of (placed, chosen) : NULL;
}

/* Puts the list of what was chosen before the first member of a printed map. */
static GBytes *
with_choice (GBytes *printed, GHashTable *chosen)
{
  gsize size;
  const char *text = g_bytes_get_data (printed, &size);
  g_autoptr (GString) out = g_string_new ("{\n  \"" COPIED "\": [");
  GHashTableIter iter;
  const char *id, *separator = "";

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    g_string_append_printf (out, "%s\"%s\"", separator, id); /* an id needs no escapes */
    separator = ", ";
  }
  g_string_append (out, "],");
  g_string_append_len (out, text + 1, (gssize) size - 1);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
prn_edit_copy (PrnMap *map, const char *const *ids)
{
  g_autoptr (PrnMap) placed = prn_layout_missing (map);
  g_autoptr (GHashTable) chosen = prn_choice_grow (placed, ids);
  g_autoptr (PrnMap) fragment = NULL;
  g_autoptr (GBytes) printed = NULL;

  if (g_hash_table_size (chosen) == 0)
    return NULL;
  fragment = fragment_of (placed, chosen);
  printed = prn_map_print (fragment);
  return with_choice (printed, chosen);
}

static void
choose_all (PrnMap *map, GHashTable *chosen)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (map, kind); i++)
      g_hash_table_add (chosen, (gpointer) prn_element_id (prn_map_nth (map, kind, i)));
}

/* What was chosen of a fragment: all of it if it does not say. */
static GHashTable *
read_choice (PrnMap *map, GBytes *fragment)
{
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size;
  const char *text = g_bytes_get_data (fragment, &size);
  g_autoptr (PrnJson) json = prn_json_scan (text, size, NULL);
  guint32 list = json != NULL ? prn_json_find (json, 0, COPIED) : 0;

  if (list == 0 || json->tokens[list].type != PRN_JSON_ARRAY) {
    choose_all (map, chosen);
    return chosen;
  }
  for (guint32 item = list + 1; item < json->tokens[list].next; item = json->tokens[item].next)
    if (json->tokens[item].type == PRN_JSON_STRING) {
      g_autofree char *id = prn_json_dup_string (json, item, NULL);
      const PrnElement *element = prn_map_lookup (map, id);

      if (element != NULL)
        g_hash_table_add (chosen, element->id);
    }
  return chosen;
}

/* The middle of what was chosen; %FALSE when nothing of it has a place. */
static gboolean
find_middle (PrnMap *map, GHashTable *chosen, double *x, double *y)
{
  PrnRectangle around = { 0 };
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    PrnRectangle box;

    if (prn_edit_get_box (prn_map_lookup (map, id), &box))
      around = prn_rectangle_union (around, box);
  }
  *x = around.x + around.w / 2;
  *y = around.y + around.h / 2;
  return around.w > 0;
}

/* What elements are called now. */
static char **
look_up_ids (GHashTable *names, GHashTable *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    const char *name = g_hash_table_lookup (names, id);

    if (name != NULL)
      g_strv_builder_add (builder, name);
  }
  return g_strv_builder_end (builder);
}

static PrnMap *
parse_fragment (GBytes *fragment, GError **error)
{
  g_autoptr (PrnMap) parsed = prn_map_parse (fragment, NULL, error);

  return parsed != NULL ? prn_layout_missing (parsed) : NULL;
}

PrnMap *
prn_edit_paste (PrnMap *map, GBytes *fragment, double x, double y, char ***ids, GError **error)
{
  g_autoptr (PrnMap) source = parse_fragment (fragment, error);
  g_autoptr (PrnMap) placed = NULL;
  g_autoptr (PrnMap) pasted = NULL;
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (GHashTable) names = NULL;
  double dx = PRN_COPY_OFFSET, dy = PRN_COPY_OFFSET, middle_x, middle_y;

  if (ids != NULL)
    *ids = NULL;
  if (source == NULL)
    return prn_map_ref (map);

  chosen = read_choice (source, fragment);
  if (isfinite (x) && isfinite (y) && find_middle (source, chosen, &middle_x, &middle_y)) {
    dx = round (x - middle_x);
    dy = round (y - middle_y);
  }
  placed = prn_layout_missing (map);
  pasted = prn_edit_graft (placed, source, chosen, dx, dy, &names);
  if (ids != NULL)
    *ids = look_up_ids (names, chosen);
  return prn_map_ref (pasted == placed ? map : pasted);
}

PrnMap *
prn_edit_duplicate (PrnMap *map, const char *const *ids, double dx, double dy, char ***new_ids)
{
  g_autoptr (PrnMap) placed = prn_layout_missing (map);
  g_autoptr (GHashTable) chosen = prn_choice_grow (placed, ids);
  g_autoptr (GHashTable) named = prn_edit_id_set (ids);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (PrnMap) result = prn_edit_graft (placed, placed, chosen, dx, dy, &names);

  if (new_ids != NULL)
    *new_ids = look_up_ids (names, named);
  return prn_map_ref (result == placed ? map : result);
}
