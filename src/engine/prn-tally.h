/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"
#include "prn-journey.h"
#include "prn-path.h"

G_BEGIN_DECLS

/* What was counted: integers and histograms only, so that the tallies of any split of the
 * customers add up to exactly the same tally. */

/* A sum of lengths of time; a billion visits of a century would not fit into 64 bits. */
typedef unsigned __int128 PrnTallySum;

/**
 * PrnTallyStage:
 * @last: number of the last journey that came here
 * @times: how often it did
 * @customers: different customers who were ever in it
 * @visits: how often it was entered
 * @left: visits that ended
 * @now: customers in it at the end
 * @entries: how often customers were let into it
 * @squares: sum over the customers of the square of their visits
 * @dwell: sum of the finished visits' lengths, in microseconds
 * @off_map: lengths of the visits that ended off the map
 * @open: lengths so far of the visits still open at the end
 */
typedef struct {
  guint64 last, times;
  guint64 customers, visits, left, now, entries;
  PrnTallySum squares, dwell;
  PrnHistogram off_map, open;
} PrnTallyStage;

/**
 * PrnTallyEdge:
 * @moves: how often the trigger moved customers from here
 * @lengths: (nullable): of the visits that ended so; %NULL when there were none
 */
typedef struct {
  guint64 moves;
  PrnHistogram *lengths;
} PrnTallyEdge;

/**
 * PrnTallyTrigger:
 * @last: number of the last journey that it moved
 * @customers: different customers it moved
 */
typedef struct {
  guint64 last;
  guint64 customers;
} PrnTallyTrigger;

/* Moves that no trigger allows. */
typedef struct {
  guint32 from, to;
  guint64 moves;
} PrnTallyOffMap;

/**
 * PrnTally:
 * @journeys: how many were added
 * @rows: of the customers; @after_as_of, @matched, @before_entry and @used are among them
 * @unmatched: by activity, rows
 * @edges: by edge of the plan
 * @triggers: by trigger of the plan
 * @off_map: a #PrnTallyOffMap in a set by (from, to)
 */
typedef struct {
  guint n_stages, n_triggers, n_edges, n_activities;
  const PrnEdge *plan_edges;
  guint64 journeys;
  guint64 customers, entered;
  guint64 rows, after_as_of, matched, before_entry, used;
  guint64 *unmatched;
  PrnTallyStage *stages;
  PrnTallyEdge *edges;
  PrnTallyTrigger *triggers;
  GHashTable *off_map;
  PrnPaths *paths;
} PrnTally;

/**
 * prn_tally_new:
 * @plan: what is counted; must outlive the tally
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
 * prn_tally_add_journey:
 * @tally: a tally
 * @journey: a customer of the same plan and log, who is done
 *
 * Counts one customer, in time proportional to the length of the journey.
 */
void prn_tally_add_journey (PrnTally *tally, const PrnJourney *journey);

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
