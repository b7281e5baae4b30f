/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files in the window: tabs, undo, saving, what another program did, closing, what is left after a
 * crash. */

#include <glib/gstdio.h>

#include "prn-map-file.h"
#include "prn-recovery.h"
#include "prn-shortcuts-window.h"
#include "window-fixture.h"

static char *folder;

static char *
write_map (const char *name, const char *title)
{
  g_autoptr (PrnMap) map = prn_map_new (title);
  g_autoptr (PrnStage) stage = prn_element_new (PRN_KIND_STAGE, "trial");
  g_autoptr (PrnMap) with_stage = NULL;
  char *path = g_build_filename (folder, name, NULL);

  prn_element_set_text (&stage->name, "Trial");
  with_stage = prn_map_with (map, stage);
  g_assert_true (prn_map_save (with_stage, path, NULL));
  return path;
}

static PrnWindow *
window_with (const char *path)
{
  PrnWindow *window = window_new ();

  prn_window_open (window, path, NULL, FALSE);
  WAIT_FOR (window->tab->document != NULL);
  settle ();
  return window;
}

static const char *
title_of (PrnWindow *window)
{
  return prn_map_get_title (prn_document_get_map (window->tab->document));
}

static void
retitle (PrnWindow *window, const char *title)
{
  g_autoptr (PrnMap) map =
      prn_map_with_title (prn_document_get_map (window->tab->document), title);

  g_assert_true (prn_document_apply (window->tab->document, map, "Change the Title", NULL));
  settle ();
}

static char *
title_in (const char *path)
{
  g_autoptr (PrnMap) map = prn_map_load (path, NULL, NULL);

  g_assert_nonnull (map);
  return g_strdup (prn_map_get_title (map));
}

#define assert_in_file(path, title)                  \
  G_STMT_START {                                     \
    g_autofree char *found = title_in (path);        \
    g_assert_cmpstr (found, ==, title);              \
  }                                                  \
  G_STMT_END

/* The first widget below (and with) @widget of that type. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* A message that is in view; NULL if none. */
static AdwMessageDialog *
dialog_of (PrnWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (window) &&
        gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static void
answer (PrnWindow *window, const char *response)
{
  AdwMessageDialog *dialog = dialog_of (window);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  settle ();
}

/* What is done is undone, saved and said so in the header. */
static void
test_save (void)
{
  g_autofree char *path = write_map ("save.lifecycle.json", "before");
  PrnWindow *window = window_with (path);

  g_assert_false (enabled (window, "undo"));
  g_assert_false (enabled (window, "save"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "before");

  retitle (window, "after");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• after");
  g_assert_true (enabled (window, "revert"));
  picture (GTK_WIDGET (window), "unsaved");
  activate (window, "undo");
  g_assert_cmpstr (title_of (window), ==, "before");
  g_assert_false (enabled (window, "save"));
  activate (window, "redo");

  activate (window, "save");
  assert_in_file (path, "after");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "after");
  g_assert_false (enabled (window, "save"));

  retitle (window, "later");
  activate (window, "revert");
  g_assert_cmpstr (title_of (window), ==, "after");
  g_assert_false (prn_document_is_modified (window->tab->document));
  activate (window, "undo");
  g_assert_cmpstr (title_of (window), ==, "later");
  prn_document_discard (window->tab->document);
  window_close (window);
}

/* Each map has a tab; a file that is open is shown, not opened again. */
static void
test_tabs (void)
{
  g_autofree char *first = write_map ("first.lifecycle.json", "first");
  g_autofree char *second = write_map ("second.lifecycle.json", "second");
  PrnWindow *window = window_with (first);
  PrnTab *tab = window->tab;

  retitle (window, "first, changed");
  prn_window_open (window, second, NULL, FALSE);
  WAIT_FOR (window->tab != tab);
  settle ();
  g_assert_cmpstr (title_of (window), ==, "second");
  g_assert_false (enabled (window, "undo"));
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tab_view), ==, 2);
  picture (GTK_WIDGET (window), "tabs");
  assert_fits (window, 900, 600);

  activate (window, "previous-tab");
  g_assert_true (window->tab == tab);
  g_assert_true (enabled (window, "undo"));
  prn_window_open (window, second, NULL, FALSE);
  settle ();
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tab_view), ==, 2);
  g_assert_cmpstr (title_of (window), ==, "second");

  activate (window, "close-tab");
  g_assert_true (window->tab == tab);
  activate (window, "undo");
  activate (window, "close-tab");
  g_assert_cmpstr (page_of (window), ==, "start");
  g_assert_false (enabled (window, "close-tab"));
  window_close (window);
}

/* What is not saved is asked about, and each answer is heeded. */
static void
test_closing (void)
{
  g_autofree char *path = write_map ("closing.lifecycle.json", "before");
  PrnWindow *window = window_with (path);
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  retitle (window, "cancelled");
  activate (window, "close-tab");
  answer (window, "cancel");
  g_assert_cmpstr (title_of (window), ==, "cancelled");

  activate (window, "close-tab");
  answer (window, "discard");
  g_assert_cmpstr (page_of (window), ==, "start");
  assert_in_file (path, "before");

  prn_window_open (window, path, NULL, FALSE);
  WAIT_FOR (window->tab->document != NULL);
  settle ();
  retitle (window, "saved");
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_nonnull (watched);
  answer (window, "save");
  assert_in_file (path, "saved");
  WAIT_FOR (watched == NULL);
}

