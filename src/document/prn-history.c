/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-history.h"

/* A map and the step that led to it. */
typedef struct {
  PrnMap *map;
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

  prn_map_unref (state->map);
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
  history->present++;
  return TRUE;
}

void
prn_history_seal (PrnHistory *history)
{
  g_clear_pointer (&present (history)->join, g_free);
}

gboolean
prn_history_cancel (PrnHistory *history, const char *join)
{
  if (present (history)->join == NULL || g_strcmp0 (present (history)->join, join) != 0)
    return FALSE;
  history->present--;
  forget_future (history);
  return TRUE;
}

gboolean
prn_history_undo (PrnHistory *history)
{
  if (history->present == 0)
    return FALSE;
  prn_history_seal (history);
  history->present--;
  return TRUE;
}

gboolean
prn_history_redo (PrnHistory *history)
{
  if (history->present + 1 == history->states->len)
    return FALSE;
  history->present++;
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
