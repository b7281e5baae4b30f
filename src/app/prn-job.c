/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-job.h"

#define NOTIFY_INTERVAL_MS 100

struct _PrnJob {
  GObject parent;

  char *label;
  PrnJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  PrnProgress progress;
  int notified;
  guint timer;
};

enum {
  PROP_FRACTION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_TYPE (PrnJob, prn_job, G_TYPE_OBJECT)

static void
prn_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PrnJob *self = PRN_JOB (object);

  switch (id) {
  case PROP_FRACTION:
    g_value_set_double (value, prn_job_get_fraction (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_job_finalize (GObject *object)
{
  PrnJob *self = PRN_JOB (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->progress.cancellable);
  g_free (self->label);

  G_OBJECT_CLASS (prn_job_parent_class)->finalize (object);
}

static void
prn_job_class_init (PrnJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = prn_job_get_property;
  object_class->finalize = prn_job_finalize;

  props[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
prn_job_init (PrnJob *self)
{
  self->progress.cancellable = g_cancellable_new ();
}

PrnJob *
prn_job_new (const char *label,
             PrnJobFunc func,
             gpointer data,
             GDestroyNotify free_data,
             GDestroyNotify free_result)
{
  PrnJob *self = g_object_new (PRN_TYPE_JOB, NULL);

  self->label = g_strdup (label);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->free_result = free_result;
  return self;
}

static gboolean
notify_cb (gpointer user_data)
{
  PrnJob *self = user_data;
  int fraction = g_atomic_int_get (&self->progress.fraction);

  if (fraction != self->notified) {
    self->notified = fraction;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  }
  return G_SOURCE_CONTINUE;
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PrnJob *self = source;
  GError *error = NULL;
  gpointer result = self->func (self->data, &self->progress, &error);

  if (g_task_return_error_if_cancelled (task)) {
    if (result != NULL)
      self->free_result (result);
    g_clear_error (&error);
  } else if (result != NULL) {
    g_task_return_pointer (task, result, self->free_result);
  } else {
    g_task_return_error (task, error);
  }
}

void
prn_job_start (PrnJob *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PRN_IS_JOB (self));
  g_return_if_fail (self->timer == 0);

  task = g_task_new (self, self->progress.cancellable, callback, user_data);
  g_task_set_source_tag (task, prn_job_start);
  self->timer = g_timeout_add (NOTIFY_INTERVAL_MS, notify_cb, self);
  g_task_run_in_thread (task, work_thread);
}

gpointer
prn_job_finish (PrnJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
prn_job_cancel (PrnJob *self)
{
  g_return_if_fail (PRN_IS_JOB (self));

  g_cancellable_cancel (self->progress.cancellable);
}

const char *
prn_job_get_label (PrnJob *self)
{
  g_return_val_if_fail (PRN_IS_JOB (self), NULL);

  return self->label;
}

double
prn_job_get_fraction (PrnJob *self)
{
  g_return_val_if_fail (PRN_IS_JOB (self), 0);

  return CLAMP (g_atomic_int_get (&self->progress.fraction) / 1e6, 0, 1);
}
