/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the toolkits have replaced since the versions this program is built for: file choosers,
 * messages, the About window, opening a file with another program. All of it is called in here. */

/**
 * PrnPathFunc:
 * @path: what the user chose
 * @user_data: what the caller passed
 */
typedef void (*PrnPathFunc) (const char *path, gpointer user_data);

/**
 * prn_dialog_open_map:
 * @parent: where to show it
 * @callback: called when a file was chosen; @user_data must live as long as @parent
 * @user_data: for @callback
 *
 * Asks for a map file.
 */
void prn_dialog_open_map (GtkWindow *parent, PrnPathFunc callback, gpointer user_data);

/* The same for a log. */
void prn_dialog_open_log (GtkWindow *parent, PrnPathFunc callback, gpointer user_data);

/**
 * prn_dialog_save:
 * @parent: where to show it
 * @title: what is being saved
 * @folder: (nullable): path of the folder to begin in
 * @name: the file name to offer
 * @callback: called when a name was chosen; @user_data must live as long as @parent
 * @user_data: for @callback
 *
 * Asks where to write a file.
 */
void prn_dialog_save (GtkWindow *parent, const char *title, const char *folder, const char *name,
                      PrnPathFunc callback, gpointer user_data);

/**
 * prn_dialog_error:
 * @parent: where to show it
 * @heading: what could not be done
 * @body: why, where, and what to do
 *
 * Tells of a failure.
 */
void prn_dialog_error (GtkWindow *parent, const char *heading, const char *body);

/* What is to become of what is not saved. */
typedef enum {
  PRN_ANSWER_CANCEL,
  PRN_ANSWER_DISCARD,
  PRN_ANSWER_SAVE,
} PrnAnswer;

/**
 * PrnAnswerFunc:
 * @answer: what the user chose
 * @user_data: what the caller passed
 */
typedef void (*PrnAnswerFunc) (PrnAnswer answer, gpointer user_data);

/**
 * prn_dialog_ask_to_save:
 * @parent: where to show it
 * @title: what the map is called
 * @callback: called once; @user_data must live as long as @parent
 * @user_data: for @callback
 *
 * Asks before something is closed that is not saved.
 */
void prn_dialog_ask_to_save (GtkWindow *parent, const char *title, PrnAnswerFunc callback,
                             gpointer user_data);

/**
 * PrnConfirmFunc:
 * @user_data: what the caller passed
 */
typedef void (*PrnConfirmFunc) (gpointer user_data);

/**
 * prn_dialog_confirm:
 * @parent: where to show it
 * @heading: what is about to be done
 * @body: what that means
 * @label: what the button that does it is called
 * @callback: called if the user wants it; @user_data must live as long as @parent
 * @user_data: for @callback
 *
 * Asks before something that cannot be undone.
 */
void prn_dialog_confirm (GtkWindow *parent, const char *heading, const char *body,
                         const char *label, PrnConfirmFunc callback, gpointer user_data);

/**
 * prn_dialog_about:
 * @parent: (nullable): where to show it
 *
 * Shows version and licence.
 */
void prn_dialog_about (GtkWindow *parent);

/**
 * prn_dialog_show_file:
 * @parent: where the wish comes from
 * @path: a file
 *
 * Opens a file with the program that the desktop has for it.
 */
void prn_dialog_show_file (GtkWindow *parent, const char *path);

G_END_DECLS
