/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dialogs.h"
#include "prn-jobs.h"

static void
drop_log (PrnWindow *self)
{
  g_clear_object (&self->session);
  if (self->log_page != NULL)
    prn_log_page_set_session (self->log_page, NULL);
  self->then = PRN_THEN_NOTHING;
}

/* Without so much as a guess the file is no log: it is left, and the window is as before. */
static void
tell_unreadable (PrnWindow *self, const GError *error)
{
  g_autofree char *heading =
      g_strdup_printf (_("%s Is Not a Log"), prn_log_session_get_name (self->session));

  prn_dialog_error (GTK_WINDOW (self), heading, error->message);
  drop_log (self);
}

static void
session_changed_cb (PrnWindow *self, PrnLogSession *session)
{
  const GError *error = prn_log_session_get_error (session);

  if (session != self->session)
    return;
  if (error != NULL && prn_log_session_get_guess (session) == NULL) {
    tell_unreadable (self, error);
  } else if (error != NULL ||
             (self->then == PRN_THEN_SHOW_LOG && prn_log_session_get_guess (session) != NULL)) {
    self->then = PRN_THEN_NOTHING;
    prn_window_show_log (self);
  } else if (self->then == PRN_THEN_REPLAY && prn_log_session_get_log (session) != NULL) {
    self->then = PRN_THEN_NOTHING;
    prn_window_replay (self);
  } else if (self->then == PRN_THEN_DISCOVER && prn_log_session_get_log (session) != NULL) {
    self->then = PRN_THEN_NOTHING;
    prn_window_discover (self);
  } else if (prn_log_session_get_job (session) == NULL &&
             prn_log_session_get_log (session) == NULL) {
    self->then = PRN_THEN_NOTHING; /* the user stopped it */
  }
  prn_window_update (self);
}

static PrnMap *
present_map (PrnWindow *self)
{
  return self->document != NULL ? prn_document_get_map (self->document) : NULL;
}

void
prn_window_set_log (PrnWindow *self, const char *path, PrnThen then)
{
  g_auto (GStrv) columns = prn_plan_columns_of (present_map (self));

  if (self->session != NULL) {
    g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
    prn_log_session_cancel (self->session);
    drop_log (self);
  }
  self->session = prn_log_session_new (path);
  self->then = then;
  prn_log_session_set_columns (self->session, (const char *const *) columns);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  prn_log_session_read (self->session);
}

static void
replay_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  g_autoptr (PrnFindings) findings =
      prn_window_finish (self, PRN_JOB (job), result, _("The Log Cannot Be Replayed"));

  if (findings == NULL || self->session == NULL ||
      prn_findings_get_map (findings) != present_map (self))
    return;
  g_clear_pointer (&self->findings, prn_findings_unref);
  self->findings = g_steal_pointer (&findings);
  prn_window_show_map (self);
  prn_map_page_set_mode (self->map_page, "data");
  prn_map_page_set_findings (self->map_page, self->findings);
  g_object_set (self->map_page, "show-panel", TRUE, NULL);
  prn_window_update (self);
}

void
prn_window_replay (PrnWindow *self)
{
  PrnMap *map = present_map (self);
  g_auto (GStrv) columns = NULL;
  gboolean other;

  if (map == NULL || self->session == NULL || prn_document_is_empty (self->document))
    return;

  columns = prn_plan_columns_of (map);
  other = prn_log_session_set_columns (self->session, (const char *const *) columns);
  if (other || prn_log_session_get_log (self->session) == NULL) {
    /* This map looks at other columns than the one before. */
    self->then = PRN_THEN_REPLAY;
    if (other || prn_log_session_get_job (self->session) == NULL)
      prn_log_session_read (self->session);
    return;
  }
  prn_window_run (self,
                  prn_replay_job (map, prn_log_session_get_log (self->session),
                                  prn_log_session_get_name (self->session)),
                  replay_cb);
}

static void
discover_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  g_autoptr (PrnMap) map =
      prn_window_finish (self, PRN_JOB (job), result, _("No Map Can Be Drawn from This Log"));
  g_autoptr (PrnDocument) document = NULL;

  if (map == NULL)
    return;
  document = prn_document_new (map);
  prn_window_set_document (self, document);
  prn_window_replay (self);
}

void
prn_window_discover (PrnWindow *self)
{
  g_autofree char *title = NULL;
  char *dot;

  if (self->session == NULL)
    return;
  if (prn_log_session_get_log (self->session) == NULL) {
    self->then = PRN_THEN_DISCOVER;
    if (prn_log_session_get_job (self->session) == NULL)
      prn_log_session_read (self->session);
    return;
  }
  title = g_strdup (prn_log_session_get_name (self->session));
  dot = strchr (title, '.');
  if (dot != NULL && dot != title)
    *dot = '\0';
  prn_window_run (self, prn_discover_job (prn_log_session_get_log (self->session), title),
                  discover_cb);
}
