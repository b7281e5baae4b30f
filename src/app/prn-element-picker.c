/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-element-picker.h"

#include <glib/gi18n-lib.h>

#include "prn-member-words.h"
#include "prn-wrapped-label.h"

#define WIDTH  260
#define HEIGHT 300

struct _PrnElementPicker {
  GtkPopover parent;

  GtkSearchEntry *search;
  GtkListView *list;
  GtkButton *create; /* hidden where nothing can be made */
  PrnKind kind;      /* what it makes */
  GtkCustomFilter *filter;
  GtkFilterListModel *rows;
  PrnMap *map;
  char *wanted; /* what is searched for, casefolded */
};

G_DEFINE_TYPE (PrnElementPicker, prn_element_picker, GTK_TYPE_POPOVER)

enum {
  PICKED,
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const char *
prn_reference_title (PrnMap *map, const char *id)
{
  gconstpointer element;

  if (id == NULL || *id == '\0')
    return _("None");
  element = prn_map_lookup (map, id);
  return element != NULL ? prn_element_label (element) : prn_word_title (id);
}

static void
prn_element_picker_finalize (GObject *object)
{
  PrnElementPicker *self = PRN_ELEMENT_PICKER (object);

  g_clear_pointer (&self->map, prn_map_unref);
  g_free (self->wanted);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (prn_element_picker_parent_class)->finalize (object);
}

static void
prn_element_picker_class_init (PrnElementPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_element_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", PRN_TYPE_ELEMENT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NAMED] = g_signal_new ("named", PRN_TYPE_ELEMENT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

/* What can be made on the way, and what that is called with and without a name. */
static const struct {
  PrnKind kind;
  const char *label;
  const char *named;
} makes[] = {
  { PRN_KIND_EVENT, N_("New Event…"), N_("New Event “%s”") },
  { PRN_KIND_SCORE, N_("New Score…"), N_("New Score “%s”") },
  { PRN_KIND_SEGMENT, N_("New Segment…"), N_("New Segment “%s”") },
};

static char *
typed_name (PrnElementPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static void
show_create (PrnElementPicker *self)
{
  g_autofree char *name = typed_name (self);

  for (guint i = 0; i < G_N_ELEMENTS (makes); i++) {
    g_autofree char *label = NULL;

    if (makes[i].kind != self->kind)
      continue;
    label = *name != '\0' ? g_strdup_printf (_(makes[i].named), name) : g_strdup (_(makes[i].label));
    gtk_button_set_label (self->create, label);
    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->create)), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (self->create)), 0);
  }
}

/* Without a name yet, it is asked for where one searches. */
static void
create_cb (PrnElementPicker *self)
{
  g_autofree char *name = typed_name (self);

  if (*name == '\0') {
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
    return;
  }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, (guint) self->kind, name);
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  PrnElementPicker *self = user_data;
  const char *id = gtk_string_object_get_string (item);
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  folded = g_utf8_casefold (prn_reference_title (self->map, id), -1);
  return g_strstr_len (folded, -1, self->wanted) != NULL;
}

static void
search_cb (PrnElementPicker *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_create (self);
}

static void
pick (PrnElementPicker *self, guint position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, gtk_string_object_get_string (item));
}

/* The Enter key picks what is called just so, else the first one. */
static void
pick_best_cb (PrnElementPicker *self)
{
  for (guint i = 0; self->wanted != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows));
       i++) {
    g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
    const char *title = prn_reference_title (self->map, gtk_string_object_get_string (item));
    g_autofree char *folded = g_utf8_casefold (title, -1);

    if (g_str_equal (folded, self->wanted)) {
      pick (self, i);
      return;
    }
  }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    pick (self, 0);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->create)))
    create_cb (self);
}

static void
activate_cb (PrnElementPicker *self, guint position)
{
  pick (self, position);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, prn_wrapped_label_new (NULL, NULL));
}

static void
bind_cb (PrnElementPicker *self, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *title = prn_reference_title (self->map, id);

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
prn_element_picker_init (PrnElementPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->rows = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_search_delay (self->search, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))),
      factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "picker");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Elements to choose from"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->create = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->create), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->create), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->create));
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_object (self->create, "clicked", G_CALLBACK (create_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (pick_best_cb), self,
                           G_CONNECT_SWAPPED);
  /* A search entry keeps the Escape key to itself. */
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Offers to make what a member refers to, where that is one kind that needs nothing but a name. */
static void
offer_new (PrnElementPicker *self, const PrnMember *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (makes); i++) {
    if (member->references != 1u << makes[i].kind)
      continue;
    self->kind = makes[i].kind;
    show_create (self);
    gtk_widget_set_visible (GTK_WIDGET (self->create), TRUE);
    gtk_widget_set_visible (GTK_WIDGET (self->search), TRUE);
    g_object_set (self->search, "placeholder-text", _("Search, or name a new one"), NULL);
  }
}

GtkWidget *
prn_element_picker_new (PrnMap *map, const PrnMember *member, gboolean with_none)
{
  PrnElementPicker *self = g_object_new (PRN_TYPE_ELEMENT_PICKER, NULL);
  g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);

  self->map = prn_map_ref (map);
  if (with_none)
    gtk_string_list_append (ids, "");
  if (member->word != NULL)
    gtk_string_list_append (ids, member->word);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (member->references & (1u << kind))
      for (guint i = 0; i < prn_map_n (map, kind); i++)
        gtk_string_list_append (ids, prn_element_id (prn_map_nth (map, kind, i)));
  gtk_filter_list_model_set_model (self->rows, G_LIST_MODEL (ids));
  offer_new (self, member);
  return GTK_WIDGET (self);
}
