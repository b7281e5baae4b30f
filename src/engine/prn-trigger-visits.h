/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-incidence.h"
#include "prn-survival.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* The visits to each stage and to the sources of each trigger, how long they lasted and how they
 * ended. A trigger with several sources pools the visits to all of them. */

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
 * prn_trigger_visits_only_source:
 * @visits: visits
 * @trigger: a trigger of the plan
 *
 * Returns: the stage that it leaves, or %PRN_NONE when these are several or none
 */
guint32 prn_trigger_visits_only_source (const PrnTriggerVisits *visits, guint trigger);

/**
 * prn_trigger_visits_of_stage:
 * @visits: visits
 * @stage: a stage of the plan
 * @finished: whether only the visits that ended count, as if there were no others; else those still
 *   open are censored
 *
 * Returns: (transfer full): how long the visits to @stage last
 */
PrnSurvival *prn_trigger_visits_of_stage (const PrnTriggerVisits *visits, guint32 stage,
                                          gboolean finished);

/**
 * prn_trigger_visits_of_sources:
 * @visits: visits
 * @trigger: a trigger of the plan
 * @finished: as for prn_trigger_visits_of_stage()
 *
 * Returns: (transfer full): how long the visits to the sources of @trigger last, taken together; of
 *   a trigger with one source the same as of that stage
 */
PrnSurvival *prn_trigger_visits_of_sources (const PrnTriggerVisits *visits, guint trigger,
                                            gboolean finished);

/**
 * prn_trigger_visits_incidence:
 * @visits: visits
 * @trigger: a trigger of the plan
 * @all: how long the visits to its sources last; must outlive the incidence
 *
 * Returns: (transfer full): of these visits, those that ended by @trigger
 */
PrnIncidence *prn_trigger_visits_incidence (const PrnTriggerVisits *visits, guint trigger,
                                            const PrnSurvival *all);

/**
 * prn_trigger_visits_leaving:
 * @visits: visits
 * @stage: a stage of the plan
 * @finished: as for prn_trigger_visits_of_stage()
 * @variance: (out): of it
 *
 * Returns: the part of the visits to @stage that ends by any of its triggers, sooner or later; with
 *   @finished the part that did
 */
double prn_trigger_visits_leaving (const PrnTriggerVisits *visits, guint32 stage,
                                   gboolean finished, double *variance);

G_END_DECLS
