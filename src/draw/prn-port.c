/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-port.h"

#include <math.h>

#include "prn-bins.h"

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
#define MARGIN 12     /* of a side, kept free of lines at both ends */
#define APART 16      /* of two lines at a side */
#define JOG 72        /* a step in a line smaller than this is better taken out */

typedef struct {
  const PrnDock *docks;
  guint n_docks;
  PrnBins *bins;
  guint *crowd; /* by dock and side */
} Choice;

/* What of a side lines may use, from its upper or left end. */
static void
free_part (const PrnDock *dock, PrnSide side, double *from, double *to)
{
  *from = side == PRN_SIDE_TOP ? dock->top_from : side == PRN_SIDE_BOTTOM ? dock->bottom_from : 0;
  *to = prn_side_is_horizontal (side) ? dock->core_height
      : side == PRN_SIDE_TOP ? dock->top_to : dock->box.w;
}

static PrnSpot
middle_of (const PrnDock *dock, PrnSide side)
{
  PrnSpot spot = prn_rectangle_middle (&dock->box, side);
  double from, to;

  free_part (dock, side, &from, &to);
  if (prn_side_is_horizontal (side))
    spot.y = dock->box.y + (from + to) / 2;
  else
    spot.x = dock->box.x + (from + to) / 2;
  return spot;
}

static double
along (PrnSpot spot, PrnSide side)
{
  PrnSpot out = prn_side_outward (side);

  return spot.x * out.x + spot.y * out.y;
}

