/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-ready.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-edit-add.h"
#include "prn-edit-member.h"

#define DWELL_TIME   "7d"
#define SILENCE_TIME "30d"

/* So many of the events of a stage are offered. */
#define MAX_EVENTS 2

static void
ready_free (gpointer data)
{
  PrnReady *self = data;

  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

static void
offer (GPtrArray *offers, PrnReadyKind kind, const char *name, const char *id)
{
  PrnReady *ready = g_new0 (PrnReady, 1);

  ready->kind = kind;
  ready->name = g_strdup (name);
  ready->id = g_strdup (id);
  g_ptr_array_add (offers, ready);
}

static gpointer
find (PrnMap *map, PrnKind kind, const char *id)
{
  int index = prn_map_index_of (map, kind, id);

  return index >= 0 ? (gpointer) prn_map_nth (map, kind, (guint) index) : NULL;
}

/* Whether a trigger can leave a stage. */
static gboolean
leaves (const PrnTrigger *trigger, const PrnStage *stage)
{
  return g_str_equal (trigger->from, "*") || g_str_equal (trigger->from, stage->element.id) ||
         g_strcmp0 (trigger->from, stage->phase) == 0;
}

/* The stage an event of a trigger stands on: of a phase the first, of any stage none. */
static const char *
stage_of (PrnMap *map, const PrnTrigger *trigger)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n && !g_str_equal (trigger->from, "*"); i++)
    if (leaves (trigger, stages[i]))
      return stages[i]->element.id;
  return NULL;
}

static gboolean
waits_for (const PrnCondition *condition, const char *event)
{
  if (condition == NULL)
    return FALSE;
  if (condition->kind == PRN_CONDITION_EVENT)
    return g_str_equal (condition->ref, event);
  for (guint i = 0; i < condition->members.n; i++)
    if (waits_for (&condition->members.items[i], event))
      return TRUE;
  return FALSE;
}

/* Whether an event fires a trigger that comes from the same place. */
static gboolean
is_used (PrnMap *map, const PrnTrigger *trigger, const char *event)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (triggers[i]->from, trigger->from) && waits_for (triggers[i]->when, event))
      return TRUE;
  return FALSE;
}

/* Whether two names are the same to someone who reads them. */
static gboolean
sounds_like (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

static const PrnEvent *
find_event_called (PrnMap *map, const char *name)
{
  guint n;
  const PrnEvent *const *events = prn_map_events (map, &n);

  for (guint i = 0; i < n; i++)
    if (sounds_like (events[i]->name, name))
      return events[i];
  return NULL;
}

/* The event that is called as what happens. Returns the one there is. */
static const PrnEvent *
offer_named (GPtrArray *offers, PrnMap *map, const PrnTrigger *trigger)
{
  const PrnStage *to = find (map, PRN_KIND_STAGE, trigger->to);
  const char *name = *trigger->name != '\0' || to == NULL ? trigger->name : to->name;
  const PrnEvent *there = find_event_called (map, name);

  if (there != NULL && *name != '\0')
    offer (offers, PRN_READY_EVENT, there->name, there->element.id);
  else if (*name != '\0')
    offer (offers, PRN_READY_NEW_EVENT, name, NULL);
  return *name != '\0' ? there : NULL;
}

static void
offer_events (GPtrArray *offers, PrnMap *map, const PrnTrigger *trigger, const PrnEvent *but)
{
  guint n, left = MAX_EVENTS;
  const PrnEvent *const *events = prn_map_events (map, &n);

  for (guint i = 0; i < n && left > 0; i++) {
    const PrnStage *stage = find (map, PRN_KIND_STAGE, events[i]->stage);

    if (events[i] == but || stage == NULL || *events[i]->name == '\0' ||
        !leaves (trigger, stage) || is_used (map, trigger, events[i]->element.id))
      continue;
    offer (offers, PRN_READY_EVENT, events[i]->name, events[i]->element.id);
    left--;
  }
}

GPtrArray *
prn_ready_conditions (PrnMap *map, const char *trigger)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (ready_free);
  const PrnTrigger *element = find (map, PRN_KIND_TRIGGER, trigger);

  if (element == NULL || element->when != NULL)
    return offers;
  offer_events (offers, map, element, offer_named (offers, map, element));
  offer (offers, PRN_READY_DWELL, NULL, NULL);
  offer (offers, PRN_READY_SILENCE, NULL, NULL);
  return offers;
}

char *
prn_ready_sentence (const PrnReady *ready)
{
  switch (ready->kind) {
  case PRN_READY_NEW_EVENT:
  case PRN_READY_EVENT:
    return g_strdup_printf (_("When “%s” happens"), ready->name);
  case PRN_READY_DWELL:
    return g_strdup (_("After 7 d here"));
  case PRN_READY_SILENCE:
  default:
    return g_strdup (_("After 30 d of silence"));
  }
}

/* The condition as in a file. */
static char *
condition_json (const PrnReady *ready, const char *event)
{
  switch (ready->kind) {
  case PRN_READY_DWELL:
    return g_strdup ("{\"dwell\": \"" DWELL_TIME "\"}");
  case PRN_READY_SILENCE:
    return g_strdup ("{\"inactive\": \"" SILENCE_TIME "\"}");
  case PRN_READY_NEW_EVENT:
  case PRN_READY_EVENT:
  default:
    return g_strdup_printf ("{\"event\": \"%s\"}", event);
  }
}

static PrnMap *
set_member (PrnMap *map, const char *trigger, const char *path, const char *json)
{
  PrnMap *edited = prn_edit_set_member (map, trigger, path, json, NULL);

  return edited != NULL ? edited : prn_map_ref (map);
}

PrnMap *
prn_edit_take_ready (PrnMap *map, const char *trigger, const PrnReady *ready)
{
  const PrnTrigger *element = find (map, PRN_KIND_TRIGGER, trigger);
  g_autoptr (PrnMap) with_event = prn_map_ref (map);
  g_autofree char *made = NULL;
  g_autofree char *json = NULL;

  if (element == NULL || element->when != NULL)
    return prn_map_ref (map);
  if (ready->kind == PRN_READY_NEW_EVENT) {
    g_clear_pointer (&with_event, prn_map_unref);
    with_event = prn_edit_add_event (map, stage_of (map, element), ready->name, &made);
    if (made == NULL)
      return g_steal_pointer (&with_event);
  }
  json = condition_json (ready, made != NULL ? made : ready->id);
  return set_member (with_event, trigger, "when", json);
}

PrnMap *
prn_edit_add_cause (PrnMap *map, const char *trigger, const char *event)
{
  const PrnTrigger *element = find (map, PRN_KIND_TRIGGER, trigger);
  g_autofree char *leaf = g_strdup_printf ("{\"event\": \"%s\"}", event);
  g_autofree char *before = NULL;
  g_autofree char *json = NULL;

  if (element == NULL || find (map, PRN_KIND_EVENT, event) == NULL ||
      waits_for (element->when, event))
    return prn_map_ref (map);
  if (element->when == NULL)
    return set_member (map, trigger, "when", leaf);
  if (element->when->kind == PRN_CONDITION_ANY) {
    PrnMap *edited = prn_edit_insert_item (map, trigger, "when.any", G_MAXUINT, leaf, NULL);

    return edited != NULL ? edited : prn_map_ref (map);
  }
  before = prn_edit_get_member (map, trigger, "when");
  json = g_strdup_printf ("{\"any\": [%s, %s]}", before, leaf);
  return set_member (map, trigger, "when", json);
}
