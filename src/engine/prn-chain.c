/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chain.h"

#include "prn-chain-dense.h"
#include "prn-chain-queue.h"

/* Probabilities that miss 1 by less than this are meant to be 1. */
#define ROUNDING 1e-12

/* When taking out the cheapest state makes more than this part of all ways there could be, a
 * matrix of those left is faster; it shall not take more memory than that of so many states. */
#define DENSE_PART   64
#define DENSE_LEAST  32
#define DENSE_STATES 4096

typedef struct {
  guint state;
  double probability;
} Way;

/* Ways to and from a state; a way stands in both lists, its probability in the first. A way from a
 * state to itself needs no place: it is what the others leave to 1. */
typedef struct {
  GArray *out; /* Way: to other states */
  GArray *in;  /* guint: from other states that are not taken out */
  double stay;  /* probability of staying for good */
  gboolean taken_out;
} State;

/**
 * PrnChain:
 * @is_sorted_out: every way is listed once, and at its end as well
 */
struct _PrnChain {
  guint n;
  State *states;
  gboolean is_sorted_out;
};

PrnChain *
prn_chain_new (guint n)
{
  PrnChain *chain = g_new0 (PrnChain, 1);

  chain->n = n;
  chain->states = g_new0 (State, n);
  for (guint i = 0; i < n; i++) {
    chain->states[i].out = g_array_new (FALSE, FALSE, sizeof (Way));
    chain->states[i].in = g_array_new (FALSE, FALSE, sizeof (guint));
    chain->states[i].stay = 1;
  }
  return chain;
}

void
prn_chain_free (PrnChain *chain)
{
  for (guint i = 0; i < chain->n; i++) {
    g_array_unref (chain->states[i].out);
    g_array_unref (chain->states[i].in);
  }
  g_free (chain->states);
  g_free (chain);
}

static Way *
find_way (State *state, guint to)
{
  for (guint i = 0; i < state->out->len; i++) {
    Way *way = &g_array_index (state->out, Way, i);

    if (way->state == to)
      return way;
  }
  return NULL;
}

static void
add_new_way (PrnChain *chain, guint from, guint to, double probability)
{
  if (probability <= 0 || from == to)
    return;
  g_array_append_vals (chain->states[from].out, &(Way){ to, probability }, 1);
  g_array_append_vals (chain->states[to].in, &from, 1);
}

void
prn_chain_add (PrnChain *chain, guint from, guint to, double probability)
{
  State *state = &chain->states[from];

  state->stay -= probability;
  if (state->stay < ROUNDING)
    state->stay = 0;
  if (probability > 0 && from != to)
    g_array_append_vals (state->out, &(Way){ to, probability }, 1);
}

/* Makes one of the ways from a state that lead to the same. @position is all zeros before and
 * after. */
static void
join_ways (State *state, guint *position)
{
  guint n = 0;

  for (guint i = 0; i < state->out->len; i++) {
    Way way = g_array_index (state->out, Way, i);

    if (position[way.state] > 0) {
      g_array_index (state->out, Way, position[way.state] - 1).probability += way.probability;
    } else {
      g_array_index (state->out, Way, n) = way;
      position[way.state] = ++n;
    }
  }
  g_array_set_size (state->out, n);
  for (guint i = 0; i < n; i++)
    position[g_array_index (state->out, Way, i).state] = 0;
}

static void
sort_out (PrnChain *chain)
{
  g_autofree guint *position = g_new0 (guint, chain->n);

  for (guint i = 0; i < chain->n && !chain->is_sorted_out; i++) {
    join_ways (&chain->states[i], position);
    for (guint k = 0; k < chain->states[i].out->len; k++)
      g_array_append_val (
          chain->states[g_array_index (chain->states[i].out, Way, k).state].in, i);
  }
  chain->is_sorted_out = TRUE;
}

static void
spread (GArray *stack, gboolean *reached, guint state)
{
  if (reached[state])
    return;
  reached[state] = TRUE;
  g_array_append_vals (stack, &state, 1);
}

