/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"
#include "prn-path.h"
#include "prn-plan-private.h"

G_BEGIN_DECLS

/* What was counted: integers and histograms only, so that the tallies of any split of the
 * customers add up to exactly the same tally. */

/* A sum of lengths of time; a billion visits of a century would not fit into 64 bits. */
typedef unsigned __int128 PrnTallySum;

/**
 * PrnTallyStage:
 * @customers: different customers who were ever in it
 * @visits: how often it was entered
 * @left: visits that ended
 * @now: customers in it at the end
 * @entries: how often customers were let into it
 * @dwell: sum of the finished visits' lengths, in microseconds
 * @ended: lengths of the finished visits
 * @open: lengths so far of the visits still open at the end
 */
typedef struct {
  guint64 customers, visits, left, now, entries;
  PrnTallySum dwell;
  PrnHistogram ended, open;
} PrnTallyStage;

/* Moves that no trigger allows. */
typedef struct {
  guint32 from, to;
  guint64 moves;
} PrnTallyOffMap;

typedef struct {
  guint n_stages, n_triggers, n_edges, n_activities;
  guint64 customers, entered;
  guint64 after_as_of, matched, before_entry, used;
  guint64 *unmatched;         /* by activity */
  PrnTallyStage *stages;
  guint64 *edges;             /* moves, by edge of the plan */
  guint64 *trigger_customers; /* different customers, by trigger */
  GHashTable *off_map;        /* a PrnTallyOffMap in a set by (from, to) */
  PrnPaths *paths;
} PrnTally;

/**
 * prn_tally_new:
 * @plan: what is counted
 * @n_activities: how many activities the log has
 *
 * Returns: (transfer full): a tally of nothing
 */
PrnTally *prn_tally_new (PrnPlan *plan, guint n_activities);

/**
 * prn_tally_free:
 * @tally: (transfer full): a tally
 */
void prn_tally_free (PrnTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTally, prn_tally_free)

/**
 * prn_tally_add_off_map:
 * @tally: a tally
 * @from: stage left
 * @to: stage entered
 * @moves: how often
 */
void prn_tally_add_off_map (PrnTally *tally, guint32 from, guint32 to, guint64 moves);

/**
 * prn_tally_merge:
 * @tally: a tally
 * @other: a tally of other customers with the same plan and log; added to @tally
 */
void prn_tally_merge (PrnTally *tally, const PrnTally *other);

G_END_DECLS
