/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the user's locale is UTF-8: bars and arrows may be written. */
gboolean prn_cli_terminal_is_utf8 (void);

/**
 * prn_cli_terminal_columns:
 *
 * Returns: how wide a text on the standard output may be: what COLUMNS in the environment says, else
 *   the terminal's width, within 60 and 120 columns; 100 when it is no terminal
 */
guint prn_cli_terminal_columns (void);

/**
 * prn_cli_terminal_list_columns:
 *
 * Returns: the same for a list that another program may read line by line: no limit when nobody has
 *   said one and it is no terminal
 */
guint prn_cli_terminal_list_columns (void);

G_END_DECLS
