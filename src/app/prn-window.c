/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "prn-actions.h"
#include "prn-settings.h"
#include "prn-window-private.h"

G_DEFINE_TYPE (PrnWindow, prn_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
add_page (PrnWindow *self, GtkWidget *page, const char *name)
{
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

static gboolean
shows (PrnWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

void
prn_window_show_start (PrnWindow *self)
{
  prn_start_page_refresh (self->start_page);
  gtk_stack_set_visible_child_name (self->pages, "start");
  prn_window_update (self);
}

static void
map_page_notify_cb (PrnWindow *self)
{
  gboolean panel;

  g_object_get (self->map_page, "show-panel", &panel, NULL);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "panel")),
      g_variant_new_boolean (panel));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "mode")),
      g_variant_new_string (prn_map_page_get_mode (self->map_page)));
  prn_window_update (self);
}

static void
ensure_map_page (PrnWindow *self)
{
  if (self->map_page != NULL)
    return;
  self->map_page = PRN_MAP_PAGE (add_page (self, prn_map_page_new (), "map"));
  g_signal_connect_object (self->map_page, "notify", G_CALLBACK (map_page_notify_cb), self,
                           G_CONNECT_SWAPPED);
}

void
prn_window_show_map (PrnWindow *self)
{
  ensure_map_page (self);
  gtk_stack_set_visible_child_name (self->pages, "map");
  prn_map_page_focus (self->map_page);
  prn_window_update (self);
}

void
prn_window_show_log (PrnWindow *self)
{
  if (self->session == NULL)
    return;
  if (self->log_page == NULL)
    self->log_page = PRN_LOG_PAGE (add_page (self, prn_log_page_new (), "log"));
  prn_log_page_set_session (self->log_page, self->session);
  prn_log_page_set_map (self->log_page,
                        self->document != NULL ? prn_document_get_map (self->document) : NULL);
  gtk_stack_set_visible_child_name (self->pages, "log");
  prn_window_update (self);
}

void
prn_window_set_document (PrnWindow *self, PrnDocument *document)
{
  const char *title = prn_map_get_title (prn_document_get_map (document));

  g_set_object (&self->document, document);
  g_clear_pointer (&self->findings, prn_findings_unref);
  ensure_map_page (self);
  prn_map_page_set_document (self->map_page, document);
  prn_map_page_set_mode (self->map_page, "draw");
  gtk_window_set_title (GTK_WINDOW (self), title[0] != '\0' ? title : _("Perennial"));
  prn_window_show_map (self);
}

void
prn_window_update (PrnWindow *self)
{
  gboolean on_map = shows (self, "map");
  PrnActionNeeds have = PRN_NEEDS_NOTHING;
  PrnJob *job = self->job;

  if (self->document != NULL && on_map)
    have |= PRN_NEEDS_MAP;
  if (self->document != NULL && !prn_document_is_empty (self->document))
    have |= PRN_NEEDS_STAGES;
  if (on_map && prn_map_page_get_selected (self->map_page) != NULL)
    have |= PRN_NEEDS_SELECTION;
  if (self->session != NULL) {
    have |= PRN_NEEDS_SOURCE;
    /* One that the user stopped is read again when it is needed. */
    if (prn_log_session_get_log (self->session) != NULL ||
        (prn_log_session_get_job (self->session) == NULL &&
         prn_log_session_get_error (self->session) == NULL))
      have |= PRN_NEEDS_LOG;
    if (job == NULL)
      job = prn_log_session_get_job (self->session);
  }
  if (job == NULL && on_map)
    job = prn_map_page_get_job (self->map_page);
  prn_actions_enable (G_ACTION_MAP (self), have);
  if (self->map_page != NULL)
    prn_map_page_set_log_name (
        self->map_page, self->session != NULL ? prn_log_session_get_name (self->session) : NULL);

  if (self->job_bar == NULL && job != NULL) {
    self->job_bar = PRN_JOB_BAR (prn_job_bar_new ());
    gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->job_bar));
    g_signal_connect_object (self->job_bar, "cancelled", G_CALLBACK (prn_window_cancel), self,
                             G_CONNECT_SWAPPED);
  }
  if (self->job_bar != NULL)
    prn_job_bar_set_job (self->job_bar, job);
}

void
prn_window_cancel (PrnWindow *self)
{
  if (self->job != NULL)
    prn_job_cancel (self->job);
  else if (self->session != NULL && prn_log_session_get_job (self->session) != NULL)
    prn_log_session_cancel (self->session);
  else if (self->map_page != NULL && prn_map_page_get_job (self->map_page) != NULL)
    prn_job_cancel (prn_map_page_get_job (self->map_page));
}

void
prn_window_run (PrnWindow *self, PrnJob *job, GAsyncReadyCallback callback)
{
  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  self->job = job;
  prn_job_start (job, callback, g_object_ref (self));
  prn_window_update (self);
}

gpointer
prn_window_finish (PrnWindow *self, PrnJob *job, GAsyncResult *result, const char *heading)
{
  g_autoptr (PrnWindow) kept = self;
  g_autoptr (GError) error = NULL;
  gpointer value = prn_job_finish (job, result, &error);

  if (job == self->job) {
    g_clear_object (&self->job);
    prn_window_update (self);
  }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    prn_dialog_error (GTK_WINDOW (self), heading, error->message);
  return value;
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_open_map_dialog (user_data);
}

static void
open_log_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_open_log_dialog (user_data);
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_open_sample (user_data);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_save_as (user_data);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_export (user_data);
}

