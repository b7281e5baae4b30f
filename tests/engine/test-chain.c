/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-chain-dense.h"
#include "prn-chain.h"

/* Q = [[0, .5, 0], [.5, 0, .5], [0, .5, 0]]: a walk on three states that ends at either side. */
static void
test_fundamental_matrix (void)
{
  static const double expected[3][3] = { { 1.5, 1, 0.5 }, { 1, 2, 1 }, { 0.5, 1, 1.5 } };

  for (int i = 0; i < 3; i++) {
    g_autoptr (PrnChain) chain = prn_chain_new (3);
    double start[3] = { 0, 0, 0 }, visits[3];

    prn_chain_add (chain, 0, 1, 0.5);
    prn_chain_add (chain, 1, 0, 0.5);
    prn_chain_add (chain, 1, 2, 0.5);
    prn_chain_add (chain, 2, 1, 0.5);
    start[i] = 1;
    g_assert_cmpint (prn_chain_trap (chain, start), ==, -1);
    prn_chain_visits (chain, start, visits);
    for (int j = 0; j < 3; j++)
      g_assert_cmpfloat_with_epsilon (visits[j], expected[i][j], 1e-15);
  }
}

/* A state left with probability 1 - p for another, and back to itself otherwise: 1/(1 - p) visits. */
static void
test_loops (void)
{
  static const double again[] = { 0, 0.5, 0.9, 0.999999 };

  for (gsize i = 0; i < G_N_ELEMENTS (again); i++) {
    g_autoptr (PrnChain) chain = prn_chain_new (2);
    double start[2] = { 1, 0 }, visits[2];

    prn_chain_add (chain, 0, 0, again[i]);
    prn_chain_add (chain, 0, 1, 1 - again[i]);
    prn_chain_visits (chain, start, visits);
    g_assert_cmpfloat_with_epsilon (visits[0] * (1 - again[i]), 1, 1e-9);
    g_assert_cmpfloat_with_epsilon (visits[1], 1, 1e-12);
  }
}

static void
test_traps (void)
{
  g_autoptr (PrnChain) chain = prn_chain_new (5);
  double at_beginning[5] = { 1, 0, 0, 0, 0 }, at_end[5] = { 0, 0, 1, 0, 0 };
  double visits[5];
  int trap;

  /* 0 may go to the round of 3 and 4, which nobody leaves; 2 cannot. */
  prn_chain_add (chain, 0, 1, 0.5);
  prn_chain_add (chain, 0, 3, 0.5);
  prn_chain_add (chain, 3, 4, 1);
  prn_chain_add (chain, 4, 3, 1);
  prn_chain_add (chain, 2, 1, 1);

  trap = prn_chain_trap (chain, at_beginning);
  g_assert_true (trap == 3 || trap == 4);
  g_assert_cmpint (prn_chain_trap (chain, at_end), ==, -1);

  prn_chain_visits (chain, at_end, visits);
  g_assert_cmpfloat (visits[1], ==, 1);
  g_assert_cmpfloat (visits[2], ==, 1);
  g_assert_cmpfloat (visits[3], ==, 0);
  g_assert_cmpfloat (visits[4], ==, 0);
}

/* Solves v (I - P) = s by Gaussian elimination with pivots: the plain way. */
static void
solve_plainly (guint n, const double *p, const double *start, double *visits)
{
  g_autofree double *a = g_new (double, n * (n + 1));

  for (guint i = 0; i < n; i++) {
    for (guint j = 0; j < n; j++)
      a[i * (n + 1) + j] = (i == j ? 1 : 0) - p[j * n + i];
    a[i * (n + 1) + n] = start[i];
  }

  for (guint k = 0; k < n; k++) {
    guint pivot = k;

    for (guint i = k + 1; i < n; i++)
      if (fabs (a[i * (n + 1) + k]) > fabs (a[pivot * (n + 1) + k]))
        pivot = i;
    for (guint j = 0; j <= n; j++) {
      double swap = a[k * (n + 1) + j];

      a[k * (n + 1) + j] = a[pivot * (n + 1) + j];
      a[pivot * (n + 1) + j] = swap;
    }
    for (guint i = 0; i < n; i++) {
      double factor = a[i * (n + 1) + k] / a[k * (n + 1) + k];

      for (guint j = k; i != k && j <= n; j++)
        a[i * (n + 1) + j] -= factor * a[k * (n + 1) + j];
    }
  }
  for (guint i = 0; i < n; i++)
    visits[i] = a[i * (n + 1) + n] / a[i * (n + 1) + i];
}

