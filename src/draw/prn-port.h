/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-route.h"

G_BEGIN_DECLS

/* Where lines leave and enter: at the middle of a side, or evenly spread when several share it,
 * in an order in which they do not cross at the card. */

/**
 * PrnDock:
 * @box: a card as it is drawn
 * @core_height: the part of it from the top whose middle is the middle of the left and right sides
 * @top_from: what of its upper side is free, from its left end
 * @top_to: where that ends; the heading of a phase may stand over the rest
 * @bottom_from: what of its lower side is free; an arrow of loss may stand under the rest
 */
typedef struct {
  PrnRectangle box;
  double core_height;
  double top_from, top_to, bottom_from;
} PrnDock;

/**
 * PrnLink:
 * @from: index of a dock; -1: from nowhere, as the arrow into an entry
 * @to: index of a dock; -1: this cannot be drawn
 * @band: (nullable): instead of @from: starts at the edge of this
 * @entry: this is the arrow into an entry
 * @wire: (inout): its sides and ends are set; its bends are read
 */
typedef struct {
  int from, to;
  const PrnRectangle *band;
  gboolean entry;
  PrnWire wire;
} PrnLink;

/* How long an arrow from nowhere is. */
#define PRN_STUB 36

/**
 * prn_ports_assign:
 * @docks: (array length=n_docks): the cards
 * @n_docks: how many
 * @links: (array length=n_links): what connects them; those with a negative @to are left alone
 * @n_links: how many
 * @settled: (nullable): by link: whether it keeps its sides, and its places where nothing comes
 *   between; NULL: none does
 * @loose: (nullable): with @settled: by dock and side: whether something went away from there
 *
 * Chooses for every link the sides and the places at them.
 */
void prn_ports_assign (const PrnDock *docks, guint n_docks, PrnLink *links, guint n_links,
                       const guint8 *settled, guint8 *loose);

/* As many spots as a sketch may have. */
#define PRN_SKETCH_SPOTS 8

/**
 * prn_port_sketch:
 * @a: where a line starts
 * @leave: which way it leaves
 * @b: where it ends
 * @enter: the side it comes in at
 * @spots: (out) (array fixed-size=8): the spots of the line
 *
 * The line that would be drawn if nothing were in the way.
 *
 * Returns: how many spots it has
 */
guint prn_port_sketch (PrnSpot a, PrnSide leave, PrnSpot b, PrnSide enter, PrnSpot *spots);

G_END_DECLS
