/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-schema.h"

gpointer
prn_element_new (PrnKind kind, const char *id)
{
  const PrnRecord *record = prn_record_of_kind (kind);
  PrnElement *element = g_malloc0 (record->size);

  g_atomic_ref_count_init (&element->ref_count);
  element->kind = kind;
  prn_record_init (record, element);
  prn_element_set_text (&element->id, id);
  return element;
}

gpointer
prn_element_copy (gconstpointer element)
{
  PrnElement *copy = prn_record_new_copy (prn_record_of_kind (prn_element_kind (element)), element);

  g_atomic_ref_count_init (&copy->ref_count);
  return copy;
}

gpointer
prn_element_ref (gconstpointer element)
{
  /* To count its holders does not change an element. */
  PrnElement *counted = (PrnElement *) element;

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
prn_element_unref (gpointer element)
{
  PrnElement *counted = element;

  if (g_atomic_ref_count_dec (&counted->ref_count))
    prn_record_free (prn_record_of_kind (counted->kind), counted);
}

const char *
prn_element_label (gconstpointer element)
{
  PrnKind kind = prn_element_kind (element);
  const char *member_name = kind == PRN_KIND_NOTE ? "text" : "name";
  const PrnMember *member = prn_record_find_member (prn_record_of_kind (kind), member_name);
  const char *name = *(char *const *) G_STRUCT_MEMBER_P (element, member->offset);

  return *name != '\0' ? name : prn_element_id (element);
}

void
prn_element_set_text (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}
