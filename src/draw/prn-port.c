/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-port.h"

#include <math.h>

#include "prn-bins.h"
#include "prn-port-spread.h"

/* In map units of detour that a choice is worth. */
#define BEND 100
#define HIT 480       /* a card in the way */
#define AGAINST 90    /* leaving at the left, entering at the right */
#define UPRIGHT 8     /* leaving or entering at the top or bottom */
#define HABIT 40
#define LABEL_W 150   /* what an arrow from nowhere needs for its label */
#define LABEL_H 48
#define CROWD 14      /* for each other line at the side */
#define STEP 24       /* how far a sketched line leaves its card */

/* How far from the ends of a line what else stands there matters to it. */
#define REACH 240

typedef struct {
  const PrnDock *docks;
  PrnBins *bins;
  guint *crowd; /* by dock and side */
} Choice;

guint
prn_port_sketch (PrnSpot a, PrnSide leave, PrnSpot b, PrnSide enter, PrnSpot *spots)
{
  PrnSpot out = prn_side_outward (leave), in = prn_side_outward (enter);
  PrnSpot p = { a.x + out.x * STEP, a.y + out.y * STEP };
  PrnSpot q = { b.x + in.x * STEP, b.y + in.y * STEP };
  gboolean level = prn_side_is_horizontal (leave);
  guint n = 0;

  spots[n++] = a;
  if (leave == enter) {
    double reach = MAX (prn_spot_along (p, leave), prn_spot_along (q, leave)) * (level ? out.x : out.y);

    spots[n++] = level ? (PrnSpot){ reach, a.y } : (PrnSpot){ a.x, reach };
    spots[n++] = level ? (PrnSpot){ reach, b.y } : (PrnSpot){ b.x, reach };
  } else if (prn_side_is_horizontal (enter) == level) {
    gboolean ahead = prn_spot_along (q, leave) >= prn_spot_along (p, leave);
    PrnSpot m = { (p.x + q.x) / 2, (p.y + q.y) / 2 };

    if (!ahead)
      spots[n++] = p;
    spots[n++] = level == ahead ? (PrnSpot){ ahead ? m.x : p.x, ahead ? a.y : m.y }
                                : (PrnSpot){ ahead ? a.x : m.x, ahead ? m.y : p.y };
    spots[n++] = level == ahead ? (PrnSpot){ ahead ? m.x : q.x, ahead ? b.y : m.y }
                                : (PrnSpot){ ahead ? b.x : m.x, ahead ? m.y : q.y };
    if (!ahead)
      spots[n++] = q;
  } else {
    gboolean ahead = prn_spot_along (b, leave) >= prn_spot_along (p, leave) && prn_spot_along (a, enter) >= prn_spot_along (q, enter);

    if (!ahead) {
      spots[n++] = p;
      spots[n++] = level ? (PrnSpot){ p.x, q.y } : (PrnSpot){ q.x, p.y };
      spots[n++] = q;
    } else {
      spots[n++] = level ? (PrnSpot){ b.x, a.y } : (PrnSpot){ a.x, b.y };
    }
  }
  spots[n++] = b;
  return n;
}

/* Ways on pass above what they skip, ways back below; so leaving the other way costs a little. */
static double
habit (const PrnRectangle *a, const PrnRectangle *b, PrnSide leave)
{
  gboolean onward = b->x + b->w / 2 >= a->x + a->w / 2;

  if (onward && leave == PRN_SIDE_BOTTOM && b->y < a->y + a->h)
    return HABIT;
  if (!onward && leave == PRN_SIDE_TOP && b->y + b->h > a->y)
    return HABIT;
  return 0;
}

