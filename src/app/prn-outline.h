/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_outline_rows:
 * @map: a map
 * @search: (nullable): only elements with this in their name, in upper or lower case
 *
 * Lists everything there is in a map: the stages under their phases, those without a phase after
 * them, then triggers in the order in which they are asked, and the other kinds.
 *
 * Returns: (transfer full) (element-type PrnPanelRow): the rows of the outline
 */
GListModel *prn_outline_rows (PrnMap *map, const char *search);

G_END_DECLS
