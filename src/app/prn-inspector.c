/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-inspector.h"

#include <glib/gi18n-lib.h>

#include "prn-element-edits.h"
#include "prn-member-words.h"
#include "prn-title.h"

struct _PrnInspector {
  AdwBin parent;

  GtkWidget *back;
  GtkLabel *kind;
  GtkLabel *name;
  GtkWidget *remove;
  GtkScrolledWindow *scrolled;

  PrnDocument *document;
  GSignalGroup *document_signals;
  PrnInspectorPage *page;
  char *shown;
};

enum {
  PROP_SHOWN = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum {
  CHOSEN,
  NEW_ID,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (PrnInspector, prn_inspector, ADW_TYPE_BIN)

static void
prn_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_SHOWN:
    g_value_set_string (value, PRN_INSPECTOR (object)->shown);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_inspector_dispose (GObject *object)
{
  PrnInspector *self = PRN_INSPECTOR (object);

  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, g_free);
  self->page = NULL;

  G_OBJECT_CLASS (prn_inspector_parent_class)->dispose (object);
}

static gconstpointer
element_of (PrnInspector *self)
{
  return self->document != NULL && self->shown != NULL && *self->shown != ':'
             ? prn_map_lookup (prn_document_get_map (self->document), self->shown)
             : NULL;
}

static void
update_header (PrnInspector *self)
{
  gconstpointer element = element_of (self);
  PrnMap *map = prn_document_get_map (self->document);
  gboolean is_map = g_strcmp0 (self->shown, PRN_SHOWN_MAP) == 0;
  const char *title = prn_map_get_title (map);

  if (element != NULL) {
    g_autofree char *name = prn_title_of (map, element);

    gtk_label_set_label (self->kind, prn_kind_title (prn_element_kind (element)));
    gtk_label_set_label (self->name, name);
  } else if (is_map) {
    gtk_label_set_label (self->kind, _("Map"));
    gtk_label_set_label (self->name, *title != '\0' ? title : _("Untitled map"));
  } else {
    gtk_label_set_label (self->kind, _("Map"));
    gtk_label_set_label (self->name, _("Population"));
  }
  gtk_widget_set_visible (self->back, !is_map);
  gtk_widget_set_visible (self->remove,
                          element != NULL && !prn_document_is_read_only (self->document));
}

static void
go_to_cb (PrnInspector *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);
  gboolean another = g_strcmp0 (id, self->shown) != 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  prn_inspector_show (self, kept);
  g_signal_emit (self, signals[CHOSEN], 0, kept);
  /* What led there is gone. */
  if (another && has_focus)
    prn_inspector_focus (self, NULL);
}

static void
new_id_cb (PrnInspector *self, const char *id)
{
  g_free (self->shown);
  self->shown = g_strdup (id);
  g_signal_emit (self, signals[NEW_ID], 0, id);
}

static void
show_page (PrnInspector *self)
{
  self->page =
      PRN_INSPECTOR_PAGE (prn_inspector_page_new (self->document, self->shown, self->page));
  g_signal_connect_object (prn_inspector_page_get_editing (self->page), "go-to",
                           G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (prn_inspector_page_get_editing (self->page), "new-id",
                           G_CALLBACK (new_id_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->page));
  update_header (self);
}

void
prn_inspector_show (PrnInspector *self, const char *id)
{
  g_autofree char *shown = g_strdup (id != NULL ? id : PRN_SHOWN_MAP);

  g_return_if_fail (PRN_IS_INSPECTOR (self));

  if (self->document == NULL || (g_strcmp0 (shown, self->shown) == 0 && self->page != NULL))
    return;
  if (*shown != ':' && prn_map_lookup (prn_document_get_map (self->document), shown) == NULL)
    return;
  /* What was typed last belongs to what was shown before. */
  if (self->page != NULL)
    for (guint i = 0; i < prn_inspector_page_n_fields (self->page); i++)
      prn_field_seal (prn_inspector_page_nth_field (self->page, i));
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static void
document_changed_cb (PrnInspector *self)
{
  if (self->shown != NULL && *self->shown != ':' && element_of (self) == NULL) {
    prn_inspector_show (self, NULL);
    return;
  }
  update_header (self);
  prn_inspector_page_update (self->page);
}

void
prn_inspector_set_document (PrnInspector *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_INSPECTOR (self));

  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  gtk_scrolled_window_set_child (self->scrolled, NULL);
  self->page = NULL;
  if (document == NULL)
    return;
  prn_inspector_show (self, NULL);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspector *self = PRN_INSPECTOR (widget);
  gconstpointer element = element_of (self);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_autofree char *id = NULL;

    if (!g_str_equal (prn_kind_name (kind), g_variant_get_string (parameter, NULL)))
      continue;
    id = prn_add_element (self->document, kind, element != NULL ? prn_element_id (element) : NULL);
    if (id == NULL)
      return;
    go_to_cb (self, id);
    prn_inspector_focus (self, NULL);
  }
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspector *self = PRN_INSPECTOR (widget);

  if (element_of (self) != NULL)
    prn_remove_element (self->document, self->shown);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_to_cb (PRN_INSPECTOR (widget), PRN_SHOWN_MAP);
}

/* What a field has no use for: it puts back what was typed first, a menu is closed first. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
prn_inspector_class_init (PrnInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = prn_inspector_get_property;
  object_class->dispose = prn_inspector_dispose;

  props[PROP_SHOWN] =
      g_param_spec_string ("shown", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", PRN_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_ID] = g_signal_new ("new-id", PRN_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", PRN_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_install_action (widget_class, "element.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "inspector.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "inspector.back", NULL, back_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnInspector, back);
  gtk_widget_class_bind_template_child (widget_class, PrnInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, PrnInspector, name);
  gtk_widget_class_bind_template_child (widget_class, PrnInspector, remove);
  gtk_widget_class_bind_template_child (widget_class, PrnInspector, scrolled);
}

static void
prn_inspector_init (PrnInspector *self)
{
  self->document_signals = g_signal_group_new (PRN_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (document_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
prn_inspector_new (void)
{
  return g_object_new (PRN_TYPE_INSPECTOR, NULL);
}

const char *
prn_inspector_get_shown (PrnInspector *self)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR (self), NULL);

  return self->shown;
}

PrnInspectorPage *
prn_inspector_get_page (PrnInspector *self)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR (self), NULL);

  return self->page;
}

void
prn_inspector_focus (PrnInspector *self, const char *path)
{
  PrnField *field = NULL;
  GtkWidget *parent;

  g_return_if_fail (PRN_IS_INSPECTOR (self));

  if (self->page == NULL || prn_inspector_page_n_fields (self->page) == 0)
    return;
  if (path != NULL)
    field = prn_inspector_page_find (self->page, path);
  if (field == NULL)
    field = prn_inspector_page_nth_field (self->page, 0);
  for (parent = GTK_WIDGET (field); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_EXPANDER (parent))
      gtk_expander_set_expanded (GTK_EXPANDER (parent), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}
