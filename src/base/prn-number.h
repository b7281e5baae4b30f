/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_number_grouped:
 * @number: a number
 *
 * Returns: (transfer full): its digits in groups of three, for reading: `1234567` as `1,234,567`,
 *   with the separator of the locale
 */
char *prn_number_grouped (guint64 number);

G_END_DECLS
