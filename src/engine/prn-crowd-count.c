/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-crowd-count.h"

#include <string.h>

#include "prn-crowd-count-private.h"

static PrnPassage
passage_along (const PrnCrowdCount *count, guint32 index)
{
  const PrnMeasures *measures = count->run->measures;
  const PrnEdge *edge = PRN_PLAN_EDGE (count->run->plan, index);
  const PrnMeasuredStage *from = &measures->stages[edge->from], *to = &measures->stages[edge->to];
  gint32 change = to->is_exit - from->is_exit;
  double once = prn_worth_of_entering (measures, index, edge->to);

  return (PrnPassage){
    .from = edge->from,
    .to = edge->to,
    .trigger = edge->trigger,
    .change = change,
    .fired = count->fired[edge->trigger / 64],
    .bit = G_GUINT64_CONSTANT (1) << edge->trigger % 64,
    .stops = to->stops,
    .is_milestone = to->stops != 0 || change != 0,
    .is_paid = once != 0 || from->per_microsecond != 0 || to->per_microsecond != 0,
    .once = once,
    .stay = prn_worth_of_staying (measures, edge->from),
  };
}

static PrnPassage
passage_of_staying (const PrnCrowdCount *count, guint32 stage)
{
  return (PrnPassage){
    .from = stage,
    .to = stage,
    .stay = prn_worth_of_staying (count->run->measures, stage),
  };
}

PrnCrowdCount *
prn_crowd_count_new (const PrnRun *run)
{
  PrnCrowdCount *count = g_new0 (PrnCrowdCount, 1);
  const guint n_edges = run->plan->edges->len, n_stages = run->plan->n_stages;
  const guint stage_bits = prn_paths_stage_bits (n_stages);
  guint n_classes;

  prn_odds_classes (run->odds, &n_classes);
  count->run = run;
  count->n_words = run->plan->n_triggers / 64 + 1;
  count->fired = g_malloc_n (count->n_words, sizeof *count->fired);
  count->passages = g_new (PrnPassage, n_edges + n_stages);
  for (guint32 i = 0; i < n_edges; i++)
    count->passages[i] = passage_along (count, i);
  for (guint32 i = 0; i < n_stages; i++)
    count->passages[n_edges + i] = passage_of_staying (count, i);
  for (guint bits = 0; bits <= 64; bits++)
    count->shifts[bits] = (guint8) (64 - (bits + stage_bits - 1) / stage_bits * stage_bits);
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
  g_free (count->milestones);
  g_free (count->paid);
  g_free (count);
}

static void
make_room (PrnCrowdCount *count, gsize n)
{
  if (n <= count->n_allocated)
    return;
  count->n_allocated = n * 2;
  count->milestones = g_renew (const PrnCrowdVisit *, count->milestones, count->n_allocated);
  count->paid = g_renew (const PrnCrowdVisit *, count->paid, count->n_allocated);
}

/* Counts what all moves are counted for, and puts others aside. */
static void
count_moves (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnPassage *const passages = count->passages;
  PrnCrowdCustomer *const customers = count->customers;
  const guint stage_bits = customers[0].tally->paths->stage_bits;
  const PrnCalendar calendar = count->run->measures->calendar;
  const PrnCrowdVisit *move = crowd->moves, *end = move + crowd->n_moves;
  const PrnCrowdVisit **milestone = count->milestones, **paid = count->paid;

  for (; move < end; move++) {
    const PrnPassage *passage = &passages[move->edge];
    PrnCrowdCustomer *customer = &customers[move->customer];
    PrnTally *tally = customer->tally;
    guint64 *fired = &passage->fired[move->customer];
    guint64 was = *fired, bit = passage->bit;
    gint64 length = move->until - move->since;

    *fired = was | bit;
    tally->triggers[passage->trigger].customers += (was & bit) == 0;
    customer->stages = customer->stages << stage_bits | (passage->to + G_GUINT64_CONSTANT (1));
    customer->month = prn_tally_count_activity (tally, &calendar, customer->month, move->until);
    *milestone = move;
    milestone += passage->is_milestone;
    *paid = move;
    paid += passage->is_paid;
    tally->stages[passage->from].dwell += (guint64) length;
    prn_histogram_add (prn_tally_edge_lengths (&tally->edges[move->edge]), length);
  }
  count->n_milestones = (gsize) (milestone - count->milestones);
  count->n_paid = (gsize) (paid - count->paid);
}

static void
count_milestones (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  for (gsize i = 0; i < count->n_milestones; i++) {
    const PrnCrowdVisit *move = count->milestones[i];
    const PrnPassage *passage = &count->passages[move->edge];
    PrnCrowdCustomer *customer = &count->customers[move->customer];
    gint64 elapsed = move->until - crowd->arrivals[move->customer];

    if (passage->change != 0)
      prn_tally_count_gone (customer->cohort, elapsed, passage->change);
    prn_crowd_turn_clocks (count, customer, passage->stops, elapsed);
  }
}

static void
count_open_visits (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const gint64 horizon = count->run->horizon;
  const guint n = crowd->n;

  for (guint i = 0; i < n; i++) {
    const PrnCrowdVisit *visit = &crowd->open[i];
    PrnTally *tally = count->customers[visit->customer].tally;
    PrnTallyStage *stage = &tally->stages[count->passages[visit->edge].from];
    gint64 length = horizon - visit->since;

    stage->stay += (guint64) length;
    prn_histogram_add (&stage->open, length);
  }
}

/* Those of one word; @stages are in its lowest bits, and the first one belongs into the highest. */
static void
count_short_paths (PrnCrowdCount *count, guint n)
{
  for (guint i = 0; i < n; i++) {
    guint64 stages = count->customers[i].stages;
    guint bits = 64 - (guint) __builtin_clzll (stages);

    prn_paths_add_word (count->customers[i].tally->paths, stages << count->shifts[bits], 1);
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
  make_room (count, crowd->n_moves);
  prn_crowd_count_entries (count, crowd, tallies);
  for (guint word = 0; word < count->n_words; word++)
    memset (count->fired[word], 0, crowd->n * sizeof count->fired[word][0]);
  count_moves (count, crowd);
  count_milestones (count, crowd);
  prn_crowd_count_newcomers (count, crowd);
  count_open_visits (count, crowd);
  count_paths (count, crowd);
  if (count->run->measures->has_rates)
    prn_crowd_count_money (count, crowd);
}
