/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas in a window, driven by its actions and by the signals of its controllers, since GTK 4
 * has no way to make events. */

#include <math.h>
#include <string.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-map-file.h"
#include "prn-minimap.h"

typedef struct {
  GtkWidget *window;
  PrnCanvas *canvas;
  PrnDocument *document;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  g_autoptr (PrnScene) scene =
      prn_scene_update (prn_canvas_get_scene (fixture->canvas),
                        prn_document_get_map (fixture->document), NULL, NULL);

  prn_canvas_set_scene (fixture->canvas, scene);
}

static PrnMap *
two_stages (void)
{
  static const char *const text =
      "{\"format\":\"perennial-map\",\"version\":1,"
      "\"stages\":[{\"id\":\"a\",\"name\":\"A\",\"position\":{\"x\":0,\"y\":0}},"
      "{\"id\":\"b\",\"name\":\"B\",\"position\":{\"x\":400,\"y\":0}}],"
      "\"events\":[{\"id\":\"e\",\"name\":\"Signed up\",\"stage\":\"a\"}],"
      "\"triggers\":[{\"id\":\"t\",\"from\":\"a\",\"to\":\"b\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) map = two_stages ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->document = prn_document_new (map);
  fixture->canvas = PRN_CANVAS (prn_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  prn_canvas_set_document (fixture->canvas, fixture->document);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
  changed_cb (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
}

static PrnMap *
map_of (Fixture *fixture)
{
  return prn_document_get_map (fixture->document);
}

static void
activate (Fixture *fixture, const char *action, const char *target)
{
  g_test_message ("%s %s", action, target != NULL ? target : "");
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
  settle ();
}

static void
select_ids (Fixture *fixture, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  prn_selection_set (prn_canvas_get_selection (fixture->canvas), (const char *const *) words);
}

/* The name field, while one is open. */
static GtkEditable *
name_field (Fixture *fixture)
{
  GtkWidget *editor = fixture->canvas->name_editor;

  return editor != NULL ? GTK_EDITABLE (gtk_widget_get_first_child (editor)) : NULL;
}

static GtkEventController *
controller_of (GtkWidget *widget, GType type, guint nth)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_OBJECT_TYPE (controller) == type && nth-- == 0)
      return controller;
  }
  return NULL;
}

/* A key as the field gets it before anybody else. */
static void
press_key (GtkWidget *widget, guint keyval)
{
  gboolean handled = FALSE;

  for (guint i = 0; !handled; i++) {
    GtkEventController *keys = controller_of (widget, GTK_TYPE_EVENT_CONTROLLER_KEY, i);

    g_assert_nonnull (keys);
    if (gtk_event_controller_get_propagation_phase (keys) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (keys, "key-pressed", keyval, 0, 0, &handled);
  }
  settle ();
}

/* The gesture of everything that is dragged with the first button. */
static GtkEventController *
drag_gesture (Fixture *fixture)
{
  for (guint i = 0;; i++) {
    GtkEventController *found =
        controller_of (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG, i);

    g_assert_nonnull (found);
    if (gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (found)) == GDK_BUTTON_PRIMARY)
      return found;
  }
}

/* A drag from one point of the map to another, dropped, or broken off before. */
static void
drag (Fixture *fixture, PrnSpot from, PrnSpot to, gboolean drops)
{
  GtkEventController *gesture = drag_gesture (fixture);
  double x, y, to_x, to_y;

  prn_viewport_to_view (&fixture->canvas->viewport, from.x, from.y, &x, &y);
  prn_viewport_to_view (&fixture->canvas->viewport, to.x, to.y, &to_x, &to_y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", (to_x - x) / 2, (to_y - y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", to_x - x, to_y - y);
  gtk_test_widget_wait_for_draw (fixture->window);
  if (!drops)
    activate (fixture, "canvas.deselect", NULL);
  g_signal_emit_by_name (gesture, "drag-end", to_x - x, to_y - y);
  settle ();
}

