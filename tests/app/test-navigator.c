/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outline, problems, palette and preferences in process. */

#include <string.h>

#include "everything.h"
#include "names.h"
#include "prn-application.h"
#include "prn-element-edits.h"
#include "prn-map-file.h"
#include "prn-navigator.h"
#include "prn-palette.h"
#include "prn-panel-list.h"
#include "prn-panel-row.h"
#include "prn-preferences.h"
#include "prn-window-private.h"
#include "widget-fixture.h"

static PrnApplication *application;

static PrnDocument *
document_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return prn_document_new (map);
}

static char *
order_of (PrnDocument *document, PrnKind kind)
{
  PrnMap *map = prn_document_get_map (document);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < prn_map_n (map, kind); i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                            prn_element_id (prn_map_nth (map, kind, i)));
  return g_string_free (order, FALSE);
}

static void
assert_order (PrnDocument *document, PrnKind kind, const char *expected)
{
  g_autofree char *order = order_of (document, kind);

  g_assert_cmpstr (order, ==, expected);
}

/* What is dropped on its own kind takes its place, a stage also its phase; an event goes to a stage. */
static void
test_order (void)
{
  g_autoptr (PrnDocument) document = document_of (everything);
  PrnMap *before = prn_document_get_map (document);

  g_assert_true (prn_put_element (document, "emp", "weib"));
  assert_order (document, PRN_KIND_TRIGGER, "wins emp weib tri expo fix");
  g_assert_cmpstr (prn_document_get_undo_name (document), ==, "Move Emp");
  g_assert_true (prn_shift_element (document, "emp", -1));
  assert_order (document, PRN_KIND_TRIGGER, "emp wins weib tri expo fix");
  g_assert_false (prn_shift_element (document, "emp", -1));
  g_assert_true (prn_put_element (document, "won", "sales"));
  g_assert_true (prn_put_element (document, "won", "lead"));
  assert_order (document, PRN_KIND_STAGE, "won lead");
  g_assert_null (((const PrnStage *) prn_map_lookup (prn_document_get_map (document), "won"))->phase);
  g_assert_true (prn_put_element (document, "pong", "won"));
  g_assert_cmpstr (((const PrnEvent *) prn_map_lookup (prn_document_get_map (document), "pong"))->stage,
                   ==, "won");
  g_assert_false (prn_put_element (document, "pong", "wins"));
  while (prn_document_can_undo (document))
    prn_document_undo (document);
  g_assert_true (prn_document_get_map (document) == before);
}

/* One of every kind can be added, to an empty map as well, and each can be deleted. */
static void
test_add (void)
{
  g_autoptr (PrnMap) blank = prn_map_new ("Blank");
  g_autoptr (PrnDocument) document = prn_document_new (blank);
  g_autofree char *nothing = prn_add_element (document, PRN_KIND_TRIGGER, NULL);

  g_assert_null (nothing);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_autofree char *id = prn_add_element (document, kind, NULL);
    g_autoptr (GBytes) bytes = prn_map_print (prn_document_get_map (document));
    g_autoptr (PrnMap) again = prn_map_parse (bytes, NULL, NULL);

    g_test_message ("%d: %s", kind, id);
    g_assert_nonnull (id);
    g_assert_nonnull (again);
    g_assert_cmpuint (prn_map_n (prn_document_get_map (document), kind), >=, 1);
  }
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    gconstpointer first = prn_map_n (prn_document_get_map (document), kind) > 0
                              ? prn_map_nth (prn_document_get_map (document), kind, 0)
                              : NULL;

    if (first != NULL)
      g_assert_true (prn_remove_element (document, prn_element_id (first)));
    g_assert_cmpuint (prn_map_n (prn_document_get_map (document), kind), ==, 0);
  }
  while (prn_document_can_undo (document))
    prn_document_undo (document);
  g_assert_true (prn_document_get_map (document) == blank);
}

