/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The states of a chain that are left when taking out one by one does not pay any more. */

#include "prn-chain-dense.h"
#include "prn-chain-private.h"

/* Relative to the visits. */
#define TOLERANCE 1e-10

#define MOST_ROUNDS 2000

/* Their numbers from 0 on. */
static guint *
find_places (const PrnChain *chain)
{
  guint *place = g_new (guint, chain->n);

  for (guint i = 0, n = 0; i < chain->n; i++)
    place[i] = chain->states[i].taken_out ? 0 : n++;
  return place;
}

void
prn_chain_solve_left (const PrnChain *chain, guint n_left, const double *weight, double *visits)
{
  g_autoptr (PrnDenseChain) dense = prn_dense_chain_new (n_left);
  g_autofree guint *place = find_places (chain);
  g_autofree double *left = g_new (double, n_left);

  for (guint i = 0; i < chain->n; i++) {
    const PrnChainState *state = &chain->states[i];

    if (state->taken_out)
      continue;
    prn_dense_chain_set (dense, place[i], state->stay, weight[i]);
    for (guint k = 0; k < state->out->len; k++)
      prn_dense_chain_set_way (dense, place[i], place[PRN_CHAIN_WAY (state, k)->state],
                               PRN_CHAIN_WAY (state, k)->probability);
  }
  prn_dense_chain_visits (dense, left);
  for (guint i = 0; i < chain->n; i++)
    if (!chain->states[i].taken_out)
      visits[i] = left[place[i]];
}

/**
 * Sweep:
 * @n: how many states
 * @first: (array length=n+1): where a state's ways begin
 * @ways: (array): from other states, with their probability divided by that of leaving the state
 *   they lead to
 * @entering: (array): how often each is entered in the latest round
 * @visits: (array): how often in all so far
 */
typedef struct {
  guint n;
  guint *first;
  PrnChainWay *ways;
  double *entering;
  double *visits;
} Sweep;

static void
sweep_init (Sweep *sweep, const PrnChain *chain, guint n_left, const guint *place)
{
  guint n_ways = 0;
  g_autofree guint *next = NULL;

  *sweep = (Sweep){
    .n = n_left,
    .first = g_new0 (guint, n_left + 1),
    .entering = g_new0 (double, n_left),
    .visits = g_new0 (double, n_left),
  };
  for (guint i = 0; i < chain->n; i++)
    if (!chain->states[i].taken_out)
      sweep->first[place[i] + 1] = chain->states[i].in->len;
  for (guint i = 0; i < n_left; i++)
    sweep->first[i + 1] += sweep->first[i];

  n_ways = sweep->first[n_left];
  next = g_memdup2 (sweep->first, n_left * sizeof *next);
  sweep->ways = g_new (PrnChainWay, n_ways);
  for (guint i = 0; i < chain->n; i++)
    for (guint k = 0; !chain->states[i].taken_out && k < chain->states[i].out->len; k++) {
      const PrnChainWay *way = PRN_CHAIN_WAY (&chain->states[i], k);
      double leaving = prn_chain_leaving (&chain->states[way->state]);

      sweep->ways[next[place[way->state]]++] =
          (PrnChainWay){ place[i], leaving > 0 ? way->probability / leaving : 0 };
    }
}

static void
sweep_clear (Sweep *sweep)
{
  g_free (sweep->first);
  g_free (sweep->ways);
  g_free (sweep->entering);
  g_free (sweep->visits);
}

/* What is led to a state, of those before it in this round and of those behind it in the last. */
static inline double
led_to (const Sweep *sweep, guint k)
{
  double sum = 0;

  for (guint i = sweep->first[k]; i < sweep->first[k + 1]; i++)
    sum += sweep->entering[sweep->ways[i].state] * sweep->ways[i].probability;
  return sum;
}

/* One round; returns whether the rounds to come are known well enough, and then adds them. */
static gboolean
lead_on (Sweep *sweep)
{
  double least = G_MAXDOUBLE, most = 0;

  for (guint k = 0; k < sweep->n; k++) {
    double before = sweep->entering[k], now = led_to (sweep, k);

    sweep->entering[k] = now;
    sweep->visits[k] += now;
    if (before == 0 && now == 0)
      continue;
    least = MIN (least, now / before);
    most = MAX (most, now / before);
  }

  if (most >= 1)
    return FALSE;
  least = MIN (least, most) / (1 - MIN (least, most));
  most = most / (1 - most);
  for (guint k = 0; k < sweep->n; k++)
    if ((most - least) * sweep->entering[k] > TOLERANCE * sweep->visits[k])
      return FALSE;
  for (guint k = 0; k < sweep->n; k++)
    sweep->visits[k] += (most + least) / 2 * sweep->entering[k];
  return TRUE;
}

gboolean
prn_chain_sweep_left (const PrnChain *chain, guint n_left, const double *weight, double *visits)
{
  g_autofree guint *place = find_places (chain);
  gboolean is_known = FALSE;
  Sweep sweep;

  sweep_init (&sweep, chain, n_left, place);
  for (guint i = 0; i < chain->n; i++) {
    double leaving = chain->states[i].taken_out ? 0 : prn_chain_leaving (&chain->states[i]);

    /* Those behind it lead nothing on yet. */
    if (leaving > 0)
      sweep.entering[place[i]] = led_to (&sweep, place[i]) + weight[i] / leaving;
    if (leaving > 0)
      sweep.visits[place[i]] = sweep.entering[place[i]];
  }
  for (guint i = 0; i < MOST_ROUNDS && !is_known; i++)
    is_known = lead_on (&sweep);

  for (guint i = 0; i < chain->n && is_known; i++)
    if (!chain->states[i].taken_out)
      visits[i] = sweep.visits[place[i]];
  sweep_clear (&sweep);
  return is_known;
}
