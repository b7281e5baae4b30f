/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

#define PRN_TYPE_COLOR_FIELD (prn_color_field_get_type ())
G_DECLARE_FINAL_TYPE (PrnColorField, prn_color_field, PRN, COLOR_FIELD, PrnField)

/* A color: the palette, none, or one of its own as #rrggbb. */

/**
 * prn_color_field_new:
 * @editing: what is edited
 * @path: the way to the member
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Returns: the field, showing the value as it is now
 */
GtkWidget *prn_color_field_new (PrnEditing *editing, const char *path, const char *label);

G_END_DECLS
