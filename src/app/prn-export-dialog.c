/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-export-dialog.h"

#include "prn-jobs.h"
#include "prn-settings.h"

/* Pixels of the picture that previews the export: twice what it is shown at, for sharp displays. */
#define PREVIEW_WIDTH  880
#define PREVIEW_HEIGHT 495

struct _PrnExportDialog {
  AdwWindow parent;

  GtkPicture *preview;
  AdwComboRow *format;
  AdwComboRow *size;
  AdwComboRow *theme;
  GtkWidget *numbers_row;
  GtkSwitch *numbers;
  GtkSwitch *with_title;
  GtkSwitch *legend;
  GtkWidget *transparent_row;
  GtkSwitch *transparent;
  GtkWidget *export_button;

  PrnMap *map;
  PrnFindings *findings;
  PrnJob *job; /* draws the preview */
};

G_DEFINE_TYPE (PrnExportDialog, prn_export_dialog, ADW_TYPE_WINDOW)

enum {
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Switches and the settings they are remembered in. */
static const struct {
  gsize offset;
  const char *key;
} switches[] = {
  { G_STRUCT_OFFSET (PrnExportDialog, numbers), "export-numbers" },
  { G_STRUCT_OFFSET (PrnExportDialog, with_title), "export-title" },
  { G_STRUCT_OFFSET (PrnExportDialog, legend), "export-legend" },
  { G_STRUCT_OFFSET (PrnExportDialog, transparent), "export-transparent" },
};

static void
load_settings (PrnExportDialog *self)
{
  g_autoptr (GSettings) settings = prn_settings_new ();

  gtk_switch_set_active (self->numbers, TRUE);
  gtk_switch_set_active (self->with_title, TRUE);
  gtk_switch_set_active (self->legend, TRUE);
  if (settings == NULL)
    return;
  adw_combo_row_set_selected (
      self->format, MIN (g_settings_get_enum (settings, "export-format"), PRN_EXPORT_PDF));
  adw_combo_row_set_selected (self->theme, g_settings_get_enum (settings, "export-theme"));
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_switch_set_active (G_STRUCT_MEMBER (GtkSwitch *, self, switches[i].offset),
                           g_settings_get_boolean (settings, switches[i].key));
}

static void
save_settings (PrnExportDialog *self)
{
  g_autoptr (GSettings) settings = prn_settings_new ();

  if (settings == NULL)
    return;
  g_settings_set_enum (settings, "export-format", adw_combo_row_get_selected (self->format));
  g_settings_set_enum (settings, "export-theme", adw_combo_row_get_selected (self->theme));
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_settings_set_boolean (
        settings, switches[i].key,
        gtk_switch_get_active (G_STRUCT_MEMBER (GtkSwitch *, self, switches[i].offset)));
}

static void
preview_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PrnExportDialog) self = user_data;
  g_autoptr (GBytes) bytes = prn_job_finish (PRN_JOB (job), result, NULL);
  g_autoptr (GdkTexture) texture = NULL;

  if (PRN_JOB (job) != self->job)
    return;
  g_clear_object (&self->job);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, NULL);
  if (texture != NULL)
    gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

/* The preview is an export, only smaller: it cannot promise anything else. */
static void
draw_preview (PrnExportDialog *self, const PrnExportSettings *settings)
{
  PrnExportOptions options;

  prn_export_settings_options (settings, &options);
  options.height =
      options.width > 0 ? PREVIEW_WIDTH * options.height / options.width : PREVIEW_HEIGHT;
  options.width = PREVIEW_WIDTH;
  options.scale = 0;

  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  self->job = prn_export_job (self->map, settings->numbers ? self->findings : NULL, PRN_EXPORT_PNG,
                              &options, NULL);
  prn_job_start (self->job, preview_cb, g_object_ref (self));
}

static void
changed_cb (PrnExportDialog *self)
{
  PrnExportSettings settings;

  if (self->map == NULL)
    return;
  prn_export_dialog_get_settings (self, &settings);
  gtk_widget_set_visible (self->transparent_row, settings.format != PRN_EXPORT_PDF);
  gtk_widget_set_visible (self->numbers_row, self->findings != NULL);
  draw_preview (self, &settings);
}

static void
export_cb (PrnExportDialog *self)
{
  save_settings (self);
  g_signal_emit (self, signals[EXPORT], 0);
}

static void
prn_export_dialog_dispose (GObject *object)
{
  PrnExportDialog *self = PRN_EXPORT_DIALOG (object);

  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->map, prn_map_unref);
  g_clear_pointer (&self->findings, prn_findings_unref);

  G_OBJECT_CLASS (prn_export_dialog_parent_class)->dispose (object);
}

static void
prn_export_dialog_class_init (PrnExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_export_dialog_dispose;

  signals[EXPORT] = g_signal_new ("export", PRN_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, numbers_row);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, numbers);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, with_title);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, PrnExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
prn_export_dialog_init (PrnExportDialog *self)
{
  g_auto (GStrv) labels = prn_export_sizes ();
  g_autoptr (GtkStringList) sizes = gtk_string_list_new ((const char *const *) labels);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->size, G_LIST_MODEL (sizes));
  load_settings (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

GtkWidget *
prn_export_dialog_new (GtkWindow *parent, PrnMap *map, PrnFindings *findings)
{
  PrnExportDialog *self = g_object_new (PRN_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->map = prn_map_ref (map);
  self->findings = findings != NULL ? prn_findings_ref (findings) : NULL;
  changed_cb (self);
  return GTK_WIDGET (self);
}

void
prn_export_dialog_get_settings (PrnExportDialog *self, PrnExportSettings *settings)
{
  g_return_if_fail (PRN_IS_EXPORT_DIALOG (self));

  *settings = (PrnExportSettings){
    .format = adw_combo_row_get_selected (self->format),
    .size = adw_combo_row_get_selected (self->size),
    .theme = adw_combo_row_get_selected (self->theme),
    .transparent = gtk_switch_get_active (self->transparent),
    .title = gtk_switch_get_active (self->with_title),
    .legend = gtk_switch_get_active (self->legend),
    .numbers = self->findings != NULL && gtk_switch_get_active (self->numbers),
  };
}
