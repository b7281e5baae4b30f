/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-chart.h"

G_BEGIN_DECLS

#define PRN_TYPE_PANEL_ROW (prn_panel_row_get_type ())
G_DECLARE_FINAL_TYPE (PrnPanelRow, prn_panel_row, PRN, PANEL_ROW, GObject)

/* One line of a side panel: a heading, or a name with what there is to say of it. Immutable. */

typedef enum {
  PRN_PANEL_ROW_HEADING,
  PRN_PANEL_ROW_FACT,    /* its figure is a number, and counts */
  PRN_PANEL_ROW_ELEMENT, /* its figure is a word */
  PRN_PANEL_ROW_PART, /* a fact that is a part of the one above */
  PRN_PANEL_ROW_NOTE, /* a sentence */
  PRN_PANEL_ROW_MET,     /* a target; its figure begins with a sign */
  PRN_PANEL_ROW_NEAR,
  PRN_PANEL_ROW_MISSED,
  PRN_PANEL_ROW_UNKNOWN,
  PRN_PANEL_ROW_CHART,
} PrnPanelRowKind;

/**
 * prn_panel_row_new:
 * @kind: what it is
 * @id: (nullable): the element of the map it is about
 * @title: the name
 * @detail: (nullable): a line below it
 * @figure: (nullable): a number at its end
 *
 * Returns: (transfer full): a row
 */
PrnPanelRow *prn_panel_row_new (PrnPanelRowKind kind, const char *id, const char *title,
                                const char *detail, const char *figure);

/**
 * prn_panel_row_new_chart:
 * @chart: a chart; its title is what the chart says of itself
 *
 * Returns: (transfer full): a row that shows it
 */
PrnPanelRow *prn_panel_row_new_chart (PrnChart *chart);

/**
 * prn_panel_row_add:
 * @rows: (element-type PrnPanelRow): where the row is appended
 *
 * Appends what prn_panel_row_new() makes.
 */
void prn_panel_row_add (GListStore *rows, PrnPanelRowKind kind, const char *id, const char *title,
                        const char *detail, const char *figure);

/* What the row was made with. */
PrnPanelRowKind prn_panel_row_get_kind (PrnPanelRow *self);
const char *prn_panel_row_get_id (PrnPanelRow *self);
const char *prn_panel_row_get_title (PrnPanelRow *self);
const char *prn_panel_row_get_detail (PrnPanelRow *self);
const char *prn_panel_row_get_figure (PrnPanelRow *self);

/* Whether two rows look and mean the same. */
gboolean prn_panel_row_equal (PrnPanelRow *self, PrnPanelRow *other);

/* Returns: (transfer none) (nullable): the chart of a row that shows one. */
PrnChart *prn_panel_row_get_chart (PrnPanelRow *self);

/**
 * prn_panel_rows_find:
 * @rows: (element-type PrnPanelRow): rows
 * @id: (nullable): an element's id
 * @position: (out): where the first row about it is
 *
 * A target is found only where there is no other row about its element.
 *
 * Returns: whether there is one
 */
gboolean prn_panel_rows_find (GListModel *rows, const char *id, guint *position);

G_END_DECLS
