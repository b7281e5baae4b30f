/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A large map is edited while its lines are being sought: once they are found nothing changes any
 * more, and what no edit touched runs where it would run anyway. */

#include <glib/gstdio.h>

#include "prn-canvas-private.h"
#include "prn-map-file.h"
#include "prn-map-page-private.h"
#include "prn-scene-private.h"
#include "window-fixture.h"

#define COLUMNS  20
#define STAGES   300
#define TRIGGERS 460 /* so many lines are sought by a job of the window's, not by the canvas */
#define WIDTH    320
#define HEIGHT   220

/* A line as near as this to something that came or went may run otherwise. */
#define TOUCHED 60

/* Longer than anything takes that begins by itself after an edit. */
#define QUIET_MS 700

static PrnStage *
stage_new (guint i)
{
  g_autofree char *id = g_strdup_printf ("stage-%u", i);
  PrnStage *stage = prn_element_new (PRN_KIND_STAGE, id);

  stage->position = (PrnPoint){ NULL, i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT };
  return stage;
}

/* Most lead to a stage near by. */
static PrnTrigger *
trigger_new (guint i, guint n_stages, GRand *random)
{
  g_autofree char *id = g_strdup_printf ("trigger-%u", i);
  guint from = i % n_stages;
  guint to = i % 5 == 0 ? (guint) g_rand_int_range (random, 0, (int) n_stages)
                        : (from + (guint) g_rand_int_range (random, 1, 2 * COLUMNS)) % n_stages;
  g_autofree char *from_id = g_strdup_printf ("stage-%u", from);
  g_autofree char *to_id = g_strdup_printf ("stage-%u", to);
  PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

  prn_element_set_text (&trigger->from, from_id);
  prn_element_set_text (&trigger->to, to_id);
  return trigger;
}

static PrnMap *
map_of (guint n_stages, guint n_triggers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) empty = prn_map_new ("Large");

  for (guint i = 0; i < n_stages; i++)
    g_ptr_array_add (elements, stage_new (i));
  for (guint i = 0; i < n_triggers; i++)
    g_ptr_array_add (elements, trigger_new (i, n_stages, random));
  return prn_map_with_all (empty, elements->pdata, elements->len);
}

/* A window with the large map in it, the lines of which are being sought. */
static PrnWindow *
window_with_map (const char *path)
{
  PrnWindow *window = window_new ();

  prn_window_open (window, path, NULL, FALSE);
  WAIT_FOR (window->tab->map_page != NULL && prn_map_page_get_job (window->tab->map_page) != NULL);
  return window;
}

static PrnScene *
scene_of (PrnWindow *window)
{
  return prn_canvas_get_scene (window->tab->map_page->canvas);
}

static gboolean
is_settled (PrnWindow *window)
{
  PrnMapPage *page = window->tab->map_page;

  return prn_map_page_get_job (page) == NULL && page->canvas->settling == NULL &&
         prn_scene_n_unsettled (scene_of (window)) == 0;
}

static void
touch (const PrnStage *stage, GArray *touched)
{
  const PrnRectangle place = { stage->position.x - TOUCHED, stage->position.y - TOUCHED,
                               stage->size.w + 2 * TOUCHED, stage->size.h + 2 * TOUCHED };

  g_array_append_val (touched, place);
}

/* Moves a stage. That touches what is where it was and where it is, and what begins or ends at the
 * stages it is connected with: lines share the sides of a card. */
static void
move (PrnWindow *window, guint index, double dx, double dy, GArray *touched)
{
  PrnDocument *document = window->tab->document;
  PrnMap *map = prn_document_get_map (document);
  g_autoptr (PrnStage) moved = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, index));
  g_autoptr (PrnMap) edited = NULL;
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  touch (moved, touched);
  moved->position.x += dx;
  moved->position.y += dy;
  touch (moved, touched);
  for (guint i = 0; i < n; i++) {
    if (g_str_equal (triggers[i]->from, prn_element_id (moved)))
      touch (prn_map_lookup (map, triggers[i]->to), touched);
    if (g_str_equal (triggers[i]->to, prn_element_id (moved)))
      touch (prn_map_lookup (map, triggers[i]->from), touched);
  }
  edited = prn_map_with (map, moved);
  g_assert_true (prn_document_apply (document, edited, "Move", NULL));
}

static gboolean
is_touched (const PrnLine *line, GArray *touched)
{
  for (guint i = 0; i < touched->len; i++)
    if (prn_line_enters (line, &g_array_index (touched, PrnRectangle, i)))
      return TRUE;
  return FALSE;
}

