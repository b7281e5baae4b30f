/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-page-private.h"

/* The panels beside the map: outline and problems at its start, the inspector or the report at its
 * end. */

/* A panel has come, gone, or is laid over the map from now on. */
static void
flaps_cb (PrnMapPage *self)
{
  g_object_notify (G_OBJECT (self), "show-panel");
}

static void
connect_flap (PrnMapPage *self, AdwFlap *flap)
{
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (flaps_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (flaps_cb), self, G_CONNECT_SWAPPED);
}

void
prn_map_page_follow_panels (PrnMapPage *self)
{
  connect_flap (self, self->flap);
  connect_flap (self, self->left_flap);
}

/* How wide a panel beside the map is; one that lies over it comes and goes. */
static int
width_of (AdwFlap *flap)
{
  int least;

  if (!adw_flap_get_reveal_flap (flap) || adw_flap_get_folded (flap))
    return 0;
  /* To measure a whole panel would take longer than all else that is done when something is
   * selected. */
  gtk_widget_get_size_request (adw_flap_get_flap (flap), &least, NULL);
  return MAX (least, gtk_widget_get_width (adw_flap_get_flap (flap)));
}

void
prn_map_page_get_sides (PrnMapPage *self, int *start, int *end)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  *start = width_of (self->left_flap);
  *end = width_of (self->flap);
}

void
prn_map_page_uncover (PrnMapPage *self)
{
  if (!adw_flap_get_folded (self->left_flap) || !adw_flap_get_reveal_flap (self->left_flap))
    return;
  adw_flap_set_reveal_flap (self->left_flap, FALSE);
  prn_map_page_focus (self);
}

void
prn_map_page_show_inspector (PrnMapPage *self)
{
  prn_map_page_uncover (self);
  prn_map_page_set_mode (self, "draw");
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

void
prn_map_page_find (PrnMapPage *self, gboolean problems)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  adw_flap_set_reveal_flap (self->left_flap, TRUE);
  if (problems)
    prn_navigator_show_problems (self->navigator);
  else
    prn_navigator_search (self->navigator);
}

void
prn_map_page_inspect (PrnMapPage *self)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_map_page_show_inspector (self);
  prn_inspector_focus (self->inspector, NULL);
}

void
prn_map_page_add (PrnMapPage *self, const char *kind)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_map_page_show_inspector (self);
  gtk_widget_activate_action (GTK_WIDGET (self->inspector), "element.add", "s", kind);
}