static guint
pop (GArray *stack)
{
  guint state = g_array_index (stack, guint, stack->len - 1);

  g_array_set_size (stack, stack->len - 1);
  return state;
}

int
prn_chain_trap (PrnChain *chain, const double *start)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *forth = g_new0 (gboolean, chain->n);
  g_autofree gboolean *back = g_new0 (gboolean, chain->n);

  sort_out (chain);
  for (guint i = 0; i < chain->n; i++)
    if (start[i] > 0)
      spread (stack, forth, i);
  while (stack->len > 0) {
    State *state = &chain->states[pop (stack)];

    for (guint i = 0; i < state->out->len; i++)
      spread (stack, forth, g_array_index (state->out, Way, i).state);
  }

  for (guint i = 0; i < chain->n; i++)
    if (chain->states[i].stay > 0)
      spread (stack, back, i);
  while (stack->len > 0) {
    State *state = &chain->states[pop (stack)];

    for (guint i = 0; i < state->in->len; i++)
      spread (stack, back, g_array_index (state->in, guint, i));
  }

  for (guint i = 0; i < chain->n; i++)
    if (forth[i] && !back[i])
      return (int) i;
  return -1;
}

/* How many ways taking a state out makes at most. */
static guint64
cost_of (const State *state)
{
  return (guint64) state->out->len * state->in->len;
}

/* The state left that costs least. */
static PrnChainTurn
cheapest (const PrnChain *chain, GArray *queue)
{
  for (;;) {
    PrnChainTurn turn = prn_chain_queue_pop (queue);
    const State *state = &chain->states[turn.state];

    if (!state->taken_out && cost_of (state) == turn.cost)
      return turn;
  }
}

/* The neighbours of a state that was taken out cost something else now. */
static void
queue_neighbours (const PrnChain *chain, const State *state, GArray *queue)
{
  for (guint i = 0; i < state->in->len; i++) {
    guint from = g_array_index (state->in, guint, i);

    prn_chain_queue_push (queue, cost_of (&chain->states[from]), from);
  }
  for (guint i = 0; i < state->out->len; i++) {
    guint to = g_array_index (state->out, Way, i).state;

    prn_chain_queue_push (queue, cost_of (&chain->states[to]), to);
  }
}

static void
remove_way_in (State *state, guint from)
{
  for (guint i = 0; i < state->in->len; i++)
    if (g_array_index (state->in, guint, i) == from) {
      g_array_remove_index_fast (state->in, i);
      return;
    }
}

/* The probability of not going from a state to itself, without subtracting. */
static double
leaving (const State *state)
{
  double sum = state->stay;

  for (guint i = 0; i < state->out->len; i++)
    sum += g_array_index (state->out, Way, i).probability;
  return sum;
}

/* Adds what goes on from @state to what goes on from a source of it, @factor of it. @position is
 * all zeros before and after; without it a look-up would walk the list. */
static void
lead_past (PrnChain *chain, guint from, const State *state, double factor, guint *position)
{
  State *source = &chain->states[from];

  for (guint i = 0; i < source->out->len; i++)
    position[g_array_index (source->out, Way, i).state] = i + 1;

  for (guint i = 0; i < state->out->len; i++) {
    const Way *next = &g_array_index (state->out, Way, i);
    double probability = factor * next->probability;

    if (position[next->state] > 0)
      g_array_index (source->out, Way, position[next->state] - 1).probability += probability;
    else
      add_new_way (chain, from, next->state, probability);
  }

  for (guint i = 0; i < source->out->len; i++)
    position[g_array_index (source->out, Way, i).state] = 0;
}

/* Makes every way through a state a way past it. The ways into it stay listed in it, with their
 * probabilities, for the way back. */