static void
start_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_show_start (user_data);
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PrnWindow *self = user_data;

  if (self->document != NULL && !shows (self, "map"))
    prn_window_show_map (self);
  else
    prn_window_show_start (self);
}

static void
replay_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_replay (user_data);
}

static void
log_settings_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_show_log (user_data);
}

static void
discover_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_window_discover (user_data);
}

static void
mode_change (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PrnWindow *self = user_data;

  prn_map_page_set_mode (self->map_page, g_variant_get_string (value, NULL));
}

static void
panel_change (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PrnWindow *self = user_data;

  g_object_set (self->map_page, "show-panel", g_variant_get_boolean (value), NULL);
}

/* Which move of the view an action is. */
static const struct {
  const char *name;
  PrnZoom zoom;
} zooms[] = {
  { "zoom-in", PRN_ZOOM_IN },
  { "zoom-out", PRN_ZOOM_OUT },
  { "zoom-100", PRN_ZOOM_100 },
  { "zoom-fit", PRN_ZOOM_FIT },
  { "zoom-selection", PRN_ZOOM_SELECTION },
};

static void
zoom_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PrnWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (g_str_equal (zooms[i].name, g_action_get_name (G_ACTION (action))))
      prn_map_page_zoom (self->map_page, zooms[i].zoom);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/app/perennial/Perennial/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, user_data);
  gtk_window_present (overlay);
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_action },
  { .name = "open-log", .activate = open_log_action },
  { .name = "sample", .activate = sample_action },
  { .name = "save-as", .activate = save_as_action },
  { .name = "export", .activate = export_action },
  { .name = "start", .activate = start_action },
  { .name = "back", .activate = back_action },
  { .name = "replay", .activate = replay_action },
  { .name = "log-settings", .activate = log_settings_action },
  { .name = "discover", .activate = discover_action },
  { .name = "mode", .parameter_type = "s", .state = "'draw'", .change_state = mode_change },
  { .name = "panel", .state = "true", .change_state = panel_change },
  { .name = "zoom-in", .activate = zoom_action },
  { .name = "zoom-out", .activate = zoom_action },
  { .name = "zoom-100", .activate = zoom_action },
  { .name = "zoom-fit", .activate = zoom_action },
  { .name = "zoom-selection", .activate = zoom_action },
  { .name = "shortcuts", .activate = shortcuts_action },
};

static gboolean
drop_cb (PrnWindow *self, const GValue *value)
{
  prn_window_open_any (self, g_value_get_boxed (value));
  return TRUE;
}

/* While something that can be dropped is over the window, the window says so. */
static void
current_drop_cb (PrnWindow *self, GParamSpec *pspec, GtkDropTarget *target)
{
  gboolean over = gtk_drop_target_get_current_drop (target) != NULL;

  if (over && self->drop_hint == NULL) {
    self->drop_hint = adw_status_page_new ();
    g_object_set (self->drop_hint, "icon-name", "document-open-symbolic", "title",
                  _("Drop to Open"), "description", _("A map, a log, or both"), "can-target",
                  FALSE, NULL);
    gtk_widget_add_css_class (self->drop_hint, "drop-hint");
    gtk_overlay_add_overlay (self->overlay, self->drop_hint);
  }
  if (self->drop_hint != NULL)
    gtk_widget_set_visible (self->drop_hint, over);
}

static void
add_drop_target (PrnWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (current_drop_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
prn_window_close_request (GtkWindow *window)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  int width, height;

  if (settings != NULL) {
    gtk_window_get_default_size (window, &width, &height);
    g_settings_set_int (settings, "window-width", CLAMP (width, 360, 32767));
    g_settings_set_int (settings, "window-height", CLAMP (height, 300, 32767));
    g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  }
  return GTK_WINDOW_CLASS (prn_window_parent_class)->close_request (window);
}

static void
restore_size (PrnWindow *self)
{
  g_autoptr (GSettings) settings = prn_settings_new ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
prn_window_dispose (GObject *object)
{
  PrnWindow *self = PRN_WINDOW (object);

  /* The parts still speak while they go: nobody is to listen any more. */
  if (self->map_page != NULL)
    g_signal_handlers_disconnect_by_func (self->map_page, map_page_notify_cb, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->job != NULL)
    prn_job_cancel (self->job);
  if (self->session != NULL)
    prn_log_session_cancel (self->session);
  self->map_page = NULL;
  self->log_page = NULL;
  self->job_bar = NULL;
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, prn_findings_unref);
  g_clear_pointer (&self->next_log, g_free);

  G_OBJECT_CLASS (prn_window_parent_class)->dispose (object);
}

static void
prn_window_class_init (PrnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = prn_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/perennial/Perennial/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PrnWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, PrnWindow, pages);
}

static void
prn_window_init (PrnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  self->start_page = PRN_START_PAGE (add_page (self, prn_start_page_new (), "start"));
  g_signal_connect_object (self->start_page, "template-chosen",
                           G_CALLBACK (prn_window_open_template), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "map-chosen", G_CALLBACK (prn_window_open_recent),
                           self, G_CONNECT_SWAPPED);
  restore_size (self);
  add_drop_target (self);
  prn_window_update (self);
}

GtkWidget *
prn_window_new (AdwApplication *application)
{
  return g_object_new (PRN_TYPE_WINDOW, "application", application, NULL);
}

gboolean
prn_window_is_unused (PrnWindow *self)
{
  g_return_val_if_fail (PRN_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->session == NULL && self->job == NULL;
}
