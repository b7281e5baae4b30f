/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

typedef enum {
  PRN_SEVERITY_WARNING, /* a problem: the map opens and works */
  PRN_SEVERITY_ERROR,   /* a loader refuses the file */
} PrnSeverity;

/**
 * PrnProblem:
 * @severity: how bad
 * @place: where in the file: `triggers[4].when.all[1]`
 * @id: (nullable): the element it is about
 * @message: one sentence: what is wrong and what to do
 */
typedef struct {
  PrnSeverity severity;
  char *place;
  char *id;
  char *message;
} PrnProblem;

/**
 * prn_problem_new:
 * @severity: how bad
 * @place: where in the file
 * @id: (nullable): the element it is about
 * @format: what is wrong and what to do, one sentence
 *
 * Returns: (transfer full): the problem
 */
PrnProblem *prn_problem_new (PrnSeverity severity, const char *place, const char *id,
                             const char *format, ...) G_GNUC_PRINTF (4, 5);
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
