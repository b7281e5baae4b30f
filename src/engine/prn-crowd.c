/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-crowd.h"

#include "prn-philox.h"

/* So many moves of a customer in one instant are made in a round without an end only. */
#define MOST_AT_ONCE 100000

/* More moves of a crowd than a cache should hold. */
#define MANY_MOVES 4096

/* Each visit has two numbers, used or not, so that a changed share moves no other draw; before them
 * are those for entry and class. */
#define NUMBERS_OF_VISIT 2
#define VISITS_OF_DRAW   (PRN_PHILOX_NUMBERS / NUMBERS_OF_VISIT)

/**
 * Walker:
 * @since: when the customer came to where he is
 * @forks: of his class, by stage
 * @numbers: the latest that were drawn for him
 * @customer: who of the crowd
 * @stage: where he is
 */
typedef struct {
  gint64 since;
  const PrnFork *const *forks;
  const double *numbers;
  guint32 customer;
  guint32 stage;
} Walker;

/**
 * _PrnWalkers:
 * @under_way: (array length=n): those who are
 * @then: by customer, when they came to where they were when rounds were looked for
 */
struct _PrnWalkers {
  Walker under_way[PRN_CROWD_MOST];
  guint n;
  double numbers[PRN_CROWD_MOST][PRN_PHILOX_NUMBERS];
  gint64 then[PRN_CROWD_MOST];
};

PrnCrowd *
prn_crowd_new (const PrnRun *run)
{
  PrnCrowd *crowd = g_new0 (PrnCrowd, 1);

  crowd->run = run;
  crowd->fits = 1;
  crowd->walkers = g_new0 (struct _PrnWalkers, 1);
  return crowd;
}

void
prn_crowd_free (PrnCrowd *crowd)
{
  g_free (crowd->walkers);
  g_free (crowd->moves);
  g_free (crowd);
}

/* Lets those of @n come who arrive before the horizon, at customer·arrivals/customers. */
static void
arrive (PrnCrowd *crowd, guint64 first, guint n)
{
  const PrnRun *run = crowd->run;
  guint64 customers = run->customers, arrivals = (guint64) run->arrivals;
  guint64 whole = arrivals / customers, part = arrivals % customers;
  unsigned __int128 exactly = (unsigned __int128) first * part;
  guint64 arrival = first * whole + (guint64) (exactly / customers);
  guint64 rest = (guint64) (exactly % customers);
  Walker *walkers = crowd->walkers->under_way;
  guint i;

  n = (guint) MIN (n, first < customers ? customers - first : 0);
  for (i = 0; i < n && arrival <= (guint64) run->horizon; i++) {
    gboolean is_full = rest >= customers - part;

    walkers[i].customer = i;
    walkers[i].since = (gint64) arrival;
    arrival += whole + (guint64) is_full;
    rest += is_full ? part - customers : part;
  }
  crowd->n = crowd->walkers->n = i;
}

/* Draws what those under way need next. */
static void
draw (PrnCrowd *crowd, guint64 first, guint64 block)
{
  Walker *walkers = crowd->walkers->under_way;
  guint64 customers[PRN_CROWD_MOST];
  guint n = crowd->walkers->n;

  for (guint i = 0; i < n; i++) {
    customers[i] = first + walkers[i].customer;
    walkers[i].numbers = crowd->walkers->numbers[i];
  }
  prn_philox_fill (crowd->run->seed, customers, n, block, crowd->walkers->numbers[0]);
}

static void
let_in (PrnCrowd *crowd)
{
  const PrnWays ways = *crowd->run->ways;
  const gsize n_stages = crowd->run->plan->n_stages;
  const guint n = crowd->n;
  struct _PrnWalkers *walkers = crowd->walkers;

  for (guint i = 0; i < n; i++) {
    Walker *walker = &walkers->under_way[i];
    guint32 class = prn_fork_take (ways.classes, walkers->numbers[i][1])->to;
    guint32 stage = prn_fork_take (ways.entries, walkers->numbers[i][0])->to;

    crowd->classes[i] = class;
    crowd->arrivals[i] = walker->since;
    crowd->entries[i] = stage;
    walker->forks = ways.forks + class * n_stages;
    walker->stage = stage;
  }
}

static void
make_room (PrnCrowd *crowd)
{
  gsize most = crowd->n_moves + crowd->walkers->n;

  if (G_LIKELY (most <= crowd->moves_allocated))
    return;
  crowd->moves_allocated = MAX (most, crowd->moves_allocated * 2);
  crowd->moves = g_renew (PrnCrowdVisit, crowd->moves, crowd->moves_allocated);
}

