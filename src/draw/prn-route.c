/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-route.h"

#include <math.h>
#include <string.h>

#include "prn-sketch.h"

/* Costs are in units of a map unit's length. */
#define BEND 40
#define CROSSING 30
#define TOUCHING 150    /* to bend where another line runs */
#define IN_CARD 30000   /* a pitch inside a card */
#define AT_CARD 160     /* a pitch closer to a card than CLEAR */
#define NEAR_CARD 4     /* a pitch closer than ROOMY */
#define IN_SOFT 300
#define SHARED 100      /* what a track at least costs that another line is on, or a card */
#define RESERVED 36     /* before a port, until its own line is found */
#define CLEAR 12
#define ROOMY 26
#define MARGIN 112      /* the grid goes so far beyond the cards */
#define VISITS_MAX 400000
#define HURRIED_VISITS 1500

typedef struct {
  guint32 cost; /* so far, and what is left at least */
  guint32 state;
} Candidate;

/* What is known of a state. It is kept together: a search touches few states here and there, and
 * each array of its own would cost it another page of fresh memory. */
typedef struct {
  guint32 best;      /* cost so far */
  guint32 seen : 29; /* in which search */
  guint32 came : 3;  /* direction of the step that led here, and the axis before it */
} State;

typedef struct {
  PrnTracks *tracks;
  State *states;
  guint32 search;
  gsize start, goal; /* the crossings at the wire's own gates */
  gboolean hurried; /* many wires: a good way now rather than the best later */
  guint n_heap, heap_size;
  Candidate *heap; /* least first */
} Router;

/* A state is a crossing and the axis it was reached along. */
static inline guint32
state_of (gsize vertex, PrnAxis axis)
{
  return (guint32) (vertex * 2 + axis);
}

static void
heap_push (Router *self, Candidate candidate)
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
heap_pop (Router *self)
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

typedef struct {
  guint column, row;
  PrnAxis axis;
} Place;

/* What is left at least: the way as the crow walks and the bends it cannot do without. */
static inline guint32
estimate (const Router *self, guint column, guint row, PrnAxis axis, const Place *goal)
{
  const PrnTracks *t = self->tracks;
  double dx = fabs (t->xs[column] - t->xs[goal->column]);
  double dy = fabs (t->ys[row] - t->ys[goal->row]);
  guint bends = axis != goal->axis ? 1 : 0;

  if (bends == 0 && (axis == PRN_AXIS_LEVEL ? dy : dx) > 0)
    bends = 2;
  return (guint32) (dx + dy) + bends * BEND;
}

static inline guint32
step_cost (const Router *self, gsize vertex, PrnAxis axis, double length, gboolean bends)
{
  const PrnTracks *t = self->tracks;
  guint dear = vertex == self->goal ? 0 : t->ground[vertex] + t->used[axis][vertex];
  guint32 cost = (guint32) (length + dear * length / 16);

  if (vertex != self->goal && (t->taken[vertex] & (1 << !axis)))
    cost += CROSSING;
  if (bends)
    cost += BEND;
  return cost;
}

static void
visit (Router *self, guint column, guint row, PrnAxis axis, guint came, guint32 cost,
       const Place *goal)
{
  guint32 state = state_of ((gsize) row * self->tracks->columns + column, axis);
  State *known = &self->states[state];

  if (known->seen == self->search && known->best <= cost)
    return;

  *known = (State){ .best = cost, .seen = self->search, .came = came };
  heap_push (self, (Candidate){ cost + estimate (self, column, row, axis, goal), state });
}

/* Goes one step from a state in every direction but back. */
static void
expand (Router *self, guint32 state, const Place *goal)
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
      more += TOUCHING;
    visit (self, c, r, next_axis, direction | (guint) axis << 2, cost + more, goal);
  }
}

/* Walks back from the goal; the line comes out from start to goal. */
static void
trace (const Router *self, guint32 state, guint32 start, GArray *spots)
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

static gboolean
search (Router *self, const Place *start, guint direction, const Place *goal, guint visits_max,
        GArray *spots)
{
  guint columns = self->tracks->columns;
  guint32 first = state_of ((gsize) start->row * columns + start->column, start->axis);
  guint32 last = state_of ((gsize) goal->row * columns + goal->column, goal->axis);

  self->search++;
  self->start = first / 2;
  self->goal = last / 2;
  self->n_heap = 0;
  visit (self, start->column, start->row, start->axis, direction, 0, goal);

  for (guint visits = 0; self->n_heap > 0 && visits < visits_max; visits++) {
    Candidate top = heap_pop (self);
    gsize vertex = top.state / 2;
    guint32 left =
        estimate (self, vertex % columns, (guint) (vertex / columns), top.state & 1, goal);

    if (top.state == last) {
      trace (self, last, first, spots);
      return TRUE;
    }
    if (top.cost > self->states[top.state].best + left)
      continue;
    expand (self, top.state, goal);
  }
  return FALSE;
}

