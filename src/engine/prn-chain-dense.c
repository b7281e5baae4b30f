/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chain-dense.h"

#include <string.h>

/* States that are taken out together. */
#define BLOCK 64

/* Rows of a block's factors that fit into the first cache. */
#define ROWS 32

/* Rows and columns that are worked on in registers. */
#define TILE 4

typedef double Pair __attribute__ ((vector_size (16)));

/**
 * PrnDenseChain:
 * @n: states
 * @stride: the same, rounded up to whole tiles; what is beyond @n is all zeros
 * @ways: (array): probabilities by row and column; what is on the diagonal means nothing
 * @stay: (array): of each state
 * @weight: (array): of each state
 * @leaving: (array): of the states that are out, the probability of not going from it to itself
 * @factors: (array): for each row the part of each state of the block that it goes on to
 * @strips: (array): the block's rows, TILE columns after TILE columns
 */
struct _PrnDenseChain {
  guint n, stride;
  double *ways;
  double *stay, *weight, *leaving;
  double *factors;
  double *strips;
};

PrnDenseChain *
prn_dense_chain_new (guint n)
{
  PrnDenseChain *chain = g_new0 (PrnDenseChain, 1);

  chain->n = n;
  chain->stride = (n + TILE - 1) / TILE * TILE;
  chain->ways = g_malloc0_n ((gsize) chain->stride * chain->stride, sizeof (double));
  chain->stay = g_new0 (double, chain->stride);
  chain->weight = g_new0 (double, chain->stride);
  chain->leaving = g_new0 (double, chain->stride);
  chain->factors = g_malloc0_n ((gsize) chain->stride * BLOCK, sizeof (double));
  chain->strips = g_new (double, (gsize) chain->stride * BLOCK);
  return chain;
}

void
prn_dense_chain_free (PrnDenseChain *chain)
{
  g_free (chain->ways);
  g_free (chain->stay);
  g_free (chain->weight);
  g_free (chain->leaving);
  g_free (chain->factors);
  g_free (chain->strips);
  g_free (chain);
}

static inline double *
row_of (const PrnDenseChain *chain, guint state)
{
  return chain->ways + (gsize) state * chain->stride;
}

static inline double *
factors_of (const PrnDenseChain *chain, guint state)
{
  return chain->factors + (gsize) state * BLOCK;
}

void
prn_dense_chain_set (PrnDenseChain *chain, guint state, double stay, double weight)
{
  chain->stay[state] = stay;
  chain->weight[state] = weight;
}

void
prn_dense_chain_set_way (PrnDenseChain *chain, guint from, guint to, double probability)
{
  row_of (chain, from)[to] = probability;
}

/* Brings the row of state @k up to date with the states of the block that are out. It begins with
 * whole pairs, on the diagonal if need be. */
static void
update_row (PrnDenseChain *chain, guint first, guint k)
{
  Pair *row = (Pair *) row_of (chain, k);
  const double *factors = factors_of (chain, k);

  for (guint out = first; out < k; out++) {
    const Pair *past = (const Pair *) row_of (chain, out);
    double factor = factors[out - first];
    Pair both = { factor, factor };

    for (guint j = (k + 1) / 2; factor > 0 && j < chain->stride / 2; j++)
      row[j] += both * past[j];
    chain->stay[k] += factor * chain->stay[out];
  }
}

static double
leaving (const PrnDenseChain *chain, guint k)
{
  const double *row = row_of (chain, k);
  double sum = chain->stay[k];

  for (guint j = k + 1; j < chain->n; j++)
    sum += row[j];
  return sum > 0 ? sum : 1; /* nothing goes on from here, and nobody comes here */
}

/* Brings column @k up to date, and finds what part of it each later state takes over. */
static void
update_column (PrnDenseChain *chain, guint first, guint k)
{
  double column[BLOCK] __attribute__ ((aligned (16))) = { 0 };
  const Pair *pairs = (const Pair *) column;
  guint n_pairs = (k - first + 1) / 2;

  for (guint out = first; out < k; out++)
    column[out - first] = row_of (chain, out)[k];
  for (guint i = k + 1; i < chain->n; i++) {
    double *factors = factors_of (chain, i);
    double *way = &row_of (chain, i)[k];
    Pair sum = { *way, 0 };

    for (guint p = 0; p < n_pairs; p++)
      sum += ((const Pair *) factors)[p] * pairs[p];
    *way = sum[0] + sum[1];
    factors[k - first] = *way / chain->leaving[k];
  }
}

static void
take_out (PrnDenseChain *chain, guint first, guint k)
{
  const double *row = row_of (chain, k);
  double part;

  update_row (chain, first, k);
  chain->leaving[k] = leaving (chain, k);
  update_column (chain, first, k);
  part = chain->weight[k] / chain->leaving[k];
  for (guint j = k + 1; j < chain->n; j++)
    chain->weight[j] += part * row[j];
}

/* Adds the product of TILE rows of factors and the strip to a tile. */
static inline void
add_tile (const double *factors, const double *strip, double *tile, gsize stride)
{
  Pair sums[TILE][2] = { { { 0 } } };

  for (guint k = 0; k < BLOCK; k++) {
    Pair left = *(const Pair *) (strip + k * TILE), right = *(const Pair *) (strip + k * TILE + 2);

#pragma GCC unroll 4
    for (guint i = 0; i < TILE; i++) {
      double factor = factors[i * BLOCK + k];
      Pair both = { factor, factor };

      sums[i][0] += both * left;
      sums[i][1] += both * right;
    }
  }
#pragma GCC unroll 4
  for (guint i = 0; i < TILE; i++) {
    Pair *way = (Pair *) (tile + i * stride);

    way[0] += sums[i][0];
    way[1] += sums[i][1];
  }
}

/* Brings the rows of all later states up to date with a whole block. */
static void
update_rest (PrnDenseChain *chain, guint first)
{
  guint end = first + BLOCK;

  for (guint i = end; i < chain->n; i++)
    for (guint k = first; k < end; k++)
      chain->stay[i] += factors_of (chain, i)[k - first] * chain->stay[k];

  for (guint k = first; k < end; k++)
    for (guint j = end; j < chain->stride; j += TILE)
      memcpy (chain->strips + (gsize) j * BLOCK + (k - first) * TILE, row_of (chain, k) + j,
              TILE * sizeof (double));
  for (guint rows = end; rows < chain->stride; rows += ROWS)
    for (guint j = end; j < chain->stride; j += TILE)
      for (guint i = rows; i < MIN (rows + ROWS, chain->stride); i += TILE)
        add_tile (factors_of (chain, i), chain->strips + (gsize) j * BLOCK,
                  row_of (chain, i) + j, chain->stride);
}

void
prn_dense_chain_visits (PrnDenseChain *chain, double *visits)
{
  for (guint first = 0; first < chain->n; first += BLOCK) {
    guint end = MIN (first + BLOCK, chain->n);

    for (guint k = first; k < end; k++)
      take_out (chain, first, k);
    if (end < chain->n)
      update_rest (chain, first);
  }

  /* With the later states known, those taken out earlier follow. */
  for (guint i = chain->n; i-- > 0;)
    visits[i] = chain->weight[i];
  for (guint i = chain->n; i-- > 0;) {
    const double *row = row_of (chain, i);

    visits[i] /= chain->leaving[i];
    for (guint k = 0; k < i; k++)
      visits[k] += visits[i] * row[k];
  }
}
