/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-fix.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-edit-add.h"
#include "prn-edit-member.h"
#include "prn-edit-relate.h"
#include "prn-edit-remove.h"
#include "prn-json-write.h"

typedef PrnMap *(*FixFunc) (PrnMap *map, const PrnProblem *problem);

/* An edit, or the map itself where it is refused. */
static PrnMap *
or_same (PrnMap *map, PrnMap *edited)
{
  return edited != NULL ? edited : prn_map_ref (map);
}

static PrnMap *
remove_element (PrnMap *map, const PrnProblem *problem)
{
  return prn_edit_remove (map, (const char *const[]){ problem->id, NULL });
}

/* The member says nothing: it goes back to its default. */
static PrnMap *
clear_member (PrnMap *map, const PrnProblem *problem)
{
  return or_same (
      map, prn_edit_set_member (map, problem->id, prn_problem_path (problem), NULL, NULL));
}

static PrnMap *
remove_item (PrnMap *map, const PrnProblem *problem)
{
  return or_same (map,
                  prn_edit_remove_item (map, problem->id, prn_problem_path (problem), NULL));
}

static PrnMap *
make_entry (PrnMap *map, const PrnProblem *problem)
{
  return or_same (map, prn_edit_set_member (map, problem->id, "role", "\"entry\"", NULL));
}

static PrnMap *
use_dollars (PrnMap *map, const PrnProblem *problem)
{
  return or_same (map, prn_edit_set_member (map, NULL, "currency", NULL, NULL));
}

static PrnMap *
rename_element (PrnMap *map, const PrnProblem *problem)
{
  gconstpointer element = prn_map_lookup (map, problem->id);
  g_autofree char *name = prn_edit_free_name (map, prn_element_kind (element),
                                              prn_element_label (element));

  return prn_edit_rename (map, problem->id, name);
}

/* An element without a name is called as its id says. */
static PrnMap *
name_element (PrnMap *map, const PrnProblem *problem)
{
  gconstpointer element = prn_map_lookup (map, problem->id);
  g_autofree char *words = g_strdelimit (g_strdup (problem->id), "-", ' ');
  g_autofree char *name = NULL;

  words[0] = g_ascii_toupper (words[0]);
  name = prn_edit_free_name (map, prn_element_kind (element), words);
  return prn_edit_rename (map, problem->id, name);
}

static char *
number_json (double number)
{
  GString *json = g_string_new (NULL);

  prn_json_append_number (json, number);
  return g_string_free (json, FALSE);
}

static PrnMap *
swap_bounds (PrnMap *map, const PrnProblem *problem)
{
  const PrnScore *score = prn_map_lookup (map, problem->id);
  g_autofree char *least = number_json (score->max);
  g_autofree char *most = number_json (score->min);
  g_autoptr (PrnMap) half = prn_edit_set_member (map, problem->id, "min", least, NULL);

  return half != NULL ? or_same (map, prn_edit_set_member (half, problem->id, "max", most, NULL))
                      : prn_map_ref (map);
}

/* The greatest number of four digits after the point that is not above @share. */
static double
lower (double share, double total)
{
  return floor (share / total * 10000) / 10000;
}

static gboolean
leaves (PrnMap *map, const PrnTrigger *trigger, const PrnStage *stage)
{
  if (g_str_equal (trigger->to, prn_element_id (stage)) &&
      !g_str_equal (trigger->from, prn_element_id (stage)))
    return FALSE;
  if (g_str_equal (trigger->from, "*"))
    return stage->role != PRN_ROLE_EXIT;
  return g_str_equal (trigger->from, prn_element_id (stage)) ||
         g_strcmp0 (trigger->from, stage->phase) == 0;
}

/* The shares that leave a stage, each lowered alike until they are 1. */
static PrnMap *
lower_shares (PrnMap *map, const PrnProblem *problem)
{
  const PrnStage *stage = prn_map_lookup (map, problem->id);
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  double total = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (triggers[i]->share) && leaves (map, triggers[i], stage))
      total += triggers[i]->share;
  for (guint i = 0; i < n && total > 1; i++) {
    PrnTrigger *trigger;

    if (isnan (triggers[i]->share) || !leaves (map, triggers[i], stage))
      continue;
    trigger = prn_element_copy (triggers[i]);
    trigger->share = lower (trigger->share, total);
    g_ptr_array_add (changed, trigger);
  }
  return changed->len > 0 ? prn_map_with_all (map, changed->pdata, changed->len)
                          : prn_map_ref (map);
}

