/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-threads.h"

void
prn_threads_run (const char *name, GThreadFunc work, gpointer workers, gsize size, guint n)
{
  g_autofree GThread **threads = g_new (GThread *, n);

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new (name, work, (guint8 *) workers + i * size);
  work (workers);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

guint
prn_threads_number (guint wanted)
{
  return wanted > 0 ? wanted : g_get_num_processors ();
}
