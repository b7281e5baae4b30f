/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Small maps and logs at random, in the words of fixture_map() and fixture_log(). */

/* Times are small numbers of a unit: of seconds, where rows crowd, or of weeks, so that months and
 * cohorts come about. */
typedef struct {
  const char *name;
  gint64 length;
} RandomUnit;

extern const RandomUnit random_seconds, random_weeks;

/* The columns of the logs. */
extern const char *const random_columns[], *const random_stage_log_columns[];

gboolean random_chance (GRand *rand, double probability);

/* A number from 0 to @end - 1. */
int random_below (GRand *rand, int end);

/**
 * random_map:
 * @rand: where numbers come from
 * @named_triggers: whether triggers have names
 * @unit: of its times
 *
 * Returns: (transfer full): the members of a map
 */
char *random_map (GRand *rand, gboolean named_triggers, const RandomUnit *unit);

/**
 * random_rows:
 * @rand: where numbers come from
 * @is_stage_log: whether they name stages
 * @n_customers: of how many customers at most
 * @unit: of the times
 *
 * Returns: (transfer full): the rows of a log
 */
char *random_rows (GRand *rand, gboolean is_stage_log, int n_customers, const RandomUnit *unit);
