/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-crowd.h"

#include <string.h>

#include "prn-philox.h"

/* Moves of a customer in one instant that only a round without an end makes. */
#define MOST_AT_ONCE 100000

/* More moves of a crowd than a cache should hold. */
#define MANY_MOVES 8192

/* Room for the moves of most journeys. */
#define FIRST_ROOM 16

/* Each visit has two numbers, used or not, so that a changed share moves no other draw; before them
 * are those for entry and class. */
#define NUMBERS_OF_VISIT 2
#define VISITS_OF_DRAW   (PRN_PHILOX_NUMBERS / NUMBERS_OF_VISIT)

/**
 * Walker:
 * @moves: of the journey
 * @forks: of the customer's class, by stage
 * @numbers: the latest that were drawn for him
 *
 * A customer under way; where and since when he is says the last of his moves.
 */
typedef struct {
  PrnJourneyMove *moves;
  const PrnFork **forks;
  const double *numbers;
} Walker;

/**
 * PrnCrowd:
 * @n_moves: how many of them each has made
 * @under_way: (array length=n_under_way): which of the customers are
 * @first: the first of the customers
 * @n: how many they are
 * @all_moves: of all of them
 */
struct _PrnCrowd {
  const PrnRun *run;
  PrnJourney journeys[PRN_CROWD_MOST];
  guint classes[PRN_CROWD_MOST];
  guint32 n_moves[PRN_CROWD_MOST];
  Walker walkers[PRN_CROWD_MOST];
  guint under_way[PRN_CROWD_MOST];
  guint n_under_way;
  double numbers[PRN_CROWD_MOST * PRN_PHILOX_NUMBERS];
  guint64 first;
  guint n;
  guint64 all_moves;
};

/* Gives the journeys of the first @n room for so many moves. */
static void
make_room (PrnCrowd *crowd, guint n, guint32 room)
{
  for (guint i = 0; i < n; i++) {
    PrnJourney *journey = &crowd->journeys[i];

    if (journey->moves_allocated >= room)
      continue;
    journey->moves = g_renew (PrnJourneyMove, journey->moves, room);
    journey->moves_allocated = room;
    crowd->walkers[i].moves = journey->moves;
  }
}

PrnCrowd *
prn_crowd_new (const PrnRun *run)
{
  PrnCrowd *crowd = g_new0 (PrnCrowd, 1);

  crowd->run = run;
  for (guint i = 0; i < PRN_CROWD_MOST; i++)
    crowd->journeys[i].as_of = run->horizon;
  make_room (crowd, PRN_CROWD_MOST, FIRST_ROOM);
  return crowd;
}

void
prn_crowd_free (PrnCrowd *crowd)
{
  for (guint i = 0; i < PRN_CROWD_MOST; i++)
    prn_journey_clear (&crowd->journeys[i]);
  g_free (crowd);
}

/* Lets those come who arrive before the horizon, at customer·arrivals/customers. */
static void
arrive (PrnCrowd *crowd)
{
  const PrnRun *run = crowd->run;
  guint64 arrivals = (guint64) run->arrivals;
  guint64 whole = arrivals / run->customers, part = arrivals % run->customers;
  unsigned __int128 exactly = (unsigned __int128) crowd->first * part;
  guint64 arrival = crowd->first * whole + (guint64) (exactly / run->customers);
  guint64 rest = (guint64) (exactly % run->customers);
  guint i;

  for (i = 0; i < crowd->n; i++) {
    gboolean is_full = rest >= run->customers - part;

    if (crowd->first + i >= run->customers || arrival > (guint64) run->horizon)
      break;
    crowd->walkers[i].moves[0].time = (gint64) arrival;
    crowd->under_way[i] = i;
    arrival += whole + (guint64) is_full;
    rest += is_full ? part - run->customers : part;
  }
  crowd->n_under_way = i;
  crowd->all_moves = i;
  memset (crowd->n_moves, 0, sizeof crowd->n_moves);
}

