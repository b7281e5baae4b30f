/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "prn-odds.h"
#include "prn-sampler.h"

G_BEGIN_DECLS

/* The odds laid out for the processor: at a fork the way is found without a jump that depends on
 * which it is, and staying for ever is a way like others, with a delay beyond all horizons. */

/**
 * PrnWay:
 * @sampler: (nullable): draws how long the visit lasts before
 * @edge: of the plan; for one who stays for ever, the number of edges plus the stage
 * @to: the stage it leads to, or the class
 */
typedef struct {
  PrnSampler *sampler;
  guint32 edge;
  guint32 to;
} PrnWay;

/**
 * PrnFork:
 * @until: numbers that ascend, as the bits of doubles; where there are fewer ways, 2
 * @ways: a number below the first goes the first way, one from the last on to the fork that follows
 *
 * Where one of up to four ways is taken, or of as many more as there are forks in a row.
 */
typedef struct {
  guint64 until[4];
  PrnWay ways[4];
} PrnFork;

/* Longer than any horizon. */
#define PRN_WAYS_FOR_EVER (G_GINT64_CONSTANT (1) << 62)

/**
 * PrnWays:
 * @forks: (array): for each class and each stage of the plan where it goes on
 * @entries: where customers come in
 * @classes: in which class
 */
typedef struct {
  const PrnFork **forks;
  const PrnFork *entries;
  const PrnFork *classes;
  /*< private >*/
  GHashTable *samplers;
  PrnSampler stay;
  GArray *all;
} PrnWays;

/**
 * prn_ways_new:
 * @plan: the plan
 * @odds: its odds
 *
 * Returns: (transfer full): the ways
 */
PrnWays *prn_ways_new (const PrnPlan *plan, const PrnOdds *odds);

/**
 * prn_ways_free:
 * @ways: (transfer full): ways
 */
void prn_ways_free (PrnWays *ways);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnWays, prn_ways_free)

/**
 * prn_fork_take:
 * @fork: a fork
 * @u: between 0 and 1
 *
 * Returns: the way that @u takes
 */
static inline const PrnWay *
prn_fork_take (const PrnFork *fork, double u)
{
  guint64 bits;

  /* Numbers that are not negative are ordered as their bits are. */
  memcpy (&bits, &u, sizeof bits);
  for (;; fork++) {
    guint way = (bits >= fork->until[0]) + (bits >= fork->until[1]) + (bits >= fork->until[2]) +
                (bits >= fork->until[3]);

    if (G_LIKELY (way < 4))
      return &fork->ways[way];
  }
}

G_END_DECLS
