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
  PRN_NEEDS_UNDO = 1 << 5,
  PRN_NEEDS_REDO = 1 << 6,
  PRN_NEEDS_UNSAVED = 1 << 7,  /* there is something to save */
  PRN_NEEDS_OLD_FILE = 1 << 8, /* the file holds something else */
  PRN_NEEDS_CONFLICT = 1 << 9, /* another program has changed the file */
  PRN_NEEDS_TAB = 1 << 10,     /* a tab is in view */
} PrnActionNeeds;

/* Where in a menu an action stands. */
typedef enum {
  PRN_MENU_NONE,
  PRN_MENU_FILE,
  PRN_MENU_LOG,
  PRN_MENU_STYLE,
  PRN_MENU_PROGRAM,
  PRN_MENU_CANVAS_NEW, /* from here on in the context menu of the canvas */
  PRN_MENU_CANVAS_CLIPBOARD,
  PRN_MENU_CANVAS_ELEMENT,
  PRN_MENU_CANVAS_PHASE,
  PRN_MENU_CANVAS_ALIGN,
  PRN_MENU_CANVAS_ARRANGE,
} PrnMenuPlace;

/* Where in the list of shortcuts an action stands. */
typedef enum {
  PRN_GROUP_PROGRAM,
  PRN_GROUP_FILES,
  PRN_GROUP_EDIT,
  PRN_GROUP_CANVAS,
  PRN_GROUP_VIEW,
  PRN_GROUP_DATA,
} PrnActionGroup;

#define PRN_N_GROUPS (PRN_GROUP_DATA + 1)

#define PRN_ACTION_MAX_SHORTCUTS 4

/**
 * PrnActionInfo:
 * @name: with prefix and target: `win.mode::data`
 * @label: (translatable): what a menu calls it
 * @help: (translatable): one sentence
 * @shortcuts: GTK accelerators, the first one is shown
 * @needs: when it is enabled
 * @place: where in a menu
 * @group: where in the list of shortcuts
 * @local: whether the shortcuts count only where nothing with the focus wants the keys: those of
 *   text fields too
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
  PrnActionGroup group;
  gboolean local;
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
 * Gives every action of the program and of its windows its shortcuts, but for those that are local.
 */
void prn_actions_set_shortcuts (GtkApplication *application);

/**
 * prn_actions_bind:
 * @widget_class: the class of a widget
 *
 * Gives the widgets of a class the shortcuts that are local, for when the focus is inside.
 */
void prn_actions_bind (GtkWidgetClass *widget_class);

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
