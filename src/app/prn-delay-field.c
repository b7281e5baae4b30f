/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-delay-field.h"

#include <glib/gi18n-lib.h>

#include "prn-delay-sketch.h"
#include "prn-theming.h"

#define HEIGHT 96

struct _PrnDelayField {
  PrnField parent;

  GtkDrawingArea *area;
  GtkLabel *words;
  PrnDelaySketch sketch;
};

G_DEFINE_TYPE (PrnDelayField, prn_delay_field, PRN_TYPE_FIELD)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  PrnDelayField *self = user_data;

  prn_delay_sketch_paint (&self->sketch, cr, width, height, prn_theming_current ());
}

static void
prn_delay_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnDelayField *self = PRN_DELAY_FIELD (field);
  const PrnDistribution *delay = *(PrnDistribution *const *) prn_slot_field (slot);
  g_autofree char *words = prn_delay_sketch_words (delay);

  prn_delay_sketch_init (&self->sketch, delay);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  gtk_label_set_label (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
prn_delay_field_class_init (PrnDelayFieldClass *klass)
{
  PRN_FIELD_CLASS (klass)->show = prn_delay_field_show;
}

static void
prn_delay_field_init (PrnDelayField *self)
{
  self->area = GTK_DRAWING_AREA (g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_IMG, NULL));
  gtk_drawing_area_set_content_height (self->area, HEIGHT);
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
}

GtkWidget *
prn_delay_field_new (PrnEditing *editing, const char *path)
{
  PrnDelayField *self = g_object_new (PRN_TYPE_DELAY_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->area));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  prn_field_setup (PRN_FIELD (self), editing, path, _("How the delay is spread"));
  prn_field_set_control (PRN_FIELD (self), box, GTK_WIDGET (self->area));
  prn_field_set_inline (PRN_FIELD (self));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