static double
cost_of (const Choice *self, guint from, PrnSide leave, guint to, PrnSide enter)
{
  PrnSpot spots[PRN_SKETCH_SPOTS];
  PrnLine line = { 0, spots };
  double cost = habit (&self->docks[from].box, &self->docks[to].box, leave);

  line.n = prn_port_sketch (prn_dock_middle (&self->docks[from], leave), leave,
                            prn_dock_middle (&self->docks[to], enter), enter, spots);
  cost += HIT * prn_bins_count_entered (self->bins, &line);
  prn_line_simplify (&line);
  for (guint i = 0; i + 1 < line.n; i++)
    cost += fabs (spots[i + 1].x - spots[i].x) + fabs (spots[i + 1].y - spots[i].y);
  cost += BEND * (line.n > 2 ? line.n - 2 : 0);
  cost += leave == PRN_SIDE_LEFT ? AGAINST : leave == PRN_SIDE_RIGHT ? 0 : UPRIGHT;
  cost += enter == PRN_SIDE_RIGHT ? AGAINST : enter == PRN_SIDE_LEFT ? 0 : UPRIGHT;
  cost += CROWD * (self->crowd[from * 4 + leave] + self->crowd[to * 4 + enter]);
  return cost;
}

/* Forward ways prefer to pass above, ways back below; so of two equal ones the first looked at
 * wins. */
static void
choose_sides (const Choice *self, PrnLink *link)
{
  static const PrnSide forward[] = { PRN_SIDE_RIGHT, PRN_SIDE_TOP, PRN_SIDE_BOTTOM, PRN_SIDE_LEFT };
  static const PrnSide backward[] = { PRN_SIDE_BOTTOM, PRN_SIDE_LEFT, PRN_SIDE_TOP,
                                      PRN_SIDE_RIGHT };
  const PrnRectangle *a = &self->docks[link->from].box, *b = &self->docks[link->to].box;
  const PrnSide *sides = b->x + b->w / 2 >= a->x + a->w / 2 ? forward : backward;
  double least = G_MAXDOUBLE;

  if (link->from == link->to) {
    link->wire.from_side = PRN_SIDE_RIGHT;
    link->wire.to_side = PRN_SIDE_BOTTOM;
    return;
  }

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++) {
      double cost = cost_of (self, (guint) link->from, sides[i], (guint) link->to, sides[j]);

      if (cost < least - 0.5) {
        least = cost;
        link->wire.from_side = sides[i];
        link->wire.to_side = sides[j];
      }
    }
}

static void
choose_sides_by_bends (const Choice *self, PrnLink *link)
{
  PrnSpot first = link->wire.bends[0], last = link->wire.bends[link->wire.n_bends - 1];
  const PrnRectangle *boxes[] = { &self->docks[link->from].box, &self->docks[link->to].box };
  const PrnSpot spots[] = { first, last };
  PrnSide *sides[] = { &link->wire.from_side, &link->wire.to_side };

  for (guint i = 0; i < 2; i++) {
    double dx = (spots[i].x - boxes[i]->x) / boxes[i]->w - 0.5;
    double dy = (spots[i].y - boxes[i]->y) / boxes[i]->h - 0.5;

    if (fabs (dx) >= fabs (dy))
      *sides[i] = dx >= 0 ? PRN_SIDE_RIGHT : PRN_SIDE_LEFT;
    else
      *sides[i] = dy >= 0 ? PRN_SIDE_BOTTOM : PRN_SIDE_TOP;
  }
}

/* An arrow from nowhere comes in where there is room and no other line. */
static void
choose_stub_side (const Choice *self, PrnLink *link)
{
  static const PrnSide sides[] = { PRN_SIDE_BOTTOM, PRN_SIDE_TOP, PRN_SIDE_LEFT, PRN_SIDE_RIGHT };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    PrnSpot port = prn_dock_middle (&self->docks[link->to], sides[i]), out = prn_side_outward (sides[i]);
    double x = port.x + out.x * (PRN_STUB + LABEL_W / 2);
    double y = port.y + out.y * (PRN_STUB + LABEL_H / 2);
    const PrnRectangle label = { x - LABEL_W / 2, y - LABEL_H / 2, LABEL_W, LABEL_H };
    double cost = self->crowd[link->to * 4 + sides[i]] * 2.0 + i * 0.1 +
                  (prn_bins_any (self->bins, &label) ? 20.0 : 0);

    if (cost < least) {
      least = cost;
      link->wire.to_side = sides[i];
    }
  }
}