static const PrnStage *
stage (Fixture *fixture, const char *id)
{
  const PrnStage *found = prn_map_lookup (map_of (fixture), id);

  g_assert_nonnull (found);
  return found;
}

/* A name that is typed at once is what the id is made of, and it is all one step. */
static void
test_new_stage (Fixture *fixture, gconstpointer data)
{
  PrnMap *before = map_of (fixture);

  activate (fixture, "canvas.new-stage", NULL);
  g_assert_nonnull (name_field (fixture));
  g_assert_cmpstr (gtk_editable_get_text (name_field (fixture)), ==, "Stage");
  gtk_editable_set_text (name_field (fixture), "Free trial");
  press_key (fixture->canvas->name_editor, GDK_KEY_Return);

  g_assert_null (name_field (fixture));
  g_assert_cmpstr (prn_canvas_get_selected (fixture->canvas), ==, "free-trial");
  g_assert_cmpuint (prn_map_n (map_of (fixture), PRN_KIND_STAGE), ==, 3);
  g_assert_cmpstr (prn_document_get_undo_name (fixture->document), ==, "New Stage");
  prn_document_undo (fixture->document);
  g_assert_true (map_of (fixture) == before);
}

/* Where the pointer is, or the middle of the view, is soon taken. */
static void
test_new_stages_find_room (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 6; i++) {
    activate (fixture, "canvas.new-stage", NULL);
    press_key (fixture->canvas->name_editor, GDK_KEY_Return);
  }

  g_assert_cmpuint (prn_map_n (map_of (fixture), PRN_KIND_STAGE), ==, 8);
  for (guint i = 0; i < 8; i++)
    for (guint k = 0; k < i; k++) {
      const PrnStage *a = prn_map_nth (map_of (fixture), PRN_KIND_STAGE, i);
      const PrnStage *b = prn_map_nth (map_of (fixture), PRN_KIND_STAGE, k);

      g_assert_true (fabs (a->position.x - b->position.x) >= a->size.w ||
                     fabs (a->position.y - b->position.y) >= a->size.h);
    }
}

static void
test_tab_goes_on (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "b");
  activate (fixture, "canvas.new-linked", "right");
  gtk_editable_set_text (name_field (fixture), "C");
  press_key (fixture->canvas->name_editor, GDK_KEY_Tab);
  gtk_editable_set_text (name_field (fixture), "D");
  press_key (fixture->canvas->name_editor, GDK_KEY_Return);

  g_assert_nonnull (prn_map_lookup (map_of (fixture), "b-to-c"));
  g_assert_nonnull (prn_map_lookup (map_of (fixture), "c-to-d"));
  g_assert_cmpfloat (stage (fixture, "d")->position.x, >, stage (fixture, "c")->position.x);
}

