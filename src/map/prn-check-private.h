/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-check.h"
#include "prn-error.h"
#include "prn-hash.h"

G_BEGIN_DECLS

/* What the parts of the check share: the map with its triggers as numbers. */

#define PRN_NOWHERE (-1)

/* A trigger by the positions of what it names; PRN_NOWHERE where that is not there. */
typedef struct {
  gboolean from_any;
  int from_stage;
  int from_phase;
  int to;
} PrnCheckArrow;

typedef struct {
  PrnMap *map;
  GPtrArray *problems;
  const PrnStage *const *stages;
  guint n_stages;
  const PrnTrigger *const *triggers;
  PrnCheckArrow *arrows;
  int *phase_of; /* of each stage */
  guint n_triggers;
} PrnCheck;

/**
 * prn_check_add:
 * @check: the check
 * @code: what kind of problem
 * @kind: the kind of the element it is about
 * @index: where that stands
 * @member: (nullable): the member it is about
 * @format: what is wrong and what to do
 */
void prn_check_add (PrnCheck *check,
                    PrnProblemCode code,
                    PrnKind kind,
                    guint index,
                    const char *member,
                    const char *format,
                    ...) G_GNUC_PRINTF (6, 7);

/**
 * prn_check_condition_is_impossible:
 * @map: the map
 * @condition: a condition
 * @why: (out): what is impossible in it, set only if something is
 *
 * Returns: whether it cannot be true, whatever the log
 */
gboolean prn_check_condition_is_impossible (PrnMap *map, const PrnCondition *condition,
                                            const char **why);

/**
 * prn_check_filters_are_impossible:
 * @filters: filters that must all pass
 *
 * Returns: whether no customer can pass them
 */
gboolean prn_check_filters_are_impossible (const PrnFilters *filters);

/**
 * prn_check_earliest:
 * @condition: a condition
 *
 * Returns: how long after entering the stage it can be true at the earliest, in microseconds
 */
gint64 prn_check_earliest (const PrnCondition *condition);

/**
 * prn_check_latest:
 * @condition: a condition
 *
 * Returns: how long after entering the stage it is true whatever happens, %G_MAXINT64 for never
 */
gint64 prn_check_latest (const PrnCondition *condition);

typedef struct _PrnCheckRace PrnCheckRace;

/**
 * prn_check_race_new:
 * @check: the check
 *
 * Finds for each stage which of its triggers fires first when a customer does nothing.
 *
 * Returns: (transfer full): what was found
 */
PrnCheckRace *prn_check_race_new (PrnCheck *check);

void prn_check_race_free (PrnCheckRace *race);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCheckRace, prn_check_race_free)

/**
 * prn_check_race_count_sources:
 * @race: what was found
 * @trigger: a trigger
 *
 * Returns: how many stages it leaves from
 */
guint prn_check_race_count_sources (PrnCheckRace *race, guint trigger);

/**
 * prn_check_race_is_lost:
 * @race: what was found
 * @trigger: a trigger with a condition
 * @earlier: (out): one that is faster
 *
 * Returns: whether in each stage it leaves from another trigger has always fired before it can
 */
gboolean prn_check_race_is_lost (PrnCheckRace *race, guint trigger, guint *earlier);

/**
 * PrnCheckNumbers:
 * @shares: by trigger; NaN: none
 * @delays: by trigger; %NULL: none
 *
 * What a simulation does with some customers.
 */
typedef struct {
  double *shares;
  const PrnDistribution **delays;
} PrnCheckNumbers;

/* Those of the triggers, of everyone who has none of his own. */
void prn_check_numbers_init (PrnCheckNumbers *numbers, const PrnCheck *check);

void prn_check_numbers_clear (PrnCheckNumbers *numbers);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnCheckNumbers, prn_check_numbers_clear)

/**
 * prn_check_numbers_of_segment:
 * @numbers: (out): initialised; those of a segment: where a trigger says nothing of it, those of all
 * @check: the check
 * @all: those of all
 * @segment: id of the segment
 */
void prn_check_numbers_of_segment (PrnCheckNumbers *numbers, const PrnCheck *check,
                                   const PrnCheckNumbers *all, const char *segment);

/**
 * prn_check_numbers_of_scenario:
 * @numbers: (out caller-allocates): initialised by it; those of all in a scenario
 * @check: the check
 * @scenario: which one
 *
 * Returns: whether the scenario sets any
 */
gboolean prn_check_numbers_of_scenario (PrnCheckNumbers *numbers, const PrnCheck *check,
                                        guint scenario);

/**
 * prn_check_add_up:
 * @check: the check
 * @shares: a number of each trigger; NaN: none
 * @totals: (out caller-allocates): by stage, the sum of those of the triggers that leave it
 */
void prn_check_add_up (PrnCheck *check, const double *shares, double *totals);

/**
 * prn_check_list_segments:
 * @check: the check
 *
 * Returns: (transfer full) (element-type utf8): the segments that some trigger has numbers for,
 *   each once
 */
GPtrArray *prn_check_list_segments (PrnCheck *check);

/* The parts, each for some kinds of elements. */
void prn_check_names (PrnCheck *check);
void prn_check_stages (PrnCheck *check);
void prn_check_triggers (PrnCheck *check);
void prn_check_shares (PrnCheck *check);
void prn_check_rounds (PrnCheck *check);
void prn_check_measures (PrnCheck *check);
void prn_check_uses (PrnCheck *check);
void prn_check_simulation (PrnCheck *check);

G_END_DECLS
