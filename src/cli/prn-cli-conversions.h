/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-measures.h"

G_BEGIN_DECLS

/**
 * prn_cli_conversions_parse:
 * @texts: (nullable) (array zero-terminated=1): `FROM:TO` each: ids of stages, several of them to
 *   come to with commas between; without FROM it is the first entry
 * @pairs: (out) (transfer full) (array length=n): the same; prn_cli_conversions_free() frees it
 * @n: (out): how many
 * @error: return location: one without `:` or TO
 *
 * Returns: whether they make sense
 */
gboolean prn_cli_conversions_parse (char **texts, PrnConversionPair **pairs, guint *n,
                                    GError **error);

/* Frees pairs. */
void prn_cli_conversions_free (PrnConversionPair *pairs, guint n);

G_END_DECLS