static PrnMap *
lower_weights (PrnMap *map, const PrnProblem *problem)
{
  const PrnPopulation *population = prn_map_get_population (map);
  g_autoptr (PrnMap) edited = prn_map_ref (map);
  double total = 0;

  for (guint i = 0; i < population->segments.n; i++)
    total += population->segments.items[i].weight;
  for (guint i = 0; i < population->segments.n; i++) {
    g_autofree char *path = g_strdup_printf ("population.segments[%u].weight", i);
    g_autofree char *json = number_json (lower (population->segments.items[i].weight, total));
    PrnMap *next = prn_edit_set_member (edited, NULL, path, json, NULL);

    if (next == NULL)
      continue;
    prn_map_unref (edited);
    edited = next;
  }
  return g_steal_pointer (&edited);
}

/* Of two items about one segment the second never counts. */
static PrnMap *
remove_doubles (PrnMap *map, const PrnProblem *problem)
{
  const PrnTrigger *trigger = prn_map_lookup (map, problem->id);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trigger->by_segment.n; i++) {
    if (!g_hash_table_add (met, trigger->by_segment.items[i].segment)) {
      g_autofree char *path = g_strdup_printf ("by_segment[%u]", i);

      return or_same (map, prn_edit_remove_item (map, problem->id, path, NULL));
    }
  }
  return prn_map_ref (map);
}

static const struct {
  PrnProblemCode code;
  const char *title;
  FixFunc fix;
} fixes[] = {
  { PRN_PROBLEM_UNUSED, N_ ("Delete It"), remove_element },
  { PRN_PROBLEM_NOTE_EMPTY, N_ ("Delete It"), remove_element },
  { PRN_PROBLEM_FRAME_EMPTY, N_ ("Delete It"), remove_element },
  { PRN_PROBLEM_NO_NAME, N_ ("Name It"), name_element },
  { PRN_PROBLEM_SAME_NAME, N_ ("Rename It"), rename_element },
  { PRN_PROBLEM_CURRENCY, N_ ("Use USD"), use_dollars },
  { PRN_PROBLEM_ENTER_WITHOUT_ENTRY, N_ ("Make It an Entry"), make_entry },
  { PRN_PROBLEM_NO_ENTRY, N_ ("Make It an Entry"), make_entry },
  { PRN_PROBLEM_SHARES, N_ ("Lower the Shares"), lower_shares },
  { PRN_PROBLEM_SEGMENT_TWICE, N_ ("Remove the Other"), remove_doubles },
  { PRN_PROBLEM_SCORE_BOUNDS, N_ ("Swap Them"), swap_bounds },
  { PRN_PROBLEM_SCORE_WITHOUT_DECAY, N_ ("Remove It"), clear_member },
  { PRN_PROBLEM_TARGET_WITHIN, N_ ("Remove It"), clear_member },
  { PRN_PROBLEM_WEIGHTS, N_ ("Lower the Weights"), lower_weights },
  { PRN_PROBLEM_OVERRIDE_MEMBER, N_ ("Remove It"), clear_member },
  { PRN_PROBLEM_OVERRIDE_EMPTY, N_ ("Remove It"), remove_item },
};

static int
find_fix (const PrnProblem *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    if (problem->code == fixes[i].code)
      return (int) i;
  return -1;
}

const char *
prn_fix_title (const PrnProblem *problem)
{
  int index = find_fix (problem);

  return index >= 0 ? _(fixes[index].title) : NULL;
}

PrnMap *
prn_fix_apply (PrnMap *map, const PrnProblem *problem)
{
  int index = find_fix (problem);

  if (index < 0 || (problem->id != NULL && prn_map_lookup (map, problem->id) == NULL))
    return prn_map_ref (map);
  return fixes[index].fix (map, problem);
}

const char *
prn_problem_path (const PrnProblem *problem)
{
  const char *dot = strchr (problem->place, '.');

  if (problem->id == NULL)
    return problem->place;
  return dot != NULL ? dot + 1 : NULL;
}
