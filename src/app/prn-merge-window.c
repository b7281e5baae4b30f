/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-member-words.h"
#include "prn-merge.h"
#include "prn-schema.h"
#include "prn-theming.h"
#include "prn-thumbnail.h"
#include "prn-title.h"
#include "prn-wording.h"

#define ID "prn-id"

struct _PrnMergeWindow {
  AdwWindow parent;

  AdwBin *mine;
  AdwBin *theirs;
  GtkListBox *list;
  PrnMap *my_map;
  PrnMap *their_map;
};

G_DEFINE_FINAL_TYPE (PrnMergeWindow, prn_merge_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
activated_cb (PrnMergeWindow *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), ID));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, chosen_signal, 0, id);
  g_object_unref (self);
}

static void
prn_merge_window_dispose (GObject *object)
{
  PrnMergeWindow *self = PRN_MERGE_WINDOW (object);

  g_clear_pointer (&self->my_map, prn_map_unref);
  g_clear_pointer (&self->their_map, prn_map_unref);

  G_OBJECT_CLASS (prn_merge_window_parent_class)->dispose (object);
}

static void
prn_merge_window_class_init (PrnMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_merge_window_dispose;
  chosen_signal = g_signal_new ("chosen", PRN_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, mine);
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, theirs);
  gtk_widget_class_bind_template_child (widget_class, PrnMergeWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
prn_merge_window_init (PrnMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_map (AdwBin *place, PrnMap *map)
{
  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, prn_thumbnail_new ());
  prn_thumbnail_set_map (PRN_THUMBNAIL (adw_bin_get_child (place)), map, NULL,
                         prn_theming_current ());
}

static void
show_maps (PrnMergeWindow *self)
{
  show_map (self->mine, self->my_map);
  show_map (self->theirs, self->their_map);
}

/* What the inspector calls a member; the place is the way to it in the file: `size.w`. */
static const char *
member_title (const PrnRecord *record, const char *path)
{
  g_autofree char *name = g_strndup (path, strcspn (path, ".["));
  const PrnMember *member = prn_record_find_member (record, name);

  return member != NULL ? prn_member_title (member) : path;
}

/* What both changed of the map itself: a member, or the order of a list, `stages order`. */
static const char *
map_part_title (const char *place)
{
  const char *space = strchr (place, ' ');

  for (PrnKind kind = 0; space != NULL && kind < PRN_N_KINDS; kind++)
    if (strncmp (prn_kind_list_name (kind), place, (gsize) (space - place)) == 0)
      return prn_kind_list_title (kind);
  return member_title (&prn_map_record, place);
}

/* The element, which one side may have removed, and what both changed of it. */
static char *
conflict_title (PrnMergeWindow *self, const PrnConflict *conflict)
{
  const char *space = strchr (conflict->place, ' ');
  PrnMap *map = self->my_map;
  g_autofree char *title = NULL;
  gconstpointer element;

  if (conflict->id == NULL)
    return g_strdup (map_part_title (conflict->place));
  element = prn_map_lookup (map, conflict->id);
  if (element == NULL) {
    map = self->their_map;
    element = prn_map_lookup (map, conflict->id);
  }
  if (element == NULL)
    return g_strdup (conflict->id);
  title = prn_title_of (map, element);
  if (space == NULL)
    return g_steal_pointer (&title);
  return g_strdup_printf (
      "%s: %s", title, member_title (prn_record_of_kind (prn_element_kind (element)), space + 1));
}

static void
add_conflict (PrnMergeWindow *self, const PrnConflict *conflict)
{
  gboolean is_here =
      conflict->id != NULL && prn_map_lookup (self->my_map, conflict->id) != NULL;
  g_autofree char *title = conflict_title (self, conflict);
  g_autofree char *words = prn_wording_sentence (conflict->words);
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", words, "activatable", TRUE,
                NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (is_here ? conflict->id : NULL), g_free);
  gtk_list_box_append (self->list, row);
}

GtkWindow *
prn_merge_window_new (GtkWindow *parent, PrnMap *mine, PrnMap *theirs, GPtrArray *conflicts)
{
  PrnMergeWindow *self = g_object_new (PRN_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);

  self->my_map = prn_map_ref (mine);
  self->their_map = prn_map_ref (theirs);
  show_maps (self);
  prn_theming_follow (self, G_CALLBACK (show_maps));
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (self, conflicts->pdata[i]);
  return GTK_WINDOW (self);
}