/* Escape takes back what was not named, and leaves a name that was there. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  PrnMap *before = map_of (fixture);

  activate (fixture, "canvas.new-stage", NULL);
  press_key (fixture->canvas->name_editor, GDK_KEY_Escape);
  g_assert_true (map_of (fixture) == before);
  g_assert_false (prn_document_can_undo (fixture->document));
  g_assert_false (prn_document_can_redo (fixture->document));

  select_ids (fixture, "a");
  activate (fixture, "canvas.rename", NULL);
  gtk_editable_set_text (name_field (fixture), "Another");
  press_key (fixture->canvas->name_editor, GDK_KEY_Escape);
  g_assert_true (map_of (fixture) == before);
}

static void
test_commands (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *selected, *action, *target, *step;
  } rows[] = {
    { "a", "canvas.nudge", "right", "Move" },
    { "a", "canvas.nudge", "far-down", "Move" },
    { "a", "canvas.grow", "right", "Resize" },
    { "a", "canvas.duplicate", NULL, "Duplicate" },
    { "a", "canvas.delete", NULL, "Delete A" },
    { "t", "canvas.delete", NULL, "Delete A → B" },
    { "a b", "canvas.delete", NULL, "Delete 2 elements" },
    { "a b", "canvas.connect", NULL, "New Trigger" },
    { "a", "canvas.loop", NULL, "New Trigger" },
    { "a", "canvas.cut", NULL, "Cut" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnMap *before = map_of (fixture);

    select_ids (fixture, rows[i].selected);
    activate (fixture, rows[i].action, rows[i].target);
    g_assert_true (map_of (fixture) != before);
    g_assert_cmpstr (prn_document_get_undo_name (fixture->document), ==, rows[i].step);
    prn_document_undo (fixture->document);
    g_assert_true (map_of (fixture) == before);
  }
}

/* Nothing is changed by hand in a canvas that only shows. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  PrnMap *before = map_of (fixture);

  prn_canvas_set_editable (fixture->canvas, FALSE);
  select_ids (fixture, "a");
  g_assert_false (prn_canvas_can (fixture->canvas, "canvas.delete"));
  g_assert_false (prn_canvas_can (fixture->canvas, "canvas.new-stage"));
  drag (fixture, (PrnSpot){ 100, 20 }, (PrnSpot){ 100, 300 }, TRUE);
  g_assert_true (map_of (fixture) == before);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  PrnMap *before = map_of (fixture);

  select_ids (fixture, "a");
  activate (fixture, "canvas.lock", NULL);
  g_assert_false (prn_canvas_can (fixture->canvas, "canvas.delete"));
  drag (fixture, (PrnSpot){ 100, 20 }, (PrnSpot){ 100, 300 }, TRUE);
  g_assert_true (map_of (fixture) == before);
  select_ids (fixture, "a");
  activate (fixture, "canvas.unlock", NULL);
  g_assert_true (prn_canvas_can (fixture->canvas, "canvas.delete"));
}

static void
test_drag_moves (Fixture *fixture, gconstpointer data)
{
  PrnMap *before = map_of (fixture);

  drag (fixture, (PrnSpot){ 100, 20 }, (PrnSpot){ 131, 302 }, FALSE);
  g_assert_true (map_of (fixture) == before);
  drag (fixture, (PrnSpot){ 100, 20 }, (PrnSpot){ 131, 302 }, TRUE);
  g_assert_cmpfloat (stage (fixture, "a")->position.x, ==, 32); /* on the grid of 8 */
  g_assert_cmpfloat (stage (fixture, "a")->position.y, ==, 280);
  g_assert_cmpstr (prn_document_get_undo_name (fixture->document), ==, "Move");
}

/* Where a handle of what is selected is, in map units. */
static PrnSpot
handle_spot (Fixture *fixture, PrnHandleKind kind, guint number)
{
  g_autoptr (GArray) handles = prn_canvas_handles (fixture->canvas);

  for (guint i = 0; i < handles->len; i++) {
    const PrnHandle *handle = &g_array_index (handles, PrnHandle, i);
    PrnSpot spot;

    if (handle->kind != kind || (kind == PRN_HANDLE_LINK ? handle->side : handle->index) != number)
      continue;
    prn_viewport_to_map (&fixture->canvas->viewport, handle->x, handle->y, &spot.x, &spot.y);
    return spot;
  }
  g_assert_not_reached ();
}

static void
test_drag_links (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "b");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_LINK, PRN_SIDE_BOTTOM), (PrnSpot){ 100, 20 },
        TRUE);
  g_assert_nonnull (prn_map_lookup (map_of (fixture), "b-to-a"));

  /* On the ground it makes the next stage. */
  select_ids (fixture, "b");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_LINK, PRN_SIDE_BOTTOM), (PrnSpot){ 500, 300 },
        TRUE);
  g_assert_nonnull (name_field (fixture));
  gtk_editable_set_text (name_field (fixture), "C");
  press_key (fixture->canvas->name_editor, GDK_KEY_Return);
  g_assert_nonnull (prn_map_lookup (map_of (fixture), "b-to-c"));
  g_assert_cmpfloat (stage (fixture, "c")->position.x, ==, 400);
}

