/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan-private.h"

G_BEGIN_DECLS

/* The simulation's numbers of a map made flat: from which stage, for customers of which class,
 * which way how often and how long. A class is a segment of the population, or none. */

/**
 * PrnBranch:
 * @until: a number between 0 and 1 below this, and not below the branch before, goes this way
 * @share: the part of the visits that does
 * @edge: of the plan
 * @delay: (nullable): how long the visit lasts then; owned by the map
 */
typedef struct {
  double until;
  double share;
  guint32 edge;
  const PrnDistribution *delay;
} PrnBranch;

/* The branches of a stage for a class, in map order; beyond the last one a customer stays. */
typedef struct {
  const PrnBranch *branches;
  guint n;
} PrnBranches;

/* One of several things, each with the number below which it is drawn. */
typedef struct {
  guint32 index;
  double until;
} PrnChoice;

typedef struct _PrnOdds PrnOdds;

/**
 * prn_odds_new:
 * @plan: a plan; kept by reference
 * @error: return location: a stage whose shares are over 1 in sum, entries without weight
 *
 * Returns: (transfer full): the odds, or %NULL with @error set
 */
PrnOdds *prn_odds_new (PrnPlan *plan, GError **error);

/**
 * prn_odds_free:
 * @odds: (transfer full): odds
 */
void prn_odds_free (PrnOdds *odds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnOdds, prn_odds_free)

/**
 * prn_odds_of_class:
 * @odds: odds
 * @class_index: a class
 *
 * Returns: (transfer none) (array): the ways out by stage of the plan
 */
const PrnBranches *prn_odds_of_class (const PrnOdds *odds, guint class_index);

/* The ways out of one stage. */
static inline PrnBranches
prn_odds_branches (const PrnOdds *odds, guint class_index, guint32 stage)
{
  return prn_odds_of_class (odds, class_index)[stage];
}

/**
 * prn_odds_entries:
 * @odds: odds
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): where customers come in: stages of the plan; the last
 *   one's number is 1
 */
const PrnChoice *prn_odds_entries (const PrnOdds *odds, guint *n);

/**
 * prn_odds_classes:
 * @odds: odds
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the classes, the last one being the customers in no
 *   segment, with 1 for its number; the index is the segment's in the map or %PRN_NONE
 */
const PrnChoice *prn_odds_classes (const PrnOdds *odds, guint *n);

G_END_DECLS
