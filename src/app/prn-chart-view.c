/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "prn-theming.h"

struct _PrnChartView {
  GtkWidget parent;

  PrnChart *chart;
};

G_DEFINE_TYPE (PrnChartView, prn_chart_view, GTK_TYPE_WIDGET)

static void
prn_chart_view_dispose (GObject *object)
{
  g_clear_pointer (&PRN_CHART_VIEW (object)->chart, prn_chart_unref);

  G_OBJECT_CLASS (prn_chart_view_parent_class)->dispose (object);
}

static void
prn_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  PrnChart *chart = PRN_CHART_VIEW (widget)->chart;

  if (chart != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) ceil (prn_chart_least_width (chart));
  else if (chart != NULL)
    *minimum = *natural = (int) ceil (prn_chart_height (chart));
}

static void
prn_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PrnChartView *self = PRN_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (PrnPen) pen = NULL;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  pen = prn_pen_cairo_new (cr);
  prn_chart_paint (self->chart, pen, prn_theming_current (), width);
  cairo_destroy (cr);
}

static void
prn_chart_view_class_init (PrnChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_chart_view_dispose;
  widget_class->measure = prn_chart_view_measure;
  widget_class->snapshot = prn_chart_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
prn_chart_view_init (PrnChartView *self)
{
  prn_theming_follow (self, G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
prn_chart_view_new (void)
{
  return g_object_new (PRN_TYPE_CHART_VIEW, NULL);
}

void
prn_chart_view_set_chart (PrnChartView *self, PrnChart *chart)
{
  g_return_if_fail (PRN_IS_CHART_VIEW (self));

  if (chart == self->chart)
    return;
  g_clear_pointer (&self->chart, prn_chart_unref);
  if (chart != NULL) {
    self->chart = prn_chart_ref (chart);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    prn_chart_words (chart), -1);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
