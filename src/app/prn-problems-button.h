/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_PROBLEMS_BUTTON (prn_problems_button_get_type ())
G_DECLARE_FINAL_TYPE (PrnProblemsButton, prn_problems_button, PRN, PROBLEMS_BUTTON, AdwBin)

/* How many problems a map has, and the list of them. Not to be seen when there are none.
 *
 * Signals: `problem-chosen` (string: id of the element it is about). */

/**
 * prn_problems_button_set_map:
 * @self: a button
 * @map: a map
 *
 * Checks a map.
 */
void prn_problems_button_set_map (PrnProblemsButton *self, PrnMap *map);

G_END_DECLS
