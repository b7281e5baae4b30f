/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * map_schema_print:
 *
 * Writes the JSON Schema (2020-12) of a map from the tables of prn-schema.h. The copy in the
 * project, data/perennial-map-1.schema.json, is what print-map-schema prints.
 *
 * Returns: (transfer full): the schema as a file
 */
char *map_schema_print (void);

G_END_DECLS
