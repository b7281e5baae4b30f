/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-chain.h"

G_BEGIN_DECLS

typedef struct {
  guint state;
  double probability;
} PrnChainWay;

/**
 * PrnChainState:
 * @out: (element-type PrnChainWay): to other states; one to itself needs no place: it is what the
 *   others leave to 1
 * @in: (element-type guint): other states, which are not taken out, that have a way to it
 * @stay: probability of staying for good
 */
typedef struct {
  GArray *out;
  GArray *in;
  double stay;
  gboolean taken_out;
} PrnChainState;

/**
 * PrnChain:
 * @is_sorted_out: every way is listed once, and at its end as well
 */
struct _PrnChain {
  guint n;
  PrnChainState *states;
  gboolean is_sorted_out;
};

#define PRN_CHAIN_WAY(state, i) (&g_array_index ((state)->out, PrnChainWay, (i)))

/* The probability of not going from a state to itself, without subtracting. */
double prn_chain_leaving (const PrnChainState *state);

/**
 * prn_chain_solve_left:
 * @chain: a chain of which states may be taken out
 * @n_left: how many are not
 * @weight: (array): how often each is entered from elsewhere
 * @visits: (array): set for those that are left
 *
 * Solves what is left as a matrix.
 */
void prn_chain_solve_left (const PrnChain *chain, guint n_left, const double *weight,
                           double *visits);

/**
 * prn_chain_sweep_left:
 * @chain: a chain of which states may be taken out
 * @n_left: how many are not
 * @weight: (array): how often each is entered from elsewhere
 * @visits: (array): set for those that are left
 *
 * Solves what is left by the method of Gauss and Seidel: what enters the states is led on round
 * after round. Nothing is subtracted. The ratios of one round to the one before bound what all those
 * to come will add (Collatz and Wielandt; Varga, "Matrix Iterative Analysis", 2.1), which is
 * added once it is known to ten digits.
 *
 * Returns: whether it was, after a number of rounds that a matrix would need more time than
 */
gboolean prn_chain_sweep_left (const PrnChain *chain, guint n_left, const double *weight,
                               double *visits);

G_END_DECLS
