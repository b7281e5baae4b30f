/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-run.h"

G_BEGIN_DECLS

/* Customers who walk side by side, one step each in turn: a processor that need not know how one
 * goes on to begin with the next has many under way at a time. Each does what he would do alone. */

/* How many walk together at most. */
#define PRN_CROWD_MOST 256

/**
 * PrnCrowdVisit:
 * @since: when the customer came to the stage
 * @until: when he leaves it
 * @customer: who of the crowd
 * @edge: the edge of the plan that he leaves along; for one who stays for ever, the number of edges
 *   plus the stage
 */
typedef struct {
  gint64 since, until;
  guint32 customer;
  guint32 edge;
} PrnCrowdVisit;

/**
 * PrnCrowd:
 * @run: the map
 * @n: how many customers came; those after them arrive after the horizon, or the population has not
 * @classes: the class of each
 * @arrivals: when each came in, ascending
 * @entries: at which stage
 * @moves: (array length=n_moves): the visits that ended, in such an order that each one's ascend
 * @open: the visit of each that has not ended at the horizon, in any order; it ends later
 * @n_visits: how many visits the customer with the most of them made
 */
typedef struct {
  const PrnRun *run;
  guint n;
  guint32 classes[PRN_CROWD_MOST];
  gint64 arrivals[PRN_CROWD_MOST];
  guint32 entries[PRN_CROWD_MOST];
  PrnCrowdVisit *moves;
  gsize n_moves;
  PrnCrowdVisit open[PRN_CROWD_MOST];
  guint64 n_visits;
  /*< private >*/
  gsize moves_allocated;
  guint fits;
  struct _PrnWalkers *walkers;
} PrnCrowd;

/**
 * prn_crowd_new:
 * @run: the map; must outlive the crowd
 *
 * Returns: (transfer full): a crowd of nobody, for one thread
 */
PrnCrowd *prn_crowd_new (const PrnRun *run);

/**
 * prn_crowd_free:
 * @crowd: (transfer full): a crowd
 */
void prn_crowd_free (PrnCrowd *crowd);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCrowd, prn_crowd_free)

/**
 * prn_crowd_walk:
 * @crowd: a crowd
 * @first: the first of some customers
 * @n: how many they are, at most %PRN_CROWD_MOST
 *
 * Walks them from their entry to their last move. What a customer does depends on the seed and his
 * number alone, but for the time of his arrival, which is number·arrivals/customers.
 *
 * Returns: %PRN_NONE, or a stage from which one goes round without any time passing
 */
guint32 prn_crowd_walk (PrnCrowd *crowd, guint64 first, guint n);

/**
 * prn_crowd_journeys:
 * @crowd: a crowd
 * @journeys: (array length=n): gets what each of the customers did; one who did not come has no
 * move
 * @n: how many were to walk
 */
void prn_crowd_journeys (const PrnCrowd *crowd, PrnJourney *journeys, guint n);

/**
 * prn_crowd_fits:
 * @crowd: a crowd
 *
 * Returns: how many should walk together next, so that what they do stays in the processor's cache,
 *   and long journeys do not take much room because there are many
 */
guint prn_crowd_fits (const PrnCrowd *crowd);

G_END_DECLS
