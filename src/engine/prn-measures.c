/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-measures.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "prn-discount.h"
#include "prn-duration.h"
#include "prn-error.h"

/* A hostile map may have any number of targets. */
#define MAX_WINDOWS 64

static const gint64 usual_windows[] = {
  PRN_DAY, 7 * PRN_DAY, 30 * PRN_DAY, 90 * PRN_DAY, 180 * PRN_DAY, PRN_YEAR, 2 * PRN_YEAR,
};

/* --- Conversions --- */

static gboolean
find_stage (PrnPlan *plan, const char *id, guint32 *stage, GError **error)
{
  int index = prn_map_index_of (plan->map, PRN_KIND_STAGE, id);
  g_autofree char *quoted = NULL;

  *stage = (guint32) index;
  if (index >= 0)
    return TRUE;
  quoted = prn_quote (id);
  g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE,
               _ ("the map has no stage %s to measure a conversion with; give the id of a stage"),
               quoted);
  return FALSE;
}

static int
compare_stages (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

static gboolean
same_clock (const PrnClock *a, const PrnClock *b)
{
  if (a->from != b->from || a->n_to != b->n_to)
    return FALSE;
  for (guint i = 0; i < a->n_to; i++)
    if (a->to[i] != b->to[i])
      return FALSE;
  return TRUE;
}

/* Takes the list; a conversion that is followed already is not followed twice. */
static void
add_clock (PrnMeasures *measures, guint32 from, GArray *to)
{
  PrnClock clock = { from, NULL, to->len, 0 };

  g_array_sort (to, compare_stages);
  clock.to = (guint32 *) (gpointer) g_array_free (to, FALSE);
  for (guint i = 0; i < measures->n_clocks; i++)
    if (same_clock (&clock, &measures->clocks[i])) {
      g_free (clock.to);
      return;
    }
  measures->clocks[measures->n_clocks++] = clock;
}

static void
add_role_clock (PrnMeasures *measures, PrnRole role)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (measures->plan->map, &n);
  GArray *to = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (stages[i]->role == role)
      g_array_append_val (to, i);
  if (to->len > 0)
    add_clock (measures, PRN_NONE, to);
  else
    g_array_unref (to);
}

static gboolean
add_pair (PrnMeasures *measures, const PrnConversionPair *pair, GError **error)
{
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 from = PRN_NONE, stage;

  if (measures->n_clocks == PRN_MEASURES_MAX_CLOCKS) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
                 _ ("more than %d conversions at a time cannot be measured; ask for fewer"),
                 PRN_MEASURES_MAX_CLOCKS);
    return FALSE;
  }
  if (pair->from != NULL && !find_stage (measures->plan, pair->from, &from, error))
    return FALSE;
  for (char **id = pair->to; *id != NULL; id++) {
    if (!find_stage (measures->plan, *id, &stage, error))
      return FALSE;
    g_array_append_val (to, stage);
  }
  add_clock (measures, from, g_steal_pointer (&to));
  return TRUE;
}

/* The clocks that begin with the same thing have one start. */
static void
begin_clock (PrnMeasures *measures, guint index)
{
  PrnClock *clock = &measures->clocks[index];

  if (clock->from != PRN_NONE) {
    PrnMeasuredStage *stage = &measures->stages[clock->from];

    if (stage->start == 0)
      stage->start = measures->n_starts++;
    clock->start = stage->start;
  }
  measures->starts[clock->start] |= G_GUINT64_CONSTANT (1) << index;
}

static gboolean
add_clocks (PrnMeasures *measures, const PrnMeasuresOptions *options, GError **error)
{
  measures->clocks = g_new0 (PrnClock, PRN_MEASURES_MAX_CLOCKS);
  add_role_clock (measures, PRN_ROLE_GOAL);
  add_role_clock (measures, PRN_ROLE_EXIT);
  for (guint i = 0; options != NULL && i < options->n_conversions; i++)
    if (!add_pair (measures, &options->conversions[i], error))
      return FALSE;

  measures->n_starts = 1;
  measures->starts = g_new0 (guint64, measures->n_clocks + 1);
  for (guint i = 0; i < measures->n_clocks; i++) {
    const PrnClock *clock = &measures->clocks[i];

    begin_clock (measures, i);
    for (guint k = 0; k < clock->n_to; k++)
      measures->stages[clock->to[k]].stops |= G_GUINT64_CONSTANT (1) << i;
  }
  for (guint i = 0; i < measures->plan->n_stages; i++) {
    PrnMeasuredStage *stage = &measures->stages[i];

    stage->is_exit = measures->plan->stages[i].is_exit;
    stage->is_plain = !stage->is_exit && stage->stops == 0 && stage->start == 0;
  }
  return TRUE;
}

