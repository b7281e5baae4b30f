/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-duration.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* How single things are counted, whether customers are counted one by one or many at a time. */

/**
 * PrnClockStart:
 * @bucket: that of the time they are observed for in a histogram
 * @windows: how many windows of the measures they are observed for
 *
 * How long the clocks that begin with one thing can be seen running.
 */
typedef struct {
  guint bucket;
  guint windows;
} PrnClockStart;

/**
 * prn_clock_start:
 * @measures: measures
 * @observed: how long clocks are observed for
 *
 * Returns: the same as it is counted
 */
static inline PrnClockStart
prn_clock_start (const PrnMeasures *measures, gint64 observed)
{
  guint bucket = prn_histogram_bucket (observed);
  guint n = measures->windows_below[bucket];

  while (measures->windows[n] <= observed)
    n++;
  return (PrnClockStart){ bucket, n };
}

/**
 * prn_tally_count_conversion:
 * @tally: a tally with measures
 * @measures: these
 * @index: a clock of its measures
 * @n_windows: how many of their windows it was observed for
 * @length: how long after its start it stopped
 *
 * Counts a clock that stopped, but for how long it was observed.
 */
static inline void
prn_tally_count_conversion (PrnTally *tally,
                            const PrnMeasures *measures,
                            guint index,
                            guint n_windows,
                            gint64 length)
{
  PrnTallyClock *clock = &tally->clocks[index];
  guint bucket = prn_histogram_bucket (length);
  guint first = measures->windows_below[bucket];

  prn_histogram_add_one (&clock->times, bucket);

  /* The windows that are not shorter than the time, and not longer than was observed. */
  while (measures->windows[first] < length)
    first++;
  if (first < n_windows) {
    clock->converted_by[first]++;
    clock->converted_by[n_windows]--;
  }
}

/**
 * prn_tally_count_gone:
 * @cohort: the month in which a customer entered
 * @elapsed: how long after that he came to an exit stage, or left it
 * @change: 1 or -1
 *
 * Counts him among those gone from the first whole month on at which it is seen.
 */
static inline void
prn_tally_count_gone (PrnTallyMonth *cohort, gint64 elapsed, gint64 change)
{
  guint age = (guint) ((elapsed + PRN_MONTH - 1) / PRN_MONTH);

  if (age < PRN_MEASURES_MAX_AGE)
    *prn_tally_month_gone (cohort, age) += change;
}

/**
 * prn_tally_count_activity:
 * @tally: a tally with measures
 * @calendar: that of the measures
 * @month: the month of a customer's activity before
 * @time: of his next one
 *
 * Returns: the month of the next one
 */
static inline gsize
prn_tally_count_activity (PrnTally *tally, const PrnCalendar *calendar, gsize month, gint64 time)
{
  gsize next = prn_calendar_month (calendar, time);

  tally->activity[next].after[MIN (next - month, PRN_TALLY_LATER)]++;
  return next;
}

/**
 * prn_tally_count_money:
 * @tally: a tally with measures
 * @money: what a customer brought less what he cost, in 1/10,000 of the currency unit
 * @discounted: the same discounted to his entry
 */
static inline void
prn_tally_count_money (PrnTally *tally, gint64 money, gint64 discounted)
{
  PrnSum wide = money;

  tally->money += wide;
  tally->money_squares += (PrnSumOfSquares) (wide * wide);
  tally->discounted += discounted;
}

G_END_DECLS
