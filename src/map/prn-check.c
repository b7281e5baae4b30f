/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <string.h>

#include "prn-references.h"

void
prn_check_add (PrnCheck *check,
               PrnProblemCode code,
               PrnKind kind,
               guint index,
               const char *member,
               const char *format,
               ...)
{
  const PrnElement *element = prn_map_nth (check->map, kind, index);
  g_autofree char *place = g_strdup_printf ("%s[%u]%s%s", prn_kind_list_name (kind), index,
                                            member != NULL ? "." : "",
                                            member != NULL ? member : "");
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check->problems,
                   prn_problem_new (PRN_SEVERITY_WARNING, code, place, element->id, "%s", message));
}

static void
number_arrows (PrnCheck *check)
{
  check->phase_of = g_new (int, check->n_stages);
  for (guint i = 0; i < check->n_stages; i++)
    check->phase_of[i] = prn_map_index_of (check->map, PRN_KIND_PHASE, check->stages[i]->phase);

  check->arrows = g_new (PrnCheckArrow, check->n_triggers);
  for (guint i = 0; i < check->n_triggers; i++) {
    const PrnTrigger *trigger = check->triggers[i];

    check->arrows[i] = (PrnCheckArrow){
      .from_any = g_strcmp0 (trigger->from, "*") == 0,
      .from_stage = prn_map_index_of (check->map, PRN_KIND_STAGE, trigger->from),
      .from_phase = prn_map_index_of (check->map, PRN_KIND_PHASE, trigger->from),
      .to = prn_map_index_of (check->map, PRN_KIND_STAGE, trigger->to),
    };
  }
}

static void
dangling_cb (const PrnReference *reference, const char *message, gpointer user_data)
{
  GPtrArray *problems = user_data;
  g_autofree char *place = prn_place_format (reference->place);

  g_ptr_array_add (problems,
                   prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, place,
                                    reference->element != NULL ? reference->element->id : NULL,
                                    "%s", message));
}

/* Where the first step of a place stands in a file: its member, then its index. */
static guint64
place_rank (const char *place)
{
  gsize length = strcspn (place, ".[");
  guint64 index = place[length] == '[' ? g_ascii_strtoull (place + length + 1, NULL, 10) : 0;

  for (guint i = 0; i < prn_map_record.n_members; i++)
    if (strncmp (prn_map_record.members[i].name, place, length) == 0 &&
        prn_map_record.members[i].name[length] == '\0')
      return ((guint64) (i + 1) << 32) + index;
  return 0;
}

/* g_ptr_array_sort() keeps the order of equals. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint64 rank_a = place_rank ((*(PrnProblem *const *) a)->place);
  guint64 rank_b = place_rank ((*(PrnProblem *const *) b)->place);

  return (rank_a > rank_b) - (rank_a < rank_b);
}

GPtrArray *
prn_map_check (PrnMap *map)
{
  PrnCheck check = { .map = map };

  check.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);
  check.stages = prn_map_stages (map, &check.n_stages);
  check.triggers = prn_map_triggers (map, &check.n_triggers);
  number_arrows (&check);

  prn_map_foreach_dangling (map, dangling_cb, check.problems);
  prn_check_names (&check);
  prn_check_stages (&check);
  prn_check_triggers (&check);
  prn_check_shares (&check);
  prn_check_rounds (&check);
  prn_check_measures (&check);
  prn_check_uses (&check);
  prn_check_simulation (&check);

  g_ptr_array_sort (check.problems, compare_places);
  g_free (check.arrows);
  g_free (check.phase_of);
  return check.problems;
}
