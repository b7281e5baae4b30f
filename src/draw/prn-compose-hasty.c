/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-private.h"

/* A line as it would run if nothing were in its way. */
static PrnLine
sketch (const PrnWire *wire)
{
  PrnSpot spots[PRN_SKETCH_SPOTS];
  guint n = prn_port_sketch (wire->from, wire->from_side, wire->to, wire->to_side, spots);
  PrnLine line = prn_line_new (spots, n);

  prn_line_simplify (&line);
  return line;
}

void
prn_scene_sketch_lines (PrnScene *self, PrnKept *kept)
{
  for (guint i = 0; i < self->n_ways; i++) {
    PrnWire *wire = &self->links[i].wire;
    PrnWay *way = &self->ways[i];

    if (self->links[i].to < 0 || prn_link_is_stub (&self->links[i]))
      continue;
    if (kept != NULL && prn_scene_is_line_kept (self, i, kept)) {
      kept->lines[i] = TRUE;
      prn_scene_keep_line (self, i, kept);
      self->unsettled[i] = kept->old->unsettled[kept->way_was[i]];
      continue;
    }
    self->unsettled[i] = wire->n_bends == 0;
    way->line = wire->n_bends == 0 ? sketch (wire) : prn_route_through_bends (wire);
    way->dot = self->links[i].band != NULL;
  }
  if (kept != NULL) {
    self->came = g_array_ref (kept->came);
    self->went = g_array_ref (kept->went);
  }
}

void
prn_scene_leave_labels (PrnScene *self, const PrnKept *kept)
{
  for (guint i = 0; i < self->n_ways; i++)
    if (kept == NULL || !kept->labels[i])
      self->unsettled[i] = self->unsettled[i] || self->ways[i].label.w <= 0;
}

guint
prn_scene_n_unsettled (PrnScene *self)
{
  guint n = self->bands_unsettled ? 1 : 0;

  for (guint i = 0; self->unsettled != NULL && i < self->n_ways; i++)
    n += self->unsettled[i];
  return n + (self->came != NULL ? self->came->len : 0) +
         (self->went != NULL ? self->went->len : 0);
}
