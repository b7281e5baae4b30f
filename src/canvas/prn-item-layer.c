/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-layer.h"

#include "prn-item-flow.h"
#include "prn-item-widget.h"

/* Widgets made at once; the others follow in idle time, so many a turn. */
#define AT_ONCE 400
#define A_TURN  200

struct _PrnItemLayer {
  GtkWidget parent_instance;
  PrnScene *scene;
  GHashTable *widgets; /* PrnItemWidget by its id; referenced by the layer as its parent */
  GHashTable *selected; /* set of ids */
  guint round;   /* number of the scene */
  guint next;    /* the first item of the scene that was not looked at */
  guint n_shown; /* widgets of this round */
  guint n_made;  /* widgets ever made */
  guint idle;
  guint flow_idle;
  PrnMap *told; /* whose arrows were told; NULL when they are to be told anew */
};

G_DEFINE_FINAL_TYPE (PrnItemLayer, prn_item_layer, GTK_TYPE_WIDGET)

static gboolean
is_same_place (const PrnRectangle *a, const PrnRectangle *b)
{
  return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
}

/* An updated scene shares the words of what an edit did not touch. */
static gboolean
has_same_words (const PrnItem *a, const PrnItem *b)
{
  return (a->name == b->name || g_str_equal (a->name, b->name)) &&
         (a->facts == b->facts || g_str_equal (a->facts, b->facts));
}

static PrnItemWidget *
make_widget (PrnItemLayer *self, const PrnItem *item)
{
  PrnItemWidget *widget = prn_item_widget_new (item->id, ++self->n_made);

  gtk_widget_set_parent (GTK_WIDGET (widget), GTK_WIDGET (self));
  prn_item_widget_set_selected (widget, g_hash_table_contains (self->selected, item->id));
  g_clear_pointer (&self->told, prn_map_unref);
  g_hash_table_insert (self->widgets, widget->id, widget);
  return widget;
}

/* Brings a widget in line with its item. The bands of one phase have one widget. @before is the
 * scene the widgets were last shown for, as far as it is still there. */
static void
show_item (PrnItemLayer *self, guint index, PrnScene *before)
{
  const PrnItem *item = prn_scene_item (self->scene, index);
  PrnItemWidget *widget = g_hash_table_lookup (self->widgets, item->id);
  gboolean is_new = widget == NULL, is_known;

  if (is_new)
    widget = make_widget (self, item);
  else if (widget->round == self->round)
    return;
  is_known = !is_new && before != NULL && widget->round + 1 == self->round;
  if (!is_known || !has_same_words (prn_scene_item (before, widget->index), item))
    prn_item_widget_set_words (widget, item);
  if (is_new || !is_same_place (&widget->bounds, &item->handle)) {
    widget->bounds = item->handle;
    widget->placed = FALSE;
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
  widget->index = index;
  widget->round = self->round;
  self->n_shown++;
}

/* Takes out the widgets whose items are no more. */
static void
drop_stale (PrnItemLayer *self)
{
  GHashTableIter iter;
  PrnItemWidget *widget;

  if (g_hash_table_size (self->widgets) == self->n_shown)
    return;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &widget)) {
    if (widget->round == self->round)
      continue;
    g_hash_table_iter_remove (&iter);
    gtk_widget_unparent (GTK_WIDGET (widget));
    g_clear_pointer (&self->told, prn_map_unref);
  }
}

static gboolean
tell_flow_cb (gpointer data)
{
  PrnItemLayer *self = data;
  PrnMap *map = prn_scene_get_map (self->scene);

  self->flow_idle = 0;
  prn_item_flow_update (self->widgets, map);
  g_clear_pointer (&self->told, prn_map_unref);
  self->told = prn_map_ref (map);
  return G_SOURCE_REMOVE;
}

/* The maps before and after an edit share the list of what it did not touch. */
static gboolean
has_same_triggers (PrnMap *a, PrnMap *b)
{
  guint n;

  return prn_map_triggers (a, &n) == prn_map_triggers (b, &n);
}

/* The arrows are told when nothing else is to be done, and only when there are others, or others
 * that they lead to. */
static void
tell_flow_later (PrnItemLayer *self)
{
  if (self->flow_idle == 0 && self->scene != NULL &&
      (self->told == NULL || !has_same_triggers (self->told, prn_scene_get_map (self->scene))))
    self->flow_idle = g_idle_add_full (G_PRIORITY_LOW, tell_flow_cb, self, NULL);
}

/* Looks at items until @count widgets had to be made; when all are looked at, drops the others. */
static gboolean
show_items (PrnItemLayer *self, guint count, PrnScene *before)
{
  guint n = self->scene != NULL ? prn_scene_n_items (self->scene) : 0;
  guint most = g_hash_table_size (self->widgets) + count;

  while (self->next < n && g_hash_table_size (self->widgets) < most)
    show_item (self, self->next++, before);
  if (self->next < n)
    return FALSE;
  drop_stale (self);
  tell_flow_later (self);
  return TRUE;
}

static gboolean
show_more_cb (gpointer data)
{
  PrnItemLayer *self = data;

  if (!show_items (self, A_TURN, NULL))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
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
    PrnItemWidget *item = PRN_ITEM_WIDGET (child);
    GskTransform *transform;
    int minimum;

    if (item->placed)
      continue;
    transform = gsk_transform_translate (
        NULL, &GRAPHENE_POINT_INIT ((float) item->bounds.x, (float) item->bounds.y));
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    gtk_widget_allocate (child, MAX ((int) item->bounds.w, minimum), MAX ((int) item->bounds.h, 1),
                         -1, transform);
    item->placed = TRUE;
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
  g_clear_handle_id (&self->flow_idle, g_source_remove);
  if (self->widgets != NULL)
    g_hash_table_remove_all (self->widgets);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->told, prn_map_unref);
  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);

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
  self->widgets = g_hash_table_new (g_str_hash, g_str_equal);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_autoptr (PrnScene) before = g_steal_pointer (&self->scene);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->flow_idle, g_source_remove);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  self->round++;
  self->next = 0;
  self->n_shown = 0;
  if (!show_items (self, AT_ONCE, before))
    self->idle = g_idle_add (show_more_cb, self);
}

void
prn_item_layer_set_selected (PrnItemLayer *self, const char *const *ids)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->selected);
  GHashTableIter iter;
  const char *id;

  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids[i] != NULL; i++) {
    PrnItemWidget *widget = g_hash_table_lookup (self->widgets, ids[i]);

    g_hash_table_add (self->selected, g_strdup (ids[i]));
    if (!g_hash_table_remove (before, ids[i]) && widget != NULL)
      prn_item_widget_set_selected (widget, TRUE);
  }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    PrnItemWidget *widget = g_hash_table_lookup (self->widgets, id);

    if (widget != NULL)
      prn_item_widget_set_selected (widget, FALSE);
  }
}
