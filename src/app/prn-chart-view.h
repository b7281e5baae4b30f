/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-chart.h"

G_BEGIN_DECLS

#define PRN_TYPE_CHART_VIEW (prn_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PrnChartView, prn_chart_view, PRN, CHART_VIEW, GtkWidget)

/* A chart in the colours of the window. */

/* Returns: a view without a chart. */
GtkWidget *prn_chart_view_new (void);

/**
 * prn_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what to show
 *
 * Shows another chart, or none.
 */
void prn_chart_view_set_chart (PrnChartView *self, PrnChart *chart);

G_END_DECLS
