/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-navigator.h"

#include <glib/gi18n-lib.h>

#include "prn-element-edits.h"
#include "prn-member-words.h"
#include "prn-outline.h"
#include "prn-panel-list.h"
#include "prn-problems.h"
#include "prn-schema.h"

struct _PrnNavigator {
  AdwBin parent;

  GtkStack *stack;
  GtkToggleButton *outline_tab;
  GtkToggleButton *problems_tab;
  GtkMenuButton *add;
  GtkSearchEntry *search;
  GtkBox *outline_box;
  AdwBin *problems_bin;
  PrnPanelList *list;
  PrnProblems *problems;

  PrnDocument *document;
  GSignalGroup *document_signals;
  PrnMap *shown;
  char *selected; /* what is to be selected; its row may not be there yet */
  GHashTable *found; /* ids: what was found stays in the list while it is worked on */
  guint source;
};

enum {
  PROP_N_PROBLEMS = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (PrnNavigator, prn_navigator, ADW_TYPE_BIN)

static void
prn_navigator_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_N_PROBLEMS:
    g_value_set_uint (value, prn_navigator_get_n_problems (PRN_NAVIGATOR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_navigator_dispose (GObject *object)
{
  PrnNavigator *self = PRN_NAVIGATOR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, prn_map_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->found, g_hash_table_unref);

  G_OBJECT_CLASS (prn_navigator_parent_class)->dispose (object);
}

static void
update_rows (PrnNavigator *self)
{
  PrnMap *map = prn_document_get_map (self->document);
  g_autoptr (GListModel) rows = NULL;

  if (self->shown != NULL)
    prn_outline_follow (self->found, self->shown, map);
  rows = prn_outline_rows (map, gtk_editable_get_text (GTK_EDITABLE (self->search)), self->found);

  g_clear_pointer (&self->shown, prn_map_unref);
  self->shown = prn_map_ref (map);
  prn_panel_list_set_rows (self->list, rows);
  if (self->selected != NULL)
    prn_panel_list_set_selected (self->list, self->selected);
}

static gboolean
update_cb (gpointer user_data)
{
  PrnNavigator *self = user_data;
  PrnMap *map = prn_document_get_map (self->document);

  self->source = 0;
  if (self->shown == NULL || !prn_outline_is_same (self->shown, map)) {
    update_rows (self);
  } else {
    prn_map_unref (self->shown);
    self->shown = prn_map_ref (map);
  }
  return G_SOURCE_REMOVE;
}

/* Once for all the steps of a moment: a large map has many rows. */
static void
changed_cb (PrnNavigator *self)
{
  if (prn_document_get_map (self->document) != self->shown && self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

static void
search_cb (PrnNavigator *self)
{
  g_hash_table_remove_all (self->found);
  if (self->document != NULL)
    update_rows (self);
}

static void
stop_search_cb (PrnNavigator *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* The Enter key goes on in the list: there are the keys that move a row. */
static void
search_activate_cb (PrnNavigator *self)
{
  if (self->document == NULL)
    return;
  g_hash_table_remove_all (self->found);
  update_rows (self);
  prn_panel_list_enter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
choose (PrnNavigator *self, const char *id, const char *path)
{
  g_signal_emit (self, signals[CHOSEN], 0, id, path);
}

static void
row_selected_cb (PrnNavigator *self)
{
  const char *id = prn_panel_list_get_selected (self->list);

  if (id != NULL)
    choose (self, id, NULL);
}

static void
dropped_cb (PrnNavigator *self, const char *id, const char *onto)
{
  prn_put_element (self->document, id, onto);
}

static void
problem_cb (PrnNavigator *self, const char *id, const char *path)
{
  choose (self, id, path != NULL ? path : "");
}

static void
count_cb (PrnNavigator *self)
{
  guint n = prn_problems_get_count (self->problems);
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Problems (%u)"), n)
                                 : g_strdup (_("Problems"));

  gtk_button_set_label (GTK_BUTTON (self->problems_tab), label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PROBLEMS]);
}

static void
tab_cb (PrnNavigator *self)
{
  gboolean problems = gtk_toggle_button_get_active (self->problems_tab);

  gtk_stack_set_visible_child_name (self->stack, problems ? "problems" : "outline");
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnNavigator *self = PRN_NAVIGATOR (widget);
  const char *about = prn_panel_list_get_selected (self->list);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_autofree char *id = NULL;

    if (!g_str_equal (prn_kind_name (kind), g_variant_get_string (parameter, NULL)))
      continue;
    id = prn_add_element (self->document, kind, about);
    if (id == NULL)
      return;
    g_hash_table_add (self->found, g_strdup (id));
    update_rows (self);
    choose (self, id, kind == PRN_KIND_NOTE ? "text" : "name");
  }
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnNavigator *self = PRN_NAVIGATOR (widget);
  const char *id = prn_panel_list_get_selected (self->list);

  if (id != NULL)
    prn_remove_element (self->document, id);
}

static void
shift_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnNavigator *self = PRN_NAVIGATOR (widget);
  const char *id = prn_panel_list_get_selected (self->list);

  if (id != NULL)
    prn_shift_element (self->document, id, g_str_equal (action, "outline.up") ? -1 : 1);
}

static void
prn_navigator_class_init (PrnNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = prn_navigator_get_property;
  object_class->dispose = prn_navigator_dispose;

  props[PROP_N_PROBLEMS] =
      g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", PRN_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "outline.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "outline.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "outline.up", NULL, shift_action);
  gtk_widget_class_install_action (widget_class, "outline.down", NULL, shift_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/navigator.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, stack);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, outline_tab);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, problems_tab);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, add);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, search);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, outline_box);
  gtk_widget_class_bind_template_child (widget_class, PrnNavigator, problems_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
}

