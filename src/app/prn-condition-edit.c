/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-condition-edit.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-member.h"
#include "prn-page-parts.h"

/* What the menus of a condition do: another kind, one more, a group around it. */

/* The duration a condition has, to be kept when it becomes another kind. */
static char *
duration_of (const PrnCondition *condition)
{
  if (condition->kind == PRN_CONDITION_DWELL || condition->kind == PRN_CONDITION_INACTIVE)
    return prn_duration_format (condition->duration.us);
  if (condition->kind == PRN_CONDITION_EVENT && condition->within.us > 0)
    return prn_duration_format (condition->within.us);
  return g_strdup ("14d");
}

static const char *
first_of (PrnMap *map, PrnKind kind)
{
  return prn_map_n (map, kind) > 0 ? prn_element_id (prn_map_nth (map, kind, 0)) : NULL;
}

/* A leaf of a kind as JSON, or why the map has no such thing yet. */
static char *
new_leaf (PrnMap *map, PrnConditionKind kind, const char *duration, const char **why)
{
  const char *id;

  switch (kind) {
  case PRN_CONDITION_EVENT:
    id = first_of (map, PRN_KIND_EVENT);
    *why = _("The map has no event yet. Add one to a stage first.");
    return id != NULL ? g_strdup_printf ("{\"event\": \"%s\"}", id) : NULL;
  case PRN_CONDITION_INACTIVE:
    return g_strdup_printf ("{\"inactive\": \"%s\"}", duration);
  case PRN_CONDITION_DWELL:
    return g_strdup_printf ("{\"dwell\": \"%s\"}", duration);
  case PRN_CONDITION_SCORE:
    id = first_of (map, PRN_KIND_SCORE);
    *why = _("The map has no score yet. Add one first.");
    return id != NULL ? g_strdup_printf ("{\"score\": \"%s\", \"at_least\": 50}", id) : NULL;
  case PRN_CONDITION_ATTRIBUTE:
    return g_strdup ("{\"attribute\": {\"column\": \"plan\", \"op\": \"is\", \"value\": \"\"}}");
  case PRN_CONDITION_SEGMENT:
    id = first_of (map, PRN_KIND_SEGMENT);
    *why = _("The map has no segment yet. Add one first.");
    return id != NULL ? g_strdup_printf ("{\"segment\": \"%s\"}", id) : NULL;
  case PRN_CONDITION_ALL:
  case PRN_CONDITION_ANY:
  default:
    g_return_val_if_reached (NULL);
  }
}

const PrnCondition *
prn_condition_at (PrnInspectorPage *page, const char *path)
{
  PrnSlot slot;
  const PrnList *list;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), path, &slot))
    return NULL;
  if (slot.index < 0)
    return *(PrnCondition *const *) prn_slot_field (&slot);
  list = prn_slot_field (&slot);
  return (const PrnCondition *) list->items + slot.index;
}

static char *
json_at (PrnInspectorPage *page, const char *path)
{
  PrnEditing *editing = prn_inspector_page_get_editing (page);

  return prn_edit_get_member (prn_editing_get_map (editing), prn_editing_get_id (editing), path);
}

gboolean
prn_condition_is_group (PrnConditionKind kind)
{
  return kind == PRN_CONDITION_ALL || kind == PRN_CONDITION_ANY;
}

const char *
prn_condition_group_name (PrnConditionKind kind)
{
  return kind == PRN_CONDITION_ALL ? "all" : "any";
}

/* A condition of a kind as JSON; a group begins with one member. */
static char *
new_condition (PrnInspectorPage *page, PrnConditionKind kind, const char *duration,
               const char **why)
{
  if (prn_condition_is_group (kind))
    return g_strdup_printf ("{\"%s\": [{\"dwell\": \"%s\"}]}", prn_condition_group_name (kind),
                            duration);
  return new_leaf (prn_editing_get_map (prn_inspector_page_get_editing (page)), kind, duration,
                   why);
}

