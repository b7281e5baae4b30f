/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

/* Which trigger of a stage fires first when time alone passes. A trigger from a phase or from any
 * stage leaves from many; what these have in common is kept once for the group, so that the work
 * grows with the triggers and stages, not with their product. */

typedef struct {
  gint64 time; /* after entering the stage */
  guint trigger;
  int stage; /* to tell two of a pair apart */
} Clock;

/* The two that count most of a group: one of them is not about a given stage. */
typedef struct {
  Clock first;
  Clock second;
} Pair;

struct _PrnCheckRace {
  PrnCheck *check;
  Clock *fastest; /* of each stage */
  Pair *slowest;  /* of each group: its stages whose fastest trigger is the slowest */
  guint *n_stages; /* of each group */
};

static const Clock never = { G_MAXINT64, G_MAXUINT, PRN_NOWHERE };
static const Clock at_once = { 0, 0, PRN_NOWHERE };

static gboolean
is_before (Clock a, Clock b)
{
  return a.time != b.time ? a.time < b.time : a.trigger < b.trigger;
}

/* Any stage is the group after the phases. */
static int
group_of (PrnCheck *check, const PrnCheckArrow *arrow)
{
  return arrow->from_any ? (int) prn_map_n (check->map, PRN_KIND_PHASE) : arrow->from_phase;
}

static gboolean
is_in_group (PrnCheck *check, int stage, int group)
{
  if (stage == PRN_NOWHERE)
    return FALSE;
  if (group == (int) prn_map_n (check->map, PRN_KIND_PHASE))
    return check->stages[stage]->role != PRN_ROLE_EXIT;
  return check->phase_of[stage] == group;
}

static void
keep_earlier (Pair *pair, Clock clock)
{
  if (is_before (clock, pair->first)) {
    if (clock.stage != pair->first.stage)
      pair->second = pair->first;
    pair->first = clock;
  } else if (clock.stage != pair->first.stage && is_before (clock, pair->second)) {
    pair->second = clock;
  }
}

static void
keep_later (Pair *pair, Clock clock)
{
  if (is_before (pair->first, clock)) {
    pair->second = pair->first;
    pair->first = clock;
  } else if (is_before (pair->second, clock)) {
    pair->second = clock;
  }
}

static Clock
without (const Pair *pair, int stage)
{
  return pair->first.stage != stage ? pair->first : pair->second;
}

/* What time alone fires, by stage and by group; there the stage is the one it leads to, which the
 * trigger does not leave from. */
static void
collect_clocks (PrnCheck *check, Clock *of_stage, Pair *of_group)
{
  for (guint i = 0; i < check->n_triggers; i++) {
    const PrnCheckArrow *arrow = &check->arrows[i];
    const PrnCondition *when = check->triggers[i]->when;
    Clock clock = { when != NULL ? prn_check_latest (when) : G_MAXINT64, i, arrow->to };

    /* At the moment of entering the stage it leads to may be one the customer just came from. */
    if (clock.time == 0 || clock.time == G_MAXINT64)
      continue;
    if (arrow->from_stage == PRN_NOWHERE && group_of (check, arrow) != PRN_NOWHERE)
      keep_earlier (&of_group[group_of (check, arrow)], clock);
    else if (arrow->from_stage != PRN_NOWHERE && is_before (clock, of_stage[arrow->from_stage]))
      of_stage[arrow->from_stage] = clock;
  }
}

static void
add_to_group (PrnCheckRace *race, int group, int stage)
{
  Clock clock = race->fastest[stage];

  clock.stage = stage;
  keep_later (&race->slowest[group], clock);
  race->n_stages[group]++;
}

PrnCheckRace *
prn_check_race_new (PrnCheck *check)
{
  PrnCheckRace *race = g_new0 (PrnCheckRace, 1);
  int any = (int) prn_map_n (check->map, PRN_KIND_PHASE);
  g_autofree Pair *of_group = g_new (Pair, any + 1);

  race->check = check;
  race->fastest = g_new (Clock, check->n_stages);
  race->slowest = g_new (Pair, any + 1);
  race->n_stages = g_new0 (guint, any + 1);
  for (int i = 0; i <= any; i++) {
    of_group[i] = (Pair){ never, never };
    race->slowest[i] = (Pair){ at_once, at_once };
  }
  for (guint i = 0; i < check->n_stages; i++)
    race->fastest[i] = never;
  collect_clocks (check, race->fastest, of_group);

  for (int i = 0; i < (int) check->n_stages; i++) {
    const int groups[] = { check->phase_of[i], any };

    for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
      if (groups[k] != PRN_NOWHERE && is_in_group (check, i, groups[k]) &&
          is_before (without (&of_group[groups[k]], i), race->fastest[i]))
        race->fastest[i] = without (&of_group[groups[k]], i);
    for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
      if (groups[k] != PRN_NOWHERE && is_in_group (check, i, groups[k]))
        add_to_group (race, groups[k], i);
  }
  return race;
}

void
prn_check_race_free (PrnCheckRace *race)
{
  g_free (race->fastest);
  g_free (race->slowest);
  g_free (race->n_stages);
  g_free (race);
}

guint
prn_check_race_count_sources (PrnCheckRace *race, guint trigger)
{
  const PrnCheckArrow *arrow = &race->check->arrows[trigger];
  int group = group_of (race->check, arrow);

  if (arrow->from_stage != PRN_NOWHERE)
    return 1;
  if (group == PRN_NOWHERE)
    return 0;
  return race->n_stages[group] - is_in_group (race->check, arrow->to, group);
}

gboolean
prn_check_race_is_lost (PrnCheckRace *race, guint trigger, guint *earlier)
{
  const PrnCheckArrow *arrow = &race->check->arrows[trigger];
  Clock own = { prn_check_earliest (race->check->triggers[trigger]->when), trigger, PRN_NOWHERE };
  Clock other;

  if (prn_check_race_count_sources (race, trigger) == 0)
    return FALSE;
  if (arrow->from_stage != PRN_NOWHERE)
    other = race->fastest[arrow->from_stage];
  else
    other = without (&race->slowest[group_of (race->check, arrow)], arrow->to);

  *earlier = other.trigger;
  return is_before (other, own);
}
