/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-directly-follows.h"

#include <string.h>

/* Counts by pair in an open addressing table; a slot without moves is free. */
typedef struct {
  PrnPair *slots;
  guint32 mask;
  guint32 n;
} PrnPairTable;

static PrnPair *
find_slot (const PrnPairTable *table, guint32 from, guint32 to)
{
  guint32 slot = (from * 2654435761u) ^ (to * 2246822519u);

  for (slot ^= slot >> 15;; slot++) {
    PrnPair *pair = &table->slots[slot & table->mask];

    if (pair->moves == 0 || (pair->from == from && pair->to == to))
      return pair;
  }
}

static void
grow (PrnPairTable *table)
{
  g_autofree PrnPair *old = table->slots;
  guint32 n_old = table->mask + 1;

  table->mask = table->mask * 2 + 1;
  table->slots = g_new0 (PrnPair, (gsize) table->mask + 1);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].moves > 0)
      *find_slot (table, old[i].from, old[i].to) = old[i];
}

static inline void
count_pair (PrnPairTable *table, guint32 from, guint32 to)
{
  PrnPair *pair = find_slot (table, from, to);

  if (pair->moves++ > 0)
    return;
  pair->from = from;
  pair->to = to;
  if (++table->n > table->mask / 2)
    grow (table);
}

static void
count_part (PrnPairs *pairs, PrnPairTable *table, const PrnLogPart *part)
{
  for (guint32 customer = 0; customer < part->n_customers; customer++) {
    guint32 row = part->first_row[customer], end = part->first_row[customer + 1];

    if (row == end)
      continue;
    pairs->firsts[part->activity[row]]++;
    pairs->moves += end - row - 1;
    for (row++; row < end; row++)
      count_pair (table, part->activity[row - 1], part->activity[row]);
  }
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const PrnPair *one = a, *other = b;
  PrnLog *log = data;
  int order;

  if (one->moves != other->moves)
    return one->moves > other->moves ? -1 : 1;
  order = strcmp (prn_log_activity (log, one->from), prn_log_activity (log, other->from));
  if (order != 0)
    return order;
  return strcmp (prn_log_activity (log, one->to), prn_log_activity (log, other->to));
}

PrnPairs *
prn_pairs_new (PrnLog *log)
{
  PrnPairs *pairs = g_new0 (PrnPairs, 1);
  PrnPairTable table = { g_new0 (PrnPair, 1024), 1023, 0 };

  pairs->n_activities = prn_log_n_activities (log);
  pairs->firsts = g_new0 (guint64, pairs->n_activities + 1);
  for (guint i = 0; i < prn_log_n_parts (log); i++)
    count_part (pairs, &table, prn_log_part (log, i));

  pairs->pairs = g_array_sized_new (FALSE, FALSE, sizeof (PrnPair), table.n);
  for (gsize i = 0; i <= table.mask; i++)
    if (table.slots[i].moves > 0)
      g_array_append_val (pairs->pairs, table.slots[i]);
  g_free (table.slots);
  g_array_sort_with_data (pairs->pairs, compare_pairs, log);
  return pairs;
}

void
prn_pairs_free (PrnPairs *pairs)
{
  g_free (pairs->firsts);
  g_array_unref (pairs->pairs);
  g_free (pairs);
}

/**
 * PrnReach:
 * @reached: activities that a customer can get to
 * @leaving: (element-type guint32): for each activity its pairs, most frequent first
 * @open: pairs, by rank, that are not kept and leave something reached
 * @fresh: activities reached whose pairs have not been looked at
 */
typedef struct {
  const PrnPairs *pairs;
  gboolean *kept;
  gboolean *reached;
  GArray **leaving;
  GSequence *open;
  GQueue fresh;
} PrnReach;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = GPOINTER_TO_UINT (a), other = GPOINTER_TO_UINT (b);

  return one < other ? -1 : one > other;
}

static void
reach_activity (PrnReach *reach, guint32 activity)
{
  if (reach->reached[activity])
    return;
  reach->reached[activity] = TRUE;
  g_queue_push_tail (&reach->fresh, GUINT_TO_POINTER (activity));
}

/* Follows the kept pairs as far as they lead. */
static void
follow (PrnReach *reach)
{
  while (!g_queue_is_empty (&reach->fresh)) {
    GArray *leaving = reach->leaving[GPOINTER_TO_UINT (g_queue_pop_head (&reach->fresh))];

    for (guint i = 0; leaving != NULL && i < leaving->len; i++) {
      guint32 rank = g_array_index (leaving, guint32, i);

      if (reach->kept[rank])
        reach_activity (reach, g_array_index (reach->pairs->pairs, PrnPair, rank).to);
      else
        g_sequence_insert_sorted (reach->open, GUINT_TO_POINTER (rank), compare_ranks, NULL);
    }
  }
}

/* Grows the reached part by the most frequent pair that leads out of it, as Prim's algorithm grows
 * a tree, until nothing is left. Each activity has a way from a first one in the log. */
static void
keep_what_reaches (PrnReach *reach)
{
  GSequenceIter *iter;

  follow (reach);
  while (!g_sequence_iter_is_end (iter = g_sequence_get_begin_iter (reach->open))) {
    guint rank = GPOINTER_TO_UINT (g_sequence_get (iter));
    guint32 to = g_array_index (reach->pairs->pairs, PrnPair, rank).to;

    g_sequence_remove (iter);
    if (reach->reached[to])
      continue;
    reach->kept[rank] = TRUE;
    reach_activity (reach, to);
    follow (reach);
  }
}

gboolean *
prn_pairs_keep (const PrnPairs *pairs, double share)
{
  PrnReach reach = { .pairs = pairs, .fresh = G_QUEUE_INIT };
  guint64 covered = 0;

  reach.kept = g_new0 (gboolean, pairs->pairs->len + 1);
  reach.reached = g_new0 (gboolean, pairs->n_activities + 1);
  reach.leaving = g_new0 (GArray *, pairs->n_activities + 1);
  reach.open = g_sequence_new (NULL);

  for (guint i = 0; i < pairs->pairs->len; i++) {
    const PrnPair *pair = &g_array_index (pairs->pairs, PrnPair, i);

    if (reach.leaving[pair->from] == NULL)
      reach.leaving[pair->from] = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (reach.leaving[pair->from], i);
    reach.kept[i] = (double) covered < share * (double) pairs->moves;
    covered += pair->moves;
  }
  for (guint i = 0; i < pairs->n_activities; i++)
    if (pairs->firsts[i] > 0)
      reach_activity (&reach, i);
  keep_what_reaches (&reach);

  for (guint i = 0; i < pairs->n_activities; i++)
    g_clear_pointer (&reach.leaving[i], g_array_unref);
  g_free (reach.leaving);
  g_free (reach.reached);
  g_sequence_free (reach.open);
  return reach.kept;
}
