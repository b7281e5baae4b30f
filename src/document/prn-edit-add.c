/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-add.h"

#include <math.h>
#include <string.h>

#include "prn-arrange.h"
#include "prn-edit-place.h"
#include "prn-edit-private.h"
#include "prn-layout.h"
#include "prn-names.h"
#include "prn-room.h"
#include "prn-schema.h"

/* An id for a note is made of so many bytes of its text. */
#define NOTE_ID_BYTES 24

static gboolean
text_fits (const char *text, gsize limit)
{
  return strlen (text) <= limit && g_utf8_validate (text, -1, NULL);
}

/* A new element under an id that is still free, or %NULL. */
static gpointer
new_element (PrnMap *map, PrnKind kind, const char *name)
{
  g_autofree char *id = NULL;

  if (!prn_edit_has_room (map, 1))
    return NULL;
  id = prn_map_new_id (map, name);
  return prn_element_new (kind, id);
}

/* Ends an edit that made @element. */
static PrnMap *
with_new (PrnMap *map, gpointer element, char **id)
{
  g_autoptr (PrnElement) made = element;

  if (id != NULL)
    *id = g_strdup (made->id);
  return prn_map_with (map, made);
}

/* Ends an edit that could not be made. */
static PrnMap *
unchanged (PrnMap *map, char **id)
{
  if (id != NULL)
    *id = NULL;
  return prn_map_ref (map);
}

static gboolean
is_place (double x, double y)
{
  return fabs (x) <= PRN_EDIT_FARTHEST / 2 && fabs (y) <= PRN_EDIT_FARTHEST / 2;
}

char *
prn_edit_free_name (PrnMap *map, PrnKind kind, const char *name)
{
  g_autoptr (PrnNames) names = NULL;

  if (!prn_name_is_taken (map, kind, name))
    return g_strdup (name);
  names = prn_names_new (map, kind);
  return prn_names_take (names, name);
}

PrnMap *
prn_edit_add_stage (PrnMap *map, const char *name, double x, double y, const char *phase,
                    char **id)
{
  g_autoptr (PrnMap) placed = NULL;
  PrnStage *stage;

  if (!is_place (x, y) || !text_fits (name, PRN_LIMIT_NAME) ||
      (phase != NULL && prn_map_index_of (map, PRN_KIND_PHASE, phase) < 0))
    return unchanged (map, id);
  /* Once one stage has a place, the others would no longer be laid out together. */
  placed = prn_layout_missing (map);
  stage = new_element (placed, PRN_KIND_STAGE, name);
  if (stage == NULL)
    return unchanged (map, id);

  prn_element_set_text (&stage->name, name);
  prn_element_set_text (&stage->phase, phase);
  stage->position.x = prn_snap (x - stage->size.w / 2);
  stage->position.y = prn_snap (y - stage->size.h / 2);
  return with_new (placed, stage, id);
}

PrnMap *
prn_edit_connect (PrnMap *map, const char *from, const char *to, char **id)
{
  g_autofree char *name = g_strdup_printf (
      "%s-to-%s", g_str_equal (from, "*") ? "any" : from, to);
  PrnTrigger *trigger;

  if ((!g_str_equal (from, "*") && prn_map_index_of (map, PRN_KIND_STAGE, from) < 0 &&
       prn_map_index_of (map, PRN_KIND_PHASE, from) < 0) ||
      prn_map_index_of (map, PRN_KIND_STAGE, to) < 0)
    return unchanged (map, id);
  trigger = new_element (map, PRN_KIND_TRIGGER, name);
  if (trigger == NULL)
    return unchanged (map, id);

  prn_element_set_text (&trigger->from, from);
  prn_element_set_text (&trigger->to, to);
  return with_new (map, trigger, id);
}

/* Puts a trigger to a stage just made, or takes the stage back. */
static PrnMap *
link_to_new (PrnMap *map, PrnMap *added, const char *from, const char *stage, char **id)
{
  g_autoptr (PrnMap) linked = NULL;

  if (stage == NULL)
    return unchanged (map, id);
  linked = prn_edit_connect (added, from, stage, NULL);
  if (linked == added)
    return unchanged (map, id);

  if (id != NULL)
    *id = g_strdup (stage);
  return g_steal_pointer (&linked);
}

