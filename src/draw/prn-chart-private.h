/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-axis.h"
#include "prn-chart.h"
#include "prn-theme-table.h"

G_BEGIN_DECLS

typedef struct {
  void (*paint) (PrnChart *chart, PrnPen *pen, PrnThemeKind theme, double width);
  void (*free) (PrnChart *chart);
} PrnChartClass;

/* What every chart begins with. */
struct _PrnChart {
  const PrnChartClass *class;
  gatomicrefcount ref_count;
  char *words;
  double height, least_width;
};

/* Sets what every chart begins with; @words is taken. */
void prn_chart_init (PrnChart *chart, const PrnChartClass *class, char *words, double height,
                     double least_width);

/* The colours of charts: told apart by eyes that do not tell red from green (Okabe and Ito, Color
 * Universal Design, 2008). */
typedef enum {
  PRN_CHART_BLUE,
  PRN_CHART_SKY,
  PRN_CHART_ORANGE,
  PRN_CHART_GRAY,
} PrnChartHue;

/* One of them, as a theme has it. */
PrnColor prn_chart_color (PrnThemeKind theme, PrnChartHue hue);

/* Widest label of an axis. The caller holds the text lock, as for all below. */
double prn_chart_label_width (const PrnAxis *axis);

/* Lines across @area at the ticks of an upright axis, with their labels to the left of it. */
void prn_chart_paint_levels (PrnPen *pen, PrnThemeKind theme, const PrnAxis *axis,
                             const PrnRectangle *area);

/* The labels of a level axis below @area, without those that find no room. */
void prn_chart_paint_times (PrnPen *pen, PrnThemeKind theme, const PrnAxis *axis,
                            const PrnRectangle *area);

G_END_DECLS
