/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas.h"
#include "prn-map-file.h"
#include "prn-templates.h"

#define WIDTH  800
#define HEIGHT 600

typedef struct {
  GtkWidget *window;
  PrnCanvas *canvas;
  PrnScene *scene;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", &error);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_assert_no_error (error);
  fixture->scene = prn_scene_new (map, NULL, NULL);
  fixture->canvas = PRN_CANVAS (prn_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  prn_canvas_set_scene (fixture->canvas, fixture->scene);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  prn_scene_unref (fixture->scene);
}

/* Waits until everything in view is painted. */
static void
settle (Fixture *fixture)
{
  for (int i = 0; i < 40; i++) {
    gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
    gtk_test_widget_wait_for_draw (fixture->window);
  }
}

static GdkTexture *
picture_of (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->canvas));
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->canvas));
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (
      renderer, gtk_native_get_surface (GTK_NATIVE (fixture->window)), NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_renderer_unrealize (renderer);
  return texture;
}

/* How many pixels differ from the one in the top left corner, which shows the ground. */
static guint
count_ink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  guint ink = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 1; i < (gsize) width * height; i++)
    ink += pixels[i] != pixels[0];
  return ink;
}

static void
test_whole_map_is_fitted (Fixture *fixture, gconstpointer data)
{
  PrnRectangle bounds = prn_scene_bounds (fixture->scene);
  double zoom = prn_canvas_get_zoom (fixture->canvas);

  g_assert_cmpfloat (zoom, <, 1.0);
  g_assert_cmpfloat (bounds.w * zoom, <=, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
  g_assert_cmpfloat (bounds.h * zoom, <=, gtk_widget_get_height (GTK_WIDGET (fixture->canvas)));
}

static void
widen (Fixture *fixture, int width)
{
  gtk_widget_set_size_request (GTK_WIDGET (fixture->canvas), width, -1);
  gtk_widget_set_size_request (gtk_window_get_child (GTK_WINDOW (fixture->window)), width, -1);
  for (int i = 0; i < 3; i++) {
    gtk_widget_queue_draw (fixture->window);
    gtk_test_widget_wait_for_draw (fixture->window);
  }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)), >=, width);
}

/* As long as nobody moves the view, the whole map stays in it, whatever size it gets. */
static void
test_whole_map_stays_fitted (Fixture *fixture, gconstpointer data)
{
  double zoom = prn_canvas_get_zoom (fixture->canvas), moved;

  widen (fixture, WIDTH + 200);
  g_assert_cmpfloat (prn_canvas_get_zoom (fixture->canvas), >, zoom);
  test_whole_map_is_fitted (fixture, data);

  prn_canvas_zoom_by (fixture->canvas, 1.5);
  moved = prn_canvas_get_zoom (fixture->canvas);
  widen (fixture, WIDTH + 400);
  g_assert_cmpfloat (prn_canvas_get_zoom (fixture->canvas), ==, moved);
}

static void
test_map_is_painted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTexture) empty = NULL;

  settle (fixture);
  texture = picture_of (fixture);
  g_assert_cmpuint (count_ink (texture), >, 10000);

  prn_canvas_set_scene (fixture->canvas, NULL);
  settle (fixture);
  empty = picture_of (fixture);
  g_assert_cmpuint (count_ink (empty), ==, 0);
}

/* Tiles are painted for the place they are shown at: a view scrolled away and back is the same. */
static void
test_scrolling_back_is_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkAdjustment) horizontal = NULL;
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) after = NULL;
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  double value;

  prn_canvas_zoom_to (fixture->canvas, 1.0);
  settle (fixture);
  before = picture_of (fixture);

  g_object_get (fixture->canvas, "hadjustment", &horizontal, NULL);
  value = gtk_adjustment_get_value (horizontal);
  gtk_adjustment_set_value (horizontal, value + 333);
  settle (fixture);
  gtk_adjustment_set_value (horizontal, value);
  settle (fixture);
  after = picture_of (fixture);

  a = gdk_texture_save_to_png_bytes (before);
  b = gdk_texture_save_to_png_bytes (after);
  g_assert_true (g_bytes_equal (a, b));
}

