/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* How far along the flow each stage is. */

typedef struct {
  guint from, to; /* indices of stages */
  guint trigger;  /* index of the trigger it comes of */
  gboolean back;  /* goes against the flow: one of those that close a circle */
} PrnArc;

typedef struct {
  guint n_stages, n_arcs;
  PrnArc *arcs;     /* the triggers between two stages, in map order */
  guint *rank;      /* by stage: from 0 */
  guint n_ranks;
  guint *first_out; /* by stage: where its arcs start in @out; one more at the end */
  guint *out;       /* indices of arcs by the stage they leave, by target */
  guint *first_in;
  guint *in;
} PrnFlow;

/**
 * prn_flow_new:
 * @map: a map
 *
 * Finds the direction of the flow: circles are broken by a walk in depth from the entries (Tarjan
 * 1972); an arc that meets the walk's own way goes back. A stage's rank is the longest way to it
 * over the other arcs.
 *
 * Returns: (transfer full): the flow
 */
PrnFlow *prn_flow_new (PrnMap *map);
void prn_flow_free (PrnFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnFlow, prn_flow_free)

/* Ranks again after arcs were marked as going back. */
void prn_flow_rank (PrnFlow *self);

G_END_DECLS
