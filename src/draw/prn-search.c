/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-search.h"

#include <math.h>

/* To bend where another line runs costs so much more. */
#define TOUCHING 150

typedef struct {
  guint32 cost; /* so far, and what is left at least, as much as that counts */
  guint32 state;
} Candidate;

/* What is known of a state. It is kept together: a search touches few states here and there, and
 * each array of its own would cost it another page of fresh memory. */
typedef struct {
  guint32 best;      /* cost so far */
  guint32 seen : 29; /* in which search */
  guint32 came : 3;  /* direction of the step that led here, and the axis before it */
} State;

struct _PrnSearch {
  const PrnTracks *tracks;
  State *states;
  guint32 search;
  PrnSearchEffort effort;
  gsize start, goal; /* the crossings at the wire's own gates */
  guint n_heap, heap_size;
  Candidate *heap; /* least first */
};

PrnSearch *
prn_search_new (const PrnTracks *tracks)
{
  PrnSearch *self = g_new0 (PrnSearch, 1);

  self->tracks = tracks;
  self->states = g_new0 (State, (gsize) tracks->columns * tracks->rows * 2);
  return self;
}

void
prn_search_free (PrnSearch *self)
{
  g_free (self->states);
  g_free (self->heap);
  g_free (self);
}

/* A state is a crossing and the axis it was reached along. */
static inline guint32
state_of (gsize vertex, PrnAxis axis)
{
  return (guint32) (vertex * 2 + axis);
}

static void
heap_push (PrnSearch *self, Candidate candidate)
{
  guint i = self->n_heap++;
  Candidate *c;

  if (self->n_heap > self->heap_size) {
    self->heap_size = MAX (1024, self->heap_size * 2);
    self->heap = g_renew (Candidate, self->heap, self->heap_size);
  }
  c = self->heap;
  while (i > 0 && c[(i - 1) / 2].cost >= candidate.cost) {
    c[i] = c[(i - 1) / 2];
    i = (i - 1) / 2;
  }
  c[i] = candidate;
}

static Candidate
heap_pop (PrnSearch *self)
{
  Candidate *c = self->heap;
  guint n = --self->n_heap, i = 0;
  Candidate top = c[0], last = c[n];

  while (2 * i + 1 < n) {
    guint child = 2 * i + 1;

    if (child + 1 < n && c[child + 1].cost < c[child].cost)
      child++;
    if (c[child].cost >= last.cost)
      break;
    c[i] = c[child];
    i = child;
  }
  c[i] = last;
  return top;
}

/* What is left at least: the way as the crow walks and the bends it cannot do without. */
static inline guint32
estimate (const PrnSearch *self, guint column, guint row, PrnAxis axis, const PrnSearchEnd *goal)
{
  const PrnTracks *t = self->tracks;
  double dx = fabs (t->xs[column] - t->xs[goal->column]);
  double dy = fabs (t->ys[row] - t->ys[goal->row]);
  guint bends = axis != goal->axis ? 1 : 0;

  if (bends == 0 && (axis == PRN_AXIS_LEVEL ? dy : dx) > 0)
    bends = 2;
  return (guint32) (dx + dy) + bends * PRN_SEARCH_BEND;
}

static inline guint32
step_cost (const PrnSearch *self, gsize vertex, PrnAxis axis, double length, gboolean bends)
{
  const PrnTracks *t = self->tracks;
  guint ease = self->effort.ease;
  guint dear = vertex == self->goal ? 0 : t->ground[vertex] + (t->used[axis][vertex] >> ease);
  guint32 cost = (guint32) (length + dear * length / 16);

  if (vertex != self->goal && (t->taken[vertex] & (1 << !axis)))
    cost += PRN_SEARCH_CROSSING >> ease;
  if (bends)
    cost += PRN_SEARCH_BEND;
  return cost;
}

