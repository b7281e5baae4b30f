/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ways.h"

/* Above any number that is drawn. */
#define BEYOND 2.0

/* Tables of delays take 4 KiB each; this many have one. */
#define MOST_TABLES 4096

static void
free_sampler (gpointer data)
{
  prn_sampler_clear (data);
  g_free (data);
}

/* A delay is drawn by one sampler wherever it stands. */
static PrnSampler *
sampler_of (PrnWays *ways, const PrnDistribution *delay)
{
  PrnSampler *sampler = g_hash_table_lookup (ways->samplers, delay);

  if (sampler == NULL) {
    sampler = g_new (PrnSampler, 1);
    prn_sampler_init (sampler, delay, g_hash_table_size (ways->samplers) < MOST_TABLES);
    g_hash_table_insert (ways->samplers, (gpointer) delay, sampler);
  }
  return sampler;
}

/* Adds a fork, or several in a row, of ways that @n @untils separate, with @last behind them. */
static guint
add_fork (PrnWays *ways, const double *until, const PrnWay *way, guint n, PrnWay last)
{
  guint first = ways->all->len;

  for (guint i = 0; i <= n; i += 4) {
    PrnFork fork;

    for (guint k = 0; k < 4; k++) {
      double number = i + k < n ? until[i + k] : BEYOND;

      memcpy (&fork.until[k], &number, sizeof number);
      fork.ways[k] = i + k < n ? way[i + k] : last;
    }
    g_array_append_val (ways->all, fork);
  }
  return first;
}

static guint
add_stage (PrnWays *ways, const PrnPlan *plan, guint32 stage, const PrnBranches *branches)
{
  const PrnWay stay = { &ways->stay, plan->edges->len + stage, stage };
  g_autofree double *until = g_new (double, branches->n);
  g_autofree PrnWay *to = g_new (PrnWay, branches->n);

  for (guint i = 0; i < branches->n; i++) {
    const PrnBranch *branch = &branches->branches[i];

    until[i] = branch->until;
    to[i] = (PrnWay){ sampler_of (ways, branch->delay), branch->edge,
                      PRN_PLAN_EDGE (plan, branch->edge)->to };
  }
  return add_fork (ways, until, to, branches->n, stay);
}

/* Entries or classes, the latter by their place; the last one is taken where none is before. */
static guint
add_choices (PrnWays *ways, const PrnChoice *choices, guint n, gboolean by_place)
{
  g_autofree double *until = g_new (double, n);
  g_autofree PrnWay *to = g_new (PrnWay, n);

  for (guint i = 0; i < n; i++) {
    until[i] = choices[i].until;
    to[i] = (PrnWay){ NULL, PRN_NONE, by_place ? i : choices[i].index };
  }
  return add_fork (ways, until, to, n - 1, to[n - 1]);
}

/* Whether two classes go on from a stage in the same way. */
static gboolean
same_branches (const PrnBranches *a, const PrnBranches *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++) {
    const PrnBranch *one = &a->branches[i], *other = &b->branches[i];

    if (one->edge != other->edge || one->until != other->until || one->delay != other->delay)
      return FALSE;
  }
  return TRUE;
}

PrnWays *
prn_ways_new (const PrnPlan *plan, const PrnOdds *odds)
{
  PrnWays *ways = g_new0 (PrnWays, 1);
  guint n_entries, n_classes, entries, classes;
  const PrnChoice *entry = prn_odds_entries (odds, &n_entries);
  const PrnChoice *class = prn_odds_classes (odds, &n_classes);
  const PrnBranches *branches = prn_odds_of_class (odds, 0);
  gsize n = (gsize) n_classes * plan->n_stages, last = n - plan->n_stages;
  g_autofree guint *first = g_new (guint, n);

  ways->samplers = g_hash_table_new_full (NULL, NULL, NULL, free_sampler);
  prn_sampler_init_fixed (&ways->stay, PRN_WAYS_FOR_EVER);
  ways->all = g_array_new (FALSE, FALSE, sizeof (PrnFork));
  entries = add_choices (ways, entry, n_entries, FALSE);
  classes = add_choices (ways, class, n_classes, TRUE);

  /* A class has forks of its own where it differs from the last one, those in no segment. */
  for (gsize i = n; i-- > 0;) {
    guint32 stage = (guint32) (i % plan->n_stages);
    gsize usual = last + stage;

    if (i < last && same_branches (&branches[i], &branches[usual]))
      first[i] = first[usual];
    else
      first[i] = add_stage (ways, plan, stage, &branches[i]);
  }

  /* The array does not grow any more, so the places in it are known. */
  ways->entries = &g_array_index (ways->all, PrnFork, entries);
  ways->classes = &g_array_index (ways->all, PrnFork, classes);
  ways->forks = g_new (const PrnFork *, n);
  for (gsize i = 0; i < n; i++)
    ways->forks[i] = &g_array_index (ways->all, PrnFork, first[i]);
  return ways;
}

void
prn_ways_free (PrnWays *ways)
{
  g_hash_table_unref (ways->samplers);
  g_array_unref (ways->all);
  g_free (ways->forks);
  g_free (ways);
}
