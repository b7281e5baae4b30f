/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-panel-cell.h"

#include "prn-chart-view.h"
#include "prn-wording.h"
#include "prn-wrapped-label.h"

/* The parts of a cell, found again when it shows another row. */
typedef struct {
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *figure;
  GtkWidget *words; /* title and detail */
  GtkWidget *chart;
} Parts;

GtkWidget *
prn_panel_cell_new (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Parts *parts = g_new0 (Parts, 1);

  parts->title = prn_wrapped_label_new (NULL, NULL);
  parts->detail = prn_wrapped_label_new (NULL, "caption");
  gtk_widget_add_css_class (parts->detail, "dim-label");
  parts->figure = prn_wrapped_label_new (NULL, "numeric");
  gtk_label_set_wrap (GTK_LABEL (parts->figure), FALSE);
  parts->chart = prn_chart_view_new ();
  gtk_widget_set_hexpand (parts->chart, TRUE);

  parts->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (parts->words, TRUE);
  gtk_widget_set_valign (parts->words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (parts->words), parts->title);
  gtk_box_append (GTK_BOX (parts->words), parts->detail);
  gtk_box_append (GTK_BOX (cell), parts->words);
  gtk_box_append (GTK_BOX (cell), parts->figure);
  gtk_box_append (GTK_BOX (cell), parts->chart);
  gtk_widget_add_css_class (cell, "panel-row");

  g_object_set_data_full (G_OBJECT (cell), "prn-parts", parts, g_free);
  return cell;
}

/* The style classes of each kind of row, of its title and of its figure. */
static const struct {
  const char *row;
  const char *title;
  const char *figure;
} styles[] = {
  [PRN_PANEL_ROW_HEADING] = { "panel-heading", "heading", NULL },
  [PRN_PANEL_ROW_FACT] = { "panel-fact", NULL, NULL },
  [PRN_PANEL_ROW_ELEMENT] = { "panel-element", NULL, NULL },
  [PRN_PANEL_ROW_PART] = { "panel-part", "dim-label", NULL },
  [PRN_PANEL_ROW_NOTE] = { "panel-note", "dim-label", NULL },
  [PRN_PANEL_ROW_MET] = { "panel-target", NULL, "success" },
  [PRN_PANEL_ROW_NEAR] = { "panel-target", NULL, "warning" },
  [PRN_PANEL_ROW_MISSED] = { "panel-target", NULL, "error" },
  [PRN_PANEL_ROW_UNKNOWN] = { "panel-target", NULL, "dim-label" },
  [PRN_PANEL_ROW_CHART] = { "panel-chart", NULL, NULL },
};

/* A cell shows one row after the other: what the one before had is taken away. */
static void
set_styles (GtkWidget *cell, Parts *parts, PrnPanelRowKind kind)
{
  GtkWidget *targets[] = { cell, parts->title, parts->figure };

  for (guint i = 0; i <= G_N_ELEMENTS (styles); i++) {
    /* The kind at hand last: others share classes with it. */
    guint at = i < G_N_ELEMENTS (styles) ? i : kind;
    const char *classes[] = { styles[at].row, styles[at].title, styles[at].figure };

    for (guint k = 0; k < G_N_ELEMENTS (classes); k++) {
      if (classes[k] == NULL)
        continue;
      if (i < G_N_ELEMENTS (styles))
        gtk_widget_remove_css_class (targets[k], classes[k]);
      else
        gtk_widget_add_css_class (targets[k], classes[k]);
    }
  }
}

static void
show_text (GtkWidget *label, const char *text)
{
  g_autofree char *unbroken = text != NULL ? prn_wording_unbroken (text) : NULL;

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? unbroken : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* Assistive technology is at the list's own widget around the cell, which has no name of itself. */
static void
name_cell (GtkWidget *cell, PrnPanelRow *row)
{
  const char *detail = prn_panel_row_get_detail (row);
  const char *figure = prn_panel_row_get_figure (row);
  g_autofree char *name =
      g_strjoin (" ", prn_panel_row_get_title (row), figure != NULL ? figure : detail,
                 figure != NULL ? detail : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
prn_panel_cell_show (GtkWidget *cell, PrnPanelRow *row)
{
  Parts *parts = g_object_get_data (G_OBJECT (cell), "prn-parts");
  PrnPanelRowKind kind = prn_panel_row_get_kind (row);

  set_styles (cell, parts, kind);
  prn_chart_view_set_chart (PRN_CHART_VIEW (parts->chart), prn_panel_row_get_chart (row));
  gtk_widget_set_visible (parts->chart, kind == PRN_PANEL_ROW_CHART);
  gtk_widget_set_visible (parts->words, kind != PRN_PANEL_ROW_CHART);
  show_text (parts->title, prn_panel_row_get_title (row));
  show_text (parts->detail, prn_panel_row_get_detail (row));
  show_text (parts->figure, prn_panel_row_get_figure (row));
  /* “43 %” is not “% 43” among words that read from right to left; elements have words there. */
  gtk_widget_set_direction (parts->figure, kind == PRN_PANEL_ROW_ELEMENT
                                               ? gtk_widget_get_default_direction ()
                                               : GTK_TEXT_DIR_LTR);
  name_cell (cell, row);
}
