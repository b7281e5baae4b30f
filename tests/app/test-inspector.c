/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector in process: every member of the format has a labelled control, and setting it there
 * sets it in the map.
 *
 * With PERENNIAL_TEST_PICTURES naming a folder, pictures of the pages are written into it. */

#include <string.h>

#include "everything.h"
#include "names.h"
#include "prn-application.h"
#include "prn-edit-id.h"
#include "prn-edit-member.h"
#include "prn-edit-typed.h"
#include "prn-element-picker.h"
#include "prn-inspector.h"
#include "prn-map-file.h"
#include "prn-swatch.h"
#include "prn-templates.h"
#include "widget-fixture.h"

static GtkWidget *window;
static PrnInspector *inspector;

static PrnDocument *
document_of_everything (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (everything, strlen (everything));
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return prn_document_new (map);
}

static PrnDocument *
document_of_template (const char *id)
{
  g_autoptr (PrnMap) map = prn_template_load (id, NULL);

  g_assert_nonnull (map);
  return prn_document_new (map);
}

static void
show (PrnDocument *document, const char *id)
{
  prn_inspector_set_document (inspector, document);
  prn_inspector_show (inspector, id);
  settle ();
}

/* Of what the inspector shows for a way: the page of the element, the map's, the population's. */
static const char *
page_of (const Setting *row)
{
  if (row->id != NULL)
    return row->id;
  return g_str_has_prefix (row->path, "population") ? PRN_SHOWN_POPULATION : PRN_SHOWN_MAP;
}