/* The line that would be drawn if nothing were in the way. */
static guint
sketch (PrnSpot a, PrnSide leave, PrnSpot b, PrnSide enter, PrnSpot *spots)
{
  PrnSpot out = prn_side_outward (leave), in = prn_side_outward (enter);
  PrnSpot p = { a.x + out.x * STEP, a.y + out.y * STEP };
  PrnSpot q = { b.x + in.x * STEP, b.y + in.y * STEP };
  gboolean level = prn_side_is_horizontal (leave);
  guint n = 0;

  spots[n++] = a;
  if (leave == enter) {
    double reach = MAX (along (p, leave), along (q, leave)) * (level ? out.x : out.y);

    spots[n++] = level ? (PrnSpot){ reach, a.y } : (PrnSpot){ a.x, reach };
    spots[n++] = level ? (PrnSpot){ reach, b.y } : (PrnSpot){ b.x, reach };
  } else if (prn_side_is_horizontal (enter) == level) {
    gboolean ahead = along (q, leave) >= along (p, leave);
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
    gboolean ahead = along (b, leave) >= along (p, leave) && along (a, enter) >= along (q, enter);

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
  PrnSpot spots[8];
  PrnLine line = { 0, spots };
  double cost = habit (&self->docks[from].box, &self->docks[to].box, leave);

  line.n = sketch (middle_of (&self->docks[from], leave), leave,
                   middle_of (&self->docks[to], enter), enter, spots);
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
    PrnSpot port = middle_of (&self->docks[link->to], sides[i]), out = prn_side_outward (sides[i]);
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

typedef struct {
  PrnLink *link;
  gboolean leaving;
  gboolean pinned; /* stays where it is, so that its line is straight */
  double key;
} Port;

/* The order along a side, top to bottom or left to right, in which lines do not cross: those that
 * turn back round the card outermost and nearest first, those that go on to the far innermost. */
static double
port_key (const Choice *self, const PrnLink *link, gboolean leaving)
{
  PrnSide side = leaving ? link->wire.from_side : link->wire.to_side;
  PrnSide other_side = leaving ? link->wire.to_side : link->wire.from_side;
  int own = leaving ? link->from : link->to, other = leaving ? link->to : link->from;
  PrnSpot here = middle_of (&self->docks[own], side), there;
  gboolean level = prn_side_is_horizontal (side);
  double away, sign;

  if (link->wire.n_bends > 0)
    there = link->wire.bends[leaving ? 0 : link->wire.n_bends - 1];
  else if (other >= 0)
    there = middle_of (&self->docks[other], other_side);
  else
    there = link->band != NULL ? prn_rectangle_middle (link->band, other_side) : here;

  away = level ? there.y - here.y : there.x - here.x;
  sign = away < 0 ? -1 : 1;
  if (fabs (away) < 1)
    return 0;
  if (side == other_side || along (there, side) < along (here, side) + STEP)
    return sign * (2e6 - MIN (fabs (away), 9e5));
  return sign * MIN (fabs (away), 9e5);
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->link < right->link ? -1 : left->link > right->link;
}

/* Where along its side a port is, in map units. */
static double *
place_of (const Port *port, PrnSide side)
{
  PrnSpot *spot = port->leaving ? &port->link->wire.from : &port->link->wire.to;

  return prn_side_is_horizontal (side) ? &spot->y : &spot->x;
}

/* Spreads the ports from @first, below @last, evenly between two places. */
static void
spread_between (Port *ports, guint first, guint last, PrnSide side, double from, double to)
{
  for (guint i = first; i < last; i++)
    *place_of (&ports[i], side) = round (from + (to - from) * (i - first + 1) / (last - first + 1));
}

static void
spread (const PrnDock *dock, PrnSide side, Port *ports, guint n)
{
  double start = prn_side_is_horizontal (side) ? dock->box.y : dock->box.x, from, to;

  free_part (dock, side, &from, &to);
  if (n > 1) /* qsort() takes no NULL */
    qsort (ports, n, sizeof (Port), compare_ports);
  for (guint i = 0; i < n; i++)
    *(ports[i].leaving ? &ports[i].link->wire.from : &ports[i].link->wire.to) =
        middle_of (dock, side);
  spread_between (ports, 0, n, side, start + from, start + to);
}

static GArray **
ports_by_side (const Choice *self, PrnLink *links, guint n_links)
{
  GArray **sides = g_new0 (GArray *, self->n_docks * 4 + 1);

  for (guint i = 0; i < self->n_docks * 4; i++)
    sides[i] = g_array_new (FALSE, FALSE, sizeof (Port));
  for (guint i = 0; i < n_links; i++)
    for (int leaving = 0; leaving < 2; leaving++) {
      int dock = leaving ? links[i].from : links[i].to;
      PrnSide side = leaving ? links[i].wire.from_side : links[i].wire.to_side;
      Port port = { .link = &links[i], .leaving = leaving };

      if (dock < 0)
        continue;
      port.key = port_key (self, &links[i], leaving);
      g_array_append_val (sides[dock * 4 + side], port);
    }
  return sides;
}

/* Puts a port at @at and the others of its side evenly beside it, in their order; returns whether
 * there is room for that. */
static gboolean
pin (const PrnDock *dock, PrnSide side, GArray *list, const PrnLink *link, gboolean leaving,
     double at)
{
  Port *ports = (Port *) list->data;
  double start = prn_side_is_horizontal (side) ? dock->box.y : dock->box.x, from, to;
  guint own = 0, before, after;

  while (own < list->len && (ports[own].link != link || ports[own].leaving != leaving))
    own++;
  for (before = own; before > 0 && !ports[before - 1].pinned;)
    before--;
  for (after = own + 1; after < list->len && !ports[after].pinned;)
    after++;

  free_part (dock, side, &from, &to);
  from = before > 0 ? *place_of (&ports[before - 1], side) : start + from + MARGIN - APART;
  to = after < list->len ? *place_of (&ports[after], side) : start + to - MARGIN + APART;
  if (at - from < APART * (own - before + 1) || to - at < APART * (after - own))
    return FALSE;

  *place_of (&ports[own], side) = at;
  ports[own].pinned = TRUE;
  spread_between (ports, before, own, side, MAX (from, start), at);
  spread_between (ports, own + 1, after, side, at, to);
  return TRUE;
}

/* A line between facing sides that would step aside by a little runs straight instead. */
static void
straighten (const Choice *self, GArray **sides, PrnLink *link)
{
  PrnWire *wire = &link->wire;
  gboolean level = prn_side_is_horizontal (wire->from_side), to_first;
  double from = level ? wire->from.y : wire->from.x, to = level ? wire->to.y : wire->to.x;
  GArray *leaving, *entering;

  if (link->from < 0 || link->from == link->to || wire->n_bends > 0 ||
      (wire->from_side ^ 2) != wire->to_side || fabs (from - to) > JOG)
    return;

  leaving = sides[link->from * 4 + wire->from_side];
  entering = sides[link->to * 4 + wire->to_side];
  to_first = entering->len <= leaving->len;
  for (int k = 0; k < 2; k++)
    if ((k == 0) == to_first) {
      if (pin (&self->docks[link->to], wire->to_side, entering, link, FALSE, from)) {
        pin (&self->docks[link->from], wire->from_side, leaving, link, TRUE, from);
        return;
      }
    } else if (pin (&self->docks[link->from], wire->from_side, leaving, link, TRUE, to)) {
      pin (&self->docks[link->to], wire->to_side, entering, link, FALSE, to);
      return;
    }
}

/* The start of a line from nowhere, or at a band's edge opposite its end. */
static void
place_start (PrnLink *link)
{
  PrnWire *wire = &link->wire;
  PrnSpot out = prn_side_outward (wire->to_side);
  const PrnRectangle *band = link->band;

  if (link->from >= 0)
    return;
  if (band == NULL) {
    wire->from = (PrnSpot){ wire->to.x + out.x * PRN_STUB, wire->to.y + out.y * PRN_STUB };
    wire->from_side = wire->to_side ^ 2;
    return;
  }

  wire->from = prn_rectangle_middle (band, wire->from_side);
  if (prn_side_is_horizontal (wire->from_side))
    wire->from.y = CLAMP (wire->to.y, band->y + MIN (24, band->h / 2),
                          band->y + band->h - MIN (24, band->h / 2));
  else
    wire->from.x = CLAMP (wire->to.x, band->x + MIN (24, band->w / 2),
                          band->x + band->w - MIN (24, band->w / 2));
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

  self->crowd[link->to * 4 + link->wire.to_side]++;
  if (link->from >= 0)
    self->crowd[link->from * 4 + link->wire.from_side]++;
}

void
prn_ports_assign (const PrnDock *docks, guint n_docks, PrnLink *links, guint n_links)
{
  g_autofree guint *crowd = g_new0 (guint, n_docks * 4 + 1);
  g_autoptr (PrnBins) bins = prn_bins_new ();
  const Choice self = { docks, n_docks, bins, crowd };
  GArray **sides;

  for (guint i = 0; i < n_docks; i++)
    prn_bins_add (bins, i, &docks[i].box);
  /* Those from nowhere last: they take what is left. */
  for (int nowhere = 0; nowhere < 2; nowhere++)
    for (guint i = 0; i < n_links; i++)
      if ((links[i].from < 0 && !links[i].entry && links[i].band == NULL) == nowhere)
        choose (&self, &links[i]);

  sides = ports_by_side (&self, links, n_links);
  for (guint i = 0; i < n_docks * 4; i++)
    spread (&docks[i / 4], i % 4, (Port *) sides[i]->data, sides[i]->len);
  for (guint i = 0; i < n_links; i++)
    straighten (&self, sides, &links[i]);
  for (guint i = 0; i < n_links; i++)
    place_start (&links[i]);

  for (guint i = 0; i < n_docks * 4; i++)
    g_array_unref (sides[i]);
  g_free (sides);
}
