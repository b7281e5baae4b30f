/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A scale of a chart: values become numbers from 0 to 1, and some of them are named. */

/* @at: 0 to 1; @label: its value with its unit. */
typedef struct {
  double at;
  char *label;
} PrnTick;

/**
 * PrnAxis:
 * @top: the value at 1; 0 is at 0
 * @n: how many ticks
 * @ticks: (array length=n): from the lowest
 */
typedef struct {
  double top;
  guint n;
  PrnTick *ticks;
} PrnAxis;

/**
 * prn_axis_time_new:
 * @seconds: the longest time
 * @most: how many ticks there is room for beside the one at 0
 *
 * Returns: (transfer full): an axis that ends at @seconds, with ticks at whole days, months ...
 */
PrnAxis *prn_axis_time_new (double seconds, guint most);

/**
 * prn_axis_share_new:
 * @share: the highest share
 *
 * Returns: (transfer full): an axis that ends at @share or a little above, with ticks in percent
 */
PrnAxis *prn_axis_share_new (double share);

/**
 * prn_axis_count_new:
 * @count: the greatest number
 *
 * Returns: (transfer full): an axis that ends at @count or above, with two or three ticks
 */
PrnAxis *prn_axis_count_new (double count);

void prn_axis_free (PrnAxis *axis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnAxis, prn_axis_free)

/* Where a value is, 0 to 1; what lies beyond is at 1. */
double prn_axis_at (const PrnAxis *axis, double value);

G_END_DECLS
