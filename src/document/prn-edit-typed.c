/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-typed.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-error.h"
#include "prn-json-write.h"

static char *
string_json (const char *text)
{
  GString *json = g_string_new (NULL);

  prn_json_append_string (json, text);
  return g_string_free (json, FALSE);
}

static char *
number_json (double number)
{
  GString *json = g_string_new (NULL);

  prn_json_append_number (json, number);
  return g_string_free (json, FALSE);
}

/* Spaces and signs that only group or name a unit. */
static gboolean
is_filler (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '_' || letter == '%' || letter == 0x2019 ||
         letter == '\'' || g_unichar_type (letter) == G_UNICODE_CURRENCY_SYMBOL;
}

/* `1,213.50`, `1.213,50`, `1 213` and `12,5` as C reads them. A single comma or point before three
 * digits is read as English does: the comma groups, the point does not. */
static char *
plain_number (const char *typed)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *point = strrchr (typed, '.'), *comma = strrchr (typed, ',');
  gboolean comma_is_point;

  if (point != NULL && comma != NULL)
    comma_is_point = comma > point;
  else
    comma_is_point = comma != NULL && comma == strchr (typed, ',') &&
                     strspn (comma + 1, "0123456789") != 3;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (letter == 0x2212)
      g_string_append_c (plain, '-');
    else if (letter == ',' || letter == '.')
      g_string_append (plain, (letter == ',') == comma_is_point ? "." : "");
    else if (!is_filler (letter))
      g_string_append_unichar (plain, letter);
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
parse_number (const char *typed, gboolean percent, double *number)
{
  g_autofree char *plain = plain_number (typed);
  char *end;

  if (plain[strspn (plain, "0123456789.+-eE")] != '\0' || *plain == '\0')
    return FALSE;
  /* As in a spreadsheet: 25 and 0.25 are both 25 %, and less than one percent takes the sign. */
  if (percent && strchr (typed, '%') == NULL && fabs (g_ascii_strtod (plain, NULL)) < 1)
    percent = FALSE;
  /* The point is moved in the text, so that 0.1 % is the number nearest to 0.001. */
  if (percent && strpbrk (plain, "eE") == NULL) {
    char *moved = g_strconcat (plain, "e-2", NULL);

    g_free (plain);
    plain = moved;
  }
  *number = g_ascii_strtod (plain, &end);
  return *end == '\0' && isfinite (*number);
}

static void
refuse_range (const PrnMember *member, gboolean percent, GError **error)
{
  double unit = percent ? 100 : 1;
  const char *sign = percent ? " %" : "";
  gboolean above = (member->flags & PRN_MEMBER_ABOVE_MINIMUM) != 0;

  if (fabs (member->maximum) >= 1e9 && member->minimum >= 0)
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, _ ("Expected %s%g%s or more, up to %.15g%s"),
                 above ? _ ("more than ") : "", member->minimum * unit, sign,
                 member->maximum * unit, sign);
  else
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, _ ("Expected %s%.15g%s to %.15g%s"),
                 above ? _ ("more than ") : "", member->minimum * unit, sign,
                 member->maximum * unit, sign);
}

static gboolean
is_share (const PrnSlot *slot)
{
  return prn_member_shown (slot->member, slot->record, slot->data) == PRN_SHOWN_PERCENT;
}

static char *
number_from_typed (const PrnSlot *slot, const char *typed, GError **error)
{
  const PrnMember *member = slot->member;
  gboolean percent = is_share (slot);
  double number;

  if (!parse_number (typed, percent, &number)) {
    g_autofree char *quoted = prn_quote (typed);

    g_set_error (error, PRN_ERROR, PRN_ERROR_SYNTAX,
                 percent ? _ ("%s is no number; expected a share like 43 or 12.5")
                         : _ ("%s is no number; expected one like 43 or 12.5"),
                 quoted);
    return NULL;
  }
  if (member->type == PRN_MEMBER_INTEGER && number != floor (number)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, _ ("%.15g is no whole number"), number);
    return NULL;
  }
  if (number < member->minimum || number > member->maximum ||
      ((member->flags & PRN_MEMBER_ABOVE_MINIMUM) && number == member->minimum)) {
    refuse_range (member, percent, error);
    return NULL;
  }
  return number_json (number);
}

/* The longest names first: `min` and `mo` both begin with an m. */
static const struct {
  const char *word;
  const char *unit;
} units[] = {
  { "seconds", "s" }, { "second", "s" }, { "secs", "s" },    { "sec", "s" },    { "minutes", "min" },
  { "minute", "min" }, { "mins", "min" }, { "hours", "h" },  { "hour", "h" },   { "hrs", "h" },
  { "days", "d" },    { "day", "d" },    { "weeks", "w" },   { "week", "w" },   { "months", "mo" },
  { "month", "mo" },  { "years", "y" },  { "year", "y" },    { "yrs", "y" },
};

static const char *
unit_of (const char *word, gsize length, gsize *unit_length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (strlen (units[i].word) == length && g_ascii_strncasecmp (word, units[i].word, length) == 0) {
      *unit_length = strlen (units[i].unit);
      return units[i].unit;
    }
  }
  *unit_length = length;
  return word;
}

