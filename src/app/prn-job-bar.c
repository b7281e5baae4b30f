/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-job-bar.h"

#include <glib/gi18n-lib.h>

/* Nielsen, "Response times: the three important limits": up to here nothing needs to be said. */
#define PATIENCE_MS 400

struct _PrnJobBar {
  AdwBin parent;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;

  PrnJob *job;
  gulong fraction_handler;
  guint timer;
};

G_DEFINE_TYPE (PrnJobBar, prn_job_bar, ADW_TYPE_BIN)

enum {
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_job (PrnJobBar *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->job != NULL)
    g_clear_signal_handler (&self->fraction_handler, self->job);
  g_clear_object (&self->job);
}

static void
cancel_cb (PrnJobBar *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
prn_job_bar_dispose (GObject *object)
{
  forget_job (PRN_JOB_BAR (object));

  G_OBJECT_CLASS (prn_job_bar_parent_class)->dispose (object);
}

static void
prn_job_bar_class_init (PrnJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_job_bar_dispose;

  signals[CANCELLED] = g_signal_new ("cancelled", PRN_TYPE_JOB_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/perennial/Perennial/job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PrnJobBar, label);
  gtk_widget_class_bind_template_child (widget_class, PrnJobBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
prn_job_bar_init (PrnJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
prn_job_bar_new (void)
{
  return g_object_new (PRN_TYPE_JOB_BAR, NULL);
}

static void
fraction_cb (PrnJobBar *self)
{
  gtk_progress_bar_set_fraction (self->progress, prn_job_get_fraction (self->job));
}

static gboolean
reveal_cb (gpointer user_data)
{
  PrnJobBar *self = user_data;

  self->timer = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

void
prn_job_bar_set_job (PrnJobBar *self, PrnJob *job)
{
  g_return_if_fail (PRN_IS_JOB_BAR (self));

  if (job == self->job)
    return;
  forget_job (self);
  if (job == NULL) {
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  self->job = g_object_ref (job);
  self->fraction_handler = g_signal_connect_object (
      job, "notify::fraction", G_CALLBACK (fraction_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->label, prn_job_get_label (job));
  fraction_cb (self);
  if (!gtk_revealer_get_reveal_child (self->revealer))
    self->timer = g_timeout_add (PATIENCE_MS, reveal_cb, self);
}
