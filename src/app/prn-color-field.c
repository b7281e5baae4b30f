/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-color-field.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-typed.h"
#include "prn-swatch.h"
#include "prn-wrap-box.h"

/* The palette of the format, what each color is called on the screen; "" is none. */
static const struct {
  const char *name;
  const char *title;
} colors[] = {
  { "", N_("No color") },      { "blue", N_("Blue") },     { "green", N_("Green") },
  { "yellow", N_("Yellow") },  { "orange", N_("Orange") }, { "red", N_("Red") },
  { "purple", N_("Purple") },  { "brown", N_("Brown") },   { "gray", N_("Gray") },
};

struct _PrnColorField {
  PrnField parent;

  GtkWidget *box;
  PrnSwatch *swatches[G_N_ELEMENTS (colors)];
  GtkEntry *entry;
  char *shown;
  gboolean taking;
};

G_DEFINE_TYPE (PrnColorField, prn_color_field, PRN_TYPE_FIELD)

static void
prn_color_field_dispose (GObject *object)
{
  g_clear_pointer (&PRN_COLOR_FIELD (object)->shown, g_free);

  G_OBJECT_CLASS (prn_color_field_parent_class)->dispose (object);
}

static void
take_swatch (PrnColorField *self, PrnSwatch *swatch)
{
  const char *name = prn_swatch_get_color (swatch);
  g_autofree char *json = NULL;

  /* The one that is chosen stays so. */
  if (g_strcmp0 (name, self->shown) == 0) {
    prn_swatch_set_chosen (swatch, TRUE);
    return;
  }
  json = g_strdup_printf ("\"%s\"", name);
  if (!prn_field_commit (PRN_FIELD (self), json, FALSE))
    prn_field_update (PRN_FIELD (self));
}

/* A color of one's own is taken when it is whole. */
static void
take_entry (PrnColorField *self)
{
  PrnField *field = PRN_FIELD (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *json = NULL;
  PrnSlot slot;

  if (!prn_editing_find (prn_field_get_editing (field), prn_field_get_path (field), &slot) ||
      !prn_typed_to_json (&slot, typed, &json, NULL))
    return;
  if (g_strcmp0 (typed, self->shown) == 0 || (*typed == '\0' && *self->shown != '#')) {
    prn_field_accept (field);
    return;
  }
  self->taking = TRUE;
  prn_field_commit (field, json, FALSE);
  self->taking = FALSE;
}

static void
typing_cb (PrnColorField *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*typed == '#' && g_utf8_strlen (typed, -1) == 7)
    take_entry (self);
}

static guint
index_of (const char *color)
{
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_str_equal (colors[i].name, color))
      return i;
  return 0;
}

/* The swatches are one stop of the Tab key, as a group of radio buttons is: the arrows walk. */
static void
let_stop (PrnColorField *self, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    gtk_widget_set_focusable (GTK_WIDGET (self->swatches[i]), i == index);
}

static gboolean
arrow_cb (PrnColorField *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int n = G_N_ELEMENTS (colors), at = -1, step;

  for (int i = 0; i < n; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (self->swatches[i])))
      at = i;
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    step = rtl ? -1 : 1;
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    step = rtl ? 1 : -1;
  else
    return GDK_EVENT_PROPAGATE;
  if (at < 0)
    return GDK_EVENT_PROPAGATE;
  at = (at + step + n) % n;
  gtk_widget_set_focusable (GTK_WIDGET (self->swatches[at]), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->swatches[at]));
  let_stop (self, (guint) at);
  return GDK_EVENT_STOP;
}

static void
prn_color_field_show (PrnField *field, const PrnSlot *slot, PrnMap *map)
{
  PrnColorField *self = PRN_COLOR_FIELD (field);
  g_autofree char *typed = prn_typed_from_slot (slot);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    prn_swatch_set_chosen (self->swatches[i], g_str_equal (colors[i].name, typed));
  if (gtk_widget_get_focus_child (self->box) == NULL)
    let_stop (self, index_of (typed));
  if (g_strcmp0 (typed, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&typed);
  if (self->taking)
    return;
  g_signal_handlers_block_by_func (self->entry, typing_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), *self->shown == '#' ? self->shown : "");
  g_signal_handlers_unblock_by_func (self->entry, typing_cb, self);
  prn_field_accept (field);
}

static void
prn_color_field_flush (PrnField *field)
{
  take_entry (PRN_COLOR_FIELD (field));
}

static void
prn_color_field_class_init (PrnColorFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = prn_color_field_dispose;
  PRN_FIELD_CLASS (klass)->show = prn_color_field_show;
  PRN_FIELD_CLASS (klass)->flush = prn_color_field_flush;
}

static void
prn_color_field_init (PrnColorField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++) {
    self->swatches[i] = PRN_SWATCH (prn_swatch_new (colors[i].name, _(colors[i].title)));
    g_signal_connect_object (self->swatches[i], "clicked", G_CALLBACK (take_swatch), self,
                             G_CONNECT_SWAPPED);
  }
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_entry_set_placeholder_text (self->entry, "#3584e4");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (take_entry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take_entry), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

GtkWidget *
prn_color_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnColorField *self = g_object_new (PRN_TYPE_COLOR_FIELD, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = prn_wrap_box_new (4);

  self->box = box;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (arrow_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    prn_wrap_box_append (PRN_WRAP_BOX (box), GTK_WIDGET (self->swatches[i]));
  prn_wrap_box_append (PRN_WRAP_BOX (box), GTK_WIDGET (self->entry));
  prn_field_setup (PRN_FIELD (self), editing, path, label);
  prn_field_set_control (PRN_FIELD (self), box, GTK_WIDGET (self->entry));
  prn_field_update (PRN_FIELD (self));
  return GTK_WIDGET (self);
}
