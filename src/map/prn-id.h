/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_id_is_valid:
 * @id: any text
 *
 * Returns: whether it is `[a-z0-9][a-z0-9-]*` of at most 64 bytes
 */
gboolean prn_id_is_valid (const char *id);

G_END_DECLS
