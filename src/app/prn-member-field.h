/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

/**
 * prn_member_field_new:
 * @editing: what is edited
 * @path: the way to a member that applies
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Returns: (nullable): the field for that type of member, %NULL where it is no single value or list
 *   of such
 */
GtkWidget *prn_member_field_new (PrnEditing *editing, const char *path, const char *label);

G_END_DECLS
