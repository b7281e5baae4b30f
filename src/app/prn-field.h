/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-editing.h"

G_BEGIN_DECLS

#define PRN_TYPE_FIELD (prn_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (PrnField, prn_field, PRN, FIELD, AdwBin)

/**
 * PrnFieldClass:
 * @show: shows the value at a place of the map as it is now
 * @flush: (nullable): takes what was typed and not taken yet
 * @retry: (nullable): takes what was refused, if it can be taken now
 *
 * A labelled control for one member: its label, the control, and beside it why a value was refused.
 */
struct _PrnFieldClass {
  AdwBinClass parent_class;

  void (*show) (PrnField *self, const PrnSlot *slot, PrnMap *map);
  void (*flush) (PrnField *self);
  void (*retry) (PrnField *self);
};

/**
 * prn_field_setup:
 * @self: a field just made
 * @editing: what is edited
 * @path: the way to its member
 * @label: (nullable): what it is called, %NULL for what the schema calls it
 *
 * Says what a field is for.
 */
void prn_field_setup (PrnField *self, PrnEditing *editing, const char *path, const char *label);

/**
 * prn_field_refer_to_new:
 * @self: a field of references
 * @kind: what to make
 * @name: what it is called
 *
 * Makes an element and refers to it, or says why not.
 */
void prn_field_refer_to_new (PrnField *self, PrnKind kind, const char *name);

/**
 * prn_field_set_control:
 * @self: a field
 * @content: what stands under the label
 * @control: the widget in it that has the focus; gets the label as its name
 *
 * Puts the control in.
 */
void prn_field_set_control (PrnField *self, GtkWidget *content, GtkWidget *control);

/* Shows the label only to assistive technology: the field is a word of a sentence. */
void prn_field_set_inline (PrnField *self);

/* The place in the map as it is now changed; shows its value. */
void prn_field_update (PrnField *self);

/* Takes at once what was typed and not taken yet. */
void prn_field_flush (PrnField *self);

/* Something else was changed: takes what was refused here, if that was why. */
void prn_field_retry (PrnField *self);

/**
 * prn_field_commit:
 * @self: a field
 * @json: (nullable): the new value, %NULL for the default
 * @join: whether this goes on with what was typed before
 *
 * Sets the value, or shows why it is refused. What typing had set before it came to be refused is
 * taken back.
 *
 * Returns: whether it was set
 */
gboolean prn_field_commit (PrnField *self, const char *json, gboolean join);

/* Shows why a value is refused; the map goes back to the one before typing. */
void prn_field_refuse (PrnField *self, const char *reason);

/* Shows no refusal any more. */
void prn_field_accept (PrnField *self);

/* Typing here has come to an end: the next step joins nothing. */
void prn_field_seal (PrnField *self);

/* Typing into the field of a name has come to an end, which was @before when it began. */
void prn_field_end_naming (PrnField *self, const char *before);

/* What a field is for. */
PrnEditing *prn_field_get_editing (PrnField *self);
const char *prn_field_get_path (PrnField *self);
const char *prn_field_get_label (PrnField *self);
GtkWidget *prn_field_get_control (PrnField *self);

/* (nullable): why the value is refused, while it is. */
const char *prn_field_get_refusal (PrnField *self);

G_END_DECLS