char *
prn_typed_duration (const char *typed)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = typed;

  while (*p != '\0') {
    const char *start = p;
    gsize length;

    while (g_ascii_isalpha (*p))
      p++;
    if (p > start) {
      const char *unit = unit_of (start, (gsize) (p - start), &length);

      g_string_append_len (plain, unit, (gssize) length);
    } else {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ',' && g_ascii_isdigit (p[1]))
        g_string_append_c (plain, '.');
      else if (!g_unichar_isspace (letter) && letter != ',')
        g_string_append_unichar (plain, letter);
      p = g_utf8_next_char (p);
    }
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
duration_from_typed (const PrnMember *member, const char *typed, GError **error)
{
  g_autofree char *plain = prn_typed_duration (typed);
  gint64 us;

  if (!prn_duration_parse (plain, &us, error))
    return NULL;
  if (us == 0 && (member->flags & PRN_MEMBER_ABOVE_MINIMUM)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE, _ ("Expected more than no time at all"));
    return NULL;
  }
  return string_json (plain);
}

/* What is in quotes is a text, whatever it looks like. */
static char *
value_from_typed (const char *typed)
{
  gsize length = strlen (typed);
  double number;

  if (length >= 2 && typed[0] == '"' && typed[length - 1] == '"') {
    g_autofree char *inside = g_strndup (typed + 1, length - 2);

    return string_json (inside);
  }
  return parse_number (typed, FALSE, &number) && strchr (typed, '%') == NULL ? number_json (number)
                                                                              : string_json (typed);
}

gboolean
prn_typed_to_json (const PrnSlot *slot, const char *typed, char **json, GError **error)
{
  const PrnMember *member = slot->member;
  g_autofree char *stripped = g_strstrip (g_strdup (typed));

  *json = NULL;
  switch (member->type) {
  case PRN_MEMBER_TEXT:
    *json = string_json (typed);
    return TRUE;
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    *json = value_from_typed (stripped);
    return TRUE;
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
  case PRN_MEMBER_ID:
    *json = string_json (stripped);
    return TRUE;
  default:
    break;
  }
  if (*stripped == '\0')
    return TRUE;

  switch (member->type) {
  case PRN_MEMBER_INTEGER:
  case PRN_MEMBER_NUMBER:
    *json = number_from_typed (slot, stripped, error);
    break;
  case PRN_MEMBER_DURATION:
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    *json = duration_from_typed (member, stripped, error);
    break;
  case PRN_MEMBER_CURRENCY: {
    g_autofree char *capitals = g_utf8_strup (stripped, -1);

    *json = string_json (capitals);
    break;
  }
  case PRN_MEMBER_FLAG:
    *json = g_strdup (stripped);
    break;
  default:
    *json = string_json (stripped);
  }
  return *json != NULL;
}

static char *
number_as_typed (const PrnSlot *slot, double number)
{
  if (isnan (number))
    return g_strdup ("");
  /* Twelve digits hide that 0.07 × 100 is not quite 7. */
  if (is_share (slot))
    return g_strdup_printf (fabs (number) < 0.01 && number != 0 ? "%.12g %%" : "%.12g",
                            number * 100);
  return number_json (number);
}

static char *
duration_as_typed (const PrnDuration *duration)
{
  if (duration->us < 0)
    return g_strdup ("");
  return duration->spelling != NULL ? g_strdup (duration->spelling)
                                    : prn_duration_format (duration->us);
}

static char *
value_as_typed (const PrnValue *value)
{
  double number;

  if (value->is_number)
    return number_json (value->number);
  if (parse_number (value->text, FALSE, &number) ||
      (*value->text == '"' && g_str_has_suffix (value->text, "\"")))
    return g_strdup_printf ("\"%s\"", value->text);
  return g_strdup (value->text);
}

/* The item of a list, or the value of a member that is a list of one. */
static char *
item_as_typed (const PrnSlot *slot)
{
  const PrnList *list = prn_slot_field (slot);
  guint index = slot->index >= 0 ? (guint) slot->index : 0;

  if (index >= list->n)
    return g_strdup ("");
  switch (slot->member->type) {
  case PRN_MEMBER_ONE_DURATION:
  case PRN_MEMBER_DURATIONS:
    return duration_as_typed ((const PrnDuration *) list->items + index);
  case PRN_MEMBER_ONE_VALUE:
  case PRN_MEMBER_VALUES:
    return value_as_typed ((const PrnValue *) list->items + index);
  case PRN_MEMBER_TEXTS:
  case PRN_MEMBER_REFERENCES:
    return g_strdup (((char *const *) list->items)[index]);
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

char *
prn_typed_from_slot (const PrnSlot *slot)
{
  const PrnMember *member = slot->member;
  gconstpointer field = prn_slot_field (slot);
  const char *text;

  if ((member->flags & PRN_MEMBER_HAS_FLAG) &&
      *(gboolean *) G_STRUCT_MEMBER_P (slot->data, member->flag_offset) != member->flag_value)
    return g_strdup ("");
  switch (member->type) {
  case PRN_MEMBER_ID:
  case PRN_MEMBER_TEXT:
  case PRN_MEMBER_COLOR:
  case PRN_MEMBER_CURRENCY:
  case PRN_MEMBER_REFERENCE:
    text = *(char *const *) field;
    return g_strdup (text != NULL ? text : "");
  case PRN_MEMBER_CHOICE:
    return g_strdup (member->choices[*(const guint *) field]);
  case PRN_MEMBER_FLAG:
    return g_strdup (*(const gboolean *) field ? "true" : "false");
  case PRN_MEMBER_INTEGER:
    if (*(const gint64 *) field == -1 && member->initial == -1)
      return g_strdup ("");
    return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) field);
  case PRN_MEMBER_NUMBER:
    return number_as_typed (slot, *(const double *) field);
  case PRN_MEMBER_DURATION:
    return duration_as_typed (field);
  default:
    return item_as_typed (slot);
  }
}
