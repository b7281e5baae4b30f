/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-window-private.h"

#include <glib/gi18n-lib.h>

#include "prn-settings.h"
#include "prn-toasts.h"

static PrnTab *
add_tab (PrnWindow *self)
{
  PrnTab *tab = g_new0 (PrnTab, 1);

  g_ptr_array_add (self->tabs, tab);
  return tab;
}

static void
tab_free (gpointer data)
{
  PrnTab *tab = data;

  if (tab->job != NULL)
    prn_job_cancel (tab->job);
  if (tab->document != NULL)
    g_object_set_data (G_OBJECT (tab->document), "prn-tab", NULL);
  g_clear_weak_pointer (&tab->removed_toast);
  g_clear_object (&tab->job);
  g_clear_object (&tab->session);
  g_clear_object (&tab->document);
  g_clear_pointer (&tab->findings, prn_findings_unref);
  g_free (tab);
}

PrnTab *
prn_window_find_tab (PrnWindow *self, AdwTabPage *page)
{
  for (guint i = 0; i < self->tabs->len; i++)
    if (((PrnTab *) self->tabs->pdata[i])->page == page)
      return self->tabs->pdata[i];
  return NULL;
}

const char *
prn_tab_get_title (PrnTab *tab)
{
  const char *title = prn_map_get_title (prn_document_get_map (tab->document));

  return title[0] != '\0' ? title : _("Untitled map");
}

static guint
count_elements (PrnMap *map)
{
  guint n = 0;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    n += prn_map_n (map, kind);
  return n;
}

static void
undo_clicked_cb (PrnWindow *self)
{
  prn_window_undo (self);
}

/* Whatever was removed can be had back at once, where one looks: as long as that is the last step. */
static void
offer_undo (PrnWindow *self, PrnTab *tab)
{
  guint n = count_elements (prn_document_get_map (tab->document));
  gboolean fewer = n < tab->n_elements && !prn_document_can_redo (tab->document);
  AdwToast *toast;

  tab->n_elements = n;
  if (tab->removed_toast != NULL)
    adw_toast_dismiss (tab->removed_toast);
  g_clear_weak_pointer (&tab->removed_toast);
  if (!fewer || prn_document_get_undo_name (tab->document) == NULL)
    return;
  toast = adw_toast_new (prn_document_get_undo_name (tab->document));
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&tab->removed_toast, toast);
  prn_toasts_show (self->toasts, toast);
}

static void
show_title (PrnWindow *self, PrnTab *tab)
{
  g_autofree char *title = NULL;
  const char *path = prn_document_get_path (tab->document);

  /* Translators: %s is the title of a map with changes that are not saved. */
  title = prn_document_is_modified (tab->document)
              ? g_strdup_printf (_("• %s"), prn_tab_get_title (tab))
              : g_strdup (prn_tab_get_title (tab));
  adw_tab_page_set_title (tab->page, title);
  adw_tab_page_set_tooltip (tab->page, path != NULL ? path : _("Not in a file"));
  if (tab == self->tab)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
document_changed_cb (PrnWindow *self, PrnDocument *document)
{
  PrnTab *tab = g_object_get_data (G_OBJECT (document), "prn-tab");

  if (tab == NULL)
    return;
  show_title (self, tab);
  offer_undo (self, tab);
  if (tab->findings != NULL &&
      prn_findings_get_map (tab->findings) != prn_document_get_map (document))
    g_clear_pointer (&tab->findings, prn_findings_unref);
  prn_window_update (self);
}

static void
journal_failed_cb (PrnWindow *self, const char *message)
{
  g_autofree char *words =
      g_strdup_printf (_("Steps are not kept in case of a crash: %s"), message);

  prn_toasts_show (self->toasts, adw_toast_new (words));
}

static void
map_page_notify_cb (PrnWindow *self, GParamSpec *pspec, PrnMapPage *page)
{
  gboolean panel;

  if (page != self->tab->map_page)
    return;
  g_object_get (page, "show-panel", &panel, NULL);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "panel")),
      g_variant_new_boolean (panel));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "mode")),
      g_variant_new_string (prn_map_page_get_mode (page)));
  prn_window_update (self);
}

static void
add_map_page (PrnWindow *self, PrnTab *tab)
{
  tab->map_page = PRN_MAP_PAGE (prn_map_page_new ());
  prn_map_page_set_tab_view (tab->map_page, self->tab_view);
  g_signal_connect_object (tab->map_page, "notify", G_CALLBACK (map_page_notify_cb), self,
                           G_CONNECT_SWAPPED);
  tab->page = adw_tab_view_append (self->tab_view, GTK_WIDGET (tab->map_page));
}

/* A map that nobody has touched and that is in no file makes room for another. */
static gboolean
may_give_way (PrnTab *tab)
{
  return tab->document == NULL ||
         (prn_document_is_empty (tab->document) && !prn_document_can_undo (tab->document) &&
          !prn_document_can_redo (tab->document) && prn_document_get_path (tab->document) == NULL);
}

