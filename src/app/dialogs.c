/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "prn-naming.h"

/* What a file chooser needs at its end. */
typedef struct {
  PrnPathFunc callback;
  gpointer user_data;
} Choice;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

    if (path != NULL)
      choice->callback (path, choice->user_data);
    else
      prn_dialog_error (gtk_native_dialog_get_transient_for (dialog),
                        _("This Place Cannot Be Used"),
                        _("It is not a folder of this computer. Choose another one."));
  }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
show_chooser (GtkFileChooserNative *chooser, PrnPathFunc callback, gpointer user_data)
{
  Choice *choice = g_new (Choice, 1);

  choice->callback = callback;
  choice->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "prn-choice", choice, g_free);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static const char *const any_patterns[] = { "*", NULL };

void
prn_dialog_open_map (GtkWindow *parent, PrnPathFunc callback, gpointer user_data)
{
  static const char *const patterns[] = { "*.lifecycle.json", "*.json", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Open a Map"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  add_filter (chooser, _("Lifecycle maps"), patterns);
  add_filter (chooser, _("All files"), any_patterns);
  show_chooser (chooser, callback, user_data);
}

void
prn_dialog_open_log (GtkWindow *parent, PrnPathFunc callback, gpointer user_data)
{
  static const char *const patterns[] = { "*.csv", "*.tsv", "*.txt", "*.xes",
                                          "*.gz",  "*.CSV", "*.XES", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Open a Log"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  add_filter (chooser, _("Logs: CSV and XES"), patterns);
  add_filter (chooser, _("All files"), any_patterns);
  show_chooser (chooser, callback, user_data);
}

void
prn_dialog_save (GtkWindow *parent,
                 const char *title,
                 const char *folder,
                 const char *name,
                 PrnPathFunc callback,
                 gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  if (folder != NULL) {
    g_autoptr (GFile) file = g_file_new_for_path (folder);

    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (chooser, callback, user_data);
}

void
prn_dialog_error (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What a question needs at its end. */
typedef struct {
  PrnAnswerFunc callback;
  gpointer user_data;
} Question;

static void
answer_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "save"))
    question->callback (PRN_ANSWER_SAVE, question->user_data);
  else if (g_str_equal (response, "discard"))
    question->callback (PRN_ANSWER_DISCARD, question->user_data);
  else
    question->callback (PRN_ANSWER_CANCEL, question->user_data);
}

void
prn_dialog_ask_to_save (GtkWindow *parent, const char *title, PrnAnswerFunc callback,
                        gpointer user_data)
{
  g_autofree char *body =
      g_strdup_printf (_("“%s” has changes that are not saved. They are lost if you discard them."),
                       title);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Save Changes?"), body));
  Question *question = g_new (Question, 1);

  question->callback = callback;
  question->user_data = user_data;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "prn-question", question, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What a confirmation needs at its end. */
typedef struct {
  PrnConfirmFunc callback;
  gpointer user_data;
} Confirmation;

static void
confirmed_cb (AdwMessageDialog *dialog, const char *response, Confirmation *confirmation)
{
  if (g_str_equal (response, "do"))
    confirmation->callback (confirmation->user_data);
}

void
prn_dialog_confirm (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const char *label,
                    PrnConfirmFunc callback,
                    gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Confirmation *confirmation = g_new (Confirmation, 1);

  confirmation->callback = callback;
  confirmation->user_data = user_data;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "prn-confirmation", confirmation, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (confirmed_cb), confirmation);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
prn_dialog_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", _("Perennial"), "application-icon",
                "app.perennial.Perennial", "version", PRN_VERSION, "developer-name",
                _("The Perennial authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _("Draws the customer lifecycle as a map and replays real customers on it."),
                "transient-for", parent, "modal", parent != NULL, NULL);
  prn_naming_fill (about);
  gtk_window_present (GTK_WINDOW (about));
}

void
prn_dialog_show_file (GtkWindow *parent, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
