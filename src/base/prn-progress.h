/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PrnProgress:
 * @fraction: atomically written by the worker: 0 to 1,000,000 parts of the work are done
 * @cancellable: (nullable): set by the user's side to stop the work
 *
 * How a long piece of work in a thread is watched and stopped. The worker writes @fraction and
 * looks at @cancellable often (at least every 50 ms); the watcher reads @fraction from a timer.
 */
typedef struct {
  int fraction;
  GCancellable *cancellable;
} PrnProgress;

/**
 * prn_progress_set:
 * @progress: (nullable): a progress
 * @done: how much is done
 * @total: of how much
 */
static inline void
prn_progress_set (PrnProgress *progress, guint64 done, guint64 total)
{
  if (progress != NULL && total > 0)
    g_atomic_int_set (&progress->fraction, (int) ((double) done / (double) total * 1e6));
}

/**
 * prn_progress_is_cancelled:
 * @progress: (nullable): a progress
 *
 * Returns: whether the work should stop; it then fails with %G_IO_ERROR_CANCELLED
 */
static inline gboolean
prn_progress_is_cancelled (PrnProgress *progress)
{
  return progress != NULL && progress->cancellable != NULL &&
         g_cancellable_is_cancelled (progress->cancellable);
}

G_END_DECLS
