/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-progress.h"

#include <stdio.h>
#include <unistd.h>

#define FIRST_AFTER (500 * G_TIME_SPAN_MILLISECOND)
#define THEN_EVERY  (100 * G_TIME_SPAN_MILLISECOND)

struct _PrnCliProgress {
  PrnProgress progress;
  char *label;
  GThread *thread; /* NULL when nobody is looking */
  GMutex mutex;
  GCond stopped_cond;
  gboolean stopped;
};

static gpointer
watch (gpointer data)
{
  PrnCliProgress *self = data;
  gint64 next = g_get_monotonic_time () + FIRST_AFTER;
  gboolean shown = FALSE;

  g_mutex_lock (&self->mutex);
  while (!self->stopped) {
    if (g_cond_wait_until (&self->stopped_cond, &self->mutex, next))
      continue;

    fprintf (stderr, "\r%s … %d %%\033[K", self->label,
             g_atomic_int_get (&self->progress.fraction) / 10000);
    shown = TRUE;
    next = g_get_monotonic_time () + THEN_EVERY;
  }
  g_mutex_unlock (&self->mutex);

  if (shown)
    fputs ("\r\033[K", stderr);

  return NULL;
}

PrnCliProgress *
prn_cli_progress_start (const char *label)
{
  PrnCliProgress *self = g_new0 (PrnCliProgress, 1);

  if (!isatty (STDERR_FILENO))
    return self;

  self->label = g_utf8_make_valid (label, -1);
  for (char *p = self->label; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  g_mutex_init (&self->mutex);
  g_cond_init (&self->stopped_cond);
  self->thread = g_thread_new ("progress", watch, self);

  return self;
}

void
prn_cli_progress_stop (PrnCliProgress *self)
{
  if (self->thread != NULL) {
    g_mutex_lock (&self->mutex);
    self->stopped = TRUE;
    g_cond_signal (&self->stopped_cond);
    g_mutex_unlock (&self->mutex);

    g_thread_join (self->thread);
    g_mutex_clear (&self->mutex);
    g_cond_clear (&self->stopped_cond);
  }

  g_free (self->label);
  g_free (self);
}

PrnProgress *
prn_cli_progress_get (PrnCliProgress *self)
{
  return &self->progress;
}
