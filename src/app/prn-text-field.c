/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-field.h"

#include "prn-edit-typed.h"
#include "prn-inspector-page.h"
#include "prn-member-words.h"

/* A length of time is no such thing before its unit is typed: refusals wait for a pause. */
#define PATIENCE 800 /* ms */

struct _PrnTextField {
  PrnField parent;

  GtkEntry *entry;
  GtkEventControllerFocus *focus; /* of the entry */
  GtkLabel *unit;
  gboolean is_id;
  char *shown;       /* what the map says, as it would be typed */
  char *before;      /* the same, when typing began; NULL before that */
  gboolean ending;   /* typing has come to its end */
  gboolean taking;   /* the map changes because of this field */
  char *complaint;   /* what is wrong with what is typed, not shown yet */
  guint complaint_source;
};

G_DEFINE_TYPE (PrnTextField, prn_text_field, PRN_TYPE_FIELD)

static void
forget_complaint (PrnTextField *self)
{
  g_clear_handle_id (&self->complaint_source, g_source_remove);
  g_clear_pointer (&self->complaint, g_free);
}

static void
prn_text_field_dispose (GObject *object)
{
  PrnTextField *self = PRN_TEXT_FIELD (object);

  forget_complaint (self);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (prn_text_field_parent_class)->dispose (object);
}

static void
complain (PrnTextField *self)
{
  g_autofree char *complaint = g_steal_pointer (&self->complaint);

  forget_complaint (self);
  self->taking = TRUE;
  prn_field_refuse (PRN_FIELD (self), complaint);
  self->taking = FALSE;
}

static gboolean
complain_cb (gpointer user_data)
{
  PrnTextField *self = user_data;

  self->complaint_source = 0;
  complain (self);
  return G_SOURCE_REMOVE;
}

static void
take (PrnTextField *self)
{
  PrnField *field = PRN_FIELD (self);
  g_autoptr (PrnTextField) kept = g_object_ref (self);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  PrnSlot slot;

  forget_complaint (self);
  if (!prn_editing_find (prn_field_get_editing (field), prn_field_get_path (field), &slot))
    return;
  if (!prn_typed_to_json (&slot, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &json,
                          &error)) {
    self->complaint = g_strdup (error->message);
    self->complaint_source = g_timeout_add (PATIENCE, complain_cb, self);
    return;
  }
  /* An id is known by others: it is not changed letter by letter. */
  if (slot.member->type == PRN_MEMBER_ID && !self->ending)
    return;
  if (self->before == NULL)
    self->before = g_strdup (self->shown);
  self->taking = TRUE;
  prn_field_commit (field, json, slot.member->type != PRN_MEMBER_ID);
  self->taking = FALSE;
}

static void
set_text (PrnTextField *self, const char *text)
{
  g_signal_handlers_block_by_func (self->entry, take, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, take, self);
}

static void
prn_text_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnTextField *self = PRN_TEXT_FIELD (field);
  g_autofree char *typed = prn_typed_from_slot (slot);
  const char *unit = prn_member_unit (slot, map);

  gtk_label_set_label (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  if (g_strcmp0 (typed, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&typed);
  if (self->taking)
    return;
  forget_complaint (self);
  set_text (self, self->shown);
  prn_field_accept (field);
}

/* `2w` was more than the most, until the most was typed. */
static void
prn_text_field_retry (PrnField *field)
{
  PrnTextField *self = PRN_TEXT_FIELD (field);

  if (self->is_id || gtk_event_controller_focus_contains_focus (self->focus))
    return;
  prn_field_seal (field);
  take (self);
  g_clear_pointer (&self->before, g_free);
  prn_field_seal (field);
}

/* The end of typing: what is wrong is said at once, what is good is put as the map says it. */
static void
prn_text_field_flush (PrnField *field)
{
  PrnTextField *self = PRN_TEXT_FIELD (field);
  g_autoptr (PrnTextField) kept = g_object_ref (self);
  GtkWidget *page;

  if (self->is_id) {
    self->ending = TRUE;
    take (self);
    self->ending = FALSE;
  }
  if (self->complaint != NULL)
    complain (self);
  else if (prn_field_get_refusal (field) == NULL && self->shown != NULL &&
           g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) != 0)
    set_text (self, self->shown);
  if (self->before != NULL && g_str_equal (prn_field_get_path (field), "name"))
    prn_field_end_naming (field, self->before);
  g_clear_pointer (&self->before, g_free);
  prn_field_seal (field);
  page = gtk_widget_get_ancestor (GTK_WIDGET (self), PRN_TYPE_INSPECTOR_PAGE);
  if (page != NULL)
    prn_inspector_page_retry (PRN_INSPECTOR_PAGE (page));
}

static gboolean
key_cb (PrnTextField *self, guint key)
{
  if (key != GDK_KEY_Escape || self->shown == NULL ||
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) == 0)
    return FALSE;
  /* What was taken and is only written otherwise, `25 %` for `25`, stays so. */
  if (!self->is_id && self->complaint == NULL && prn_field_get_refusal (PRN_FIELD (self)) == NULL)
    return FALSE;
  forget_complaint (self);
  set_text (self, self->shown);
  prn_field_accept (PRN_FIELD (self));
  return TRUE;
}

static void
prn_text_field_class_init (PrnTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_text_field_dispose;
  PRN_FIELD_CLASS (klass)->show = prn_text_field_show;
  PRN_FIELD_CLASS (klass)->flush = prn_text_field_flush;
  PRN_FIELD_CLASS (klass)->retry = prn_text_field_retry;
}

static void
prn_text_field_init (PrnTextField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->focus = GTK_EVENT_CONTROLLER_FOCUS (focus);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  /* The document undoes; two histories of one field would fight. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  self->unit = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "dim-label");

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (prn_field_flush), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (prn_field_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), key);
}

/* How many letters a field is wide, so that it fits a sentence. */
static int
width_of (const PrnSlot *slot)
{
  switch (slot->member->type) {
  case PRN_MEMBER_INTEGER:
    return 3;
  case PRN_MEMBER_NUMBER:
  case PRN_MEMBER_DURATION:
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
  case PRN_MEMBER_CURRENCY:
    return 5;
  default:
    return 8;
  }
}

GtkWidget *
prn_text_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnTextField *self = g_object_new (PRN_TYPE_TEXT_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  PrnSlot slot;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unit));
  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), box, GTK_WIDGET (self->entry));
  if (prn_editing_find (editing, path, &slot)) {
    self->is_id = slot.member->type == PRN_MEMBER_ID;
    gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), width_of (&slot));
    gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), width_of (&slot) + 1);
    gtk_entry_set_placeholder_text (self->entry, prn_member_hint (slot.member));
  }
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