/* @n states with up to @most ways each. */
static void
check_random_chain (guint n, int most)
{
  g_autoptr (PrnChain) chain = prn_chain_new (n);
  g_autofree double *p = g_new0 (double, n * n);
  g_autofree double *start = g_new0 (double, n);
  g_autofree double *visits = g_new (double, n);
  g_autofree double *expected = g_new (double, n);

  for (guint i = 0; i < n; i++) {
    int ways = g_test_rand_int_range (0, most + 1);

    start[i] = g_test_rand_bit () ? g_test_rand_double () : 0;
    for (int k = 0; k < ways; k++) {
      guint to = (guint) g_test_rand_int_range (0, (int) n);
      double probability = g_test_rand_double () * 0.99 / ways;

      prn_chain_add (chain, i, to, probability);
      p[i * n + to] += probability;
    }
  }

  g_assert_cmpint (prn_chain_trap (chain, start), ==, -1);
  prn_chain_visits (chain, start, visits);
  solve_plainly (n, p, start, expected);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (visits[i], expected[i], 1e-9 * MAX (1, expected[i]));
}

static void
test_random_chains (void)
{
  for (int round = 0; round < 500; round++)
    check_random_chain ((guint) g_test_rand_int_range (1, 25), 4);
}

/* Those that end up as a matrix: of all sizes around whole tiles and blocks. */
static void
test_dense_chains (void)
{
  static const guint sizes[] = { 32, 33, 63, 64, 65, 67, 127, 128, 129, 200, 259 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    check_random_chain (sizes[i], 7);
    check_random_chain (sizes[i], 30);
    check_random_chain (sizes[i], 2 * (int) sizes[i]);
  }
}

/* A state nobody comes to and nothing leaves, in the matrix. */
static void
test_dense_round (void)
{
  guint n = 80;
  g_autoptr (PrnChain) chain = prn_chain_new (n);
  g_autofree double *start = g_new0 (double, n);
  g_autofree double *visits = g_new (double, n);

  start[0] = 1;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (i >= n - 2 ? k == (i == n - 1 ? n - 2 : n - 1) : k < n - 2)
        prn_chain_add (chain, i, k, i >= n - 2 ? 1 : 0.9 / (n - 2));
  g_assert_cmpint (prn_chain_trap (chain, start), ==, -1);
  prn_chain_visits (chain, start, visits);
  g_assert_cmpfloat_with_epsilon (visits[1], 9.0 / (n - 2), 1e-12);
  g_assert_cmpfloat (visits[n - 1], ==, 0);
}

/* Many states with ways to many others; in one of a hundred a part of those who come there stay. What
 * enters is led on round after round, and what comes out is the same as with all of it as a
 * matrix. */
static void
check_large_chain (double staying)
{
  guint n = 1600, n_ways = 24;
  g_autoptr (PrnChain) chain = prn_chain_new (n);
  g_autoptr (PrnDenseChain) dense = prn_dense_chain_new (n);
  g_autofree double *start = g_new0 (double, n);
  g_autofree double *visits = g_new (double, n);
  g_autofree double *expected = g_new (double, n);

  start[0] = 0.75;
  start[n - 1] = 0.25;
  for (guint i = 0; i < n; i++) {
    double stay = i % 100 == 0 ? staying : 0;

    prn_dense_chain_set (dense, i, stay, start[i]);
    for (guint k = 0; k < n_ways; k++) {
      guint ahead = n / n_ways * k + (guint) g_test_rand_int_range (1, (int) (n / n_ways));
      guint to = (i + ahead) % n;

      prn_chain_add (chain, i, to, (1 - stay) / n_ways);
      prn_dense_chain_set_way (dense, i, to, (1 - stay) / n_ways);
    }
  }

  g_assert_cmpint (prn_chain_trap (chain, start), ==, -1);
  prn_chain_visits (chain, start, visits);
  prn_dense_chain_visits (dense, expected);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (visits[i], expected[i], 1e-10 * expected[i]);
}

static void
test_large_chains (void)
{
  check_large_chain (0.5);
  check_large_chain (0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/chain/fundamental-matrix", test_fundamental_matrix);
  g_test_add_func ("/engine/chain/loops", test_loops);
  g_test_add_func ("/engine/chain/traps", test_traps);
  g_test_add_func ("/engine/chain/random-chains", test_random_chains);
  g_test_add_func ("/engine/chain/dense-chains", test_dense_chains);
  g_test_add_func ("/engine/chain/dense-round", test_dense_round);
  g_test_add_func ("/engine/chain/large-chains", test_large_chains);

  return g_test_run ();
}
