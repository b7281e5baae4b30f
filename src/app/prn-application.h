/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRN_TYPE_APPLICATION (prn_application_get_type ())
G_DECLARE_FINAL_TYPE (PrnApplication, prn_application, PRN, APPLICATION, AdwApplication)

/* The program: its windows, its command line, the actions that are not those of one window. */

/* Returns: (transfer full): the program */
PrnApplication *prn_application_new (void);

G_END_DECLS
