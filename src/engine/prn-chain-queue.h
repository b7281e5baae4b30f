/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* States waiting for their turn, the cheapest first and of two the one with the lower number: a
 * binary heap. A state whose cost has changed is put in once more; what was said of it before is
 * for the caller to know better when it comes. */

typedef struct {
  guint64 cost;
  guint state;
} PrnChainTurn;

/**
 * prn_chain_queue_push:
 * @queue: (element-type PrnChainTurn): a heap
 * @cost: what the state costs
 * @state: a state
 */
void prn_chain_queue_push (GArray *queue, guint64 cost, guint state);

/**
 * prn_chain_queue_pop:
 * @queue: (element-type PrnChainTurn): a heap that is not empty
 *
 * Returns: the cheapest one, taken out
 */
PrnChainTurn prn_chain_queue_pop (GArray *queue);

G_END_DECLS
