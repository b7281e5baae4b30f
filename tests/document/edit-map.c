/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "edit-map.h"

#include <math.h>

#include "prn-map-file.h"

PrnMap *
edit_map_new (const char *lists)
{
  g_autofree char *text =
      g_strdup_printf ("{'format':'perennial-map','version':1,%s}", lists);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PrnMap *map;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  map = prn_map_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  return map;
}

static void
say_place (GString *out, const char *id, const PrnPoint *position)
{
  if (isnan (position->x))
    g_string_append_printf (out, " %s", id);
  else
    g_string_append_printf (out, " %s %g,%g", id, position->x, position->y);
}

char *
edit_map_say (PrnMap *map)
{
  GString *out = g_string_new (NULL);
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  const PrnTrigger *const *triggers;
  const PrnEvent *const *events;
  const PrnNote *const *notes;

  for (guint i = 0; i < n; i++) {
    say_place (out, stages[i]->element.id, &stages[i]->position);
    if (stages[i]->phase != NULL)
      g_string_append_printf (out, " in %s", stages[i]->phase);
  }
  events = prn_map_events (map, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %s on %s", events[i]->element.id,
                            events[i]->stage != NULL ? events[i]->stage : "nothing");
  triggers = prn_map_triggers (map, &n);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, " %s>%s", triggers[i]->from, triggers[i]->to);
    for (guint k = 0; k < triggers[i]->route.n; k++)
      g_string_append_printf (out, " by %g,%g", triggers[i]->route.items[k].x,
                              triggers[i]->route.items[k].y);
  }
  notes = prn_map_notes (map, &n);
  for (guint i = 0; i < n; i++)
    say_place (out, notes[i]->element.id, &notes[i]->position);
  if (out->len > 0)
    g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}

void
edit_map_assert_opens (PrnMap *map)
{
  g_autoptr (GBytes) printed = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) opened = prn_map_parse (printed, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (prn_map_equal (opened, map));
}

void
edit_map_assert (PrnMap *map, const char *said)
{
  g_autofree char *says = edit_map_say (map);

  g_assert_cmpstr (says, ==, said);
  edit_map_assert_opens (map);
}
