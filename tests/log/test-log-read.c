/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "prn-error.h"
#include "prn-log-read.h"

/* Known answers on real logs. */

typedef struct {
  const char *file;
  const char *customer, *event, *time; /* given; NULL is to be guessed */
  const char *found;                   /* the columns that serve */
  guint64 rows, customers, moves;
  guint activities;
} Known;

static const Known known[] = {
  { "ecom.csv", NULL, NULL, NULL, "user_id event timestamp", 31106, 600, 30506, 19 },
  { "ecom.csv", "session_id", NULL, NULL, "session_id event timestamp", 31106, 3605, 27501, 19 },
  { "ecom.csv", "#2", "#3", "#4", "session_id event timestamp", 31106, 3605, 27501, 19 },
  { "saas/events.csv", NULL, NULL, NULL, "customer_id event_name event_timestamp", 3623, 2000, 1623,
    3 },
  { "insurance-claims.csv", NULL, NULL, "end_time", "case_id activity end_time", 5443, 1000, 4443,
    7 },
  { "mobile-onboarding.csv", NULL, NULL, NULL, "user_pseudo_id event_name event_timestamp", 30943,
    4139, 26804, 18 },
  { "patients.csv", NULL, NULL, NULL, "patient handling time", 5442, 500, 4942, 7 },
  { "jaffle/raw_orders.csv", NULL, NULL, NULL, "user_id status order_date", 99, 62, 37, 5 },
};

static char *
shared_data (const char *file)
{
  const char *folder = g_getenv ("PERENNIAL_SHARED_DATA");
  g_autofree char *beside =
      g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), "..", "shared", "data", NULL);

  return g_build_filename (folder != NULL ? folder : beside, file, NULL);
}

static guint64
count_moves (PrnLog *log)
{
  guint64 moves = 0;

  for (guint p = 0; p < prn_log_n_parts (log); p++)
    moves += prn_log_part (log, p)->n_rows - prn_log_part (log, p)->n_customers;
  return moves;
}

static void
test_known (gconstpointer data)
{
  const Known *row = data;
  g_autofree char *path = shared_data (row->file);
  PrnLogOptions options = { .customer = row->customer, .event = row->event, .time = row->time };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autofree char *found = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the shared data are not there");
    return;
  }
  log = prn_log_read (path, &options, &guess, NULL, &error);
  g_assert_no_error (error);
  found = g_strjoin (" ", guess->columns[guess->customer], guess->columns[guess->event],
                     guess->columns[guess->time], NULL);
  g_assert_cmpstr (found, ==, row->found);
  g_assert_cmpuint (prn_log_n_read (log), ==, row->rows);
  g_assert_cmpuint (prn_log_n_accepted (log), ==, row->rows);
  g_assert_cmpuint (prn_log_n_customers (log), ==, row->customers);
  g_assert_cmpuint (prn_log_n_activities (log), ==, row->activities);
  g_assert_cmpuint (count_moves (log), ==, row->moves);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autofree char *name = g_strdup_printf ("/log/read/known/%u-%s", i, known[i].file);

    g_test_add_data_func (name, &known[i], test_known);
  }
  return g_test_run ();
}
