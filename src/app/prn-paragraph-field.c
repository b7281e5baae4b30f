/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-paragraph-field.h"

#include "prn-edit-typed.h"

#define LEAST_HEIGHT 58
#define MOST_HEIGHT  200
#define PADDING      16 /* of the style, beside the text's own height */

struct _PrnParagraphField {
  PrnField parent;

  GtkScrolledWindow *scrolled;
  guint height_source;
  GtkTextView *view;
  char *shown;
  gboolean taking;
};

G_DEFINE_TYPE (PrnParagraphField, prn_paragraph_field, PRN_TYPE_FIELD)

static void
prn_paragraph_field_dispose (GObject *object)
{
  PrnParagraphField *self = PRN_PARAGRAPH_FIELD (object);

  g_clear_handle_id (&self->height_source, g_source_remove);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (prn_paragraph_field_parent_class)->dispose (object);
}

static void
take (PrnParagraphField *self)
{
  PrnField *field = PRN_FIELD (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  PrnSlot slot;

  if (!prn_editing_find (prn_field_get_editing (field), prn_field_get_path (field), &slot))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (!prn_typed_to_json (&slot, text, &json, NULL))
    return;
  self->taking = TRUE;
  prn_field_commit (field, json, TRUE);
  self->taking = FALSE;
}

static void
prn_paragraph_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnParagraphField *self = PRN_PARAGRAPH_FIELD (field);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *typed = prn_typed_from_slot (slot);

  if (g_strcmp0 (typed, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&typed);
  if (self->taking)
    return;
  g_signal_handlers_block_by_func (buffer, take, self);
  gtk_text_buffer_set_text (buffer, self->shown, -1);
  g_signal_handlers_unblock_by_func (buffer, take, self);
  prn_field_accept (field);
}

static gboolean
height_idle_cb (gpointer user_data)
{
  PrnParagraphField *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  int height = (int) gtk_adjustment_get_upper (adjustment) + PADDING;

  self->height_source = 0;
  gtk_scrolled_window_set_min_content_height (self->scrolled,
                                              CLAMP (height, LEAST_HEIGHT, MOST_HEIGHT));
  return G_SOURCE_REMOVE;
}

/* A text view knows how high its text is only after it was given a width: the field grows then. */
static void
height_cb (PrnParagraphField *self)
{
  if (self->height_source == 0)
    self->height_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, height_idle_cb, self, NULL);
}

static void
prn_paragraph_field_class_init (PrnParagraphFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_paragraph_field_dispose;
  PRN_FIELD_CLASS (klass)->show = prn_paragraph_field_show;
}

static void
prn_paragraph_field_init (PrnParagraphField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);

  g_signal_connect_object (buffer, "changed", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (prn_field_seal), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

GtkWidget *
prn_paragraph_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnParagraphField *self = g_object_new (PRN_TYPE_PARAGRAPH_FIELD, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scrolled, LEAST_HEIGHT);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "notify::upper",
                           G_CALLBACK (height_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (scrolled, "paragraph");
  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), scrolled, GTK_WIDGET (self->view));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
