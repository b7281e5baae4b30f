/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-compare.h"

#include <math.h>

#define MONEY_SCALE 10000.0
#define Z_95        1.96

typedef struct {
  gint64 base, other;
  unsigned __int128 squares; /* of the differences */
} Sums;

/* Of a stage, in the order of the report. */
enum { REACH, NOW, VISITS, N_OF_STAGE };

/* Of the map. */
enum { EXIT_SHARE, GOAL_SHARE, LIFETIME_VALUE, N_OF_MAP };

/**
 * PrnCompare:
 * @customers: how many are compared
 * @sums: N_OF_STAGE for each stage, then N_OF_MAP
 * @visits: (array): of the customer at hand to each stage, in the map as it is and in the scenario;
 *   all zero between customers
 * @touched: stages of the customer at hand
 */
struct _PrnCompare {
  PrnPlan *plan;
  guint64 customers;
  guint n_sums;
  Sums *sums;
  guint32 (*visits)[2];
  GArray *touched;
  PrnRole *roles;
};

PrnCompare *
prn_compare_new (PrnPlan *plan)
{
  PrnCompare *compare = g_new0 (PrnCompare, 1);

  compare->plan = plan;
  compare->n_sums = plan->n_stages * N_OF_STAGE + N_OF_MAP;
  compare->sums = g_new0 (Sums, compare->n_sums);
  compare->visits = g_malloc0_n (plan->n_stages, sizeof *compare->visits);
  compare->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  compare->roles = g_new (PrnRole, plan->n_stages);
  for (guint i = 0; i < plan->n_stages; i++)
    compare->roles[i] = ((const PrnStage *) prn_map_nth (plan->map, PRN_KIND_STAGE, i))->role;
  return compare;
}

void
prn_compare_free (PrnCompare *compare)
{
  g_free (compare->sums);
  g_free (compare->visits);
  g_array_unref (compare->touched);
  g_free (compare->roles);
  g_free (compare);
}

static void
add (Sums *sums, gint64 base, gint64 other)
{
  __int128 difference = (__int128) other - base;

  sums->base += base;
  sums->other += other;
  sums->squares += (unsigned __int128) (difference * difference);
}

/* Counts the visits of one of the two journeys. */
static void
count_visits (PrnCompare *compare, const PrnJourney *journey, guint which)
{
  for (guint32 i = 0; i < journey->n_moves; i++) {
    guint32 stage = journey->moves[i].to;
    guint32 *visits = compare->visits[stage];

    if (visits[0] + visits[1] == 0)
      g_array_append_val (compare->touched, stage);
    visits[which]++;
  }
}

static void
add_now (PrnCompare *compare, guint32 base, guint32 other)
{
  if (base == other) {
    add (&compare->sums[base * N_OF_STAGE + NOW], 1, 1);
    return;
  }
  add (&compare->sums[base * N_OF_STAGE + NOW], 1, 0);
  add (&compare->sums[other * N_OF_STAGE + NOW], 0, 1);
}

void
prn_compare_add (PrnCompare *compare,
                 const PrnJourney *base,
                 const PrnJourney *other,
                 gint64 base_money,
                 gint64 other_money)
{
  Sums *of_map = compare->sums + compare->n_sums - N_OF_MAP;
  gboolean lost[2] = { FALSE, FALSE }, won[2] = { FALSE, FALSE };

  if (base->n_moves == 0 || other->n_moves == 0)
    return;

  compare->customers++;
  count_visits (compare, base, 0);
  count_visits (compare, other, 1);
  for (guint k = 0; k < compare->touched->len; k++) {
    guint32 stage = g_array_index (compare->touched, guint32, k);
    guint32 *visits = compare->visits[stage];
    Sums *sums = compare->sums + stage * N_OF_STAGE;

    for (guint i = 0; i < 2; i++) {
      lost[i] |= visits[i] > 0 && compare->roles[stage] == PRN_ROLE_EXIT;
      won[i] |= visits[i] > 0 && compare->roles[stage] == PRN_ROLE_GOAL;
    }
    add (&sums[REACH], visits[0] > 0, visits[1] > 0);
    add (&sums[VISITS], visits[0], visits[1]);
    visits[0] = visits[1] = 0;
  }
  g_array_set_size (compare->touched, 0);
  add_now (compare, base->moves[base->n_moves - 1].to, other->moves[other->n_moves - 1].to);
  add (&of_map[EXIT_SHARE], lost[0], lost[1]);
  add (&of_map[GOAL_SHARE], won[0], won[1]);
  add (&of_map[LIFETIME_VALUE], base_money, other_money);
}

void
prn_compare_merge (PrnCompare *compare, const PrnCompare *more)
{
  compare->customers += more->customers;
  for (guint i = 0; i < compare->n_sums; i++) {
    compare->sums[i].base += more->sums[i].base;
    compare->sums[i].other += more->sums[i].other;
    compare->sums[i].squares += more->sums[i].squares;
  }
}

static PrnReportDifference
make_difference (const PrnCompare *compare, const char *of, const char *metric, const Sums *sums,
                 double scale)
{
  double n = (double) compare->customers;
  double mean = ((double) sums->other - (double) sums->base) / n;
  double variance = ((double) sums->squares - n * mean * mean) / (n - 1);
  double reach = n > 1 ? Z_95 * sqrt (MAX (variance, 0) / n) : NAN;

  if (compare->customers == 0)
    mean = NAN;
  return (PrnReportDifference){
    .of = g_strdup (of),
    .metric = metric,
    .base = (double) sums->base / n / scale,
    .scenario = (double) sums->other / n / scale,
    .difference = mean / scale,
    .interval = { (mean - reach) / scale, (mean + reach) / scale },
  };
}

void
prn_compare_fill (const PrnCompare *compare, PrnReportScenario *scenario)
{
  static const char *const of_stage[] = { "reach", "now", "visits" };
  static const char *const of_map[] = { "exit_share", "goal_share", "lifetime_value" };
  const Sums *sums = compare->sums;
  PrnReportDifference *to;

  scenario->n_differences = compare->n_sums;
  scenario->differences = to = g_new0 (PrnReportDifference, compare->n_sums);
  for (guint i = 0; i < compare->plan->n_stages; i++)
    for (guint k = 0; k < N_OF_STAGE; k++)
      *to++ = make_difference (
          compare, prn_element_id (prn_map_nth (compare->plan->map, PRN_KIND_STAGE, i)),
          of_stage[k], sums++, 1);
  for (guint k = 0; k < N_OF_MAP; k++)
    *to++ = make_difference (compare, "map", of_map[k], sums++,
                             k == LIFETIME_VALUE ? MONEY_SCALE : 1);
}
