/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_text_hash:
 * @text: (type utf8): a text
 *
 * A #GHashFunc to use with g_str_equal() for texts that come from a file. g_str_hash() adds and
 * multiplies by 33, so anybody can write down 100,000 short texts with one hash, and a table of
 * them takes a minute. Here every step mixes the high bits back into the low ones.
 *
 * Returns: a hash of the text
 */
guint prn_text_hash (gconstpointer text);

G_END_DECLS
