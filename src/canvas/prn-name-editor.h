/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"
#include "prn-creation.h"

G_BEGIN_DECLS

#define PRN_TYPE_NAME_EDITOR (prn_name_editor_get_type ())
G_DECLARE_FINAL_TYPE (PrnNameEditor, prn_name_editor, PRN, NAME_EDITOR, GtkWidget)

/* Types the name of an element where it stands on the canvas, or the text of a note. Enter takes
 * it (in a note with Ctrl), Tab takes it and makes and links the next stage, Escape drops it. */

/**
 * prn_name_editor_open:
 * @canvas: a canvas
 * @id: the element to be named
 * @creation: (transfer full) (nullable): how it was made just now: it is made again with the name,
 *   or not at all
 *
 * Opens the editor in the canvas; one that is open takes its name first.
 */
void prn_name_editor_open (PrnCanvas *canvas, const char *id, PrnCreation *creation);

/**
 * prn_name_editor_allocate:
 * @self: an editor
 *
 * Puts it where its element is now.
 */
void prn_name_editor_allocate (PrnNameEditor *self);

/**
 * prn_name_editor_commit:
 * @self: an editor; it is gone after this
 *
 * Takes the name.
 */
void prn_name_editor_commit (PrnNameEditor *self);

/**
 * prn_name_editor_cancel:
 * @self: an editor; it is gone after this
 *
 * Drops what was typed.
 */
void prn_name_editor_cancel (PrnNameEditor *self);

G_END_DECLS