static PrnSpot
gate_of (PrnSpot port, PrnSide side)
{
  PrnSpot out = prn_side_outward (side);

  return (PrnSpot){ port.x + out.x * PRN_GATE, port.y + out.y * PRN_GATE };
}

/* From @a to @b with one bend where one is needed. */
static void
append_elbow (GArray *spots, PrnSpot b, gboolean level_first)
{
  PrnSpot a = g_array_index (spots, PrnSpot, spots->len - 1);

  if (a.x != b.x && a.y != b.y) {
    PrnSpot elbow = level_first ? (PrnSpot){ b.x, a.y } : (PrnSpot){ a.x, b.y };

    g_array_append_val (spots, elbow);
  }
  g_array_append_val (spots, b);
}

/* Through the places a user chose, or straight across when no search is possible. */
static void
route_by_hand (const PrnWire *wire, GArray *spots)
{
  gboolean level = prn_side_is_horizontal (wire->from_side);

  g_array_append_val (spots, wire->from);
  append_elbow (spots, gate_of (wire->from, wire->from_side), level);
  for (guint i = 0; i < wire->n_bends; i++)
    append_elbow (spots, wire->bends[i], level);
  append_elbow (spots, gate_of (wire->to, wire->to_side),
                !prn_side_is_horizontal (wire->to_side));
  g_array_append_val (spots, wire->to);
}

PrnLine
prn_route_through_bends (const PrnWire *wire)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (PrnSpot));
  PrnLine line;

  route_by_hand (wire, spots);
  line = prn_line_new ((const PrnSpot *) spots->data, spots->len);
  prn_line_simplify (&line);
  return line;
}

/* The cheapest of a few simple ways; returns whether nothing is wrong with it. */
static gboolean
route_by_sketch (const Router *self, const PrnWire *wire, GArray *spots)
{
  const PrnSketch sketch = { self->tracks, gate_of (wire->from, wire->from_side),
                             gate_of (wire->to, wire->to_side), wire->from_side, wire->to_side,
                             CROSSING, BEND, SHARED };

  return prn_sketch_best (&sketch, spots);
}

/* The best way there is; returns whether it was found in time. */
static gboolean
route_by_search (Router *self, const PrnWire *wire, guint visits_max, GArray *spots)
{
  PrnSpot a = gate_of (wire->from, wire->from_side), b = gate_of (wire->to, wire->to_side);
  const Place start = { prn_tracks_column (self->tracks, a.x), prn_tracks_row (self->tracks, a.y),
                        wire->from_side & 1 };
  const Place goal = { prn_tracks_column (self->tracks, b.x), prn_tracks_row (self->tracks, b.y),
                       wire->to_side & 1 };

  return search (self, &start, wire->from_side, &goal, visits_max, spots);
}

/* From gate to gate on the tracks. */
static gboolean
route_on_tracks (Router *self, const PrnWire *wire, GArray *spots)
{
  g_autoptr (GArray) sketched = NULL;

  if (!self->hurried)
    return route_by_search (self, wire, VISITS_MAX, spots);

  sketched = g_array_new (FALSE, FALSE, sizeof (PrnSpot));
  if (route_by_sketch (self, wire, sketched) ||
      !route_by_search (self, wire, HURRIED_VISITS, spots))
    g_array_append_vals (spots, sketched->data, sketched->len);
  return spots->len > 1;
}

/* What leads out of each card is reserved before anything is routed, so that no line runs along
 * where another one must come in. */
static void
reserve_gates (PrnTracks *tracks, const PrnWire *wire, int sign)
{
  const PrnSpot ends[] = { wire->from, wire->to };
  const PrnSide sides[] = { wire->from_side, wire->to_side };

  for (guint i = 0; i < 2; i++) {
    PrnSpot out = prn_side_outward (sides[i]);
    PrnSpot spots[] = { ends[i], { ends[i].x + out.x * RESERVED, ends[i].y + out.y * RESERVED } };
    const PrnLine line = { 2, spots };

    prn_tracks_reserve (tracks, &line, sign);
  }
}

