/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-session.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"

struct _PrnLogSession {
  GObject parent;

  char *path;
  char *name;
  char *choices[PRN_N_LOG_CHOICES];
  gboolean no_header;
  char **columns;

  PrnJob *job;
  PrnLogGuess *guess;
  PrnLog *log;
  PrnReplayMemory *memory; /* comes and goes with the log */
  GError *error;
};

G_DEFINE_TYPE (PrnLogSession, prn_log_session, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a thread works on: copies, so that the user may go on deciding. */
typedef struct {
  char *path;
  char *choices[PRN_N_LOG_CHOICES];
  char **columns;
  PrnLogOptions options;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  for (guint i = 0; i < PRN_N_LOG_CHOICES; i++)
    g_free (work->choices[i]);
  g_strfreev (work->columns);
  g_free (work);
}

static Work *
work_new (PrnLogSession *self)
{
  Work *work = g_new0 (Work, 1);
  const char *delimiter;

  work->path = g_strdup (self->path);
  for (guint i = 0; i < PRN_N_LOG_CHOICES; i++)
    work->choices[i] = g_strdup (self->choices[i]);
  work->columns = g_strdupv (self->columns);
  delimiter = work->choices[PRN_LOG_CHOICE_DELIMITER];

  work->options = (PrnLogOptions){
    .customer = work->choices[PRN_LOG_CHOICE_CUSTOMER],
    .event = work->choices[PRN_LOG_CHOICE_EVENT],
    .time = work->choices[PRN_LOG_CHOICE_TIME],
    .stage_column = work->choices[PRN_LOG_CHOICE_STAGE],
    .time_format = work->choices[PRN_LOG_CHOICE_TIME_FORMAT],
    .zone = work->choices[PRN_LOG_CHOICE_ZONE],
    .delimiter = delimiter != NULL ? delimiter[0] : 0,
    .encoding = work->choices[PRN_LOG_CHOICE_ENCODING],
    .no_header = self->no_header,
    .columns = (const char *const *) work->columns,
  };
  return work;
}

static void
prn_log_session_finalize (GObject *object)
{
  PrnLogSession *self = PRN_LOG_SESSION (object);

  g_free (self->path);
  g_free (self->name);
  for (guint i = 0; i < PRN_N_LOG_CHOICES; i++)
    g_free (self->choices[i]);
  g_strfreev (self->columns);
  g_clear_pointer (&self->guess, prn_log_guess_free);
  g_clear_pointer (&self->log, prn_log_unref);
  g_clear_pointer (&self->memory, prn_replay_memory_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (prn_log_session_parent_class)->finalize (object);
}

static void
prn_log_session_class_init (PrnLogSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = prn_log_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", PRN_TYPE_LOG_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
prn_log_session_init (PrnLogSession *self)
{
  self->columns = g_new0 (char *, 1);
}

PrnLogSession *
prn_log_session_new (const char *path)
{
  PrnLogSession *self = g_object_new (PRN_TYPE_LOG_SESSION, NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

const char *
prn_log_session_get_name (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->name;
}

gboolean
prn_log_session_set_choice (PrnLogSession *self, PrnLogChoice choice, const char *value)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), FALSE);

  if (value != NULL && value[0] == '\0')
    value = NULL;
  if (g_strcmp0 (value, self->choices[choice]) == 0)
    return FALSE;
  g_free (self->choices[choice]);
  self->choices[choice] = g_strdup (value);
  return TRUE;
}

gboolean
prn_log_session_set_no_header (PrnLogSession *self, gboolean no_header)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), FALSE);

  if (!self->no_header == !no_header)
    return FALSE;
  self->no_header = no_header;
  return TRUE;
}

gboolean
prn_log_session_set_columns (PrnLogSession *self, const char *const *columns)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), FALSE);

  if (g_strv_equal ((const char *const *) self->columns, columns))
    return FALSE;
  g_strfreev (self->columns);
  self->columns = g_strdupv ((char **) columns);
  return TRUE;
}

static void
emit_changed (PrnLogSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gpointer
guess_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;

  return prn_log_guess (work->path, &work->options, error);
}

static gpointer
read_work (gpointer data, PrnProgress *progress, GError **error)
{
  Work *work = data;

  return prn_log_read (work->path, &work->options, NULL, progress, error);
}

/* Whether the job whose end is being told of is still the one that counts. */
static gboolean
take_job (PrnLogSession *self, GObject *job, GError *error)
{
  if (self->job != PRN_JOB (job))
    return FALSE;
  g_clear_object (&self->job);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_error_copy (error);
  return TRUE;
}

static void
start_job (PrnLogSession *self,
           const char *label,
           PrnJobFunc func,
           GDestroyNotify free_result,
           GAsyncReadyCallback callback)
{
  self->job = prn_job_new (label, func, work_new (self), work_free, free_result);
  prn_job_start (self->job, callback, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PrnLogSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_job_finish (PRN_JOB (source), result, &error);

  if (!take_job (self, source, error))
    return;
  self->log = g_steal_pointer (&log);
  self->memory = prn_replay_memory_new ();
  emit_changed (self);
}

/* What the user has to say before anything can be read; in the words of the page. */
static const char *
missing_role (const PrnLogGuess *guess)
{
  if (guess->customer < 0)
    return _("No column looks like the customer. Choose the one that says whose row it is.");
  if (guess->event < 0 && guess->stage < 0)
    return _("No column looks like the activity. Choose the one that says what happened.");
  if (guess->time < 0)
    return _("No column looks like the time. Choose the one that says when it happened.");
  return NULL;
}

static void
guess_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PrnLogSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLogGuess) guess = prn_job_finish (PRN_JOB (source), result, &error);

  if (!take_job (self, source, error))
    return;
  if (guess != NULL) {
    const char *missing = missing_role (guess);

    g_clear_pointer (&self->guess, prn_log_guess_free);
    self->guess = g_steal_pointer (&guess);
    if (missing != NULL) {
      self->error = g_error_new_literal (PRN_ERROR, PRN_ERROR_USAGE, missing);
    } else {
      g_autofree char *label = g_strdup_printf (_("Reading %s"), self->name);

      start_job (self, label, read_work, (GDestroyNotify) prn_log_unref, read_cb);
    }
  }
  emit_changed (self);
}

void
prn_log_session_read (PrnLogSession *self)
{
  g_autofree char *label = NULL;

  g_return_if_fail (PRN_IS_LOG_SESSION (self));

  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->log, prn_log_unref);
  g_clear_pointer (&self->memory, prn_replay_memory_unref);
  g_clear_error (&self->error);

  label = g_strdup_printf (_("Looking at %s"), self->name);
  start_job (self, label, guess_work, (GDestroyNotify) prn_log_guess_free, guess_cb);
  emit_changed (self);
}

void
prn_log_session_cancel (PrnLogSession *self)
{
  g_return_if_fail (PRN_IS_LOG_SESSION (self));

  if (self->job == NULL)
    return;
  prn_job_cancel (self->job);
  g_clear_object (&self->job);
  emit_changed (self);
}

PrnJob *
prn_log_session_get_job (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->job;
}

const PrnLogGuess *
prn_log_session_get_guess (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->guess;
}

PrnLog *
prn_log_session_get_log (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->log;
}

PrnReplayMemory *
prn_log_session_get_memory (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->memory;
}

const GError *
prn_log_session_get_error (PrnLogSession *self)
{
  g_return_val_if_fail (PRN_IS_LOG_SESSION (self), NULL);

  return self->error;
}
