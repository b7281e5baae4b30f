/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "prn-merge.h"
#include "prn-map-file.h"
#include "prn-merge-window.h"
#include "prn-settings.h"
#include "prn-toasts.h"

void
prn_window_undo (PrnWindow *self)
{
  if (self->tab->document != NULL)
    prn_document_undo (self->tab->document);
}

void
prn_window_redo (PrnWindow *self)
{
  if (self->tab->document != NULL)
    prn_document_redo (self->tab->document);
}

/* What waits for a name of the file. */
typedef struct {
  PrnWindow *window;
  PrnDocument *document;
  PrnSavedFunc saved;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->document);
  g_free (saving);
}

static void
say (PrnWindow *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_timeout (toast, 2);
  prn_toasts_show (self->toasts, toast);
}

static void
write_file (PrnWindow *self, PrnDocument *document, const char *path, PrnSavedFunc saved)
{
  PrnTab *tab = g_object_get_data (G_OBJECT (document), "prn-tab");
  g_autoptr (GError) error = NULL;

  if (tab == NULL)
    return;
  if (tab->map_page != NULL)
    prn_map_page_settle (tab->map_page);
  prn_document_seal (document);
  if (!prn_document_save (document, path, &error)) {
    self->closes = FALSE;
    /* The strip under the header says it all and asks. */
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
      prn_dialog_error (GTK_WINDOW (self), _("The Map Cannot Be Saved"), error->message);
    return;
  }
  prn_settings_add_recent (path);
  say (self, _("Saved"));
  if (saved != NULL)
    saved (self, tab);
}

static void
path_cb (const char *path, gpointer user_data)
{
  Saving *saving = user_data;

  write_file (saving->window, saving->document, path, saving->saved);
}

static void
ask_for_path (PrnWindow *self, PrnDocument *document, PrnSavedFunc saved)
{
  const char *path = prn_document_get_path (document);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = g_strdup (prn_document_get_file_name (document));
  Saving *saving = g_new0 (Saving, 1);

  if (name == NULL) {
    g_autofree char *id = prn_id_from_name (prn_map_get_title (prn_document_get_map (document)));

    name = g_strconcat (id, ".lifecycle.json", NULL);
  }
  saving->window = self;
  saving->document = g_object_ref (document);
  saving->saved = saved;
  /* The window keeps it until the next time: the chooser may be left open. */
  g_object_set_data_full (G_OBJECT (self), "prn-saving", saving, saving_free);
  prn_dialog_save (GTK_WINDOW (self), _("Save As"), folder, name, path_cb, saving);
}

void
prn_window_save_tab (PrnWindow *self, PrnTab *tab, const char *path, PrnSavedFunc saved)
{
  g_autofree char *own = g_strdup (path != NULL ? path : prn_document_get_path (tab->document));

  if (own != NULL && !prn_document_is_read_only (tab->document))
    write_file (self, tab->document, own, saved);
  else
    ask_for_path (self, tab->document, saved);
}

void
prn_window_save (PrnWindow *self)
{
  if (self->tab->document != NULL)
    prn_window_save_tab (self, self->tab, NULL, NULL);
}

void
prn_window_save_as (PrnWindow *self)
{
  if (self->tab->document != NULL)
    ask_for_path (self, self->tab->document, NULL);
}

static void
read_again (PrnWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (self->tab->document != NULL && prn_document_get_path (self->tab->document) != NULL &&
      !prn_document_revert (self->tab->document, name, &error))
    prn_dialog_error (GTK_WINDOW (self), _("The Map Cannot Be Read"), error->message);
}

void
prn_window_revert (PrnWindow *self)
{
  read_again (self, _("Revert"));
}

void
prn_window_take_theirs (PrnWindow *self)
{
  read_again (self, _("Take Theirs"));
}

void
prn_window_keep_mine (PrnWindow *self)
{
  if (self->tab->document != NULL)
    prn_document_keep (self->tab->document);
}

static void
conflict_chosen_cb (PrnWindow *self, const char *id)
{
  if (self->tab->map_page != NULL && id != NULL)
    prn_map_page_go_to (self->tab->map_page, id);
}

/* What both sides changed, each in its own way, is as here: that is to be looked at. */
static void
show_conflicts (PrnWindow *self, PrnMap *mine, GPtrArray *conflicts)
{
  g_autoptr (PrnMap) theirs =
      prn_map_load (prn_document_get_path (self->tab->document), NULL, NULL);
  GtkWindow *window = prn_merge_window_new (GTK_WINDOW (self), mine, theirs, conflicts);

  g_signal_connect_object (window, "chosen", G_CALLBACK (conflict_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

void
prn_window_merge (PrnWindow *self)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) mine = NULL;

  if (self->tab->document == NULL || prn_document_get_path (self->tab->document) == NULL)
    return;
  mine = prn_map_ref (prn_document_get_map (self->tab->document));
  if (!prn_document_merge (self->tab->document, _("Merge"), conflicts, &error))
    prn_dialog_error (GTK_WINDOW (self), _("The Map Cannot Be Merged"), error->message);
  else if (conflicts->len > 0)
    show_conflicts (self, mine, conflicts);
  else
    say (self, _("Merged; save to write both into the file"));
}