static void
route_wire (Router *self, PrnWire *wire)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (PrnSpot));
  gboolean found = FALSE;

  if (self->tracks != NULL && wire->n_bends == 0) {
    reserve_gates (self->tracks, wire, -1);
    g_array_append_val (spots, wire->from);
    found = route_on_tracks (self, wire, spots);
    g_array_append_val (spots, wire->to);
  }
  if (!found) {
    g_array_set_size (spots, 0);
    route_by_hand (wire, spots);
  }

  wire->line = prn_line_new ((const PrnSpot *) spots->data, spots->len);
  prn_line_simplify (&wire->line);
  if (self->tracks != NULL)
    prn_tracks_take (self->tracks, &wire->line);
}

/* A line that is there already crosses others where it really runs, not where a track is near. */
static void
want_line (const PrnLine *line, const PrnRectangle *area, GArray *xs, GArray *ys)
{
  for (guint i = 0; i < line->n; i++) {
    PrnSpot spot = line->spots[i];

    if (spot.x > area->x && spot.x < area->x + area->w)
      g_array_append_val (xs, spot.x);
    if (spot.y > area->y && spot.y < area->y + area->h)
      g_array_append_val (ys, spot.y);
  }
}

static PrnTracks *
tracks_for (const PrnGround *ground, const PrnWire *wires, guint n_wires)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ys = g_array_new (FALSE, FALSE, sizeof (double));
  PrnRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; i < ground->n_obstacles; i++)
    area = prn_rectangle_union (area, ground->obstacles[i]);
  for (guint i = 0; i < n_wires; i++) {
    PrnSpot spots[] = { wires[i].from, wires[i].to, gate_of (wires[i].from, wires[i].from_side),
                        gate_of (wires[i].to, wires[i].to_side) };

    for (guint k = 2; k < G_N_ELEMENTS (spots); k++) {
      const PrnRectangle dot = { spots[k].x - 1, spots[k].y - 1, 2, 2 };

      g_array_append_val (xs, spots[k].x);
      g_array_append_val (ys, spots[k].y);
      area = prn_rectangle_union (area, dot);
    }
  }

  area = ground->area.w > 0 ? ground->area : prn_rectangle_grown (area, MARGIN);
  for (guint i = 0; i < ground->n_lines; i++)
    want_line (&ground->lines[i], &area, xs, ys);
  return prn_tracks_new (&area, xs, ys);
}

static void
block_all (PrnTracks *tracks, const PrnGround *ground)
{
  static const struct {
    double grown;
    guint cost;
  } rings[] = { { ROOMY, NEAR_CARD }, { CLEAR, AT_CARD }, { 0, IN_CARD } };

  for (guint i = 0; i < ground->n_soft; i++)
    prn_tracks_block (tracks, &ground->soft[i], IN_SOFT);
  for (guint ring = 0; ring < G_N_ELEMENTS (rings); ring++)
    for (guint i = 0; i < ground->n_obstacles; i++) {
      const PrnRectangle r = prn_rectangle_grown (ground->obstacles[i], rings[ring].grown);

      prn_tracks_block (tracks, &r, rings[ring].cost);
    }
  for (guint i = 0; i < ground->n_lines; i++)
    prn_tracks_take (tracks, &ground->lines[i]);
}

/* Lines placed by hand first, then the short before the long: a long one has more ways to go. */
static int
compare_wires (gconstpointer a, gconstpointer b)
{
  const PrnWire *left = *(const PrnWire *const *) a, *right = *(const PrnWire *const *) b;
  double length = fabs (left->from.x - left->to.x) + fabs (left->from.y - left->to.y);
  double other = fabs (right->from.x - right->to.x) + fabs (right->from.y - right->to.y);

  if ((left->n_bends == 0) != (right->n_bends == 0))
    return left->n_bends == 0 ? 1 : -1;
  if (length != other)
    return length < other ? -1 : 1;
  return left < right ? -1 : left > right;
}

void
prn_route (const PrnGround *ground, PrnWire *wires, guint n_wires)
{
  g_autoptr (PrnTracks) tracks = tracks_for (ground, wires, n_wires);
  g_autofree PrnWire **order = g_new (PrnWire *, n_wires + 1);
  Router router = { .tracks = tracks, .hurried = ground->hurried };

  if (tracks != NULL) {
    gsize states = (gsize) tracks->columns * tracks->rows * 2;

    block_all (tracks, ground);
    for (guint i = 0; i < n_wires; i++)
      if (wires[i].n_bends == 0)
        reserve_gates (tracks, &wires[i], 1);
    router.states = g_new0 (State, states);
  }

  for (guint i = 0; i < n_wires; i++)
    order[i] = &wires[i];
  qsort (order, n_wires, sizeof (PrnWire *), compare_wires);
  for (guint i = 0; i < n_wires; i++)
    route_wire (&router, order[i]);

  g_free (router.states);
  g_free (router.heap);
}
