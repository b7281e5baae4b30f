/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_translations_bind:
 * @folder: where translations are installed
 *
 * Says where the program's own texts are translated, after setlocale(). The variable
 * PERENNIAL_LOCALE of the environment names another folder, so that a translation can be tried, and
 * tested, where it was built.
 */
void prn_translations_bind (const char *folder);

G_END_DECLS
