/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rounds that customers of a simulation never leave and in which no time passes: it cannot end, and
 * is refused. Who is in one is in a stage that everyone leaves, at once, for another such stage. So
 * of the stages that everyone leaves at once those are taken away from which some come to a stage
 * that is none; each trigger is looked at once for it. */

#define TOLERANCE 1e-9

/* Triggers by the stage they lead to and stages by their phase: the first of each and, by trigger
 * and by stage, the next; PRN_NOWHERE ends it. */
typedef struct {
  PrnCheck *check;
  int *first_to, *next_to;
  int *first_in, *next_in;
} Lists;

/* The first triggers that are used, of those that leave from something: the second leads elsewhere,
 * for the stage to which the first one leads. */
typedef struct {
  int first, second;
} Ways;

static gboolean
takes_time (const PrnDistribution *delay)
{
  for (guint i = 0; delay != NULL && i < delay->durations.n; i++)
    if (delay->durations.items[i].us > 0)
      return TRUE;
  return FALSE;
}

static int *
new_ends (guint n)
{
  int *ends = g_new (int, n);

  for (guint i = 0; i < n; i++)
    ends[i] = PRN_NOWHERE;
  return ends;
}

static void
lists_init (Lists *lists, PrnCheck *check)
{
  lists->check = check;
  lists->first_to = new_ends (check->n_stages);
  lists->next_to = new_ends (check->n_triggers);
  lists->first_in = new_ends (prn_map_n (check->map, PRN_KIND_PHASE));
  lists->next_in = new_ends (check->n_stages);
  for (guint i = 0; i < check->n_triggers; i++)
    if (check->arrows[i].to != PRN_NOWHERE) {
      lists->next_to[i] = lists->first_to[check->arrows[i].to];
      lists->first_to[check->arrows[i].to] = (int) i;
    }
  for (guint i = 0; i < check->n_stages; i++)
    if (check->phase_of[i] != PRN_NOWHERE) {
      lists->next_in[i] = lists->first_in[check->phase_of[i]];
      lists->first_in[check->phase_of[i]] = (int) i;
    }
}

