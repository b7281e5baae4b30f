/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dialogs.h"
#include "prn-jobs.h"

static void
drop_log (PrnWindow *self)
{
  g_clear_object (&self->tab->session);
  if (self->log_page != NULL)
    prn_log_page_set_session (self->log_page, NULL);
  self->tab->then = PRN_THEN_NOTHING;
}

/* Without so much as a guess the file is no log: it is left, and the window is as before. */
static void
tell_unreadable (PrnWindow *self, const GError *error)
{
  g_autofree char *heading =
      g_strdup_printf (_("%s Is Not a Log"), prn_log_session_get_name (self->tab->session));

  prn_dialog_error (GTK_WINDOW (self), heading, error->message);
  drop_log (self);
}

static void
session_changed_cb (PrnWindow *self, PrnLogSession *session)
{
  const GError *error = prn_log_session_get_error (session);

  if (session != self->tab->session)
    return;
  if (error != NULL && prn_log_session_get_guess (session) == NULL) {
    tell_unreadable (self, error);
  } else if (error != NULL ||
             (self->tab->then == PRN_THEN_SHOW_LOG && prn_log_session_get_guess (session) != NULL)) {
    self->tab->then = PRN_THEN_NOTHING;
    prn_window_show_log (self);
  } else if (self->tab->then == PRN_THEN_REPLAY && prn_log_session_get_log (session) != NULL) {
    self->tab->then = PRN_THEN_NOTHING;
    prn_window_replay (self);
  } else if (self->tab->then == PRN_THEN_DISCOVER && prn_log_session_get_log (session) != NULL) {
    self->tab->then = PRN_THEN_NOTHING;
    prn_window_discover (self);
  } else if (prn_log_session_get_job (session) == NULL &&
             prn_log_session_get_log (session) == NULL) {
    self->tab->then = PRN_THEN_NOTHING; /* the user stopped it */
  }
  prn_window_update (self);
}

void
prn_window_log_changed (PrnWindow *self)
{
  if (self->tab->session != NULL)
    session_changed_cb (self, self->tab->session);
}

/* Whether the log at hand is that of another tab, too: of the map it was drawn from. */
static gboolean
is_shared (PrnWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tabs->len; i++)
    n += ((PrnTab *) self->tabs->pdata[i])->session == self->tab->session;
  return n > 1;
}

static PrnMap *
present_map (PrnWindow *self)
{
  return self->tab->document != NULL ? prn_document_get_map (self->tab->document) : NULL;
}

void
prn_window_set_log (PrnWindow *self, const char *path, PrnThen then)
{
  g_auto (GStrv) columns = prn_plan_columns_of (present_map (self));

  if (self->tab->session != NULL && !is_shared (self)) {
    g_signal_handlers_disconnect_by_func (self->tab->session, session_changed_cb, self);
    prn_log_session_cancel (self->tab->session);
  }
  if (self->tab->session != NULL)
    drop_log (self);
  self->tab->session = prn_log_session_new (path);
  self->tab->then = then;
  prn_log_session_set_columns (self->tab->session, (const char *const *) columns);
  g_signal_connect_object (self->tab->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  prn_log_session_read (self->tab->session);
}

static void
replay_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  g_autoptr (PrnFindings) findings =
      prn_window_finish (self, PRN_JOB (job), result, _("The Log Cannot Be Replayed"));

  if (findings == NULL || self->tab->session == NULL ||
      prn_findings_get_map (findings) != present_map (self))
    return;
  g_clear_pointer (&self->tab->findings, prn_findings_unref);
  self->tab->findings = g_steal_pointer (&findings);
  prn_window_show_map (self);
  prn_map_page_set_mode (self->tab->map_page, "data");
  prn_map_page_set_findings (self->tab->map_page, self->tab->findings);
  g_object_set (self->tab->map_page, "show-panel", TRUE, NULL);
  prn_window_update (self);
}

void
prn_window_replay (PrnWindow *self)
{
  PrnMap *map = present_map (self);
  g_auto (GStrv) columns = NULL;
  gboolean other;

  if (map == NULL || self->tab->session == NULL || prn_document_is_empty (self->tab->document))
    return;

  columns = prn_plan_columns_of (map);
  other = prn_log_session_set_columns (self->tab->session, (const char *const *) columns);
  if (other || prn_log_session_get_log (self->tab->session) == NULL) {
    /* This map looks at other columns than the one before. */
    self->tab->then = PRN_THEN_REPLAY;
    if (other || prn_log_session_get_job (self->tab->session) == NULL)
      prn_log_session_read (self->tab->session);
    return;
  }
  prn_window_run (self,
                  prn_replay_job (map, prn_log_session_get_log (self->tab->session),
                                  prn_log_session_get_memory (self->tab->session),
                                  prn_log_session_get_name (self->tab->session)),
                  replay_cb);
}

static void
discover_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  PrnWindow *self = user_data;
  g_autoptr (PrnMap) map =
      prn_window_finish (self, PRN_JOB (job), result, _("No Map Can Be Drawn from This Log"));
  g_autoptr (PrnDocument) document = NULL;
  g_autoptr (PrnMap) blank = NULL;

  if (map == NULL)
    return;
  /* A step, so that it is neither closed without asking nor lost in a crash. */
  blank = prn_map_new (prn_map_get_title (map));
  document = prn_document_new (blank);
  prn_window_set_document (self, document);
  prn_document_apply (document, map, _("Draw a Map from the Log"), NULL);
  prn_window_replay (self);
}

void
prn_window_discover (PrnWindow *self)
{
  g_autofree char *title = NULL;
  char *dot;

  if (self->tab->session == NULL)
    return;
  if (prn_log_session_get_log (self->tab->session) == NULL) {
    self->tab->then = PRN_THEN_DISCOVER;
    if (prn_log_session_get_job (self->tab->session) == NULL)
      prn_log_session_read (self->tab->session);
    return;
  }
  title = g_strdup (prn_log_session_get_name (self->tab->session));
  dot = strchr (title, '.');
  if (dot != NULL && dot != title)
    *dot = '\0';
  prn_window_run (self, prn_discover_job (prn_log_session_get_log (self->tab->session), title),
                  discover_cb);
}
