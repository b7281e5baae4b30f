/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_outline_rows:
 * @map: a map
 *
 * Lists the stages under their phases in the order of the map, those without a phase last.
 *
 * Returns: (transfer full) (element-type PrnPanelRow): the rows of the outline
 */
GListModel *prn_outline_rows (PrnMap *map);

G_END_DECLS
