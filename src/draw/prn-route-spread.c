/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-route.h"

#include <math.h>

#include "prn-bins.h"

/* Where a map has more lines than tracks, some share one: seen as a single line, they cannot be
 * told apart. Runs that lie on one another are moved beside each other, where there is room, as
 * wires are nudged in orthogonal drawings (Wybrow, Marriott and Stuckey 2010, "Orthogonal connector
 * routing"). */

#define SAME 0.75   /* runs no further apart lie on one another */
#define ASIDE 5     /* a track's neighbour at the other side may be moved as much */
#define LANES 3     /* on a track, to its right and to its left */
#define APART 3     /* a moved run keeps so far from what ran there */
#define CLEAR 4     /* and so far from what it goes around */
#define LEAST 14    /* what is left of a run between two bends, or before an arrow's head */

typedef struct {
  double at, low, high; /* where it is across, and from where to where along */
  gboolean level;
  guint wire, index;    /* whose it is, and its first spot; of no wire: G_MAXUINT */
  gboolean movable;
} Run;

typedef struct {
  GArray *runs;      /* Run, by axis and place */
  PrnBins *obstacles;
  PrnBins *taken[2]; /* by axis: runs, under their index in @runs */
  GArray *lanes[LANES]; /* guint: runs of the track at hand */
} Spread;

static double
along (PrnSpot spot, gboolean level)
{
  return level ? spot.x : spot.y;
}

static double
across (PrnSpot spot, gboolean level)
{
  return level ? spot.y : spot.x;
}

static void
add_runs (GArray *runs, const PrnLine *line, guint wire, gboolean movable)
{
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    gboolean level = a.y == b.y;
    double start = along (a, level), end = along (b, level);
    /* What begins or ends at a card stays at its port. */
    Run run = { across (a, level), MIN (start, end), MAX (start, end), level, wire, i,
                movable && i > 0 && i + 2 < line->n };

    g_array_append_val (runs, run);
  }
}

/* Those that stay before those that make room for them, then from one end to the other. */
static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *left = a, *right = b;

  if (left->level != right->level)
    return left->level - right->level;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  if (left->movable != right->movable)
    return left->movable - right->movable;
  if (left->low != right->low)
    return left->low < right->low ? -1 : 1;
  if (left->wire != right->wire)
    return left->wire < right->wire ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static const Run *
nth (const Spread *self, guint i)
{
  return &g_array_index (self->runs, Run, i);
}

static PrnRectangle
run_rectangle (const Run *run, double aside, double grown)
{
  double at = run->at + aside;
  PrnRectangle r = run->level ? (PrnRectangle){ run->low, at, run->high - run->low, 0 }
                              : (PrnRectangle){ at, run->low, 0, run->high - run->low };

  return prn_rectangle_grown (r, grown);
}

static gboolean
is_lane_free (const Spread *self, const Run *run, guint lane)
{
  const guint *others = (const guint *) self->lanes[lane]->data;

  for (guint i = 0; i < self->lanes[lane]->len; i++) {
    const Run *other = nth (self, others[i]);

    if (other->wire != run->wire && other->low < run->high && run->low < other->high)
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  const Spread *spread;
  const Run *run;
  gboolean free;
} Room;

/* What lies on the same track has a lane of its own. */
static gboolean
room_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Room *room = data;
  const Run *other = nth (room->spread, number);

  room->free = other->wire == room->run->wire || fabs (other->at - room->run->at) <= SAME;
  return room->free;
}

/* Whether both runs beside it stay long enough, and lead the same way. */
static gboolean
leaves_neighbours (const Run *run, const PrnLine *line, double aside)
{
  const PrnSpot *s = line->spots + run->index;
  double before = run->at - across (s[-1], run->level);
  double after = run->at - across (s[2], run->level);

  return before * (before + aside) > 0 && after * (after + aside) > 0 &&
         fabs (before + aside) >= LEAST && fabs (after + aside) >= LEAST;
}

static gboolean
has_room (const Spread *self, const Run *run, const PrnLine *line, double aside)
{
  const PrnRectangle clear = run_rectangle (run, aside, CLEAR);
  const PrnRectangle apart = run_rectangle (run, aside, APART);
  Room room = { self, run, TRUE };

  if (!leaves_neighbours (run, line, aside) || prn_bins_any (self->obstacles, &clear))
    return FALSE;
  prn_bins_foreach (self->taken[run->level], &apart, room_cb, &room);
  return room.free;
}

/* The runs of one track, from the first to before the last. */
static void
spread_track (Spread *self, guint first, guint last, PrnWire *wires)
{
  static const double asides[LANES] = { 0, ASIDE, -ASIDE };

  for (guint lane = 0; lane < LANES; lane++)
    g_array_set_size (self->lanes[lane], 0);
  for (guint i = first; i < last; i++) {
    const Run *run = nth (self, i);
    guint lane = 0;

    if (run->movable) {
      const PrnLine *line = &wires[run->wire].line;

      while (lane < LANES && (!is_lane_free (self, run, lane) ||
                              (lane > 0 && !has_room (self, run, line, asides[lane]))))
        lane++;
      lane %= LANES;
    }
    g_array_append_val (self->lanes[lane], i);
    for (guint k = 0; lane > 0 && k < 2; k++) {
      PrnSpot *spot = &wires[run->wire].line.spots[run->index + k];

      *(run->level ? &spot->y : &spot->x) += asides[lane];
    }
  }
}

static void
fill (Spread *self, const PrnGround *ground, const PrnWire *wires, guint n_wires)
{
  for (guint i = 0; i < ground->n_lines; i++)
    add_runs (self->runs, &ground->lines[i], G_MAXUINT, FALSE);
  for (guint i = 0; i < n_wires; i++)
    add_runs (self->runs, &wires[i].line, i, wires[i].n_bends == 0);
  g_array_sort (self->runs, compare_runs);

  for (guint i = 0; i < self->runs->len; i++) {
    const PrnRectangle r = run_rectangle (nth (self, i), 0, 0.5);

    prn_bins_add (self->taken[nth (self, i)->level], i, &r);
  }
  for (guint i = 0; i < ground->n_obstacles; i++)
    prn_bins_add (self->obstacles, i, &ground->obstacles[i]);
}

void
prn_route_spread (const PrnGround *ground, PrnWire *wires, guint n_wires)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (PrnBins) obstacles = prn_bins_new ();
  g_autoptr (PrnBins) upright = prn_bins_new ();
  g_autoptr (PrnBins) level = prn_bins_new ();
  Spread self = { runs, obstacles, { upright, level }, { NULL } };

  for (guint lane = 0; lane < LANES; lane++)
    self.lanes[lane] = g_array_new (FALSE, FALSE, sizeof (guint));
  fill (&self, ground, wires, n_wires);
  for (guint first = 0, last; first < runs->len; first = last) {
    last = first + 1;
    while (last < runs->len && nth (&self, last)->level == nth (&self, first)->level &&
           nth (&self, last)->at - nth (&self, first)->at <= SAME)
      last++;
    spread_track (&self, first, last, wires);
  }
  for (guint lane = 0; lane < LANES; lane++)
    g_array_unref (self.lanes[lane]);
}
