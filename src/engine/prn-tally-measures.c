/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted of a customer beyond moves: conversions, months, the cohort, money. */

#include "prn-tally-count.h"
#include "prn-worth.h"

/* --- Conversions --- */

/* When the clocks of a customer begin and stop. The first entry is the start 0, and always there;
 * of the other starts and of the clocks the bits say which are known. */
typedef struct {
  guint64 running, begun, stopped;
  gint64 begin[PRN_MEASURES_MAX_CLOCKS + 1];
  gint64 stop[PRN_MEASURES_MAX_CLOCKS];
} Clocks;

static inline guint64
start_bit (guint start)
{
  return G_GUINT64_CONSTANT (1) << (start - 1);
}

/* A stage was entered. */
static inline void
turn_clocks (Clocks *clocks, const PrnMeasures *measures, const PrnMeasuredStage *stage, gint64 time)
{
  guint64 stop = stage->stops & clocks->running;

  clocks->running ^= stop;
  clocks->stopped |= stop;
  for (; stop != 0; stop &= stop - 1)
    clocks->stop[__builtin_ctzll (stop)] = time;
  if (stage->start != 0 && (clocks->begun & start_bit (stage->start)) == 0) {
    clocks->begun |= start_bit (stage->start);
    clocks->begin[stage->start] = time;
    clocks->running |= measures->starts[stage->start];
  }
}

/* The clocks that began with one thing were observed for the same time. */
static G_ALWAYS_INLINE inline void
add_start (PrnTally *tally, const Clocks *clocks, guint index, gint64 as_of)
{
  const gint64 begin = clocks->begin[index];
  PrnClockStart start = prn_clock_start (tally->measures, as_of - begin);
  guint64 stopped = clocks->stopped & tally->measures->starts[index];

  tally->starts[index].observed_by[start.windows]++;
  prn_histogram_add_one (&tally->starts[index].observed, start.bucket);
  for (; stopped != 0; stopped &= stopped - 1) {
    guint i = (guint) __builtin_ctzll (stopped);

    prn_histogram_add_one (&tally->clocks[i].observed, start.bucket);
    prn_tally_count_conversion (tally, tally->measures, i, start.windows,
                                clocks->stop[i] - begin);
  }
}

/* Most maps have clocks from the first entry alone. */
static inline void
add_conversions (PrnTally *tally, const Clocks *clocks, gint64 as_of)
{
  if (tally->measures->n_clocks == 0)
    return;
  add_start (tally, clocks, 0, as_of);
  for (guint64 bits = clocks->begun; G_UNLIKELY (bits != 0); bits &= bits - 1)
    add_start (tally, clocks, (guint) __builtin_ctzll (bits) + 1, as_of);
}

/* --- Months --- */

/* The times ascend, and the first is in @month, that of the entry. Most are in another month than the
 * one before, so that nothing is branched on. */
static G_ALWAYS_INLINE inline void
add_activity (PrnTally *tally, gsize month, const gint64 *times, gsize stride, guint32 n)
{
  const PrnCalendar calendar = tally->measures->calendar;

  for (guint32 i = 1; i < n; i++) {
    gint64 time = *(const gint64 *) (gconstpointer) ((const guint8 *) times + i * stride);

    month = prn_tally_count_activity (tally, &calendar, month, time);
  }
}

/* Counts the customer to the cohort of @month, in which he entered, and turns his clocks. */
static inline void
follow_stages (PrnTally *tally, gsize month, const PrnJourney *journey, Clocks *clocks)
{
  const PrnMeasures *measures = tally->measures;
  const PrnMeasuredStage *stages = measures->stages;
  const PrnJourneyMove *moves = journey->moves;
  PrnTallyMonth *cohort = prn_tally_month (tally, (guint32) month);
  gboolean was_gone = FALSE;

  cohort->newcomers++;
  cohort->latest = MAX (cohort->latest, moves[0].time);
  clocks->running = measures->starts[0];
  clocks->begun = clocks->stopped = 0;
  clocks->begin[0] = moves[0].time;
  for (guint32 i = 0; i < journey->n_moves; i++) {
    const PrnMeasuredStage *stage = &stages[moves[i].to];

    if (G_LIKELY (stage->is_plain & !was_gone))
      continue;
    turn_clocks (clocks, measures, stage, moves[i].time);
    if (stage->is_exit != was_gone)
      prn_tally_count_gone (cohort, moves[i].time - moves[0].time, stage->is_exit ? 1 : -1);
    was_gone = stage->is_exit;
  }
}

/* --- Money --- */

static void
add_money (PrnTally *tally, const PrnJourney *journey)
{
  gint64 discounted;
  gint64 money = prn_worth_of_journey (tally->measures, journey, &discounted);

  tally->earned += journey->earned;
  prn_tally_count_money (tally, money, discounted);
}

void
prn_tally_add_measures (PrnTally *tally, const PrnJourney *journey)
{
  const PrnMeasures *measures = tally->measures;
  gsize month = prn_calendar_month (&measures->calendar, journey->moves[0].time);
  Clocks clocks;

  follow_stages (tally, month, journey, &clocks);
  add_conversions (tally, &clocks, journey->as_of);
  if (measures->is_simulation)
    add_activity (tally, month, &journey->moves[0].time, sizeof (PrnJourneyMove),
                  journey->n_moves);
  else
    add_activity (tally, month, journey->row_times, sizeof (gint64), journey->n_row_times);
  if (measures->has_rates || journey->earned != 0 || journey->earned_discounted != 0)
    add_money (tally, journey);
}