static PrnWindow *
window_with (PrnDocument *document)
{
  PrnWindow *window = PRN_WINDOW (prn_window_new (ADW_APPLICATION (application)));

  gtk_window_present (GTK_WINDOW (window));
  prn_window_set_document (window, document);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  return window;
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* The problems are found by themselves; one click goes to the member, one mends, undo takes it back. */
static void
test_problems (void)
{
  static const char text[] =
      "{\"format\": \"perennial-map\", \"version\": 1, \"stages\": ["
      "{\"id\": \"a\", \"name\": \"A\", \"role\": \"entry\"}, {\"id\": \"b\", \"name\": \"B\"}],"
      "\"scores\": [{\"id\": \"h\", \"name\": \"H\", \"rest\": 5}]}";
  g_autoptr (PrnDocument) document = document_of (text);
  PrnMap *before = prn_document_get_map (document);
  PrnWindow *window = window_with (document);
  PrnNavigator *navigator =
      PRN_NAVIGATOR (find_widget (GTK_WIDGET (window), PRN_TYPE_NAVIGATOR));
  guint n;
  GtkWidget *fix;

  WAIT_FOR (prn_navigator_get_n_problems (navigator) > 0);
  n = prn_navigator_get_n_problems (navigator);
  g_action_group_activate_action (G_ACTION_GROUP (window), "problems", NULL);
  settle ();
  g_assert_cmpuint (assert_named (GTK_WIDGET (navigator)), >, 5);
  picture (GTK_WIDGET (window), "problems");

  fix = find_button (GTK_WIDGET (navigator), "Remove It");
  g_assert_nonnull (fix);
  g_signal_emit_by_name (fix, "clicked");
  g_assert_true (prn_document_get_map (document) != before);
  g_assert_cmpstr (prn_document_get_undo_name (document), ==, "Remove It");
  WAIT_FOR (prn_navigator_get_n_problems (navigator) == n - 1);
  prn_document_undo (document);
  g_assert_true (prn_document_get_map (document) == before);
  WAIT_FOR (prn_navigator_get_n_problems (navigator) == n);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* A few letters find a command and an element; what cannot be done now is there, but greyed. */
static void
test_palette (void)
{
  g_autoptr (PrnDocument) document = document_of (everything);
  PrnWindow *window = window_with (document);
  GtkWidget *palette =
      prn_palette_new (GTK_WINDOW (window), prn_map_page_get_canvas (window->tab->map_page),
                       prn_document_get_map (document));
  GtkListBox *list;
  GtkListBoxRow *row;

  gtk_window_present (GTK_WINDOW (palette));
  settle ();
  list = GTK_LIST_BOX (find_widget (palette, GTK_TYPE_LIST_BOX));
  g_assert_cmpuint (assert_named (palette), >, 20);
  prn_palette_search (PRN_PALETTE (palette), "prefer");
  settle ();
  row = gtk_list_box_get_selected_row (list);
  g_assert_nonnull (row);
  g_assert_true (has_text (GTK_WIDGET (row)));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  prn_palette_search (PRN_PALETTE (palette), "undo");
  settle ();
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))));
  prn_palette_search (PRN_PALETTE (palette), "expo");
  settle ();
  picture (palette, "palette");
  prn_palette_search (PRN_PALETTE (palette), "qqqq");
  settle ();
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  gtk_window_destroy (GTK_WINDOW (palette));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* Every switch has a name; what is switched counts at once. */
static void
test_preferences (void)
{
  g_autoptr (PrnDocument) document = document_of (everything);
  PrnWindow *window = window_with (document);
  GtkWidget *preferences = prn_preferences_new (GTK_WINDOW (window));

  gtk_window_present (GTK_WINDOW (preferences));
  settle ();
  g_assert_cmpuint (assert_named (find_widget (preferences, ADW_TYPE_PREFERENCES_PAGE)), >=, 3);
  picture (preferences, "preferences");
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* The outline lies over the map then, until one goes to something on it. */
static void
assert_uncovers (PrnMapPage *page)
{
  AdwFlap *outline = ADW_FLAP (find_widget (GTK_WIDGET (page), ADW_TYPE_FLAP));

  g_assert_true (adw_flap_get_folded (outline));
  prn_map_page_find (page, FALSE);
  settle ();
  g_assert_true (adw_flap_get_reveal_flap (outline));
  prn_map_page_go_to (page, "lead");
  settle ();
  g_assert_false (adw_flap_get_reveal_flap (outline));
}

/* Both sides and the canvas fit a small window, from right to left as well. */
static void
test_small (void)
{
  g_autoptr (PrnDocument) document = document_of (everything);

  for (guint k = 0; k < 2; k++) {
    PrnWindow *window;

    gtk_widget_set_default_direction (k == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
    window = PRN_WINDOW (prn_window_new (ADW_APPLICATION (application)));
    gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
    gtk_window_present (GTK_WINDOW (window));
    prn_window_set_document (window, document);
    prn_map_page_go_to (window->tab->map_page, "wins");
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    settle ();
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 900);
    picture (GTK_WIDGET (window), k == 0 ? "small" : "small-rtl");
    assert_uncovers (window->tab->map_page);
    gtk_window_destroy (GTK_WINDOW (window));
    settle ();
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* A row for each letter, which is its id; all say the same. */
static GListModel *
rows_of (const char *ids, const char *title)
{
  GListStore *rows = g_list_store_new (PRN_TYPE_PANEL_ROW);

  for (const char *id = ids; *id != '\0'; id++) {
    const char name[] = { *id, '\0' };

    prn_panel_row_add (rows, PRN_PANEL_ROW_ELEMENT, name, title, NULL, NULL);
  }
  return G_LIST_MODEL (rows);
}

/* Whatever rows come, go or say something else, what is selected stays so while it has a row. */
static void
test_rows (void)
{
  static const struct {
    const char *ids, *title;
    const char *selected; /* after that */
  } steps[] = {
    { "abcdef", "One", "d" }, { "abcdef", "Two", "d" },  { "abXdef", "Two", "d" },
    { "Yabdef", "Two", "d" }, { "abd", "Two", "d" },     { "dab", "Two", "d" },
    { "dabcdef", "Two", "d" }, { "abc", "Two", NULL },   { NULL, NULL, NULL },
    { "abcdef", "One", NULL },
  };
  GtkWidget *list = g_object_ref_sink (prn_panel_list_new ("Rows"));
  g_autoptr (GListModel) first = rows_of ("abcdef", "One");

  prn_panel_list_set_rows (PRN_PANEL_LIST (list), first);
  prn_panel_list_set_selected (PRN_PANEL_LIST (list), "d");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GListModel) rows =
        steps[i].ids != NULL ? rows_of (steps[i].ids, steps[i].title) : NULL;

    prn_panel_list_set_rows (PRN_PANEL_LIST (list), rows);
    g_assert_cmpstr (prn_panel_list_get_selected (PRN_PANEL_LIST (list)), ==, steps[i].selected);
  }
  g_object_unref (list);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = prn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_set_default (G_APPLICATION (application));

  g_test_add_func ("/navigator/order", test_order);
  g_test_add_func ("/navigator/add", test_add);
  g_test_add_func ("/navigator/problems", test_problems);
  g_test_add_func ("/navigator/palette", test_palette);
  g_test_add_func ("/navigator/preferences", test_preferences);
  g_test_add_func ("/navigator/small", test_small);
  g_test_add_func ("/navigator/rows", test_rows);
  return g_test_run ();
}
