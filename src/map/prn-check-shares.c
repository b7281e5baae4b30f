/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Shares are decimal fractions; ten of 0.1 are 1. */
#define TOLERANCE 1e-9

/* The parts of the visits to each stage that leave it; a trigger that leaves from many stages is
 * added to one sum, and taken back from the stage it leads to. */
typedef struct {
  double *of_stage;
  double *of_phase;
  double of_any;
} Sums;

static void
add_share (PrnCheck *check, Sums *sums, guint i, double share)
{
  const PrnCheckArrow *arrow = &check->arrows[i];

  if (arrow->from_stage != PRN_NOWHERE) {
    sums->of_stage[arrow->from_stage] += share;
  } else if (arrow->from_phase != PRN_NOWHERE) {
    sums->of_phase[arrow->from_phase] += share;
    if (arrow->to != PRN_NOWHERE && check->phase_of[arrow->to] == arrow->from_phase)
      sums->of_stage[arrow->to] -= share;
  } else if (arrow->from_any) {
    sums->of_any += share;
    if (arrow->to != PRN_NOWHERE && check->stages[arrow->to]->role != PRN_ROLE_EXIT)
      sums->of_stage[arrow->to] -= share;
  }
}

void
prn_check_add_up (PrnCheck *check, const double *shares, double *totals)
{
  guint n_phases = prn_map_n (check->map, PRN_KIND_PHASE);
  g_autofree double *of_phase = g_new0 (double, n_phases);
  Sums sums = { totals, of_phase, 0 };

  memset (totals, 0, check->n_stages * sizeof (double));
  for (guint i = 0; i < check->n_triggers; i++)
    if (!isnan (shares[i]))
      add_share (check, &sums, i, shares[i]);
  for (guint i = 0; i < check->n_stages; i++) {
    if (check->phase_of[i] != PRN_NOWHERE)
      totals[i] += of_phase[check->phase_of[i]];
    if (check->stages[i]->role != PRN_ROLE_EXIT)
      totals[i] += sums.of_any;
  }
}

/* @segment is quoted already. */
static void
report_stage (PrnCheck *check, guint stage, double total, const char *segment)
{
  g_autofree char *label = prn_quote (prn_element_label (check->stages[stage]));

  if (segment == NULL)
    prn_check_add (check, PRN_PROBLEM_SHARES, PRN_KIND_STAGE, stage, NULL,
                   _ ("the shares of the triggers that leave %s add up to %.6g %%, but at most "
                      "100 %% of the visits can leave; lower some of them"),
                   label, 100 * total);
  else
    prn_check_add (check, PRN_PROBLEM_SHARES_OF_SEGMENT, PRN_KIND_STAGE, stage, NULL,
                   _ ("the shares of the triggers that leave %s add up to %.6g %% for the segment "
                      "%s, but at most 100 %% of the visits can leave; lower some of them"),
                   label, 100 * total, segment);
}

static void
report_scenario (PrnCheck *check, guint scenario, guint stage, double total, const char *segment)
{
  g_autofree char *label = prn_quote (prn_element_label (check->stages[stage]));

  if (segment == NULL)
    prn_check_add (check, PRN_PROBLEM_SHARES_IN_SCENARIO, PRN_KIND_SCENARIO, scenario, "set",
                   _ ("the shares of the triggers that leave %s add up to %.6g %% in this "
                      "scenario, but at most 100 %% of the visits can leave; lower some of them"),
                   label, 100 * total);
  else
    prn_check_add (check, PRN_PROBLEM_SHARES_IN_SCENARIO, PRN_KIND_SCENARIO, scenario, "set",
                   _ ("the shares of the triggers that leave %s add up to %.6g %% in this "
                      "scenario for the segment %s, but at most 100 %% of the visits can leave; "
                      "lower some of them"),
                   label, 100 * total, segment);
}

