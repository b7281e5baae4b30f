/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window-private.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "dialogs.h"
#include "prn-export-dialog.h"
#include "prn-jobs.h"
#include "prn-samples.h"
#include "prn-settings.h"
#include "prn-templates.h"
#include "prn-toasts.h"

/* A map that is to be opened, and a log after it. */
typedef struct {
  char *map;
  char *log; /* NULL: none */
  PrnThen then;
  gboolean is_sample; /* the map is not the user's own */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->map);
  g_free (wish->log);
  g_free (wish);
}

static void open_next (PrnWindow *self);

/* Puts what was opened into the window, and its log after it; one that was opened before stays. */
static void
show_opened (PrnWindow *self, PrnDocument *document, const Wish *wish)
{
  g_autoptr (PrnDocument) copy = NULL;

  /* A copy of the user's own: the sample's file is the program's. */
  if (wish->is_sample)
    copy = prn_document_new (prn_document_get_map (document));
  else
    prn_settings_add_recent (wish->map);
  prn_window_set_document (self, copy != NULL ? copy : document);
  if (wish->log != NULL)
    prn_window_set_log (self, wish->log, wish->then);
}

static void
open_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  g_autoptr (PrnWindow) kept = g_object_ref (self);
  g_autoptr (PrnDocument) document =
      prn_window_finish (self, PRN_JOB (job), result, _("The Map Cannot Be Opened"));

  if (document != NULL)
    show_opened (self, document, g_object_get_data (job, "prn-wish"));
  self->opens = FALSE;
  open_next (self);
}

/* One after the other, each in a tab. */
static void
open_next (PrnWindow *self)
{
  Wish *wish = self->opens ? NULL : g_queue_pop_head (&self->wishes);
  PrnJob *job;

  if (wish == NULL)
    return;
  if (!wish->is_sample && prn_window_show_file (self, wish->map)) {
    if (wish->log != NULL)
      prn_window_set_log (self, wish->log, wish->then);
    wish_free (wish);
    open_next (self);
    return;
  }
  self->opens = TRUE;
  job = prn_open_job (wish->map);
  g_object_set_data_full (G_OBJECT (job), "prn-wish", wish, wish_free);
  prn_window_run (self, job, open_cb);
}

static void
open_wish (PrnWindow *self, const char *map, const char *log, PrnThen then, gboolean is_sample)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->map = g_strdup (map);
  wish->log = g_strdup (log);
  wish->then = then;
  wish->is_sample = is_sample;
  g_queue_push_tail (&self->wishes, wish);
  open_next (self);
}

void
prn_window_open (PrnWindow *self, const char *map, const char *log, gboolean replay)
{
  PrnThen then = replay ? PRN_THEN_REPLAY : PRN_THEN_SHOW_LOG;

  g_return_if_fail (PRN_IS_WINDOW (self));

  if (map != NULL)
    open_wish (self, map, log, then, FALSE);
  else if (log != NULL)
    prn_window_set_log (self, log, then);
}

void
prn_window_clear_wishes (PrnWindow *self)
{
  g_queue_clear_full (&self->wishes, wish_free);
}

void
prn_window_open_recent (PrnWindow *self, const char *path)
{
  prn_window_open (self, path, NULL, FALSE);
}

static void
map_chosen_cb (const char *path, gpointer user_data)
{
  prn_window_open (user_data, path, NULL, FALSE);
}

void
prn_window_open_map_dialog (PrnWindow *self)
{
  prn_dialog_open_map (GTK_WINDOW (self), map_chosen_cb, self);
}

static void
log_chosen_cb (const char *path, gpointer user_data)
{
  prn_window_open (user_data, NULL, path, FALSE);
}

void
prn_window_open_log_dialog (PrnWindow *self)
{
  prn_dialog_open_log (GTK_WINDOW (self), log_chosen_cb, self);
}

void
prn_window_open_sample (PrnWindow *self)
{
  g_autofree char *map = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  if (!prn_samples_find (&map, &log, &error)) {
    prn_dialog_error (GTK_WINDOW (self), _("The Sample Is Missing"), error->message);
    return;
  }
  open_wish (self, map, log, PRN_THEN_REPLAY, TRUE);
}

void
prn_window_open_template (PrnWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnDocument) document = NULL;

  if (id[0] == '\0')
    map = prn_map_new (_("New map"));
  else
    map = prn_template_load (id, &error);
  if (map == NULL) {
    prn_dialog_error (GTK_WINDOW (self), _("The Template Cannot Be Opened"), error->message);
    return;
  }
  document = prn_document_new (map);
  prn_window_set_document (self, document);
}

