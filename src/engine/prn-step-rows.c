/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows at which nothing can happen are passed over: they are counted, and the time of the last one
 * and the attributes are kept. */

#include "prn-step-private.h"

static void
take_attributes (PrnStepper *stepper, guint32 row)
{
  for (guint i = 0; i < stepper->binding->n_attributes; i++) {
    int column = stepper->binding->attributes[i].log_column;

    if (column >= 0 && stepper->part->cells[column][row] != 0)
      stepper->attributes[i] = stepper->part->cells[column][row];
  }
}

/* Passes over rows from @row on; where it has to stop. The customer is in a stage. */
static guint32
pass_over (PrnStepper *stepper, guint32 row, guint32 end)
{
  const PrnBinding *binding = stepper->binding;
  const gint64 *times = stepper->part->time;
  const guint32 *activities = stepper->part->activity;
  guint32 stage = stepper->walk.stage;
  const guint8 *kinds = binding->row_kinds + (gsize) stage * binding->n_activities;
  PrnJourney *journey = &stepper->walk.journey;
  guint32 first = row, matched = 0, drawn = 0, seen = 0;

  for (; row < end && times[row] < stepper->quiet_until; row++) {
    guint8 kind = kinds[activities[row]];

    if ((kind & PRN_ROW_QUIET) == 0)
      break;
    if (G_UNLIKELY (binding->n_attributes > 0))
      take_attributes (stepper, row);
    if (G_UNLIKELY (kind & PRN_ROW_AWAY))
      prn_journey_add_away (journey, stage, activities[row]);
    if (G_UNLIKELY ((kind & PRN_ROW_MATCHED) == 0))
      prn_journey_add_unmatched (journey, activities[row]);
    matched += (kind & PRN_ROW_MATCHED) != 0;
    drawn += (kind & PRN_ROW_DRAWN) != 0;
    seen += (kind & PRN_ROW_SEEN) != 0;
  }

  if (row > first) {
    journey->matched += matched;
    journey->drawn += drawn;
    journey->seen += seen;
    stepper->last_row = stepper->floor = times[row - 1];
    stepper->final_row = row - 1;
  }
  return row;
}

/* Whether rows may be passed over in the stage the customer is in. */
static inline gboolean
may_pass (const PrnStepper *stepper)
{
  return stepper->binding->row_kinds != NULL && stepper->walk.stage != PRN_NONE &&
         !stepper->is_held;
}

void
prn_stepper_rows (PrnStepper *stepper, guint32 row, guint32 end)
{
  while (row < end) {
    gint64 time = stepper->part->time[row];

    if (may_pass (stepper) && time >= stepper->quiet_until)
      prn_step_run_timers (stepper, time - 1);
    if (may_pass (stepper)) {
      guint32 next = pass_over (stepper, row, end);

      if (next == end)
        return;
      /* Timers are due before the next row, or it is no quiet one. */
      if (next > row && stepper->part->time[next] >= stepper->quiet_until) {
        row = next;
        continue;
      }
      row = next;
    }
    prn_stepper_row (stepper, row++);
  }
}
