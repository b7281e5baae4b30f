/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An absorbing Markov chain: states, probabilities of going from one to another, and what is
 * missing to 1 in a state is the probability of staying there for good. */

typedef struct _PrnChain PrnChain;

/**
 * prn_chain_new:
 * @n: how many states
 *
 * Returns: (transfer full): a chain in which nothing moves
 */
PrnChain *prn_chain_new (guint n);

/**
 * prn_chain_free:
 * @chain: (transfer full): a chain
 */
void prn_chain_free (PrnChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnChain, prn_chain_free)

/**
 * prn_chain_add:
 * @chain: a chain
 * @from: a state
 * @to: a state, @from allowed
 * @probability: added to what is there already
 *
 * Only before the first question to the chain.
 */
void prn_chain_add (PrnChain *chain, guint from, guint to, double probability);

/**
 * prn_chain_trap:
 * @chain: a chain
 * @start: (array): weight of each state at the beginning
 *
 * Looks for a state that can be reached and from which no state that one can stay in can be.
 *
 * Returns: such a state, whose expected visits have no finite number, or -1
 */
int prn_chain_trap (PrnChain *chain, const double *start);

/**
 * prn_chain_visits:
 * @chain: a chain without a trap; used up
 * @start: (array): weight of each state at the beginning
 * @visits: (out caller-allocates) (array): how often each state is entered on average, the
 *   beginning counted: the row @start·(I − P)⁻¹ of the fundamental matrix (Kemeny and Snell,
 *   "Finite Markov Chains", 1960, 3.2)
 *
 * Solves by taking out one state after the other, the one with the fewest neighbours first, with
 * no subtraction (Grassmann, Taksar and Heyman, "Regenerative analysis and steady state
 * distributions for Markov chains", Operations Research 33, 1985). What is left when nearly every
 * state leads to nearly every other is solved as a matrix, or where that is large round after round,
 * to ten digits.
 */
void prn_chain_visits (PrnChain *chain, const double *start, double *visits);

G_END_DECLS
