/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-crowd-count.h"
#include "prn-tally-count.h"
#include "prn-worth.h"

G_BEGIN_DECLS

/**
 * PrnCrowdCustomer:
 * @tally: the tally he is counted to
 * @cohort: the month in which he came
 * @start: of his clocks, at his entry
 * @month: of his latest move
 * @stages: those he has been in, one after the other in as many bits as in a path; the first ones
 *   are lost if they are too many
 * @running: a bit for each clock that runs
 * @once: what his latest move and being where he is are worth by themselves
 * @worth: what the visits before are worth
 */
typedef struct {
  PrnTally *tally;
  PrnTallyMonth *cohort;
  PrnClockStart start;
  gsize month;
  guint64 stages;
  guint64 running;
  double once;
  PrnWorth worth;
} PrnCrowdCustomer;

/**
 * PrnPassage:
 * @from: stage left
 * @to: stage entered
 * @trigger: of the edge
 * @word: which word of a customer's its bit is in
 * @bit: of the trigger
 * @stops: a bit for each clock that stops
 * @change: how many more customers are in exit stages
 * @may_convert: whether there are @stops
 * @changes: whether there is a @change
 * @once: what the move and being where it leads are worth by themselves
 * @per_microsecond: what being where it comes from is worth
 *
 * What going along an edge means.
 */
typedef struct {
  guint32 from, to;
  guint32 trigger, word;
  guint64 bit;
  guint64 stops;
  gint change;
  guint8 may_convert, changes;
  double once, per_microsecond;
} PrnPassage;

/* The customers of a class: how many came, and when the last one did. */
typedef struct {
  guint n;
  gint64 last;
} PrnNewcomers;

/**
 * PrnCrowdCount:
 * @passages: by edge
 * @n_words: words of 64 bits in which each trigger has one
 * @fired: by customer and word: the triggers that have moved him
 * @newcomers: by class: those who have not been counted yet
 * @converting: (array length=n_converting): moves that may stop clocks
 * @changing: (array length=n_changing): moves into exit stages and out of them
 * @discounts: what a unit of money is worth at the end of each visit
 * @n_allocated: visits for which there is room
 * @journeys: of those whose path does not fit into a word
 */
struct _PrnCrowdCount {
  const PrnRun *run;
  PrnCrowdCustomer customers[PRN_CROWD_MOST];
  PrnPassage *passages;
  guint n_words;
  guint64 *fired;
  PrnNewcomers *newcomers;
  const PrnCrowdMove **converting, **changing;
  gsize n_converting, n_changing;
  double *discounts;
  gsize n_allocated;
  PrnJourney journeys[PRN_CROWD_MOST];
};

/* A stage was entered that stops some clocks. */
static inline void
prn_crowd_turn_clocks (PrnCrowdCustomer *customer, guint64 stops, gint64 time)
{
  guint64 stop = stops & customer->running;

  customer->running ^= stop;
  for (; stop != 0; stop &= stop - 1)
    prn_tally_count_conversion (customer->tally, (guint) __builtin_ctzll (stop), &customer->start,
                                time);
}

/* Lets all in who came; @tallies by class. */
void
prn_crowd_count_entries (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies);

/* Of customers who were let in, what their visits and moves are worth. */
void prn_crowd_count_money (PrnCrowdCount *count, const PrnCrowd *crowd);

G_END_DECLS
