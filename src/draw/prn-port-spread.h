/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-port.h"

G_BEGIN_DECLS

/* The places of lines along the sides of cards, once their sides are chosen. */

/* The middle of what lines may use of a side. */
PrnSpot prn_dock_middle (const PrnDock *dock, PrnSide side);

/* How far out a spot is in the direction of a side. */
double prn_spot_along (PrnSpot spot, PrnSide side);

/**
 * prn_ports_spread:
 * @docks: (array length=n_docks): the cards
 * @n_docks: how many
 * @links: (array length=n_links): what connects them; those with a negative @to are left alone
 * @n_links: how many
 * @loose: (nullable): by dock and side: whether its lines are to find new places; NULL: all are
 *
 * Spreads the lines evenly along their sides, and makes straight what nearly is.
 */
void prn_ports_spread (const PrnDock *docks, guint n_docks, PrnLink *links, guint n_links,
                       const guint8 *loose);

G_END_DECLS
