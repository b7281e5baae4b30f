/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_currency_is_known:
 * @code: three capital letters
 *
 * Returns: whether ISO 4217 has it as a currency, a fund or a metal in use
 */
gboolean prn_currency_is_known (const char *code);

G_END_DECLS
