/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_input_read:
 * @fd: an open file, a pipe or a terminal
 * @most: so much may be read
 * @content: gets what was read appended
 *
 * Reads on to the end, or a little further than @most: then @content is longer than that, and it is
 * for the caller to refuse it. What the file turns out to be, or how it grows, does not matter.
 *
 * Returns: 0, or an errno
 */
int prn_input_read (int fd, gsize most, GByteArray *content);

G_END_DECLS
