/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The closed form against a dense solve of the same matrix.
 * Usage: bench-chain STAGES WAYS MATRIX ROUNDS: makes a chain of so many stages, each with so many
 * ways to others, writes n, the start and the matrix as doubles, and prints for each round the
 * seconds of processor time from the ways to the visits, and the sum of the visits. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "prn-chain.h"

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static double
solve (const double *matrix, const double *start, double *visits, guint n)
{
  double begin = now ();
  g_autoptr (PrnChain) chain = prn_chain_new (n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (matrix[i * n + k] > 0)
        prn_chain_add (chain, i, k, matrix[i * n + k]);
  if (prn_chain_trap (chain, start) >= 0)
    return -1;
  prn_chain_visits (chain, start, visits);
  return now () - begin;
}

int
main (int argc, char **argv)
{
  guint n = argc == 5 ? (guint) atoi (argv[1]) : 0, ways = argc == 5 ? (guint) atoi (argv[2]) : 0;
  int rounds = argc == 5 ? atoi (argv[4]) : 0;
  double *values = g_new0 (double, 1 + n + (gsize) n * n);
  double *visits = g_new (double, n + 1);
  GRand *rand = g_rand_new_with_seed (1);
  FILE *file;

  if (n == 0 || ways == 0 || (file = fopen (argv[3], "wb")) == NULL) {
    fputs ("usage: bench-chain STAGES WAYS MATRIX ROUNDS\n", stderr);
    return 2;
  }

  values[0] = n;
  values[1] = 1;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < ways; k++) {
      guint to = ways < n ? (guint) g_rand_int_range (rand, 0, (int) n) : k;

      values[1 + n + (gsize) i * n + to] += g_rand_double_range (rand, 0.9, 0.99) / ways;
    }
  if (fwrite (values, sizeof (double), 1 + n + (gsize) n * n, file) == 0 || fclose (file) != 0)
    return 1;

  for (int i = 0; i < rounds; i++) {
    double taken = solve (values + 1 + n, values + 1, visits, n), sum = 0;

    for (guint k = 0; k < n; k++)
      sum += visits[k];
    printf ("%.9f %.12g\n", taken, sum);
  }
  g_rand_free (rand);
  g_free (values);
  g_free (visits);
  return 0;
}
