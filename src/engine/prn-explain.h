/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-plan.h"
#include "prn-replay.h"

G_BEGIN_DECLS

/**
 * PrnExplainStep:
 * @time: the moment
 * @line: line of the row in the file, 0 for a timer
 * @activity: (nullable): the row's activity, NULL for a timer
 * @matched: (array zero-terminated=1): ids of the events the row matched
 * @scores: (array zero-terminated=1): `health 42.5` for each score of the map at that moment
 * @from: (nullable): the stage left
 * @to: (nullable): the stage entered; NULL when nothing moved
 * @trigger: (nullable): id of the trigger; NULL for an entry or a move off the map
 * @why: (nullable): the condition that held, in words: `paid an invoice (3rd within 30 d)`
 * @note: (nullable): `unmatched`, `before entry`, `after as-of`, `off map`
 *
 * One row or timer of one customer; a chained move is a step of its own with the same time.
 */
typedef struct {
  gint64 time;
  guint64 line;
  char *activity;
  char **matched;
  char **scores;
  char *from, *to;
  char *trigger;
  char *why;
  char *note;
} PrnExplainStep;

void prn_explain_step_free (PrnExplainStep *step);

/**
 * prn_explain:
 * @plan: the map
 * @log: a log read with the plan's columns and its lines
 * @customer: a customer's id
 * @options: (nullable): as for prn_replay()
 * @error: return location
 *
 * Walks one customer through the map with the same stepping code as prn_replay() and writes down
 * what happens.
 *
 * Returns: (transfer full) (element-type PrnExplainStep): the steps, or %NULL with @error set when
 *   there is no such customer
 */
GPtrArray *prn_explain (PrnPlan *plan, PrnLog *log, const char *customer,
                        const PrnReplayOptions *options, GError **error);

G_END_DECLS
