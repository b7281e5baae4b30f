/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "prn-log-session.h"

/* A file that is removed when the test is over. */
typedef struct {
  char *folder;
  char *path;
} File;

static void
file_write (File *file, const char *name, const char *text)
{
  file->folder = g_dir_make_tmp ("prn-log-session-XXXXXX", NULL);
  file->path = g_build_filename (file->folder, name, NULL);
  g_assert_true (g_file_set_contents (file->path, text, -1, NULL));
}

static void
file_remove (File *file)
{
  g_unlink (file->path);
  g_rmdir (file->folder);
  g_free (file->path);
  g_free (file->folder);
}

static void
read_to_end (PrnLogSession *session)
{
  prn_log_session_read (session);
  while (prn_log_session_get_job (session) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What is not decided is guessed; what is decided holds. */
static void
test_read (void)
{
  File file;
  g_autoptr (PrnLogSession) session = NULL;
  const PrnLogGuess *guess;

  file_write (&file, "log.csv",
              "who,what,when,where\n1,start,2026-01-01,web\n1,end,2026-01-02,shop\n"
              "2,start,never,web\n");
  session = prn_log_session_new (file.path);
  g_assert_cmpstr (prn_log_session_get_name (session), ==, "log.csv");
  prn_log_session_set_choice (session, PRN_LOG_CHOICE_CUSTOMER, "#1");
  prn_log_session_set_choice (session, PRN_LOG_CHOICE_EVENT, "what");
  prn_log_session_set_choice (session, PRN_LOG_CHOICE_TIME, "when");
  read_to_end (session);

  g_assert_null (prn_log_session_get_error (session));
  guess = prn_log_session_get_guess (session);
  g_assert_cmpint (guess->customer, ==, 0);
  g_assert_cmpint (guess->event, ==, 1);
  g_assert_cmpint (guess->time, ==, 2);
  g_assert_cmpuint (prn_log_n_read (prn_log_session_get_log (session)), ==, 3);
  g_assert_cmpuint (prn_log_n_rejected (prn_log_session_get_log (session)), ==, 1);

  g_assert_true (prn_log_session_set_choice (session, PRN_LOG_CHOICE_EVENT, "where"));
  g_assert_false (prn_log_session_set_choice (session, PRN_LOG_CHOICE_EVENT, "where"));
  read_to_end (session);
  g_assert_cmpstr (prn_log_activity (prn_log_session_get_log (session), 0), ==, "web");
  file_remove (&file);
}

/* The columns that a map looks at are kept. */
static void
test_columns (void)
{
  static const char *const columns[] = { "plan", NULL };
  File file;
  g_autoptr (PrnLogSession) session = NULL;

  file_write (&file, "log.csv",
              "customer_id,event,timestamp,plan\n1,start,2026-01-01,pro\n2,start,2026-01-02,\n");
  session = prn_log_session_new (file.path);
  read_to_end (session);
  g_assert_cmpint (prn_log_column (prn_log_session_get_log (session), "plan"), ==, -1);

  g_assert_true (prn_log_session_set_columns (session, columns));
  g_assert_false (prn_log_session_set_columns (session, columns));
  read_to_end (session);
  g_assert_cmpint (prn_log_column (prn_log_session_get_log (session), "plan"), >=, 0);
  file_remove (&file);
}

/* A column that nothing looks like is asked for in words, and the guess is there to choose from. */
static void
test_missing_role (void)
{
  File file;
  g_autoptr (PrnLogSession) session = NULL;

  file_write (&file, "log.csv", "customer_id,event,when\n1,start,soon\n2,start,later\n");
  session = prn_log_session_new (file.path);
  read_to_end (session);
  g_assert_null (prn_log_session_get_log (session));
  g_assert_nonnull (prn_log_session_get_guess (session));
  g_assert_nonnull (prn_log_session_get_error (session));
  g_assert_nonnull (strstr (prn_log_session_get_error (session)->message, "the time"));
  file_remove (&file);
}

static void
test_no_file (void)
{
  g_autoptr (PrnLogSession) session = prn_log_session_new ("no-such-log.csv");

  read_to_end (session);
  g_assert_null (prn_log_session_get_guess (session));
  g_assert_nonnull (prn_log_session_get_error (session));
}

static void
test_cancel (void)
{
  File file;
  g_autoptr (PrnLogSession) session = NULL;

  file_write (&file, "log.csv", "customer_id,event,timestamp\n1,start,2026-01-01\n");
  session = prn_log_session_new (file.path);
  prn_log_session_read (session);
  prn_log_session_cancel (session);
  g_assert_null (prn_log_session_get_job (session));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (prn_log_session_get_log (session));
  g_assert_null (prn_log_session_get_error (session));
  file_remove (&file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-session/read", test_read);
  g_test_add_func ("/log-session/columns", test_columns);
  g_test_add_func ("/log-session/missing-role", test_missing_role);
  g_test_add_func ("/log-session/no-file", test_no_file);
  g_test_add_func ("/log-session/cancel", test_cancel);

  return g_test_run ();
}
