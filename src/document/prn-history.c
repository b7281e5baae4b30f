/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-history.h"

#include "prn-delta.h"

/* So many maps on either side of the present one are kept whole, and the first for ever; of all
 * others there is the way from the map before. A map of 1,000 elements is a list of 1,000 pointers
 * at least, the way is the two versions of one element mostly. */
#define WHOLE 8

/* A map and the step that led to it. */
typedef struct {
  PrnMap *map;     /* NULL when it is to be made of a neighbour */
  PrnDelta *delta; /* from the map before; NULL while both maps are there */
  char *name; /* NULL for the first map */
  char *join; /* NULL when the step is sealed or was never to be joined */
} State;

struct _PrnHistory {
  GPtrArray *states; /* of State, never empty */
  guint present;
  int saved; /* -1: none of the states */
};

static State *
state_new (PrnMap *map, const char *name, const char *join)
{
  State *state = g_new0 (State, 1);

  state->map = prn_map_ref (map);
  state->name = g_strdup (name);
  state->join = g_strdup (join);
  return state;
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->map, prn_map_unref);
  g_clear_pointer (&state->delta, prn_delta_free);
  g_free (state->name);
  g_free (state->join);
  g_free (state);
}

static State *
nth (PrnHistory *history, guint index)
{
  return g_ptr_array_index (history->states, index);
}

static State *
present (PrnHistory *history)
{
  return nth (history, history->present);
}

/* Takes the way to a state down, which takes both of its ends. */
static void
remember_way (PrnHistory *history, guint index)
{
  State *state = nth (history, index);

  if (state->delta == NULL)
    state->delta = prn_delta_new (nth (history, index - 1)->map, state->map);
}

/* Lets the map go that has just got too far from the present one, in either direction. All maps
 * nearer are there, so that the ways on both sides of it can be taken down. */
static void
thin_out (PrnHistory *history)
{
  int before = (int) history->present - WHOLE - 1;
  guint after = history->present + WHOLE + 1;

  if (before > 0 && nth (history, (guint) before)->map != NULL) {
    remember_way (history, (guint) before);
    remember_way (history, (guint) before + 1);
    g_clear_pointer (&nth (history, (guint) before)->map, prn_map_unref);
  }
  if (after < history->states->len && nth (history, after)->map != NULL) {
    remember_way (history, after);
    if (after + 1 < history->states->len)
      remember_way (history, after + 1);
    g_clear_pointer (&nth (history, after)->map, prn_map_unref);
  }
}

/* Makes the map of a state whose neighbour is the present one. */
static void
go_to (PrnHistory *history, guint index)
{
  State *state = nth (history, index);

  if (state->map == NULL && index < history->present)
    state->map = prn_delta_go (nth (history, index + 1)->delta, present (history)->map, TRUE);
  else if (state->map == NULL)
    state->map = prn_delta_go (state->delta, present (history)->map, FALSE);
  history->present = index;
  thin_out (history);
}

PrnHistory *
prn_history_new (PrnMap *map)
{
  PrnHistory *history = g_new0 (PrnHistory, 1);

  history->states = g_ptr_array_new_with_free_func (state_free);
  g_ptr_array_add (history->states, state_new (map, NULL, NULL));
  return history;
}

void
prn_history_free (PrnHistory *history)
{
  g_ptr_array_unref (history->states);
  g_free (history);
}

PrnMap *
prn_history_get_map (PrnHistory *history)
{
  return present (history)->map;
}

PrnMap *
prn_history_get_before (PrnHistory *history)
{
  return history->present > 0 ? nth (history, history->present - 1)->map : NULL;
}

guint
prn_history_get_position (PrnHistory *history)
{
  return history->present;
}

/* Forgets the states after the present one. */
static void
forget_future (PrnHistory *history)
{
  guint n = history->present + 1;

  if (n < history->states->len)
    g_ptr_array_remove_range (history->states, n, history->states->len - n);
  if (history->saved >= (int) n)
    history->saved = -1;
}

gboolean
prn_history_apply (PrnHistory *history, PrnMap *map, const char *name, const char *join)
{
  State *last = present (history);
  gboolean joins = join != NULL && g_strcmp0 (last->join, join) == 0 &&
                   history->present + 1 == history->states->len;

  if (map == last->map)
    return FALSE;

  if (joins) {
    State *state = state_new (map, name, join);

    state_free (last);
    g_ptr_array_index (history->states, history->present) = state;
    return TRUE;
  }

  forget_future (history);
  prn_history_seal (history);
  g_ptr_array_add (history->states, state_new (map, name, join));
  go_to (history, history->present + 1);
  return TRUE;
}

void
prn_history_seal (PrnHistory *history)
{
  g_clear_pointer (&present (history)->join, g_free);
}

void
prn_history_seal_join (PrnHistory *history, const char *join)
{
  if (g_strcmp0 (present (history)->join, join) == 0)
    prn_history_seal (history);
}

gboolean
prn_history_cancel (PrnHistory *history, const char *join)
{
  if (present (history)->join == NULL || g_strcmp0 (present (history)->join, join) != 0)
    return FALSE;
  go_to (history, history->present - 1);
  forget_future (history);
  return TRUE;
}

gboolean
prn_history_undo (PrnHistory *history)
{
  if (history->present == 0)
    return FALSE;
  prn_history_seal (history);
  go_to (history, history->present - 1);
  return TRUE;
}

gboolean
prn_history_redo (PrnHistory *history)
{
  if (history->present + 1 == history->states->len)
    return FALSE;
  go_to (history, history->present + 1);
  return TRUE;
}

const char *
prn_history_get_undo_name (PrnHistory *history)
{
  return present (history)->name;
}

const char *
prn_history_get_redo_name (PrnHistory *history)
{
  return history->present + 1 < history->states->len ? nth (history, history->present + 1)->name
                                                     : NULL;
}

void
prn_history_set_saved (PrnHistory *history, gboolean saved)
{
  prn_history_seal (history);
  history->saved = saved ? (int) history->present : -1;
}

gboolean
prn_history_is_saved (PrnHistory *history)
{
  return history->saved == (int) history->present;
}
