/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-name-editor.h"

#include <glib/gi18n-lib.h>

#include "prn-canvas-private.h"
#include "prn-edit.h"
#include "prn-schema.h"

/* It is never smaller, in pixels, however far away the map is. */
#define LEAST_WIDTH  180
#define LEAST_HEIGHT 34

/* Characters; a name is at most 4,096 bytes. */
#define LONGEST_NAME 255

struct _PrnNameEditor {
  GtkWidget parent_instance;
  PrnCanvas *canvas; /* our parent */
  GtkWidget *field;  /* a GtkEntry, or a GtkTextView for a note */
  char *id;
  char *before; /* what it was called */
  PrnCreation *creation; /* nullable */
  gboolean closing;
  guint idle; /* takes the name once the focus has left */
};

G_DEFINE_FINAL_TYPE (PrnNameEditor, prn_name_editor, GTK_TYPE_WIDGET)

static char *
get_text (PrnNameEditor *self)
{
  if (GTK_IS_TEXT_VIEW (self->field)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field));
    GtkTextIter start, end;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->field)));
}

static gboolean
has_focus (PrnNameEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Hides the editor, to be opened again: an entry takes long to make. The canvas gets the focus back
 * if the editor had it. */
static void
close_editor (PrnNameEditor *self)
{
  PrnCanvas *canvas = self->canvas;

  canvas->name_editor = NULL;
  if (has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_clear_handle_id (&self->idle, g_source_remove);
  if (GTK_IS_ENTRY (self->field) && canvas->spare_editor == NULL) {
    canvas->spare_editor = GTK_WIDGET (self);
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  } else {
    gtk_widget_unparent (GTK_WIDGET (self));
  }
  prn_canvas_update_actions (canvas);
}

void
prn_name_editor_commit (PrnNameEditor *self)
{
  g_autoptr (PrnNameEditor) kept = g_object_ref (self);
  g_autofree char *text = NULL;

  if (self->closing)
    return;
  self->closing = TRUE;
  text = g_strstrip (get_text (self));
  close_editor (self);

  if (*text == '\0' || g_str_equal (text, self->before)) {
    if (self->creation != NULL && self->canvas->document != NULL)
      prn_document_seal (self->canvas->document);
  } else if (self->creation != NULL) {
    prn_canvas_name_created (self->canvas, self->creation, self->id, text);
  } else if (prn_canvas_is_editable (self->canvas)) {
    prn_canvas_set_name (self->canvas, self->id, text, self->before);
  }
}

void
prn_name_editor_cancel (PrnNameEditor *self)
{
  g_autoptr (PrnNameEditor) kept = g_object_ref (self);

  if (self->closing)
    return;
  self->closing = TRUE;
  close_editor (self);
  if (self->creation != NULL)
    prn_canvas_forget_created (self->canvas);
}

/* What is named after this one. */
static void
commit_and_go_on (PrnNameEditor *self)
{
  PrnCanvas *canvas = self->canvas;
  gboolean is_stage = prn_map_index_of (prn_canvas_get_map (canvas), PRN_KIND_STAGE, self->id) >= 0;

  prn_name_editor_commit (self);
  if (is_stage)
    gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.new-linked", "s", "right");
}

/* Keys that the field has no use for do not get to the canvas, which would act on the map. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, PrnNameEditor *self)
{
  gboolean is_note = GTK_IS_TEXT_VIEW (self->field);

  switch (keyval) {
  case GDK_KEY_Escape:
    prn_name_editor_cancel (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    if (is_note && (state & GDK_CONTROL_MASK) == 0)
      return GDK_EVENT_PROPAGATE;
    prn_name_editor_commit (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
    if ((state & GDK_CONTROL_MASK) != 0)
      return GDK_EVENT_PROPAGATE;
    commit_and_go_on (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_ISO_Left_Tab:
    prn_name_editor_commit (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static gboolean
unused_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType state, PrnNameEditor *self)
{
  return GDK_EVENT_STOP;
}

static gboolean
commit_cb (gpointer data)
{
  PrnNameEditor *self = data;

  self->idle = 0;
  if (!has_focus (self))
    prn_name_editor_commit (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the field is still busy with losing the focus, and may get it back. */
static void
focus_left_cb (PrnNameEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* The window losing the focus is no end of typing. */
  if (root != NULL && GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root)))
    return;
  if (self->idle == 0 && !self->closing)
    self->idle = g_idle_add (commit_cb, self);
}

static void
prn_name_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (PRN_NAME_EDITOR (widget)->field, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
prn_name_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (PRN_NAME_EDITOR (widget)->field, width, height, -1, NULL);
}

static void
prn_name_editor_dispose (GObject *object)
{
  PrnNameEditor *self = PRN_NAME_EDITOR (object);

  self->closing = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->field, gtk_widget_unparent);
  g_clear_pointer (&self->creation, prn_creation_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (prn_name_editor_parent_class)->dispose (object);
}