static void
test_drag_rewires_and_bends (Fixture *fixture, gconstpointer data)
{
  const PrnTrigger *trigger;

  select_ids (fixture, "t");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_WAY, 0), (PrnSpot){ 300, 200 }, TRUE);
  trigger = prn_map_lookup (map_of (fixture), "t");
  g_assert_cmpuint (trigger->route.n, ==, 1);
  g_assert_cmpfloat (trigger->route.items[0].y, ==, 200);

  select_ids (fixture, "t");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_END, 1), (PrnSpot){ 100, 20 }, TRUE);
  trigger = prn_map_lookup (map_of (fixture), "t");
  g_assert_cmpstr (trigger->to, ==, "a");
  g_assert_cmpuint (trigger->route.n, ==, 0);
}

static void
test_drag_resizes (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "b");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_CORNER, 2), (PrnSpot){ 640, 160 }, TRUE);
  g_assert_cmpfloat (stage (fixture, "b")->size.w, ==, 240);
  g_assert_cmpfloat (stage (fixture, "b")->position.x, ==, 400);
}

/* Of several the others grow by as much. */
static void
test_drag_resizes_several (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "a b");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_CORNER, 2), (PrnSpot){ 640, 160 }, TRUE);
  g_assert_cmpfloat (stage (fixture, "b")->size.w, ==, 240);
  g_assert_cmpfloat (stage (fixture, "a")->size.w, ==, 240);
  g_assert_cmpfloat (stage (fixture, "a")->size.h, ==, stage (fixture, "b")->size.h);
  g_assert_cmpfloat (stage (fixture, "a")->position.x, ==, 0);
  prn_document_undo (fixture->document);
  g_assert_cmpfloat (stage (fixture, "a")->size.w, ==, 200);
  g_assert_cmpfloat (stage (fixture, "b")->size.w, ==, 200);
}

