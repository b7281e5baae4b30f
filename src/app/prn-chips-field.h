/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

#define PRN_TYPE_CHIPS_FIELD (prn_chips_field_get_type ())
G_DECLARE_FINAL_TYPE (PrnChipsField, prn_chips_field, PRN, CHIPS_FIELD, PrnField)

/* A list of texts, values or elements: chips, each with a cross, and a field for the next one. */

/**
 * prn_chips_field_new:
 * @editing: what is edited
 * @path: the way to the member
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Returns: the field, showing the value as it is now
 */
GtkWidget *prn_chips_field_new (PrnEditing *editing, const char *path, const char *label);

G_END_DECLS
