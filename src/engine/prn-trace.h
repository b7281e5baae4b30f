/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journey.h"
#include "prn-log.h"

G_BEGIN_DECLS

/* What is kept of each customer of a log between two replays: by which edges he went, a bit each.
 * Edges beyond 63 share bits, so a trace may say more than was, never less. */

typedef guint64 PrnTrace;

/* The customer was let in. */
#define PRN_TRACE_ENTERED (G_GUINT64_CONSTANT (1) << 63)

/* Whatever is asked for. */
#define PRN_TRACE_ANY G_MAXUINT64

/* The bit of an edge. */
static inline PrnTrace
prn_trace_edge (guint32 edge)
{
  return G_GUINT64_CONSTANT (1) << (edge % 63);
}

/* The trace of a customer who is done. */
static inline PrnTrace
prn_trace_of_journey (const PrnJourney *journey)
{
  PrnTrace trace = journey->n_moves > 0 ? PRN_TRACE_ENTERED : 0;

  for (guint32 i = 1; i < journey->n_moves; i++)
    trace |= journey->moves[i].edge != PRN_NONE ? prn_trace_edge (journey->moves[i].edge) : 0;
  return trace;
}

/**
 * prn_trace_of_change:
 * @plan: a plan
 * @changed: another, of a map that differs in the conditions of triggers alone
 *
 * Returns: the bits of those customers of @plan whose journey can be another one with @changed: a
 *   customer's has one of them, or PRN_TRACE_ANY
 */
PrnTrace prn_trace_of_change (const PrnPlan *plan, const PrnPlan *changed);

/**
 * prn_traces_new:
 * @log: a log
 *
 * Returns: (transfer full): by part and customer, an empty trace
 */
PrnTrace **prn_traces_new (PrnLog *log);

/**
 * prn_traces_free:
 * @traces: (transfer full): traces
 * @log: of this log
 */
void prn_traces_free (PrnTrace **traces, PrnLog *log);

/* How many customers have one of the bits. */
guint64 prn_traces_count (PrnTrace **traces, PrnLog *log, PrnTrace bits);

G_END_DECLS
