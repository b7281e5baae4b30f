/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-file-notice.h"

#include <glib/gi18n-lib.h>

#define MOST_CHOICES 3

/* What can be said, and the ways out. */
typedef struct {
  const char *words;
  struct {
    const char *label, *help, *action;
  } choices[MOST_CHOICES];
} Notice;

static const Notice changed = {
  N_("Another program has changed this file."),
  { { N_("_Keep Mine"), N_("Stay with this map; saving writes over the file"), "win.keep-mine" },
    { N_("Take _Theirs"), N_("Show what is in the file; can be undone"), "win.take-theirs" },
    { N_("_Merge"), N_("Make one map of both; can be undone"), "win.merge" } },
};

static const Notice removed = {
  N_("The file has been moved or removed."),
  { { N_("_Save Again"), N_("Write the file anew in its old place"), "win.save" },
    { N_("Save _As…"), N_("Write the map into another file"), "win.save-as" } },
};

static const Notice read_only = {
  N_("This file cannot be written to: the map can be looked at, not changed. Save it as another "
     "file to work on it."),
  { { N_("Save _As…"), N_("Write the map into another file"), "win.save-as" } },
};

static const Notice newer = {
  N_("A newer version of Perennial made this map. It is shown as far as this version understands "
     "it, and cannot be saved over."),
  { { NULL } },
};

struct _PrnFileNotice {
  AdwBin parent;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *buttons[MOST_CHOICES];

  PrnDocument *document;
};

G_DEFINE_TYPE (PrnFileNotice, prn_file_notice, ADW_TYPE_BIN)

static const Notice *
find_notice (PrnDocument *document)
{
  switch (prn_document_get_conflict (document)) {
  case PRN_FILE_CHANGED:
    return &changed;
  case PRN_FILE_REMOVED:
    return &removed;
  case PRN_FILE_NO_CONFLICT:
    break;
  }
  switch (prn_document_get_read_only (document)) {
  case PRN_READ_ONLY_NEWER:
    return &newer;
  case PRN_READ_ONLY_FILE:
    return &read_only;
  case PRN_READ_ONLY_NOT:
    break;
  }
  return NULL;
}

static void
update (PrnFileNotice *self)
{
  const Notice *notice = self->document != NULL ? find_notice (self->document) : NULL;

  gtk_revealer_set_reveal_child (self->revealer, notice != NULL);
  if (notice == NULL)
    return;
  gtk_label_set_label (self->label, _(notice->words));
  for (guint i = 0; i < MOST_CHOICES; i++) {
    GtkWidget *button = self->buttons[i];

    gtk_widget_set_visible (button, notice->choices[i].label != NULL);
    if (notice->choices[i].label == NULL)
      continue;
    gtk_button_set_label (GTK_BUTTON (button), _(notice->choices[i].label));
    gtk_widget_set_tooltip_text (button, _(notice->choices[i].help));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), notice->choices[i].action);
  }
}

static void
prn_file_notice_dispose (GObject *object)
{
  PrnFileNotice *self = PRN_FILE_NOTICE (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (prn_file_notice_parent_class)->dispose (object);
}

static void
prn_file_notice_class_init (PrnFileNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_file_notice_dispose;
}

static void
prn_file_notice_init (PrnFileNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (box, "notice");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  for (guint i = 0; i < MOST_CHOICES; i++) {
    self->buttons[i] = gtk_button_new ();
    gtk_button_set_use_underline (GTK_BUTTON (self->buttons[i]), TRUE);
    gtk_widget_set_valign (self->buttons[i], GTK_ALIGN_CENTER);
    gtk_widget_set_visible (self->buttons[i], FALSE);
    gtk_box_append (GTK_BOX (box), self->buttons[i]);
  }
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

void
prn_file_notice_set_document (PrnFileNotice *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_FILE_NOTICE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, update, self);
  g_set_object (&self->document, document);
  if (document != NULL) {
    g_signal_connect_object (document, "conflict", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  }
  update (self);
}
