/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-member-words.h"

#include <glib/gi18n-lib.h>

const char *
prn_member_title (const PrnMember *member)
{
  return member->label != NULL ? _(member->label) : member->name;
}

char *
prn_member_words_lower (const PrnMember *member)
{
  const char *title = prn_member_title (member);
  g_autofree char *head = g_utf8_substring (title, 0, 1);
  g_autofree char *lower = g_utf8_strdown (head, -1);

  return g_strconcat (lower, g_utf8_next_char (title), NULL);
}

/* What the choices of the format are called where their names do not say it. */
static const struct {
  const char *name;
  const char *title;
} choices[] = {
  { "", N_("None") },
  { "entry", N_("Entry") },
  { "goal", N_("Goal") },
  { "exit", N_("Exit") },
  { "neutral", N_("Neutral") },
  { "positive", N_("Positive") },
  { "negative", N_("Negative") },
  { "reach", N_("Share who reach it") },
  { "now", N_("Customers there now") },
  { "median_dwell", N_("Median dwell") },
  { "share", N_("Share of the visits") },
  { "exit_share", N_("Share who are lost") },
  { "goal_share", N_("Share who reach a goal") },
  { "lifetime_value", N_("Lifetime value") },
  { "stage", N_("entering the stage") },
  { "ever", N_("ever") },
  { "is", N_("is") },
  { "is_not", N_("is not") },
  { "in", N_("is one of") },
  { "not_in", N_("is none of") },
  { "contains", N_("contains") },
  { "starts_with", N_("starts with") },
  { "less", N_("is less than") },
  { "at_most", N_("is at most") },
  { "at_least", N_("is at least") },
  { "more", N_("is more than") },
  { "exists", N_("is known") },
  { "missing", N_("is missing") },
};

char *
prn_choice_title (const PrnMember *member, guint index)
{
  const char *name = member->choices[index];

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].name, name))
      return g_strdup (_(choices[i].title));
  return g_strdelimit (g_strdup (name), "_", ' ');
}

const char *
prn_member_unit (const PrnSlot *slot, PrnMap *map)
{
  const PrnMember *member = slot->member;

  if (prn_member_shown (member, slot->record, slot->data) == PRN_SHOWN_PERCENT)
    return "%";
  if (member->shown == PRN_SHOWN_MONEY)
    return prn_map_get_currency (map);
  if (g_str_equal (member->name, "emotion"))
    return _("\u22122 to 2");
  return NULL;
}

const char *
prn_member_hint (const PrnMember *member)
{
  switch (member->type) {
  case PRN_MEMBER_DURATION:
    if (member->initial >= 0 || (member->flags & (PRN_MEMBER_SELECTS | PRN_MEMBER_ONE_OF)))
      return _("14d");
    return g_str_equal (member->name, "half_life") ? _("never") : _("any time");
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    return _("14d");
  case PRN_MEMBER_ID:
    return "free-trial";
  default:
    return NULL;
  }
}

const char *
prn_kind_title (PrnKind kind)
{
  static const char *const titles[PRN_N_KINDS] = {
    [PRN_KIND_PHASE] = N_("Phase"),     [PRN_KIND_STAGE] = N_("Stage"),
    [PRN_KIND_EVENT] = N_("Event"),     [PRN_KIND_TRIGGER] = N_("Trigger"),
    [PRN_KIND_SCORE] = N_("Score"),     [PRN_KIND_SEGMENT] = N_("Segment"),
    [PRN_KIND_TARGET] = N_("Target"),   [PRN_KIND_NOTE] = N_("Note"),
    [PRN_KIND_FRAME] = N_("Frame"),     [PRN_KIND_SCENARIO] = N_("Scenario"),
  };

  return _(titles[kind]);
}

const char *
prn_kind_list_title (PrnKind kind)
{
  const PrnMember *row = prn_record_find_member (&prn_map_record, prn_kind_list_name (kind));

  return _(row->label);
}

const char *
prn_word_title (const char *word)
{
  if (g_str_equal (word, "*"))
    return _("Any stage");
  if (g_str_equal (word, "map"))
    return _("The whole map");
  if (g_str_equal (word, "population"))
    return _("The population");
  return word;
}