static void
prn_name_editor_class_init (PrnNameEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_name_editor_dispose;
  widget_class->measure = prn_name_editor_measure;
  widget_class->size_allocate = prn_name_editor_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "name-editor");
}

static void
prn_name_editor_init (PrnNameEditor *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
}

static GtkWidget *
make_field (gboolean is_note)
{
  GtkWidget *field;

  if (is_note) {
    field = gtk_text_view_new ();
    gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (field), GTK_WRAP_WORD_CHAR);
    return field;
  }
  field = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (field), LONGEST_NAME);
  return field;
}

static void
set_text (PrnNameEditor *self, const char *text)
{
  if (GTK_IS_TEXT_VIEW (self->field))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->field), text);
}

static void
select_all (GtkWidget *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (field)) {
    gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
    return;
  }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
listen (PrnNameEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *unused = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (unused, "key-pressed", G_CALLBACK (unused_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), unused);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* The name as it is in the map: the label of an element without one is its id. */
static char *
name_of (const PrnElement *element)
{
  const PrnMember *member =
      prn_record_find_member (prn_record_of_kind (element->kind),
                              element->kind == PRN_KIND_NOTE ? "text" : "name");

  return g_strdup (*(char *const *) G_STRUCT_MEMBER_P (element, member->offset));
}

/* A closed editor of the canvas. */
static PrnNameEditor *
make_editor (PrnCanvas *canvas, gboolean is_note)
{
  PrnNameEditor *self;

  if (!is_note && canvas->spare_editor != NULL)
    return PRN_NAME_EDITOR (g_steal_pointer (&canvas->spare_editor));

  self = g_object_new (PRN_TYPE_NAME_EDITOR, "visible", FALSE, NULL);
  self->canvas = canvas;
  self->field = make_field (is_note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_note ? _("Type the text") : _("Type the name"), -1);
  gtk_widget_set_parent (self->field, GTK_WIDGET (self));
  listen (self);
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (canvas));
  return self;
}

void
prn_name_editor_open (PrnCanvas *canvas, const char *id, PrnCreation *creation)
{
  g_autoptr (PrnCreation) owned = creation;
  const PrnElement *element;
  PrnNameEditor *self;

  if (canvas->name_editor != NULL)
    prn_name_editor_commit (PRN_NAME_EDITOR (canvas->name_editor));
  element = prn_map_lookup (prn_canvas_get_map (canvas), id);
  if (element == NULL)
    return;

  self = make_editor (canvas, element->kind == PRN_KIND_NOTE);
  self->closing = FALSE;
  prn_element_set_text (&self->id, id);
  g_free (self->before);
  self->before = name_of (element);
  g_clear_pointer (&self->creation, prn_creation_free);
  self->creation = g_steal_pointer (&owned);
  set_text (self, self->before);
  canvas->name_editor = GTK_WIDGET (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->field);
  select_all (self->field);
  prn_canvas_update_actions (canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

/* Where the name is written on an element. */
static PrnRectangle
name_box (PrnCanvas *canvas, const PrnItem *item)
{
  PrnRectangle box = prn_viewport_box (&canvas->viewport, item->handle);
  double zoom = canvas->viewport.zoom;

  switch (item->kind) {
  case PRN_ITEM_STAGE:
    return (PrnRectangle){ box.x + 8 * zoom, box.y + 6 * zoom, box.w - 16 * zoom, 36 * zoom };
  case PRN_ITEM_PHASE:
    return (PrnRectangle){ box.x + 8 * zoom, box.y + 4 * zoom, MIN (box.w, 320 * zoom), 36 * zoom };
  case PRN_ITEM_FRAME:
    return (PrnRectangle){ box.x, box.y - 32, MIN (box.w, 320), 32 };
  case PRN_ITEM_NOTE:
  case PRN_ITEM_EVENT:
  case PRN_ITEM_TRIGGER:
  default:
    return box;
  }
}

void
prn_name_editor_allocate (PrnNameEditor *self)
{
  PrnCanvas *canvas = self->canvas;
  const PrnItem *item = prn_canvas_find (canvas, self->id);
  const PrnViewport *v = &canvas->viewport;
  PrnRectangle box = { v->width / 2 - LEAST_WIDTH, v->height / 2, LEAST_WIDTH, LEAST_HEIGHT };
  int width, height, least;

  if (item != NULL)
    box = name_box (canvas, item);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (MAX ((int) box.w, LEAST_WIDTH), least);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  height = MAX (MAX ((int) box.h, LEAST_HEIGHT), least);
  gtk_widget_allocate (
      GTK_WIDGET (self), width, height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (int) (box.x + (box.w - width) / 2),
                                                           (float) (int) (box.y + (box.h - height) / 2))));
}
