/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chain-private.h"

#include "prn-chain-queue.h"

/* Probabilities that miss 1 by less than this are meant to be 1. */
#define ROUNDING 1e-12

/* When taking out the cheapest state makes more than this part of all ways there could be, a
 * matrix of those left is faster; it shall not take more memory than that of so many states. */
#define DENSE_PART   64
#define DENSE_LEAST  32
#define DENSE_STATES 4096

/* When so many are left, and taking out the cheapest makes so many ways, leading on what enters
 * them is tried: taking them out would need a matrix in the end. */
#define SWEEP_LEAST 1500
#define SWEEP_COST  256

PrnChain *
prn_chain_new (guint n)
{
  PrnChain *chain = g_new0 (PrnChain, 1);

  chain->n = n;
  chain->states = g_new0 (PrnChainState, n);
  for (guint i = 0; i < n; i++) {
    chain->states[i].out = g_array_new (FALSE, FALSE, sizeof (PrnChainWay));
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

static PrnChainWay *
find_way (PrnChainState *state, guint to)
{
  for (guint i = 0; i < state->out->len; i++) {
    PrnChainWay *way = PRN_CHAIN_WAY (state, i);

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
  g_array_append_vals (chain->states[from].out, &(PrnChainWay){ to, probability }, 1);
  g_array_append_vals (chain->states[to].in, &from, 1);
}

void
prn_chain_add (PrnChain *chain, guint from, guint to, double probability)
{
  PrnChainState *state = &chain->states[from];

  state->stay -= probability;
  if (state->stay < ROUNDING)
    state->stay = 0;
  if (probability > 0 && from != to)
    g_array_append_vals (state->out, &(PrnChainWay){ to, probability }, 1);
}

/* Makes one of the ways from a state that lead to the same. @position is all zeros before and
 * after. */
static void
join_ways (PrnChainState *state, guint *position)
{
  guint n = 0;

  for (guint i = 0; i < state->out->len; i++) {
    PrnChainWay way = *PRN_CHAIN_WAY (state, i);

    if (position[way.state] > 0) {
      PRN_CHAIN_WAY (state, position[way.state] - 1)->probability += way.probability;
    } else {
      *PRN_CHAIN_WAY (state, n) = way;
      position[way.state] = ++n;
    }
  }
  g_array_set_size (state->out, n);
  for (guint i = 0; i < n; i++)
    position[PRN_CHAIN_WAY (state, i)->state] = 0;
}

static void
sort_out (PrnChain *chain)
{
  g_autofree guint *position = g_new0 (guint, chain->n);

  for (guint i = 0; i < chain->n && !chain->is_sorted_out; i++) {
    join_ways (&chain->states[i], position);
    for (guint k = 0; k < chain->states[i].out->len; k++)
      g_array_append_val (
          chain->states[g_array_index (chain->states[i].out, PrnChainWay, k).state].in, i);
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
    PrnChainState *state = &chain->states[pop (stack)];

    for (guint i = 0; i < state->out->len; i++)
      spread (stack, forth, PRN_CHAIN_WAY (state, i)->state);
  }

  for (guint i = 0; i < chain->n; i++)
    if (chain->states[i].stay > 0)
      spread (stack, back, i);
  while (stack->len > 0) {
    PrnChainState *state = &chain->states[pop (stack)];

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
cost_of (const PrnChainState *state)
{
  return (guint64) state->out->len * state->in->len;
}

/* The state left that costs least. */
static PrnChainTurn
cheapest (const PrnChain *chain, GArray *queue)
{
  for (;;) {
    PrnChainTurn turn = prn_chain_queue_pop (queue);
    const PrnChainState *state = &chain->states[turn.state];

    if (!state->taken_out && cost_of (state) == turn.cost)
      return turn;
  }
}

/* The neighbours of a state that was taken out cost something else now. */
static void
queue_neighbours (const PrnChain *chain, const PrnChainState *state, GArray *queue)
{
  for (guint i = 0; i < state->in->len; i++) {
    guint from = g_array_index (state->in, guint, i);

    prn_chain_queue_push (queue, cost_of (&chain->states[from]), from);
  }
  for (guint i = 0; i < state->out->len; i++) {
    guint to = PRN_CHAIN_WAY (state, i)->state;

    prn_chain_queue_push (queue, cost_of (&chain->states[to]), to);
  }
}

static void
remove_way_in (PrnChainState *state, guint from)
{
  for (guint i = 0; i < state->in->len; i++)
    if (g_array_index (state->in, guint, i) == from) {
      g_array_remove_index_fast (state->in, i);
      return;
    }
}

double
prn_chain_leaving (const PrnChainState *state)
{
  double sum = state->stay;

  for (guint i = 0; i < state->out->len; i++)
    sum += PRN_CHAIN_WAY (state, i)->probability;
  return sum;
}

/* Adds what goes on from @state to what goes on from a source of it, @factor of it. @position is
 * all zeros before and after; without it a look-up would walk the list. */
static void
lead_past (PrnChain *chain, guint from, const PrnChainState *state, double factor, guint *position)
{
  PrnChainState *source = &chain->states[from];

  for (guint i = 0; i < source->out->len; i++)
    position[PRN_CHAIN_WAY (source, i)->state] = i + 1;

  for (guint i = 0; i < state->out->len; i++) {
    const PrnChainWay *next = PRN_CHAIN_WAY (state, i);
    double probability = factor * next->probability;

    if (position[next->state] > 0)
      PRN_CHAIN_WAY (source, position[next->state] - 1)->probability += probability;
    else
      add_new_way (chain, from, next->state, probability);
  }

  for (guint i = 0; i < source->out->len; i++)
    position[PRN_CHAIN_WAY (source, i)->state] = 0;
}

/* Makes every way through a state a way past it. The ways into it stay listed in it, with their
 * probabilities, for the way back. */
static void
take_out (PrnChain *chain, guint k, GArray *ways_in, double *weight, guint *position)
{
  PrnChainState *state = &chain->states[k];
  double all = prn_chain_leaving (state);

  if (all <= 0)
    all = 1; /* nothing goes on from here, and nobody comes here */

  state->taken_out = TRUE;
  for (guint i = 0; i < state->in->len; i++) {
    guint from = g_array_index (state->in, guint, i);
    PrnChainState *source = &chain->states[from];
    PrnChainWay *way = find_way (source, k);
    double probability = way->probability;

    g_array_append_vals (ways_in, &(PrnChainWay){ from, probability }, 1);
    g_array_remove_index_fast (source->out, (guint) (way - (PrnChainWay *) source->out->data));
    source->stay += probability * state->stay / all;
    lead_past (chain, from, state, probability / all, position);
  }
  for (guint j = 0; j < state->out->len; j++) {
    const PrnChainWay *next = PRN_CHAIN_WAY (state, j);

    weight[next->state] += weight[k] * next->probability / all;
    remove_way_in (&chain->states[next->state], k);
  }
}

static gboolean
is_dense (guint64 cost, guint n_left)
{
  return n_left >= DENSE_LEAST && n_left <= DENSE_STATES &&
         cost * DENSE_PART > (guint64) n_left * n_left;
}

/* Takes states out as long as they have few neighbours, and solves the others. Returns how many are
 * out. */
static guint
take_out_sparse (PrnChain *chain, double *weight, double *visits, guint *order, GArray **ways_in)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (PrnChainTurn));
  g_autofree guint *position = g_new0 (guint, MAX (chain->n, 1));
  gboolean may_sweep = TRUE;
  guint n = 0;

  for (guint i = 0; i < chain->n; i++)
    prn_chain_queue_push (queue, cost_of (&chain->states[i]), i);
  while (n < chain->n) {
    PrnChainTurn turn = cheapest (chain, queue);
    guint n_left = chain->n - n;

    if (may_sweep && turn.cost >= SWEEP_COST && n_left >= SWEEP_LEAST) {
      if (prn_chain_sweep_left (chain, n_left, weight, visits))
        break;
      may_sweep = FALSE;
    }
    if (is_dense (turn.cost, n_left)) {
      prn_chain_solve_left (chain, n_left, weight, visits);
      break;
    }
    order[n] = turn.state;
    ways_in[n] = g_array_new (FALSE, FALSE, sizeof (PrnChainWay));
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
  n_out = take_out_sparse (chain, weight, visits, order, ways_in);

  /* With the later states known, those taken out earlier follow. */
  for (guint i = n_out; i-- > 0;) {
    guint k = order[i];
    double entered = weight[k];

    for (guint j = 0; j < ways_in[i]->len; j++) {
      const PrnChainWay *way = &g_array_index (ways_in[i], PrnChainWay, j);

      entered += visits[way->state] * way->probability;
    }
    visits[k] = entered > 0 ? entered / prn_chain_leaving (&chain->states[k]) : 0;
    g_array_unref (ways_in[i]);
  }
}