static void
take_out (PrnChain *chain, guint k, GArray *ways_in, double *weight, guint *position)
{
  State *state = &chain->states[k];
  double all = leaving (state);

  if (all <= 0)
    all = 1; /* nothing goes on from here, and nobody comes here */

  state->taken_out = TRUE;
  for (guint i = 0; i < state->in->len; i++) {
    guint from = g_array_index (state->in, guint, i);
    State *source = &chain->states[from];
    Way *way = find_way (source, k);
    double probability = way->probability;

    g_array_append_vals (ways_in, &(Way){ from, probability }, 1);
    g_array_remove_index_fast (source->out, (guint) (way - (Way *) source->out->data));
    source->stay += probability * state->stay / all;
    lead_past (chain, from, state, probability / all, position);
  }
  for (guint j = 0; j < state->out->len; j++) {
    const Way *next = &g_array_index (state->out, Way, j);

    weight[next->state] += weight[k] * next->probability / all;
    remove_way_in (&chain->states[next->state], k);
  }
}

/* The states left, each of which leads to many others, as a matrix. */
static void
visit_dense (PrnChain *chain, guint n_left, const double *weight, double *visits)
{
  g_autoptr (PrnDenseChain) dense = prn_dense_chain_new (n_left);
  g_autofree guint *place = g_new (guint, chain->n);
  g_autofree double *left = g_new (double, n_left);

  for (guint i = 0, n = 0; i < chain->n; i++)
    place[i] = chain->states[i].taken_out ? 0 : n++;
  for (guint i = 0; i < chain->n; i++) {
    const State *state = &chain->states[i];

    if (state->taken_out)
      continue;
    prn_dense_chain_set (dense, place[i], state->stay, weight[i]);
    for (guint k = 0; k < state->out->len; k++) {
      const Way *way = &g_array_index (state->out, Way, k);

      prn_dense_chain_set_way (dense, place[i], place[way->state], way->probability);
    }
  }
  prn_dense_chain_visits (dense, left);
  for (guint i = 0; i < chain->n; i++)
    if (!chain->states[i].taken_out)
      visits[i] = left[place[i]];
}

static gboolean
is_dense (guint64 cost, guint n_left)
{
  return n_left >= DENSE_LEAST && n_left <= DENSE_STATES &&
         cost * DENSE_PART > (guint64) n_left * n_left;
}

/* Takes states out as long as they have few neighbours. */
static guint
take_out_sparse (PrnChain *chain, double *weight, guint *order, GArray **ways_in)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (PrnChainTurn));
  g_autofree guint *position = g_new0 (guint, MAX (chain->n, 1));
  guint n = 0;

  for (guint i = 0; i < chain->n; i++)
    prn_chain_queue_push (queue, cost_of (&chain->states[i]), i);
  while (n < chain->n) {
    PrnChainTurn turn = cheapest (chain, queue);

    if (is_dense (turn.cost, chain->n - n))
      break;
    order[n] = turn.state;
    ways_in[n] = g_array_new (FALSE, FALSE, sizeof (Way));
    take_out (chain, turn.state, ways_in[n], weight, position);
    queue_neighbours (chain, &chain->states[turn.state], queue);
    n++;
  }
  return n;
}

void
prn_chain_visits (PrnChain *chain, const double *start, double *visits)
{
  g_autofree guint *order = g_new (guint, MAX (chain->n, 1));
  g_autofree double *weight = g_new (double, MAX (chain->n, 1));
  g_autofree GArray **ways_in = g_new (GArray *, MAX (chain->n, 1));
  guint n_out;

  sort_out (chain);
  for (guint i = 0; i < chain->n; i++)
    weight[i] = start[i];
  n_out = take_out_sparse (chain, weight, order, ways_in);
  if (n_out < chain->n)
    visit_dense (chain, chain->n - n_out, weight, visits);

  /* With the later states known, those taken out earlier follow. */
  for (guint i = n_out; i-- > 0;) {
    guint k = order[i];
    double entered = weight[k];

    for (guint j = 0; j < ways_in[i]->len; j++) {
      const Way *way = &g_array_index (ways_in[i], Way, j);

      entered += visits[way->state] * way->probability;
    }
    visits[k] = entered > 0 ? entered / leaving (&chain->states[k]) : 0;
    g_array_unref (ways_in[i]);
  }
}
