/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-new.h"

#include <math.h>
#include <string.h>

#include "prn-edit-add.h"
#include "prn-edit-place.h"
#include "prn-edit-private.h"
#include "prn-geometry.h"

#define GAP         40
#define FRAME_WIDTH 960
#define FRAME_SHARE (9.0 / 16)

/* Below everything that has a place. */
static double
free_row (PrnMap *map)
{
  double bottom = 0;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < prn_map_n (map, kind); i++) {
      PrnRectangle box;

      if (prn_edit_get_box (prn_map_nth (map, kind, i), &box))
        bottom = MAX (bottom, box.y + box.h);
    }
  }
  return bottom + GAP;
}

static PrnMap *
add_plain (PrnMap *map, PrnKind kind, const char *name, const char *about, char **id)
{
  g_autofree char *new_id = NULL;
  g_autoptr (PrnElement) element = NULL;

  if (!prn_edit_has_room (map, 1))
    return prn_map_ref (map);
  new_id = prn_map_new_id (map, name);
  element = prn_element_new (kind, new_id);
  switch (kind) {
  case PRN_KIND_SCORE:
    prn_element_set_text (&((PrnScore *) element)->name, name);
    break;
  case PRN_KIND_SEGMENT:
    prn_element_set_text (&((PrnSegment *) element)->name, name);
    break;
  case PRN_KIND_SCENARIO:
    prn_element_set_text (&((PrnScenario *) element)->name, name);
    break;
  case PRN_KIND_TARGET: {
    PrnTarget *target = (PrnTarget *) element;
    gconstpointer subject = about != NULL ? prn_map_lookup (map, about) : NULL;
    PrnKind of = subject != NULL ? prn_element_kind (subject) : PRN_KIND_TARGET;

    prn_element_set_text (&target->name, name);
    prn_element_set_text (&target->of,
                          of == PRN_KIND_STAGE || of == PRN_KIND_TRIGGER ? about : "map");
    target->metric = PRN_METRIC_GOAL_SHARE;
    if (of == PRN_KIND_STAGE || of == PRN_KIND_TRIGGER)
      target->metric = of == PRN_KIND_STAGE ? PRN_METRIC_REACH : PRN_METRIC_SHARE;
    target->bound = 0.5;
    break;
  }
  default:
    g_return_val_if_reached (prn_map_ref (map));
  }
  if (id != NULL)
    *id = g_strdup (new_id);
  return prn_map_with (map, element);
}

/* From the stage it is about, or the first, to the one after it. */
static PrnMap *
add_trigger (PrnMap *map, const char *about, char **id)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  int from = prn_map_index_of (map, PRN_KIND_STAGE, about);

  if (n == 0)
    return prn_map_ref (map);
  from = MAX (from, 0);
  return prn_edit_connect (map, prn_element_id (stages[from]),
                           prn_element_id (stages[((guint) from + 1) % n]), id);
}

/* What each kind is called until the user names it. */
static const char *const usual[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = "Phase",     [PRN_KIND_STAGE] = "Stage",   [PRN_KIND_EVENT] = "Event",
  [PRN_KIND_TRIGGER] = "Trigger", [PRN_KIND_SCORE] = "Score",   [PRN_KIND_SEGMENT] = "Segment",
  [PRN_KIND_TARGET] = "Target",   [PRN_KIND_NOTE] = "Note",     [PRN_KIND_FRAME] = "Frame",
  [PRN_KIND_SCENARIO] = "Scenario",
};

gboolean
prn_edit_is_usual_name (PrnKind kind, const char *name)
{
  gsize length = strlen (usual[kind]);

  return g_str_has_prefix (name, usual[kind]) &&
         (name[length] == '\0' ||
          (name[length] == ' ' && strspn (name + length + 1, "0123456789") > 0 &&
           name[length + 1 + strspn (name + length + 1, "0123456789")] == '\0'));
}

PrnMap *
prn_edit_new_element (PrnMap *map, PrnKind kind, const char *name, const char *about, char **id)
{
  g_autofree char *free_name = NULL;
  double y = free_row (map);

  if (id != NULL)
    *id = NULL;
  if (name == NULL && kind != PRN_KIND_NOTE)
    name = free_name = prn_edit_free_name (map, kind, usual[kind]);
  switch (kind) {
  case PRN_KIND_PHASE:
    return prn_edit_add_phase (map, name, NULL, id);
  case PRN_KIND_STAGE:
    return prn_edit_add_stage (map, name, 100, y + 48, NULL, id);
  case PRN_KIND_EVENT:
    return prn_edit_add_event (map, about, name, id);
  case PRN_KIND_TRIGGER:
    return add_trigger (map, about, id);
  case PRN_KIND_NOTE:
    return prn_edit_add_note (map, name != NULL ? name : usual[kind], 100, y + 60, about, id);
  case PRN_KIND_FRAME: {
    PrnRectangle box = { 0, y, FRAME_WIDTH, FRAME_WIDTH * FRAME_SHARE };

    return prn_edit_add_frame (map, name, &box, id);
  }
  case PRN_KIND_SCORE:
  case PRN_KIND_SEGMENT:
  case PRN_KIND_TARGET:
  case PRN_KIND_SCENARIO:
  default:
    return add_plain (map, kind, name, about, id);
  }
}
