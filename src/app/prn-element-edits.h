/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-document.h"

G_BEGIN_DECLS

/* Whole elements made, deleted and put elsewhere, each as one named step of a document. */

/**
 * prn_is_on_canvas:
 * @map: a map
 * @id: an id
 *
 * Returns: whether it is an element of a kind that stands on a canvas
 */
gboolean prn_is_on_canvas (PrnMap *map, const char *id);

/**
 * prn_add_element:
 * @document: a document
 * @kind: what to make
 * @about: (nullable): an element it is to be about
 *
 * Returns: (transfer full) (nullable): the id of the new element; %NULL when none was made
 */
char *prn_add_element (PrnDocument *document, PrnKind kind, const char *about);

/**
 * prn_remove_element:
 * @document: a document
 * @id: an element; what makes no sense without it goes as well
 *
 * Returns: whether it was deleted
 */
gboolean prn_remove_element (PrnDocument *document, const char *id);

/**
 * prn_put_element:
 * @document: a document
 * @id: an element
 * @onto: the element it is dropped on
 *
 * Puts an element where another of its kind stands in the order; a stage into the phase of the
 * stage, or the phase, it is dropped on; an event to a stage.
 *
 * Returns: whether anything moved
 */
gboolean prn_put_element (PrnDocument *document, const char *id, const char *onto);

/**
 * prn_shift_element:
 * @document: a document
 * @id: an element
 * @by: -1 for one place up, 1 for one down
 *
 * Moves an element within the order of its kind.
 *
 * Returns: whether it moved
 */
gboolean prn_shift_element (PrnDocument *document, const char *id, int by);

G_END_DECLS
