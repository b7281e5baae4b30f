/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-badge.h"

G_BEGIN_DECLS

/* The numbers of a report as a map shows them. */

/**
 * PrnStageFigures:
 * @known: the report speaks of this stage; else nothing below counts
 * @now: customers in it
 * @visits: how often it was entered
 * @advanced: visits that ended in a stage that is no exit
 * @lost: visits that ended in an exit
 * @lost_unseen: of @lost those by no trigger drawn from this very stage
 * @median: of the dwell, seconds, or NaN
 * @badges: (nullable): its targets
 */
typedef struct {
  gboolean known;
  guint64 now, visits, advanced, lost, lost_unseen;
  double median;
  PrnBadges *badges;
} PrnStageFigures;

/**
 * PrnTriggerFigures:
 * @known: the report speaks of this trigger
 * @fired: moves
 * @share: of the visits to what it leads from, those that are open taken into account, or NaN
 * @badges: (nullable): its targets
 */
typedef struct {
  gboolean known;
  guint64 fired;
  double share;
  PrnBadges *badges;
} PrnTriggerFigures;

/**
 * PrnFigures:
 * @ref_count: how many hold it
 * @any: there is a report
 * @stages: (array): by index of the stage in the map
 * @triggers: (array): by index of the trigger in the map
 * @n_stages: how many stages
 * @n_triggers: how many triggers
 * @badges: (nullable): targets of the map as a whole
 * @most_fired: the greatest number of moves of a trigger
 */
typedef struct {
  gatomicrefcount ref_count;
  gboolean any;
  PrnStageFigures *stages;
  PrnTriggerFigures *triggers;
  guint n_stages, n_triggers;
  PrnBadges *badges;
  guint64 most_fired;
} PrnFigures;

/**
 * prn_figures_new:
 * @map: a map
 * @report: (nullable): a report; without one nothing is known
 *
 * Returns: (transfer full): the numbers
 */
PrnFigures *prn_figures_new (PrnMap *map, const PrnReport *report);
PrnFigures *prn_figures_ref (PrnFigures *self);
void prn_figures_unref (PrnFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnFigures, prn_figures_unref)

/* Whether a target is shown anywhere. */
gboolean prn_figures_have_badges (const PrnFigures *self);

/* Whether two stages, or triggers, have the same numbers. */
gboolean prn_stage_figures_equal (const PrnStageFigures *a, const PrnStageFigures *b);
gboolean prn_trigger_figures_equal (const PrnTriggerFigures *a, const PrnTriggerFigures *b);

/* A number with the locale's thousands separator: `26,804`. */
char *prn_figures_count (guint64 number);

/* A share in words: `43 %`, `4.3 %`, `< 0.1 %`. */
char *prn_figures_share (double share);

/* Seconds at a glance: `18 d`; NULL for NaN. */
char *prn_figures_dwell (double seconds);

G_END_DECLS