/* The next step of each who is under way: his @visit ends, or is still open at the horizon. Nothing
 * depends on which it is but where it is written down and what is written over next. One thing is
 * done for all before the next is, since each has to wait for the one before. */
static void
step (PrnCrowd *crowd, guint64 visit)
{
  const guint n = crowd->walkers->n;
  const guint column = visit % VISITS_OF_DRAW * NUMBERS_OF_VISIT;
  const gint64 horizon = crowd->run->horizon;
  Walker *walkers = crowd->walkers->under_way, *next = walkers;
  PrnCrowdVisit *open = crowd->open + (crowd->n - n);
  PrnCrowdVisit *move = crowd->moves + crowd->n_moves;
  const PrnWay *ways[PRN_CROWD_MOST];
  gint64 delays[PRN_CROWD_MOST];

  for (guint i = 0; i < n; i++)
    ways[i] = prn_fork_take (walkers[i].forks[walkers[i].stage], walkers[i].numbers[column]);
  for (guint i = 0; i < n; i++)
    delays[i] = prn_sampler_draw (ways[i]->sampler, walkers[i].numbers[column + 1]);
  for (guint i = 0; i < n; i++) {
    const Walker was = walkers[i];
    const gint64 until = was.since + delays[i];
    const gsize goes_on = until <= horizon;
    PrnCrowdVisit *to = goes_on ? move : open;

    *to = (PrnCrowdVisit){ was.since, until, was.customer, ways[i]->edge };
    *next = (Walker){ until, was.forks, was.numbers, was.customer, ways[i]->to };
    open += goes_on ^ 1;
    move += goes_on;
    next += goes_on;
  }
  crowd->n_moves = (gsize) (move - crowd->moves);
  crowd->walkers->n = (guint) (next - walkers);
}

/* Looks now and then at those under way: a stage from which one goes round, or %PRN_NONE. */
static guint32
find_round (PrnCrowd *crowd, guint64 visit)
{
  gint64 *then = crowd->walkers->then;

  if (G_LIKELY (visit % MOST_AT_ONCE != 0))
    return PRN_NONE;
  for (guint i = 0; i < crowd->walkers->n; i++) {
    const Walker *walker = &crowd->walkers->under_way[i];

    if (visit > MOST_AT_ONCE && walker->since == then[walker->customer])
      return walker->stage;
    then[walker->customer] = walker->since;
  }
  return PRN_NONE;
}

/* A crowd may be smaller than it might be for other reasons. */
static void
learn_what_fits (PrnCrowd *crowd, guint n)
{
  if (crowd->n_moves > MANY_MOVES)
    crowd->fits = MAX (n / 2, 1);
  else if (n >= crowd->fits)
    crowd->fits = MIN (n * 2, PRN_CROWD_MOST);
}

guint32
prn_crowd_walk (PrnCrowd *crowd, guint64 first, guint n)
{
  guint32 round = PRN_NONE;

  crowd->n_moves = 0;
  arrive (crowd, first, n);
  draw (crowd, first, 0);
  let_in (crowd);
  for (guint64 visit = 1; crowd->walkers->n > 0 && round == PRN_NONE; visit++) {
    if (visit % VISITS_OF_DRAW == 0)
      draw (crowd, first, visit);
    make_room (crowd);
    step (crowd, visit);
    round = find_round (crowd, visit);
    crowd->n_visits = visit;
  }
  learn_what_fits (crowd, n);
  return round;
}

void
prn_crowd_journeys (const PrnCrowd *crowd, PrnJourney *journeys, guint n)
{
  for (guint i = 0; i < n; i++) {
    prn_journey_begin (&journeys[i]);
    journeys[i].as_of = crowd->run->horizon;
  }
  for (guint i = 0; i < crowd->n; i++)
    prn_journey_add_move (&journeys[i], crowd->arrivals[i], PRN_NONE, crowd->entries[i]);
  for (gsize i = 0; i < crowd->n_moves; i++) {
    const PrnCrowdVisit *move = &crowd->moves[i];

    prn_journey_add_move (&journeys[move->customer], move->until, move->edge,
                          PRN_PLAN_EDGE (crowd->run->plan, move->edge)->to);
  }
}

guint
prn_crowd_fits (const PrnCrowd *crowd)
{
  return crowd->fits;
}
