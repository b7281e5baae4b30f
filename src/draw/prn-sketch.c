/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-sketch.h"

#include <math.h>

#define WAYS 14       /* places tried for a run in between */
#define CORRIDORS 24  /* and for one that passes along rows of cards */
#define STEP 24.0
#define SPOTS_MAX 8

typedef struct {
  guint n;
  PrnSpot spots[SPOTS_MAX];
} Way;

typedef struct {
  const PrnSketch *sketch;
  Way best;
  double least;
  gboolean clean; /* of @best */
} Choice;

/* What the crossings of one run cost, its start not counted. */
static double
run_cost (const PrnSketch *self, PrnSpot a, PrnSpot b, gboolean *clean)
{
  const PrnTracks *t = self->tracks;
  PrnAxis axis = a.y == b.y ? PRN_AXIS_LEVEL : PRN_AXIS_UPRIGHT;
  guint c1 = prn_tracks_column (t, a.x), c2 = prn_tracks_column (t, b.x);
  guint r1 = prn_tracks_row (t, a.y), r2 = prn_tracks_row (t, b.y);
  gsize first = (gsize) MIN (r1, r2) * t->columns + MIN (c1, c2);
  gsize step = axis == PRN_AXIS_LEVEL ? 1 : t->columns;
  guint n = axis == PRN_AXIS_LEVEL ? MAX (c1, c2) - MIN (c1, c2) : MAX (r1, r2) - MIN (r1, r2);
  double dear = 0;
  guint crossed = 0;

  /* Both ends belong to gates or bends, which are looked at as part of the next run. */
  for (guint i = 1; i < n; i++) {
    gsize v = first + i * step;
    guint cost = t->ground[v] + t->used[axis][v];

    dear += cost;
    crossed += (t->taken[v] & (1 << !axis)) != 0;
    if (cost >= self->hard)
      *clean = FALSE;
  }
  return fabs (a.x - b.x) + fabs (a.y - b.y) + dear + crossed * (double) self->crossing;
}

/* What it costs to bend at a spot. */
static double
bend_cost (const PrnSketch *self, PrnSpot spot, gboolean *clean)
{
  const PrnTracks *t = self->tracks;
  gsize v = (gsize) prn_tracks_row (t, spot.y) * t->columns + prn_tracks_column (t, spot.x);
  guint cost = t->ground[v] + t->used[0][v] + t->used[1][v];

  if (cost >= self->hard)
    *clean = FALSE;
  return self->bend + cost;
}

static void
consider (Choice *self, const PrnSpot *spots, guint n)
{
  double cost = 0;
  gboolean clean = TRUE;

  for (guint i = 0; i + 1 < n; i++) {
    if (spots[i].x == spots[i + 1].x && spots[i].y == spots[i + 1].y)
      continue;
    cost += run_cost (self->sketch, spots[i], spots[i + 1], &clean);
    if (i > 0)
      cost += bend_cost (self->sketch, spots[i], &clean);
    if (cost >= self->least)
      return;
  }
  self->least = cost;
  self->clean = clean;
  self->best.n = n;
  for (guint i = 0; i < n; i++)
    self->best.spots[i] = spots[i];
}

static double
column_at (const PrnSketch *self, double x)
{
  return self->tracks->xs[prn_tracks_column (self->tracks, x)];
}

static double
row_at (const PrnSketch *self, double y)
{
  return self->tracks->ys[prn_tracks_row (self->tracks, y)];
}

/* The order in which places between two ends are tried: the middle, then outwards. */
static double
part_of (guint k)
{
  double off = (double) ((k + 1) / 2) / WAYS;

  return k % 2 == 0 ? 0.5 + off : 0.5 - off;
}

