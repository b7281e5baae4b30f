/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the customers of a crowd come in. What is the same for all of them is counted once for each
 * tally. */

#include "prn-crowd-count-private.h"

/* One who arrives after the horizon does not come. */
static gint64
arrival_of (const PrnRun *run, guint64 customer)
{
  return MIN (prn_run_arrival (run, MIN (customer, run->customers - 1)), run->horizon);
}

/* They come one after the other, so what is true of the first and of the last is of all. */
static gboolean
are_alike (const PrnRun *run, guint64 first, guint n)
{
  const PrnMeasures *measures = run->measures;
  gint64 from = arrival_of (run, first), to = arrival_of (run, first + n - 1);
  PrnClockStart start = prn_clock_start (measures, run->horizon - from);
  PrnClockStart other = prn_clock_start (measures, run->horizon - to);

  return prn_calendar_month (&measures->calendar, from) ==
             prn_calendar_month (&measures->calendar, to) &&
         start.bucket == other.bucket && start.windows == other.windows;
}

guint
prn_crowd_count_alike (const PrnCrowdCount *count, guint64 first, guint n)
{
  guint low = 1, high = n;

  if (are_alike (count->run, first, n))
    return n;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (are_alike (count->run, first, middle))
      low = middle;
    else
      high = middle;
  }
  return low;
}

void
prn_crowd_count_entries (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies)
{
  const PrnMeasures *const measures = count->run->measures;
  const gsize month = prn_calendar_month (&measures->calendar, crowd->arrivals[0]);
  PrnNewcomers *const newcomers = count->newcomers;
  const guint n = crowd->n;

  count->start = prn_clock_start (measures, count->run->horizon - crowd->arrivals[0]);
  for (guint i = 0; i < n; i++) {
    const guint32 class = crowd->classes[i], entry = crowd->entries[i];
    const PrnMeasuredStage *stage = &measures->stages[entry];
    PrnCrowdCustomer *customer = &count->customers[i];

    *customer = (PrnCrowdCustomer){
      .tally = tallies[class],
      .cohort = prn_tally_month (tallies[class], (guint32) month),
      .month = month,
      .stages = entry + G_GUINT64_CONSTANT (1),
      .running = measures->starts[0],
    };
    newcomers[class].n++;
    newcomers[class].last = crowd->arrivals[i];
    if (G_LIKELY (stage->is_plain))
      continue;
    prn_crowd_turn_clocks (count, customer, stage->stops, 0);
    if (stage->is_exit)
      prn_tally_count_gone (customer->cohort, 0, 1);
  }
}

/* Customers of a tally, the first of whom came at @first. A clock that stopped was observed for as
 * long as all of them. */
static void
count_newcomers (const PrnCrowdCount *count,
                 PrnTally *tally,
                 PrnTallyMonth *cohort,
                 const PrnNewcomers *newcomers,
                 gint64 first)
{
  const guint n = newcomers->n, n_clocks = tally->measures->n_clocks;

  tally->journeys += n;
  tally->customers += n;
  tally->entered += n;
  tally->first_entry = MIN (tally->first_entry, first);
  tally->last_entry = MAX (tally->last_entry, newcomers->last);
  cohort->newcomers += n;
  cohort->latest = MAX (cohort->latest, newcomers->last);
  if (n_clocks == 0)
    return;
  tally->starts[0].observed_by[count->start.windows] += n;
  prn_histogram_add_many (&tally->starts[0].observed, count->start.bucket, n);
  for (guint i = 0; i < n_clocks; i++) {
    PrnTallyClock *clock = &tally->clocks[i];

    prn_histogram_add_many (&clock->observed, count->start.bucket,
                            clock->times.n - clock->observed.n);
  }
}

void
prn_crowd_count_newcomers (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const guint n = crowd->n;

  for (guint i = 0; i < n; i++) {
    PrnNewcomers *newcomers = &count->newcomers[crowd->classes[i]];
    const PrnCrowdCustomer *customer = &count->customers[i];

    if (newcomers->n > 0)
      count_newcomers (count, customer->tally, customer->cohort, newcomers, crowd->arrivals[i]);
    newcomers->n = 0;
  }
}
