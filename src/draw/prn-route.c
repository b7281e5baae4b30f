/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-route.h"

#include <math.h>

#include "prn-search.h"
#include "prn-sketch.h"

/* Costs are in units of a map unit's length, as those of prn-search.h. */
#define IN_CARD 30000   /* a pitch inside a card */
#define AT_CARD 160     /* a pitch closer to a card than CLEAR */
#define NEAR_CARD 4     /* a pitch closer than ROOMY */
#define IN_SOFT 300
#define SHARED 100      /* what a track at least costs that another line is on, or a card */
#define RESERVED 36     /* before a port, until its own line is found */
#define CLEAR 12
#define ROOMY 26
#define MARGIN 112      /* the grid goes so far beyond the cards */

static const PrnSearchEffort best = { .greed = 1, .visits_max = 400000 };
static const PrnSearchEffort near = { .greed = 1, .visits_max = 1500 };
/* Any way around the cards, whatever other lines run there. */
static const PrnSearchEffort around[] = {
  { .greed = 4, .ease = 4, .visits_max = 30000 },
  { .greed = 8, .ease = 6, .visits_max = 60000 },
};

typedef struct {
  PrnTracks *tracks;
  PrnSearch *search;
  gboolean hurried; /* many wires: a good way now rather than the best later */
} Router;

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
  append_elbow (spots, prn_gate_of (wire->from, wire->from_side), level);
  for (guint i = 0; i < wire->n_bends; i++)
    append_elbow (spots, wire->bends[i], level);
  append_elbow (spots, prn_gate_of (wire->to, wire->to_side),
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
  const PrnSketch sketch = { self->tracks, prn_gate_of (wire->from, wire->from_side),
                             prn_gate_of (wire->to, wire->to_side), wire->from_side, wire->to_side,
                             PRN_SEARCH_CROSSING, PRN_SEARCH_BEND, SHARED };

  return prn_sketch_best (&sketch, spots);
}

/* Returns whether a way was found in time. */
static gboolean
route_by_search (Router *self, const PrnWire *wire, const PrnSearchEffort *effort, GArray *spots)
{
  PrnSpot a = prn_gate_of (wire->from, wire->from_side), b = prn_gate_of (wire->to, wire->to_side);
  const PrnTracks *tracks = self->tracks;
  const PrnSearchEnd start = { prn_tracks_column (tracks, a.x), prn_tracks_row (tracks, a.y),
                               wire->from_side & 1 };
  const PrnSearchEnd goal = { prn_tracks_column (tracks, b.x), prn_tracks_row (tracks, b.y),
                              wire->to_side & 1 };

  return prn_search_way (self->search, &start, wire->from_side, &goal, effort, spots);
}

static gboolean
is_in_card (const PrnTracks *tracks, guint column, guint row)
{
  return tracks->ground[(gsize) row * tracks->columns + column] >= IN_CARD;
}

static gboolean
starts_in_card (const PrnTracks *tracks, PrnSpot port, PrnSide side)
{
  PrnSpot gate = prn_gate_of (port, side);

  return is_in_card (tracks, prn_tracks_column (tracks, gate.x), prn_tracks_row (tracks, gate.y));
}

/* Whether a way meets what it should go around. */
static gboolean
is_through_card (const PrnTracks *tracks, GArray *spots)
{
  for (guint i = 0; i + 1 < spots->len; i++) {
    PrnSpot a = g_array_index (spots, PrnSpot, i), b = g_array_index (spots, PrnSpot, i + 1);
    guint left = prn_tracks_column (tracks, MIN (a.x, b.x));
    guint right = prn_tracks_column (tracks, MAX (a.x, b.x));
    guint bottom = prn_tracks_row (tracks, MAX (a.y, b.y));

    for (guint row = prn_tracks_row (tracks, MIN (a.y, b.y)); row <= bottom; row++)
      for (guint column = left; column <= right; column++)
        if (is_in_card (tracks, column, row))
          return TRUE;
  }
  return FALSE;
}

static gboolean
route_around (Router *self, const PrnWire *wire, GArray *spots)
{
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    if (route_by_search (self, wire, &around[i], spots))
      return TRUE;
  return FALSE;
}

/* A way of few bends, or the best one if that is near. Where neither is, and the former leads
 * through a card, any way around it will do. */
static void
route_in_haste (Router *self, const PrnWire *wire, GArray *spots)
{
  g_autoptr (GArray) sketched = g_array_new (FALSE, FALSE, sizeof (PrnSpot));

  if (!route_by_sketch (self, wire, sketched)) {
    if (route_by_search (self, wire, &near, spots))
      return;
    /* What is covered by a card has no way around it. */
    if (is_through_card (self->tracks, sketched) &&
        !starts_in_card (self->tracks, wire->from, wire->from_side) &&
        !starts_in_card (self->tracks, wire->to, wire->to_side) &&
        route_around (self, wire, spots))
      return;
  }
  g_array_append_vals (spots, sketched->data, sketched->len);
}

/* From gate to gate on the tracks. */
static gboolean
route_on_tracks (Router *self, const PrnWire *wire, GArray *spots)
{
  if (!self->hurried)
    return route_by_search (self, wire, &best, spots) ||
           route_around (self, wire, spots);

  route_in_haste (self, wire, spots);
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
    PrnSpot spots[] = { wires[i].from, wires[i].to, prn_gate_of (wires[i].from, wires[i].from_side),
                        prn_gate_of (wires[i].to, wires[i].to_side) };

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
    block_all (tracks, ground);
    for (guint i = 0; i < n_wires; i++)
      if (wires[i].n_bends == 0)
        reserve_gates (tracks, &wires[i], 1);
    router.search = prn_search_new (tracks);
  }

  for (guint i = 0; i < n_wires; i++)
    order[i] = &wires[i];
  qsort (order, n_wires, sizeof (PrnWire *), compare_wires);
  for (guint i = 0; i < n_wires; i++)
    route_wire (&router, order[i]);
  prn_route_spread (ground, wires, n_wires);

  g_clear_pointer (&router.search, prn_search_free);
}