static void
visit (PrnSearch *self, guint column, guint row, PrnAxis axis, guint came, guint32 cost,
       const PrnSearchEnd *goal)
{
  guint32 state = state_of ((gsize) row * self->tracks->columns + column, axis);
  State *known = &self->states[state];

  if (known->seen == self->search && known->best <= cost)
    return;

  *known = (State){ .best = cost, .seen = self->search, .came = came };
  heap_push (self, (Candidate){ cost + self->effort.greed * estimate (self, column, row, axis, goal),
                                state });
}

/* Goes one step from a state in every direction but back. */
static void
expand (PrnSearch *self, guint32 state, const PrnSearchEnd *goal)
{
  const PrnTracks *t = self->tracks;
  gsize vertex = state / 2;
  PrnAxis axis = state & 1;
  guint column = vertex % t->columns, row = (guint) (vertex / t->columns);
  guint came = self->states[state].came & 3;
  guint32 cost = self->states[state].best;

  for (guint direction = 0; direction < 4; direction++) {
    PrnAxis next_axis = direction & 1;
    gboolean bends = next_axis != axis;
    guint c = column, r = row;
    double length;
    guint32 more;

    if (direction == (came ^ 2))
      continue;
    if ((direction == PRN_SIDE_RIGHT && ++c == t->columns) ||
        (direction == PRN_SIDE_LEFT && c-- == 0) ||
        (direction == PRN_SIDE_BOTTOM && ++r == t->rows) || (direction == PRN_SIDE_TOP && r-- == 0))
      continue;

    length = next_axis == PRN_AXIS_LEVEL ? fabs (t->xs[c] - t->xs[column])
                                         : fabs (t->ys[r] - t->ys[row]);
    more = step_cost (self, (gsize) r * t->columns + c, next_axis, length, bends);
    if (bends && t->taken[vertex] != 0 && vertex != self->start)
      more += TOUCHING >> self->effort.ease;
    visit (self, c, r, next_axis, direction | (guint) axis << 2, cost + more, goal);
  }
}

/* Walks back from the goal; the line comes out from start to goal. */
static void
trace (const PrnSearch *self, guint32 state, guint32 start, GArray *spots)
{
  const PrnTracks *t = self->tracks;
  const gint64 back[] = { -1, -(gint64) t->columns, 1, t->columns };
  guint first = spots->len;
  PrnSpot *s;

  for (;;) {
    gsize vertex = state / 2;
    PrnSpot spot = { t->xs[vertex % t->columns], t->ys[vertex / t->columns] };
    guint came;

    g_array_append_val (spots, spot);
    if (state == start)
      break;
    came = self->states[state].came;
    state = state_of ((gsize) ((gint64) vertex + back[came & 3]), came >> 2);
  }

  s = (PrnSpot *) spots->data;
  for (guint i = first, j = spots->len - 1; i < j; i++, j--) {
    PrnSpot kept = s[i];

    s[i] = s[j];
    s[j] = kept;
  }
}

gboolean
prn_search_way (PrnSearch *self, const PrnSearchEnd *start, PrnSide direction,
                const PrnSearchEnd *goal, const PrnSearchEffort *effort, GArray *spots)
{
  guint columns = self->tracks->columns;
  guint32 first = state_of ((gsize) start->row * columns + start->column, start->axis);
  guint32 last = state_of ((gsize) goal->row * columns + goal->column, goal->axis);

  self->search++;
  self->start = first / 2;
  self->goal = last / 2;
  self->n_heap = 0;
  self->effort = *effort;
  visit (self, start->column, start->row, start->axis, direction, 0, goal);

  for (guint visits = 0; self->n_heap > 0 && visits < effort->visits_max; visits++) {
    Candidate top = heap_pop (self);
    gsize vertex = top.state / 2;
    guint32 left =
        estimate (self, vertex % columns, (guint) (vertex / columns), top.state & 1, goal);

    if (top.state == last) {
      trace (self, last, first, spots);
      return TRUE;
    }
    if (top.cost > self->states[top.state].best + effort->greed * left)
      continue;
    expand (self, top.state, goal);
  }
  return FALSE;
}