/* Draws what those under way need next. */
static void
draw (PrnCrowd *crowd, guint64 block)
{
  guint64 customers[PRN_CROWD_MOST];

  for (guint i = 0; i < crowd->n_under_way; i++) {
    customers[i] = crowd->first + crowd->under_way[i];
    crowd->walkers[crowd->under_way[i]].numbers = crowd->numbers + i * PRN_PHILOX_NUMBERS;
  }
  prn_philox_fill (crowd->run->seed, customers, crowd->n_under_way, block, crowd->numbers);
}

static void
let_in (PrnCrowd *crowd)
{
  const PrnWays *ways = crowd->run->ways;
  guint n_stages = crowd->run->plan->n_stages;

  for (guint i = 0; i < crowd->n_under_way; i++) {
    Walker *walker = &crowd->walkers[i];

    crowd->classes[i] = prn_fork_take (ways->classes, walker->numbers[1])->to;
    walker->forks = ways->forks + (gsize) crowd->classes[i] * n_stages;
    walker->moves[0].edge = PRN_NONE;
    walker->moves[0].to = prn_fork_take (ways->entries, walker->numbers[0])->to;
    crowd->n_moves[i] = 1;
  }
}

/* The move after @n_moves of each who is under way. One that comes after the horizon is written
 * down and not counted, so that nothing depends on which it is. */
static void
step (PrnCrowd *crowd, guint32 n_moves)
{
  gint64 horizon = crowd->run->horizon;
  guint column = n_moves % VISITS_OF_DRAW * NUMBERS_OF_VISIT;
  guint n = crowd->n_under_way, kept = 0;

  for (guint i = 0; i < n; i++) {
    guint customer = crowd->under_way[i];
    const Walker *walker = &crowd->walkers[customer];
    PrnJourneyMove *move = &walker->moves[n_moves];
    const double *numbers = walker->numbers + column;
    const PrnWay *way = prn_fork_take (walker->forks[move[-1].to], numbers[0]);
    gint64 delay = prn_sampler_draw (way->sampler, numbers[1]);
    gboolean goes_on = delay <= horizon - move[-1].time;

    move->time = move[-1].time + delay;
    move->edge = way->edge;
    move->to = way->to;
    crowd->n_moves[customer] = n_moves + (guint32) goes_on;
    crowd->under_way[kept] = customer;
    kept += (guint) goes_on;
  }
  crowd->n_under_way = kept;
  crowd->all_moves += kept;
}

/* Looks at the last of @n_moves moves of those under way: a stage from which one goes round, or
 * %PRN_NONE. */
static guint32
find_round (const PrnCrowd *crowd, guint32 n_moves)
{
  for (guint i = 0; i < crowd->n_under_way && n_moves > MOST_AT_ONCE + 1; i++) {
    const PrnJourneyMove *last = &crowd->walkers[crowd->under_way[i]].moves[n_moves - 1];

    if (last->time == last[-(MOST_AT_ONCE + 1)].time)
      return last[-1].to;
  }
  return PRN_NONE;
}

guint32
prn_crowd_walk (PrnCrowd *crowd, guint64 first, guint n)
{
  guint32 round = PRN_NONE, room = FIRST_ROOM;

  crowd->first = first;
  crowd->n = n;
  arrive (crowd);
  draw (crowd, 0);
  let_in (crowd);
  for (guint32 n_moves = 1; crowd->n_under_way > 0 && round == PRN_NONE; n_moves++) {
    if (n_moves == room)
      make_room (crowd, n, room *= 2);
    if (n_moves % VISITS_OF_DRAW == 0)
      draw (crowd, n_moves);
    step (crowd, n_moves);
    round = find_round (crowd, n_moves + 1);
  }
  for (guint i = 0; i < n; i++)
    crowd->journeys[i].n_moves = crowd->n_moves[i];
  return round;
}

const PrnJourney *
prn_crowd_journeys (const PrnCrowd *crowd)
{
  return crowd->journeys;
}

const guint *
prn_crowd_classes (const PrnCrowd *crowd)
{
  return crowd->classes;
}

guint
prn_crowd_fits (const PrnCrowd *crowd)
{
  if (crowd->all_moves > MANY_MOVES)
    return MAX (crowd->n / 2, 1);
  return CLAMP (crowd->n * 2, 1, PRN_CROWD_MOST);
}