/* What a condition becomes when another kind is chosen for it. */
static char *
as_kind (PrnInspectorPage *page, const char *path, PrnConditionKind kind, const char **why)
{
  const PrnCondition *condition = prn_condition_at (page, path);
  g_autofree char *duration = condition != NULL ? duration_of (condition) : g_strdup ("14d");
  g_autofree char *json = NULL;

  if (condition == NULL || !prn_condition_is_group (kind))
    return new_condition (page, kind, duration, why);
  if (prn_condition_is_group (condition->kind)) {
    g_autofree char *list_path =
        g_strdup_printf ("%s.%s", path, prn_condition_group_name (condition->kind));
    g_autofree char *members = json_at (page, list_path);

    return g_strdup_printf ("{\"%s\": %s}", prn_condition_group_name (kind), members);
  }
  json = json_at (page, path);
  return g_strdup_printf ("{\"%s\": [%s]}", prn_condition_group_name (kind), json);
}

static void
set_condition (PrnInspectorPage *page, const char *path, const char *json, const char *why)
{
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    prn_page_tell (page, why);
  else if (prn_editing_set (prn_inspector_page_get_editing (page), path, json, NULL, &error))
    prn_page_focus_next (page, path, "kind");
  else if (error != NULL)
    prn_page_tell (page, error->message);
}

/* condition.kind (path, kind): begins a condition, or makes it another kind. */
static void
kind_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *path, *why = NULL;
  int kind;
  g_autofree char *json = NULL;

  g_variant_get (parameter, "(&si)", &path, &kind);
  json = as_kind (PRN_INSPECTOR_PAGE (widget), path, (PrnConditionKind) kind, &why);
  set_condition (PRN_INSPECTOR_PAGE (widget), path, json, why);
}

/* condition.add (path, kind): one more member of a group. */
static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *page = PRN_INSPECTOR_PAGE (widget);
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  const char *list, *why = NULL;
  int kind;
  g_autofree char *json = NULL, *added = NULL;
  g_autoptr (GError) error = NULL;
  PrnSlot slot;

  g_variant_get (parameter, "(&si)", &list, &kind);
  json = new_condition (page, (PrnConditionKind) kind, "14d", &why);
  if (json == NULL)
    prn_page_tell (page, why);
  if (json == NULL || !prn_editing_find (editing, list, &slot))
    return;
  added = g_strdup_printf ("%s[%u]", list, prn_slot_count (&slot));
  if (prn_editing_insert (editing, list, G_MAXUINT, json, &error))
    prn_page_focus_next (page, added, "kind");
  else if (error != NULL)
    prn_page_tell (page, error->message);
}

/* condition.and, condition.or (path): another one beside it, which must hold as well, or instead. */
static void
beside_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *page = PRN_INSPECTOR_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  const char *group = g_str_equal (action, "condition.and") ? "all" : "any";
  g_autofree char *json = json_at (page, path);
  g_autofree char *wrapped = NULL;

  if (json == NULL)
    return;
  wrapped = g_strdup_printf ("{\"%s\": [%s, {\"dwell\": \"14d\"}]}", group, json);
  set_condition (page, path, wrapped, NULL);
}

/* condition.wrap (path): into a group of its own. */
static void
wrap_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *page = PRN_INSPECTOR_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *json = json_at (page, path);
  g_autofree char *wrapped = json != NULL ? g_strdup_printf ("{\"all\": [%s]}", json) : NULL;

  if (wrapped != NULL)
    set_condition (page, path, wrapped, NULL);
}

/* condition.unwrap (path): the first member takes the place of its group. */
static void
unwrap_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *page = PRN_INSPECTOR_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  const PrnCondition *condition = prn_condition_at (page, path);
  g_autofree char *first = NULL;
  g_autofree char *json = NULL;

  if (condition == NULL || !prn_condition_is_group (condition->kind))
    return;
  first = g_strdup_printf ("%s.%s[0]", path, prn_condition_group_name (condition->kind));
  json = json_at (page, first);
  set_condition (page, path, json, NULL);
}

void
prn_condition_part_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "condition.kind", "(si)", kind_action);
  gtk_widget_class_install_action (page_class, "condition.add", "(si)", add_action);
  gtk_widget_class_install_action (page_class, "condition.and", "s", beside_action);
  gtk_widget_class_install_action (page_class, "condition.or", "s", beside_action);
  gtk_widget_class_install_action (page_class, "condition.wrap", "s", wrap_action);
  gtk_widget_class_install_action (page_class, "condition.unwrap", "s", unwrap_action);
}
