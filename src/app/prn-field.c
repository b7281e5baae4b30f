/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-field.h"

#include <glib/gi18n-lib.h>

#include "prn-member-words.h"
#include "prn-wording.h"
#include "prn-wrapped-label.h"

typedef struct {
  PrnEditing *editing;
  char *path;
  char *label;
  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *control;
  GtkLabel *refusal;
} PrnFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PrnField, prn_field, ADW_TYPE_BIN)

static PrnFieldPrivate *
private_of (PrnField *self)
{
  return prn_field_get_instance_private (self);
}

static void
prn_field_finalize (GObject *object)
{
  PrnFieldPrivate *priv = private_of (PRN_FIELD (object));

  g_clear_object (&priv->editing);
  g_free (priv->path);
  g_free (priv->label);

  G_OBJECT_CLASS (prn_field_parent_class)->finalize (object);
}

static gboolean
prn_field_grab_focus (GtkWidget *widget)
{
  PrnFieldPrivate *priv = private_of (PRN_FIELD (widget));

  return priv->control != NULL && gtk_widget_grab_focus (priv->control);
}

/* The Tab key stops at everything inside, forth and back, not only at what gets the focus when the
 * field is given it. */
static gboolean
prn_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (private_of (PRN_FIELD (widget))->box, direction);
}

static void
prn_field_class_init (PrnFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = prn_field_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = prn_field_focus;
}

static void
prn_field_init (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);

  priv->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (priv->title, 0);
  gtk_label_set_wrap (priv->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->title), "field-label");

  priv->refusal = GTK_LABEL (prn_wrapped_label_new (NULL, "field-refusal"));
  gtk_label_set_max_width_chars (priv->refusal, 36);
  gtk_widget_set_visible (GTK_WIDGET (priv->refusal), FALSE);

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (priv->box), GTK_WIDGET (priv->title));
  gtk_box_append (GTK_BOX (priv->box), GTK_WIDGET (priv->refusal));
  adw_bin_set_child (ADW_BIN (self), priv->box);
}

void
prn_field_setup (PrnField *self, PrnEditing *editing, const char *path, const char *label)
{
  PrnFieldPrivate *priv = private_of (self);
  PrnSlot slot;

  priv->editing = g_object_ref (editing);
  priv->path = g_strdup (path);
  if (label == NULL && prn_editing_find (editing, path, &slot))
    label = prn_member_title (slot.member);
  priv->label = g_strdup (label != NULL ? label : path);
  gtk_label_set_label (priv->title, priv->label);
}

void
prn_field_set_control (PrnField *self, GtkWidget *content, GtkWidget *control)
{
  PrnFieldPrivate *priv = private_of (self);

  priv->control = control;
  gtk_box_insert_child_after (GTK_BOX (priv->box), content, GTK_WIDGET (priv->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  priv->label, -1);
  gtk_label_set_mnemonic_widget (priv->title, control);
}

void
prn_field_set_inline (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->title), FALSE);
  gtk_widget_set_tooltip_text (priv->control, priv->label);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inline-field");
}

void
prn_field_update (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);
  PrnSlot slot;

  if (prn_editing_find (priv->editing, priv->path, &slot))
    PRN_FIELD_GET_CLASS (self)->show (self, &slot, prn_editing_get_map (priv->editing));
}

void
prn_field_flush (PrnField *self)
{
  if (PRN_FIELD_GET_CLASS (self)->flush != NULL)
    PRN_FIELD_GET_CLASS (self)->flush (self);
}

void
prn_field_retry (PrnField *self)
{
  if (prn_field_get_refusal (self) != NULL && PRN_FIELD_GET_CLASS (self)->retry != NULL)
    PRN_FIELD_GET_CLASS (self)->retry (self);
}

/* Typing in one field is one step. */
static char *
join_name (PrnFieldPrivate *priv)
{
  const char *id = prn_editing_get_id (priv->editing);

  return g_strdup_printf ("%s.%s", id != NULL ? id : "", priv->path);
}

gboolean
prn_field_commit (PrnField *self, const char *json, gboolean join)
{
  PrnFieldPrivate *priv = private_of (self);
  g_autofree char *name = join ? join_name (priv) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnField) kept = g_object_ref (self); /* the step may take the field away */

  if (prn_editing_set (priv->editing, priv->path, json, name, &error)) {
    prn_field_accept (self);
    return TRUE;
  }
  prn_field_refuse (self, error != NULL ? error->message : _("This map is read-only"));
  return FALSE;
}

void
prn_field_refer_to_new (PrnField *self, PrnKind kind, const char *name)
{
  PrnFieldPrivate *priv = private_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnField) kept = g_object_ref (self); /* the step may take the field away */

  if (prn_editing_refer_to_new (priv->editing, priv->path, kind, name, &error))
    prn_field_accept (self);
  else
    prn_field_refuse (self, error != NULL ? error->message : _("This map is read-only"));
}

void
prn_field_refuse (PrnField *self, const char *reason)
{
  PrnFieldPrivate *priv = private_of (self);
  g_autofree char *sentence = prn_wording_sentence (reason);
  g_autofree char *name = join_name (priv);

  gtk_label_set_label (priv->refusal, sentence);
  gtk_widget_set_visible (GTK_WIDGET (priv->refusal), TRUE);
  gtk_widget_add_css_class (priv->control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  prn_document_cancel (prn_editing_get_document (priv->editing), name);
}

void
prn_field_accept (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (priv->refusal)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (priv->refusal), FALSE);
  gtk_widget_remove_css_class (priv->control, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->control),
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
prn_field_seal (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);
  g_autofree char *name = join_name (priv);

  prn_document_seal_join (prn_editing_get_document (priv->editing), name);
}

void
prn_field_end_naming (PrnField *self, const char *before)
{
  PrnFieldPrivate *priv = private_of (self);
  g_autofree char *join = join_name (priv);

  prn_editing_end_naming (priv->editing, before, join);
}

PrnEditing *
prn_field_get_editing (PrnField *self)
{
  return private_of (self)->editing;
}

const char *
prn_field_get_path (PrnField *self)
{
  return private_of (self)->path;
}

const char *
prn_field_get_label (PrnField *self)
{
  return private_of (self)->label;
}

GtkWidget *
prn_field_get_control (PrnField *self)
{
  return private_of (self)->control;
}

const char *
prn_field_get_refusal (PrnField *self)
{
  PrnFieldPrivate *priv = private_of (self);

  return gtk_widget_get_visible (GTK_WIDGET (priv->refusal)) ? gtk_label_get_label (priv->refusal)
                                                             : NULL;
}
