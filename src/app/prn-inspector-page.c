/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-inspector-page.h"

#include <string.h>

#include "prn-member-field.h"
#include "prn-page-parts.h"

#define MARGIN 12 /* pixels around what is brought into view */

struct _PrnInspectorPage {
  AdwBin parent;

  PrnEditing *editing;
  char *shown;
  char *shape;
  PrnMap *map; /* the one shown */
  GPtrArray *fields;
  guint build_source;
  char *focus; /* the mark of what is to have the focus once the page is made anew */
  guint reveal_tick;
  guint frames_to_reveal;
  GHashTable *open; /* the titles of the folds that are open */
};

G_DEFINE_TYPE (PrnInspectorPage, prn_inspector_page, ADW_TYPE_BIN)

static void
prn_inspector_page_dispose (GObject *object)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_ptr_array_set_size (self->fields, 0);

  G_OBJECT_CLASS (prn_inspector_page_parent_class)->dispose (object);
}

static void
prn_inspector_page_finalize (GObject *object)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (object);

  g_clear_object (&self->editing);
  g_clear_pointer (&self->map, prn_map_unref);
  g_ptr_array_unref (self->fields);
  g_hash_table_unref (self->open);
  g_free (self->shown);
  g_free (self->shape);
  g_free (self->focus);

  G_OBJECT_CLASS (prn_inspector_page_parent_class)->finalize (object);
}

static void
prn_inspector_page_class_init (PrnInspectorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_inspector_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = prn_inspector_page_finalize;

  prn_page_install_actions (widget_class);
  prn_condition_part_install (widget_class);
}

static void
prn_inspector_page_init (PrnInspectorPage *self)
{
  self->fields = g_ptr_array_new ();
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What has that mark, or else the field nearest to it. */
static void
focus_mark (PrnInspectorPage *self, const char *mark)
{
  GtkWidget *found = prn_page_mark_find (GTK_WIDGET (self), mark);
  g_autofree char *path = prn_page_mark_path (mark);

  if (found == NULL)
    found = GTK_WIDGET (prn_inspector_page_find (self, path));
  if (found != NULL)
    gtk_widget_grab_focus (found);
}

void
prn_page_focus_next (PrnInspectorPage *self, const char *path, const char *part)
{
  g_autofree char *mark = part != NULL ? g_strconcat (path, "#", part, NULL) : g_strdup (path);

  if (self->build_source == 0) {
    focus_mark (self, mark);
    return;
  }
  g_free (self->focus);
  self->focus = g_steal_pointer (&mark);
}

/* A viewport brings what gets the focus into view, but knows nothing of where things are on a page
 * just made: that is so after the frame that lays it out. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (self->frames_to_reveal-- > 0)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  if (viewport != NULL && focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
      gtk_widget_compute_bounds (focus, widget, &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               bounds.origin.y - MARGIN,
                               bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

static void
build (PrnInspectorPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *mark = g_steal_pointer (&self->focus);

  if (mark == NULL)
    mark = prn_page_mark_focused (GTK_WIDGET (self));
  g_ptr_array_set_size (self->fields, 0);
  prn_page_build (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  if (mark == NULL)
    return;
  focus_mark (self, mark);
  self->frames_to_reveal = 1;
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static gboolean
build_cb (gpointer user_data)
{
  PrnInspectorPage *self = user_data;

  self->build_source = 0;
  build (self);
  return G_SOURCE_REMOVE;
}

void
prn_inspector_page_update (PrnInspectorPage *self)
{
  PrnMap *map = prn_editing_get_map (self->editing);
  g_autofree char *shape = NULL;

  g_return_if_fail (PRN_IS_INSPECTOR_PAGE (self));

  if (map == self->map)
    return;
  g_clear_pointer (&self->map, prn_map_unref);
  self->map = prn_map_ref (map);
  gtk_widget_set_sensitive (
      GTK_WIDGET (self), !prn_document_is_read_only (prn_editing_get_document (self->editing)));

  shape = prn_page_shape (self);
  if (g_strcmp0 (shape, self->shape) != 0) {
    g_free (self->shape);
    self->shape = g_steal_pointer (&shape);
    /* What changed the shape may be a control of the page, which is still at work. The next key
     * that is typed is for the new page. */
    if (adw_bin_get_child (ADW_BIN (self)) == NULL)
      build (self);
    else if (self->build_source == 0)
      self->build_source = g_idle_add_full (G_PRIORITY_HIGH, build_cb, self, NULL);
  }
  if (self->build_source != 0)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    prn_field_update (self->fields->pdata[i]);
}

