/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-check.h"

G_BEGIN_DECLS

/* Problems of which it is evident what to do. One table says which; see prn-fix.c. */

/**
 * prn_fix_title:
 * @problem: a problem of a map
 *
 * Returns: (nullable): what a button calls what can be done: `Delete it`; %NULL when that is for a
 *   person to decide
 */
const char *prn_fix_title (const PrnProblem *problem);

/**
 * prn_fix_apply:
 * @map: the map
 * @problem: a problem of @map
 *
 * Returns: (transfer full): the map without the problem; the map itself when there is no fix
 */
PrnMap *prn_fix_apply (PrnMap *map, const PrnProblem *problem);

/**
 * prn_problem_path:
 * @problem: a problem of a map
 *
 * Returns: (transfer none) (nullable): the way from the element it is about to the member, as
 *   prn_edit_set_member() takes it; from the map itself when it is about none
 */
const char *prn_problem_path (const PrnProblem *problem);

G_END_DECLS