static void
count_cb (PrnCanvas *canvas, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->canvas, "notify::selected", G_CALLBACK (count_cb), &count);
  prn_canvas_set_selected (fixture->canvas, "intent");
  g_assert_cmpstr (prn_canvas_get_selected (fixture->canvas), ==, "intent");
  prn_canvas_set_selected (fixture->canvas, "intent");
  g_assert_cmpuint (count, ==, 1);

  /* What is not on the map cannot be selected, nor stay so when the map changes. */
  prn_canvas_set_selected (fixture->canvas, "no-such-thing");
  g_assert_null (prn_canvas_get_selected (fixture->canvas));
  prn_canvas_set_selected (fixture->canvas, "intent");
  prn_canvas_set_scene (fixture->canvas, NULL);
  g_assert_null (prn_canvas_get_selected (fixture->canvas));
}

static void
test_zoom_to_selection (Fixture *fixture, gconstpointer data)
{
  prn_canvas_set_selected (fixture->canvas, "retention");
  prn_canvas_zoom_to_selection (fixture->canvas);
  g_assert_cmpfloat (prn_canvas_get_zoom (fixture->canvas), ==, 2.0);
  prn_canvas_zoom_to_fit (fixture->canvas);
  g_assert_cmpfloat (prn_canvas_get_zoom (fixture->canvas), <, 1.0);
}

/* Each item of the scene is there for assistive technology, with its name. */
static void
test_items_are_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *layer = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
  GtkWidget *child = gtk_widget_get_first_child (layer);
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    const PrnItem *item = prn_scene_item (fixture->scene, n);

    g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)), ==,
                     GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL));
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         item->name);
    n++;
  }
  g_assert_cmpuint (n, ==, prn_scene_n_items (fixture->scene));
}

static GtkAccessible *
find_item (Fixture *fixture, const char *name)
{
  GtkWidget *layer = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (layer); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (prn_scene_item (fixture->scene, n++)->name, name))
      return GTK_ACCESSIBLE (child);
  g_error ("no item %s", name);
}

/* A stage leads to the stages that its triggers lead to, and a trigger to where it ends. */
static void
test_arrows_are_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *conversion = find_item (fixture, "Conversion");
  GtkAccessible *drifts_away = find_item (fixture, "Drifts away");
  GtkAccessible *engagement = find_item (fixture, "Engagement");
  GtkAccessible *retention = find_item (fixture, "Retention");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_test_accessible_assert_relation (conversion, GTK_ACCESSIBLE_RELATION_FLOW_TO, retention,
                                       engagement, NULL);
  gtk_test_accessible_assert_relation (drifts_away, GTK_ACCESSIBLE_RELATION_FLOW_TO, engagement,
                                       NULL);
  prn_canvas_set_scene (fixture->canvas, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_selected (Fixture *fixture, const char *name, gboolean selected)
{
  GtkAccessible *item = find_item (fixture, name);

  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_SELECTED, selected);
}

/* All that is selected says so, not only what was selected last. */
static void
test_selection_is_accessible (Fixture *fixture, gconstpointer data)
{
  PrnSelection *selection = prn_canvas_get_selection (fixture->canvas);
  const char *const two[] = { "intent", "retention", NULL };

  prn_selection_set (selection, two);
  assert_selected (fixture, "Intent", TRUE);
  assert_selected (fixture, "Retention", TRUE);
  assert_selected (fixture, "Engagement", FALSE);
  prn_selection_set_one (selection, "retention");
  assert_selected (fixture, "Intent", FALSE);
  assert_selected (fixture, "Retention", TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/canvas/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("whole-map-is-fitted", test_whole_map_is_fitted);
  ADD ("whole-map-stays-fitted", test_whole_map_stays_fitted);
  ADD ("map-is-painted", test_map_is_painted);
  ADD ("scrolling-back-is-the-same", test_scrolling_back_is_the_same);
  ADD ("selection", test_selection);
  ADD ("zoom-to-selection", test_zoom_to_selection);
  ADD ("items-are-accessible", test_items_are_accessible);
  ADD ("arrows-are-accessible", test_arrows_are_accessible);
  ADD ("selection-is-accessible", test_selection_is_accessible);
#undef ADD

  return g_test_run ();
}
