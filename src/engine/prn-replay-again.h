/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-replay.h"

G_BEGIN_DECLS

/* Replaying a log again and again while a map is edited. What one replay leaves is kept for the
 * next: after a change of conditions only the customers whom it can touch are walked again. */

/* Of one log and one way to replay it at a time. Threads may share it: they use it in turn. */
typedef struct _PrnReplayMemory PrnReplayMemory;

/**
 * prn_replay_memory_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
PrnReplayMemory *prn_replay_memory_new (void);

PrnReplayMemory *prn_replay_memory_ref (PrnReplayMemory *memory);
void prn_replay_memory_unref (PrnReplayMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnReplayMemory, prn_replay_memory_unref)

/**
 * prn_replay_again:
 * @memory: what the last replay left; it is this one's afterwards, and of nothing after an error
 * @plan: as of prn_replay(), and so are the others
 *
 * Returns: (transfer full): the report of prn_replay(), to the byte, or %NULL with @error set
 */
PrnReport *prn_replay_again (PrnReplayMemory *memory, PrnPlan *plan, PrnLog *log,
                             const PrnReplayOptions *options, PrnProgress *progress,
                             GError **error);

G_END_DECLS
