/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"
#include "prn-file-notice.h"
#include "prn-inspector.h"
#include "prn-map-page.h"
#include "prn-navigator.h"
#include "prn-report-panel.h"
#include "prn-theming.h"

G_BEGIN_DECLS

/* The parts of a page, shared by prn-map-page.c (what is where), prn-map-scene.c (the picture of the
 * map), prn-map-selection.c and prn-map-panels.c. */
struct _PrnMapPage {
  AdwBin parent;

  GtkLabel *title;
  GtkLabel *file_name;
  GtkMenuButton *menu_button;
  GtkButton *problems;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  AdwTabBar *tab_bar;
  PrnFileNotice *notice;
  AdwFlap *flap;
  GtkScrolledWindow *canvas_window;
  GtkWidget *empty;
  GtkWidget *empty_button;
  GtkWidget *zoom_bar;
  GtkButton *zoom_level;
  AdwViewStack *modes;
  PrnNavigator *navigator;
  PrnReportPanel *report_panel;
  AdwFlap *left_flap;
  PrnInspector *inspector;
  gboolean sharing; /* the selection is being shown everywhere */
  PrnCanvas *canvas;

  GSettings *settings; /* nullable */
  PrnDocument *document;
  PrnFindings *findings;
  PrnJob *job; /* lays out a large map */
  PrnMap *job_map; /* as it was when the job began; nullable */
  PrnThemeKind job_theme;
};

/* Lays the map out anew: another map, other numbers, another theme, another mode. A large map is
 * laid out in a thread, while the picture of before stays; after an edit (@previous is the scene
 * before it) only what it touches is, at once, and the canvas finds the lines of a large map once
 * the rest is seen. */
void prn_map_page_make_scene (PrnMapPage *self, PrnScene *previous);

/* Shows a scene, %NULL for none. */
void prn_map_page_show_scene (PrnMapPage *self, PrnScene *scene, PrnThemeKind theme);

/* prn-map-selection.c: from now on what is selected anywhere is so everywhere. */
void prn_map_page_share_selection (PrnMapPage *self);

/* prn-map-panels.c */

/* Tells when panels come and go, from now on. */
void prn_map_page_follow_panels (PrnMapPage *self);

/* Takes away the panel that lies over the map in a narrow window. */
void prn_map_page_uncover (PrnMapPage *self);

/* Goes where the user draws, with the inspector in view. */
void prn_map_page_show_inspector (PrnMapPage *self);

G_END_DECLS
