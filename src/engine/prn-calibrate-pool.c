/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose visits a number of the map is about: a segment's, or those of everyone who has none of
 * their own. */

#include <math.h>

#include "prn-calibrate-private.h"

typedef struct {
  PrnTally *tally; /* nullable */
  PrnTriggerVisits *visits;
} Pool;

static void
pool_free (gpointer data)
{
  Pool *pool = data;

  prn_trigger_visits_free (pool->visits);
  g_clear_pointer (&pool->tally, prn_tally_free);
  g_free (pool);
}

const PrnBySegment *
prn_calibrator_by_segment (const PrnTrigger *trigger, const PrnSegment *segment)
{
  for (guint i = 0; i < trigger->by_segment.n; i++)
    if (g_str_equal (trigger->by_segment.items[i].segment, prn_element_id (segment)))
      return &trigger->by_segment.items[i];
  return NULL;
}

static void
find_shares_of_class (PrnCalibrator *calibrator, guint class_index)
{
  const PrnPlan *plan = calibrator->plan;
  const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);
  gboolean *with_share = &calibrator->with_share[(gsize) class_index * plan->n_triggers];
  g_autofree gboolean *stages = g_new0 (gboolean, plan->n_stages);

  for (guint32 i = 0; i < plan->edges->len; i++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);
    const PrnBySegment *own =
        prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, edge->trigger), segment);

    if (own != NULL && !isnan (own->share))
      stages[edge->from] = TRUE;
  }
  for (guint32 i = 0; i < plan->edges->len; i++)
    with_share[PRN_PLAN_EDGE (plan, i)->trigger] |= stages[PRN_PLAN_EDGE (plan, i)->from];
}

void
prn_calibrator_find_shares (PrnCalibrator *calibrator)
{
  calibrator->with_share =
      g_new0 (gboolean, (gsize) calibrator->n_classes * calibrator->plan->n_triggers);
  calibrator->pools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pool_free);
  for (guint i = 1; i < calibrator->n_classes; i++)
    find_shares_of_class (calibrator, i);
}

gboolean
prn_calibrator_has_own (const PrnCalibrator *calibrator,
                        guint class_index,
                        guint trigger,
                        gboolean delay)
{
  const PrnBySegment *own;

  if (!delay)
    return calibrator->with_share[(gsize) class_index * calibrator->plan->n_triggers + trigger];
  own = prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, trigger),
                                   prn_calibrator_segment (calibrator, class_index));
  return own != NULL && own->delay != NULL;
}

/* Takes the key, and the tally if there is one. */
static const PrnTriggerVisits *
add_pool (PrnCalibrator *calibrator, char *key, const PrnTally *tally, PrnTally *owned)
{
  Pool *pool = g_new0 (Pool, 1);

  pool->tally = owned;
  pool->visits = prn_trigger_visits_new (calibrator->plan, tally);
  g_hash_table_insert (calibrator->pools, key, pool);
  return pool->visits;
}

const PrnTriggerVisits *
prn_calibrator_visits (PrnCalibrator *calibrator, guint class_index)
{
  g_autofree char *key = g_strdup_printf ("%u", class_index);
  const Pool *pool = g_hash_table_lookup (calibrator->pools, key);

  if (pool != NULL)
    return pool->visits;
  return add_pool (calibrator, g_steal_pointer (&key), calibrator->tallies[class_index], NULL);
}

static const PrnTriggerVisits *
visits_but_of (PrnCalibrator *calibrator, const char *left_out)
{
  const Pool *pool = g_hash_table_lookup (calibrator->pools, left_out);
  PrnTally *tally;

  if (pool != NULL)
    return pool->visits;

  tally = prn_tally_new (calibrator->plan, NULL, calibrator->n_activities);
  prn_tally_merge (tally, calibrator->rest, NULL);
  for (guint i = 1; i < calibrator->n_classes; i++)
    if (calibrator->is_drawn[i] && left_out[i] != '-')
      prn_tally_merge (tally, calibrator->tallies[i], NULL);
  return add_pool (calibrator, g_strdup (left_out), tally, tally);
}

const PrnTriggerVisits *
prn_calibrator_visits_without (PrnCalibrator *calibrator, guint trigger, gboolean delay)
{
  g_autofree char *left_out = g_strnfill (calibrator->n_classes, '+');
  gboolean any = FALSE;

  for (guint i = 1; i < calibrator->n_classes; i++)
    if (calibrator->is_drawn[i] && prn_calibrator_has_own (calibrator, i, trigger, delay)) {
      left_out[i] = '-';
      any = TRUE;
    }
  if (any) {
    const PrnTriggerVisits *visits = visits_but_of (calibrator, left_out);

    /* Where only those came who have numbers of their own, these are better than none. */
    if (prn_trigger_visits_count (visits, trigger, NULL) > 0)
      return visits;
  }
  return prn_calibrator_visits (calibrator, 0);
}
