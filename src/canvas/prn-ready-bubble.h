/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"

G_BEGIN_DECLS

/* The bubble beside a trigger that was just made: conditions that are ready, one click away. It is
 * there until one is taken or something else is selected; nobody has to answer it. */

/* What has changed may end it: the document, the selection. */
void prn_ready_bubble_update (PrnCanvas *canvas);

/* Puts it where its trigger is now. */
void prn_ready_bubble_allocate (PrnCanvas *canvas);

/* Draws it. */
void prn_ready_bubble_snapshot (PrnCanvas *canvas, GtkSnapshot *snapshot);

/* Takes it away for good. */
void prn_ready_bubble_dispose (PrnCanvas *canvas);

G_END_DECLS
