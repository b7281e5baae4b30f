/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-crowd-count.h"

#include <string.h>

#include "prn-crowd-count-private.h"

static PrnPassage
passage_along (const PrnMeasures *measures, const PrnEdge *edge, guint32 index)
{
  const PrnMeasuredStage *from = &measures->stages[edge->from], *to = &measures->stages[edge->to];

  return (PrnPassage){
    .from = edge->from,
    .to = edge->to,
    .trigger = edge->trigger,
    .word = edge->trigger / 64,
    .bit = G_GUINT64_CONSTANT (1) << edge->trigger % 64,
    .stops = to->stops,
    .may_convert = to->stops != 0,
    .change = to->is_exit - from->is_exit,
    .changes = to->is_exit != from->is_exit,
    .once = prn_worth_of_entering (measures, index, edge->to),
    .per_microsecond = from->per_microsecond,
  };
}

PrnCrowdCount *
prn_crowd_count_new (const PrnRun *run)
{
  PrnCrowdCount *count = g_new0 (PrnCrowdCount, 1);
  guint n_edges = run->plan->edges->len, n_classes;

  prn_odds_classes (run->odds, &n_classes);
  count->run = run;
  count->passages = g_new (PrnPassage, n_edges);
  for (guint32 i = 0; i < n_edges; i++)
    count->passages[i] = passage_along (run->measures, PRN_PLAN_EDGE (run->plan, i), i);
  count->n_words = run->plan->n_triggers / 64 + 1;
  count->fired = g_new (guint64, (gsize) PRN_CROWD_MOST * count->n_words);
  count->newcomers = g_new0 (PrnNewcomers, n_classes);
  return count;
}

void
prn_crowd_count_free (PrnCrowdCount *count)
{
  for (guint i = 0; i < PRN_CROWD_MOST; i++)
    prn_journey_clear (&count->journeys[i]);
  g_free (count->passages);
  g_free (count->fired);
  g_free (count->newcomers);
  g_free (count->converting);
  g_free (count->changing);
  g_free (count->discounts);
  g_free (count);
}

static void
make_room (PrnCrowdCount *count, gsize n)
{
  if (n <= count->n_allocated)
    return;
  count->n_allocated = n * 2;
  count->converting = g_renew (const PrnCrowdMove *, count->converting, count->n_allocated);
  count->changing = g_renew (const PrnCrowdMove *, count->changing, count->n_allocated);
  count->discounts = g_renew (double, count->discounts, count->n_allocated);
}

/* Counts what all moves are counted for, and puts others aside. */
static void
count_moves (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnPassage *const passages = count->passages;
  PrnCrowdCustomer *const customers = count->customers;
  guint64 *const fired = count->fired;
  const gsize n_words = count->n_words;
  const guint stage_bits = customers[0].tally->paths->stage_bits;
  const PrnCalendar calendar = count->run->measures->calendar;
  const PrnCrowdMove *move = crowd->moves, *end = move + crowd->n_moves;
  const PrnCrowdMove **converting = count->converting, **changing = count->changing;

  for (; move < end; move++) {
    const PrnPassage *passage = &passages[move->edge];
    PrnCrowdCustomer *customer = &customers[move->customer];
    PrnTally *tally = customer->tally;
    guint64 *word = &fired[move->customer * n_words + passage->word];
    guint64 was = *word, bit = passage->bit;
    gint64 length = move->time - move->since;

    *word = was | bit;
    tally->triggers[passage->trigger].customers += (was & bit) == 0;
    customer->stages = customer->stages << stage_bits | (passage->to + G_GUINT64_CONSTANT (1));
    customer->month = prn_tally_count_activity (tally, &calendar, customer->month, move->time);
    *converting = move;
    converting += passage->may_convert;
    *changing = move;
    changing += passage->changes;
    tally->stages[passage->from].dwell += (guint64) length;
    prn_histogram_add (prn_tally_edge_lengths (&tally->edges[move->edge]), length);
  }
  count->n_converting = (gsize) (converting - count->converting);
  count->n_changing = (gsize) (changing - count->changing);
}

static void
count_put_aside (PrnCrowdCount *count)
{
  for (gsize i = 0; i < count->n_converting; i++) {
    const PrnCrowdMove *move = count->converting[i];

    prn_crowd_turn_clocks (&count->customers[move->customer], count->passages[move->edge].stops,
                           move->time);
  }
  for (gsize i = 0; i < count->n_changing; i++) {
    const PrnCrowdMove *move = count->changing[i];
    const PrnCrowdCustomer *customer = &count->customers[move->customer];

    prn_tally_count_gone (customer->cohort, move->time - customer->start.time,
                          count->passages[move->edge].change);
  }
}

static void
count_open_visits (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  gint64 horizon = count->run->horizon;

  for (guint i = 0; i < crowd->n; i++) {
    const PrnCrowdPlace *end = &crowd->ends[i];
    PrnTallyStage *stage = &count->customers[end->customer].tally->stages[end->stage];
    gint64 length = horizon - end->since;

    stage->stay += (guint64) length;
    prn_histogram_add (&stage->open, length);
  }
}

/* Those of one word; @stages are in its lowest bits, and the first one belongs into the highest. */
static void
count_short_paths (PrnCrowdCount *count, guint n)
{
  const guint stage_bits = count->customers[0].tally->paths->stage_bits;
  guint8 shifts[65];

  for (guint bits = 0; bits <= 64; bits++)
    shifts[bits] = (guint8) (64 - (bits + stage_bits - 1) / stage_bits * stage_bits);
  for (guint i = 0; i < n; i++) {
    guint64 stages = count->customers[i].stages;
    guint bits = 64 - (guint) __builtin_clzll (stages);

    prn_paths_add_word (count->customers[i].tally->paths, stages << shifts[bits], 1);
  }
}

static void
count_paths (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  if (G_LIKELY (crowd->n_visits <= count->customers[0].tally->paths->word_stages)) {
    count_short_paths (count, crowd->n);
    return;
  }
  prn_crowd_journeys (crowd, count->journeys, crowd->n);
  for (guint i = 0; i < crowd->n; i++) {
    const PrnJourney *journey = &count->journeys[i];

    prn_paths_add (count->customers[i].tally->paths, &journey->moves[0].to, sizeof *journey->moves,
                   journey->n_moves, 1);
  }
}

void
prn_crowd_count_add (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies)
{
  if (crowd->n == 0)
    return;
  make_room (count, crowd->n_moves + crowd->n);
  prn_crowd_count_entries (count, crowd, tallies);
  memset (count->fired, 0, crowd->n * count->n_words * sizeof *count->fired);
  count_moves (count, crowd);
  count_put_aside (count);
  count_open_visits (count, crowd);
  count_paths (count, crowd);
  if (count->run->measures->has_rates)
    prn_crowd_count_money (count, crowd);
}
