/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_discover:
 * @log: a log
 * @title: the new map's title
 * @keep: share of all moves, 0 to 1, that the kept directly-follows pairs must cover; 1 keeps all
 * @error: return location
 *
 * Makes a first map of a log: each activity is an event and a stage, each directly-follows pair
 * kept is a trigger, each first activity has an entry. Pairs are kept from the most frequent down
 * (ties by name in byte order); those without which a stage could not be reached from an entry
 * are kept as well. Stages come in the order of first appearance in the log and have no position.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
PrnMap *prn_discover (PrnLog *log, const char *title, double keep, GError **error);

G_END_DECLS