void
prn_window_set_document (PrnWindow *self, PrnDocument *document)
{
  PrnTab *tab = may_give_way (self->tab) ? self->tab : add_tab (self);

  /* The log at hand can be replayed on the other map, too. */
  g_set_object (&tab->session, self->tab->session);
  if (tab->document != NULL) {
    g_object_set_data (G_OBJECT (tab->document), "prn-tab", NULL);
    g_signal_handlers_disconnect_by_data (tab->document, self);
  }
  g_set_object (&tab->document, document);
  g_object_set_data (G_OBJECT (document), "prn-tab", tab);
  g_clear_pointer (&tab->findings, prn_findings_unref);
  tab->n_elements = count_elements (prn_document_get_map (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "conflict", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "journal-failed", G_CALLBACK (journal_failed_cb), self,
                           G_CONNECT_SWAPPED);
  if (prn_settings_get_flag ("autosave", TRUE))
    prn_document_keep_journal (document, NULL);
  prn_document_watch (document);

  if (tab->map_page == NULL)
    add_map_page (self, tab);
  prn_map_page_set_document (tab->map_page, document);
  prn_map_page_set_mode (tab->map_page, "draw");
  prn_window_select_tab (self, tab);
  prn_document_check (document);
  prn_window_show_map (self);
}

gboolean
prn_window_show_file (PrnWindow *self, const char *path)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (guint i = 0; i < self->tabs->len; i++) {
    PrnTab *tab = self->tabs->pdata[i];
    const char *its = tab->document != NULL ? prn_document_get_path (tab->document) : NULL;
    g_autofree char *full = its != NULL ? g_canonicalize_filename (its, NULL) : NULL;

    if (g_strcmp0 (full, wanted) == 0) {
      prn_window_select_tab (self, tab);
      prn_window_show_map (self);
      return TRUE;
    }
  }
  return FALSE;
}

void
prn_window_select_tab (PrnWindow *self, PrnTab *tab)
{
  self->tab = tab;
  if (tab->page != NULL)
    adw_tab_view_set_selected_page (self->tab_view, tab->page);
  if (tab->document != NULL)
    show_title (self, tab);
  if (tab->map_page != NULL)
    map_page_notify_cb (self, NULL, tab->map_page);
}

static void
selected_cb (PrnWindow *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tab_view);
  PrnTab *tab = page != NULL ? prn_window_find_tab (self, page) : NULL;

  if (tab == NULL || tab == self->tab)
    return;
  prn_window_select_tab (self, tab);
  prn_window_log_changed (self);
  prn_map_page_focus (tab->map_page);
}

void
prn_window_remove_tab (PrnWindow *self, PrnTab *tab)
{
  AdwTabPage *page = tab->page;
  PrnTab *next;

  g_signal_handlers_disconnect_by_data (tab->map_page, self);
  if (tab->document != NULL)
    g_signal_handlers_disconnect_by_data (tab->document, self);
  tab->page = NULL;
  adw_tab_view_close_page_finish (self->tab_view, page, TRUE);

  page = adw_tab_view_get_selected_page (self->tab_view);
  next = page != NULL ? prn_window_find_tab (self, page) : NULL;
  if (self->tab == tab)
    self->tab = next != NULL ? next : add_tab (self);
  g_ptr_array_remove (self->tabs, tab);
  if (next != NULL)
    prn_window_select_tab (self, next);
  else
    prn_window_show_start (self);
  prn_window_update (self);
}

void
prn_window_next_tab (PrnWindow *self)
{
  if (!adw_tab_view_select_next_page (self->tab_view))
    adw_tab_view_set_selected_page (self->tab_view, adw_tab_view_get_nth_page (self->tab_view, 0));
}

void
prn_window_previous_tab (PrnWindow *self)
{
  int n = adw_tab_view_get_n_pages (self->tab_view);

  if (!adw_tab_view_select_previous_page (self->tab_view))
    adw_tab_view_set_selected_page (self->tab_view,
                                    adw_tab_view_get_nth_page (self->tab_view, n - 1));
}

/* Another program may have been at work while the window was not. */
static void
is_active_cb (PrnWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  for (guint i = 0; i < self->tabs->len; i++) {
    PrnTab *tab = self->tabs->pdata[i];

    if (tab->document != NULL)
      prn_document_check (tab->document);
  }
}

void
prn_window_init_tabs (PrnWindow *self)
{
  self->tabs = g_ptr_array_new_with_free_func (tab_free);
  self->tab = add_tab (self);
  /* The action table knows the keys. */
  adw_tab_view_set_shortcuts (self->tab_view, ADW_TAB_VIEW_SHORTCUT_NONE);
  g_signal_connect_object (self->tab_view, "notify::selected-page", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  prn_window_init_closing (self);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (is_active_cb), self,
                           G_CONNECT_SWAPPED);
}

void
prn_window_dispose_tabs (PrnWindow *self)
{
  if (self->tab_view != NULL)
    g_signal_handlers_disconnect_by_data (self->tab_view, self);
  for (guint i = 0; i < self->tabs->len; i++) {
    PrnTab *tab = self->tabs->pdata[i];

    /* The parts still speak while they go: nobody is to listen any more. */
    if (tab->map_page != NULL)
      g_signal_handlers_disconnect_by_data (tab->map_page, self);
    if (tab->session != NULL) {
      g_signal_handlers_disconnect_by_data (tab->session, self);
      prn_log_session_cancel (tab->session);
    }
    if (tab->document != NULL)
      g_signal_handlers_disconnect_by_data (tab->document, self);
    tab->map_page = NULL;
  }
  prn_window_clear_wishes (self);
  g_ptr_array_set_size (self->tabs, 0);
  self->tab = add_tab (self);
}