/* From a band the line starts at the edge that faces the target. */
static void
choose_band_edge (const Choice *self, PrnLink *link)
{
  const PrnRectangle *band = link->band, *box = &self->docks[link->to].box;
  double right = box->x - (band->x + band->w), left = band->x - (box->x + box->w);
  double below = box->y - (band->y + band->h), above = band->y - (box->y + box->h);
  double most = MAX (MAX (right, left), MAX (below, above));
  PrnSide side = most == below ? PRN_SIDE_BOTTOM : most == right ? PRN_SIDE_RIGHT
               : most == above ? PRN_SIDE_TOP : PRN_SIDE_LEFT;

  link->wire.from_side = side;
  link->wire.to_side = side ^ 2;
}

static gboolean
is_from_nowhere (const PrnLink *link)
{
  return link->from < 0 && !link->entry && link->band == NULL;
}

static void
choose (const Choice *self, PrnLink *link)
{
  if (link->entry)
    link->wire.to_side = PRN_SIDE_LEFT;
  else if (link->band != NULL)
    choose_band_edge (self, link);
  else if (link->from < 0)
    choose_stub_side (self, link);
  else if (link->wire.n_bends > 0)
    choose_sides_by_bends (self, link);
  else
    choose_sides (self, link);
}

static void
add_to_crowd (const Choice *self, const PrnLink *link)
{
  self->crowd[link->to * 4 + link->wire.to_side]++;
  if (link->from >= 0)
    self->crowd[link->from * 4 + link->wire.from_side]++;
}

/* The cards that can be in the way of the links to be chosen for. */
static PrnBins *
cards_around (const PrnDock *docks, guint n_docks, const PrnLink *links, guint n_links,
              const guint8 *settled)
{
  PrnBins *bins = prn_bins_new ();
  PrnRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; settled != NULL && i < n_links; i++) {
    if (settled[i] || links[i].to < 0)
      continue;
    area = prn_rectangle_union (area, docks[links[i].to].box);
    if (links[i].from >= 0)
      area = prn_rectangle_union (area, docks[links[i].from].box);
  }
  area = prn_rectangle_grown (area, REACH);
  for (guint i = 0; i < n_docks; i++)
    if (settled == NULL || prn_rectangle_overlaps (&docks[i].box, &area))
      prn_bins_add (bins, i, &docks[i].box);
  return bins;
}

static void
loosen (guint8 *loose, const PrnLink *link)
{
  loose[link->to * 4 + link->wire.to_side] = TRUE;
  if (link->from >= 0)
    loose[link->from * 4 + link->wire.from_side] = TRUE;
}

void
prn_ports_assign (const PrnDock *docks, guint n_docks, PrnLink *links, guint n_links,
                  const guint8 *settled, guint8 *loose)
{
  g_autofree guint *crowd = g_new0 (guint, n_docks * 4 + 1);
  g_autoptr (PrnBins) bins = cards_around (docks, n_docks, links, n_links, settled);
  const Choice self = { docks, bins, crowd };

  for (guint i = 0; settled != NULL && i < n_links; i++)
    if (settled[i] && links[i].to >= 0)
      add_to_crowd (&self, &links[i]);
  /* Those from nowhere last: they take what is left. */
  for (int nowhere = 0; nowhere < 2; nowhere++)
    for (guint i = 0; i < n_links; i++) {
      if (links[i].to < 0 || is_from_nowhere (&links[i]) != nowhere ||
          (settled != NULL && settled[i]))
        continue;
      choose (&self, &links[i]);
      add_to_crowd (&self, &links[i]);
      if (loose != NULL)
        loosen (loose, &links[i]);
    }

  prn_ports_spread (docks, n_docks, links, n_links, loose);
}
