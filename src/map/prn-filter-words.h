/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-record.h"

G_BEGIN_DECLS

/**
 * prn_filter_words:
 * @filter: a filter
 *
 * Returns: (transfer full): `plan is one of gold, silver`, in the user's language
 */
char *prn_filter_words (const PrnFilter *filter);

G_END_DECLS
