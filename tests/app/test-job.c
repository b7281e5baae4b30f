/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-error.h"
#include "prn-job.h"

/* What a job's end told. */
typedef struct {
  GMainLoop *loop;
  char *result;
  GError *error;
  gboolean freed;
} End;

static void
end_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  End *end = user_data;

  end->result = prn_job_finish (PRN_JOB (job), result, &end->error);
  g_main_loop_quit (end->loop);
}

static gpointer
succeed (gpointer data, PrnProgress *progress, GError **error)
{
  prn_progress_set (progress, 1, 1);
  return g_strdup_printf ("%s!", (const char *) data);
}

static gpointer
fail (gpointer data, PrnProgress *progress, GError **error)
{
  prn_set_error_at (error, PRN_ERROR_SYNTAX, "line 3", "not a row");
  return NULL;
}

static gpointer
wait_for_cancel (gpointer data, PrnProgress *progress, GError **error)
{
  while (!prn_progress_is_cancelled (progress))
    g_usleep (1000);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  return NULL;
}

static void
run (PrnJob *job, End *end, gboolean cancel)
{
  end->loop = g_main_loop_new (NULL, FALSE);
  prn_job_start (job, end_cb, end);
  if (cancel)
    prn_job_cancel (job);
  g_main_loop_run (end->loop);
  g_main_loop_unref (end->loop);
}

static void
test_success (void)
{
  g_autoptr (PrnJob) job = prn_job_new ("Working", succeed, g_strdup ("done"), g_free, g_free);
  End end = { NULL };

  g_assert_cmpstr (prn_job_get_label (job), ==, "Working");
  g_assert_cmpfloat (prn_job_get_fraction (job), ==, 0);
  run (job, &end, FALSE);
  g_assert_no_error (end.error);
  g_assert_cmpstr (end.result, ==, "done!");
  g_assert_cmpfloat (prn_job_get_fraction (job), ==, 1);
  g_free (end.result);
}

static void
test_failure (void)
{
  g_autoptr (PrnJob) job = prn_job_new ("Working", fail, NULL, NULL, g_free);
  End end = { NULL };

  run (job, &end, FALSE);
  g_assert_null (end.result);
  g_assert_error (end.error, PRN_ERROR, PRN_ERROR_SYNTAX);
  g_clear_error (&end.error);
}

static void
test_cancel (void)
{
  g_autoptr (PrnJob) job = prn_job_new ("Working", wait_for_cancel, NULL, NULL, g_free);
  End end = { NULL };

  run (job, &end, TRUE);
  g_assert_null (end.result);
  g_assert_error (end.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&end.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/job/success", test_success);
  g_test_add_func ("/job/failure", test_failure);
  g_test_add_func ("/job/cancel", test_cancel);

  return g_test_run ();
}
