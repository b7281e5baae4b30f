/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conversions, and what those who left did next. */

#include "prn-duration.h"
#include "prn-tally-report-private.h"

#include <stdlib.h>
#include <string.h>

#define N_POINTS     200
#define N_ACTIVITIES 10

PrnSurvival *
prn_tally_report_conversion (const PrnTally *tally, guint index)
{
  const PrnTallyClock *clock = &tally->clocks[index];
  PrnHistogram open = { 0 };
  PrnSurvival *survival;

  prn_histogram_merge (&open, &tally->starts[tally->measures->clocks[index].start].observed);
  prn_histogram_subtract (&open, &clock->observed);
  survival = prn_survival_new_from_histograms (&clock->times, &open);
  prn_histogram_clear (&open);
  return survival;
}

/* Windows that nobody was observed for say nothing and are left out. */
static void
fill_matured (PrnReportConversion *conversion,
              const PrnTallyStart *start,
              const PrnTallyClock *clock,
              const PrnSurvival *survival,
              const PrnMeasures *measures)
{
  guint64 observed = start->observed.n, converted = 0;

  conversion->matured = g_new (PrnReportMatured, measures->n_windows);
  for (guint i = 0; i < measures->n_windows; i++) {
    observed -= start->observed_by[i];
    converted += (guint64) clock->converted_by[i];
    if (observed > 0) {
      double window = (double) measures->windows[i];
      PrnReportMatured *matured = &conversion->matured[conversion->n_matured++];

      matured->within = window / PRN_SECOND;
      matured->share = prn_wilson_share (converted, observed);
      matured->estimated =
          prn_survival_ended_by (survival, prn_steps_reading (measures->windows[i]),
                                 &matured->estimated_interval);
    }
  }
}

static void
fill_conversion (PrnReportConversion *conversion, const PrnTally *tally, guint index)
{
  const PrnClock *of = &tally->measures->clocks[index];
  const PrnTallyStart *start = &tally->starts[of->start];
  const PrnTallyClock *clock = &tally->clocks[index];
  g_autoptr (PrnSurvival) survival = prn_tally_report_conversion (tally, index);

  conversion->from = of->from == PRN_NONE
                         ? NULL
                         : g_strdup (prn_tally_report_stage_id (tally->plan, of->from));
  conversion->to = g_new0 (char *, of->n_to + 1);
  for (guint i = 0; i < of->n_to; i++)
    conversion->to[i] = g_strdup (prn_tally_report_stage_id (tally->plan, of->to[i]));
  conversion->plain = prn_wilson_share (clock->times.n, start->observed.n);
  fill_matured (conversion, start, clock, survival, tally->measures);
  conversion->curve = prn_survival_points (survival, N_POINTS, &conversion->n_curve);
  conversion->p25 = prn_survival_quantile (survival, .25) / PRN_SECOND;
  conversion->median = prn_survival_quantile (survival, .5) / PRN_SECOND;
  conversion->p75 = prn_survival_quantile (survival, .75) / PRN_SECOND;
}

void
prn_tally_report_fill_conversions (PrnReport *report, const PrnTally *tally)
{
  report->n_conversions = tally->measures->n_clocks;
  report->conversions = g_new0 (PrnReportConversion, report->n_conversions);
  for (guint i = 0; i < report->n_conversions; i++)
    fill_conversion (&report->conversions[i], tally, i);
}

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const PrnReportFlow *one = a, *other = b;

  if (one->moves != other->moves)
    return one->moves > other->moves ? -1 : 1;
  return strcmp (one->to, other->to);
}

/* Where the moves from a stage led, on the map and off it. */
static guint64 *
moves_from (const PrnTally *tally, guint32 from)
{
  const PrnPlanStage *stage = &tally->plan->stages[from];
  guint64 *moves = g_new0 (guint64, tally->n_stages);
  GHashTableIter iter;
  gpointer key;

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++)
    moves[tally->plan_edges[i].to] += prn_tally_moves (tally, i);
  g_hash_table_iter_init (&iter, tally->off_map);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const PrnTallyOffMap *move = key;

    if (move->from == from)
      moves[move->to] += move->moves;
  }
  return moves;
}

static void
fill_loss (PrnReportLoss *loss, const PrnTally *tally, const PrnTallySet *set, guint32 stage)
{
  const PrnTallyStage *of = &tally->stages[stage];
  g_autofree guint64 *moves = moves_from (tally, stage);

  loss->stage = g_strdup (prn_tally_report_stage_id (tally->plan, stage));
  loss->visits = of->visits;
  loss->stayed = of->now;
  loss->next = g_new0 (PrnReportFlow, tally->n_stages);
  for (guint32 i = 0; i < tally->n_stages; i++)
    if (moves[i] > 0)
      loss->next[loss->n_next++] = prn_tally_report_flow (tally->plan, stage, i, moves[i]);
  if (loss->n_next > 0)
    qsort (loss->next, loss->n_next, sizeof *loss->next, compare_flows);
  if (of->away != NULL)
    loss->activities =
        prn_tally_report_activities (of->away, set, N_ACTIVITIES, &loss->n_activities);
}

void
prn_tally_report_fill_losses (PrnReport *report, const PrnTally *tally, const PrnTallySet *set)
{
  const PrnPlan *plan = tally->plan;

  for (guint i = 0; i < tally->n_stages; i++)
    report->n_losses += plan->stages[i].is_exit && tally->stages[i].visits > 0;
  report->losses = g_new0 (PrnReportLoss, report->n_losses);
  for (guint32 i = 0, n = 0; n < report->n_losses; i++)
    if (plan->stages[i].is_exit && tally->stages[i].visits > 0)
      fill_loss (&report->losses[n++], tally, set, i);
}
