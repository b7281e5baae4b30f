/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A chain of which nearly every state leads to nearly every other, as a matrix. */

typedef struct _PrnDenseChain PrnDenseChain;

/**
 * prn_dense_chain_new:
 * @n: how many states
 *
 * Returns: (transfer full): a chain in which nothing moves and nobody stays
 */
PrnDenseChain *prn_dense_chain_new (guint n);

/**
 * prn_dense_chain_free:
 * @chain: (transfer full): a chain
 */
void prn_dense_chain_free (PrnDenseChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnDenseChain, prn_dense_chain_free)

/**
 * prn_dense_chain_set:
 * @chain: a chain
 * @state: a state
 * @stay: the probability of staying in it for good
 * @weight: how often it is entered from elsewhere
 */
void prn_dense_chain_set (PrnDenseChain *chain, guint state, double stay, double weight);

/**
 * prn_dense_chain_set_way:
 * @chain: a chain
 * @from: a state
 * @to: another
 * @probability: of going there
 */
void prn_dense_chain_set_way (PrnDenseChain *chain, guint from, guint to, double probability);

/**
 * prn_dense_chain_visits:
 * @chain: a chain; used up
 * @visits: (out caller-allocates) (array): how often each state is entered
 *
 * Takes the states out one by one as prn_chain_visits() does, in the order they have, but puts off
 * what that changes in the states still to come until a block of them is out: then it is a product
 * of two matrices that fits into the processor's cache (right-looking blocked elimination, as in
 * Golub and Van Loan, "Matrix Computations", 3.2.11).
 */
void prn_dense_chain_visits (PrnDenseChain *chain, double *visits);

G_END_DECLS
