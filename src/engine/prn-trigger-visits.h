/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-incidence.h"
#include "prn-survival.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* The visits to each stage and to the sources of each trigger, and how they ended. A
 * trigger with several sources pools the visits to all of them. */

typedef struct _PrnTriggerVisits PrnTriggerVisits;

/**
 * prn_trigger_visits_new:
 * @plan: a plan; must outlive the visits
 * @tally: what was counted; must outlive the visits, and not be added to
 *
 * Returns: (transfer full): the visits
 */
PrnTriggerVisits *prn_trigger_visits_new (const PrnPlan *plan, const PrnTally *tally);

/**
 * prn_trigger_visits_free:
 * @visits: (transfer full): visits
 */
void prn_trigger_visits_free (PrnTriggerVisits *visits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTriggerVisits, prn_trigger_visits_free)

/**
 * prn_trigger_visits_count:
 * @visits: visits
 * @trigger: a trigger of the plan
 * @fired: (out) (optional): how many of them ended by it
 *
 * Returns: how many visits there were to the trigger's sources, open ones among them
 */
guint64 prn_trigger_visits_count (const PrnTriggerVisits *visits, guint trigger, guint64 *fired);

/**
 * prn_trigger_visits_dwell:
 * @visits: visits
 * @stage: a stage of the plan
 *
 * Returns: (transfer full): how long the visits to @stage last; those still open are censored
 */
PrnSurvival *prn_trigger_visits_dwell (const PrnTriggerVisits *visits, guint32 stage);

/**
 * prn_trigger_visits_incidence:
 * @visits: visits
 * @trigger: a trigger of the plan
 * @finished: whether only the visits that ended count, as if there were no others
 *
 * Returns: (transfer full): two cumulative incidences over the length of the visits: of ending by
 *   the trigger (cause 0) and of ending in any other way (cause 1); visits still open are censored
 */
PrnIncidence *prn_trigger_visits_incidence (const PrnTriggerVisits *visits, guint trigger,
                                            gboolean finished);

/**
 * prn_trigger_visits_leaving:
 * @visits: visits
 * @stage: a stage of the plan
 * @finished: as for prn_trigger_visits_incidence()
 * @variance: (out): of it
 *
 * Returns: the part of the visits to @stage that ends by any of its triggers, sooner or later; with
 *   @finished the part that did
 */
double prn_trigger_visits_leaving (const PrnTriggerVisits *visits, guint32 stage,
                                   gboolean finished, double *variance);

G_END_DECLS