/* What is held at the edge of the view goes on, and the view with it. */
static void
test_drag_scrolls (Fixture *fixture, gconstpointer data)
{
  GtkEventController *gesture = drag_gesture (fixture);
  const PrnViewport *viewport = prn_canvas_viewport (fixture->canvas);
  double x, y, before;

  prn_canvas_zoom_to (fixture->canvas, 2);
  prn_canvas_reveal (fixture->canvas, "a");
  settle ();
  before = viewport->x;
  prn_viewport_to_view (viewport, 100, 20, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 40.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", viewport->width + 20 - x, 0.0);
  for (guint i = 0; i < 10; i++) {
    gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
    gtk_test_widget_wait_for_draw (fixture->window);
  }
  g_assert_cmpfloat (viewport->x, >, before);
  g_signal_emit_by_name (gesture, "drag-end", viewport->width + 20 - x, 0.0);
  settle ();
  prn_viewport_to_map (viewport, viewport->width, 0, &x, &y);
  g_assert_cmpfloat (stage (fixture, "a")->position.x, >, x - 250);
  before = viewport->x;
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (viewport->x, ==, before);
}

static void
test_drag_takes_an_event (Fixture *fixture, gconstpointer data)
{
  const PrnItem *chip = prn_canvas_find (fixture->canvas, "e");
  const PrnEvent *event;

  drag (fixture,
        (PrnSpot){ chip->handle.x + chip->handle.w / 2, chip->handle.y + chip->handle.h / 2 },
        (PrnSpot){ 500, 20 }, TRUE);
  event = prn_map_lookup (map_of (fixture), "e");
  g_assert_cmpstr (event->stage, ==, "b");
}

static const PrnCondition *
condition (Fixture *fixture, const char *trigger)
{
  return ((const PrnTrigger *) prn_map_lookup (map_of (fixture), trigger))->when;
}

/* On the line of a trigger it fires it. */
static void
test_drag_causes (Fixture *fixture, gconstpointer data)
{
  const PrnItem *chip = prn_canvas_find (fixture->canvas, "e");

  drag (fixture,
        (PrnSpot){ chip->handle.x + chip->handle.w / 2, chip->handle.y + chip->handle.h / 2 },
        (PrnSpot){ 300, 48 }, TRUE);
  g_assert_cmpint (condition (fixture, "t")->kind, ==, PRN_CONDITION_EVENT);
  g_assert_cmpstr (condition (fixture, "t")->ref, ==, "e");
  g_assert_cmpstr (((const PrnEvent *) prn_map_lookup (map_of (fixture), "e"))->stage, ==, "a");
  g_assert_cmpstr (prn_canvas_get_selected (fixture->canvas), ==, "t");
  g_assert_cmpstr (prn_document_get_undo_name (fixture->document), ==, "Set Condition");
}

/* A trigger just drawn has conditions beside it, until one is taken or something else is selected. */
static void
test_ready (Fixture *fixture, gconstpointer data)
{
  PrnMap *drawn;

  g_assert_null (fixture->canvas->ready_for);
  select_ids (fixture, "b");
  drag (fixture, handle_spot (fixture, PRN_HANDLE_LINK, PRN_SIDE_BOTTOM), (PrnSpot){ 100, 20 },
        TRUE);
  g_assert_cmpstr (fixture->canvas->ready_for, ==, "b-to-a");
  g_assert_true (gtk_widget_get_visible (fixture->canvas->ready_bubble));
  drawn = map_of (fixture);
  activate (fixture, "canvas.take-ready", "1");
  g_assert_cmpstr (condition (fixture, "b-to-a")->ref, ==, "a-2");
  g_assert_cmpstr (((const PrnEvent *) prn_map_lookup (map_of (fixture), "a-2"))->stage, ==, "b");
  g_assert_null (fixture->canvas->ready_for);
  g_assert_false (prn_canvas_can (fixture->canvas, "canvas.take-ready"));
  prn_document_undo (fixture->document); /* the event and the condition are one step */
  g_assert_true (map_of (fixture) == drawn);

  /* Without a bubble the key is good for it as well. */
  select_ids (fixture, "t");
  g_assert_null (fixture->canvas->ready_for);
  activate (fixture, "canvas.take-ready", "3");
  g_assert_cmpint (condition (fixture, "t")->kind, ==, PRN_CONDITION_DWELL);

  select_ids (fixture, "b a");
  activate (fixture, "canvas.connect", NULL);
  g_assert_nonnull (fixture->canvas->ready_for);
  select_ids (fixture, "a");
  g_assert_null (fixture->canvas->ready_for);
}

static void
test_drag_selects (Fixture *fixture, gconstpointer data)
{
  PrnSelection *selection = prn_canvas_get_selection (fixture->canvas);

  drag (fixture, (PrnSpot){ -60, -60 }, (PrnSpot){ 650, 150 }, TRUE);
  g_assert_true (prn_selection_contains (selection, "a"));
  g_assert_true (prn_selection_contains (selection, "b"));
  drag (fixture, (PrnSpot){ -60, 250 }, (PrnSpot){ 650, 300 }, TRUE);
  g_assert_cmpuint (prn_selection_get_n (selection), ==, 0);
}

/* What was copied here is pasted here, under ids of its own. */
static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  select_ids (fixture, "a b");
  activate (fixture, "canvas.copy", NULL);
  activate (fixture, "canvas.paste", NULL);
  for (guint i = 0; i < 100 && prn_map_n (map_of (fixture), PRN_KIND_STAGE) == 2; i++) {
    g_usleep (10000);
    settle ();
  }
  g_assert_cmpuint (prn_map_n (map_of (fixture), PRN_KIND_STAGE), ==, 4);
  g_assert_cmpuint (prn_map_n (map_of (fixture), PRN_KIND_TRIGGER), ==, 2);
  g_assert_true (prn_selection_contains (prn_canvas_get_selection (fixture->canvas), "a-2"));
}

/* What happened elsewhere while a name was typed is kept. */
static void
test_name_after_another_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) renamed = NULL;

  activate (fixture, "canvas.new-stage", NULL);
  renamed = prn_edit_rename (map_of (fixture), "b", "Other");
  prn_document_apply (fixture->document, renamed, "Rename", NULL);
  gtk_editable_set_text (name_field (fixture), "Free trial");
  prn_canvas_settle (fixture->canvas);
  g_assert_null (name_field (fixture));
  g_assert_cmpstr (stage (fixture, "b")->name, ==, "Other");
  g_assert_cmpstr (stage (fixture, "stage")->name, ==, "Free trial");
}