static void
lists_clear (Lists *lists)
{
  g_free (lists->first_to);
  g_free (lists->next_to);
  g_free (lists->first_in);
  g_free (lists->next_in);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

/* The stages that everyone leaves at once; of the others it makes a queue, and returns how many. */
static guint
find_left_at_once (PrnCheck *check, const PrnCheckNumbers *numbers, gboolean *caught, int *queue)
{
  g_autofree double *slow = g_new (double, check->n_triggers);
  g_autofree double *totals = g_new (double, check->n_stages);
  g_autofree double *n_slow = g_new (double, check->n_stages);
  guint n = 0;

  for (guint i = 0; i < check->n_triggers; i++)
    slow[i] = numbers->shares[i] > 0 && (check->arrows[i].to == PRN_NOWHERE ||
                                         takes_time (numbers->delays[i]));
  prn_check_add_up (check, numbers->shares, totals);
  prn_check_add_up (check, slow, n_slow);
  for (guint i = 0; i < check->n_stages; i++) {
    caught[i] = fabs (totals[i] - 1) <= TOLERANCE && n_slow[i] < 0.5;
    if (!caught[i])
      queue[n++] = (int) i;
  }
  return n;
}

static guint
let_go (int stage, gboolean *caught, int *queue, guint n)
{
  if (!caught[stage])
    return n;
  caught[stage] = FALSE;
  queue[n] = stage;
  return n + 1;
}

/* From which stages customers of a class never get away; returns whether there are any. */
static gboolean
find_caught (const Lists *lists, const PrnCheckNumbers *numbers, gboolean *caught)
{
  PrnCheck *check = lists->check;
  g_autofree int *queue = g_new (int, check->n_stages);
  g_autofree gboolean *is_done = g_new0 (gboolean, prn_map_n (check->map, PRN_KIND_PHASE));
  gboolean is_any_done = FALSE;
  guint n = find_left_at_once (check, numbers, caught, queue);

  for (guint k = 0; k < n && n < check->n_stages; k++)
    for (int i = lists->first_to[queue[k]]; i != PRN_NOWHERE; i = lists->next_to[i]) {
      const PrnCheckArrow *arrow = &check->arrows[i];

      if (!(numbers->shares[i] > 0))
        continue;
      if (arrow->from_stage != PRN_NOWHERE) {
        n = let_go (arrow->from_stage, caught, queue, n);
      } else if (arrow->from_phase != PRN_NOWHERE && !is_done[arrow->from_phase]) {
        is_done[arrow->from_phase] = TRUE;
        for (int s = lists->first_in[arrow->from_phase]; s != PRN_NOWHERE; s = lists->next_in[s])
          n = let_go (s, caught, queue, n);
      } else if (arrow->from_any && !is_any_done) {
        is_any_done = TRUE;
        for (guint s = 0; s < check->n_stages; s++)
          if (check->stages[s]->role != PRN_ROLE_EXIT)
            n = let_go ((int) s, caught, queue, n);
      }
    }
  return n < check->n_stages;
}

static void
keep_way (PrnCheck *check, Ways *ways, guint trigger)
{
  int to = check->arrows[trigger].to;

  if (ways->first == PRN_NOWHERE)
    ways->first = (int) trigger;
  else if (ways->second == PRN_NOWHERE && to != check->arrows[ways->first].to)
    ways->second = (int) trigger;
}

static Ways *
new_ways (guint n)
{
  Ways *ways = g_new (Ways, n);

  for (guint i = 0; i < n; i++)
    ways[i] = (Ways){ PRN_NOWHERE, PRN_NOWHERE };
  return ways;
}

/* A trigger by which customers leave each stage. */
static int *
find_ways_on (PrnCheck *check, const PrnCheckNumbers *numbers)
{
  guint n_phases = prn_map_n (check->map, PRN_KIND_PHASE);
  g_autofree Ways *of_stage = new_ways (check->n_stages);
  g_autofree Ways *of_group = new_ways (n_phases + 1); /* the last: any stage */
  int *on = new_ends (check->n_stages);

  for (guint i = 0; i < check->n_triggers; i++) {
    const PrnCheckArrow *arrow = &check->arrows[i];

    if (!(numbers->shares[i] > 0))
      continue;
    if (arrow->from_stage != PRN_NOWHERE)
      keep_way (check, &of_stage[arrow->from_stage], i);
    else if (arrow->from_phase != PRN_NOWHERE)
      keep_way (check, &of_group[arrow->from_phase], i);
    else if (arrow->from_any)
      keep_way (check, &of_group[n_phases], i);
  }

  for (int s = 0; s < (int) check->n_stages; s++) {
    const int groups[] = { check->phase_of[s], (int) n_phases };

    on[s] = of_stage[s].first;
    for (guint k = 0; k < G_N_ELEMENTS (groups) && on[s] == PRN_NOWHERE; k++)
      if (groups[k] != PRN_NOWHERE) {
        const Ways *ways = &of_group[groups[k]];
        gboolean is_own = ways->first != PRN_NOWHERE && check->arrows[ways->first].to == s;

        on[s] = is_own ? ways->second : ways->first;
      }
  }
  return on;
}

static void
report (PrnCheck *check, int stage, int trigger, int scenario, const char *segment)
{
  g_autofree char *label = prn_quote (prn_element_label (check->stages[stage]));
  g_autofree char *quoted = segment != NULL ? prn_quote (segment) : NULL;

  if (scenario != PRN_NOWHERE)
    prn_check_add (check, PRN_PROBLEM_ROUND, PRN_KIND_SCENARIO, (guint) scenario, "set",
                   _ ("in this scenario customers go round for ever from %s back to it without any "
                      "time passing, and no simulation of it is possible; give a trigger on the "
                      "way a delay"),
                   label);
  else if (segment != NULL)
    prn_check_add (check, PRN_PROBLEM_ROUND, PRN_KIND_TRIGGER, (guint) trigger, "by_segment",
                   _ ("customers of the segment %s go round for ever from %s back to it without "
                      "any time passing, and no simulation of them is possible; give a trigger on "
                      "the way a delay"),
                   quoted, label);
  else
    prn_check_add (check, PRN_PROBLEM_ROUND, PRN_KIND_TRIGGER, (guint) trigger, "delay",
                   _ ("customers go round for ever from %s back to it without any time passing, "
                      "and no simulation is possible; give a trigger on the way a delay"),
                   label);
}

/* Tells of each round among the stages caught that has not been told of, and remembers it. */
static void
tell (const Lists *lists, const PrnCheckNumbers *numbers, int scenario, const char *segment, gboolean *told)
{
  PrnCheck *check = lists->check;
  g_autofree gboolean *caught = g_new (gboolean, check->n_stages);
  g_autofree guint *walk = g_new0 (guint, check->n_stages); /* 1 + where it began */
  g_autofree int *on = NULL;

  if (!find_caught (lists, numbers, caught))
    return;

  on = find_ways_on (check, numbers);
  for (guint i = 0; i < check->n_stages; i++) {
    guint s = i;

    while (caught[s] && walk[s] == 0 && !told[s]) {
      walk[s] = i + 1;
      s = (guint) check->arrows[on[s]].to;
    }
    if (caught[s] && walk[s] == i + 1 && !told[s])
      report (check, (int) s, on[s], scenario, segment);
  }
  for (guint i = 0; i < check->n_stages; i++)
    told[i] = told[i] || caught[i];
}

static void
tell_of_all (const Lists *lists, GPtrArray *segments, const PrnCheckNumbers *numbers, int scenario,
             gboolean *told)
{
  g_auto (PrnCheckNumbers) own = { NULL, NULL };

  tell (lists, numbers, scenario, NULL, told);
  if (segments->len == 0)
    return;
  prn_check_numbers_init (&own, lists->check);
  for (guint s = 0; s < segments->len; s++) {
    prn_check_numbers_of_segment (&own, lists->check, numbers, segments->pdata[s]);
    tell (lists, &own, scenario, segments->pdata[s], told);
  }
}

void
prn_check_rounds (PrnCheck *check)
{
  g_autoptr (GPtrArray) segments = prn_check_list_segments (check);
  g_autofree gboolean *told = g_new0 (gboolean, check->n_stages);
  g_auto (PrnCheckNumbers) numbers = { NULL, NULL };
  g_auto (Lists) lists = { NULL };

  if (check->n_triggers == 0 || check->n_stages == 0)
    return;

  lists_init (&lists, check);
  prn_check_numbers_init (&numbers, check);
  tell_of_all (&lists, segments, &numbers, PRN_NOWHERE, told);
  for (guint s = 0; s < prn_map_n (check->map, PRN_KIND_SCENARIO); s++) {
    g_autofree gboolean *told_too = g_memdup2 (told, check->n_stages * sizeof *told);
    g_auto (PrnCheckNumbers) own = { NULL, NULL };

    if (prn_check_numbers_of_scenario (&own, check, s))
      tell_of_all (&lists, segments, &own, (int) s, told_too);
  }
}
