/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-layer.h"

/* Widgets made at once; the others follow in idle time, so many a turn. */
#define AT_ONCE 400
#define A_TURN  200

#define PRN_TYPE_ITEM_WIDGET (prn_item_widget_get_type ())
G_DECLARE_FINAL_TYPE (PrnItemWidget, prn_item_widget, PRN, ITEM_WIDGET, GtkWidget)

struct _PrnItemWidget {
  GtkWidget parent_instance;
  PrnRectangle bounds;
};

G_DEFINE_FINAL_TYPE (PrnItemWidget, prn_item_widget, GTK_TYPE_WIDGET)

static void
prn_item_widget_class_init (PrnItemWidgetClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
prn_item_widget_init (PrnItemWidget *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

struct _PrnItemLayer {
  GtkWidget parent_instance;
  PrnScene *scene;
  GHashTable *widgets; /* PrnItemWidget, by "kind:id"; referenced by the layer as its parent */
  char *selected;
  guint next; /* the first item of the scene without a widget */
  guint idle;
};

G_DEFINE_FINAL_TYPE (PrnItemLayer, prn_item_layer, GTK_TYPE_WIDGET)

static char *
item_key (const PrnItem *item)
{
  return g_strdup_printf ("%d:%s", item->kind, item->id);
}

static void
show_item (PrnItemWidget *widget, const PrnItem *item)
{
  widget->bounds = item->handle;
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->facts,
                                  -1);
}

static void
show_selected (PrnItemLayer *self, const char *key, GtkWidget *widget)
{
  const char *id = strchr (key, ':') + 1;

  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED,
                               g_strcmp0 (id, self->selected) == 0, -1);
}

/* Makes widgets for the next @count items. */
static void
make_widgets (PrnItemLayer *self, guint count)
{
  guint n = prn_scene_n_items (self->scene);

  for (; count > 0 && self->next < n; self->next++, count--) {
    const PrnItem *item = prn_scene_item (self->scene, self->next);
    g_autofree char *key = item_key (item);
    PrnItemWidget *widget = g_hash_table_lookup (self->widgets, key);

    if (widget == NULL) {
      widget = g_object_new (PRN_TYPE_ITEM_WIDGET, NULL);
      gtk_widget_set_parent (GTK_WIDGET (widget), GTK_WIDGET (self));
      show_selected (self, key, GTK_WIDGET (widget));
      g_hash_table_insert (self->widgets, g_steal_pointer (&key), widget);
    }
    show_item (widget, item);
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
make_more_cb (gpointer data)
{
  PrnItemLayer *self = data;

  make_widgets (self, A_TURN);
  if (self->next < prn_scene_n_items (self->scene))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Takes out the widgets whose items are no more. */
static void
drop_stale (PrnItemLayer *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  const char *key;
  GtkWidget *widget;

  for (guint i = 0; self->scene != NULL && i < prn_scene_n_items (self->scene); i++)
    g_hash_table_add (keys, item_key (prn_scene_item (self->scene, i)));

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &widget)) {
    if (!g_hash_table_contains (keys, key)) {
      gtk_widget_unparent (widget);
      g_hash_table_iter_remove (&iter);
    }
  }
}

static void
prn_item_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
prn_item_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    PrnRectangle bounds = PRN_ITEM_WIDGET (child)->bounds;
    GskTransform *transform = gsk_transform_translate (
        NULL, &GRAPHENE_POINT_INIT ((float) bounds.x, (float) bounds.y));
    int minimum;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    gtk_widget_allocate (child, MAX ((int) bounds.w, minimum), MAX ((int) bounds.h, 1), -1,
                         transform);
  }
}

/* The items are drawn by the canvas. */
static void
prn_item_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
prn_item_layer_dispose (GObject *object)
{
  PrnItemLayer *self = PRN_ITEM_LAYER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->widgets != NULL)
    g_hash_table_remove_all (self->widgets);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (prn_item_layer_parent_class)->dispose (object);
}

static void
prn_item_layer_class_init (PrnItemLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = prn_item_layer_dispose;
  widget_class->measure = prn_item_layer_measure;
  widget_class->size_allocate = prn_item_layer_size_allocate;
  widget_class->snapshot = prn_item_layer_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
prn_item_layer_init (PrnItemLayer *self)
{
  self->widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
prn_item_layer_new (void)
{
  return g_object_new (PRN_TYPE_ITEM_LAYER, NULL);
}

void
prn_item_layer_set_scene (PrnItemLayer *self, PrnScene *scene)
{
  PrnScene *old = self->scene;

  g_clear_handle_id (&self->idle, g_source_remove);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  g_clear_pointer (&old, prn_scene_unref);
  self->next = 0;
  drop_stale (self);
  if (scene == NULL)
    return;

  make_widgets (self, AT_ONCE);
  if (self->next < prn_scene_n_items (scene))
    self->idle = g_idle_add (make_more_cb, self);
}

void
prn_item_layer_set_selected (PrnItemLayer *self, const char *id)
{
  GHashTableIter iter;
  const char *key;
  GtkWidget *widget;

  g_free (self->selected);
  self->selected = g_strdup (id);
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &widget))
    show_selected (self, key, widget);
}
