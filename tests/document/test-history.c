/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-history.h"

typedef enum {
  END,
  APPLY,  /* title, join */
  SEAL,
  CANCEL, /* join */
  UNDO,
  REDO,
  SAVE,
} Verb;

/* What is done, and what is the case after it: the title of the present map, the names of the steps
 * that undo and redo would go, and whether the map is the saved one. A step is named after the title
 * it gives. */
typedef struct {
  Verb verb;
  const char *title, *join;
  const char *map, *undo, *redo;
  gboolean saved;
} Row;

static const Row steps[] = {
  { APPLY, "a", NULL, "a", "a", NULL, FALSE }, { APPLY, "b", NULL, "b", "b", NULL, FALSE },
  { UNDO, NULL, NULL, "a", "a", "b", FALSE },  { UNDO, NULL, NULL, "", NULL, "a", TRUE },
  { UNDO, NULL, NULL, "", NULL, "a", TRUE },   { REDO, NULL, NULL, "a", "a", "b", FALSE },
  { REDO, NULL, NULL, "b", "b", NULL, FALSE }, { REDO, NULL, NULL, "b", "b", NULL, FALSE },
  { END },
};

static const Row joining[] = {
  { APPLY, "a", "drag", "a", "a", NULL, FALSE },
  { APPLY, "b", "drag", "b", "b", NULL, FALSE },
  { APPLY, "c", "drag", "c", "c", NULL, FALSE },
  { APPLY, "d", "type", "d", "d", NULL, FALSE },
  { APPLY, "e", NULL, "e", "e", NULL, FALSE },
  { APPLY, "f", NULL, "f", "f", NULL, FALSE },
  { UNDO, NULL, NULL, "e", "e", "f", FALSE },
  { UNDO, NULL, NULL, "d", "d", "e", FALSE },
  { UNDO, NULL, NULL, "c", "c", "d", FALSE },
  { UNDO, NULL, NULL, "", NULL, "c", TRUE },
  { END },
};

static const Row sealing[] = {
  { APPLY, "a", "drag", "a", "a", NULL, FALSE }, { SEAL, NULL, NULL, "a", "a", NULL, FALSE },
  { APPLY, "b", "drag", "b", "b", NULL, FALSE }, { UNDO, NULL, NULL, "a", "a", "b", FALSE },
  { APPLY, "c", "drag", "c", "c", NULL, FALSE }, { UNDO, NULL, NULL, "a", "a", "c", FALSE },
  { END },
};

/* What something else goes on with stays open. */
static const Row sealing_a_part[] = {
  { APPLY, "a", "drag", "a", "a", NULL, FALSE },
  { SEAL, NULL, "type", "a", "a", NULL, FALSE },
  { APPLY, "b", "drag", "b", "b", NULL, FALSE },
  { SEAL, NULL, "drag", "b", "b", NULL, FALSE },
  { APPLY, "c", "drag", "c", "c", NULL, FALSE },
  { UNDO, NULL, NULL, "b", "b", "c", FALSE },
  { UNDO, NULL, NULL, "", NULL, "b", TRUE },
  { END },
};

static const Row cancelling[] = {
  { APPLY, "a", NULL, "a", "a", NULL, FALSE },
  { APPLY, "b", "drag", "b", "b", NULL, FALSE },
  { APPLY, "c", "drag", "c", "c", NULL, FALSE },
  { CANCEL, NULL, "type", "c", "c", NULL, FALSE },
  { CANCEL, NULL, "drag", "a", "a", NULL, FALSE },
  { CANCEL, NULL, "drag", "a", "a", NULL, FALSE },
  { APPLY, "d", "drag", "d", "d", NULL, FALSE },
  { SEAL, NULL, NULL, "d", "d", NULL, FALSE },
  { CANCEL, NULL, "drag", "d", "d", NULL, FALSE },
  { END },
};

static const Row branching[] = {
  { APPLY, "a", NULL, "a", "a", NULL, FALSE }, { APPLY, "b", NULL, "b", "b", NULL, FALSE },
  { UNDO, NULL, NULL, "a", "a", "b", FALSE },  { APPLY, "c", NULL, "c", "c", NULL, FALSE },
  { REDO, NULL, NULL, "c", "c", NULL, FALSE }, { UNDO, NULL, NULL, "a", "a", "c", FALSE },
  { END },
};

/* Saved is one map of the history; when it is in a future that is forgotten, it is gone. */
static const Row saving[] = {
  { APPLY, "a", "type", "a", "a", NULL, FALSE }, { SAVE, NULL, NULL, "a", "a", NULL, TRUE },
  { APPLY, "b", "type", "b", "b", NULL, FALSE }, { UNDO, NULL, NULL, "a", "a", "b", TRUE },
  { UNDO, NULL, NULL, "", NULL, "a", FALSE },    { REDO, NULL, NULL, "a", "a", "b", TRUE },
  { UNDO, NULL, NULL, "", NULL, "a", FALSE },    { APPLY, "c", NULL, "c", "c", NULL, FALSE },
  { UNDO, NULL, NULL, "", NULL, "c", FALSE },    { END },
};

static void
perform (PrnHistory *history, const Row *row)
{
  g_autoptr (PrnMap) map =
      row->title != NULL ? prn_map_with_title (prn_history_get_map (history), row->title) : NULL;

  switch (row->verb) {
  case APPLY:
    g_assert_true (prn_history_apply (history, map, row->title, row->join));
    g_assert_false (prn_history_apply (history, map, "nothing", row->join));
    break;
  case SEAL:
    if (row->join != NULL)
      prn_history_seal_join (history, row->join);
    else
      prn_history_seal (history);
    break;
  case CANCEL:
    prn_history_cancel (history, row->join);
    break;
  case UNDO:
    prn_history_undo (history);
    break;
  case REDO:
    prn_history_redo (history);
    break;
  case SAVE:
    prn_history_set_saved (history, TRUE);
    break;
  case END:
    g_assert_not_reached ();
  }
}

static void
test_table (gconstpointer data)
{
  g_autoptr (PrnMap) first = prn_map_new ("");
  g_autoptr (PrnHistory) history = prn_history_new (first);

  g_assert_true (prn_history_is_saved (history));
  for (const Row *row = data; row->verb != END; row++) {
    g_test_message ("row %d", (int) (row - (const Row *) data));
    perform (history, row);
    g_assert_cmpstr (prn_map_get_title (prn_history_get_map (history)), ==, row->map);
    g_assert_cmpstr (prn_history_get_undo_name (history), ==, row->undo);
    g_assert_cmpstr (prn_history_get_redo_name (history), ==, row->redo);
    g_assert_cmpint (prn_history_is_saved (history), ==, row->saved);
  }
  while (prn_history_undo (history))
    continue;
  g_assert_true (prn_history_get_map (history) == first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/history/steps", steps, test_table);
  g_test_add_data_func ("/history/joining", joining, test_table);
  g_test_add_data_func ("/history/sealing", sealing, test_table);
  g_test_add_data_func ("/history/sealing-a-part", sealing_a_part, test_table);
  g_test_add_data_func ("/history/cancelling", cancelling, test_table);
  g_test_add_data_func ("/history/branching", branching, test_table);
  g_test_add_data_func ("/history/saving", saving, test_table);

  return g_test_run ();
}
