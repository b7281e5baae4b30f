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
 * @month: of his latest move
 * @stages: those he has been in, one after the other in as many bits as in a path; the first ones
 *   are lost if they are too many
 * @running: a bit for each clock that runs
 */
typedef struct {
  PrnTally *tally;
  PrnTallyMonth *cohort;
  gsize month;
  guint64 stages;
  guint64 running;
} PrnCrowdCustomer;

/**
 * PrnPassage:
 * @from: stage left
 * @to: stage entered
 * @trigger: of the edge
 * @change: how many more customers are in exit stages
 * @fired: for the first customer, where the word is that has a bit for the trigger
 * @bit: of the trigger
 * @stops: a bit for each clock that stops
 * @is_milestone: whether there are @stops or a @change
 * @is_paid: whether there is @once or @stay, or being where it leads is worth anything
 * @once: what the move and being where it leads are worth by themselves
 * @stay: what being where it comes from is worth
 *
 * What going along an edge means, or staying in a stage.
 */
typedef struct {
  guint32 from, to;
  guint32 trigger;
  gint32 change;
  guint64 *fired;
  guint64 bit;
  guint64 stops;
  guint32 is_milestone, is_paid;
  double once;
  PrnWorthOfStay stay;
} PrnPassage;

/* The customers of a class: how many came who have not been counted yet, and when the last one
 * did. */
typedef struct {
  guint n;
  gint64 last;
} PrnNewcomers;

/**
 * PrnCrowdCount:
 * @passages: by edge, and then by stage
 * @fired: by word of 64 triggers and customer: the triggers that have moved him
 * @n_words: how many words
 * @newcomers: by class
 * @milestones: (array length=n_milestones): moves that may stop clocks, and those into exit stages
 *   and out of them
 * @paid: (array length=n_paid): moves that customers pay or are paid for
 * @n_allocated: moves for which there is room
 * @shifts: by number of bits that the stages of a path take, how far the first is from the highest
 * @start: of the clocks of all customers
 * @worths: by customer
 * @journeys: of those whose path does not fit into a word
 */
struct _PrnCrowdCount {
  const PrnRun *run;
  PrnCrowdCustomer customers[PRN_CROWD_MOST];
  PrnPassage *passages;
  guint64 (*fired)[PRN_CROWD_MOST];
  guint n_words;
  PrnNewcomers *newcomers;
  const PrnCrowdVisit **milestones, **paid;
  gsize n_milestones, n_paid, n_allocated;
  guint8 shifts[65];
  PrnClockStart start;
  PrnWorth worths[PRN_CROWD_MOST];
  PrnJourney journeys[PRN_CROWD_MOST];
};

/* A stage was entered that stops some clocks; if they ran, it was for @length. */
static inline void
prn_crowd_turn_clocks (const PrnCrowdCount *count,
                       PrnCrowdCustomer *customer,
                       guint64 stops,
                       gint64 length)
{
  guint64 stop = stops & customer->running;

  customer->running ^= stop;
  for (; stop != 0; stop &= stop - 1)
    prn_tally_count_conversion (customer->tally, count->run->measures,
                                (guint) __builtin_ctzll (stop), count->start.windows, length);
}

/* Lets all in who came; @tallies by class. */
void
prn_crowd_count_entries (PrnCrowdCount *count, const PrnCrowd *crowd, PrnTally *const *tallies);

/* Counts what is the same for all of a tally, when everything else is counted. */
void prn_crowd_count_newcomers (PrnCrowdCount *count, const PrnCrowd *crowd);

/* Of customers who were let in, what their visits and moves are worth. */
void prn_crowd_count_money (PrnCrowdCount *count, const PrnCrowd *crowd);

G_END_DECLS
