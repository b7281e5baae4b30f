/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the customers of a crowd come in. */

#include "prn-crowd-count-private.h"

/* A customer of @tally comes, in @month; how long his clocks are observed says @start. */
static G_ALWAYS_INLINE inline void
come_in (PrnCrowdCustomer *customer,
         const PrnMeasures *measures,
         PrnTally *tally,
         const PrnCrowdPlace *entry,
         gsize month,
         PrnClockStart start)
{
  const PrnMeasuredStage *stage = &measures->stages[entry->stage];

  customer->tally = tally;
  customer->cohort = prn_tally_month (tally, (guint32) month);
  customer->start = start;
  customer->start.time = entry->since;
  customer->month = month;
  customer->stages = entry->stage + G_GUINT64_CONSTANT (1);
  customer->running = measures->starts[0];
  customer->once = stage->visit;
  customer->worth = PRN_WORTH_INIT;
  if (G_UNLIKELY (!stage->is_plain))
    prn_crowd_turn_clocks (customer, stage->stops, entry->since);
  if (G_UNLIKELY (stage->is_exit))
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
    const PrnCrowdPlace *entry = &crowd->entries[i];
    PrnTally *tally = tallies[crowd->classes[i]];
    gsize month = prn_calendar_month (&measures->calendar, entry->since);
    PrnClockStart start = prn_clock_start (measures, entry->since, count->run->horizon);

    come_in (&count->customers[i], measures, tally, entry, month, start);
    count_newcomers (tally, month, start, 1, entry->since, entry->since);
  }
}

/* All in one month, and observed for as long as far as is told apart. */
static void
come_in_together (PrnCrowdCount *count,
                  const PrnCrowd *crowd,
                  PrnTally *const *tallies,
                  gsize month,
                  PrnClockStart start)
{
  const PrnMeasures *measures = count->run->measures;

  for (guint i = 0; i < crowd->n; i++) {
    guint32 class = crowd->classes[i];

    come_in (&count->customers[i], measures, tallies[class], &crowd->entries[i], month, start);
    count->newcomers[class].n++;
    count->newcomers[class].last = crowd->entries[i].since;
  }
  for (guint i = 0; i < crowd->n; i++) {
    PrnNewcomers *of = &count->newcomers[crowd->classes[i]];

    if (of->n > 0)
      count_newcomers (count->customers[i].tally, month, start, of->n, crowd->entries[i].since,
                       of->last);
    of->n = 0;
  }
}

/* They come one after the other, so what is true of the first and of the last is of all. */
void
prn_crowd_count_entries (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies)
{
  const PrnMeasures *measures = count->run->measures;
  gint64 first = crowd->entries[0].since, last = crowd->entries[crowd->n - 1].since;
  gsize month = prn_calendar_month (&measures->calendar, first);
  PrnClockStart start = prn_clock_start (measures, first, count->run->horizon);
  PrnClockStart other = prn_clock_start (measures, last, count->run->horizon);

  if (month == prn_calendar_month (&measures->calendar, last) && start.bucket == other.bucket &&
      start.windows == other.windows)
    come_in_together (count, crowd, tallies, month, start);
  else
    come_in_one_by_one (count, crowd, tallies);
}
