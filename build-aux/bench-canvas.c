/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-canvas MAP CHECKER ROW ROUNDS
 *
 * Shows a map in a window of 1920 × 1080 and measures what a frame takes while somebody works on
 * it, beside GTK repainting the same window in one colour. Prints a JSON object a round:
 * {"ours": nanoseconds of CPU time, "theirs": the same}. CHECKER is perennial-cli. */

#include <gtk/gtk.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "prn-canvas.h"
#include "prn-document.h"
#include "prn-tiles.h"

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 24
#define MIDDLE 0.4 /* stages with large names, lines, no chips: the dearest zoom */

/* A widget of one colour, another one every frame. */

#define PLAIN_TYPE (plain_get_type ())
G_DECLARE_FINAL_TYPE (Plain, plain, BENCH, PLAIN, GtkWidget)

struct _Plain {
  GtkWidget parent_instance;
  guint frame;
};

G_DEFINE_FINAL_TYPE (Plain, plain, GTK_TYPE_WIDGET)

static void
plain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Plain *self = BENCH_PLAIN (widget);
  GdkRGBA color = { (float) (self->frame++ % 2), 0.5f, 0.5f, 1 };

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
plain_class_init (PlainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = plain_snapshot;
}

static void
plain_init (Plain *self)
{
}

typedef struct {
  const char *path, *checker;
  GtkWidget *window, *stack, *plain, *scrolled;
  PrnCanvas *canvas;
  PrnDocument *document;
  gboolean painted;
  guint step;
  gint64 first; /* nanoseconds of a first paint, where it is no frame */
} Bench;

static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->painted = TRUE;
}

/* Does something and waits until it is on the screen. */
static gint64
frame_of (Bench *self, void (*act) (Bench *self))
{
  gint64 start = cpu_time ();

  self->painted = FALSE;
  act (self);
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
  return cpu_time () - start;
}

/* Lets everything that was begun come to an end: painting of tiles, idle work. */
static void
settle (void)
{
  for (guint quiet = 0; quiet < 20; quiet++) {
    while (g_main_context_iteration (NULL, FALSE))
      quiet = 0;
    g_usleep (5000);
  }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gint64
median_frame (Bench *self, void (*act) (Bench *self), guint n)
{
  gint64 times[FRAMES];

  for (guint i = 0; i < n; i++)
    times[i] = frame_of (self, act);
  qsort (times, n, sizeof *times, compare_times);
  return times[n / 2];
}

static void
repaint_plain (Bench *self)
{
  gtk_widget_queue_draw (self->plain);
}

static gint64
plain_frame (Bench *self)
{
  gint64 time;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->plain);
  settle ();
  time = median_frame (self, repaint_plain, FRAMES);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scrolled);
  settle ();
  return time;
}

/* The work */

static void
document_changed_cb (Bench *self)
{
  PrnSceneOptions options = { .frames = TRUE, .hasty = TRUE };
  g_autoptr (PrnScene) scene =
      prn_scene_update (prn_canvas_get_scene (self->canvas),
                        prn_document_get_map (self->document), NULL, &options);

  prn_canvas_set_scene (self->canvas, scene);
}

/* In pixels, back and forth. */
static void
pan (Bench *self)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->canvas));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->canvas));
  double by = self->step++ / (FRAMES / 2) % 2 == 0 ? 40 : -40;

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + by);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + by / 2);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas)); /* at the map's edge as well */
}

static GtkEventController *
drag_of (GtkWidget *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_DRAG (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      return controller; /* the widget keeps it */
  }
  g_error ("bench-canvas: the canvas takes no drag");
}

static void
drag_on (Bench *self)
{
  self->step++;
  g_signal_emit_by_name (drag_of (GTK_WIDGET (self->canvas)), "drag-update",
                         40.0 + 9 * (self->step % 20), 30.0 + 5 * (self->step % 20));
}

static void
new_stage (Bench *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.new-stage", NULL);
}

static gint64
drag_frame (Bench *self)
{
  GtkEventController *drag = drag_of (GTK_WIDGET (self->canvas));
  const PrnItem *item = NULL;
  gint64 time;

  /* The stage in the middle of the window comes to be under the pointer. */
  for (guint i = 0; item == NULL; i++) {
    const PrnItem *one = prn_scene_item (prn_canvas_get_scene (self->canvas), i);

    if (one->kind == PRN_ITEM_STAGE && strcmp (one->id, "stage-1010") == 0)
      item = one;
  }
  prn_canvas_set_selected (self->canvas, item->id);
  prn_canvas_zoom_to_selection (self->canvas);
  prn_canvas_zoom_to (self->canvas, 1);
  settle ();
  g_signal_emit_by_name (drag, "drag-begin", WIDTH / 2.0 - 20, HEIGHT / 2.0 - 10);
  drag_on (self);
  settle ();
  time = median_frame (self, drag_on, FRAMES);
  g_signal_emit_by_name (drag, "drag-end", 200.0, 100.0);
  settle ();
  prn_document_undo (self->document);
  settle ();
  return time;
}

static gint64
new_stage_frame (Bench *self)
{
  gint64 time;

  prn_canvas_zoom_to (self->canvas, 1);
  settle ();
  time = frame_of (self, new_stage);
  settle ();
  prn_canvas_settle (self->canvas); /* the name that is typed */
  settle ();
  prn_document_undo (self->document);
  settle ();
  return time;
}

