/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-field.h"

G_BEGIN_DECLS

#define PRN_TYPE_DELAY_FIELD (prn_delay_field_get_type ())
G_DECLARE_FINAL_TYPE (PrnDelayField, prn_delay_field, PRN, DELAY_FIELD, PrnField)

/* The sketch of a delay: it follows every number as it is typed. */

/**
 * prn_delay_field_new:
 * @editing: what is edited
 * @path: the way to a distribution
 *
 * Returns: the sketch
 */
GtkWidget *prn_delay_field_new (PrnEditing *editing, const char *path);

G_END_DECLS