static void
set_entry (GtkWidget *entry, const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
pick (GtkWidget *button, const char *id)
{
  GtkWidget *list;
  GListModel *rows;

  /* Into view first: a list needs a place on the screen. */
  gtk_widget_grab_focus (button);
  gtk_test_widget_wait_for_draw (window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  list = find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                      GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (GtkStringObject) item = g_list_model_get_item (rows, i);

    if (g_str_equal (gtk_string_object_get_string (item), id)) {
      g_signal_emit_by_name (list, "activate", i);
      return;
    }
  }
  g_assert_not_reached ();
}

/* Takes every chip away. */
static void
clear_chips (PrnField *field)
{
  for (;;) {
    GtkWidget *chips = find_widget (GTK_WIDGET (field), g_type_from_name ("PrnWrapBox"));
    GtkWidget *cross = find_widget (chips, GTK_TYPE_BUTTON);

    if (cross == NULL)
      return;
    g_signal_emit_by_name (cross, "clicked");
    settle ();
  }
}

static void
set_chips (PrnField *field, const PrnSlot *wanted)
{
  g_autofree char *path = g_strdup (prn_field_get_path (field));

  clear_chips (field);
  for (guint i = 0; i < prn_slot_count (wanted); i++) {
    PrnSlot item = { wanted->record, wanted->data, wanted->member, (int) i };
    g_autofree char *typed = prn_typed_from_slot (&item);
    GtkWidget *control;

    /* The page may have been made anew. */
    field = prn_inspector_page_find (prn_inspector_get_page (inspector), path);
    control = prn_field_get_control (field);
    if (GTK_IS_ENTRY (control))
      set_entry (control, typed);
    else
      pick (control, typed);
    settle ();
  }
}

/* Uses the control of a field as a person would. */
static void
use (PrnField *field, const PrnSlot *wanted)
{
  GtkWidget *control = prn_field_get_control (field);
  g_autofree char *typed = NULL;

  if (wanted->index < 0 && prn_slot_is_list (wanted)) {
    set_chips (field, wanted);
    return;
  }
  typed = prn_typed_from_slot (wanted);
  if (GTK_IS_ENTRY (control))
    set_entry (control, typed);
  else if (GTK_IS_TEXT_VIEW (control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), typed, -1);
  else if (GTK_IS_DROP_DOWN (control))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (control), *(guint *) prn_slot_field (wanted));
  else if (GTK_IS_CHECK_BUTTON (control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (control), TRUE);
  else if (GTK_IS_MENU_BUTTON (control))
    pick (control, typed);
  else
    g_assert_not_reached ();
}

/* What has parts has a field for each of them, and no field of its own. */
static gboolean
has_parts (const PrnSlot *slot)
{
  switch (slot->member->type) {
  case PRN_MEMBER_RECORD:
  case PRN_MEMBER_PART:
  case PRN_MEMBER_RECORD_POINTER:
  case PRN_MEMBER_RECORDS:
    return TRUE;
  case PRN_MEMBER_DURATIONS:
    return slot->index < 0;
  default:
    return FALSE;
  }
}

/* A chip is no field; the list of chips is. */
static gboolean
is_chip (const PrnSlot *slot)
{
  return slot->index >= 0 && prn_slot_is_list (slot) && slot->member->type != PRN_MEMBER_DURATIONS;
}

/* What a scenario cannot change of a trigger is not offered for one. */
static const char *
subject_for (const char *path)
{
  if (!g_str_has_prefix (path, "set[0]."))
    return NULL;
  if (g_strv_contains ((const char *const[]){ "of", "share", "delay", "value", "cost", NULL },
                       path + strlen ("set[0].")))
    return NULL;
  return g_strstr_len (path, -1, "per_month") != NULL ? "\"lead\"" : "\"population\"";
}

static PrnDocument *
document_for (const Setting *row)
{
  PrnDocument *document = document_of_everything ();
  const char *subject = subject_for (row->path);

  /* Which bound of a score has the field, a menu before it says. */
  if (g_strcmp0 (row->path, "when.all[3].at_least") == 0) {
    g_autoptr (PrnMap) map =
        prn_edit_set_member (prn_document_get_map (document), row->id, row->path, "50", NULL);

    prn_document_apply (document, map, "Change", NULL);
  }
  if (subject != NULL) {
    g_autoptr (PrnMap) bare =
        prn_edit_set_member (prn_document_get_map (document), row->id, "set[0].share", NULL, NULL);
    g_autoptr (PrnMap) map = prn_edit_set_member (bare, row->id, "set[0].of", subject, NULL);

    g_assert_nonnull (map);
    prn_document_apply (document, map, "Change", NULL);
  }
  return document;
}

static void
test_every_member (void)
{
  guint n_set = 0;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    const Setting *row = &settings[i];
    g_autoptr (PrnDocument) document = document_for (row);
    g_autoptr (PrnMap) wanted =
        prn_edit_set_member (prn_document_get_map (document), row->id, row->path, row->json, NULL);
    g_autofree char *after = NULL;
    PrnField *field;
    PrnSlot slot;

    g_test_message ("%s.%s = %s", row->id, row->path, row->json);
    g_assert_true (prn_slot_find_in_map (&slot, wanted, row->id, row->path));
    if (has_parts (&slot) || is_chip (&slot))
      continue;
    show (document, page_of (row));
    field = prn_inspector_page_find (prn_inspector_get_page (inspector), row->path);
    g_assert_nonnull (field);
    g_assert_cmpstr (prn_field_get_path (field), ==, row->path);
    g_assert_cmpstr (prn_field_get_label (field), !=, "");
    g_assert_true (gtk_test_accessible_has_property (
        GTK_ACCESSIBLE (prn_field_get_control (field)), GTK_ACCESSIBLE_PROPERTY_LABEL));

    if (slot.member->type == PRN_MEMBER_COLOR && row->json[1] != '#') {
      /* By its swatch; others are typed. */
      GtkWidget *swatch = find_widget (GTK_WIDGET (field), PRN_TYPE_SWATCH);
      g_autofree char *name = prn_typed_from_slot (&slot);

      while (swatch != NULL && (!PRN_IS_SWATCH (swatch) ||
                                g_strcmp0 (prn_swatch_get_color (PRN_SWATCH (swatch)), name) != 0))
        swatch = gtk_widget_get_next_sibling (swatch);
      g_assert_nonnull (swatch);
      g_signal_emit_by_name (swatch, "clicked");
    } else {
      use (field, &slot);
    }
    settle ();
    after = prn_edit_get_member (prn_document_get_map (document), row->id, row->path);
    g_assert_cmpstr (after != NULL ? after : "[]", ==, row->json);
    /* Undone, the map is the one before. */
    while (prn_document_can_undo (document))
      prn_document_undo (document);
    settle ();
    n_set++;
  }
  g_assert_cmpuint (n_set, >, 90);
  prn_inspector_set_document (inspector, NULL);
}

