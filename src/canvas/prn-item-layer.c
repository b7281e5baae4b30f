/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-layer.h"

#include "prn-item-actions.h"

/* Widgets made at once; the others follow in idle time, so many a turn. */
#define AT_ONCE 400
#define A_TURN  200

#define PRN_TYPE_ITEM_WIDGET (prn_item_widget_get_type ())
G_DECLARE_FINAL_TYPE (PrnItemWidget, prn_item_widget, PRN, ITEM_WIDGET, GtkWidget)

struct _PrnItemWidget {
  GtkWidget parent_instance;
  char *id;
  PrnRectangle bounds;
  guint index;     /* of its item in the scene it was last shown for */
  guint round;     /* number of that scene */
  gboolean placed; /* it has been allocated at its bounds */
};

G_DEFINE_FINAL_TYPE (PrnItemWidget, prn_item_widget, GTK_TYPE_WIDGET)

static void
prn_item_widget_finalize (GObject *object)
{
  g_free (PRN_ITEM_WIDGET (object)->id);

  G_OBJECT_CLASS (prn_item_widget_parent_class)->finalize (object);
}

static void
prn_item_widget_class_init (PrnItemWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_item_widget_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  prn_item_actions_install (GTK_WIDGET_CLASS (klass));
}

static void
prn_item_widget_init (PrnItemWidget *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

struct _PrnItemLayer {
  GtkWidget parent_instance;
  PrnScene *scene;
  GHashTable *widgets; /* PrnItemWidget by its id; referenced by the layer as its parent */
  char *selected;
  guint round;  /* number of the scene */
  guint next;   /* the first item of the scene that was not looked at */
  guint n_made; /* widgets of this round */
  guint idle;
};

G_DEFINE_FINAL_TYPE (PrnItemLayer, prn_item_layer, GTK_TYPE_WIDGET)

static void
tell_words (PrnItemWidget *widget, const PrnItem *item)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->facts,
                                  -1);
}

static void
show_selected (PrnItemWidget *widget, gboolean selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
}

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
  PrnItemWidget *widget = g_object_new (PRN_TYPE_ITEM_WIDGET, NULL);

  widget->id = g_strdup (item->id);
  prn_item_actions_set_id (GTK_WIDGET (widget), item->id);
  gtk_widget_set_parent (GTK_WIDGET (widget), GTK_WIDGET (self));
  show_selected (widget, g_strcmp0 (item->id, self->selected) == 0);
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
    tell_words (widget, item);
  if (is_new || !is_same_place (&widget->bounds, &item->handle)) {
    widget->bounds = item->handle;
    widget->placed = FALSE;
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
  widget->index = index;
  widget->round = self->round;
  self->n_made++;
}

/* Takes out the widgets whose items are no more. */
static void
drop_stale (PrnItemLayer *self)
{
  GHashTableIter iter;
  PrnItemWidget *widget;

  if (g_hash_table_size (self->widgets) == self->n_made)
    return;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &widget)) {
    if (widget->round == self->round)
      continue;
    g_hash_table_iter_remove (&iter);
    gtk_widget_unparent (GTK_WIDGET (widget));
  }
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
  self->widgets = g_hash_table_new (g_str_hash, g_str_equal);
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
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  self->round++;
  self->next = 0;
  self->n_made = 0;
  if (!show_items (self, AT_ONCE, before))
    self->idle = g_idle_add (show_more_cb, self);
}

void
prn_item_layer_set_selected (PrnItemLayer *self, const char *id)
{
  g_autofree char *before = g_steal_pointer (&self->selected);
  PrnItemWidget *widget;

  self->selected = g_strdup (id);
  widget = before != NULL ? g_hash_table_lookup (self->widgets, before) : NULL;
  if (widget != NULL)
    show_selected (widget, FALSE);
  widget = id != NULL ? g_hash_table_lookup (self->widgets, id) : NULL;
  if (widget != NULL)
    show_selected (widget, TRUE);
}
