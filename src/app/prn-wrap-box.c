/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-wrap-box.h"

struct _PrnWrapBox {
  GtkWidget parent;

  int spacing;
};

G_DEFINE_TYPE (PrnWrapBox, prn_wrap_box, GTK_TYPE_WIDGET)

static void
prn_wrap_box_dispose (GObject *object)
{
  prn_wrap_box_clear (PRN_WRAP_BOX (object));

  G_OBJECT_CLASS (prn_wrap_box_parent_class)->dispose (object);
}

static GtkSizeRequestMode
prn_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
width_of (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first visible child from @child on. */
static GtkWidget *
visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Measures one line that begins with @first; gives the first child after it. What stands in it is
 * centred in its @row: all of it, but for words of refusal under a field. */
static GtkWidget *
measure_line (PrnWrapBox *self, GtkWidget *first, int width, int *height, int *row)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  *row = PRN_WRAP_BOX_ROW;
  for (child = first; child != NULL;
       child = visible (gtk_widget_get_next_sibling (child))) {
    int its_width = width_of (child, width), its_height;

    if (child != first && x + its_width > width)
      break;
    its_height = height_of (child, its_width);
    *height = MAX (*height, its_height);
    if (its_height < 2 * PRN_WRAP_BOX_ROW)
      *row = MAX (*row, its_height);
    x += its_width + self->spacing;
  }
  *row = MIN (*row, *height);
  return child;
}

static void
measure_width (PrnWrapBox *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = visible (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = visible (gtk_widget_get_next_sibling (child))) {
    int its_minimum, its_natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &its_minimum, &its_natural, NULL,
                        NULL);
    *minimum = MAX (*minimum, its_minimum);
    *natural += its_natural + (*natural > 0 ? self->spacing : 0);
  }
}

static void
prn_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  PrnWrapBox *self = PRN_WRAP_BOX (widget);
  GtkWidget *first = visible (gtk_widget_get_first_child (widget));
  int total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, minimum, natural);
    return;
  }
  if (for_size < 0)
    for_size = G_MAXINT / 2;
  while (first != NULL) {
    int height, row;

    first = measure_line (self, first, for_size, &height, &row);
    total += height + (first != NULL ? self->spacing : 0);
  }
  *minimum = *natural = total;
}

/* Lines are filled from the start, on the right in languages written from there. */
static void
prn_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PrnWrapBox *self = PRN_WRAP_BOX (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL) {
    int line_height, row, x = 0;
    GtkWidget *end = measure_line (self, child, width, &line_height, &row);

    for (; child != end; child = visible (gtk_widget_get_next_sibling (child))) {
      int its_width = width_of (child, width);
      int its_height = height_of (child, its_width);
      GtkAllocation allocation = { rtl ? width - x - its_width : x,
                                   y + MAX (0, row - its_height) / 2, its_width, its_height };

      gtk_widget_size_allocate (child, &allocation, -1);
      x += its_width + self->spacing;
    }
    y += line_height + self->spacing;
  }
}

static void
prn_wrap_box_class_init (PrnWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_wrap_box_dispose;
  widget_class->get_request_mode = prn_wrap_box_get_request_mode;
  widget_class->measure = prn_wrap_box_measure;
  widget_class->size_allocate = prn_wrap_box_size_allocate;
}

static void
prn_wrap_box_init (PrnWrapBox *self)
{
}

GtkWidget *
prn_wrap_box_new (int spacing)
{
  PrnWrapBox *self = g_object_new (PRN_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
prn_wrap_box_append (PrnWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (PRN_IS_WRAP_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
prn_wrap_box_clear (PrnWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (PRN_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
