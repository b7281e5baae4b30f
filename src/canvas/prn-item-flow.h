/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_item_flow_update:
 * @widgets: (element-type utf8 PrnItemWidget): the items by their ids
 * @map: the map they are of
 *
 * Tells assistive technology the arrows: a stage or a phase leads to the stages its triggers lead
 * to, a trigger to where it ends. Only what is not told yet is.
 */
void prn_item_flow_update (GHashTable *widgets, PrnMap *map);

G_END_DECLS
