/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* A map made flat: integers and arrays, ready to be stepped through. Immutable and shared by
 * threads. */

typedef struct _PrnPlan PrnPlan;

/**
 * prn_plan_new:
 * @map: a map; the plan keeps a reference to show names, never to step
 * @error: return location
 *
 * Compiles a map. Every map that loads can be compiled; the errors are limits, such as a map
 * without any stage.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
PrnPlan *prn_plan_new (PrnMap *map, GError **error);

PrnPlan *prn_plan_ref (PrnPlan *plan);
void prn_plan_unref (PrnPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnPlan, prn_plan_unref)

/* The map it was made from, owned by the plan. */
PrnMap *prn_plan_get_map (PrnPlan *plan);

/**
 * prn_plan_columns:
 * @plan: a plan
 *
 * Returns: (transfer none) (array zero-terminated=1): the log columns that the map's filters,
 *   segments and value columns look at; what #PrnLogOptions.columns must hold
 */
const char *const *prn_plan_columns (PrnPlan *plan);

G_END_DECLS
