/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"
#include "prn-report.h"
#include "prn-theme.h"

G_BEGIN_DECLS

/* A chart of a part of a report: a value with all it needs, painted with any pen at any width. */

typedef struct _PrnChart PrnChart;

/**
 * prn_chart_survival_new:
 * @conversion: how many get from one stage to another, and how fast
 *
 * The share of those who have done it by a time, Kaplan-Meier, with its band of 95 %.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL when there is nothing to show
 */
PrnChart *prn_chart_survival_new (const PrnReportConversion *conversion);

/**
 * prn_chart_cohorts_new:
 * @report: a report
 *
 * Cohorts as a heat map: a row for each month of entry, a cell for each month after it. A cell that
 * was not observed is left blank.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL when there is nothing to show
 */
PrnChart *prn_chart_cohorts_new (const PrnReport *report);

/**
 * prn_chart_months_new:
 * @report: a report
 *
 * Customers by month: new, returning and resurrected above the line, dormant below.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL when there is nothing to show
 */
PrnChart *prn_chart_months_new (const PrnReport *report);

PrnChart *prn_chart_ref (PrnChart *chart);
void prn_chart_unref (PrnChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnChart, prn_chart_unref)

/* What it shows, in a sentence, for those who hear it. */
const char *prn_chart_words (PrnChart *chart);

/* How high it wants to be. */
double prn_chart_height (PrnChart *chart);

/* The narrowest it can be read at. */
double prn_chart_least_width (PrnChart *chart);

/**
 * prn_chart_paint:
 * @chart: a chart
 * @pen: what with
 * @theme: colours
 * @width: at least prn_chart_least_width()
 *
 * Paints it from 0, 0 to @width and its height; nothing lies outside. The ground is left as it is.
 */
void prn_chart_paint (PrnChart *chart, PrnPen *pen, PrnThemeKind theme, double width);

G_END_DECLS