/* What assistive technology does with one item of the canvas. */
static void
test_item_actions (Fixture *fixture, gconstpointer data)
{
  PrnSelection *selection = prn_canvas_get_selection (fixture->canvas);
  GtkWidget *layer = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
  GtkWidget *first = gtk_widget_get_first_child (layer);
  GtkWidget *last = gtk_widget_get_last_child (layer);

  g_assert_true (gtk_widget_activate_action (first, "item.select", NULL));
  g_assert_cmpuint (prn_selection_get_n (selection), ==, 1);
  g_assert_true (gtk_widget_activate_action (last, "item.select-too", NULL));
  g_assert_cmpuint (prn_selection_get_n (selection), ==, 2);
  g_assert_true (gtk_widget_activate_action (first, "item.rename", NULL));
  g_assert_cmpuint (prn_selection_get_n (selection), ==, 1);
  g_assert_nonnull (name_field (fixture));
}

/* What was made in haste is made well once it has been seen. */
static void
test_haste_is_settled (Fixture *fixture, gconstpointer data)
{
  static const PrnSceneOptions hasty = { .hasty = TRUE };
  g_autoptr (PrnScene) scene = prn_scene_new (map_of (fixture), NULL, &hasty);

  g_assert_cmpuint (prn_scene_n_unsettled (scene), >, 0);
  prn_canvas_set_scene (fixture->canvas, scene);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  gtk_test_widget_wait_for_draw (fixture->window);
  while (prn_canvas_get_scene (fixture->canvas) == scene)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (prn_scene_n_unsettled (prn_canvas_get_scene (fixture->canvas)), ==, 0);
}

/* Where nobody placed the stages, the first edit of anything leaves them where they were seen. */
static void
test_first_edit_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PrnMap) unplaced = prn_map_new ("Unplaced");
  g_autoptr (PrnDocument) document = NULL;
  PrnSpot seen[2];

  for (guint i = 0; i < 2; i++) {
    PrnElement *added = prn_element_new (PRN_KIND_STAGE, i == 0 ? "a" : "b");
    PrnMap *more = prn_map_with (unplaced, added);

    prn_element_unref (added);
    prn_map_unref (unplaced);
    unplaced = more;
  }
  document = prn_document_new (unplaced);
  g_signal_handlers_disconnect_by_data (fixture->document, fixture);
  g_set_object (&fixture->document, document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), fixture);
  prn_canvas_set_document (fixture->canvas, document);
  changed_cb (fixture);
  for (guint i = 0; i < 2; i++) {
    const PrnItem *item = prn_canvas_find (fixture->canvas, i == 0 ? "a" : "b");

    seen[i] = (PrnSpot){ item->handle.x, item->handle.y };
  }

  select_ids (fixture, "a");
  activate (fixture, "canvas.rename", NULL);
  gtk_editable_set_text (name_field (fixture), "First");
  press_key (fixture->canvas->name_editor, GDK_KEY_Return);
  g_assert_cmpstr (stage (fixture, "a")->name, ==, "First");
  g_assert_cmpfloat (stage (fixture, "a")->position.x, ==, seen[0].x);
  g_assert_cmpfloat (stage (fixture, "b")->position.x, ==, seen[1].x);
  g_assert_cmpfloat (stage (fixture, "b")->position.y, ==, seen[1].y);
  prn_document_undo (document);
  g_assert_true (map_of (fixture) == unplaced);
}