/* What another program wrote is not written over before the user has decided. */
static void
test_conflict (void)
{
  g_autofree char *path = write_map ("conflict.lifecycle.json", "before");
  PrnWindow *window = window_with (path);

  retitle (window, "mine");
  g_free (write_map ("conflict.lifecycle.json", "theirs"));
  activate (window, "save");
  assert_in_file (path, "theirs");
  g_assert_true (enabled (window, "merge"));
  picture (GTK_WIDGET (window), "conflict");
  assert_fits (window, 900, 600);
  activate (window, "keep-mine");
  g_assert_false (enabled (window, "keep-mine"));
  activate (window, "save");
  assert_in_file (path, "mine");

  retitle (window, "mine again");
  g_free (write_map ("conflict.lifecycle.json", "theirs again"));
  WAIT_FOR (enabled (window, "take-theirs"));
  activate (window, "take-theirs");
  g_assert_cmpstr (title_of (window), ==, "theirs again");
  activate (window, "undo");
  g_assert_cmpstr (title_of (window), ==, "mine again");

  g_unlink (path);
  WAIT_FOR (prn_document_get_conflict (window->tab->document) == PRN_FILE_REMOVED);
  settle ();
  picture (GTK_WIDGET (window), "removed");
  activate (window, "save");
  assert_in_file (path, "mine again");
  window_close (window);
}

static GtkWidget *
shown_toast (PrnWindow *window)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->toasts));

  while (child != NULL && child == adw_toast_overlay_get_child (window->toasts))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* It is in the middle of the canvas: room is kept at its sides for the panels that are open. */
static void
assert_off_the_panels (PrnWindow *window, gboolean with_inspector)
{
  int start, end;

  prn_map_page_get_sides (window->tab->map_page, &start, &end);
  g_assert_true ((end > 0) == with_inspector);
  g_assert_cmpint (gtk_widget_get_margin_start (shown_toast (window)), ==, start);
  g_assert_cmpint (gtk_widget_get_margin_end (shown_toast (window)), ==, end);
}

/* What was removed can be had back from a toast, as long as nothing else was done. */
static void
test_removed_toast (void)
{
  g_autofree char *path = write_map ("toast.lifecycle.json", "map");
  PrnWindow *window = window_with (path);
  g_autoptr (PrnMap) without =
      prn_map_without (prn_document_get_map (window->tab->document), "trial");

  g_assert_true (prn_document_apply (window->tab->document, without, "Delete Trial", NULL));
  settle ();
  g_assert_nonnull (window->tab->removed_toast);
  g_assert_cmpstr (adw_toast_get_title (window->tab->removed_toast), ==, "Delete Trial");
  assert_off_the_panels (window, TRUE);
  picture (GTK_WIDGET (window), "toast");
  activate (window, "panel");
  assert_off_the_panels (window, FALSE);
  activate (window, "panel");
  g_signal_emit_by_name (window->tab->removed_toast, "button-clicked");
  settle ();
  g_assert_nonnull (prn_map_lookup (prn_document_get_map (window->tab->document), "trial"));
  g_assert_null (window->tab->removed_toast);
  window_close (window);
}

/* What a crash left is on the start page, and opens with its history. */
static void
test_recovered (void)
{
  g_autofree char *path = write_map ("recovered.lifecycle.json", "before");
  PrnDocument *document = prn_document_load (path, NULL);
  g_autoptr (PrnMap) map = prn_map_with_title (prn_document_get_map (document), "after");
  GtkWidget *list, *row;
  PrnWindow *window;

  prn_document_keep_journal (document, NULL);
  g_assert_true (prn_document_apply (document, map, "Change the Title", NULL));
  g_object_unref (document);

  window = window_new ();
  list = GTK_WIDGET (prn_start_page_get_recovered (window->start_page));
  WAIT_FOR (gtk_widget_get_visible (list));
  picture (GTK_WIDGET (window), "recovered");
  row = find_widget (list, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "after");
  g_signal_emit_by_name (find_widget (list, GTK_TYPE_LIST_BOX), "row-activated", row);
  settle ();
  g_assert_cmpstr (page_of (window), ==, "map");
  g_assert_cmpstr (title_of (window), ==, "after");
  g_assert_false (gtk_widget_get_visible (list));
  activate (window, "save");
  assert_in_file (path, "after");
  activate (window, "undo");
  g_assert_cmpstr (title_of (window), ==, "before");
  prn_document_discard (window->tab->document);
  window_close (window);
}

/* The list of shortcuts can be made of the table of actions. */
static void
test_shortcuts (void)
{
  GtkWindow *window = prn_shortcuts_window_new (NULL);

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  int result;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("prn-shell-XXXXXX", NULL);

  g_test_add_func ("/shell/save", test_save);
  g_test_add_func ("/shell/tabs", test_tabs);
  g_test_add_func ("/shell/closing", test_closing);
  g_test_add_func ("/shell/conflict", test_conflict);
  g_test_add_func ("/shell/removed-toast", test_removed_toast);
  g_test_add_func ("/shell/recovered", test_recovered);
  g_test_add_func ("/shell/shortcuts", test_shortcuts);

  result = g_test_run ();
  g_free (folder);
  return result;
}
