/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from the paths: there are far fewer of them than customers. */

#include "prn-tally.h"

/* How often the path at hand came to a stage; the number of a path is never 0. */
typedef struct {
  guint64 path;
  guint64 times;
} Seen;

static void
clear_stages (PrnTally *tally)
{
  for (guint i = 0; i < tally->n_stages; i++) {
    PrnTallyStage *stage = &tally->stages[i];

    stage->customers = stage->visits = stage->left = stage->now = stage->entries = 0;
    stage->squares = 0;
  }
}

/* Σ k² over customers with k visits, one visit at a time: k² = 1 + 3 + … + (2k − 1). */
static void
enter (PrnTallyStage *stage, Seen *seen, guint64 path, guint64 customers)
{
  if (seen->path != path) {
    *seen = (Seen){ path, 0 };
    stage->customers += customers;
  }
  seen->times++;
  stage->visits += customers;
  stage->squares += (PrnTallySum) (2 * seen->times - 1) * customers;
}

void
prn_tally_settle (PrnTally *tally)
{
  g_autofree Seen *seen = g_new0 (Seen, tally->n_stages);
  guint64 number = 0;
  PrnPath path;

  clear_stages (tally);
  for (gsize at = 0; prn_paths_next (tally->paths, &at, &path);) {
    PrnPathReader reader = prn_path_read (tally->paths, &path);
    guint32 from = PRN_NONE, stage;

    number++;
    while (prn_path_reader_next (&reader, &stage)) {
      if (from == PRN_NONE)
        tally->stages[stage].entries += path.customers;
      else
        tally->stages[from].left += path.customers;
      enter (&tally->stages[stage], &seen[stage], number, path.customers);
      from = stage;
    }
    tally->stages[from].now += path.customers;
  }
}
