/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-json-private.h"

/* More members than this are compared by sorting, so that an object of a million members takes
 * no longer than a million small ones. */
#define FEW_MEMBERS 24

static int
compare_names (const PrnJson *json, guint32 a, guint32 b)
{
  g_autofree char *decoded_a = NULL, *decoded_b = NULL;
  const PrnJsonToken *token_a = &json->tokens[a], *token_b = &json->tokens[b];
  const char *text_a = json->text + token_a->start + 1, *text_b = json->text + token_b->start + 1;
  gsize length_a = token_a->end - token_a->start - 2, length_b = token_b->end - token_b->start - 2;
  int order;

  if (token_a->escaped)
    text_a = decoded_a = prn_json_dup_string (json, a, &length_a);
  if (token_b->escaped)
    text_b = decoded_b = prn_json_dup_string (json, b, &length_b);

  order = memcmp (text_a, text_b, MIN (length_a, length_b));
  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b, gpointer json)
{
  guint32 name_a = *(const guint32 *) a, name_b = *(const guint32 *) b;
  int order = compare_names (json, name_a, name_b);

  return order != 0 ? order : (name_a > name_b) - (name_a < name_b);
}

static void
find_repeated_by_sorting (PrnJson *json, guint32 object)
{
  const PrnJsonToken *tokens = json->tokens;
  g_autoptr (GArray) names = g_array_sized_new (FALSE, FALSE, sizeof (guint32), tokens[object].n);

  for (guint32 i = object + 1; i < tokens[object].next; i = tokens[i + 1].next)
    g_array_append_val (names, i);
  g_array_sort_with_data (names, compare_names_cb, json);

  for (guint i = 1; i < names->len; i++)
    if (compare_names (json, g_array_index (names, guint32, i - 1),
                       g_array_index (names, guint32, i)) == 0)
      g_array_append_val (json->repeated, g_array_index (names, guint32, i));
}

void
prn_json_find_repeated (PrnJson *json, guint32 object)
{
  const PrnJsonToken *tokens = json->tokens;
  guint32 names[FEW_MEMBERS];
  guint n = 0;

  if (tokens[object].n > FEW_MEMBERS) {
    find_repeated_by_sorting (json, object);
    return;
  }
  for (guint32 i = object + 1; i < tokens[object].next; i = tokens[i + 1].next) {
    for (guint k = 0; k < n; k++) {
      gboolean alike =
          tokens[i].n == tokens[names[k]].n || tokens[i].escaped || tokens[names[k]].escaped;

      if (alike && compare_names (json, i, names[k]) == 0) {
        g_array_append_val (json->repeated, i);
        break;
      }
    }
    names[n++] = i;
  }
}
