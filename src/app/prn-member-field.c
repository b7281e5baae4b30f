/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-member-field.h"

#include "prn-chips-field.h"
#include "prn-choice-field.h"
#include "prn-color-field.h"
#include "prn-flag-field.h"
#include "prn-paragraph-field.h"
#include "prn-reference-field.h"
#include "prn-text-field.h"

GtkWidget *
prn_member_field_new (PrnEditing *editing, const char *path, const char *label)
{
  PrnSlot slot;

  if (!prn_editing_find (editing, path, &slot))
    return NULL;
  switch (slot.member->type) {
  case PRN_MEMBER_TEXT:
    return slot.member->shown == PRN_SHOWN_PARAGRAPH
               ? prn_paragraph_field_new (editing, path, label)
               : prn_text_field_new (editing, path, label);
  case PRN_MEMBER_ID:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_INTEGER:
  case PRN_MEMBER_NUMBER:
  case PRN_MEMBER_DURATION:
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_ONE_VALUE:
    return prn_text_field_new (editing, path, label);
  case PRN_MEMBER_DURATIONS:
    return slot.index >= 0 ? prn_text_field_new (editing, path, label) : NULL;
  case PRN_MEMBER_COLOR:
    return prn_color_field_new (editing, path, label);
  case PRN_MEMBER_REFERENCE:
    return prn_reference_field_new (editing, path, label);
  case PRN_MEMBER_CHOICE:
    return prn_choice_field_new (editing, path, label);
  case PRN_MEMBER_FLAG:
    return prn_flag_field_new (editing, path, label);
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
  case PRN_MEMBER_VALUES:
    return prn_chips_field_new (editing, path, label);
  default:
    return NULL;
  }
}
