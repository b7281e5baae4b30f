/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-rank.h"

static void
collect_arcs (PrnFlow *self, PrnMap *map)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  self->arcs = g_new0 (PrnArc, n + 1);
  for (guint i = 0; i < n; i++) {
    int from = prn_map_index_of (map, PRN_KIND_STAGE, triggers[i]->from);
    int to = prn_map_index_of (map, PRN_KIND_STAGE, triggers[i]->to);

    if (from >= 0 && to >= 0)
      self->arcs[self->n_arcs++] = (PrnArc){ (guint) from, (guint) to, i, from == to };
  }
}

/* Lists arcs by one of their ends, keeping the order of the map. */
static guint *
index_arcs (const PrnFlow *self, gboolean by_from, guint **list)
{
  guint *first = g_new0 (guint, self->n_stages + 2);
  guint *at;

  for (guint i = 0; i < self->n_arcs; i++)
    first[(by_from ? self->arcs[i].from : self->arcs[i].to) + 1]++;
  for (guint i = 0; i < self->n_stages; i++)
    first[i + 1] += first[i];

  at = g_memdup2 (first, (self->n_stages + 1) * sizeof (guint));
  *list = g_new (guint, self->n_arcs + 1);
  for (guint i = 0; i < self->n_arcs; i++)
    (*list)[at[by_from ? self->arcs[i].from : self->arcs[i].to]++] = i;
  g_free (at);
  return first;
}

static int
compare_arcs (gconstpointer a, gconstpointer b, gpointer data)
{
  const PrnFlow *self = data;
  const PrnArc *left = &self->arcs[*(const guint *) a], *right = &self->arcs[*(const guint *) b];

  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return left->trigger < right->trigger ? -1 : left->trigger > right->trigger;
}

/* People list stages in the order of the way, so the walk takes the first of them first: a trigger
 * that skips ahead does not turn what it skips into a way back. */
static void
sort_out (PrnFlow *self)
{
  for (guint i = 0; i < self->n_stages; i++)
    g_qsort_with_data (self->out + self->first_out[i],
                       (int) (self->first_out[i + 1] - self->first_out[i]), sizeof (guint),
                       compare_arcs, self);
}

typedef enum {
  UNSEEN,
  ON_WAY,
  DONE,
} Seen;

/* A walk in depth with a stack of its own: a map may be a chain of 100,000 stages. */
static void
walk (PrnFlow *self, guint start, guint8 *seen, guint *stack, guint *next)
{
  guint depth = 0;

  if (seen[start] != UNSEEN)
    return;

  stack[depth++] = start;
  seen[start] = ON_WAY;
  next[start] = self->first_out[start];
  while (depth > 0) {
    guint stage = stack[depth - 1];
    PrnArc *arc;

    if (next[stage] == self->first_out[stage + 1]) {
      seen[stage] = DONE;
      depth--;
      continue;
    }
    arc = &self->arcs[self->out[next[stage]++]];
    if (seen[arc->to] == ON_WAY) {
      arc->back = TRUE;
    } else if (seen[arc->to] == UNSEEN) {
      seen[arc->to] = ON_WAY;
      next[arc->to] = self->first_out[arc->to];
      stack[depth++] = arc->to;
    }
  }
}

static void
break_circles (PrnFlow *self, PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autofree guint8 *seen = g_new0 (guint8, n + 1);
  g_autofree guint *stack = g_new (guint, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);

  /* Nobody's way goes on from an exit: what leads out of one is a way back. */
  for (guint i = 0; i < self->n_arcs; i++)
    if (stages[self->arcs[i].from]->role == PRN_ROLE_EXIT &&
        stages[self->arcs[i].to]->role != PRN_ROLE_EXIT)
      self->arcs[i].back = TRUE;
  for (guint i = 0; i < n; i++)
    if (stages[i]->role == PRN_ROLE_EXIT) {
      seen[i] = DONE;
    }
  for (guint i = 0; i < n; i++)
    if (stages[i]->role == PRN_ROLE_ENTRY)
      walk (self, i, seen, stack, next);
  for (guint i = 0; i < n; i++)
    walk (self, i, seen, stack, next);
}

void
prn_flow_rank (PrnFlow *self)
{
  g_autofree guint *waiting = g_new0 (guint, self->n_stages + 1);
  g_autofree guint *queue = g_new (guint, self->n_stages + 1);
  guint head = 0, tail = 0;

  self->n_ranks = 0;
  for (guint i = 0; i < self->n_arcs; i++)
    waiting[self->arcs[i].to] += !self->arcs[i].back;
  for (guint i = 0; i < self->n_stages; i++) {
    self->rank[i] = 0;
    if (waiting[i] == 0)
      queue[tail++] = i;
  }

  while (head < tail) {
    guint stage = queue[head++];

    self->n_ranks = MAX (self->n_ranks, self->rank[stage] + 1);
    for (guint k = self->first_out[stage]; k < self->first_out[stage + 1]; k++) {
      const PrnArc *arc = &self->arcs[self->out[k]];

      if (arc->back)
        continue;
      self->rank[arc->to] = MAX (self->rank[arc->to], self->rank[stage] + 1);
      if (--waiting[arc->to] == 0)
        queue[tail++] = arc->to;
    }
  }
}

PrnFlow *
prn_flow_new (PrnMap *map)
{
  PrnFlow *self = g_new0 (PrnFlow, 1);

  self->n_stages = prn_map_n (map, PRN_KIND_STAGE);
  self->rank = g_new0 (guint, self->n_stages + 1);
  collect_arcs (self, map);
  self->first_out = index_arcs (self, TRUE, &self->out);
  sort_out (self);
  self->first_in = index_arcs (self, FALSE, &self->in);
  break_circles (self, map);
  prn_flow_rank (self);
  return self;
}

void
prn_flow_free (PrnFlow *self)
{
  g_free (self->arcs);
  g_free (self->rank);
  g_free (self->first_out);
  g_free (self->out);
  g_free (self->first_in);
  g_free (self->in);
  g_free (self);
}
