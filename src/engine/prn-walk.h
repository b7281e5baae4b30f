/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-tally.h"

G_BEGIN_DECLS

/* Where one customer is, and the counting of each move: what replay and simulation share. A walk
 * belongs to one thread and goes from customer to customer; nothing is cleared between them. */

/**
 * PrnWalk:
 * @tally: where moves are counted
 * @edges: of the plan
 * @stage: where the customer is, or %PRN_NONE
 * @entered: since when
 * @customer: number of the customer, from 1
 * @stage_customer: for each stage the last customer who was in it
 * @trigger_customer: for each trigger the last customer it moved
 */
typedef struct {
  PrnTally *tally;
  const PrnEdge *edges;
  guint32 stage;
  gint64 entered;
  guint64 customer;
  guint64 *stage_customer;
  guint64 *trigger_customer;
} PrnWalk;

/**
 * prn_walk_init:
 * @walk: (out): a walk before the first customer
 * @plan: (transfer none): must outlive the walk
 * @tally: (transfer none): of the same plan
 */
static inline void
prn_walk_init (PrnWalk *walk, const PrnPlan *plan, PrnTally *tally)
{
  *walk = (PrnWalk){
    .tally = tally,
    .edges = (const PrnEdge *) plan->edges->data,
    .stage = PRN_NONE,
    .stage_customer = g_new0 (guint64, plan->n_stages),
    .trigger_customer = g_new0 (guint64, plan->n_triggers),
  };
}

/**
 * prn_walk_clear:
 * @walk: a walk; it is of no use afterwards
 */
static inline void
prn_walk_clear (PrnWalk *walk)
{
  g_free (walk->stage_customer);
  g_free (walk->trigger_customer);
}

/**
 * prn_walk_begin:
 * @walk: a walk; the next customer is outside of the map
 */
static inline void
prn_walk_begin (PrnWalk *walk)
{
  walk->customer++;
  walk->stage = PRN_NONE;
}

/* Leaves the stage at hand. */
static inline void
prn_walk_leave (PrnWalk *walk, gint64 time)
{
  PrnTallyStage *stage = &walk->tally->stages[walk->stage];

  stage->left++;
  stage->dwell += (guint64) (time - walk->entered);
  prn_histogram_add (&stage->ended, time - walk->entered);
}

/* Enters a stage. */
static inline void
prn_walk_enter (PrnWalk *walk, guint32 to, gint64 time)
{
  PrnTallyStage *stage = &walk->tally->stages[to];

  stage->visits++;
  if (walk->stage_customer[to] != walk->customer) {
    walk->stage_customer[to] = walk->customer;
    stage->customers++;
  }
  prn_paths_append (walk->tally->paths, to);
  walk->stage = to;
  walk->entered = time;
}

/**
 * prn_walk_let_in:
 * @walk: a walk whose customer is outside
 * @stage: an entry
 * @time: when
 */
static inline void
prn_walk_let_in (PrnWalk *walk, guint32 stage, gint64 time)
{
  walk->tally->entered++;
  walk->tally->stages[stage].entries++;
  prn_walk_enter (walk, stage, time);
}

/**
 * prn_walk_fire:
 * @walk: a walk whose customer is in the edge's source
 * @index: an edge of the plan
 * @time: when
 */
static inline void
prn_walk_fire (PrnWalk *walk, guint32 index, gint64 time)
{
  const PrnEdge *edge = &walk->edges[index];

  walk->tally->edges[index]++;
  if (walk->trigger_customer[edge->trigger] != walk->customer) {
    walk->trigger_customer[edge->trigger] = walk->customer;
    walk->tally->trigger_customers[edge->trigger]++;
  }
  prn_walk_leave (walk, time);
  prn_walk_enter (walk, edge->to, time);
}

/**
 * prn_walk_move_off_map:
 * @walk: a walk whose customer is in a stage
 * @to: a stage that no trigger leads to from there
 * @time: when
 */
static inline void
prn_walk_move_off_map (PrnWalk *walk, guint32 to, gint64 time)
{
  prn_tally_add_off_map (walk->tally, walk->stage, to, 1);
  prn_walk_leave (walk, time);
  prn_walk_enter (walk, to, time);
}

/**
 * prn_walk_end:
 * @walk: a walk
 * @as_of: end of observation
 *
 * Closes the customer: one who is in a stage stays there.
 */
static inline void
prn_walk_end (PrnWalk *walk, gint64 as_of)
{
  PrnTallyStage *stage;

  if (walk->stage == PRN_NONE)
    return;
  stage = &walk->tally->stages[walk->stage];
  stage->now++;
  prn_histogram_add (&stage->open, as_of - walk->entered);
  prn_paths_end (walk->tally->paths);
}

G_END_DECLS
