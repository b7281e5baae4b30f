/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* The built-in maps of data/templates, compiled in as a GResource. */

/**
 * prn_templates_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the built-in maps in the order
 *   they are offered
 */
const char *const *prn_templates_list (void);

/**
 * prn_template_load:
 * @id: one of prn_templates_list()
 * @error: return location
 *
 * Returns: (transfer full): the map, or %NULL with @error set when there is no such template
 */
PrnMap *prn_template_load (const char *id, GError **error);

G_END_DECLS
