/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-inspector-page.h"

G_BEGIN_DECLS

#define PRN_TYPE_READY_FIELD (prn_ready_field_get_type ())
G_DECLARE_FINAL_TYPE (PrnReadyField, prn_ready_field, PRN, READY_FIELD, PrnField)

/* Conditions that are ready for a trigger, each a button. */

/**
 * prn_ready_field_new:
 * @page: the page of a trigger
 * @path: the way to its condition
 *
 * Returns: the field
 */
GtkWidget *prn_ready_field_new (PrnInspectorPage *page, const char *path);

G_END_DECLS