/* A finger that rests opens the menu of what is under it. */
static void
test_long_press (Fixture *fixture, gconstpointer data)
{
  GtkEventController *press =
      controller_of (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_LONG_PRESS, 0);
  g_autoptr (GMenu) menu = g_menu_new ();
  double x, y;

  g_menu_append (menu, "Delete", "canvas.delete");
  prn_canvas_set_menu (fixture->canvas, G_MENU_MODEL (menu));
  prn_viewport_to_view (prn_canvas_viewport (fixture->canvas), 500, 20, &x, &y);
  g_signal_emit_by_name (press, "pressed", x, y);
  settle ();
  g_assert_cmpstr (prn_canvas_get_selected (fixture->canvas), ==, "b");
  g_assert_nonnull (fixture->canvas->context_menu);
  g_assert_true (gtk_widget_get_mapped (fixture->canvas->context_menu));
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->context_menu));
  settle ();
}

/* A press on the minimap brings that place to the middle of the view. */
static void
test_minimap (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scrolled = g_object_ref (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GtkWidget *minimap = prn_minimap_new (fixture->canvas);
  const PrnViewport *viewport = prn_canvas_viewport (fixture->canvas);
  GtkEventController *gesture;
  double x, y;

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), minimap);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  g_object_unref (scrolled);
  settle ();
  prn_canvas_zoom_to (fixture->canvas, 4);
  for (guint i = 0; i < 20 && !gtk_widget_get_mapped (minimap); i++)
    settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  g_assert_true (gtk_widget_get_mapped (minimap));

  gesture = controller_of (minimap, GTK_TYPE_GESTURE_DRAG, 0);
  g_signal_emit_by_name (gesture, "drag-begin", gtk_widget_get_width (minimap) / 2.0,
                         gtk_widget_get_height (minimap) / 2.0);
  prn_viewport_to_map (viewport, viewport->width / 2, viewport->height / 2, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, viewport->content.x + viewport->content.w / 2, 2);
  g_assert_cmpfloat_with_epsilon (y, viewport->content.y + viewport->content.h / 2, 2);

  prn_canvas_zoom_to_fit (fixture->canvas);
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  g_assert_false (gtk_widget_get_visible (minimap));
}

/* Stages move to where a layout puts them, and in the end they are there. */
static void
test_layout_moves (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  drag (fixture, (PrnSpot){ 500, 20 }, (PrnSpot){ 480, 420 }, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.lay-out",
                                             NULL));
  g_assert_nonnull (fixture->canvas->transition);
  for (guint i = 0; i < 500 && fixture->canvas->transition != NULL; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_null (fixture->canvas->transition);
  g_assert_cmpfloat (stage (fixture, "b")->position.y, <, 400);
  g_object_set (settings, "gtk-enable-animations", animations, NULL);
}

/* The program closing in the middle of a gesture. */
static void
test_gone_in_a_gesture (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "canvas.new-stage", NULL);
  prn_canvas_set_document (fixture->canvas, NULL);
  g_assert_null (name_field (fixture));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/canvas/edit/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-stage", test_new_stage);
  ADD ("new-stages-find-room", test_new_stages_find_room);
  ADD ("tab-goes-on", test_tab_goes_on);
  ADD ("escape", test_escape);
  ADD ("commands", test_commands);
  ADD ("read-only", test_read_only);
  ADD ("lock", test_lock);
  ADD ("drag/moves", test_drag_moves);
  ADD ("drag/links", test_drag_links);
  ADD ("drag/rewires-and-bends", test_drag_rewires_and_bends);
  ADD ("drag/resizes", test_drag_resizes);
  ADD ("drag/resizes-several", test_drag_resizes_several);
  ADD ("drag/scrolls", test_drag_scrolls);
  ADD ("drag/event", test_drag_takes_an_event);
  ADD ("drag/cause", test_drag_causes);
  ADD ("ready", test_ready);
  ADD ("drag/selects", test_drag_selects);
  ADD ("clipboard", test_clipboard);
  ADD ("name-after-another-step", test_name_after_another_step);
  ADD ("item-actions", test_item_actions);
  ADD ("haste-is-settled", test_haste_is_settled);
  ADD ("first-edit-places", test_first_edit_places);
  ADD ("long-press", test_long_press);
  ADD ("minimap", test_minimap);
  ADD ("layout-moves", test_layout_moves);
  ADD ("gone-in-a-gesture", test_gone_in_a_gesture);
#undef ADD

  return g_test_run ();
}
