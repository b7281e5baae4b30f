/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* The lines of a scene that was made in haste are found in a thread, once the rest is on the
 * screen. What is edited meanwhile is done to what was found: nothing else moves. */

static void
settle_work (GTask *task, gpointer source, gpointer scene, GCancellable *cancellable)
{
  g_task_return_pointer (task, prn_scene_settle (scene), (GDestroyNotify) prn_scene_unref);
}

static void
take_lines (PrnCanvas *self, PrnScene *scene, PrnScene *settled)
{
  g_autoptr (PrnScene) next = self->scene == scene ? prn_scene_ref (settled)
                                                   : prn_scene_take_over (self->scene, settled);

  if (next != NULL)
    prn_canvas_set_scene (self, next);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PrnScene) settled = g_task_propagate_pointer (G_TASK (result), NULL);
  PrnCanvas *self = data;

  if (settled == NULL)
    return; /* nobody wants it any more, and there may be no canvas */
  g_clear_object (&self->settling);
  /* A gesture keeps the scene it began with; what it leads to is settled after it. */
  if (self->tool == NULL)
    take_lines (self, g_task_get_task_data (G_TASK (result)), settled);
}

void
prn_canvas_find_lines (PrnCanvas *self)
{
  guint n = self->scene != NULL ? prn_scene_n_unsettled (self->scene) : 0;
  g_autoptr (GTask) task = NULL;

  if (n == 0 || n > PRN_UNSETTLED_MAX || self->settling != NULL || self->tool != NULL)
    return;
  self->settling = g_cancellable_new ();
  /* Without the canvas as its source: a task may be the last to let go of that, in its thread. */
  task = g_task_new (NULL, self->settling, settled_cb, self);
  g_task_set_task_data (task, prn_scene_ref (self->scene), (GDestroyNotify) prn_scene_unref);
  g_task_run_in_thread (task, settle_work);
}

void
prn_canvas_forget_lines (PrnCanvas *self)
{
  if (self->settling != NULL)
    g_cancellable_cancel (self->settling);
  g_clear_object (&self->settling);
}