/* Every kind of element can be added, and what is selected put elsewhere or deleted. */
static GMenuModel *
add_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (prn_kind_title (kind), NULL);

    g_menu_item_set_action_and_target (item, "outline.add", "s", prn_kind_name (kind));
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static void
add_shortcut (GtkEventController *controller, const char *keys, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), gtk_named_action_new (action)));
}

static void
prn_navigator_init (PrnNavigator *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GMenuModel) menu = add_menu ();

  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->document_signals = g_signal_group_new (PRN_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->add, menu);

  self->list = PRN_PANEL_LIST (prn_panel_list_new (_("Outline of the map")));
  prn_panel_list_set_draggable (self->list);
  gtk_box_append (self->outline_box, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "dropped", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);

  /* Only in the list: letters in the search are letters. */
  add_shortcut (keys, "Delete", "outline.remove");
  add_shortcut (keys, "<Alt>Up", "outline.up");
  add_shortcut (keys, "<Alt>Down", "outline.down");
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  self->problems = PRN_PROBLEMS (prn_problems_new ());
  adw_bin_set_child (self->problems_bin, GTK_WIDGET (self->problems));
  g_signal_connect_object (self->problems, "chosen", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "notify::count", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
}

void
prn_navigator_set_document (PrnNavigator *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_NAVIGATOR (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  prn_problems_set_document (self->problems, document);
  if (document == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_hash_table_remove_all (self->found);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), !prn_document_is_read_only (document));
  update_rows (self);
}

void
prn_navigator_set_selected (PrnNavigator *self, const char *id)
{
  g_autofree char *kept = g_strdup (id); /* may be the list's own */

  g_return_if_fail (PRN_IS_NAVIGATOR (self));

  g_free (self->selected);
  self->selected = g_steal_pointer (&kept);
  prn_panel_list_set_selected (self->list, self->selected);
}

void
prn_navigator_show_problems (PrnNavigator *self)
{
  g_return_if_fail (PRN_IS_NAVIGATOR (self));

  gtk_toggle_button_set_active (self->problems_tab, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->problems_tab));
}

void
prn_navigator_search (PrnNavigator *self)
{
  g_return_if_fail (PRN_IS_NAVIGATOR (self));

  gtk_toggle_button_set_active (self->outline_tab, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

guint
prn_navigator_get_n_problems (PrnNavigator *self)
{
  g_return_val_if_fail (PRN_IS_NAVIGATOR (self), 0);

  return prn_problems_get_count (self->problems);
}