static gboolean
is_map_name (const char *path)
{
  g_autofree char *folded = g_utf8_casefold (path, -1);

  return g_str_has_suffix (folded, ".json");
}

void
prn_window_open_any (PrnWindow *self, GSList *files)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *log = NULL;

  for (GSList *l = files; l != NULL; l = l->next) {
    g_autofree char *path = g_file_get_path (l->data);

    if (path == NULL)
      continue;
    if (is_map_name (path))
      g_ptr_array_add (maps, g_steal_pointer (&path));
    else if (log == NULL)
      log = g_steal_pointer (&path);
  }
  if (maps->len == 0 && log == NULL)
    prn_dialog_error (GTK_WINDOW (self), _("This Cannot Be Opened"),
                      _("It is not a file of this computer. Save it in a folder, then drop it "
                        "from there."));
  for (guint i = 0; i < maps->len; i++)
    prn_window_open (self, maps->pdata[i], i + 1 == maps->len ? log : NULL, TRUE);
  if (maps->len == 0 && log != NULL)
    prn_window_open (self, NULL, log, FALSE);
}

static void
show_exported_cb (PrnWindow *self, AdwToast *toast)
{
  prn_dialog_show_file (GTK_WINDOW (self), g_object_get_data (G_OBJECT (toast), "prn-path"));
}

static void
export_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  const char *path = g_object_get_data (job, "prn-path");
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_("Exported %s"), name);
  g_autoptr (GBytes) bytes =
      prn_window_finish (self, PRN_JOB (job), result, _("The Map Cannot Be Exported"));
  AdwToast *toast;

  if (bytes == NULL)
    return;
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "prn-path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_exported_cb), self,
                           G_CONNECT_SWAPPED);
  prn_toasts_show (self->toasts, toast);
}

/* What is being exported, while the name is asked for. */
typedef struct {
  PrnWindow *window;
  PrnMap *map;
  PrnFindings *findings;
  PrnExportSettings settings;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  prn_map_unref (export->map);
  g_clear_pointer (&export->findings, prn_findings_unref);
  g_free (export);
}

static void
export_path_cb (const char *path, gpointer user_data)
{
  Export *export = user_data;
  PrnExportFormat format = export->settings.format;
  PrnExportOptions options;
  PrnJob *job;

  /* A name that says what it is has the last word. */
  if (!prn_export_format_from_path (path, &format))
    format = export->settings.format;
  prn_export_settings_options (&export->settings, &options);
  job = prn_export_job (export->map, export->settings.numbers ? export->findings : NULL, format,
                        &options, path);
  g_object_set_data_full (G_OBJECT (job), "prn-path", g_strdup (path), g_free);
  prn_settings_set_export_folder (path);
  prn_window_run (export->window, job, export_cb);
}

/* Where the last picture went; else beside the map; else where the desktop keeps pictures. */
static char *
export_folder (PrnWindow *self)
{
  const char *path = prn_document_get_path (self->tab->document);
  const char *pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  g_autofree char *last = prn_settings_get_export_folder ();

  if (last != NULL && access (last, W_OK) == 0)
    return g_steal_pointer (&last);
  if (path != NULL) {
    g_autofree char *folder = g_path_get_dirname (path);

    if (access (folder, W_OK) == 0)
      return g_canonicalize_filename (folder, NULL);
  }
  return g_strdup (pictures != NULL ? pictures : g_get_home_dir ());
}

static void
export_settings_cb (PrnWindow *self, PrnExportDialog *dialog)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *folder = export_folder (self);
  g_autofree char *name = NULL;

  export->window = self;
  export->map = prn_map_ref (prn_document_get_map (self->tab->document));
  export->findings = self->tab->findings != NULL ? prn_findings_ref (self->tab->findings) : NULL;
  prn_export_dialog_get_settings (dialog, &export->settings);
  name = prn_export_settings_file_name (&export->settings, prn_map_get_title (export->map),
                                        prn_document_get_file_name (self->tab->document));
  gtk_window_destroy (GTK_WINDOW (dialog));
  /* The window keeps it until the next export: the chooser may be left open. */
  g_object_set_data_full (G_OBJECT (self), "prn-export", export, export_free);
  prn_dialog_save (GTK_WINDOW (self), _("Export"), folder, name, export_path_cb, export);
}

void
prn_window_export (PrnWindow *self)
{
  GtkWidget *dialog;

  if (self->tab->document == NULL)
    return;
  dialog = prn_export_dialog_new (GTK_WINDOW (self), prn_document_get_map (self->tab->document),
                                  self->tab->findings);
  g_signal_connect_object (dialog, "export", G_CALLBACK (export_settings_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
