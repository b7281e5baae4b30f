/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journey.h"
#include "prn-run.h"

G_BEGIN_DECLS

/* Customers who walk side by side, one step each in turn: a processor that need not know how one
 * goes on to begin with the next has many under way at a time. Each does what he would do alone. */

/* How many walk together at most. */
#define PRN_CROWD_MOST 64

typedef struct _PrnCrowd PrnCrowd;

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
 *
 * Returns: (transfer none) (array): what each of the customers did; one who arrives after the
 *   horizon, or whom the population does not have, has no move
 */
const PrnJourney *prn_crowd_journeys (const PrnCrowd *crowd);

/**
 * prn_crowd_classes:
 * @crowd: a crowd
 *
 * Returns: (transfer none) (array): the class of each who has a move
 */
const guint *prn_crowd_classes (const PrnCrowd *crowd);

/**
 * prn_crowd_fits:
 * @crowd: a crowd
 *
 * Returns: how many should walk together next, so that what they do stays in the processor's cache,
 *   and long journeys do not take much room because there are many
 */
guint prn_crowd_fits (const PrnCrowd *crowd);

G_END_DECLS
