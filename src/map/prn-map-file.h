/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"

G_BEGIN_DECLS

/* JSON in and out. */

/**
 * prn_map_parse:
 * @bytes: the file's content
 * @problems: (nullable) (element-type PrnProblem): every reason for refusing the content is
 *   appended, see prn-check.h; if there is any, then also what prn_map_check() finds in the rest
 * @error: return location; the first reason
 *
 * Reads a map. A member this version does not know is kept.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
PrnMap *prn_map_parse (GBytes *bytes, GPtrArray *problems, GError **error);

/**
 * prn_map_load:
 * @path: a file, `-` for standard input; a picture with a map in it will do as well
 * @problems: (nullable): as in prn_map_parse()
 * @error: return location; the message begins with @path
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
PrnMap *prn_map_load (const char *path, GPtrArray *problems, GError **error);

/**
 * prn_map_print:
 * @map: a map
 *
 * Returns: (transfer full): the map as a file, UTF-8 with a newline at the end. What
 *   prn_map_parse() makes of it is equal to @map, and a file written by this function comes back
 *   byte for byte.
 */
GBytes *prn_map_print (PrnMap *map);

/**
 * prn_map_save:
 * @map: a map
 * @path: a file, `-` for standard output
 * @error: return location; the message begins with @path
 *
 * Writes the file whole or not at all. Refuses to write a map whose version is newer than
 * this program's.
 *
 * Returns: whether it was written
 */
gboolean prn_map_save (PrnMap *map, const char *path, GError **error);

/**
 * prn_map_equal:
 * @a: a map
 * @b: a map
 *
 * Compares by content; shared elements cost nothing.
 *
 * Returns: whether both print the same
 */
gboolean prn_map_equal (PrnMap *a, PrnMap *b);

G_END_DECLS
