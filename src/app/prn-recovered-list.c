/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-recovered-list.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "prn-job.h"
#include "prn-recovery.h"

struct _PrnRecoveredList {
  AdwBin parent;

  GtkListBox *list;
  PrnJob *job;
};

enum {
  FOUND,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (PrnRecoveredList, prn_recovered_list, ADW_TYPE_BIN)

#define RECOVERY "prn-recovery"

static void
remove_row (PrnRecoveredList *self, GtkWidget *row)
{
  gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
activated_cb (PrnRecoveredList *self, GtkListBoxRow *row)
{
  PrnRecovery *recovery = g_object_steal_data (G_OBJECT (row), RECOVERY);
  g_autoptr (PrnDocument) document = NULL;

  if (recovery == NULL)
    return;
  document = prn_recovery_open (recovery);
  remove_row (self, GTK_WIDGET (row));
  g_signal_emit (self, signals[CHOSEN], 0, document);
}

static void
discard_cb (gpointer user_data)
{
  GtkWidget *row = user_data;
  PrnRecoveredList *self =
      PRN_RECOVERED_LIST (gtk_widget_get_ancestor (row, PRN_TYPE_RECOVERED_LIST));
  PrnRecovery *recovery = g_object_steal_data (G_OBJECT (row), RECOVERY);

  if (recovery != NULL)
    prn_recovery_discard (recovery);
  if (self != NULL)
    remove_row (self, row);
}

static void
discard_clicked_cb (GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *body =
      g_strdup_printf (_("What was not saved of “%s” is gone for good then."), title);

  prn_dialog_confirm (GTK_WINDOW (gtk_widget_get_root (row)), _("Discard This Map?"), body,
                      _("_Discard"), discard_cb, row);
}

static char *
describe (PrnRecovery *recovery)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (prn_recovery_get_time (recovery));
  g_autofree char *when = g_date_time_format (time, "%x %H:%M");
  const char *path = prn_recovery_get_path (recovery);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  guint n = prn_recovery_get_n_steps (recovery);
  g_autofree char *steps = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u step not saved", "%u steps not saved", n), n);

  /* Translators: the name of a file, how many steps, date and time. */
  return g_strdup_printf (_("%s, %s, %s"), name != NULL ? name : _("Not in a file"), steps, when);
}

static void
add_row (PrnRecoveredList *self, PrnRecovery *recovery)
{
  const char *title = prn_map_get_title (prn_recovery_get_map (recovery));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *words = describe (recovery);

  g_object_set (row, "use-markup", FALSE, "title", title[0] != '\0' ? title : _("Untitled map"),
                "subtitle", words, "title-lines", 1, "subtitle-lines", 1, "activatable", TRUE, NULL);
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_tooltip_text (discard, _("Discard this map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Discard this map"), -1);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (discard_clicked_cb), row,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  g_object_set_data_full (G_OBJECT (row), RECOVERY, recovery, (GDestroyNotify) prn_recovery_free);
  gtk_list_box_append (self->list, row);
}

static void
loaded_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PrnRecoveredList) self = user_data;
  g_autoptr (GPtrArray) found = prn_job_finish (PRN_JOB (job), result, NULL);

  if (PRN_JOB (job) != self->job)
    return;
  g_clear_object (&self->job);
  while (found != NULL && found->len > 0)
    add_row (self, g_ptr_array_steal_index (found, 0));
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_emit (self, signals[FOUND], 0);
}

static gpointer
load_work (gpointer data, PrnProgress *progress, GError **error)
{
  return prn_recovery_list (NULL);
}

void
prn_recovered_list_load (PrnRecoveredList *self)
{
  g_return_if_fail (PRN_IS_RECOVERED_LIST (self));

  if (self->job != NULL)
    return;
  self->job = prn_job_new (_("Looking for maps that were not saved"), load_work, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref);
  prn_job_start (self->job, loaded_cb, g_object_ref (self));
}

static void
prn_recovered_list_dispose (GObject *object)
{
  PrnRecoveredList *self = PRN_RECOVERED_LIST (object);

  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (prn_recovered_list_parent_class)->dispose (object);
}

static void
prn_recovered_list_class_init (PrnRecoveredListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_recovered_list_dispose;

  signals[FOUND] = g_signal_new ("found", PRN_TYPE_RECOVERED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", PRN_TYPE_RECOVERED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PRN_TYPE_DOCUMENT);
}

static void
prn_recovered_list_init (PrnRecoveredList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("Not saved last time"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-4");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