/* Everything that is not set in a field: lists grow and shrink, delays and conditions begin, change
 * their kind and end. */
static void
test_parts (void)
{
  static const struct {
    const char *id;
    const char *action;
    const char *parameter;
    const char *path;
    const char *becomes;
  } rows[] = {
    { "weib", "condition.kind", "('when', 0)", "when", "{\"event\": \"ping\"}" },
    { "weib", "condition.kind", "('when', 1)", "when", "{\"inactive\": \"14d\"}" },
    { "weib", "condition.kind", "('when', 3)", "when", "{\"score\": \"health\", \"at_least\": 50}" },
    { "weib", "condition.kind", "('when', 5)", "when", "{\"segment\": \"big\"}" },
    { "weib", "condition.kind", "('when', 6)", "when", "{\"all\": [{\"dwell\": \"14d\"}]}" },
    { "wins", "condition.kind", "('when.all[2]', 1)", "when.all[2]", "{\"inactive\": \"1d\"}" },
    { "wins", "condition.and", "'when.all[2]'", "when.all[2]",
      "{\"all\": [{\"dwell\": \"1d\"}, {\"dwell\": \"14d\"}]}" },
    { "wins", "condition.or", "'when.all[2]'", "when.all[2]",
      "{\"any\": [{\"dwell\": \"1d\"}, {\"dwell\": \"14d\"}]}" },
    { "wins", "condition.wrap", "'when.all[2]'", "when.all[2]", "{\"all\": [{\"dwell\": \"1d\"}]}" },
    { "wins", "condition.unwrap", "'when.all[6]'", "when.all[6]", "{\"dwell\": \"2d\"}" },
    { "wins", "condition.unwrap", "'when'", "when", "{\"event\": \"ping\"}" },
    { "wins", "item.remove", "'when.all[0]'", "when.all[0]", "{\"inactive\": \"1w\"}" },
    { "wins", "item.down", "'when.all[0]'", "when.all[0]", "{\"inactive\": \"1w\"}" },
    { "wins", "item.up", "'by_segment[1]'", "by_segment[0]", "{\"segment\": \"small\"}" },
    { "wins", "item.add", "('by_segment', '{\"segment\": \"big\"}')", "by_segment[2]",
      "{\"segment\": \"big\"}" },
    { "wins", "member.set", "('delay', '')", "delay", NULL },
    { "wins", "member.set", "('when', '')", "when", NULL },
    { "big", "item.add", "('where', '{\"column\": \"x\", \"op\": \"exists\"}')", "where[1]",
      "{\"column\": \"x\", \"op\": \"exists\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnDocument) document = document_of_everything ();
    g_autoptr (GVariant) parameter = g_variant_parse (NULL, rows[i].parameter, NULL, NULL, NULL);
    g_autofree char *becomes = NULL;

    g_test_message ("%s: %s %s", rows[i].id, rows[i].action, rows[i].parameter);
    show (document, rows[i].id);
    g_assert_true (gtk_widget_activate_action_variant (
        GTK_WIDGET (prn_inspector_get_page (inspector)), rows[i].action, parameter));
    settle ();
    becomes = prn_edit_get_member (prn_document_get_map (document), rows[i].id, rows[i].path);
    g_assert_cmpstr (becomes, ==, rows[i].becomes);
  }
  prn_inspector_set_document (inspector, NULL);
}

static GtkWidget *
find_menu (GtkWidget *root, const char *path, guint n_items)
{
  GtkWidget *found = NULL;

  if (GTK_IS_DROP_DOWN (root) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (root), "prn-path"), path) == 0 &&
      g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (root))) == n_items)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child, path, n_items);
  return found;
}

