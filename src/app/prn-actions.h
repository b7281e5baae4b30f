/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has to be there for an action to make sense. */
typedef enum {
  PRN_NEEDS_NOTHING = 0,
  PRN_NEEDS_MAP = 1 << 0,
  PRN_NEEDS_SELECTION = 1 << 1,
  PRN_NEEDS_LOG = 1 << 2,    /* all rows are read, or can be */
  PRN_NEEDS_SOURCE = 1 << 3, /* a log was opened */
  PRN_NEEDS_STAGES = 1 << 4, /* the map has any */
} PrnActionNeeds;

/* Where in the main menu an action stands. */
typedef enum {
  PRN_MENU_NONE,
  PRN_MENU_FILE,
  PRN_MENU_LOG,
  PRN_MENU_STYLE,
  PRN_MENU_PROGRAM,
} PrnMenuPlace;

#define PRN_ACTION_MAX_SHORTCUTS 4

/**
 * PrnActionInfo:
 * @name: with prefix and target: `win.mode::data`
 * @label: (translatable): what a menu calls it
 * @help: (translatable): one sentence
 * @shortcuts: GTK accelerators, the first one is shown
 * @needs: when it is enabled
 * @place: where in the main menu
 *
 * All there is to know about an action. Menus, shortcuts and tests read the same table.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *help;
  const char *shortcuts[PRN_ACTION_MAX_SHORTCUTS];
  PrnActionNeeds needs;
  PrnMenuPlace place;
} PrnActionInfo;

/**
 * prn_actions:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every action of the program
 */
const PrnActionInfo *prn_actions (guint *n);

/**
 * prn_actions_set_shortcuts:
 * @application: the program
 *
 * Gives every action its shortcuts.
 */
void prn_actions_set_shortcuts (GtkApplication *application);

/**
 * prn_actions_menu:
 *
 * Returns: (transfer full): the main menu
 */
GMenuModel *prn_actions_menu (void);

/**
 * prn_actions_enable:
 * @window: where the actions with the prefix `win` live
 * @have: what is there
 *
 * Enables the actions that make sense now, and no others.
 */
void prn_actions_enable (GActionMap *window, PrnActionNeeds have);

G_END_DECLS
