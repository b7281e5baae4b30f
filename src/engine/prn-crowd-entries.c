/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the customers of a crowd come in. */

#include "prn-crowd-count-private.h"

/* A customer of @tally comes into @stage, in @month. */
static G_ALWAYS_INLINE inline void
come_in (PrnCrowdCustomer *customer,
         const PrnMeasures *measures,
         PrnTally *tally,
         guint32 stage,
         gsize month,
         const PrnClockStart *start)
{
  const PrnMeasuredStage *measured = &measures->stages[stage];

  *customer = (PrnCrowdCustomer){
    .tally = tally,
    .cohort = prn_tally_month (tally, (guint32) month),
    .start = start,
    .month = month,
    .stages = stage + G_GUINT64_CONSTANT (1),
    .running = measures->starts[0],
  };
  if (G_LIKELY (measured->is_plain))
    return;
  prn_crowd_turn_clocks (customer, measures, measured->stops, 0);
  if (measured->is_exit)
    prn_tally_count_gone (customer->cohort, 0, 1);
}

/* Counts @n customers of a tally who come alike, the first of them at @first. */
static void
count_newcomers (PrnTally *tally,
                 gsize month,
                 PrnClockStart start,
                 guint n,
                 gint64 first,
                 gint64 last)
{
  PrnTallyMonth *cohort = prn_tally_month (tally, (guint32) month);

  tally->journeys += n;
  tally->customers += n;
  tally->entered += n;
  tally->first_entry = MIN (tally->first_entry, first);
  tally->last_entry = MAX (tally->last_entry, last);
  cohort->newcomers += n;
  cohort->latest = MAX (cohort->latest, last);
  if (tally->measures->n_clocks > 0) {
    tally->starts[0].observed_by[start.windows] += n;
    prn_histogram_add_many (&tally->starts[0].observed, start.bucket, n);
  }
}

/* Each by himself. */
static void
come_in_one_by_one (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies)
{
  const PrnMeasures *measures = count->run->measures;

  for (guint i = 0; i < crowd->n; i++) {
    gint64 arrival = crowd->arrivals[i];
    PrnTally *tally = tallies[crowd->classes[i]];
    gsize month = prn_calendar_month (&measures->calendar, arrival);
    PrnClockStart start = prn_clock_start (measures, count->run->horizon - arrival);

    count->starts[i] = start;
    come_in (&count->customers[i], measures, tally, crowd->entries[i], month, &count->starts[i]);
    count_newcomers (tally, month, start, 1, arrival, arrival);
  }
}

/* All in @month, and observed for as long as the first start says, as far as that is told apart. */
static void
come_in_together (PrnCrowdCount *count,
                  const PrnCrowd *crowd,
                  PrnTally *const *tallies,
                  gsize month)
{
  const PrnMeasures *const measures = count->run->measures;
  const PrnClockStart *const start = &count->starts[0];
  PrnNewcomers *const newcomers = count->newcomers;
  const guint n = crowd->n;

  for (guint i = 0; i < n; i++) {
    guint32 class = crowd->classes[i];

    come_in (&count->customers[i], measures, tallies[class], crowd->entries[i], month, start);
    newcomers[class].n++;
    newcomers[class].last = crowd->arrivals[i];
  }
  for (guint i = 0; i < n; i++) {
    PrnNewcomers *of = &newcomers[crowd->classes[i]];

    if (of->n > 0)
      count_newcomers (count->customers[i].tally, month, *start, of->n, crowd->arrivals[i],
                       of->last);
    of->n = 0;
  }
}

/* They come one after the other, so what is true of the first and of the last is of all. */
void
prn_crowd_count_entries (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies)
{
  const PrnMeasures *measures = count->run->measures;
  gint64 first = crowd->arrivals[0], last = crowd->arrivals[crowd->n - 1];
  gsize month = prn_calendar_month (&measures->calendar, first);
  PrnClockStart start = prn_clock_start (measures, count->run->horizon - first);
  PrnClockStart other = prn_clock_start (measures, count->run->horizon - last);

  count->starts[0] = start;
  if (month == prn_calendar_month (&measures->calendar, last) && start.bucket == other.bucket &&
      start.windows == other.windows)
    come_in_together (count, crowd, tallies, month);
  else
    come_in_one_by_one (count, crowd, tallies);
}
