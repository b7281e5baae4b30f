/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted of a customer beyond moves: conversions, months, the cohort, money. */

#include "prn-duration.h"
#include "prn-tally.h"

/* --- Conversions --- */

/* When the clocks of a customer begin and stop; the bits say for which that is known. */
typedef struct {
  guint64 begun, stopped;
  gint64 begin[PRN_MEASURES_MAX_CLOCKS];
  gint64 stop[PRN_MEASURES_MAX_CLOCKS];
} Clocks;

static inline void
note_times (gint64 *times, guint64 bits, gint64 time)
{
  for (; bits != 0; bits &= bits - 1)
    times[__builtin_ctzll (bits)] = time;
}

static void
run_clocks (Clocks *clocks, const PrnMeasures *measures, const PrnJourney *journey)
{
  const PrnJourneyMove *moves = journey->moves;

  clocks->stopped = 0;
  clocks->begun = measures->from_entry;
  note_times (clocks->begin, clocks->begun, moves[0].time);
  for (guint32 i = 0; i < journey->n_moves; i++) {
    guint64 stop = measures->stops[moves[i].to] & clocks->begun & ~clocks->stopped;
    guint64 begin = measures->starts[moves[i].to] & ~clocks->begun;

    note_times (clocks->stop, stop, moves[i].time);
    note_times (clocks->begin, begin, moves[i].time);
    clocks->stopped |= stop;
    clocks->begun |= begin;
  }
}

/* How many windows are not longer than @length. */
static inline guint
windows_within (const PrnMeasures *measures, gint64 length)
{
  const gint64 *windows = measures->windows;
  guint n = 0;

  while (n < measures->n_windows && windows[n] <= length)
    n++;
  return n;
}

static void
add_conversions (PrnTally *tally, const PrnJourney *journey)
{
  const PrnMeasures *measures = tally->measures;
  gint64 known = -1; /* many clocks begin at once, and are observed for as long */
  guint n = 0, bucket = 0;
  Clocks clocks;

  run_clocks (&clocks, measures, journey);
  for (guint64 bits = clocks.begun; bits != 0; bits &= bits - 1) {
    guint i = (guint) __builtin_ctzll (bits);
    PrnTallyClock *clock = &tally->clocks[i];
    gint64 observed = journey->as_of - clocks.begin[i];
    gint64 time;
    guint first;

    if (observed != known) {
      known = observed;
      n = windows_within (measures, observed);
      bucket = prn_histogram_bucket (observed);
    }
    clock->came++;
    clock->observed_by[n]++;
    prn_histogram_add_one (&clock->observed, bucket);
    if ((clocks.stopped >> i & 1) == 0)
      continue;
    time = clocks.stop[i] - clocks.begin[i];
    clock->converted++;
    prn_histogram_add (&clock->times, time);
    prn_histogram_add_one (&clock->converted_observed, bucket);

    /* The windows that are not shorter than the time, and not longer than was observed. */
    first = time > 0 ? windows_within (measures, time - 1) : 0;
    if (first < n) {
      clock->converted_by[first]++;
      clock->converted_by[n]--;
    }
  }
}

/* --- Months --- */

/* Goes from each month with activity to the next one. The times ascend. */
static void
add_months (PrnTally *tally, const gint64 *times, gsize stride, guint32 n)
{
  const PrnCalendar *calendar = &tally->measures->calendar;
  guint32 month = prn_calendar_month (calendar, times[0]);

  for (guint32 i = 1; i < n; i++) {
    gint64 time = *(const gint64 *) ((const guint8 *) times + i * stride);
    guint32 next;

    if (time < calendar->begins[month + 1])
      continue;
    next = prn_calendar_month (calendar, time);
    if (next == month + 1) {
      prn_tally_month (tally, next)->returning++;
    } else {
      prn_tally_month (tally, month + 1)->dormant++;
      prn_tally_month (tally, next)->resurrected++;
    }
    month = next;
  }
  if (month + 1 < calendar->n)
    prn_tally_month (tally, month + 1)->dormant++;
}

/* How many months after the entry a change at @elapsed is first seen. */
static guint
age_seen (gint64 elapsed)
{
  return (guint) ((elapsed + PRN_MONTH - 1) / PRN_MONTH);
}

/* Counts the customer to the cohort of the month he entered in. */
static void
add_to_cohort (PrnTally *tally, const PrnJourney *journey)
{
  const PrnMeasures *measures = tally->measures;
  gint64 entered = journey->moves[0].time;
  PrnTallyMonth *cohort =
      prn_tally_month (tally, prn_calendar_month (&measures->calendar, entered));
  gboolean was_gone = FALSE;

  cohort->newcomers++;
  cohort->latest = MAX (cohort->latest, entered);
  for (guint32 i = 0; i < journey->n_moves; i++) {
    const PrnJourneyMove *move = &journey->moves[i];
    gboolean is_gone = measures->plan->stages[move->to].is_exit;
    guint age;

    if (G_LIKELY (is_gone == was_gone))
      continue;
    was_gone = is_gone;
    age = age_seen (move->time - entered);
    if (age < PRN_MEASURES_MAX_AGE)
      *prn_tally_month_gone (cohort, age) += is_gone ? 1 : -1;
  }
}

/* --- Money --- */

static void
add_money (PrnTally *tally, const PrnJourney *journey)
{
  gint64 discounted;
  gint64 money = prn_measures_money (tally->measures, journey, &discounted);
  PrnSum wide = money;

  tally->earned += journey->earned;
  tally->money += wide;
  tally->money_squares += (PrnSumOfSquares) (wide * wide);
  tally->discounted += discounted;
}

void
prn_tally_add_measures (PrnTally *tally, const PrnJourney *journey)
{
  const PrnMeasures *measures = tally->measures;

  if (measures->n_clocks > 0)
    add_conversions (tally, journey);
  add_to_cohort (tally, journey);
  if (measures->is_simulation)
    add_months (tally, &journey->moves[0].time, sizeof (PrnJourneyMove), journey->n_moves);
  else if (journey->n_row_times > 0)
    add_months (tally, journey->row_times, sizeof (gint64), journey->n_row_times);
  if (measures->has_rates || journey->earned != 0 || journey->earned_discounted != 0)
    add_money (tally, journey);
}
