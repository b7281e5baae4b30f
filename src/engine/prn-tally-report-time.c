/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cohorts and months. */

#include "prn-duration.h"
#include "prn-tally-report-private.h"

#include <math.h>

static gboolean
has_cohort (const PrnTally *tally, guint32 month)
{
  const PrnTallyMonth *of = prn_tally_find_month (tally, month);

  return of != NULL && of->newcomers > 0;
}

/* A share is given only for an age at which each customer of the cohort was still observed. */
static void
fill_cohort (PrnReportCohort *cohort, const PrnTallyMonth *month, gint64 as_of)
{
  guint64 gone = 0;

  cohort->customers = month->newcomers;
  cohort->n_active =
      (guint) MIN ((as_of - month->latest) / PRN_MONTH + 1, (gint64) PRN_MEASURES_MAX_AGE);
  cohort->active = g_new (double, cohort->n_active);
  for (guint i = 0; i < cohort->n_active; i++) {
    if (i < month->n_gone)
      gone += (guint64) month->gone[i];
    cohort->active[i] = (double) (month->newcomers - gone) / (double) month->newcomers;
  }
}

static void
fill_cohorts (PrnReport *report, const PrnTally *tally)
{
  const PrnMeasures *measures = tally->measures;

  for (guint32 i = 0; i < measures->calendar.n; i++)
    report->n_cohorts += has_cohort (tally, i);
  report->cohorts = g_new0 (PrnReportCohort, report->n_cohorts);
  for (guint32 i = 0, n = 0; n < report->n_cohorts; i++)
    if (has_cohort (tally, i)) {
      PrnReportCohort *cohort = &report->cohorts[n++];

      cohort->month = prn_calendar_name (measures->calendar.first + (gint32) i);
      fill_cohort (cohort, prn_tally_find_month (tally, i), measures->as_of);
    }
}

/* A month in which nothing happened at all is left out: one wrong year in a log must not make
 * thousands of them. */
static gboolean
has_month (PrnTallyActive of)
{
  return of.newcomers + of.returning + of.resurrected + of.dormant > 0;
}

static void
fill_months (PrnReport *report, const PrnTally *tally)
{
  const PrnMeasures *measures = tally->measures;

  for (guint32 i = 0; i < measures->calendar.n; i++)
    report->n_months += has_month (prn_tally_active (tally, i));
  report->months = g_new0 (PrnReportMonth, report->n_months);
  for (guint32 i = 0, n = 0; n < report->n_months; i++) {
    PrnTallyActive from = prn_tally_active (tally, i);
    PrnReportMonth *to = &report->months[n];

    if (!has_month (from))
      continue;
    n++;
    to->month = prn_calendar_name (measures->calendar.first + (gint32) i);
    to->newcomers = from.newcomers;
    to->returning = from.returning;
    to->resurrected = from.resurrected;
    /* The calendar ends with the month of the end of observation. */
    to->dormant = i + 1 < measures->calendar.n ? (double) from.dormant : NAN;
  }
}

void
prn_tally_report_fill_time (PrnReport *report, const PrnTally *tally)
{
  fill_cohorts (report, tally);
  fill_months (report, tally);
}