static void
check_lines (PrnScene *before, PrnScene *after, GArray *touched)
{
  guint stayed = 0;

  g_assert_cmpuint (before->n_ways, ==, after->n_ways);
  for (guint i = 0; i < after->n_ways; i++) {
    const PrnLine *line = &after->ways[i].line;

    for (guint k = 0; k < after->n_cards; k++)
      g_assert_false (prn_line_enters (line, &after->cards[k].rect));
    if (is_touched (&before->ways[i].line, touched) || is_touched (line, touched))
      continue;
    g_assert_true (prn_line_equal (line, &before->ways[i].line));
    stayed++;
  }
  g_assert_cmpuint (stayed, >, after->n_ways / 2);
}

static gboolean
quiet_cb (gpointer quiet)
{
  *(gboolean *) quiet = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nobody touches anything for a while, and nothing moves. */
static void
check_quiet (PrnWindow *window)
{
  PrnScene *scene = scene_of (window);
  gboolean quiet = FALSE;

  g_timeout_add (QUIET_MS, quiet_cb, &quiet);
  while (!quiet) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_true (scene_of (window) == scene);
  }
  g_assert_true (is_settled (window));
}

static void
test_all_lines (gconstpointer path)
{
  PrnWindow *window = window_with_map (path);
  PrnMap *map = prn_document_get_map (window->tab->document);
  g_autoptr (PrnScene) before = prn_scene_new (map, NULL, NULL);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (guint i = 0; i < 3; i++) {
    move (window, 44, 16, 8, touched);
    g_main_context_iteration (NULL, FALSE);
  }
  move (window, 151, -24, 32, touched);
  WAIT_FOR (is_settled (window));
  g_assert_true (prn_scene_get_map (scene_of (window)) ==
                 prn_document_get_map (window->tab->document));
  check_lines (before, scene_of (window), touched);
  check_quiet (window);
  picture (GTK_WIDGET (window), "large-map-edited");
  window_close (window);
}

static void
test_few_lines (gconstpointer path)
{
  PrnWindow *window = window_with_map (path);
  PrnCanvas *canvas = window->tab->map_page->canvas;
  g_autoptr (PrnScene) before = NULL;
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  WAIT_FOR (is_settled (window));
  before = prn_scene_ref (scene_of (window));

  /* Below all others, and then others while the lines to there are sought. */
  move (window, 107, 0, 12 * HEIGHT, touched);
  WAIT_FOR (canvas->settling != NULL);
  move (window, 222, 40, 16, touched);
  move (window, 223, 8, -24, touched);
  g_assert_nonnull (canvas->settling);
  WAIT_FOR (is_settled (window));
  g_assert_true (prn_scene_get_map (scene_of (window)) ==
                 prn_document_get_map (window->tab->document));
  check_lines (before, scene_of (window), touched);
  check_quiet (window);

  /* Another picture of the map has no use for what is being found. */
  move (window, 107, 0, -12 * HEIGHT, touched);
  WAIT_FOR (canvas->settling != NULL);
  prn_map_page_show_scene (window->tab->map_page, before, PRN_THEME_LIGHT);
  g_assert_null (canvas->settling);
  settle ();
  g_assert_true (scene_of (window) == before);
  window_close (window);
}

/* A map that is not that large is seen at once as well, and its lines are found by the canvas. */
static void
test_medium_map (gconstpointer path)
{
  PrnWindow *window = window_new ();
  g_autoptr (PrnScene) before = NULL;
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  prn_window_open (window, path, NULL, FALSE);
  WAIT_FOR (window->tab->map_page != NULL && scene_of (window) != NULL && is_settled (window));
  before = prn_scene_ref (scene_of (window));
  check_lines (before, before, touched);
  move (window, 44, 16, 8, touched);
  g_assert_null (prn_map_page_get_job (window->tab->map_page));
  WAIT_FOR (is_settled (window));
  g_assert_true (prn_scene_get_map (scene_of (window)) ==
                 prn_document_get_map (window->tab->document));
  check_lines (before, scene_of (window), touched);
  check_quiet (window);
  window_close (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *path = NULL, *medium_path = NULL;
  g_autoptr (PrnMap) map = map_of (STAGES, TRIGGERS), medium = map_of (120, 150);
  int status;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("map-scene-XXXXXX", NULL);
  path = g_build_filename (folder, "large.lifecycle.json", NULL);
  medium_path = g_build_filename (folder, "medium.lifecycle.json", NULL);
  g_assert_true (prn_map_save (map, path, NULL));
  g_assert_true (prn_map_save (medium, medium_path, NULL));

  g_test_add_data_func ("/map-scene/all-lines", path, test_all_lines);
  g_test_add_data_func ("/map-scene/few-lines", path, test_few_lines);
  g_test_add_data_func ("/map-scene/medium-map", medium_path, test_medium_map);
  status = g_test_run ();
  g_unlink (path);
  g_unlink (medium_path);
  g_rmdir (folder);
  return status;
}
