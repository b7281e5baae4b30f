/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-delta.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-map-parts.h"
#include "prn-schema.h"

/* A list while its runs are read. */
typedef struct {
  const PrnJson *json;
  PrnKind kind;
  gpointer const *before;
  guint n_before;
  guint done;       /* how many of those before are dealt with */
  GPtrArray *after; /* owns its elements */
} List;

static gboolean
fail (GError **error, const PrnJson *json, guint32 token)
{
  g_autofree char *path = prn_json_path (json, token);

  prn_set_error_at (error, PRN_ERROR_TYPE, path, _ ("this is no part of a step"));
  return FALSE;
}

static gboolean
read_count (const PrnJson *json, guint32 token, guint most, guint *count)
{
  double number;

  if (json->tokens[token].type != PRN_JSON_NUMBER)
    return FALSE;
  number = prn_json_get_number (json, token);
  if (!(number >= 0 && number <= most))
    return FALSE;
  *count = (guint) number;
  return TRUE;
}

static void
keep (List *list, guint until)
{
  for (; list->done < until; list->done++)
    g_ptr_array_add (list->after, prn_element_ref (list->before[list->done]));
}

static gboolean
read_item (List *list, guint32 token, GError **error)
{
  gpointer element;
  guint place;

  if (list->json->tokens[token].type == PRN_JSON_OBJECT) {
    element = prn_element_read (list->json, token, list->kind, error);
    if (element == NULL)
      return FALSE;
  } else if (list->n_before > 0 && read_count (list->json, token, list->n_before - 1, &place)) {
    element = prn_element_ref (list->before[place]);
  } else {
    return fail (error, list->json, token);
  }
  g_ptr_array_add (list->after, element);
  return TRUE;
}

/* [where, how many go, [what comes]] */
static gboolean
read_run (List *list, guint32 token, GError **error)
{
  const PrnJsonToken *tokens = list->json->tokens;
  guint start, n_gone;
  guint32 items;

  if (tokens[token].type != PRN_JSON_ARRAY || tokens[token].n != 3 ||
      !read_count (list->json, token + 1, list->n_before, &start) || start < list->done ||
      !read_count (list->json, token + 2, list->n_before - start, &n_gone) ||
      tokens[token + 3].type != PRN_JSON_ARRAY)
    return fail (error, list->json, token);

  keep (list, start);
  items = token + 3;
  for (guint32 item = items + 1; item < tokens[items].next; item = tokens[item].next)
    if (!read_item (list, item, error))
      return FALSE;
  list->done += n_gone;
  return TRUE;
}

static PrnMap *
read_list (const PrnJson *json, guint32 token, PrnKind kind, PrnMap *map, GError **error)
{
  const PrnJsonToken *tokens = json->tokens;
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (prn_element_unref);
  List list = { .json = json, .kind = kind, .after = after };

  list.before = prn_map_elements (map, kind, &list.n_before);
  if (tokens[token].type != PRN_JSON_ARRAY) {
    fail (error, json, token);
    return NULL;
  }
  for (guint32 run = token + 1; run < tokens[token].next; run = tokens[run].next)
    if (!read_run (&list, run, error))
      return NULL;
  keep (&list, list.n_before);
  return prn_map_with_list (map, kind, after->pdata, after->len);
}

static PrnMap *
read_head (const PrnJson *json, guint32 token, PrnMap *map, GError **error)
{
  g_autoptr (PrnMap) parsed = prn_map_read_head (json, token, error);

  return parsed != NULL ? prn_map_with_head (map, parsed) : NULL;
}

PrnMap *
prn_delta_read (const PrnJson *json, guint32 token, PrnMap *before, GError **error)
{
  g_autoptr (PrnMap) map = prn_map_ref (before);

  for (int kind = -1; kind < PRN_N_KINDS; kind++) {
    const char *name = kind < 0 ? "head" : prn_kind_list_name ((PrnKind) kind);
    guint32 value = prn_json_find (json, token, name);
    PrnMap *next;

    if (value == 0)
      continue;
    next = kind < 0 ? read_head (json, value, map, error)
                    : read_list (json, value, (PrnKind) kind, map, error);
    if (next == NULL)
      return NULL;
    prn_map_unref (map);
    map = next;
  }
  return g_steal_pointer (&map);
}
