/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <math.h>

/* What decides which fields a page has: which kind each record is, how long each list is, what is
 * there at all. Values do not. */

static void
append_record (GString *shape, const PrnRecord *record, gconstpointer data);

static void
append_member (GString *shape, const PrnMember *member, gconstpointer data)
{
  gconstpointer field = G_STRUCT_MEMBER_P (data, member->offset);
  const PrnList *list = field;

  switch (member->type) {
  case PRN_MEMBER_RECORD:
    append_record (shape, member->record, field);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    if (*(gconstpointer const *) field != NULL)
      append_record (shape, member->record, *(gconstpointer const *) field);
    else
      g_string_append_c (shape, '-');
    break;
  case PRN_MEMBER_RECORDS:
    g_string_append_printf (shape, "%u(", list->n);
    for (guint i = 0; i < list->n; i++)
      append_record (shape, member->record, (const char *) list->items + i * member->record->size);
    g_string_append_c (shape, ')');
    break;
  case PRN_MEMBER_DURATIONS:
    g_string_append_printf (shape, "%u", list->n);
    break;
  case PRN_MEMBER_NUMBER:
    /* Of two bounds the one that stands has the field. */
    if (member->flags & PRN_MEMBER_ONE_OF)
      g_string_append_c (shape, isnan (*(const double *) field) ? '0' : '1');
    break;
  default:
    break;
  }
}

static void
append_record (GString *shape, const PrnRecord *record, gconstpointer data)
{
  g_string_append_c (shape, '{');
  if (record->has_variants)
    g_string_append_printf (shape, "%u:",
                            *(const guint *) G_STRUCT_MEMBER_P (data, record->variant_offset));
  /* What a scenario may change depends on what it is about. */
  if (record == &prn_override_record)
    g_string_append_printf (shape, "%s:", ((const PrnOverride *) data)->of);
  for (guint i = 0; i < record->n_members; i++)
    if (prn_member_applies (&record->members[i], record, data))
      append_member (shape, &record->members[i], data);
  g_string_append_c (shape, '}');
}

static void
append_link (GString *shape, gconstpointer element)
{
  g_string_append_printf (shape, ",%s=%s", prn_element_id (element), prn_element_label (element));
}

/* What a page has links to: of the map what is on no canvas, of a stage its events and triggers. */
static void
append_links (GString *shape, PrnMap *map, const char *id)
{
  guint n;
  const PrnEvent *const *events = prn_map_events (map, &n);
  const PrnTrigger *const *triggers;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    /* Whether there is anything at all decides what can be added. */
    g_string_append_c (shape, prn_map_n (map, kind) > 0 ? '|' : '.');
    if (id == NULL && kind >= PRN_KIND_SCORE && kind != PRN_KIND_NOTE && kind != PRN_KIND_FRAME)
      for (guint i = 0; i < prn_map_n (map, kind); i++)
        append_link (shape, prn_map_nth (map, kind, i));
  }
  if (id == NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (events[i]->stage, id) == 0)
      append_link (shape, events[i]);
  triggers = prn_map_triggers (map, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (triggers[i]->from, id))
      append_link (shape, triggers[i]);
}

char *
prn_page_shape (PrnInspectorPage *page)
{
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  PrnMap *map = prn_editing_get_map (editing);
  const char *id = prn_editing_get_id (editing);
  gconstpointer element = id != NULL ? prn_map_lookup (map, id) : NULL;
  GString *shape = g_string_new (NULL);

  if (element != NULL)
    append_record (shape, prn_record_of_kind (prn_element_kind (element)), element);
  else if (id == NULL)
    append_record (shape, &prn_population_record, prn_map_get_population (map));
  append_links (shape, map, id);
  return g_string_free (shape, FALSE);
}