void
prn_inspector_page_retry (PrnInspectorPage *self)
{
  g_return_if_fail (PRN_IS_INSPECTOR_PAGE (self));

  /* A page about to be made anew has other fields then. */
  for (guint i = 0; self->build_source == 0 && i < self->fields->len; i++)
    prn_field_retry (self->fields->pdata[i]);
}

static void
new_id_cb (PrnInspectorPage *self, const char *id)
{
  g_free (self->shown);
  self->shown = g_strdup (id);
}

GtkWidget *
prn_inspector_page_new (PrnDocument *document, const char *shown, PrnInspectorPage *before)
{
  PrnInspectorPage *self = g_object_new (PRN_TYPE_INSPECTOR_PAGE, NULL);

  if (before != NULL) {
    g_hash_table_unref (self->open);
    self->open = g_hash_table_ref (before->open);
  }
  self->shown = g_strdup (shown);
  self->editing = prn_editing_new (document, *shown != ':' ? shown : NULL);
  g_signal_connect_object (self->editing, "new-id", G_CALLBACK (new_id_cb), self,
                           G_CONNECT_SWAPPED);
  prn_inspector_page_update (self);
  return GTK_WIDGET (self);
}

PrnEditing *
prn_inspector_page_get_editing (PrnInspectorPage *self)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR_PAGE (self), NULL);

  return self->editing;
}

const char *
prn_inspector_page_get_shown (PrnInspectorPage *self)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR_PAGE (self), NULL);

  return self->shown;
}

/* How well a field fits a way: the longer the part they share, the better; whole steps only. */
static gsize
fits (const char *field_path, const char *path)
{
  gsize n = 0, whole = 0;

  while (field_path[n] != '\0' && field_path[n] == path[n]) {
    n++;
    if (strchr (".[", field_path[n]) != NULL && strchr (".[", path[n]) != NULL)
      whole = n;
  }
  return field_path[n] == '\0' && path[n] == '\0' ? n + 1 : whole;
}

PrnField *
prn_inspector_page_find (PrnInspectorPage *self, const char *path)
{
  PrnField *best = NULL;
  gsize best_fit = 0;

  g_return_val_if_fail (PRN_IS_INSPECTOR_PAGE (self), NULL);

  for (guint i = 0; i < self->fields->len; i++) {
    PrnField *field = self->fields->pdata[i];
    gsize fit = fits (prn_field_get_path (field), path);

    if (fit > best_fit) {
      best = field;
      best_fit = fit;
    }
  }
  return best;
}

guint
prn_inspector_page_n_fields (PrnInspectorPage *self)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR_PAGE (self), 0);

  return self->fields->len;
}

PrnField *
prn_inspector_page_nth_field (PrnInspectorPage *self, guint index)
{
  g_return_val_if_fail (PRN_IS_INSPECTOR_PAGE (self), NULL);

  return self->fields->pdata[index];
}

GtkWidget *
prn_page_field (PrnInspectorPage *self, const char *path, const char *label)
{
  GtkWidget *field = prn_member_field_new (self->editing, path, label);

  if (field != NULL)
    g_ptr_array_add (self->fields, field);
  return field;
}

void
prn_page_keep (PrnInspectorPage *self, PrnField *field)
{
  g_ptr_array_add (self->fields, field);
}

GtkWidget *
prn_page_inline_field (PrnInspectorPage *self, const char *path, const char *label)
{
  GtkWidget *field = prn_page_field (self, path, label);

  if (field != NULL)
    prn_field_set_inline (PRN_FIELD (field));
  return field;
}

static void
fold_cb (GtkExpander *fold, GParamSpec *pspec, gpointer user_data)
{
  PrnInspectorPage *self = user_data;
  const char *title = gtk_expander_get_label (fold);

  if (gtk_expander_get_expanded (fold))
    g_hash_table_add (self->open, g_strdup (title));
  else
    g_hash_table_remove (self->open, title);
}

GtkWidget *
prn_page_fold (PrnInspectorPage *self, const char *title, GtkWidget *content)
{
  GtkWidget *fold = gtk_expander_new (title);

  gtk_expander_set_child (GTK_EXPANDER (fold), content);
  gtk_expander_set_expanded (GTK_EXPANDER (fold), g_hash_table_contains (self->open, title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (fold), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (fold, "notify::expanded", G_CALLBACK (fold_cb), self, 0);
  prn_page_mark (fold, title, "fold");
  return fold;
}
