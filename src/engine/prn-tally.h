/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"
#include "prn-measures.h"
#include "prn-path.h"
#include "prn-wilson.h"

G_BEGIN_DECLS

/* What was counted: integers and histograms only, so that the tallies of any split of the
 * customers add up to exactly the same tally. */

/* A sum of lengths of time; a billion visits of a century would not fit into 64 bits. */
typedef unsigned __int128 PrnTallySum;

/**
 * PrnTallyStage:
 * @dwell: sum of the finished visits' lengths, in microseconds
 * @stay: sum of the lengths so far of the open visits
 * @customers: different customers who were ever in it; like the next five, it follows from the
 *   paths, see prn_tally_settle()
 * @visits: how often it was entered
 * @left: visits that ended
 * @now: customers in it at the end
 * @entries: how often customers were let into it
 * @squares: sum over the customers of the square of their visits
 * @off_map: lengths of the visits that ended off the map
 * @open: lengths so far of the visits still open at the end
 * @away: (nullable) (array length=n_activities): for an exit stage, rows of customers in it
 */
typedef struct {
  PrnTallySum dwell, stay;
  guint64 customers, visits, left, now, entries;
  PrnTallySum squares;
  PrnHistogram off_map, open;
  guint64 *away;
} PrnTallyStage;

/**
 * PrnTallyEdge:
 * @trigger: the trigger of the plan
 * @lengths: (nullable): of the visits that ended so; %NULL when there were none
 */
