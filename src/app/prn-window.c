/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "prn-actions.h"
#include "prn-settings.h"
#include "prn-toasts.h"
#include "prn-window-private.h"

G_DEFINE_TYPE (PrnWindow, prn_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
add_page (PrnWindow *self, GtkWidget *page, const char *name)
{
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

gboolean
prn_window_shows (PrnWindow *self, const char *page)
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

PrnDocument *
prn_window_get_document (PrnWindow *self)
{
  return self->tab->document;
}

void
prn_window_show_map (PrnWindow *self)
{
  if (self->tab->map_page == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, "map");
  prn_map_page_focus (self->tab->map_page);
  prn_window_update (self);
}

void
prn_window_show_log (PrnWindow *self)
{
  if (self->tab->session == NULL)
    return;
  if (self->log_page == NULL)
    self->log_page = PRN_LOG_PAGE (add_page (self, prn_log_page_new (), "log"));
  prn_log_page_set_session (self->log_page, self->tab->session);
  prn_log_page_set_map (self->log_page, self->tab->document != NULL
                                            ? prn_document_get_map (self->tab->document)
                                            : NULL);
  gtk_stack_set_visible_child_name (self->pages, "log");
  prn_window_update (self);
}

static PrnActionNeeds
document_needs (PrnDocument *document, gboolean on_map)
{
  PrnActionNeeds have = PRN_NEEDS_NOTHING;

  if (on_map)
    have |= PRN_NEEDS_MAP;
  if (!prn_document_is_empty (document))
    have |= PRN_NEEDS_STAGES;
  if (on_map && prn_document_can_undo (document))
    have |= PRN_NEEDS_UNDO;
  if (on_map && prn_document_can_redo (document))
    have |= PRN_NEEDS_REDO;
  if (on_map && !prn_document_is_read_only (document) &&
      (prn_document_is_modified (document) || prn_document_get_path (document) == NULL))
    have |= PRN_NEEDS_UNSAVED;
  if (prn_document_get_path (document) != NULL && prn_document_is_modified (document))
    have |= PRN_NEEDS_OLD_FILE;
  if (prn_document_get_conflict (document) == PRN_FILE_CHANGED)
    have |= PRN_NEEDS_CONFLICT;
  return have;
}

static PrnActionNeeds
session_needs (PrnLogSession *session)
{
  /* One that the user stopped is read again when it is needed. */
  if (prn_log_session_get_log (session) != NULL ||
      (prn_log_session_get_job (session) == NULL && prn_log_session_get_error (session) == NULL))
    return PRN_NEEDS_SOURCE | PRN_NEEDS_LOG;
  return PRN_NEEDS_SOURCE;
}

static void
show_job (PrnWindow *self, PrnJob *job)
{
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
prn_window_update (PrnWindow *self)
{
  PrnTab *tab = self->tab;
  gboolean on_map = prn_window_shows (self, "map") && tab->map_page != NULL;
  PrnActionNeeds have = PRN_NEEDS_NOTHING;
  PrnJob *job = tab->job;
  int start = 0, end = 0;

  if (tab->document != NULL)
    have |= document_needs (tab->document, on_map) | (on_map ? PRN_NEEDS_TAB : 0);
  if (on_map && prn_map_page_get_selected (tab->map_page) != NULL)
    have |= PRN_NEEDS_SELECTION;
  if (tab->session != NULL) {
    have |= session_needs (tab->session);
    if (job == NULL)
      job = prn_log_session_get_job (tab->session);
  }
  if (job == NULL && on_map)
    job = prn_map_page_get_job (tab->map_page);
  prn_actions_enable (G_ACTION_MAP (self), have);
  if (on_map)
    prn_map_page_get_sides (tab->map_page, &start, &end);
  prn_toasts_set_sides (self->toasts, start, end);
  if (tab->map_page != NULL)
    prn_map_page_set_log_name (
        tab->map_page, tab->session != NULL ? prn_log_session_get_name (tab->session) : NULL);
  show_job (self, job);
}

void
prn_window_cancel (PrnWindow *self)
{
  if (self->tab->job != NULL)
    prn_job_cancel (self->tab->job);
  else if (self->tab->session != NULL && prn_log_session_get_job (self->tab->session) != NULL)
    prn_log_session_cancel (self->tab->session);
  else if (self->tab->map_page != NULL && prn_map_page_get_job (self->tab->map_page) != NULL)
    prn_job_cancel (prn_map_page_get_job (self->tab->map_page));
}

void
prn_window_run (PrnWindow *self, PrnJob *job, GAsyncReadyCallback callback)
{
  if (self->tab->job != NULL)
    prn_job_cancel (self->tab->job);
  g_clear_object (&self->tab->job);
  self->tab->job = job;
  prn_job_start (job, callback, g_object_ref (self));
  prn_window_update (self);
}

gpointer
prn_window_finish (PrnWindow *self, PrnJob *job, GAsyncResult *result, const char *heading)
{
  g_autoptr (PrnWindow) kept = self;
  g_autoptr (GError) error = NULL;
  gpointer value = prn_job_finish (job, result, &error);

  for (guint i = 0; i < self->tabs->len; i++) {
    PrnTab *tab = self->tabs->pdata[i];

    if (tab->job != job)
      continue;
    g_clear_object (&tab->job);
    /* What was asked for in another tab is shown there. */
    if (value != NULL)
      prn_window_select_tab (self, tab);
    prn_window_update (self);
  }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    prn_dialog_error (GTK_WINDOW (self), heading, error->message);
  return value;
}

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
  PrnWindow *self = PRN_WINDOW (window);
  g_autoptr (GSettings) settings = prn_settings_new ();
  int width, height;

  if (!prn_window_ask_to_close (self))
    return TRUE;
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

  self->log_page = NULL;
  self->job_bar = NULL;
  prn_window_dispose_tabs (self);

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
  gtk_widget_class_bind_template_child (widget_class, PrnWindow, tab_view);
}

/* Whoever began with a file does not see the page that lists them. */
static void
recovered_found_cb (PrnWindow *self)
{
  AdwToast *toast;

  if (prn_window_shows (self, "start"))
    return;
  toast = adw_toast_new (_("A map was not saved last time"));
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.start");
  adw_toast_set_timeout (toast, 0);
  prn_toasts_show (self->toasts, toast);
}

static void
prn_window_init (PrnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  prn_window_add_actions (self);

  prn_window_init_tabs (self);
  self->start_page = PRN_START_PAGE (add_page (self, prn_start_page_new (), "start"));
  g_signal_connect_object (self->start_page, "template-chosen",
                           G_CALLBACK (prn_window_open_template), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "map-chosen", G_CALLBACK (prn_window_open_recent),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (prn_start_page_get_recovered (self->start_page), "chosen",
                           G_CALLBACK (prn_window_set_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (prn_start_page_get_recovered (self->start_page), "found",
                           G_CALLBACK (recovered_found_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->pages, "start");
  restore_size (self);
  add_drop_target (self);
  prn_window_update (self);
}

GtkWidget *
prn_window_new (AdwApplication *application)
{
  return g_object_new (PRN_TYPE_WINDOW, "application", application, NULL);
}
