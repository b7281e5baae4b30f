/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money. What stages and triggers are worth is worked out from how often and how long, so that
 * nothing is lost to rounding; only the spread comes from the customers one by one. */

#include "prn-duration.h"
#include "prn-tally-report-private.h"

#include <math.h>

static double
to_whole_parts (double money)
{
  return round (money * PRN_MONEY_PARTS) / PRN_MONEY_PARTS;
}

static void
add_stages (PrnReportMoney *money, const PrnTally *tally)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (tally->plan->map, &n);

  for (guint i = 0; i < n; i++) {
    const PrnTallyStage *of = &tally->stages[i];
    double months = (double) (of->dwell + of->stay) / (double) PRN_MONTH;

    money->revenue += stages[i]->revenue_per_month * months;
    money->cost += stages[i]->cost_per_month * months + stages[i]->cost * (double) of->visits;
  }
}

static void
add_triggers (PrnReportMoney *money, const PrnTally *tally)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (tally->plan->map, &n);

  for (guint i = 0; i < tally->n_edges; i++) {
    const PrnTrigger *trigger = triggers[tally->plan_edges[i].trigger];
    double fired = (double) prn_tally_moves (tally, i);

    money->revenue += trigger->value * fired;
    money->cost += trigger->cost * fired;
  }
}

void
prn_tally_report_fill_money (PrnReport *report, const PrnTally *tally)
{
  PrnReportMoney *money = &report->money;
  PrnReportMean mean;
  double half;

  *money = (PrnReportMoney){ NAN, NAN, NAN, { NAN, NAN }, NAN };
  if (tally->measures == NULL)
    return;

  money->revenue = (double) tally->earned / PRN_MONEY_PARTS;
  money->cost = 0;
  add_stages (money, tally);
  add_triggers (money, tally);
  money->revenue = to_whole_parts (money->revenue);
  money->cost = to_whole_parts (money->cost);
  if (tally->entered == 0)
    return;

  money->lifetime_value = (money->revenue - money->cost) / (double) tally->entered;
  mean = prn_mean (tally->entered, tally->money, tally->money_squares);
  half = (mean.interval.high - mean.mean) / PRN_MONEY_PARTS;
  money->interval =
      (PrnInterval){ money->lifetime_value - half, money->lifetime_value + half };
  if (tally->measures->has_discount)
    money->discounted =
        (double) tally->discounted / PRN_MONEY_PARTS / (double) tally->entered;
}