typedef struct {
  guint32 trigger;
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
 * PrnTallyStart:
 * @observed: how long customers were observed after the start of their clocks
 * @observed_by: (array length=n_windows+1): at k, how many of them were observed for k windows of
 *   the measures and no more
 */
typedef struct {
  PrnHistogram observed;
  guint64 *observed_by;
} PrnTallyStart;

/**
 * PrnTallyClock:
 * @times: how long it took those who converted
 * @observed: how long they were observed after the start
 * @converted_by: (array length=n_windows+1): at k, how many more converted within window k, and
 *   were observed as long, than within window k − 1
 */
typedef struct {
  PrnHistogram times, observed;
  gint64 *converted_by;
} PrnTallyClock;

/**
 * PrnTallyMonth:
 * @newcomers: customers who entered in it
 * @latest: the latest entry of the newcomers
 * @gone: (array length=n_gone) (nullable): at k, how many more of the newcomers are in an exit
 *   stage k months after their entry than k − 1 months after it
 */
typedef struct {
  guint64 newcomers;
  gint64 latest;
  gint64 *gone;
  guint n_gone;
} PrnTallyMonth;

/* How long after the activity before it an activity is: in the same month, in the next, or later. */
typedef enum {
  PRN_TALLY_SAME,
  PRN_TALLY_NEXT,
  PRN_TALLY_LATER,
} PrnTallyAfter;

/**
 * PrnTallyActivity:
 * @after: activities in a month, but for the newcomers' first ones, by how long they are after the
 *   one before; a customer has one at most that is not %PRN_TALLY_SAME. Of the four counts three are
 *   used.
 */
typedef struct {
  guint64 after[4];
} PrnTallyActivity;

/**
 * PrnTallyActive:
 * @newcomers: customers who entered in a month; their activity begins with it
 * @returning: customers active in it and in the month before
 * @resurrected: customers active in it and in an earlier month, but not in the month before
 * @dormant: customers active in the month before and not in it
 */
typedef struct {
  guint64 newcomers, returning, resurrected, dormant;
} PrnTallyActive;

/* Months are made as they are needed, so many at a time. */
#define PRN_TALLY_MONTHS 64

/**
 * PrnTally:
 * @measures: (nullable): what is counted beyond moves
 * @journeys: how many were added
 * @first_entry: the earliest entry of a customer, or G_MAXINT64
 * @last_entry: the latest one, or G_MININT64
 * @rows: of the customers; @after_as_of, @matched, @before_entry and @used are among them
 * @drawn: rows that match an event with a stage
 * @seen: of these, rows seen in that stage
 * @unmatched: by activity, rows
 * @edges: by edge of the plan
 * @triggers: by trigger of the plan
 * @off_map: a #PrnTallyOffMap in a set by (from, to)
 * @starts: by start of the measures' clocks
 * @clocks: by conversion of the measures
 * @activity: by month of the measures' calendar
 * @months: by month of the measures' calendar, in groups of %PRN_TALLY_MONTHS that may be %NULL
 * @earned: money of events, as all money in 1/10,000 of the currency unit
 * @money: revenue less cost of the customers
 * @money_squares: the sum of its squares
 * @discounted: the same money discounted to each customer's entry
 */
typedef struct {
  PrnPlan *plan;
  PrnMeasures *measures;
  guint n_stages, n_triggers, n_edges, n_activities;
  const PrnEdge *plan_edges;
  guint64 journeys;
  guint64 customers, entered;
  gint64 first_entry, last_entry;
  guint64 rows, after_as_of, matched, before_entry, used, drawn, seen;
  guint64 *unmatched;
  PrnTallyStage *stages;
  PrnTallyEdge *edges;
  PrnTallyTrigger *triggers;
  GHashTable *off_map;
  PrnPaths *paths;
  PrnTallyStart *starts;
  PrnTallyClock *clocks;
  PrnTallyActivity *activity;
  PrnTallyMonth **months;
  PrnSum earned, money, discounted;
  PrnSumOfSquares money_squares;
} PrnTally;

/**
 * prn_tally_new:
 * @plan: what is counted
 * @measures: (nullable): what is counted beyond moves and lengths of visits; of the same plan
 * @n_activities: how many activities the log has
 *
 * Returns: (transfer full): a tally of nothing
 */
PrnTally *prn_tally_new (PrnPlan *plan, PrnMeasures *measures, guint n_activities);

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
 * Counts one customer, in time proportional to the length of the journey. What is said of stages is
 * there after prn_tally_settle().
 */
void prn_tally_add_journey (PrnTally *tally, const PrnJourney *journey);

/* The part of it that the measures are about, of a customer who had a stage. */
void prn_tally_add_measures (PrnTally *tally, const PrnJourney *journey);

/**
 * prn_tally_settle:
 * @tally: a tally
 *
 * Works out what follows from the paths of all the journeys that were added, and is not counted
 * customer by customer. To be called once they are, before the tally is merged or read.
 */
void prn_tally_settle (PrnTally *tally);

/**
 * prn_tally_add_off_map:
 * @tally: a tally
 * @from: stage left
 * @to: stage entered
 * @moves: how often
 */
void prn_tally_add_off_map (PrnTally *tally, guint32 from, guint32 to, guint64 moves);

/* Makes a group of months. Transfer full. */
PrnTallyMonth *prn_tally_new_months (void);

/**
 * prn_tally_month:
 * @tally: a tally with measures
 * @month: a month of the calendar
 *
 * Returns: (transfer none): its counts, made if need be
 */
static inline PrnTallyMonth *
prn_tally_month (PrnTally *tally, guint32 month)
{
  PrnTallyMonth **group = &tally->months[month / PRN_TALLY_MONTHS];

  if (G_UNLIKELY (*group == NULL))
    *group = prn_tally_new_months ();
  return &(*group)[month % PRN_TALLY_MONTHS];
}

/**
 * prn_tally_find_month:
 * @tally: a tally with measures
 * @month: a month of the calendar
 *
 * Returns: (transfer none) (nullable): its counts, if there are any
 */
const PrnTallyMonth *prn_tally_find_month (const PrnTally *tally, guint32 month);

/**
 * prn_tally_active:
 * @tally: a tally with measures
 * @month: a month of the calendar
 *
 * Returns: who was active in it, and who no more
 */
PrnTallyActive prn_tally_active (const PrnTally *tally, guint32 month);

/* Makes room for changes at an age. */
void prn_tally_month_grow (PrnTallyMonth *month, guint age);

/**
 * prn_tally_month_gone:
 * @month: a month
 * @age: months after entering
 *
 * Returns: (transfer none): where changes at that age are counted
 */
static inline gint64 *
prn_tally_month_gone (PrnTallyMonth *month, guint age)
{
  if (G_UNLIKELY (age >= month->n_gone))
    prn_tally_month_grow (month, age);
  return &month->gone[age];
}

/**
 * prn_tally_moves:
 * @tally: a tally
 * @edge: an edge of the plan
 *
 * Returns: how often the trigger moved customers from there
 */
static inline guint64
prn_tally_moves (const PrnTally *tally, guint32 edge)
{
  const PrnHistogram *lengths = tally->edges[edge].lengths;

  return lengths != NULL ? lengths->n : 0;
}

/**
 * prn_tally_edge_lengths:
 * @edge: an edge
 *
 * Returns: (transfer none): its lengths, made if need be
 */
static inline PrnHistogram *
prn_tally_edge_lengths (PrnTallyEdge *edge)
{
  if (G_UNLIKELY (edge->lengths == NULL))
    edge->lengths = g_new0 (PrnHistogram, 1);
  return edge->lengths;
}

/**
 * prn_tally_stage_away:
 * @tally: a tally
 * @stage: an exit stage
 *
 * Returns: (transfer none): its rows by activity, made if need be
 */
guint64 *prn_tally_stage_away (PrnTally *tally, guint32 stage);

/**
 * prn_tally_merge:
 * @tally: a tally
 * @other: a tally of other customers with the same plan and measures but for the months of the
 *   calendar, which are some of those of @tally; added to @tally
 * @activities: (nullable): for each activity of @other which one of @tally it is; %NULL: the same
 */
void prn_tally_merge (PrnTally *tally, const PrnTally *other, const guint32 *activities);

/**
 * prn_tally_subtract:
 * @tally: a tally
 * @other: customers that were counted into it, of the same map, log and measures; taken out. The
 *   span of entries stays as it is: nobody may be taken out who is not counted again
 */
void prn_tally_subtract (PrnTally *tally, const PrnTally *other);

G_END_DECLS
