/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_samples_find:
 * @map: (out) (transfer full): path of the sample map
 * @log: (out) (transfer full): path of the sample log
 * @error: return location; says where was looked
 *
 * Finds the sample map and log: in the folder that the environment variable `PERENNIAL_SAMPLES`
 * names, where the program was installed, beside the program, or in the source tree that
 * the program was built in.
 *
 * Returns: whether both are there
 */
gboolean prn_samples_find (char **map, char **log, GError **error);

G_END_DECLS
