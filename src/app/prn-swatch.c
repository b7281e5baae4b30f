/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-swatch.h"

#include "prn-theme-table.h"
#include "prn-theming.h"

#define SIZE 22

struct _PrnSwatch {
  GtkToggleButton parent;

  char *color;
  GtkWidget *area;
};

G_DEFINE_TYPE (PrnSwatch, prn_swatch, GTK_TYPE_TOGGLE_BUTTON)

static void
prn_swatch_finalize (GObject *object)
{
  g_free (PRN_SWATCH (object)->color);

  G_OBJECT_CLASS (prn_swatch_parent_class)->finalize (object);
}

static void
prn_swatch_class_init (PrnSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_swatch_finalize;
}

/* No color is a ring with a stroke through it; the chosen one has a tick, so that it is not told by
 * color alone. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  PrnSwatch *self = user_data;
  double x = width / 2.0, y = height / 2.0, radius = SIZE / 2.0 - 1;
  PrnColor color;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  if (prn_palette_color (prn_theming_current (), self->color, &color)) {
    cairo_set_source_rgb (cr, color.r, color.g, color.b);
    cairo_fill (cr);
    cairo_set_source_rgb (cr, 1, 1, 1);
  } else {
    gdk_cairo_set_source_rgba (cr, &ink);
    cairo_set_line_width (cr, 1.5);
    cairo_stroke (cr);
    cairo_move_to (cr, x - radius * 0.7, y + radius * 0.7);
    cairo_line_to (cr, x + radius * 0.7, y - radius * 0.7);
    cairo_stroke (cr);
  }
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)) || *self->color == '\0')
    return;
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 4.5, y);
  cairo_line_to (cr, x - 1, y + 3.5);
  cairo_line_to (cr, x + 4.5, y - 3.5);
  cairo_stroke (cr);
}

static void
prn_swatch_init (PrnSwatch *self)
{
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_button_set_child (GTK_BUTTON (self), self->area);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "circular");
  gtk_widget_add_css_class (GTK_WIDGET (self), "swatch");
}

GtkWidget *
prn_swatch_new (const char *color, const char *title)
{
  PrnSwatch *self = g_object_new (PRN_TYPE_SWATCH, NULL);

  self->color = g_strdup (color);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

const char *
prn_swatch_get_color (PrnSwatch *self)
{
  g_return_val_if_fail (PRN_IS_SWATCH (self), NULL);

  return self->color;
}

void
prn_swatch_set_chosen (PrnSwatch *self, gboolean chosen)
{
  g_return_if_fail (PRN_IS_SWATCH (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), chosen);
  gtk_widget_queue_draw (self->area);
}
