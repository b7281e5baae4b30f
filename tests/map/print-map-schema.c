/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "map-schema.h"

/* After a change of the tables:
 * build/tests/map/print-map-schema > data/perennial-map-1.schema.json */
int
main (void)
{
  g_autofree char *schema = map_schema_print ();

  g_print ("%s", schema);
  return 0;
}
