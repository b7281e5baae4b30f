/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "prn-record.h"
#include "prn-theme.h"

G_BEGIN_DECLS

/* A small picture of how a delay is spread: how likely each length is, the median marked. */

#define PRN_DELAY_SKETCH_BINS 60

/**
 * PrnDelaySketch:
 * @end: the length at the right edge, in microseconds; at the left it is 0
 * @median: the length that half of the delays do not exceed
 * @bins: how likely each part of the axis is, 0 to 1 for the likeliest
 * @is_point: every delay has one length
 */
typedef struct {
  double end;
  double median;
  double bins[PRN_DELAY_SKETCH_BINS];
  gboolean is_point;
} PrnDelaySketch;

/**
 * prn_delay_sketch_init:
 * @sketch: (out): what is seen
 * @distribution: (nullable): a delay, %NULL for none at all
 *
 * Works for every kind alike, by its quantiles: each bin is as high as the part of even numbers
 * whose quantile falls in it. The axis ends a little after the longest of 95 in 100 delays.
 */
void prn_delay_sketch_init (PrnDelaySketch *sketch, const PrnDistribution *distribution);

/**
 * prn_delay_sketch_paint:
 * @sketch: what is seen
 * @cr: where to paint, its origin the top left
 * @width: in units of @cr
 * @height: the same
 * @theme: light, dark or print
 *
 * Paints the curve, the axis with its two ends, and the median with its length.
 */
void prn_delay_sketch_paint (const PrnDelaySketch *sketch, cairo_t *cr, double width,
                             double height, PrnThemeKind theme);

/**
 * prn_delay_sketch_words:
 * @distribution: (nullable): a delay
 *
 * Returns: (transfer full): the same in words: `Half within 4 d, nine of ten within 12 d`
 */
char *prn_delay_sketch_words (const PrnDistribution *distribution);

G_END_DECLS
