/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-place.h"

#include <math.h>

#include "prn-edit-private.h"
#include "prn-layout.h"
#include "prn-map-file.h"

/* Where everything is, so that what has no place yet can be moved from where it is shown. */
static PrnChanges *
changes_of_placed (PrnMap *map)
{
  return prn_changes_new (prn_layout_missing (map));
}

static gboolean
is_in (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static void
move_box (PrnChanges *changes, gconstpointer element, double dx, double dy)
{
  PrnRectangle box;

  if (!prn_edit_get_box (element, &box))
    return;
  box.x += dx;
  box.y += dy;
  prn_edit_set_box (prn_changes_of (changes, element), &box);
}

static void
move_routes (PrnChanges *changes, GHashTable *moved, double dx, double dy)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (changes->map, &n);

  for (guint i = 0; i < n; i++) {
    PrnTrigger *own;

    if (triggers[i]->route.n == 0 || !is_in (moved, triggers[i]->from) ||
        !is_in (moved, triggers[i]->to))
      continue;
    own = prn_changes_of (changes, triggers[i]);
    for (guint k = 0; k < own->route.n; k++) {
      PrnPoint *bend = &own->route.items[k];

      bend->x = CLAMP (bend->x + dx, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
      bend->y = CLAMP (bend->y + dy, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
    }
  }
}

PrnMap *
prn_edit_move (PrnMap *map, const char *const *ids, double dx, double dy)
{
  g_autoptr (PrnChanges) changes = NULL;
  g_autoptr (GHashTable) moved = NULL;
  guint n;
  const PrnStage *const *stages;
  const PrnNote *const *notes;
  const PrnFrame *const *frames;

  if ((dx == 0 && dy == 0) || !isfinite (dx) || !isfinite (dy))
    return prn_map_ref (map);

  changes = changes_of_placed (map);
  moved = prn_edit_id_set (ids);
  prn_edit_add_contents (changes->map, moved);

  stages = prn_map_stages (changes->map, &n);
  for (guint i = 0; i < n; i++)
    if (is_in (moved, stages[i]->element.id))
      move_box (changes, stages[i], dx, dy);
  notes = prn_map_notes (changes->map, &n);
  for (guint i = 0; i < n; i++)
    if (is_in (moved, notes[i]->element.id) ||
        (is_in (moved, notes[i]->about) &&
         prn_map_index_of (changes->map, PRN_KIND_STAGE, notes[i]->about) >= 0))
      move_box (changes, notes[i], dx, dy);
  frames = prn_map_frames (changes->map, &n);
  for (guint i = 0; i < n; i++)
    if (is_in (moved, frames[i]->element.id))
      move_box (changes, frames[i], dx, dy);
  move_routes (changes, moved, dx, dy);

  return changes->elements->len > 0 ? prn_changes_apply (changes) : prn_map_ref (map);
}

void
prn_edit_least_size (PrnKind kind, double *width, double *height)
{
  /* A card shows its name, a note a word, a frame something. */
  static const struct {
    PrnKind kind;
    double width, height;
  } least[] = {
    { PRN_KIND_STAGE, 120, 64 },
    { PRN_KIND_NOTE, 64, 48 },
    { PRN_KIND_FRAME, 96, 64 },
  };

  *width = *height = 1;
  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    if (least[i].kind == kind) {
      *width = least[i].width;
      *height = least[i].height;
    }
}

PrnMap *
prn_edit_resize (PrnMap *map, const char *id, const PrnRectangle *box)
{
  g_autoptr (PrnChanges) changes = changes_of_placed (map);
  const PrnElement *element = prn_map_lookup (changes->map, id);
  PrnRectangle old, new = *box;
  double width, height;

  if (element == NULL || !prn_edit_get_box (element, &old) || !isfinite (box->x) ||
      !isfinite (box->y) || !isfinite (box->w) || !isfinite (box->h))
    return prn_map_ref (map);

  prn_edit_least_size (element->kind, &width, &height);
  new.w = CLAMP (new.w, width, PRN_EDIT_LARGEST);
  new.h = CLAMP (new.h, height, PRN_EDIT_LARGEST);
  if (new.x == old.x && new.y == old.y && new.w == old.w && new.h == old.h)
    return prn_map_ref (map);

  prn_edit_set_box (prn_changes_of (changes, element), &new);
  return prn_changes_apply (changes);
}

/* A stage, note or frame among those to be put in order. */
typedef struct {
  const PrnElement *element;
  PrnRectangle box;
} Boxed;

static GArray *
list_boxed (PrnMap *map, const char *const *ids)
{
  GArray *boxed = g_array_new (FALSE, FALSE, sizeof (Boxed));
  g_autoptr (GHashTable) set = prn_edit_id_set (ids);
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    Boxed one = { .element = prn_map_lookup (map, id) };

    if (one.element != NULL && prn_edit_get_box (one.element, &one.box))
      g_array_append_val (boxed, one);
  }
  return boxed;
}

static void
put_boxed (PrnChanges *changes, const Boxed *one, double x, double y)
{
  const PrnRectangle box = { x, y, one->box.w, one->box.h };

  if (x != one->box.x || y != one->box.y)
    prn_edit_set_box (prn_changes_of (changes, one->element), &box);
}

static void
align_one (PrnChanges *changes, const Boxed *one, const PrnRectangle *around, PrnAlign align)
{
  double x = one->box.x, y = one->box.y;

  switch (align) {
  case PRN_ALIGN_LEFT:
    x = around->x;
    break;
  case PRN_ALIGN_CENTRE:
    x = around->x + (around->w - one->box.w) / 2;
    break;
  case PRN_ALIGN_RIGHT:
    x = around->x + around->w - one->box.w;
    break;
  case PRN_ALIGN_TOP:
    y = around->y;
    break;
  case PRN_ALIGN_MIDDLE:
    y = around->y + (around->h - one->box.h) / 2;
    break;
  case PRN_ALIGN_BOTTOM:
  default:
    y = around->y + around->h - one->box.h;
    break;
  }
  put_boxed (changes, one, x, y);
}

PrnMap *
prn_edit_align (PrnMap *map, const char *const *ids, PrnAlign align)
{
  g_autoptr (PrnChanges) changes = changes_of_placed (map);
  g_autoptr (GArray) boxed = list_boxed (changes->map, ids);
  PrnRectangle around;

  if (boxed->len < 2)
    return prn_map_ref (map);

  around = g_array_index (boxed, Boxed, 0).box;
  for (guint i = 1; i < boxed->len; i++)
    around = prn_rectangle_union (around, g_array_index (boxed, Boxed, i).box);
  for (guint i = 0; i < boxed->len; i++)
    align_one (changes, &g_array_index (boxed, Boxed, i), &around, align);
  return changes->elements->len > 0 ? prn_changes_apply (changes) : prn_map_ref (map);
}

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_across (gconstpointer a, gconstpointer b)
{
  const Boxed *one = a, *other = b;
  int order = compare_numbers (one->box.x, other->box.x);

  return order != 0 ? order : g_strcmp0 (one->element->id, other->element->id);
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  const Boxed *one = a, *other = b;
  int order = compare_numbers (one->box.y, other->box.y);

  return order != 0 ? order : g_strcmp0 (one->element->id, other->element->id);
}

PrnMap *
prn_edit_distribute (PrnMap *map, const char *const *ids, gboolean across)
{
  g_autoptr (PrnChanges) changes = changes_of_placed (map);
  g_autoptr (GArray) boxed = list_boxed (changes->map, ids);
  const Boxed *first, *last;
  double space, at;

  if (boxed->len < 3)
    return prn_map_ref (map);

  g_array_sort (boxed, across ? compare_across : compare_down);
  first = &g_array_index (boxed, Boxed, 0);
  last = &g_array_index (boxed, Boxed, boxed->len - 1);
  space = across ? last->box.x + last->box.w - first->box.x
                 : last->box.y + last->box.h - first->box.y;
  for (guint i = 0; i < boxed->len; i++) {
    const Boxed *one = &g_array_index (boxed, Boxed, i);

    space -= across ? one->box.w : one->box.h;
  }
  space /= boxed->len - 1;

  at = across ? first->box.x + first->box.w + space : first->box.y + first->box.h + space;
  for (guint i = 1; i + 1 < boxed->len; i++) {
    const Boxed *one = &g_array_index (boxed, Boxed, i);

    put_boxed (changes, one, across ? round (at) : one->box.x, across ? one->box.y : round (at));
    at += (across ? one->box.w : one->box.h) + space;
  }
  return changes->elements->len > 0 ? prn_changes_apply (changes) : prn_map_ref (map);
}

PrnMap *
prn_edit_lay_out (PrnMap *map)
{
  g_autoptr (PrnMap) laid_out = prn_layout (map);

  return prn_map_ref (prn_map_equal (laid_out, map) ? map : laid_out);
}
