/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tabs and windows are closed by way of the tab view, which asks of each page whether it may go. */

#include "prn-window-private.h"

#include "dialogs.h"

static gboolean
close_window_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

/* A page that the tab view has been told to close goes; then the window, if that is what it is for,
 * but not in the middle of what the tab view does. */
static void
go_on_closing (PrnWindow *self, PrnTab *tab)
{
  gboolean closes = self->closes;

  prn_window_remove_tab (self, tab);
  self->closes = FALSE;
  if (closes)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_window_cb, g_object_ref (self), g_object_unref);
}

/* Closes a tab, by way of the tab view; @closes: and then the window. */
static void
close_tab (PrnWindow *self, PrnTab *tab, gboolean closes)
{
  self->closes_next = closes;
  adw_tab_view_close_page (self->tab_view, tab->page);
}

static void
saved_cb (PrnWindow *self, PrnTab *tab)
{
  close_tab (self, tab, self->closes);
}

static void
answer_cb (PrnAnswer answer, gpointer user_data)
{
  PrnWindow *self = user_data;
  AdwTabPage *page = g_object_get_data (G_OBJECT (self), "prn-closing");
  PrnTab *tab = page != NULL ? prn_window_find_tab (self, page) : NULL;

  g_object_set_data (G_OBJECT (self), "prn-closing", NULL);
  if (tab == NULL)
    return;
  switch (answer) {
  case PRN_ANSWER_SAVE:
    adw_tab_view_close_page_finish (self->tab_view, page, FALSE);
    prn_window_save_tab (self, tab, NULL, saved_cb);
    break;
  case PRN_ANSWER_DISCARD:
    prn_document_discard (tab->document);
    go_on_closing (self, tab);
    break;
  case PRN_ANSWER_CANCEL:
    self->closes = FALSE;
    adw_tab_view_close_page_finish (self->tab_view, page, FALSE);
    break;
  }
}

static gboolean
close_page_cb (PrnWindow *self, AdwTabPage *page)
{
  PrnTab *tab = prn_window_find_tab (self, page);

  if (tab == NULL)
    return GDK_EVENT_PROPAGATE;
  self->closes = self->closes_next;
  self->closes_next = FALSE;
  if (tab->map_page != NULL)
    prn_map_page_settle (tab->map_page);
  if (!prn_document_is_modified (tab->document)) {
    go_on_closing (self, tab);
    return GDK_EVENT_STOP;
  }
  adw_tab_view_set_selected_page (self->tab_view, page);
  g_object_set_data (G_OBJECT (self), "prn-closing", page);
  prn_dialog_ask_to_save (GTK_WINDOW (self), prn_tab_get_title (tab), answer_cb, self);
  return GDK_EVENT_STOP;
}

gboolean
prn_window_ask_to_close (PrnWindow *self)
{
  for (guint i = 0; i < self->tabs->len; i++) {
    PrnTab *tab = self->tabs->pdata[i];

    if (tab->map_page != NULL)
      prn_map_page_settle (tab->map_page);
    if (tab->document == NULL || !prn_document_is_modified (tab->document))
      continue;
    prn_window_show_map (self);
    if (g_object_get_data (G_OBJECT (self), "prn-closing") == NULL)
      close_tab (self, tab, TRUE);
    return FALSE;
  }
  return TRUE;
}

void
prn_window_close_tab (PrnWindow *self)
{
  if (self->tab->page != NULL)
    close_tab (self, self->tab, FALSE);
}

void
prn_window_init_closing (PrnWindow *self)
{
  g_signal_connect_object (self->tab_view, "close-page", G_CALLBACK (close_page_cb), self,
                           G_CONNECT_SWAPPED);
}
