/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-check.h"
#include "prn-error.h"

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
 * @kind: the kind of the element it is about
 * @index: where that stands
 * @member: (nullable): the member it is about
 * @format: what is wrong and what to do
 */
void prn_check_add (PrnCheck *check, PrnKind kind, guint index, const char *member,
                    const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Called with each stage a trigger leaves from. */
typedef void (*PrnSourceFunc) (PrnCheck *check, guint trigger, guint stage, gpointer user_data);

/**
 * prn_check_foreach_source:
 * @check: the check
 * @trigger: a trigger
 * @func: called with each stage it leaves from, in the order of the map
 * @user_data: for @func
 */
void prn_check_foreach_source (PrnCheck *check, guint trigger, PrnSourceFunc func,
                               gpointer user_data);

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

/* The parts, each for some kinds of elements. */
void prn_check_names (PrnCheck *check);
void prn_check_stages (PrnCheck *check);
void prn_check_triggers (PrnCheck *check);
void prn_check_shares (PrnCheck *check);
void prn_check_measures (PrnCheck *check);
void prn_check_uses (PrnCheck *check);
void prn_check_simulation (PrnCheck *check);

G_END_DECLS
