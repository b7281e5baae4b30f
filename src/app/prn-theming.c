/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-theming.h"

#include <adwaita.h>

PrnThemeKind
prn_theming_current (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? PRN_THEME_DARK_CONTRAST : PRN_THEME_LIGHT_CONTRAST;
  return dark ? PRN_THEME_DARK : PRN_THEME_LIGHT;
}

void
prn_theming_follow (gpointer object, GCallback changed)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}
