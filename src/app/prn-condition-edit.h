/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-inspector-page.h"

G_BEGIN_DECLS

/**
 * prn_condition_at:
 * @page: a page
 * @path: the way to a condition
 *
 * Returns: (transfer none) (nullable): the condition in the map as it is now
 */
const PrnCondition *prn_condition_at (PrnInspectorPage *page, const char *path);

/* Whether conditions of that kind have members, and what the format calls the list of these. */
gboolean prn_condition_is_group (PrnConditionKind kind);
const char *prn_condition_group_name (PrnConditionKind kind);

G_END_DECLS
