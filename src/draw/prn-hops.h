/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"

G_BEGIN_DECLS

/* How high a line hops over another; it stays within the ink of that other. */
#define PRN_HOP 5

/* Where lines cross, the level one hops over the upright one, so that nobody takes a crossing for a
 * corner. What crosses is found among the lines that are painted together: a line that is too far
 * outside to be among them is too far for its hop to reach in. */
typedef struct _PrnHops PrnHops;

/**
 * prn_hops_new:
 *
 * Returns: (transfer full): no line as yet
 */
PrnHops *prn_hops_new (void);

void prn_hops_free (PrnHops *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnHops, prn_hops_free)

/**
 * prn_hops_add:
 * @self: hops
 * @line: a line, whose upright runs are hopped over
 */
void prn_hops_add (PrnHops *self, const PrnLine *line);

/**
 * prn_hops_line:
 * @self: the lines painted with it
 * @pen: a pen
 * @line: a line
 * @radius: of its corners
 * @dash: the length of its dashes; 0: it is solid
 * @gap: and of what is between them
 *
 * Adds @line to the path of @pen as prn_pen_line() does, hopping where its level runs cross. A hop
 * is too short to show in dashes: these leave it out, for prn_hops_left_out(). The dashes of each
 * run begin with it, and stand where they do whatever is hopped over.
 */
void prn_hops_line (PrnHops *self, PrnPen *pen, const PrnLine *line, double radius, double dash,
                    double gap);

/**
 * prn_hops_left_out:
 * @self: hops
 * @pen: a pen
 *
 * Adds what the last prn_hops_line() left out to the path, to be solid.
 *
 * Returns: whether there was anything
 */
gboolean prn_hops_left_out (PrnHops *self, PrnPen *pen);

G_END_DECLS
