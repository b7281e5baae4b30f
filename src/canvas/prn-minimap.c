/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-minimap.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-canvas-private.h"

#define WIDTH 208
#define HEIGHT 132
#define PAD 6

/* Part of the view that an arrow key moves it by. */
#define STEP 0.25

/* Milliseconds between two paintings of the map while it changes. */
#define PAUSE 150

struct _PrnMinimap {
  GtkWidget parent_instance;

  PrnCanvas *canvas;
  PrnScene *scene;     /* that was painted last; nullable */
  GskRenderNode *node; /* nullable */
  int scale_factor;    /* it was painted at */
  guint idle;
  guint pause; /* until it may be painted again */
};

G_DEFINE_FINAL_TYPE (PrnMinimap, prn_minimap, GTK_TYPE_WIDGET)

double
prn_minimap_fit (PrnRectangle content, double width, double height, double *x, double *y)
{
  double inner_width = MAX (width - 2 * PAD, 1), inner_height = MAX (height - 2 * PAD, 1);
  double zoom = MIN (inner_width / MAX (content.w, 1), inner_height / MAX (content.h, 1));

  *x = content.x + content.w / 2 - width / zoom / 2;
  *y = content.y + content.h / 2 - height / zoom / 2;
  return zoom;
}

static double
fit (PrnMinimap *self, double *x, double *y)
{
  return prn_minimap_fit (self->canvas->viewport.content,
                          gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static gboolean
is_all_in_view (const PrnViewport *viewport)
{
  PrnRectangle visible = prn_viewport_visible (viewport);
  const PrnRectangle *all = &viewport->content;

  return visible.x <= all->x && visible.y <= all->y &&
         visible.x + visible.w >= all->x + all->w && visible.y + visible.h >= all->y + all->h;
}

static gboolean
pause_over_cb (gpointer data)
{
  PrnMinimap *self = data;

  self->pause = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer data)
{
  PrnMinimap *self = data;
  gboolean wanted;

  self->idle = 0;
  g_object_get (self->canvas, "show-minimap", &wanted, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), wanted && self->canvas->scene != NULL &&
                                                 !is_all_in_view (&self->canvas->viewport));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* In idle time: the view may change in the middle of an allocation. */
static void
view_changed_cb (PrnMinimap *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

/* Paints the map into a picture that is then only shown. */
static void
paint_map (PrnMinimap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, width * scale_factor, height * scale_factor);
  double x, y, zoom = fit (self, &x, &y);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom * scale_factor, zoom * scale_factor);
  cairo_translate (cr, -x, -y);
  prn_scene_paint (self->canvas->scene, cr, NULL, zoom);
  cairo_destroy (cr);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gsk_cairo_node_get_draw_context (self->node);
  cairo_scale (cr, 1.0 / scale_factor, 1.0 / scale_factor);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_clear_pointer (&self->scene, prn_scene_unref);
  self->scene = prn_scene_ref (self->canvas->scene);
  self->scale_factor = scale_factor;
  self->pause = g_timeout_add (PAUSE, pause_over_cb, self);
}

static GdkRGBA
rgba (PrnColor color, float alpha)
{
  return (GdkRGBA){ (float) color.r, (float) color.g, (float) color.b, alpha };
}

static void
snapshot_view (PrnMinimap *self, GtkSnapshot *snapshot)
{
  PrnRectangle visible = prn_viewport_visible (&self->canvas->viewport);
  double x, y, zoom = fit (self, &x, &y);
  GdkRGBA line = rgba (prn_theme_accent (self->canvas->theme), 1);
  GdkRGBA fill = rgba (prn_theme_accent (self->canvas->theme), 0.12f);
  graphene_rect_t view = GRAPHENE_RECT_INIT (
      (float) ((visible.x - x) * zoom), (float) ((visible.y - y) * zoom),
      (float) MAX (visible.w * zoom, 6), (float) MAX (visible.h * zoom, 6));
  GskRoundedRect frame;

  gtk_snapshot_append_color (snapshot, &fill, &view);
  gsk_rounded_rect_init_from_rect (&frame, &view, 2);
  gtk_snapshot_append_border (snapshot, &frame, (const float[]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (const GdkRGBA[]){ line, line, line, line });
}

static void
prn_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PrnMinimap *self = PRN_MINIMAP (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));
  GdkRGBA ground = rgba (prn_theme_ground (self->canvas->theme), 0.94f);
  GskRoundedRect corners;

  if (self->canvas->scene == NULL)
    return;
  if (self->pause == 0 && (self->scene != self->canvas->scene || self->node == NULL ||
                           self->scale_factor != gtk_widget_get_scale_factor (widget)))
    paint_map (self);

  gsk_rounded_rect_init_from_rect (&corners, &all, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &corners);
  gtk_snapshot_append_color (snapshot, &ground, &all);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  snapshot_view (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Brings the place under a pixel of the minimap to the middle of the view. */
static void
go_to (PrnMinimap *self, double pixel_x, double pixel_y)
{
  PrnRectangle visible = prn_viewport_visible (&self->canvas->viewport);
  double x, y, zoom = fit (self, &x, &y);

  prn_canvas_scroll_to (self->canvas, x + pixel_x / zoom - visible.w / 2,
                        y + pixel_y / zoom - visible.h / 2);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PrnMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PrnMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                PrnMinimap *self)
{
  PrnRectangle visible = prn_viewport_visible (&self->canvas->viewport);
  double dx = key == GDK_KEY_Left ? -STEP : key == GDK_KEY_Right ? STEP : 0;
  double dy = key == GDK_KEY_Up ? -STEP : key == GDK_KEY_Down ? STEP : 0;

  if (key == GDK_KEY_Home) {
    prn_canvas_zoom_to_fit (self->canvas);
    return GDK_EVENT_STOP;
  }
  if (dx == 0 && dy == 0)
    return GDK_EVENT_PROPAGATE;
  prn_canvas_scroll_to (self->canvas, visible.x + dx * visible.w, visible.y + dy * visible.h);
  return GDK_EVENT_STOP;
}

static void
prn_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
prn_minimap_dispose (GObject *object)
{
  PrnMinimap *self = PRN_MINIMAP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (prn_minimap_parent_class)->dispose (object);
}

static void
prn_minimap_class_init (PrnMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_minimap_dispose;
  widget_class->snapshot = prn_minimap_snapshot;
  widget_class->measure = prn_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
prn_minimap_init (PrnMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, _("The whole map: click to go there"));
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_end (widget, 18);
  gtk_widget_set_margin_bottom (widget, 18);
  gtk_widget_add_css_class (widget, "floating");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overview of the map"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys move what is in view, Home shows everything"), -1);
}

GtkWidget *
prn_minimap_new (PrnCanvas *canvas)
{
  PrnMinimap *self = g_object_new (PRN_TYPE_MINIMAP, NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::show-minimap", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
  return GTK_WIDGET (self);
}
