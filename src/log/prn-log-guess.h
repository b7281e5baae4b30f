/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-read.h"
#include "prn-log-source.h"
#include "prn-log-time.h"

G_BEGIN_DECLS

/**
 * PrnLogPlan:
 * @guess: what is told to the caller
 * @is_xes: read it as XML
 * @n_headers: rows before the data
 * @time_format: how times are read
 * @zone: (nullable): name of the zone of times that state none; NULL is UTC
 *
 * How a log will be read.
 */
typedef struct {
  PrnLogGuess *guess;
  gboolean is_xes;
  guint n_headers;
  PrnTimeFormat time_format;
  const char *zone;
} PrnLogPlan;

void prn_log_plan_clear (PrnLogPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnLogPlan, prn_log_plan_clear)

/**
 * prn_log_plan_init:
 * @plan: (out): the plan
 * @source: a source; it is moved
 * @options: what is known; must outlive the plan
 * @error: return location
 *
 * Looks at a source and decides how to read it. A column that serves as customer, event or time may
 * still be missing.
 *
 * Returns: whether it is a log and the options fit it
 */
gboolean prn_log_plan_init (PrnLogPlan *plan, PrnLogSource *source, const PrnLogOptions *options,
                            GError **error);

/**
 * prn_log_plan_column:
 * @guess: a guess
 * @name: a header or `#N`
 *
 * Returns: the column, -1 when there is none. A header goes before a number, and one that is
 *   spelled the same before one that differs in case.
 */
int prn_log_plan_column (const PrnLogGuess *guess, const char *name);

/**
 * prn_log_plan_list_columns:
 * @guess: a guess
 *
 * Returns: (transfer full): the names of the columns on one line, the first of them if they are
 *   many
 */
char *prn_log_plan_list_columns (const PrnLogGuess *guess);

G_END_DECLS