static int
compare_windows (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static gboolean
reads_window (const PrnTarget *target)
{
  return target->within.us >= 0 &&
         (target->metric == PRN_METRIC_EXIT_SHARE || target->metric == PRN_METRIC_GOAL_SHARE);
}

/* A bucket begins where the one before it ends. */
static void
fill_windows_below (PrnMeasures *measures)
{
  guint n = 0;

  for (guint bucket = 0; bucket < PRN_HISTOGRAM_BUCKETS; bucket++) {
    while (n < measures->n_windows && prn_histogram_bucket (measures->windows[n]) < bucket)
      n++;
    measures->windows_below[bucket] = (guint8) n;
  }
}

/* The usual ones and those that a target is about. */
static void
add_windows (PrnMeasures *measures)
{
  guint n;
  const PrnTarget *const *targets = prn_map_targets (measures->plan->map, &n);
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (windows, usual_windows, G_N_ELEMENTS (usual_windows));
  for (guint i = 0; i < n; i++)
    if (reads_window (targets[i]) && windows->len < MAX_WINDOWS)
      g_array_append_val (windows, targets[i]->within.us);
  g_array_sort (windows, compare_windows);

  measures->windows = g_new (gint64, windows->len + 1);
  for (guint i = 0; i < windows->len; i++) {
    gint64 window = g_array_index (windows, gint64, i);

    if (measures->n_windows == 0 || measures->windows[measures->n_windows - 1] != window)
      measures->windows[measures->n_windows++] = window;
  }
  measures->windows[measures->n_windows] = G_MAXINT64;
  fill_windows_below (measures);
  g_array_unref (windows);
}

/* --- Money --- */

static void
add_rates (PrnMeasures *measures, gint64 longest)
{
  guint n_stages, n_triggers;
  PrnMap *map = measures->plan->map;
  const PrnStage *const *stages = prn_map_stages (map, &n_stages);
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n_triggers);
  guint n_edges = measures->plan->edges->len;
  double rate = prn_map_get_population (map)->discount_per_year;

  for (guint i = 0; i < n_stages; i++) {
    PrnMeasuredStage *rates = &measures->stages[i];

    rates->visit = -stages[i]->cost;
    rates->per_microsecond =
        (stages[i]->revenue_per_month - stages[i]->cost_per_month) / (double) PRN_MONTH;
    measures->has_rates |= rates->visit != 0 || rates->per_microsecond != 0;
  }
  measures->edges = g_new0 (double, n_edges);
  for (guint i = 0; i < n_edges; i++) {
    const PrnTrigger *trigger = triggers[PRN_PLAN_EDGE (measures->plan, i)->trigger];

    measures->edges[i] = trigger->value - trigger->cost;
    measures->has_rates |= measures->edges[i] != 0;
  }

  measures->has_discount = rate != 0;
  prn_decay_init (&measures->decay, prn_discount_rate (rate), longest);
  measures->discounted_stay = rate != 0 ? 1 / measures->decay.rate : 0;
}

/* --- All of it --- */

PrnMeasures *
prn_measures_new (PrnPlan *plan,
                  gboolean is_simulation,
                  gint64 first,
                  gint64 as_of,
                  const PrnMeasuresOptions *options,
                  GError **error)
{
  g_autoptr (PrnMeasures) measures = g_new0 (PrnMeasures, 1);

  g_atomic_ref_count_init (&measures->ref_count);
  measures->plan = prn_plan_ref (plan);
  measures->is_simulation = is_simulation;
  measures->as_of = as_of;
  prn_calendar_init (&measures->calendar, MIN (first, as_of), as_of);
  measures->stages = g_new0 (PrnMeasuredStage, plan->n_stages);
  add_windows (measures);
  add_rates (measures, as_of - MIN (first, as_of));
  if (!add_clocks (measures, options, error))
    return NULL;
  return g_steal_pointer (&measures);
}

PrnMeasures *
prn_measures_ref (PrnMeasures *measures)
{
  g_atomic_ref_count_inc (&measures->ref_count);
  return measures;
}

void
prn_measures_unref (PrnMeasures *measures)
{
  if (!g_atomic_ref_count_dec (&measures->ref_count))
    return;
  for (guint i = 0; i < measures->n_clocks; i++)
    g_free (measures->clocks[i].to);
  g_free (measures->clocks);
  g_free (measures->starts);
  g_free (measures->windows);
  g_free (measures->stages);
  g_free (measures->edges);
  prn_calendar_clear (&measures->calendar);
  prn_decay_clear (&measures->decay);
  prn_plan_unref (measures->plan);
  g_free (measures);
}
