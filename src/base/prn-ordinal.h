/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_ordinal:
 * @n: a number
 *
 * Returns: (transfer full): `3rd`, as the user's language writes it
 */
char *prn_ordinal (guint n);

G_END_DECLS
