/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-jobs.h"

#include <glib/gi18n-lib.h>

#include "prn-discover.h"
#include "prn-document.h"
#include "prn-layout.h"
#include "prn-output.h"
#include "prn-plan.h"

/* Share of the moves that a discovered map's triggers cover: with more of them a map of a dozen
 * activities is a thicket, and the page of the log is not the last word anyway. */
#define DISCOVER_KEEP 0.6

/* What a thread works on. */
typedef struct {
  PrnMap *map;
  PrnLog *log;
  PrnReplayMemory *memory;
  PrnFindings *findings;
  char *text;
  PrnExportFormat format;
  PrnExportOptions options;
  PrnSceneOptions scene_options;
} Work;

static Work *
work_new (PrnMap *map, PrnLog *log, const char *text)
{
  Work *work = g_new0 (Work, 1);

  work->map = map != NULL ? prn_map_ref (map) : NULL;
  work->log = log != NULL ? prn_log_ref (log) : NULL;
  work->text = g_strdup (text);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->map, prn_map_unref);
  g_clear_pointer (&work->log, prn_log_unref);
  g_clear_pointer (&work->memory, prn_replay_memory_unref);
  g_clear_pointer (&work->findings, prn_findings_unref);
  g_free (work->text);
  g_free (work);
}

static gpointer
open_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;

  return prn_document_load (work->text, error);
}

PrnJob *
prn_open_job (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_("Opening %s"), name);

  return prn_job_new (label, open_work, work_new (NULL, NULL, path), work_free, g_object_unref);
}

static gpointer
replay_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;
  g_autoptr (PrnPlan) plan = prn_plan_new (work->map, error);
  PrnReport *report;

  if (plan == NULL)
    return NULL;
  report = prn_replay_again (work->memory, plan, work->log, NULL, progress, error);
  return report != NULL ? prn_findings_new (work->map, report) : NULL;
}

PrnJob *
prn_replay_job (PrnMap *map, PrnLog *log, PrnReplayMemory *memory, const char *name)
{
  g_autofree char *label = g_strdup_printf (_("Replaying %s"), name);
  Work *work = work_new (map, log, NULL);

  work->memory = prn_replay_memory_ref (memory);
  return prn_job_new (label, replay_work, work, work_free,
                      (GDestroyNotify) prn_findings_unref);
}

static gpointer
discover_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;
  g_autoptr (PrnMap) map = prn_discover (work->log, work->text, DISCOVER_KEEP, error);

  return map != NULL ? prn_layout_missing (map) : NULL;
}

PrnJob *
prn_discover_job (PrnLog *log, const char *title)
{
  return prn_job_new (_("Drawing a map"), discover_work, work_new (NULL, log, title), work_free,
                      (GDestroyNotify) prn_map_unref);
}

static gpointer
export_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;
  const PrnReport *report =
      work->findings != NULL ? prn_findings_get_report (work->findings) : NULL;
  g_autoptr (GBytes) bytes = prn_export (work->map, report, work->format, &work->options, error);

  if (bytes == NULL || (work->text != NULL && !prn_output_write (work->text, bytes, error)))
    return NULL;
  return g_steal_pointer (&bytes);
}

PrnJob *
prn_export_job (PrnMap *map,
                PrnFindings *findings,
                PrnExportFormat format,
                const PrnExportOptions *options,
                const char *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *label = g_strdup_printf (_("Exporting %s"), name != NULL ? name : "");
  Work *work = work_new (map, NULL, path);

  work->findings = findings != NULL ? prn_findings_ref (findings) : NULL;
  work->format = format;
  work->options = *options;
  return prn_job_new (label, export_work, work, work_free, (GDestroyNotify) g_bytes_unref);
}

static gpointer
scene_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;
  const PrnReport *report =
      work->findings != NULL ? prn_findings_get_report (work->findings) : NULL;

  return prn_scene_new (work->map, report, &work->scene_options);
}

PrnJob *
prn_scene_job (PrnMap *map, PrnFindings *findings, const PrnSceneOptions *options)
{
  Work *work = work_new (map, NULL, NULL);

  work->findings = findings != NULL ? prn_findings_ref (findings) : NULL;
  work->scene_options = *options;
  return prn_job_new (_("Drawing the map"), scene_work, work, work_free,
                      (GDestroyNotify) prn_scene_unref);
}

char **
prn_plan_columns_of (PrnMap *map)
{
  g_autoptr (PrnPlan) plan = map != NULL ? prn_plan_new (map, NULL) : NULL;

  if (plan == NULL)
    return g_new0 (char *, 1);
  return g_strdupv ((char **) prn_plan_columns (plan));
}
