/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"

G_BEGIN_DECLS

/* Rectangles found by place: a uniform grid of squares, each listing what touches it. */

typedef struct _PrnBins PrnBins;

/* Returns: (transfer full): bins without anything in them. */
PrnBins *prn_bins_new (void);
void prn_bins_free (PrnBins *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnBins, prn_bins_free)

/* Adds a rectangle under a number of the caller's; the same number may be added more than once. */
void prn_bins_add (PrnBins *self, guint number, const PrnRectangle *r);

/**
 * PrnBinsFunc:
 * @number: what a rectangle was added under
 * @r: the rectangle
 * @data: the caller's
 *
 * Returns: whether to go on
 */
typedef gboolean (*PrnBinsFunc) (guint number, const PrnRectangle *r, gpointer data);

/* Calls @func for each rectangle that overlaps @area, in no order of meaning, each once. */
void prn_bins_foreach (const PrnBins *self, const PrnRectangle *area, PrnBinsFunc func,
                       gpointer data);

/* Whether anything overlaps @area. */
gboolean prn_bins_any (const PrnBins *self, const PrnRectangle *area);

/* How often a level and upright line enters the inside of a rectangle: once a run. */
guint prn_bins_count_entered (const PrnBins *self, const PrnLine *line);

G_END_DECLS
