/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-thumbnail.h"

#include <math.h>

#define NATURAL_WIDTH  240
#define NATURAL_HEIGHT 136
#define MARGIN         12.0

/* However small, a thumbnail is drawn with the names on the cards: blocks of colour alone would
 * make all maps look alike. */
#define LEAST_DETAIL 0.2

struct _PrnThumbnail {
  GtkWidget parent;

  PrnScene *scene;
  PrnThemeKind theme;
  GdkTexture *picture;
  int picture_width, picture_height, picture_scale;
};

G_DEFINE_TYPE (PrnThumbnail, prn_thumbnail, GTK_TYPE_WIDGET)

static void
prn_thumbnail_dispose (GObject *object)
{
  PrnThumbnail *self = PRN_THUMBNAIL (object);

  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (prn_thumbnail_parent_class)->dispose (object);
}

static void
prn_thumbnail_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH / 2 : NATURAL_HEIGHT;
}

static void
paint (PrnThumbnail *self, cairo_t *cr, double width, double height)
{
  PrnColor ground = prn_theme_ground (self->theme);
  PrnRectangle ink;
  double scale;

  cairo_set_source_rgba (cr, ground.r, ground.g, ground.b, ground.a);
  cairo_paint (cr);
  if (self->scene == NULL)
    return;
  ink = prn_scene_bounds (self->scene);
  if (ink.w <= 0 || ink.h <= 0)
    return;

  scale = fmin (1, fmin ((width - 2 * MARGIN) / ink.w, (height - 2 * MARGIN) / ink.h));
  if (scale <= 0)
    return;
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -ink.x - ink.w / 2, -ink.y - ink.h / 2);
  prn_scene_paint (self->scene, cr, NULL, fmax (scale, LEAST_DETAIL));
}

static GdkTexture *
picture_new (PrnThumbnail *self, int width, int height, int scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, scale, scale);
  paint (self, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height * scale,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
prn_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PrnThumbnail *self = PRN_THUMBNAIL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (width <= 0 || height <= 0)
    return;
  if (self->scene == NULL) {
    PrnColor ground = prn_theme_ground (self->theme);

    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ ground.r, ground.g, ground.b, ground.a },
                               &GRAPHENE_RECT_INIT (0, 0, width, height));
    return;
  }
  if (self->picture == NULL || self->picture_width != width || self->picture_height != height ||
      self->picture_scale != scale) {
    g_clear_object (&self->picture);
    self->picture = picture_new (self, width, height, scale);
    self->picture_width = width;
    self->picture_height = height;
    self->picture_scale = scale;
  }
  gtk_snapshot_append_texture (snapshot, self->picture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
prn_thumbnail_class_init (PrnThumbnailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = prn_thumbnail_dispose;
  widget_class->measure = prn_thumbnail_measure;
  widget_class->snapshot = prn_thumbnail_snapshot;

  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
prn_thumbnail_init (PrnThumbnail *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
prn_thumbnail_new (void)
{
  return g_object_new (PRN_TYPE_THUMBNAIL, NULL);
}

void
prn_thumbnail_set_map (PrnThumbnail *self, PrnMap *map, const PrnReport *report, PrnThemeKind theme)
{
  PrnSceneOptions options = { .theme = theme };

  g_return_if_fail (PRN_IS_THUMBNAIL (self));

  options.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_object (&self->picture);
  self->theme = theme;
  if (map != NULL && prn_map_n (map, PRN_KIND_STAGE) > 0)
    self->scene = prn_scene_new (map, report, &options);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
