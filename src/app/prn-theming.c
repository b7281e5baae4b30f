/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-theming.h"

#include <adwaita.h>

PrnThemeKind
prn_theming_current (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return dark ? PRN_THEME_DARK : PRN_THEME_LIGHT;
}