/* A delay becomes another kind and keeps about its median; a score's bound changes sides. */
static void
test_menus (void)
{
  static const struct {
    const char *path;
    guint n_items, chosen;
    const char *becomes;
  } rows[] = {
    { "delay", 8, 1, "{\"fixed\": \"4d\"}" },
    { "delay", 8, 2, "{\"uniform\": [\"2d\", \"6d\"]}" },
    { "delay", 8, 3, "{\"triangular\": [\"2d\", \"4d\", \"10d\"]}" },
    { "delay", 8, 4, "{\"exponential\": \"6d\"}" },
    { "delay", 8, 6, "{\"weibull\": {\"scale\": \"5d\", \"shape\": 1.5}}" },
    { "delay", 8, 7, "{\"empirical\": [\"2d\", \"4d\", \"10d\"]}" },
    { "delay", 8, 0, NULL },
    { "when.all[3]", 2, 0, "{\"score\": \"health\", \"at_least\": 5}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnDocument) document = document_of_everything ();
    g_autofree char *becomes = NULL;
    GtkWidget *menu;

    show (document, "wins");
    menu = find_menu (GTK_WIDGET (inspector), rows[i].path, rows[i].n_items);
    g_assert_nonnull (menu);
    gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), rows[i].chosen);
    settle ();
    becomes = prn_edit_get_member (prn_document_get_map (document), "wins", rows[i].path);
    g_assert_cmpstr (becomes, ==, rows[i].becomes);
  }
  prn_inspector_set_document (inspector, NULL);
}

