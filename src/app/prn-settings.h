/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is remembered from one start to the next. Without the installed schema nothing is, and
 * every function still works. */

/**
 * prn_settings_new:
 *
 * Returns: (transfer full) (nullable): the program's settings, %NULL when the schema is not found
 */
GSettings *prn_settings_new (void);

/**
 * prn_settings_get_flag:
 * @key: a key that is true or false
 * @otherwise: what it is without the schema
 *
 * Returns: what it is
 */
gboolean prn_settings_get_flag (const char *key, gboolean otherwise);

/**
 * prn_settings_get_recent:
 *
 * Returns: (transfer full) (array zero-terminated=1): paths of the maps opened last, the latest
 *   first; files that are no longer there are left out
 */
char **prn_settings_get_recent (void);

/**
 * prn_settings_add_recent:
 * @path: a map that was opened
 *
 * Puts a map at the head of the recent ones.
 */
void prn_settings_add_recent (const char *path);

/**
 * prn_settings_get_export_folder:
 *
 * Returns: (transfer full) (nullable): the folder of the last exported picture, %NULL when there is
 *   none
 */
char *prn_settings_get_export_folder (void);

/**
 * prn_settings_set_export_folder:
 * @path: a picture that is being exported
 *
 * Remembers the folder of a picture.
 */
void prn_settings_set_export_folder (const char *path);

G_END_DECLS
