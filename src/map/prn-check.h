/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

typedef enum {
  PRN_SEVERITY_WARNING, /* a problem: the map opens and works */
  PRN_SEVERITY_ERROR,   /* a loader refuses the file */
} PrnSeverity;

/* What kind of problem it is, for who mends it: messages are translated and may change. */
typedef enum {
  PRN_PROBLEM_REFUSED,                   /* a loader's reason to refuse the file */
  PRN_PROBLEM_SCORE_BOUNDS,              /* its least value is above its greatest */
  PRN_PROBLEM_SCORE_START,               /* it starts outside of its bounds */
  PRN_PROBLEM_SCORE_REST,                /* it decays to a value outside of its bounds */
  PRN_PROBLEM_SCORE_UNCHANGED,           /* no event gives it points */
  PRN_PROBLEM_SCORE_WITHOUT_DECAY,       /* `rest` without a half-life */
  PRN_PROBLEM_SEGMENT_OF_ALL,            /* it has no filters */
  PRN_PROBLEM_SEGMENT_OF_NOBODY,         /* its filters exclude each other */
  PRN_PROBLEM_EVENT_WITHOUT_ROWS,        /* no row can match it */
  PRN_PROBLEM_TARGET_METRIC,             /* a measure of another kind of element */
  PRN_PROBLEM_TARGET_SHARE,              /* a bound that no share has */
  PRN_PROBLEM_TARGET_WITHIN,             /* `within` where it means nothing */
  PRN_PROBLEM_NO_EXIT,                   /* a target of exits in a map without */
  PRN_PROBLEM_NO_GOAL,                   /* a target of goals in a map without */
  PRN_PROBLEM_FRAME_WITHOUT_PLACE,       /* a frame that is nowhere */
  PRN_PROBLEM_FRAME_EMPTY,               /* a frame around nothing */
  PRN_PROBLEM_NOTE_EMPTY,                /* a note without text */
  PRN_PROBLEM_NO_NAME,                   /* an element without a name */
  PRN_PROBLEM_SAME_NAME,                 /* two of a kind with one name */
  PRN_PROBLEM_CURRENCY,                  /* no currency of ISO 4217 */
  PRN_PROBLEM_SHARES,                    /* shares over 1 in sum */
  PRN_PROBLEM_SHARES_OF_SEGMENT,         /* the same of the customers in a segment */
  PRN_PROBLEM_SHARES_IN_SCENARIO,        /* the same in a scenario */
  PRN_PROBLEM_ROUND,                     /* a round without time and without a way out */
  PRN_PROBLEM_HORIZON,                   /* a simulation over no time */
  PRN_PROBLEM_ARRIVALS,                  /* arrivals after the horizon */
  PRN_PROBLEM_NO_WEIGHT,                 /* entries whose weights are all 0 */
  PRN_PROBLEM_WEIGHT_TWICE,              /* two weights of one stage or segment */
  PRN_PROBLEM_WEIGHTS,                   /* weights of segments over 1 in sum */
  PRN_PROBLEM_OVERRIDE_MEMBER,           /* a scenario sets a number that there is not */
  PRN_PROBLEM_OVERRIDE_EMPTY,            /* a scenario names an element and sets nothing of it */
  PRN_PROBLEM_SCENARIO_EMPTY,            /* a scenario that sets nothing */
  PRN_PROBLEM_OVERRIDE_TWICE,            /* a scenario names an element twice */
  PRN_PROBLEM_STAGE_UNREACHABLE,         /* nobody can reach a stage */
  PRN_PROBLEM_NO_ENTRY,                  /* no stage is an entry */
  PRN_PROBLEM_ENTER_WITHOUT_ENTRY,       /* `enter` at a stage that is no entry */
  PRN_PROBLEM_ENTRY_OVERTAKEN,           /* another entry takes every customer in before */
  PRN_PROBLEM_STAGES_OVERLAP,            /* a stage on top of another */
  PRN_PROBLEM_NO_STAGES,                 /* a map without stages */
  PRN_PROBLEM_TRIGGER_OVERTAKEN,         /* another trigger always fires before */
  PRN_PROBLEM_TRIGGER_WITHOUT_SOURCE,    /* a trigger that leaves from no stage */
  PRN_PROBLEM_TRIGGER_REPEATED,          /* a trigger on the same condition as one before it */
  PRN_PROBLEM_TRIGGER_WITHOUT_CONDITION, /* a trigger without a condition */
  PRN_PROBLEM_TRIGGER_NEVER,             /* a condition that never holds */
  PRN_PROBLEM_SEGMENT_TWICE,             /* two entries of `by_segment` of one segment */
  PRN_PROBLEM_UNUSED,                    /* an element that nothing uses */
} PrnProblemCode;

/**
 * PrnProblem:
 * @severity: how bad
 * @code: what kind of problem
 * @place: where in the file: `triggers[4].when.all[1]`
 * @id: (nullable): the element it is about
 * @message: one sentence: what is wrong and what to do
 */
typedef struct {
  PrnSeverity severity;
  PrnProblemCode code;
  char *place;
  char *id;
  char *message;
} PrnProblem;

/**
 * prn_problem_new:
 * @severity: how bad
 * @code: what kind of problem
 * @place: where in the file
 * @id: (nullable): the element it is about
 * @format: what is wrong and what to do, one sentence
 *
 * Returns: (transfer full): the problem
 */
PrnProblem *prn_problem_new (PrnSeverity severity,
                             PrnProblemCode code,
                             const char *place,
                             const char *id,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);
void prn_problem_free (PrnProblem *problem);

/**
 * prn_problem_new_from_error:
 * @error: an error made by prn_set_error_at()
 *
 * Returns: (transfer full): the same as a problem that keeps the file from opening
 */
PrnProblem *prn_problem_new_from_error (const GError *error);

/**
 * prn_map_check:
 * @map: a map
 *
 * Finds what is allowed but probably not meant: a stage nobody can reach, a
 * trigger that can never fire, shares over 1, an event no trigger uses, a target on a
 * removed stage ...
 *
 * Returns: (transfer full) (element-type PrnProblem): the problems in the order of the file
 */
GPtrArray *prn_map_check (PrnMap *map);

G_END_DECLS
