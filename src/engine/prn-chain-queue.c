/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chain-queue.h"

#define TURN(i) g_array_index (queue, PrnChainTurn, (i))

static gboolean
is_before (PrnChainTurn one, PrnChainTurn other)
{
  return one.cost != other.cost ? one.cost < other.cost : one.state < other.state;
}

void
prn_chain_queue_push (GArray *queue, guint64 cost, guint state)
{
  PrnChainTurn turn = { cost, state };
  guint i = queue->len;

  g_array_append_val (queue, turn);
  for (; i > 0 && is_before (turn, TURN ((i - 1) / 2)); i = (i - 1) / 2)
    TURN (i) = TURN ((i - 1) / 2);
  TURN (i) = turn;
}

PrnChainTurn
prn_chain_queue_pop (GArray *queue)
{
  PrnChainTurn first = TURN (0), last = TURN (queue->len - 1);
  guint n = queue->len - 1, i = 0;

  g_array_set_size (queue, n);
  for (guint child = 1; child < n; child = 2 * i + 1) {
    if (child + 1 < n && is_before (TURN (child + 1), TURN (child)))
      child++;
    if (!is_before (TURN (child), last))
      break;
    TURN (i) = TURN (child);
    i = child;
  }
  if (n > 0)
    TURN (i) = last;
  return first;
}
