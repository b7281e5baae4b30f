/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-map.h"
#include "prn-schema.h"

G_BEGIN_DECLS

#define PRN_TYPE_ELEMENT_PICKER (prn_element_picker_get_type ())
G_DECLARE_FINAL_TYPE (PrnElementPicker, prn_element_picker, PRN, ELEMENT_PICKER, GtkPopover)

/* A list of the elements that a member may refer to, to be searched and picked from.
 *
 * The signal `picked` (string: an id, a word of the member, or "" for none) tells what was; `named`
 * (uint: a PrnKind, string: a name) that a new element of that name is wanted. */

/**
 * prn_element_picker_new:
 * @map: the map
 * @member: the row of a reference, or of a list of them
 * @with_none: whether nothing can be picked as well
 *
 * Returns: the list
 */
GtkWidget *prn_element_picker_new (PrnMap *map, const PrnMember *member, gboolean with_none);

/**
 * prn_reference_title:
 * @map: the map
 * @id: (nullable): an id, a word of a member, or nothing
 *
 * Returns: what it is called: the element's name, `Any stage`, `None`
 */
const char *prn_reference_title (PrnMap *map, const char *id);

G_END_DECLS
