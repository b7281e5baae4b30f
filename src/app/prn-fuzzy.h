/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_fuzzy_score:
 * @typed: what somebody typed
 * @title: what it may mean
 *
 * Letters in the order of @title, whatever stands between them, match: `zf` and `fit` match `Zoom to
 * fit`. Letters at the beginning of words and next to each other count more, letters left over
 * less; case and spaces count nothing.
 *
 * Returns: how well it matches, the more the better; -1 when it does not
 */
int prn_fuzzy_score (const char *typed, const char *title);

G_END_DECLS
