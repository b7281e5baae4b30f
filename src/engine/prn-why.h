/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-step.h"

G_BEGIN_DECLS

/**
 * prn_why_condition:
 * @stepper: a stepper with the customer at hand
 * @map: the map
 * @condition: a condition of the map that holds
 * @leaf: the first leaf of its code
 * @time: the moment at hand
 *
 * Says what made a condition true: of a group with `any` the first member that holds, of one with
 * `all` every member.
 *
 * Returns: (transfer full): `paid an invoice (3rd within 30 d) and plan is gold`
 */
char *prn_why_condition (const PrnStepper *stepper, PrnMap *map, const PrnCondition *condition,
                             guint32 leaf, gint64 time);

/**
 * prn_why_score:
 * @score: a score of the map
 * @value: its value
 *
 * Returns: (transfer full): `health 42.5`
 */
char *prn_why_score (const PrnScore *score, double value);

G_END_DECLS
