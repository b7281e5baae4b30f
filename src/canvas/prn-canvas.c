/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include "prn-item-layer.h"
#include "prn-scroller.h"
#include "prn-tiles.h"

/* Pixels: what stays free around a fitted map, and around something revealed. */
#define FIT_MARGIN    32
#define REVEAL_MARGIN 48

/* Pixels around a line within which it is hit. */
#define TOLERANCE 8

/* Microseconds of a frame to spend on painting tiles. */
#define PAINT_BUDGET 7000

struct _PrnCanvas {
  GtkWidget parent_instance;

  PrnScene *scene;
  GHashTable *items; /* index + 1 of the scene's item, by id */
  PrnThemeKind theme;
  PrnTiles *tiles;
  GtkWidget *layer;
  char *selected;
  char *hovered;

  PrnViewport viewport;
  gboolean fit_pending; /* show the whole map as soon as the size is known */
  guint tick;

  PrnScroller *scroller;
  GtkScrollablePolicy hscroll_policy, vscroll_policy;
};

enum {
  PROP_0,
  PROP_SELECTED,
  PROP_ZOOM,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE_WITH_CODE (PrnCanvas, prn_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
viewport_changed (PrnCanvas *self, double old_zoom)
{
  prn_scroller_show (self->scroller, &self->viewport);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->viewport.zoom != old_zoom)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
scrolled_cb (double x, double y, gpointer data)
{
  PrnCanvas *self = data;

  self->viewport.x = x;
  self->viewport.y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Drawing */

static gboolean
paint_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PRN_CANVAS (widget)->tick = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* The outline of an item, in pixels, two pixels wide and two away from what it is about. */
static void
snapshot_outline (PrnCanvas *self, GtkSnapshot *snapshot, const char *id, double alpha)
{
  const PrnItem *item = prn_canvas_find (self, id);
  PrnColor accent = prn_theme_accent (self->theme);
  const PrnViewport *v = &self->viewport;
  cairo_t *cr;

  if (item == NULL)
    return;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) v->width, (float) v->height));
  cairo_scale (cr, v->zoom, v->zoom);
  cairo_translate (cr, -v->x, -v->y);
  prn_scene_outline (self->scene, item, cr);
  cairo_identity_matrix (cr);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, accent.r, accent.g, accent.b, alpha);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
prn_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PrnCanvas *self = PRN_CANVAS (widget);
  int scale_factor = gtk_widget_get_scale_factor (widget);

  if (!prn_tiles_paint (self->tiles, &self->viewport, scale_factor, PAINT_BUDGET) &&
      self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, paint_more_cb, NULL, NULL);

  prn_tiles_snapshot (self->tiles, &self->viewport, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                         (float) self->viewport.height));
  if (g_strcmp0 (self->hovered, self->selected) != 0)
    snapshot_outline (self, snapshot, self->hovered, 0.45);
  snapshot_outline (self, snapshot, self->selected, 1.0);
  gtk_snapshot_pop (snapshot);
}

static void
prn_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PrnCanvas *self = PRN_CANVAS (widget);
  PrnViewport *v = &self->viewport;
  GskTransform *transform;

  if (v->width != width || v->height != height) {
    v->width = width;
    v->height = height;
    if (self->fit_pending && width > 1 && height > 1)
      prn_canvas_zoom_to_fit (self);
    prn_viewport_clamp (v);
    prn_scroller_show (self->scroller, v);
  }

  transform = gsk_transform_scale (NULL, (float) v->zoom, (float) v->zoom);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) -v->x, (float) -v->y));
  gtk_widget_allocate (self->layer, 1, 1, -1, transform);
  gtk_widget_queue_draw (widget);
}

static void
prn_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 64;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

/* Object */

