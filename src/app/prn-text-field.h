/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

#define PRN_TYPE_TEXT_FIELD (prn_text_field_get_type ())
G_DECLARE_FINAL_TYPE (PrnTextField, prn_text_field, PRN, TEXT_FIELD, PrnField)

/* What is typed on one line: a name, a number with its unit, a length of time, money. Each letter
 * that makes a good value is taken at once; a wrong one stays and is refused in words. */

/**
 * prn_text_field_new:
 * @editing: what is edited
 * @path: the way to the member
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Returns: the field, showing the value as it is now
 */
GtkWidget *prn_text_field_new (PrnEditing *editing, const char *path, const char *label);

G_END_DECLS
