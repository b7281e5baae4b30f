/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * prn_activation_follow:
 *
 * From now on what is pressed with a key or by assistive technology is brought into view, and has the
 * focus. To be called once.
 */
void prn_activation_follow (void);

G_END_DECLS
