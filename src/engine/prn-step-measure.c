/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is measured of a customer's rows. */

#include "prn-step-private.h"

gboolean
prn_step_is_seen_in (const PrnStepper *stepper, guint32 row, guint32 stage)
{
  const guint32 *first = stepper->first_candidate + stepper->part->activity[row];

  for (guint32 i = first[0]; i < first[1]; i++) {
    const PrnCandidate *candidate = &stepper->candidates[i];

    if (candidate->stage == stage &&
        prn_binding_matches (stepper->binding, candidate, stepper->part, row))
      return TRUE;
  }
  return FALSE;
}

static void
earn (PrnJourney *journey, gint64 parts, const PrnMeasures *measures, gint64 elapsed)
{
  if (__builtin_add_overflow (journey->earned, parts, &journey->earned))
    journey->earned = parts > 0 ? G_MAXINT64 : G_MININT64;
  if (measures->has_discount)
    journey->earned_discounted +=
        (double) parts / PRN_MONEY_PARTS * prn_decay_left (&measures->decay, elapsed);
}

/* A row counts a column once, even if two events that it matches name it. */
static void
price_row (PrnStepper *stepper, guint32 row)
{
  const PrnBinding *binding = stepper->binding;
  const guint32 *first = stepper->first_candidate + stepper->part->activity[row];
  PrnJourney *journey = &stepper->walk.journey;

  stepper->priced++;
  for (guint32 i = first[0]; i < first[1]; i++) {
    const PrnCandidate *candidate = &stepper->candidates[i];
    guint32 column = binding->event_money[candidate->event];
    const PrnBoundMoney *money = &binding->money[column != PRN_NONE ? column : 0];

    if (column == PRN_NONE || stepper->money_row[column] == stepper->priced ||
        !prn_binding_matches (binding, candidate, stepper->part, row))
      continue;
    stepper->money_row[column] = stepper->priced;
    earn (journey, money->parts[stepper->part->cells[money->log_column][row]], stepper->measures,
          stepper->part->time[row] - journey->moves[0].time);
  }
}

void
prn_step_measure_rows (PrnStepper *stepper)
{
  PrnJourney *journey = &stepper->walk.journey;
  guint32 end = stepper->final_row + 1;

  journey->row_times = stepper->part->time + stepper->let_in_row;
  journey->n_row_times = end - stepper->let_in_row;
  if (stepper->binding->event_money == NULL || stepper->is_stage_log)
    return;
  for (guint32 row = stepper->let_in_row; row < end; row++)
    price_row (stepper, row);
}
