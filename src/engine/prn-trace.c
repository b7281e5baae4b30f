/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-trace.h"

#include "prn-same.h"
#include "prn-stricter.h"

/* Whoever came to a stage: by an edge that leads there, or by being let in. */
static PrnTrace
trace_of_visit (const PrnPlan *plan, guint32 stage)
{
  PrnTrace trace = 0;

  for (guint i = 0; i < plan->entries->len; i++)
    if (PRN_PLAN_ENTRY (plan, i)->stage == stage)
      trace |= PRN_TRACE_ENTERED;
  for (guint32 i = 0; i < plan->edges->len; i++)
    if (PRN_PLAN_EDGE (plan, i)->to == stage)
      trace |= prn_trace_edge (i);
  return trace;
}

/* A stricter condition changes nothing where the other one never held; any other, nothing where it
 * was never judged. */
static PrnTrace
trace_of_trigger (const PrnPlan *plan, guint32 trigger, gboolean is_stricter)
{
  PrnTrace trace = 0;

  for (guint32 i = 0; i < plan->edges->len; i++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);

    if (edge->trigger == trigger)
      trace |= is_stricter ? prn_trace_edge (i) : trace_of_visit (plan, edge->from);
  }
  return trace;
}

PrnTrace
prn_trace_of_change (const PrnPlan *plan, const PrnPlan *changed)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (plan->map, &n);
  const PrnTrigger *const *others = prn_map_triggers (changed->map, &n);
  PrnTrace trace = 0;

  for (guint32 i = 0; i < n && trace != PRN_TRACE_ANY; i++) {
    gboolean is_stricter = prn_condition_is_stricter (others[i]->when, triggers[i]->when);

    if (triggers[i] == others[i] ||
        (is_stricter && prn_condition_is_stricter (triggers[i]->when, others[i]->when)))
      continue;
    trace |= trace_of_trigger (plan, i, is_stricter);
  }
  return trace;
}

PrnTrace **
prn_traces_new (PrnLog *log)
{
  guint n = prn_log_n_parts (log);
  PrnTrace **traces = g_new (PrnTrace *, n);

  for (guint i = 0; i < n; i++)
    traces[i] = g_new0 (PrnTrace, prn_log_part (log, i)->n_customers);
  return traces;
}

void
prn_traces_free (PrnTrace **traces, PrnLog *log)
{
  for (guint i = 0; i < prn_log_n_parts (log); i++)
    g_free (traces[i]);
  g_free (traces);
}

guint64
prn_traces_count (PrnTrace **traces, PrnLog *log, PrnTrace bits)
{
  guint64 n = 0;

  for (guint i = 0; i < prn_log_n_parts (log); i++)
    for (guint32 k = 0; k < prn_log_part (log, i)->n_customers; k++)
      n += (traces[i][k] & bits) != 0;
  return n;
}
