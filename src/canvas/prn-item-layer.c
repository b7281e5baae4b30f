/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-layer.h"

#include "prn-item-flow.h"
#include "prn-item-widget.h"

/* Widgets made at once; the others follow in idle time, so many a turn. */
#define AT_ONCE 400
#define A_TURN  200

/* With more items than this, only those in view and a little around it have widgets, as the rows of
 * a long list do: GTK looks at every widget of a window whenever the focus moves. */
#define ALL_MAX  1500
#define SEEN_MAX 600

/* Milliseconds for which the view must rest. */
#define REST 150

struct _PrnItemLayer {
  GtkWidget parent_instance;
  PrnScene *scene;
  PrnRectangle view;   /* what of it is seen */
  PrnRectangle around; /* that and more: in a large scene, what has widgets */
  GHashTable *widgets; /* PrnItemWidget by its id; referenced by the layer as its parent */
  GPtrArray *unplaced; /* of them those that are to be allocated */
  GHashTable *selected; /* set of ids */
  GArray *wanted; /* indices of the items that are to have widgets */
  guint round;   /* how often they were listed */
  guint next;    /* the first of them that was not looked at */
  guint n_shown; /* widgets of this round */
  guint n_made;  /* widgets ever made */
  guint idle;
  guint rest;
  guint flow_idle;
  PrnMap *told; /* whose arrows were told; NULL when they are to be told anew */
};

G_DEFINE_FINAL_TYPE (PrnItemLayer, prn_item_layer, GTK_TYPE_WIDGET)

static gboolean
is_same_place (const PrnRectangle *a, const PrnRectangle *b)
{
  return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
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

/* Brings a widget in line with its item. The bands of one phase have one widget. */
static void
show_item (PrnItemLayer *self, guint index)
{
  const PrnItem *item = prn_scene_item (self->scene, index);
  PrnItemWidget *widget = g_hash_table_lookup (self->widgets, item->id);
  gboolean is_new = widget == NULL;

  if (is_new)
    widget = make_widget (self, item);
  else if (widget->round == self->round)
    return;
  prn_item_widget_set_words (widget, item);
  if (is_new || !is_same_place (&widget->bounds, &item->handle)) {
    if (is_new || widget->placed)
      g_ptr_array_add (self->unplaced, widget);
    widget->bounds = item->handle;
    widget->placed = FALSE;
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
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
    if (!widget->placed)
      g_ptr_array_remove_fast (self->unplaced, widget);
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

static gboolean
is_large (PrnItemLayer *self)
{
  return self->scene != NULL && prn_scene_n_items (self->scene) > ALL_MAX;
}

static gboolean
overlaps (const PrnRectangle *a, const PrnRectangle *b)
{
  return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

static gboolean
is_wanted (PrnItemLayer *self, const PrnItem *item, guint pass)
{
  /* From afar what matters is what a map is made of: the stages. */
  gboolean comes_first = item->kind == PRN_ITEM_PHASE || item->kind == PRN_ITEM_STAGE ||
                         item->kind == PRN_ITEM_FRAME;

  return comes_first == (pass == 0) && overlaps (&item->bounds, &self->around);
}

/* Lists the items that are to have widgets: all of them, or in a large scene what is in view and
 * what is selected. */
static void
list_wanted (PrnItemLayer *self)
{
  guint n = self->scene != NULL ? prn_scene_n_items (self->scene) : 0;

  self->round++;
  self->next = 0;
  self->n_shown = 0;
  g_array_set_size (self->wanted, 0);
  self->around = (PrnRectangle){ self->view.x - self->view.w / 2, self->view.y - self->view.h / 2,
                                 2 * self->view.w, 2 * self->view.h };
  for (guint i = 0; !is_large (self) && i < n; i++)
    g_array_append_val (self->wanted, i);
  for (guint pass = 0; is_large (self) && pass < 2; pass++)
    for (guint i = 0; i < n && self->wanted->len < SEEN_MAX; i++)
      if (is_wanted (self, prn_scene_item (self->scene, i), pass))
        g_array_append_val (self->wanted, i);
  if (is_large (self) && g_hash_table_size (self->selected) > 0)
    for (guint i = 0; i < n && self->wanted->len < 2 * SEEN_MAX; i++)
      if (g_hash_table_contains (self->selected, prn_scene_item (self->scene, i)->id))
        g_array_append_val (self->wanted, i);
}

/* Looks at items until @count widgets had to be made; when all are looked at, drops the others. */
static gboolean
show_items (PrnItemLayer *self, guint count)
{
  guint most = g_hash_table_size (self->widgets) + count;

  while (self->next < self->wanted->len && g_hash_table_size (self->widgets) < most)
    show_item (self, g_array_index (self->wanted, guint, self->next++));
  if (self->next < self->wanted->len)
    return FALSE;
  drop_stale (self);
  tell_flow_later (self);
  return TRUE;
}

static gboolean
show_more_cb (gpointer data)
{
  PrnItemLayer *self = data;

  /* Those of a large scene are listed only now. */
  if (self->wanted->len == 0)
    list_wanted (self);
  if (!show_items (self, A_TURN))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
show_later (PrnItemLayer *self)
{
  g_array_set_size (self->wanted, 0);
  if (self->idle == 0)
    self->idle = g_idle_add (show_more_cb, self);
}

static gboolean
rest_cb (gpointer data)
{
  PrnItemLayer *self = data;

  self->rest = 0;
  show_later (self);
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
  PrnItemLayer *self = PRN_ITEM_LAYER (widget);

  for (guint i = 0; i < self->unplaced->len; i++) {
    PrnItemWidget *item = g_ptr_array_index (self->unplaced, i);
    GtkWidget *child = GTK_WIDGET (item);
    GskTransform *transform;
    int minimum;

    transform = gsk_transform_translate (
        NULL, &GRAPHENE_POINT_INIT ((float) item->bounds.x, (float) item->bounds.y));
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    gtk_widget_allocate (child, MAX ((int) item->bounds.w, minimum), MAX ((int) item->bounds.h, 1),
                         -1, transform);
    item->placed = TRUE;
  }
  g_ptr_array_set_size (self->unplaced, 0);
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
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->flow_idle, g_source_remove);
  if (self->widgets != NULL)
    g_hash_table_remove_all (self->widgets);
  g_clear_pointer (&self->unplaced, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
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
  self->unplaced = g_ptr_array_new ();
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->flow_idle, g_source_remove);
  g_clear_pointer (&self->scene, prn_scene_unref);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  if (is_large (self)) {
    show_later (self);
    return;
  }
  list_wanted (self);
  if (!show_items (self, AT_ONCE))
    self->idle = g_idle_add (show_more_cb, self);
}

void
prn_item_layer_set_view (PrnItemLayer *self, PrnRectangle view)
{
  const PrnRectangle *around = &self->around;

  self->view = view;
  if (is_large (self) && self->rest == 0 &&
      (view.x < around->x || view.y < around->y || view.x + view.w > around->x + around->w ||
       view.y + view.h > around->y + around->h || view.w < around->w / 4))
    self->rest = g_timeout_add (REST, rest_cb, self);
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
    if (widget == NULL && is_large (self))
      show_later (self);
  }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    PrnItemWidget *widget = g_hash_table_lookup (self->widgets, id);

    if (widget != NULL)
      prn_item_widget_set_selected (widget, FALSE);
  }
}