PrnMap *
prn_edit_add_stage_from (PrnMap *map, const char *from, const char *name, double x, double y,
                         const char *phase, char **id)
{
  g_autofree char *stage = NULL;
  g_autoptr (PrnMap) added = prn_edit_add_stage (map, name, x, y, phase, &stage);

  return link_to_new (map, added, from, stage, id);
}

PrnMap *
prn_edit_add_linked_stage (PrnMap *map, const char *from, PrnSide side, const char *name,
                           char **id)
{
  g_autoptr (PrnMap) placed = prn_layout_missing (map);
  int index = prn_map_index_of (placed, PRN_KIND_STAGE, from);
  g_autoptr (PrnMap) added = NULL;
  const PrnStage *stage;
  PrnSpot middle;

  if (index < 0)
    return unchanged (map, id);
  stage = prn_map_nth (placed, PRN_KIND_STAGE, (guint) index);
  middle = prn_room_beside (placed, stage, side);
  added = prn_edit_add_stage_from (placed, from, name, middle.x, middle.y, stage->phase, id);
  return prn_map_ref (added == placed ? map : added);
}

PrnMap *
prn_edit_add_event (PrnMap *map, const char *stage, const char *name, char **id)
{
  PrnEvent *event;

  if (!text_fits (name, PRN_LIMIT_NAME) ||
      (stage != NULL && prn_map_index_of (map, PRN_KIND_STAGE, stage) < 0))
    return unchanged (map, id);
  event = new_element (map, PRN_KIND_EVENT, name);
  if (event == NULL)
    return unchanged (map, id);

  prn_element_set_text (&event->name, name);
  prn_element_set_text (&event->stage, stage);
  return with_new (map, event, id);
}

PrnMap *
prn_edit_add_phase (PrnMap *map, const char *name, const char *const *ids, char **id)
{
  g_autoptr (PrnChanges) changes = prn_changes_new (prn_map_ref (map));
  g_autoptr (GHashTable) chosen = prn_edit_id_set (ids);
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  PrnPhase *phase;

  phase = text_fits (name, PRN_LIMIT_NAME) ? new_element (map, PRN_KIND_PHASE, name) : NULL;
  if (phase == NULL)
    return unchanged (map, id);

  prn_element_set_text (&phase->name, name);
  if (id != NULL)
    *id = g_strdup (phase->element.id);
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (chosen, stages[i]->element.id)) {
      PrnStage *stage = prn_changes_of (changes, stages[i]);

      prn_element_set_text (&stage->phase, phase->element.id);
    }
  prn_changes_add (changes, phase);
  return prn_changes_apply (changes);
}

PrnMap *
prn_edit_add_note (PrnMap *map, const char *text, double x, double y, const char *about, char **id)
{
  g_autofree char *name = NULL;
  PrnNote *note;

  if (!is_place (x, y) || !text_fits (text, PRN_LIMIT_TEXT) ||
      (about != NULL && prn_map_lookup (map, about) == NULL))
    return unchanged (map, id);
  name = g_strdup_printf ("note %.*s", NOTE_ID_BYTES, text);
  if (!g_utf8_validate (name, -1, NULL)) {
    g_free (name);
    name = g_strdup ("note");
  }
  note = new_element (map, PRN_KIND_NOTE, name);
  if (note == NULL)
    return unchanged (map, id);

  prn_element_set_text (&note->text, text);
  prn_element_set_text (&note->about, about);
  note->position.x = prn_snap (x - note->size.w / 2);
  note->position.y = prn_snap (y - note->size.h / 2);
  return with_new (map, note, id);
}

PrnMap *
prn_edit_add_frame (PrnMap *map, const char *name, const PrnRectangle *box, char **id)
{
  PrnRectangle made = *box;
  double width, height;
  PrnFrame *frame;

  if (!is_place (box->x, box->y) || !isfinite (box->w) || !isfinite (box->h) ||
      !text_fits (name, PRN_LIMIT_NAME))
    return unchanged (map, id);
  frame = new_element (map, PRN_KIND_FRAME, name);
  if (frame == NULL)
    return unchanged (map, id);

  prn_edit_least_size (PRN_KIND_FRAME, &width, &height);
  made.w = CLAMP (made.w, width, PRN_EDIT_LARGEST);
  made.h = CLAMP (made.h, height, PRN_EDIT_LARGEST);
  prn_element_set_text (&frame->name, name);
  prn_edit_set_box (frame, &made);
  return with_new (map, frame, id);
}
