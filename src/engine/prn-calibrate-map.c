/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map with the numbers of a log in it. */

#include <math.h>

#include "prn-calibrate-private.h"
#include "prn-extra.h"
#include "prn-schema.h"

/* The most that a map may say of people. */
#define MOST_PEOPLE 1e9

static void
set_delay (PrnDistribution **delay, const PrnDistribution *found)
{
  PrnDistribution *copy;

  if (found == NULL)
    return;

  copy = prn_record_new_copy (&prn_distribution_record, found);
  if (*delay != NULL) {
    if ((*delay)->extra != NULL)
      copy->extra = prn_extra_ref ((*delay)->extra);
    prn_record_free (&prn_distribution_record, *delay);
  }
  *delay = copy;
}

static void
set_by_segment (PrnTrigger *trigger, const PrnSegment *segment, const PrnNumber *number)
{
  PrnBySegment *own = (PrnBySegment *) prn_calibrator_by_segment (trigger, segment);

  if (isnan (number->share) && number->delay == NULL)
    return;
  if (own == NULL) {
    prn_list_resize ((PrnList *) &trigger->by_segment, &prn_by_segment_record,
                     trigger->by_segment.n + 1);
    own = &trigger->by_segment.items[trigger->by_segment.n - 1];
    prn_element_set_text (&own->segment, prn_element_id (segment));
  }
  if (!isnan (number->share))
    own->share = number->share;
  set_delay (&own->delay, number->delay);
}

static PrnTrigger *
make_trigger (const PrnCalibrator *calibrator, guint index)
{
  PrnTrigger *trigger = prn_element_copy (prn_calibrator_trigger (calibrator, index));
  const PrnNumber *number = PRN_CALIBRATOR_NUMBER (calibrator, 0, index);

  if (!isnan (number->share))
    trigger->share = number->share;
  set_delay (&trigger->delay, number->delay);
  for (guint i = 1; i < calibrator->n_classes; i++)
    set_by_segment (trigger, prn_calibrator_segment (calibrator, i),
                    PRN_CALIBRATOR_NUMBER (calibrator, i, index));
  return trigger;
}

/* Gives each stage where customers came in the number of them, and keeps the order. */
static void
set_entries (PrnWeights *entries, const PrnCalibrator *calibrator)
{
  const PrnTally *tally = calibrator->tallies[0];
  double unit = MIN (1, MOST_PEOPLE / (double) tally->entered);

  for (guint i = 0; i < entries->n; i++)
    entries->items[i].weight = 0;
  for (guint32 i = 0; i < tally->n_stages; i++) {
    const char *id = prn_element_id (prn_map_nth (calibrator->plan->map, PRN_KIND_STAGE, i));
    guint k = 0;

    if (tally->stages[i].entries == 0)
      continue;
    while (k < entries->n && g_strcmp0 (entries->items[k].ref, id) != 0)
      k++;
    if (k == entries->n) {
      prn_list_resize ((PrnList *) entries, &prn_stage_weight_record, k + 1);
      prn_element_set_text (&entries->items[k].ref, id);
    }
    entries->items[k].weight = (double) tally->stages[i].entries * unit;
  }
}

/* The parts of the customers who are in the segments that the population has. */
static void
set_segments (PrnWeights *segments, const PrnCalibrator *calibrator)
{
  for (guint i = 0; i < segments->n; i++) {
    int index = prn_map_index_of (calibrator->plan->map, PRN_KIND_SEGMENT, segments->items[i].ref);

    if (index >= 0)
      segments->items[i].weight = (double) calibrator->tallies[index + 1]->entered /
                                  (double) calibrator->tallies[0]->entered;
  }
}

static PrnMap *
with_population (PrnMap *map, const PrnCalibrator *calibrator, gint64 as_of)
{
  const PrnTally *tally = calibrator->tallies[0];
  PrnPopulation population;
  PrnMap *result;

  prn_record_copy (&prn_population_record, &population, prn_map_get_population (map));
  population.customers = (gint64) MIN ((double) tally->entered, MOST_PEOPLE);
  population.arrivals = PRN_DURATION (tally->last_entry - tally->first_entry);
  population.horizon = PRN_DURATION (as_of - tally->first_entry);
  set_entries (&population.entries, calibrator);
  set_segments (&population.segments, calibrator);
  result = prn_map_with_population (map, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}

PrnMap *
prn_calibrator_make_map (PrnCalibrator *calibrator, gint64 as_of)
{
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) map = NULL;

  for (guint i = 0; i < calibrator->plan->n_triggers; i++)
    g_ptr_array_add (triggers, make_trigger (calibrator, i));
  map = prn_map_with_all (calibrator->plan->map, triggers->pdata, triggers->len);
  if (calibrator->tallies[0]->entered == 0)
    return g_steal_pointer (&map);
  return with_population (map, calibrator, as_of);
}
