/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"

G_BEGIN_DECLS

/* How often each activity directly follows each other one within a customer. */

/* One directly-follows pair. */
typedef struct {
  guint32 from, to; /* activities of the log */
  guint64 moves;
} PrnPair;

/**
 * PrnPairs:
 * @n_activities: activities of the log
 * @firsts: (array length=n_activities): how many customers begin with each
 * @pairs: (element-type PrnPair): every pair there is, the most frequent first, ties by the names
 *   of from and to in byte order
 * @moves: how often any activity follows another
 */
typedef struct {
  guint n_activities;
  guint64 *firsts;
  GArray *pairs;
  guint64 moves;
} PrnPairs;

/**
 * prn_pairs_new:
 * @log: a log
 *
 * Returns: (transfer full): its pairs
 */
PrnPairs *prn_pairs_new (PrnLog *log);

/**
 * prn_pairs_free:
 * @pairs: (transfer full): pairs
 */
void prn_pairs_free (PrnPairs *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnPairs, prn_pairs_free)

/**
 * prn_pairs_keep:
 * @pairs: pairs
 * @share: 0 to 1
 *
 * Chooses the most frequent pairs that cover @share of all moves, and of the others the most
 * frequent ones without which an activity could not be reached from a first one.
 *
 * Returns: (transfer full) (array): for each pair whether it is kept
 */
gboolean *prn_pairs_keep (const PrnPairs *pairs, double share);

G_END_DECLS