/* The tiles of the whole map, against painting every item in full. */
static gint64
first_paint (Bench *self)
{
  PrnScene *scene = prn_canvas_get_scene (self->canvas);
  PrnTiles *tiles = prn_tiles_new ();
  PrnViewport viewport = { .width = WIDTH, .height = HEIGHT, .zoom = 1,
                           .content = prn_scene_bounds (scene) };
  gint64 start;

  prn_viewport_fit (&viewport, viewport.content, 0, 1);
  prn_tiles_set_scene (tiles, scene, prn_theme_ground (PRN_THEME_LIGHT));
  start = cpu_time ();
  prn_tiles_paint (tiles, &viewport, 1, G_MAXINT64 / 2);
  self->first = cpu_time () - start;
  prn_tiles_free (tiles);
  return self->first;
}

static gint64
naive_paint (Bench *self)
{
  PrnScene *scene = prn_canvas_get_scene (self->canvas);
  PrnRectangle bounds = prn_scene_bounds (scene);
  double zoom = MIN (WIDTH / bounds.w, HEIGHT / bounds.h);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gint64 start = cpu_time ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -bounds.x, -bounds.y);
  prn_scene_paint (scene, cr, NULL, 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return cpu_time () - start;
}

static void
show_document (Bench *self)
{
  PrnSceneOptions options = { .frames = TRUE, .hasty = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnScene) scene = NULL;

  g_clear_object (&self->document);
  self->document = prn_document_load (self->path, &error);
  if (self->document == NULL)
    g_error ("%s", error->message);
  scene = prn_scene_new (prn_document_get_map (self->document), NULL, &options);
  prn_canvas_set_document (self->canvas, self->document);
  prn_canvas_set_scene (self->canvas, scene);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (document_changed_cb), self);
}

static gint64
open_frame (Bench *self)
{
  prn_canvas_set_scene (self->canvas, NULL);
  settle ();
  return frame_of (self, show_document);
}

static gint64
check_time (Bench *self)
{
  const char *arguments[] = { self->checker, "check", self->path, NULL };
  struct rusage before, after;

  getrusage (RUSAGE_CHILDREN, &before);
  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                NULL, NULL);
  getrusage (RUSAGE_CHILDREN, &after);
  return 1000 * ((gint64) (after.ru_utime.tv_sec - before.ru_utime.tv_sec) * 1000000 +
                 after.ru_utime.tv_usec - before.ru_utime.tv_usec +
                 (gint64) (after.ru_stime.tv_sec - before.ru_stime.tv_sec) * 1000000 +
                 after.ru_stime.tv_usec - before.ru_stime.tv_usec);
}

static gint64
pan_frame (Bench *self, double zoom)
{
  if (zoom > 0)
    prn_canvas_zoom_to (self->canvas, zoom);
  else
    prn_canvas_zoom_to_fit (self->canvas);
  settle ();
  return median_frame (self, pan, FRAMES);
}

static gint64
measure (Bench *self, const char *row, gboolean ours)
{
  if (strcmp (row, "first-paint") == 0)
    return ours ? first_paint (self) : naive_paint (self);
  if (strcmp (row, "open") == 0)
    return ours ? open_frame (self) : check_time (self);
  if (!ours)
    return plain_frame (self);
  if (strcmp (row, "pan") == 0)
    return pan_frame (self, 1);
  if (strcmp (row, "pan-middle") == 0)
    return pan_frame (self, MIDDLE);
  if (strcmp (row, "pan-whole") == 0)
    return pan_frame (self, 0);
  if (strcmp (row, "drag") == 0)
    return drag_frame (self);
  if (strcmp (row, "new-stage") == 0)
    return new_stage_frame (self);
  g_error ("bench-canvas: there is no row %s", row);
}

static void
build_window (Bench *self)
{
  self->window = gtk_window_new ();
  self->stack = gtk_stack_new ();
  self->plain = g_object_new (PLAIN_TYPE, NULL);
  self->canvas = PRN_CANVAS (prn_canvas_new ());
  self->scrolled = gtk_scrolled_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->canvas));
  gtk_stack_add_child (GTK_STACK (self->stack), self->plain);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_window_set_child (GTK_WINDOW (self->window), self->stack);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint",
                    G_CALLBACK (after_paint_cb), self);
  settle ();
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  PrnSceneOptions options = { .frames = TRUE };
  g_autoptr (PrnScene) scene = NULL;
  const char *row = argc > 3 ? argv[3] : "";
  int rounds = argc > 4 ? atoi (argv[4]) : 5;

  if (argc < 4) {
    g_printerr ("usage: bench-canvas MAP CHECKER ROW [ROUNDS]\n");
    return 2;
  }
  /* As the program itself does. */
  mallopt (M_MMAP_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024 * 1024);
  gtk_init ();
  self.path = argv[1];
  self.checker = argv[2];
  build_window (&self);
  show_document (&self);
  prn_canvas_set_editable (self.canvas, TRUE);
  scene = prn_scene_new (prn_document_get_map (self.document), NULL, &options);
  prn_canvas_set_scene (self.canvas, scene);
  settle ();

  for (int i = 0; i < rounds; i++) {
    gint64 theirs = measure (&self, row, FALSE), ours = measure (&self, row, TRUE);

    g_print ("{\"ours\": %" G_GINT64_FORMAT ", \"theirs\": %" G_GINT64_FORMAT "}\n", ours, theirs);
  }
  return 0;
}
