/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_threads_run:
 * @name: what the threads are called
 * @work: what each does; what it returns is not looked at
 * @workers: (array length=n): a structure for each
 * @size: of a structure
 * @n: how many threads work, the calling one among them
 *
 * Has @work done for each of @workers at the same time, and waits for all.
 */
void
prn_threads_run (const char *name, GThreadFunc work, gpointer workers, gsize size, guint n);

/**
 * prn_threads_number:
 * @wanted: how many are wanted; 0: as many as there are processors
 *
 * Returns: how many threads there will be
 */
guint prn_threads_number (guint wanted);

G_END_DECLS
