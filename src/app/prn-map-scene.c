/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-page-private.h"

#include "prn-jobs.h"
#include "prn-settings.h"

/* How the map of a page becomes a scene on its canvas. */

/* Up to so many stages and triggers a layout takes no longer than a frame or two, and what an edit
 * touches is laid out within its frame. */
#define SMALL_MAP 200
#define LITTLE_MAP 100

static void
set_job (PrnMapPage *self, PrnJob *job)
{
  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  self->job = job;
  g_object_notify (G_OBJECT (self), "job");
}

void
prn_map_page_show_scene (PrnMapPage *self, PrnScene *scene, PrnThemeKind theme)
{
  prn_canvas_set_theme (self->canvas, theme);
  prn_canvas_set_scene (self->canvas, scene);
}

static void
scene_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PrnMapPage) self = user_data;
  g_autoptr (PrnScene) scene = prn_job_finish (PRN_JOB (job), result, NULL);

  if (PRN_JOB (job) != self->job)
    return;
  set_job (self, NULL);
  if (scene == NULL)
    return;
  /* What was edited since is done to what the job has found: nothing else moves. */
  if (self->job_map != prn_document_get_map (self->document))
    prn_map_page_make_scene (self, scene);
  else
    prn_map_page_show_scene (self, scene, self->job_theme);
}

static void
start_job (PrnMapPage *self, PrnMap *map, PrnFindings *findings, const PrnSceneOptions *options)
{
  set_job (self, prn_scene_job (map, findings, options));
  g_clear_pointer (&self->job_map, prn_map_unref);
  self->job_map = prn_map_ref (map);
  self->job_theme = options->theme;
  prn_job_start (self->job, scene_cb, g_object_ref (self));
}

void
prn_map_page_make_scene (PrnMapPage *self, PrnScene *previous)
{
  PrnSceneOptions options = { .theme = prn_theming_current () };
  gboolean data = g_strcmp0 (prn_map_page_get_mode (self), "data") == 0;
  gboolean small, enough = FALSE;
  PrnMap *map;
  guint n;

  if (self->document == NULL)
    return;
  map = prn_document_get_map (self->document);
  n = prn_map_n (map, PRN_KIND_STAGE) + prn_map_n (map, PRN_KIND_TRIGGER);
  small = n <= SMALL_MAP;
  options.frames = !data;
  options.dots = !data && prn_settings_get_flag ("grid", TRUE);
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (previous != NULL || small) {
    const PrnReport *report =
        data && self->findings != NULL ? prn_findings_get_report (self->findings) : NULL;
    g_autoptr (PrnScene) scene = NULL;

    options.hasty = !small || (previous != NULL && n > LITTLE_MAP);
    scene = prn_scene_update (previous, map, report, &options);
    prn_map_page_show_scene (self, scene, options.theme);
    enough = prn_scene_n_unsettled (scene) <= PRN_UNSETTLED_MAX;
  } else if (prn_canvas_get_scene (self->canvas) == NULL) {
    g_autoptr (PrnScene) first = NULL;

    options.hasty = TRUE;
    first = prn_scene_new (map, NULL, &options);
    prn_map_page_show_scene (self, first, options.theme);
    enough = !data && prn_scene_n_unsettled (first) <= PRN_UNSETTLED_MAX;
  }

  /* A job that goes on while the map is edited is not begun again with each step: it would come to
   * its end long after the last, and the picture would change with nobody touching it. */
  if (previous != NULL && !enough && !data && self->job != NULL)
    return;
  options.hasty = FALSE;
  if (enough)
    set_job (self, NULL);
  else
    start_job (self, map, data ? self->findings : NULL, &options);
}
