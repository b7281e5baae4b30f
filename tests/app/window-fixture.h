/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-application.h"
#include "prn-window-private.h"
#include "widget-fixture.h"

/* What the tests of the window in process share. */

extern PrnApplication *application;

/* Makes the application. */
void window_fixture_init (int *argc, char ***argv);

/* Path of a file of data/samples. */
char *sample (const char *name);

PrnWindow *window_new (void);
void window_close (PrnWindow *window);

/* Whether the window can be as small as that. */
void assert_fits (PrnWindow *window, int width, int height);

/* Which page is in view: `start`, `map` or `log`. */
const char *page_of (PrnWindow *window);

/* Actions of the window. */
gboolean enabled (PrnWindow *window, const char *action);
void activate (PrnWindow *window, const char *action);
