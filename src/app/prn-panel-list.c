/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-panel-list.h"

#include "prn-panel-cell.h"
#include "prn-panel-row.h"

struct _PrnPanelList {
  AdwBin parent;

  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *rows;
  gboolean draggable;
  gboolean setting; /* the selection is being set from outside */
};

enum {
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum {
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (PrnPanelList, prn_panel_list, ADW_TYPE_BIN)

static void
prn_panel_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_SELECTED:
    g_value_set_string (value, prn_panel_list_get_selected (PRN_PANEL_LIST (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_panel_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_SELECTED:
    prn_panel_list_set_selected (PRN_PANEL_LIST (object), g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_panel_list_dispose (GObject *object)
{
  g_clear_object (&PRN_PANEL_LIST (object)->selection);
  g_clear_object (&PRN_PANEL_LIST (object)->rows);

  G_OBJECT_CLASS (prn_panel_list_parent_class)->dispose (object);
}

static void
prn_panel_list_class_init (PrnPanelListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = prn_panel_list_get_property;
  object_class->set_property = prn_panel_list_set_property;
  object_class->dispose = prn_panel_list_dispose;

  props[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[DROPPED] = g_signal_new ("dropped", PRN_TYPE_PANEL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static const char *
id_of_item (gpointer list_item)
{
  PrnPanelRow *line = gtk_list_item_get_item (list_item);

  return line != NULL ? prn_panel_row_get_id (line) : NULL;
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, gpointer list_item)
{
  const char *id = id_of_item (list_item);

  return id != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, id) : NULL;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *list = gtk_widget_get_ancestor (row, PRN_TYPE_PANEL_LIST);
  const char *onto = id_of_item (list_item);

  if (list == NULL || onto == NULL)
    return FALSE;
  g_signal_emit (list, signals[DROPPED], 0, g_value_get_string (value), onto);
  return TRUE;
}

static void
make_draggable (GtkWidget *row, GtkListItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), item, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
setup_cb (PrnPanelList *self, GtkListItem *item)
{
  GtkWidget *row = prn_panel_cell_new ();

  g_object_set_data (G_OBJECT (row), "prn-item", item); /* which has the row, and outlives it */
  if (self->draggable)
    make_draggable (row, item);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PrnPanelRow *line = gtk_list_item_get_item (item);
  gboolean selectable = prn_panel_row_get_id (line) != NULL;

  prn_panel_cell_show (gtk_list_item_get_child (item), line);
  gtk_list_item_set_selectable (item, selectable);
  gtk_list_item_set_activatable (item, selectable);
}

static void
selection_cb (PrnPanelList *self)
{
  if (!self->setting)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
prn_panel_list_init (PrnPanelList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (PRN_TYPE_PANEL_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "panel-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
prn_panel_list_new (const char *name)
{
  PrnPanelList *self = g_object_new (PRN_TYPE_PANEL_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

void
prn_panel_list_set_draggable (PrnPanelList *self)
{
  g_return_if_fail (PRN_IS_PANEL_LIST (self));

  self->draggable = TRUE;
}

/* How many rows from these on are as before, or, if @same is not set, are not. */
static guint
count_alike (GListModel *old, guint old_at, GListModel *new, guint new_at, guint most, gboolean same)
{
  guint count = 0;

  for (; count < most; count++) {
    g_autoptr (PrnPanelRow) a = g_list_model_get_item (old, old_at + count);
    g_autoptr (PrnPanelRow) b = g_list_model_get_item (new, new_at + count);

    if (prn_panel_row_equal (a, b) != same)
      break;
  }
  return count;
}

/* How many rows at the end are as before. */
static guint
count_same_end (GListModel *old, GListModel *new, guint most)
{
  guint n_old = g_list_model_get_n_items (old), n_new = g_list_model_get_n_items (new), same = 0;

  while (same < most &&
         count_alike (old, n_old - 1 - same, new, n_new - 1 - same, 1, TRUE) == 1)
    same++;
  return same;
}

static void
replace_rows (PrnPanelList *self, guint at, guint n_removed, GListModel *rows, guint n_added)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (added, g_list_model_get_item (rows, at + i));
  g_list_store_splice (self->rows, at, n_removed, added->pdata, added->len);
}

/* As many rows as before: those that are not the same are replaced one run after the other, as what
 * is renamed may be named far from itself. */
static void
replace_runs (PrnPanelList *self, GListModel *rows, guint n)
{
  GListModel *old = G_LIST_MODEL (self->rows);

  for (guint at = 0; at < n;) {
    guint run;

    at += count_alike (old, at, rows, at, n - at, TRUE);
    run = count_alike (old, at, rows, at, n - at, FALSE);
    if (run > 0)
      replace_rows (self, at, run, rows, run);
    at += run;
  }
}

void
prn_panel_list_set_rows (PrnPanelList *self, GListModel *rows)
{
  GListModel *old = G_LIST_MODEL (self->rows);
  guint n_old = g_list_model_get_n_items (old);
  guint n_new = rows != NULL ? g_list_model_get_n_items (rows) : 0;
  g_autofree char *selected = g_strdup (prn_panel_list_get_selected (self));

  g_return_if_fail (PRN_IS_PANEL_LIST (self));

  self->setting = TRUE;
  if (rows != NULL && n_old == n_new) {
    replace_runs (self, rows, n_new);
  } else {
    guint least = MIN (n_old, n_new);
    guint before = rows != NULL ? count_alike (old, 0, rows, 0, least, TRUE) : 0;
    guint after = rows != NULL ? count_same_end (old, rows, least - before) : 0;

    replace_rows (self, before, n_old - before - after, rows, n_new - before - after);
  }
  self->setting = FALSE;
  prn_panel_list_set_selected (self, selected);
}

void
prn_panel_list_set_selected (PrnPanelList *self, const char *id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (PRN_IS_PANEL_LIST (self));

  if (g_strcmp0 (id, prn_panel_list_get_selected (self)) == 0)
    return;
  if (!prn_panel_rows_find (G_LIST_MODEL (self->rows), id, &position))
    position = GTK_INVALID_LIST_POSITION;

  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->setting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static guint
best_row (PrnPanelList *self, const char *title)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);
  guint best = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++) {
    g_autoptr (PrnPanelRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
    g_autofree char *folded = g_utf8_casefold (prn_panel_row_get_title (row), -1);

    if (prn_panel_row_get_id (row) == NULL)
      continue;
    if (g_str_equal (folded, wanted))
      return i;
    if (best == GTK_INVALID_LIST_POSITION)
      best = i;
  }
  return best;
}

/* The widget around the row, which is what takes the focus; only rows in sight have one. */
static GtkWidget *
widget_at (PrnPanelList *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = gtk_widget_get_first_child (child);
    GtkListItem *item = row != NULL ? g_object_get_data (G_OBJECT (row), "prn-item") : NULL;

    if (item != NULL && gtk_list_item_get_position (item) == position)
      return child;
  }
  return GTK_WIDGET (self->view);
}

void
prn_panel_list_enter (PrnPanelList *self, const char *title)
{
  guint position = best_row (self, title);

  g_return_if_fail (PRN_IS_PANEL_LIST (self));

  if (position == GTK_INVALID_LIST_POSITION) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_grab_focus (widget_at (self, position));
}

const char *
prn_panel_list_get_selected (PrnPanelList *self)
{
  PrnPanelRow *row;

  g_return_val_if_fail (PRN_IS_PANEL_LIST (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? prn_panel_row_get_id (row) : NULL;
}