/* Two bends between ends that face each other: the run across may be anywhere between. */
static void
try_between (Choice *self, gboolean level)
{
  const PrnSketch *s = self->sketch;
  PrnSpot a = s->from, b = s->to;

  for (guint k = 0; k < WAYS; k++) {
    double part = part_of (k);
    PrnSpot m = { column_at (s, a.x + (b.x - a.x) * part), row_at (s, a.y + (b.y - a.y) * part) };
    const PrnSpot across[] = { a, level ? (PrnSpot){ m.x, a.y } : (PrnSpot){ a.x, m.y },
                               level ? (PrnSpot){ m.x, b.y } : (PrnSpot){ b.x, m.y }, b };

    consider (self, across, G_N_ELEMENTS (across));
  }
}

/* Round the outside, when both ends are at the same side. */
static void
try_around (Choice *self, gboolean level)
{
  const PrnSketch *s = self->sketch;
  PrnSpot a = s->from, b = s->to, out = prn_side_outward (s->leave);

  for (guint k = 0; k < WAYS; k++) {
    double by = k * STEP;
    double x = out.x > 0 ? MAX (a.x, b.x) + by : MIN (a.x, b.x) - by;
    double y = out.y > 0 ? MAX (a.y, b.y) + by : MIN (a.y, b.y) - by;
    const PrnSpot round[] = {
      a, level ? (PrnSpot){ column_at (s, x), a.y } : (PrnSpot){ a.x, row_at (s, y) },
      level ? (PrnSpot){ column_at (s, x), b.y } : (PrnSpot){ b.x, row_at (s, y) }, b
    };

    consider (self, round, G_N_ELEMENTS (round));
  }
}

/* Along a corridor between rows of cards: out of the gate, over to the corridor, along it, over to
 * the other gate. */
static void
try_corridors (Choice *self, gboolean level_out, gboolean level_in)
{
  const PrnSketch *s = self->sketch;
  PrnSpot a = s->from, b = s->to;
  PrnSpot out = prn_side_outward (s->leave), in = prn_side_outward (s->enter);
  PrnSpot p = { column_at (s, a.x + out.x * STEP), row_at (s, a.y + out.y * STEP) };
  PrnSpot q = { column_at (s, b.x + in.x * STEP), row_at (s, b.y + in.y * STEP) };

  if (!level_out)
    p.x = a.x;
  else
    p.y = a.y;
  if (!level_in)
    q.x = b.x;
  else
    q.y = b.y;

  for (guint k = 0; k < CORRIDORS; k++) {
    double off = (double) ((k + 1) / 2) * STEP * (k % 2 == 0 ? 1 : -1);
    double y = row_at (s, (k % 4 < 2 ? a.y : b.y) + off);
    const PrnSpot along[] = { a, p, { p.x, y }, { q.x, y }, q, b };

    consider (self, along, G_N_ELEMENTS (along));
  }
}

gboolean
prn_sketch_best (const PrnSketch *self, GArray *spots)
{
  Choice choice = { .sketch = self, .least = G_MAXDOUBLE };
  gboolean level_out = prn_side_is_horizontal (self->leave);
  gboolean level_in = prn_side_is_horizontal (self->enter);
  PrnSpot a = self->from, b = self->to;
  PrnSpot out = prn_side_outward (self->leave), in = prn_side_outward (self->enter);
  gboolean ahead = (b.x - a.x) * out.x + (b.y - a.y) * out.y > 0;
  gboolean awaited = (a.x - b.x) * in.x + (a.y - b.y) * in.y > 0;

  if (self->leave == self->enter)
    try_around (&choice, level_out);
  else if (level_out == level_in && ahead)
    try_between (&choice, level_out);
  else if (level_out != level_in && ahead && awaited) {
    const PrnSpot elbow[] = { a, level_out ? (PrnSpot){ b.x, a.y } : (PrnSpot){ a.x, b.y }, b };

    consider (&choice, elbow, G_N_ELEMENTS (elbow));
  }
  if (!choice.clean)
    try_corridors (&choice, level_out, level_in);

  g_array_append_vals (spots, choice.best.spots, choice.best.n);
  return choice.clean;
}
