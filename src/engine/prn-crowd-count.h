/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-crowd.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* Counts a crowd: what prn_tally_add_journey() counts of each of its customers. It goes through the
 * moves of all, whoever's they are, so that the processor need not guess how long a journey is and
 * where it goes; what only some moves are counted for is put aside, and counted then. */

typedef struct _PrnCrowdCount PrnCrowdCount;

/**
 * prn_crowd_count_new:
 * @run: the map; must outlive the count
 *
 * Returns: (transfer full): what counts crowds of the run, for one thread
 */
PrnCrowdCount *prn_crowd_count_new (const PrnRun *run);

/**
 * prn_crowd_count_free:
 * @count: (transfer full): a count
 */
void prn_crowd_count_free (PrnCrowdCount *count);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCrowdCount, prn_crowd_count_free)

/**
 * prn_crowd_count_alike:
 * @count: a count
 * @first: a customer of its run
 * @n: how many customers from @first on should walk together
 *
 * Returns: how many of them may, at least one: all in a crowd that is counted arrive in one month,
 *   and are observed for the same time as far as that is told apart
 */
guint prn_crowd_count_alike (const PrnCrowdCount *count, guint64 first, guint n);

/**
 * prn_crowd_count_add:
 * @count: a count
 * @crowd: a crowd of the same run that has walked, of no more customers than are alike
 * @tallies: for each class that a customer of the crowd is in, the tally to count him to; of the
 *   run's measures
 *
 * Counts the customers, to the same integers as one by one.
 */
void prn_crowd_count_add (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies);

G_END_DECLS
