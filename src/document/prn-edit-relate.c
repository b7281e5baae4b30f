/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-relate.h"

#include <string.h>

#include "prn-edit-private.h"
#include "prn-schema.h"

PrnMap *
prn_edit_rename (PrnMap *map, const char *id, const char *name)
{
  const PrnElement *element = prn_map_lookup (map, id);
  const PrnMember *member;
  g_autoptr (PrnElement) renamed = NULL;

  if (element == NULL)
    return prn_map_ref (map);
  member = prn_record_find_member (prn_record_of_kind (element->kind),
                                   element->kind == PRN_KIND_NOTE ? "text" : "name");
  if (strlen (name) > member->limit || !g_utf8_validate (name, -1, NULL) ||
      g_str_equal (name, *(char *const *) G_STRUCT_MEMBER_P (element, member->offset)))
    return prn_map_ref (map);

  renamed = prn_element_copy (element);
  prn_element_set_text (G_STRUCT_MEMBER_P (renamed, member->offset), name);
  return prn_map_with (map, renamed);
}

/* Sets a reference of every element of @kind in @ids, by its name in the file. */
static PrnMap *
set_reference (PrnMap *map, PrnKind kind, const char *const *ids, const char *name,
               const char *value)
{
  g_autoptr (PrnChanges) changes = prn_changes_new (prn_map_ref (map));
  const PrnMember *member = prn_record_find_member (prn_record_of_kind (kind), name);

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnElement *element = prn_map_lookup (map, ids[i]);

    if (element == NULL || element->kind != kind ||
        g_strcmp0 (*(char *const *) G_STRUCT_MEMBER_P (element, member->offset), value) == 0)
      continue;
    prn_element_set_text (G_STRUCT_MEMBER_P (prn_changes_of (changes, element), member->offset),
                          value);
  }
  return prn_changes_apply (changes);
}

PrnMap *
prn_edit_set_stage (PrnMap *map, const char *const *ids, const char *stage)
{
  if (stage != NULL && prn_map_index_of (map, PRN_KIND_STAGE, stage) < 0)
    return prn_map_ref (map);
  return set_reference (map, PRN_KIND_EVENT, ids, "stage", stage);
}

PrnMap *
prn_edit_set_phase (PrnMap *map, const char *const *ids, const char *phase)
{
  if (phase != NULL && prn_map_index_of (map, PRN_KIND_PHASE, phase) < 0)
    return prn_map_ref (map);
  return set_reference (map, PRN_KIND_STAGE, ids, "phase", phase);
}

PrnMap *
prn_edit_reorder (PrnMap *map, const char *id, guint position)
{
  return prn_map_reordered (map, id, position);
}

static const PrnTrigger *
find_trigger (PrnMap *map, const char *id)
{
  int index = prn_map_index_of (map, PRN_KIND_TRIGGER, id);

  return index >= 0 ? prn_map_nth (map, PRN_KIND_TRIGGER, (guint) index) : NULL;
}

/* Bend points may carry members that this version does not know. */
static void
drop_route (PrnTrigger *trigger)
{
  prn_member_clear (prn_record_find_member (prn_record_of_kind (PRN_KIND_TRIGGER), "route"),
                    trigger);
}

PrnMap *
prn_edit_reconnect (PrnMap *map, const char *id, PrnEnd end, const char *to)
{
  const PrnTrigger *trigger = find_trigger (map, id);
  gboolean fits = prn_map_index_of (map, PRN_KIND_STAGE, to) >= 0 ||
                  (end == PRN_END_FROM && (g_str_equal (to, "*") ||
                                           prn_map_index_of (map, PRN_KIND_PHASE, to) >= 0));
  g_autoptr (PrnTrigger) led = NULL;

  if (trigger == NULL || !fits ||
      g_str_equal (to, end == PRN_END_FROM ? trigger->from : trigger->to))
    return prn_map_ref (map);

  led = prn_element_copy (trigger);
  prn_element_set_text (end == PRN_END_FROM ? &led->from : &led->to, to);
  drop_route (led);
  return prn_map_with (map, led);
}

static gboolean
is_spot (double x, double y)
{
  return x >= -PRN_EDIT_FARTHEST && x <= PRN_EDIT_FARTHEST && y >= -PRN_EDIT_FARTHEST &&
         y <= PRN_EDIT_FARTHEST;
}

PrnMap *
prn_edit_put_bend (PrnMap *map, const char *id, guint position, double x, double y)
{
  const PrnTrigger *trigger = find_trigger (map, id);
  g_autoptr (PrnTrigger) bent = NULL;
  guint n;

  if (trigger == NULL || !is_spot (x, y) || trigger->route.n >= PRN_LIMIT_ELEMENTS)
    return prn_map_ref (map);

  bent = prn_element_copy (trigger);
  n = bent->route.n + 1;
  position = MIN (position, n - 1);
  bent->route.items = g_renew (PrnPoint, bent->route.items, n);
  memmove (bent->route.items + position + 1, bent->route.items + position,
           (n - 1 - position) * sizeof (PrnPoint));
  bent->route.items[position] = (PrnPoint){ .x = x, .y = y };
  bent->route.n = n;
  return prn_map_with (map, bent);
}

PrnMap *
prn_edit_move_bend (PrnMap *map, const char *id, guint position, double x, double y)
{
  const PrnTrigger *trigger = find_trigger (map, id);
  g_autoptr (PrnTrigger) bent = NULL;

  if (trigger == NULL || position >= trigger->route.n || !is_spot (x, y) ||
      (trigger->route.items[position].x == x && trigger->route.items[position].y == y))
    return prn_map_ref (map);

  bent = prn_element_copy (trigger);
  bent->route.items[position].x = x;
  bent->route.items[position].y = y;
  return prn_map_with (map, bent);
}

PrnMap *
prn_edit_remove_bend (PrnMap *map, const char *id, guint position)
{
  const PrnTrigger *trigger = find_trigger (map, id);
  g_autoptr (PrnTrigger) bent = NULL;

  if (trigger == NULL || position >= trigger->route.n)
    return prn_map_ref (map);

  bent = prn_element_copy (trigger);
  prn_record_clear (&prn_point_record, &bent->route.items[position]);
  bent->route.n--;
  memmove (bent->route.items + position, bent->route.items + position + 1,
           (bent->route.n - position) * sizeof (PrnPoint));
  return prn_map_with (map, bent);
}

PrnMap *
prn_edit_straighten (PrnMap *map, const char *const *ids)
{
  g_autoptr (PrnChanges) changes = prn_changes_new (prn_map_ref (map));

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnTrigger *trigger = find_trigger (map, ids[i]);

    if (trigger != NULL && trigger->route.n > 0)
      drop_route (prn_changes_of (changes, trigger));
  }
  return prn_changes_apply (changes);
}
