/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-delay-sketch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-pen.h"
#include "prn-sampler.h"
#include "prn-theme-table.h"

#define SAMPLES 4000
#define SHOWN   0.95 /* of the delays are in sight */
#define MARGIN  1.15 /* the axis goes on a little */

void
prn_delay_sketch_init (PrnDelaySketch *sketch, const PrnDistribution *distribution)
{
  double most = 0;

  *sketch = (PrnDelaySketch){ .median = (double) prn_sampler_delay (distribution, 0.5) };
  sketch->is_point = prn_sampler_delay (distribution, 0.001) ==
                     prn_sampler_delay (distribution, 0.999);
  sketch->end = MARGIN * (double) prn_sampler_delay (distribution, SHOWN);
  if (sketch->is_point)
    sketch->end = 2 * sketch->median;
  if (sketch->end <= 0)
    sketch->end = (double) PRN_DAY;

  for (guint i = 0; i < SAMPLES; i++) {
    double at = (double) prn_sampler_delay (distribution, (i + 0.5) / SAMPLES) / sketch->end;

    if (at < 1)
      sketch->bins[(guint) (at * PRN_DELAY_SKETCH_BINS)]++;
  }
  for (guint i = 0; i < PRN_DELAY_SKETCH_BINS; i++)
    most = MAX (most, sketch->bins[i]);
  for (guint i = 0; i < PRN_DELAY_SKETCH_BINS && most > 0; i++)
    sketch->bins[i] /= most;
}

/* The outline of the bins, from bin to bin in a straight line. */
static void
outline (const PrnDelaySketch *sketch, PrnPen *pen, double width, double base, double height)
{
  double step = width / PRN_DELAY_SKETCH_BINS;

  prn_pen_move_to (pen, 0, base);
  for (guint i = 0; i < PRN_DELAY_SKETCH_BINS; i++)
    prn_pen_line_to (pen, (i + 0.5) * step, base - sketch->bins[i] * height);
  prn_pen_line_to (pen, width, base);
}

/* One line about @x, never beyond the edges. */
static void
paint_label (PrnPen *pen, PrnTextStyle style, const char *label, double x, double y, double width,
             PrnColor color)
{
  double its_width = prn_text_width (style, label);

  x = CLAMP (x - its_width / 2, 0, MAX (0, width - its_width));
  prn_pen_text (pen, style, label, x, y, 0, 1, PRN_ALIGN_LEFT, color);
}

void
prn_delay_sketch_paint (const PrnDelaySketch *sketch,
                        cairo_t *cr,
                        double width,
                        double height,
                        PrnThemeKind theme)
{
  const PrnThemeTable *table = prn_theme_table (theme);
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);
  g_autofree char *median = prn_duration_format_short ((gint64) sketch->median);
  g_autofree char *end = prn_duration_format_short ((gint64) sketch->end);
  double line = prn_text_line_height (PRN_TEXT_LABEL);
  double base = height - line - 4, top = line + 4;
  double x = sketch->median / sketch->end * width;
  PrnColor area = table->accent;

  prn_text_lock ();
  area.a = 0.2;
  if (!sketch->is_point) {
    outline (sketch, pen, width, base, base - top);
    prn_pen_fill (pen, area);
    outline (sketch, pen, width, base, base - top);
    prn_pen_stroke (pen, table->accent, 1.5);
  }
  prn_pen_move_to (pen, 0, base);
  prn_pen_line_to (pen, width, base);
  prn_pen_stroke (pen, table->outline, 1);
  prn_pen_move_to (pen, x, base);
  prn_pen_line_to (pen, x, top);
  if (sketch->is_point)
    prn_pen_stroke (pen, table->accent, 3);
  else
    prn_pen_dash (pen, table->text, 1.5, 3, 3);

  paint_label (pen, PRN_TEXT_FIGURE, median, x, 0, width, table->text);
  paint_label (pen, PRN_TEXT_LABEL, "0", 0, base + 3, width, table->muted);
  paint_label (pen, PRN_TEXT_LABEL, end, width, base + 3, width, table->muted);
  prn_text_unlock ();
}

char *
prn_delay_sketch_words (const PrnDistribution *distribution)
{
  g_autofree char *median = prn_duration_format_short (prn_sampler_delay (distribution, 0.5));
  g_autofree char *most = prn_duration_format_short (prn_sampler_delay (distribution, 0.9));

  if (prn_sampler_delay (distribution, 0.001) == prn_sampler_delay (distribution, 0.999))
    return g_strdup_printf (_("Always %s"), median);
  return g_strdup_printf (_("Half within %s, nine of ten within %s"), median, most);
}