static void
prn_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PrnCanvas *self = PRN_CANVAS (object);

  switch (id) {
  case PROP_SELECTED:
    g_value_set_string (value, self->selected);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, self->viewport.zoom);
    break;
  case PROP_HADJUSTMENT:
    g_value_set_object (
        value, prn_scroller_get_adjustment (self->scroller, GTK_ORIENTATION_HORIZONTAL));
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (
        value, prn_scroller_get_adjustment (self->scroller, GTK_ORIENTATION_VERTICAL));
    break;
  case PROP_HSCROLL_POLICY:
    g_value_set_enum (value, self->hscroll_policy);
    break;
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->vscroll_policy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PrnCanvas *self = PRN_CANVAS (object);

  switch (id) {
  case PROP_SELECTED:
    prn_canvas_set_selected (self, g_value_get_string (value));
    break;
  case PROP_HADJUSTMENT:
    prn_scroller_set_adjustment (self->scroller, GTK_ORIENTATION_HORIZONTAL,
                                 g_value_get_object (value));
    prn_scroller_show (self->scroller, &self->viewport);
    break;
  case PROP_VADJUSTMENT:
    prn_scroller_set_adjustment (self->scroller, GTK_ORIENTATION_VERTICAL,
                                 g_value_get_object (value));
    prn_scroller_show (self->scroller, &self->viewport);
    break;
  case PROP_HSCROLL_POLICY:
    self->hscroll_policy = g_value_get_enum (value);
    break;
  case PROP_VSCROLL_POLICY:
    self->vscroll_policy = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_canvas_dispose (GObject *object)
{
  PrnCanvas *self = PRN_CANVAS (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->layer, gtk_widget_unparent);
  g_clear_pointer (&self->tiles, prn_tiles_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->hovered, g_free);

  G_OBJECT_CLASS (prn_canvas_parent_class)->dispose (object);
}

static void
prn_canvas_finalize (GObject *object)
{
  /* Until here: a scrolled window takes its adjustments back from a disposed child. */
  prn_scroller_free (PRN_CANVAS (object)->scroller);

  G_OBJECT_CLASS (prn_canvas_parent_class)->finalize (object);
}

static void
prn_canvas_class_init (PrnCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = prn_canvas_get_property;
  object_class->set_property = prn_canvas_set_property;
  object_class->dispose = prn_canvas_dispose;
  object_class->finalize = prn_canvas_finalize;
  widget_class->snapshot = prn_canvas_snapshot;
  widget_class->size_allocate = prn_canvas_size_allocate;
  widget_class->measure = prn_canvas_measure;

  properties[PROP_SELECTED] = g_param_spec_string (
      "selected", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, PRN_ZOOM_MIN, PRN_ZOOM_MAX, 1.0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
prn_canvas_init (PrnCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  prn_viewport_init (&self->viewport);
  self->tiles = prn_tiles_new ();
  self->scroller = prn_scroller_new (scrolled_cb, self);
  self->layer = prn_item_layer_new ();
  gtk_widget_set_parent (self->layer, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  prn_tool_pan_attach (self);
  prn_tool_zoom_attach (self);
  prn_tool_select_attach (self);
  prn_tool_walk_attach (self);
}

/* For the tools */

const PrnViewport *
prn_canvas_viewport (PrnCanvas *self)
{
  return &self->viewport;
}

void
prn_canvas_zoom_about (PrnCanvas *self, double x, double y, double zoom)
{
  double old_zoom = self->viewport.zoom;

  prn_viewport_zoom_about (&self->viewport, x, y, zoom);
  viewport_changed (self, old_zoom);
}

void
prn_canvas_scroll_to (PrnCanvas *self, double x, double y)
{
  self->viewport.x = x;
  self->viewport.y = y;
  prn_viewport_clamp (&self->viewport);
  viewport_changed (self, self->viewport.zoom);
}

const PrnItem *
prn_canvas_item_at (PrnCanvas *self, double x, double y)
{
  double map_x, map_y;

  if (self->scene == NULL)
    return NULL;

  prn_viewport_to_map (&self->viewport, x, y, &map_x, &map_y);
  return prn_scene_hit (self->scene, map_x, map_y, TOLERANCE / self->viewport.zoom);
}

const PrnItem *
prn_canvas_find (PrnCanvas *self, const char *id)
{
  guint index;

  if (self->scene == NULL || id == NULL)
    return NULL;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, id));
  return index > 0 ? prn_scene_item (self->scene, index - 1) : NULL;
}

void
prn_canvas_set_hovered (PrnCanvas *self, const PrnItem *item)
{
  const char *id = item != NULL ? item->id : NULL;

  if (g_strcmp0 (id, self->hovered) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (id);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), id != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
prn_canvas_new (void)
{
  return g_object_new (PRN_TYPE_CANVAS, NULL);
}

static void
index_items (PrnCanvas *self)
{
  g_clear_pointer (&self->items, g_hash_table_unref);
  if (self->scene == NULL)
    return;

  /* The keys are the scene's, which lives as long as the table. */
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < prn_scene_n_items (self->scene); i++)
    g_hash_table_insert (self->items, (gpointer) prn_scene_item (self->scene, i)->id,
                         GUINT_TO_POINTER (i + 1));
}

void
prn_canvas_set_scene (PrnCanvas *self, PrnScene *scene)
{
  g_autoptr (PrnScene) old = NULL;

  g_return_if_fail (PRN_IS_CANVAS (self));

  if (scene == self->scene)
    return;

  old = g_steal_pointer (&self->scene);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  index_items (self);
  prn_tiles_set_scene (self->tiles, scene, prn_theme_ground (self->theme));
  prn_item_layer_set_scene (PRN_ITEM_LAYER (self->layer), scene);
  prn_canvas_set_hovered (self, NULL);
  if (prn_canvas_find (self, self->selected) == NULL)
    prn_canvas_set_selected (self, NULL);

  self->viewport.content = scene != NULL ? prn_scene_bounds (scene) : (PrnRectangle){ 0 };
  if (old == NULL && scene != NULL)
    prn_canvas_zoom_to_fit (self);
  prn_viewport_clamp (&self->viewport);
  viewport_changed (self, self->viewport.zoom);
}

PrnScene *
prn_canvas_get_scene (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), NULL);

  return self->scene;
}

