/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-replay.h"
#include "prn-trace.h"

G_BEGIN_DECLS

/**
 * PrnReplayScope:
 * @classes: (array length=n_classes) (nullable): as of prn_replay_classes()
 * @n_classes: how many
 * @traces: (nullable): of the log's customers
 * @is_part: not all are walked, but
 * @only: customers whose trace has one of these bits
 * @keeps_traces: each customer walked gets the trace of this replay
 *
 * Which customers are walked, and what is kept of them.
 */
typedef struct {
  const guint32 *classes;
  guint n_classes;
  PrnTrace **traces;
  gboolean is_part;
  PrnTrace only;
  gboolean keeps_traces;
} PrnReplayScope;

/* As prn_replay_tally(), of some customers. */
PrnTallySet *prn_replay_run (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                             const PrnReplayScope *scope, PrnProgress *progress, GError **error);

G_END_DECLS
