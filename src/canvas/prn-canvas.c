/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-item-layer.h"
#include "prn-name-editor.h"
#include "prn-ready-bubble.h"

enum {
  PROP_0,
  PROP_SELECTED,
  PROP_ZOOM,
  PROP_SHOW_MINIMAP,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPERTIES];
static guint view_changed_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (PrnCanvas, prn_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (double x, double y, gpointer data)
{
  PrnCanvas *self = data;

  self->viewport.x = x;
  self->viewport.y = y;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  prn_canvas_tell_view (self);
}

void
prn_canvas_tell_view (PrnCanvas *self)
{
  if (self->layer != NULL)
    prn_item_layer_set_view (PRN_ITEM_LAYER (self->layer),
                             prn_viewport_visible (&self->viewport));
  g_signal_emit (self, view_changed_signal, 0);
}

static void
prn_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PrnCanvas *self = PRN_CANVAS (widget);

  prn_canvas_draw (self, snapshot);
  if (self->name_editor != NULL)
    gtk_widget_snapshot_child (widget, self->name_editor, snapshot);
  prn_ready_bubble_snapshot (self, snapshot);
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
    if ((self->fit_pending || self->fitted) && width > 1 && height > 1)
      prn_canvas_zoom_to_fit (self);
    prn_viewport_clamp (v);
    prn_scroller_show (self->scroller, v);
  }

  transform = gsk_transform_scale (NULL, (float) v->zoom, (float) v->zoom);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) -v->x, (float) -v->y));
  gtk_widget_allocate (self->layer, 1, 1, -1, transform);
  if (self->name_editor != NULL)
    prn_name_editor_allocate (PRN_NAME_EDITOR (self->name_editor));
  prn_ready_bubble_allocate (self);
  if (self->context_menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->context_menu));
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
    g_value_set_string (value, prn_canvas_get_selected (self));
    break;
  case PROP_ZOOM:
    g_value_set_double (value, self->viewport.zoom);
    break;
  case PROP_SHOW_MINIMAP:
    g_value_set_boolean (value, self->show_minimap);
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
  case PROP_SHOW_MINIMAP:
    if (self->show_minimap == g_value_get_boolean (value))
      return;
    self->show_minimap = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
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
  prn_canvas_forget_lines (self);
  prn_canvas_cancel_tool (self);
  g_clear_pointer (&self->name_editor, gtk_widget_unparent);
  g_clear_pointer (&self->spare_editor, gtk_widget_unparent);
  prn_canvas_set_document (self, NULL);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  prn_ready_bubble_dispose (self);
  g_clear_pointer (&self->layer, gtk_widget_unparent);
  g_clear_pointer (&self->tiles, prn_tiles_free);
  g_clear_pointer (&self->transition, prn_transition_free);
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->offered, g_free);

  G_OBJECT_CLASS (prn_canvas_parent_class)->dispose (object);
}

static void
prn_canvas_finalize (GObject *object)
{
  /* Until here: a scrolled window takes its adjustments back from a disposed child. */
  prn_scroller_free (PRN_CANVAS (object)->scroller);
  g_object_unref (PRN_CANVAS (object)->selection);
  g_hash_table_unref (PRN_CANVAS (object)->locked);

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
  properties[PROP_SHOW_MINIMAP] = g_param_spec_boolean (
      "show-minimap", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  /* What is in view, or the map itself, is another. */
  view_changed_signal =
      g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  g_signal_new ("target-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_install_property_action (widget_class, "canvas.minimap", "show-minimap");
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  prn_canvas_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
selection_changed_cb (PrnCanvas *self)
{
  if (self->layer != NULL)
    prn_item_layer_set_selected (PRN_ITEM_LAYER (self->layer),
                                 prn_selection_get_ids (self->selection));
  prn_canvas_update_actions (self);
  prn_ready_bubble_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
prn_canvas_init (PrnCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  prn_viewport_init (&self->viewport);
  self->show_minimap = TRUE;
  self->pointer_x = self->pointer_y = NAN;
  self->editable = TRUE;
  self->selection = prn_selection_new ();
  self->locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->tiles = prn_tiles_new ();
  self->scroller = prn_scroller_new (scrolled_cb, self);
  self->layer = prn_item_layer_new ();
  gtk_widget_set_parent (self->layer, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map"), -1);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  prn_tool_pan_attach (self);
  prn_tool_zoom_attach (self);
  prn_tool_drag_attach (self);
  prn_tool_select_attach (self);
  prn_tool_menu_attach (self);
  prn_tool_walk_attach (self);
  prn_canvas_update_actions (self);
}

GtkWidget *
prn_canvas_new (void)
{
  return g_object_new (PRN_TYPE_CANVAS, NULL);
}