GPtrArray *
prn_check_list_segments (PrnCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (prn_text_hash, g_str_equal);
  GPtrArray *segments = g_ptr_array_new ();

  for (guint t = 0; t < check->n_triggers; t++)
    for (guint b = 0; b < check->triggers[t]->by_segment.n; b++) {
      char *segment = check->triggers[t]->by_segment.items[b].segment;

      if (segment != NULL && g_hash_table_add (seen, segment))
        g_ptr_array_add (segments, segment);
    }
  return segments;
}

static void
check_segments (PrnCheck *check, GPtrArray *segments, const PrnCheckNumbers *all,
                const double *base)
{
  g_auto (PrnCheckNumbers) own = { NULL, NULL };
  g_autofree double *totals = g_new (double, check->n_stages);

  prn_check_numbers_init (&own, check);
  for (guint s = 0; s < segments->len; s++) {
    g_autofree char *quoted = prn_quote (segments->pdata[s]);

    prn_check_numbers_of_segment (&own, check, all, segments->pdata[s]);
    prn_check_add_up (check, own.shares, totals);
    for (guint i = 0; i < check->n_stages; i++)
      if (totals[i] > 1 + TOLERANCE && totals[i] > base[i] + TOLERANCE)
        report_stage (check, i, totals[i], quoted);
  }
}

/* What is wrong with the map as it is has been said and is not said again of each scenario. */
static void
check_segments_in_scenario (PrnCheck *check, GPtrArray *segments, guint scenario,
                            const PrnCheckNumbers *all, const PrnCheckNumbers *changed,
                            const double *totals)
{
  g_auto (PrnCheckNumbers) own = { NULL, NULL };
  g_autofree double *before = g_new (double, check->n_stages);
  g_autofree double *after = g_new (double, check->n_stages);

  prn_check_numbers_init (&own, check);
  for (guint s = 0; s < segments->len; s++) {
    g_autofree char *quoted = prn_quote (segments->pdata[s]);

    prn_check_numbers_of_segment (&own, check, all, segments->pdata[s]);
    prn_check_add_up (check, own.shares, before);
    prn_check_numbers_of_segment (&own, check, changed, segments->pdata[s]);
    prn_check_add_up (check, own.shares, after);
    for (guint i = 0; i < check->n_stages; i++)
      if (after[i] > 1 + TOLERANCE && after[i] > before[i] + TOLERANCE &&
          after[i] > totals[i] + TOLERANCE)
        report_scenario (check, scenario, i, after[i], quoted);
  }
}

static void
check_scenarios (PrnCheck *check, GPtrArray *segments, const PrnCheckNumbers *all,
                 const double *base)
{
  g_autofree double *totals = g_new (double, check->n_stages);

  for (guint s = 0; s < prn_map_n (check->map, PRN_KIND_SCENARIO); s++) {
    g_auto (PrnCheckNumbers) own = { NULL, NULL };

    if (!prn_check_numbers_of_scenario (&own, check, s))
      continue;
    prn_check_add_up (check, own.shares, totals);
    for (guint i = 0; i < check->n_stages; i++)
      if (totals[i] > 1 + TOLERANCE && totals[i] > base[i] + TOLERANCE)
        report_scenario (check, s, i, totals[i], NULL);
    check_segments_in_scenario (check, segments, s, all, &own, totals);
  }
}

void
prn_check_shares (PrnCheck *check)
{
  g_auto (PrnCheckNumbers) all = { NULL, NULL };
  g_autofree double *totals = g_new (double, check->n_stages);
  g_autoptr (GPtrArray) segments = prn_check_list_segments (check);

  if (check->n_triggers == 0 || check->n_stages == 0)
    return;

  prn_check_numbers_init (&all, check);
  prn_check_add_up (check, all.shares, totals);
  for (guint i = 0; i < check->n_stages; i++)
    if (totals[i] > 1 + TOLERANCE)
      report_stage (check, i, totals[i], NULL);
  check_segments (check, segments, &all, totals);
  check_scenarios (check, segments, &all, totals);
}
