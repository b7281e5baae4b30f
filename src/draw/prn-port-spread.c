/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-port-spread.h"

#include <math.h>
#include <stdlib.h>

#define STEP 24       /* what is less far ahead than this is beside */
#define MARGIN 12     /* of a side, kept free of lines at both ends */
#define APART 16      /* of two lines at a side */
#define JOG 72        /* a step in a line smaller than this is better taken out */

/* What of a side lines may use, from its upper or left end. */
static void
free_part (const PrnDock *dock, PrnSide side, double *from, double *to)
{
  *from = side == PRN_SIDE_TOP ? dock->top_from : side == PRN_SIDE_BOTTOM ? dock->bottom_from : 0;
  *to = prn_side_is_horizontal (side) ? dock->core_height
      : side == PRN_SIDE_TOP ? dock->top_to : dock->box.w;
}

PrnSpot
prn_dock_middle (const PrnDock *dock, PrnSide side)
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

double
prn_spot_along (PrnSpot spot, PrnSide side)
{
  PrnSpot out = prn_side_outward (side);

  return spot.x * out.x + spot.y * out.y;
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
port_key (const PrnDock *docks, const PrnLink *link, gboolean leaving)
{
  PrnSide side = leaving ? link->wire.from_side : link->wire.to_side;
  PrnSide other_side = leaving ? link->wire.to_side : link->wire.from_side;
  int own = leaving ? link->from : link->to, other = leaving ? link->to : link->from;
  PrnSpot here = prn_dock_middle (&docks[own], side), there;
  gboolean level = prn_side_is_horizontal (side);
  double away, sign;

  if (link->wire.n_bends > 0)
    there = link->wire.bends[leaving ? 0 : link->wire.n_bends - 1];
  else if (other >= 0)
    there = prn_dock_middle (&docks[other], other_side);
  else
    there = link->band != NULL ? prn_rectangle_middle (link->band, other_side) : here;

  away = level ? there.y - here.y : there.x - here.x;
  sign = away < 0 ? -1 : 1;
  if (fabs (away) < 1)
    return 0;
  if (side == other_side || prn_spot_along (there, side) < prn_spot_along (here, side) + STEP)
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
  for (guint i = 0; i < n; i++)
    *(ports[i].leaving ? &ports[i].link->wire.from : &ports[i].link->wire.to) =
        prn_dock_middle (dock, side);
  spread_between (ports, 0, n, side, start + from, start + to);
}

/* The ports of all sides, side by side: those of a side stand at its @first and after. */
typedef struct {
  const PrnDock *docks;
  const guint8 *loose; /* NULL: every side */
  guint *first;
  Port *ports;
} Sides;

static gboolean
is_loose (const Sides *self, guint side)
{
  return self->loose == NULL || self->loose[side];
}

/* The number of the side a link leaves or enters at, or -1. */
static int
side_of (const PrnLink *link, gboolean leaving)
{
  int dock = leaving ? link->from : link->to;

  if (dock < 0 || link->to < 0)
    return -1;
  return dock * 4 + (int) (leaving ? link->wire.from_side : link->wire.to_side);
}

static void
collect_ports (Sides *self, guint n_docks, PrnLink *links, guint n_links)
{
  g_autofree guint *at = NULL;

  self->first = g_new0 (guint, n_docks * 4 + 2);
  for (guint i = 0; i < n_links; i++)
    for (int leaving = 0; leaving < 2; leaving++) {
      int side = side_of (&links[i], leaving);

      if (side >= 0)
        self->first[side + 1]++;
    }
  for (guint i = 0; i < n_docks * 4; i++)
    self->first[i + 1] += self->first[i];

  self->ports = g_new (Port, self->first[n_docks * 4] + 1);
  at = g_memdup2 (self->first, (n_docks * 4 + 1) * sizeof (guint));
  for (guint i = 0; i < n_links; i++)
    for (int leaving = 0; leaving < 2; leaving++) {
      int side = side_of (&links[i], leaving);
      Port port = { .link = &links[i], .leaving = leaving };

      if (side < 0)
        continue;
      /* Where nothing changes, the ports stay in the order they have. */
      port.pinned = !is_loose (self, (guint) side);
      port.key = port.pinned ? *place_of (&port, side % 4)
                             : port_key (self->docks, &links[i], leaving);
      self->ports[at[side]++] = port;
    }
}

static guint
n_ports_at (const Sides *self, guint side)
{
  return self->first[side + 1] - self->first[side];
}

/* Puts a port at @at and the others of its side evenly beside it, in their order; returns whether
 * there is room for that. */
static gboolean
pin (const Sides *self, guint number, const PrnLink *link, gboolean leaving, double at)
{
  const PrnDock *dock = &self->docks[number / 4];
  PrnSide side = number % 4;
  Port *ports = &self->ports[self->first[number]];
  guint n = n_ports_at (self, number);
  double start = prn_side_is_horizontal (side) ? dock->box.y : dock->box.x, from, to;
  guint own = 0, before, after;

  while (own < n && (ports[own].link != link || ports[own].leaving != leaving))
    own++;
  for (before = own; before > 0 && !ports[before - 1].pinned;)
    before--;
  for (after = own + 1; after < n && !ports[after].pinned;)
    after++;

  free_part (dock, side, &from, &to);
  from = before > 0 ? *place_of (&ports[before - 1], side) : start + from + MARGIN - APART;
  to = after < n ? *place_of (&ports[after], side) : start + to - MARGIN + APART;
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
straighten (const Sides *self, PrnLink *link)
{
  PrnWire *wire = &link->wire;
  gboolean level = prn_side_is_horizontal (wire->from_side), to_first;
  double from = level ? wire->from.y : wire->from.x, to = level ? wire->to.y : wire->to.x;
  guint leaving, entering;

  if (link->from < 0 || link->to < 0 || link->from == link->to || wire->n_bends > 0 ||
      (wire->from_side ^ 2) != wire->to_side || fabs (from - to) > JOG)
    return;

  leaving = (guint) side_of (link, TRUE);
  entering = (guint) side_of (link, FALSE);
  if (!is_loose (self, leaving) && !is_loose (self, entering))
    return;
  to_first = n_ports_at (self, entering) <= n_ports_at (self, leaving);
  for (int k = 0; k < 2; k++)
    if ((k == 0) == to_first) {
      if (pin (self, entering, link, FALSE, from)) {
        pin (self, leaving, link, TRUE, from);
        return;
      }
    } else if (pin (self, leaving, link, TRUE, to)) {
      pin (self, entering, link, FALSE, to);
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

void
prn_ports_spread (const PrnDock *docks, guint n_docks, PrnLink *links, guint n_links,
                  const guint8 *loose)
{
  Sides self = { docks, loose, NULL, NULL };

  collect_ports (&self, n_docks, links, n_links);
  for (guint i = 0; i < n_docks * 4; i++) {
    Port *ports = &self.ports[self.first[i]];
    guint n = n_ports_at (&self, i);

    if (n > 1)
      qsort (ports, n, sizeof (Port), compare_ports);
    if (is_loose (&self, i))
      spread (&docks[i / 4], i % 4, ports, n);
  }
  for (guint i = 0; i < n_links; i++)
    straighten (&self, &links[i]);
  for (guint i = 0; i < n_links; i++)
    if (links[i].to >= 0)
      place_start (&links[i]);

  g_free (self.first);
  g_free (self.ports);
}
