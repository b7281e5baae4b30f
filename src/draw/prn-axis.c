/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-axis.h"

#include <math.h>

#include "prn-duration.h"
#include "prn-text-table.h"

/* Seconds; no map speaks of a longer time. */
#define LONGEST 3e11

static PrnAxis *
axis_new (double top, double step, guint n)
{
  PrnAxis *self = g_new0 (PrnAxis, 1);

  self->top = top;
  self->n = n;
  self->ticks = g_new0 (PrnTick, n);
  for (guint i = 0; i < n; i++)
    self->ticks[i].at = prn_axis_at (self, i * step);
  return self;
}

PrnAxis *
prn_axis_time_new (double seconds, guint most)
{
  static const gint64 steps[] = {
    PRN_SECOND,      10 * PRN_SECOND, PRN_MINUTE,    10 * PRN_MINUTE, PRN_HOUR,      3 * PRN_HOUR,
    6 * PRN_HOUR,    12 * PRN_HOUR,   PRN_DAY,       2 * PRN_DAY,     5 * PRN_DAY,   10 * PRN_DAY,
    20 * PRN_DAY,    PRN_MONTH,       2 * PRN_MONTH, 3 * PRN_MONTH,   6 * PRN_MONTH, PRN_YEAR,
    2 * PRN_YEAR,    5 * PRN_YEAR,    10 * PRN_YEAR, 50 * PRN_YEAR,   500 * PRN_YEAR,
    5000 * PRN_YEAR,
  };
  double top = CLAMP (seconds, 1, LONGEST);
  guint last = G_N_ELEMENTS (steps) - 1, step = 0;
  double length;
  PrnAxis *self;

  while (step < last && floor (top * PRN_SECOND / (double) steps[step]) > MAX (most, 1))
    step++;
  length = (double) steps[step] / PRN_SECOND;
  self = axis_new (top, length, (guint) MIN (floor (top / length), 100) + 1);
  for (guint i = 0; i < self->n; i++)
    self->ticks[i].label = i == 0 ? g_strdup ("0") : prn_duration_format_exact (i * steps[step]);
  return self;
}

PrnAxis *
prn_axis_share_new (double share)
{
  static const double tops[] = { .001, .002, .005, .01, .02, .05, .1, .2, .3, .4, .5, .6, .8, 1 };
  guint i = 0;
  PrnAxis *self;

  while (i + 1 < G_N_ELEMENTS (tops) && tops[i] < share)
    i++;
  self = axis_new (tops[i], tops[i] / 2, 3);
  for (guint k = 0; k < self->n; k++)
    self->ticks[k].label = g_strdup_printf ("%.4g %%", 100 * tops[i] * k / 2);
  return self;
}

PrnAxis *
prn_axis_count_new (double count)
{
  static const double parts[] = { 1, 2, 4, 6, 8, 10 };
  double power = pow (10, floor (log10 (MAX (count, 1))));
  guint i = 0;
  double top;
  PrnAxis *self;

  while (i + 1 < G_N_ELEMENTS (parts) && parts[i] * power < count)
    i++;
  top = parts[i] * power;
  self = top >= 2 ? axis_new (top, top / 2, 3) : axis_new (top, top, 2);
  for (guint k = 0; k < self->n; k++)
    self->ticks[k].label =
        prn_text_table_number ((guint64) llround (top * k / (self->n - 1)));
  return self;
}

void
prn_axis_free (PrnAxis *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->ticks[i].label);
  g_free (self->ticks);
  g_free (self);
}

double
prn_axis_at (const PrnAxis *self, double value)
{
  return self->top > 0 && value > 0 ? MIN (value / self->top, 1) : 0;
}
