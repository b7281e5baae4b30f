/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journey.h"

G_BEGIN_DECLS

/* Where one customer is, and the journey so far: what replay and simulation share. A walk belongs
 * to one thread and goes from customer to customer. */

/**
 * PrnWalk:
 * @journey: what the customer did so far
 * @edges: of the plan
 * @stage: where the customer is, or %PRN_NONE
 * @entered: since when
 */
typedef struct {
  PrnJourney journey;
  const PrnEdge *edges;
  guint32 stage;
  gint64 entered;
} PrnWalk;

/**
 * prn_walk_init:
 * @walk: (out): a walk before the first customer
 * @plan: (transfer none): must outlive the walk
 * @as_of: end of observation
 */
static inline void
prn_walk_init (PrnWalk *walk, const PrnPlan *plan, gint64 as_of)
{
  *walk = (PrnWalk){
    .journey = { .as_of = as_of },
    .edges = (const PrnEdge *) plan->edges->data,
    .stage = PRN_NONE,
  };
}

/**
 * prn_walk_clear:
 * @walk: a walk; it is of no use afterwards
 */
static inline void
prn_walk_clear (PrnWalk *walk)
{
  prn_journey_clear (&walk->journey);
}

/**
 * prn_walk_begin:
 * @walk: a walk; the next customer is outside of the map
 */
static inline void
prn_walk_begin (PrnWalk *walk)
{
  prn_journey_begin (&walk->journey);
  walk->stage = PRN_NONE;
}

/* Enters a stage. */
static inline void
prn_walk_enter (PrnWalk *walk, guint32 edge, guint32 to, gint64 time)
{
  prn_journey_add_move (&walk->journey, time, edge, to);
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
  prn_walk_enter (walk, PRN_NONE, stage, time);
}

/**
 * prn_walk_fire:
 * @walk: a walk whose customer is in the edge's source
 * @edge: an edge of the plan
 * @time: when
 */
static inline void
prn_walk_fire (PrnWalk *walk, guint32 edge, gint64 time)
{
  prn_walk_enter (walk, edge, walk->edges[edge].to, time);
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
  prn_walk_enter (walk, PRN_NONE, to, time);
}

G_END_DECLS