/* A wrong value is refused in words, stays where it was typed, and leaves the map as it was. */
static void
test_refusal (void)
{
  g_autoptr (PrnDocument) document = document_of_everything ();
  PrnMap *before = prn_document_get_map (document);
  PrnField *field;
  GtkWidget *entry;

  show (document, "wins");
  field = prn_inspector_page_find (prn_inspector_get_page (inspector), "share");
  entry = prn_field_get_control (field);
  gtk_editable_set_text (GTK_EDITABLE (entry), "13");
  g_assert_cmpfloat (((const PrnTrigger *) prn_map_lookup (prn_document_get_map (document), "wins"))->share,
                     ==, 0.13);
  g_assert_cmpstr (prn_document_get_undo_name (document), ==, "Change share of Wins");
  set_entry (entry, "130");
  g_assert_cmpstr (prn_field_get_refusal (field), ==, "Expected 0 % to 100 %");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "130");
  g_assert_true (prn_document_get_map (document) == before);
  g_assert_false (prn_document_can_undo (document));

  set_entry (entry, "12,5");
  g_assert_null (prn_field_get_refusal (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12.5");
  prn_document_undo (document);
  g_assert_true (prn_document_get_map (document) == before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  prn_inspector_set_document (inspector, NULL);
}

/* What is missing from a list of elements is made on the way, in the same step. */
static void
test_new_reference (void)
{
  static const struct {
    const char *id, *path;
    PrnKind kind;
    const char *becomes;
  } rows[] = {
    { "wins", "when.all[0].event", PRN_KIND_EVENT, "\"called-us\"" },
    { "wins", "when.all[3].score", PRN_KIND_SCORE, "\"called-us\"" },
    { "wins", "when.all[5].segment", PRN_KIND_SEGMENT, "\"called-us\"" },
    { "wins", "when.all[1].events", PRN_KIND_EVENT, "[\"called-us\"]" },
    { "lead", "enter.event", PRN_KIND_EVENT, "\"called-us\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnDocument) document = document_of_everything ();
    PrnMap *before = prn_document_get_map (document), *after;
    g_autofree char *becomes = NULL;
    const PrnEvent *event;

    show (document, rows[i].id);
    prn_field_refer_to_new (prn_inspector_page_find (prn_inspector_get_page (inspector),
                                                     rows[i].path),
                            rows[i].kind, "Called us");
    settle ();
    after = prn_document_get_map (document);
    becomes = prn_edit_get_member (after, rows[i].id, rows[i].path);
    g_assert_cmpstr (becomes, ==, rows[i].becomes);
    event = prn_map_lookup (after, "called-us");
    g_assert_cmpint (prn_element_kind (event), ==, rows[i].kind);
    if (rows[i].kind == PRN_KIND_EVENT)
      g_assert_cmpstr (event->stage, ==, "lead");
    prn_document_undo (document);
    g_assert_true (prn_document_get_map (document) == before);
  }
  prn_inspector_set_document (inspector, NULL);
}

/* An element keeps its place and its friends under another id, and is still shown. */
static void
test_id (void)
{
  g_autoptr (PrnDocument) document = document_of_everything ();
  PrnField *field;
  const PrnTrigger *trigger;

  show (document, "lead");
  field = prn_inspector_page_find (prn_inspector_get_page (inspector), "id");
  set_entry (prn_field_get_control (field), "won");
  g_assert_cmpstr (prn_field_get_refusal (field), ==, "Another element has the id “won”");
  set_entry (prn_field_get_control (field), "prospect");
  settle ();
  g_assert_cmpstr (prn_inspector_get_shown (inspector), ==, "prospect");
  g_assert_cmpint (prn_map_index_of (prn_document_get_map (document), PRN_KIND_STAGE, "prospect"), ==,
                   0);
  trigger = prn_map_lookup (prn_document_get_map (document), "wins");
  g_assert_cmpstr (trigger->from, ==, "prospect");
  g_assert_cmpstr (prn_map_get_population (prn_document_get_map (document))->entries.items[0].ref, ==,
                   "prospect");
  prn_inspector_set_document (inspector, NULL);
}

/* Every control of every page is announced; a page of each kind has some. */
static void
test_names (void)
{
  static const char *const pages[] = { PRN_SHOWN_MAP, PRN_SHOWN_POPULATION, "sales", "lead", "ping",
                                       "wins", "weib", "tri", "expo", "fix", "emp", "health", "big",
                                       "reach", "fast", "memo", "slide", "cheap" };
  g_autoptr (PrnDocument) document = document_of_everything ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    show (document, pages[i]);
    /* What is folded as well. */
    prn_inspector_focus (inspector, "id");
    settle ();
    g_test_message ("%s", pages[i]);
    g_assert_cmpuint (assert_named (GTK_WIDGET (inspector)), >=, 4);
  }
  prn_inspector_set_document (inspector, NULL);
}

/* No page asks for more width than a panel has, in either direction of reading. */
static void
test_width (void)
{
  static const char *const pages[] = { PRN_SHOWN_MAP, PRN_SHOWN_POPULATION, "trial", "paying",
                                       "report-made", "has-the-aha", "hits-the-limit", "outgrown",
                                       "health", "teams", "aha-for-40-in-14-d", "aha-note",
                                       "the-trial", "seven-more-days", "yearly-discount" };
  g_autoptr (PrnDocument) document = document_of_template ("saas-trial-to-upgrade");

  for (guint k = 0; k < 3; k++) {
    gtk_widget_set_default_direction (k == 2 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
    adw_style_manager_set_color_scheme (
        adw_style_manager_get_default (),
        k == 1 ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
      g_autofree char *name = NULL;
      int minimum;

      show (document, pages[i]);
      g_assert_cmpstr (prn_inspector_get_shown (inspector), ==, pages[i]);
      gtk_widget_measure (GTK_WIDGET (inspector), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      g_test_message ("%s: %d", pages[i], minimum);
      g_assert_cmpint (minimum, <=, 340);
      name = g_strdup_printf ("inspector-%s%s", pages[i] + (*pages[i] == ':'),
                              (const char *[]){ "", "-dark", "-rtl" }[k]);
      picture (window, name);
    }
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  prn_inspector_set_document (inspector, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (PrnApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = prn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = gtk_window_new ();
  inspector = PRN_INSPECTOR (prn_inspector_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 340, 900);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (inspector));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  g_test_add_func ("/inspector/every-member", test_every_member);
  g_test_add_func ("/inspector/parts", test_parts);
  g_test_add_func ("/inspector/menus", test_menus);
  g_test_add_func ("/inspector/refusal", test_refusal);
  g_test_add_func ("/inspector/new-reference", test_new_reference);
  g_test_add_func ("/inspector/id", test_id);
  g_test_add_func ("/inspector/names", test_names);
  g_test_add_func ("/inspector/width", test_width);
  return g_test_run ();
}
