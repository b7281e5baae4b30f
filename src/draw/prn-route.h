/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"

G_BEGIN_DECLS

/* Finding a way for every line of a map.
 *
 * Lines run on a grid of tracks, as wires on a circuit board (C. Y. Lee 1961, with the costs of
 * A*: Hart, Nilsson and Raphael 1968): a track another line runs on, or one close to it, is dear, a
 * bend and a crossing cost a little, a card in the way costs more than any detour. So lines keep
 * apart by themselves and every line is found in one search. */

/* How far a line leaves its card before it may turn. */
#define PRN_GATE 16

/**
 * PrnWire:
 * @from: where it starts, on the outline of what it leaves
 * @from_side: which way it leaves
 * @to: where it ends
 * @to_side: the side it comes in at
 * @n_bends: places a user wants it to pass
 * @bends: (nullable): those places
 * @line: (out): the way found; never empty
 */
typedef struct {
  PrnSpot from, to;
  PrnSide from_side, to_side;
  guint n_bends;
  const PrnSpot *bends;
  PrnLine line;
} PrnWire;

/**
 * PrnGround:
 * @obstacles: (array length=n_obstacles): cards and what else lines go around
 * @n_obstacles: how many
 * @soft: (array length=n_soft): what lines had better not cross: headings
 * @n_soft: how many
 * @lines: (array length=n_lines): lines that are there already
 * @n_lines: how many
 * @area: where lines may run; without area: wherever something is, and around it
 * @hurried: there are many lines: a good way now rather than the best later
 *
 * What is there before a line is drawn.
 */
typedef struct {
  const PrnRectangle *obstacles;
  guint n_obstacles;
  const PrnRectangle *soft;
  guint n_soft;
  const PrnLine *lines;
  guint n_lines;
  PrnRectangle area;
  gboolean hurried;
} PrnGround;

/**
 * prn_route:
 * @ground: where
 * @wires: (array length=n_wires): what is to be connected
 * @n_wires: how many
 *
 * Finds a way for every wire. The same input gives the same ways.
 */
void prn_route (const PrnGround *ground, PrnWire *wires, guint n_wires);

/**
 * prn_route_through_bends:
 * @wire: what is to be connected through the places a user chose
 *
 * Returns: (transfer full): the line, whatever is in its way
 */
PrnLine prn_route_through_bends (const PrnWire *wire);

/**
 * prn_route_spread:
 * @ground: where; its lines stay as they are
 * @wires: (array length=n_wires): what is connected, with lines that nobody else has yet
 * @n_wires: how many
 *
 * Moves runs of lines that lie on one another beside each other, where there is room.
 */
void prn_route_spread (const PrnGround *ground, PrnWire *wires, guint n_wires);

/**
 * prn_route_some:
 * @ground: where; its lines stay as they are
 * @wires: (array length=n_wires): what is to be connected
 * @n_wires: how many
 *
 * Does what prn_route() does for a few lines of many, looking only at what is around each of them,
 * and further where that does not suffice to go around everything.
 *
 * Returns: whether no way runs through an obstacle that can be gone around
 */
gboolean prn_route_some (const PrnGround *ground, PrnWire *wires, guint n_wires);

/* Where a line that leaves a side at @port may turn for the first time. */
static inline PrnSpot
prn_gate_of (PrnSpot port, PrnSide side)
{
  PrnSpot out = prn_side_outward (side);

  return (PrnSpot){ port.x + out.x * PRN_GATE, port.y + out.y * PRN_GATE };
}

G_END_DECLS