void
prn_canvas_set_theme (PrnCanvas *self, PrnThemeKind theme)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  self->theme = theme;
  prn_tiles_set_scene (self->tiles, self->scene, prn_theme_ground (theme));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
prn_canvas_set_selected (PrnCanvas *self, const char *id)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (prn_canvas_find (self, id) == NULL)
    id = NULL;
  if (g_strcmp0 (id, self->selected) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  prn_item_layer_set_selected (PRN_ITEM_LAYER (self->layer), self->selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

const char *
prn_canvas_get_selected (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), NULL);

  return self->selected;
}

void
prn_canvas_reveal (PrnCanvas *self, const char *id)
{
  const PrnItem *item;

  g_return_if_fail (PRN_IS_CANVAS (self));

  item = prn_canvas_find (self, id);
  if (item == NULL)
    return;

  prn_viewport_reveal (&self->viewport, item->handle, REVEAL_MARGIN);
  viewport_changed (self, self->viewport.zoom);
}

double
prn_canvas_get_zoom (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), 1.0);

  return self->viewport.zoom;
}

void
prn_canvas_zoom_by (PrnCanvas *self, double factor)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  prn_canvas_zoom_to (self, self->viewport.zoom * factor);
}

void
prn_canvas_zoom_to (PrnCanvas *self, double zoom)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  prn_canvas_zoom_about (self, self->viewport.width / 2, self->viewport.height / 2, zoom);
}

static void
fit (PrnCanvas *self, PrnRectangle rectangle, double max_zoom)
{
  double old_zoom = self->viewport.zoom;

  self->fit_pending = self->viewport.width <= 1 || self->viewport.height <= 1;
  if (self->fit_pending)
    return;

  prn_viewport_fit (&self->viewport, rectangle, FIT_MARGIN, max_zoom);
  viewport_changed (self, old_zoom);
}

void
prn_canvas_zoom_to_fit (PrnCanvas *self)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  fit (self, self->viewport.content, 1.0);
}

void
prn_canvas_zoom_to_selection (PrnCanvas *self)
{
  const PrnItem *item;

  g_return_if_fail (PRN_IS_CANVAS (self));

  item = prn_canvas_find (self, self->selected);
  if (item != NULL)
    fit (self, item->bounds, 2.0);
  else
    prn_canvas_zoom_to_fit (self);
}
