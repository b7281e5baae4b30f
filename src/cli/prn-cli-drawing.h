/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"

G_BEGIN_DECLS

/* Commands that measure or paint text need Pango, Cairo and thirty libraries that come with them,
 * and loading those takes longer than most other commands take altogether. So they are in a program
 * of their own, `perennial-draw`, which `perennial-cli` becomes when it is asked for one of them:
 * arguments, streams, folder and exit status stay, and nobody outside can tell. What they are
 * called both programs know, from prn-cli-drawing.c. */

/* Do the commands of these names; only in `perennial-draw`. */
PrnCliStatus prn_draw_discover (const PrnCliCommand *command, GStrv *arguments);
PrnCliStatus prn_draw_layout (const PrnCliCommand *command, GStrv *arguments);
PrnCliStatus prn_draw_export (const PrnCliCommand *command, GStrv *arguments);

G_END_DECLS
