/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a calibrated map gives back what was counted. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-calibrate-private.h"
#include "prn-sampler.h"
#include "prn-wilson.h"

#define N_MEASURES 3

/* All comparisons together are wrong with this probability at most. */
#define LEVEL .05

static void
miss_free (gpointer data)
{
  PrnCalibrationMiss *miss = data;

  g_free (miss->stage);
  g_free (miss->text);
  g_free (miss);
}

/* The difference of two shares of @n each, in standard errors of it. */
static double
share_errors (guint64 replay, guint64 simulation, guint64 n)
{
  double p = ((double) replay + (double) simulation) / (2 * (double) n);
  double difference = ((double) simulation - (double) replay) / (double) n;

  return difference == 0 ? 0 : difference / sqrt (2 * p * (1 - p) / (double) n);
}

/* The same of two means; where neither varies they are not told apart. */
static double
mean_errors (const PrnReportMean *replay, const PrnReportMean *simulation)
{
  double difference = simulation->mean - replay->mean;
  double one = (replay->interval.high - replay->interval.low) / (2 * PRN_Z);
  double other = (simulation->interval.high - simulation->interval.low) / (2 * PRN_Z);
  double error = hypot (one, other);

  return error > 0 ? difference / error : 0;
}

static char *
words (const PrnCalibrationMiss *miss, const char *stage)
{
  gulong simulation = (gulong) miss->simulation, replay = (gulong) miss->replay;

  switch (miss->measure) {
  case PRN_CALIBRATION_VISITS:
    return g_strdup_printf (_ ("%s: %lu visits simulated, %lu in the log: %+.1f standard errors"),
                            stage, simulation, replay, miss->errors);
  case PRN_CALIBRATION_CUSTOMERS:
    return g_strdup_printf (
        _ ("%s: %lu customers ever there simulated, %lu in the log: %+.1f standard errors"), stage,
        simulation, replay, miss->errors);
  case PRN_CALIBRATION_NOW:
    return g_strdup_printf (
        _ ("%s: %lu customers there at the end simulated, %lu in the log: %+.1f standard errors"),
        stage, simulation, replay, miss->errors);
  }
  g_return_val_if_reached (NULL);
}

static PrnCalibrationMiss *
miss_new (const PrnReportStage *stage,
          PrnCalibrationMeasure measure,
          guint64 replay,
          guint64 simulation,
          double errors)
{
  PrnCalibrationMiss *miss = g_new0 (PrnCalibrationMiss, 1);

  miss->stage = g_strdup (stage->id);
  miss->measure = measure;
  miss->replay = replay;
  miss->simulation = simulation;
  miss->errors = errors;
  return miss;
}

GPtrArray *
prn_calibration_check (const PrnReport *replay, const PrnReport *simulation, PrnMap *map)
{
  GPtrArray *misses = g_ptr_array_new_with_free_func (miss_free);
  double bound = -prn_sampler_normal (LEVEL / 2 / (N_MEASURES * MAX (replay->n_stages, 1)));

  for (guint i = 0; i < replay->n_stages; i++) {
    const PrnReportStage *one = &replay->stages[i], *other = &simulation->stages[i];
    const struct {
      guint64 replay, simulation;
      double errors;
    } counts[N_MEASURES] = {
      { one->visits, other->visits, mean_errors (&one->each, &other->each) },
      { one->customers, other->customers,
        share_errors (one->customers, other->customers, replay->entered) },
      { one->now, other->now, share_errors (one->now, other->now, replay->entered) },
    };

    for (guint k = 0; k < N_MEASURES; k++) {
      PrnCalibrationMiss *miss;

      if (!(fabs (counts[k].errors) > bound))
        continue;
      miss = miss_new (one, k, counts[k].replay, counts[k].simulation, counts[k].errors);
      miss->text = words (miss, prn_element_label (prn_map_nth (map, PRN_KIND_STAGE, i)));
      g_ptr_array_add (misses, miss);
    }
  }
  return misses;
}
