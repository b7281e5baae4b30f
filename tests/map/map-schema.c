/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "map-schema.h"

#include <math.h>
#include <string.h>

#include "prn-json-scan.h"
#include "prn-json-write.h"
#include "prn-schema.h"

/* Everything is appended without spaces, and laid out at the end. */

#define FIXED_DEFINITIONS                                                                          \
  "\"id\":{\"description\":\"Unique across the whole map.\",\"type\":\"string\","                  \
  "\"pattern\":\"^[a-z0-9][a-z0-9-]*$\",\"maxLength\":64},"                                        \
  "\"duration\":{\"description\":\"Terms of a number and a unit, like 1d12h. Exact to the "        \
  "microsecond, at most 10,000 years.\",\"type\":\"string\","                                      \
  "\"pattern\":\"^([0-9]+(\\\\.[0-9]+)?(s|min|h|d|w|mo|y))+$\"}"

#define TEXT_PATTERN "\"pattern\":\"^[^\\\\u0000]*$\""

/* How the objects are called among the definitions. */
static const struct {
  const PrnRecord *record;
  const char *name;
} definitions[] = {
  { &prn_point_record, "point" },
  { &prn_size_record, "size" },
  { &prn_filter_record, "filter" },
  { &prn_match_record, "match" },
  { &prn_condition_record, "condition" },
  { &prn_distribution_record, "distribution" },
  { &prn_by_segment_record, "by_segment" },
  { &prn_points_record, "points" },
  { &prn_stage_weight_record, "entry_weight" },
  { &prn_segment_weight_record, "segment_weight" },
  { &prn_population_record, "population" },
  { &prn_override_record, "override" },
};

static void append_record (GString *out, const PrnRecord *record);

/* A comma between two things, none before the first. */
static void
separate (GString *out)
{
  if (out->len > 0 && strchr ("{[,:", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
}

static void
append_key (GString *out, const char *name)
{
  separate (out);
  prn_json_append_string (out, name);
  g_string_append_c (out, ':');
}

static void
append_number (GString *out, const char *name, double value)
{
  append_key (out, name);
  prn_json_append_number (out, value);
}

static void
append_raw (GString *out, const char *text)
{
  separate (out);
  g_string_append (out, text);
}

static void
append_reference (GString *out, const char *name)
{
  separate (out);
  g_string_append_printf (out, "\"$ref\":\"#/$defs/%s\"", name);
}

static void
append_record_reference (GString *out, const PrnRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (definitions[i].record == record)
      append_reference (out, definitions[i].name);
}

static void
append_choices (GString *out, const char *const *choices)
{
  append_key (out, "enum");
  g_string_append_c (out, '[');
  for (; *choices != NULL; choices++) {
    if (**choices == '\0')
      continue;
    separate (out);
    prn_json_append_string (out, *choices);
  }
  g_string_append_c (out, ']');
}

static void
append_text (GString *out, gsize limit)
{
  append_raw (out, "\"type\":\"string\"," TEXT_PATTERN);
  append_number (out, "maxLength", (double) limit);
}

static void
append_range (GString *out, const PrnMember *member)
{
  append_key (out, "type");
  g_string_append (out, member->type == PRN_MEMBER_INTEGER ? "\"integer\"" : "\"number\"");
  append_number (out, member->flags & PRN_MEMBER_ABOVE_MINIMUM ? "exclusiveMinimum" : "minimum",
                 member->minimum);
  append_number (out, "maximum", member->maximum);
}

static void
append_color (GString *out)
{
  append_raw (out, "\"anyOf\":[{\"type\":\"string\",\"pattern\":\"^#[0-9a-fA-F]{6}$\"},{");
  append_choices (out, prn_color_names);
  g_string_truncate (out, out->len - 1);
  g_string_append (out, ",\"\"]}]");
}

static void
append_id_or_word (GString *out, const PrnMember *member)
{
  if (member->word == NULL) {
    append_reference (out, "id");
    return;
  }
  append_raw (out, "\"anyOf\":[{\"$ref\":\"#/$defs/id\"},{\"const\":");
  prn_json_append_string (out, member->word);
  g_string_append (out, "}]");
}

static void
append_value (GString *out, const PrnMember *member)
{
  append_raw (out, "\"anyOf\":[{\"type\":\"number\"},{");
  append_text (out, member->limit);
  g_string_append (out, "}]");
}

/* What the items of a list are. */
static void
append_item (GString *out, const PrnMember *member)
{
  switch (member->type) {
  case PRN_MEMBER_DURATIONS:
    append_reference (out, "duration");
    break;
  case PRN_MEMBER_TEXTS:
    append_text (out, member->limit);
    break;
  case PRN_MEMBER_REFERENCES:
    append_reference (out, "id");
    break;
  case PRN_MEMBER_VALUES:
    append_value (out, member);
    break;
  case PRN_MEMBER_ELEMENTS:
    append_reference (out, prn_kind_name (member->kind));
    break;
  default:
    append_record_reference (out, member->record);
  }
}

static void
append_list (GString *out, const PrnMember *member)
{
  append_raw (out, "\"type\":\"array\"");
  if (member->least > 0)
    append_number (out, "minItems", member->least);
  if (member->type == PRN_MEMBER_DURATIONS && member->maximum < G_MAXUINT)
    append_number (out, "maxItems", member->maximum);
  if (member->type == PRN_MEMBER_ELEMENTS)
    append_number (out, "maxItems", PRN_LIMIT_ELEMENTS);
  append_key (out, "items");
  g_string_append_c (out, '{');
  append_item (out, member);
  g_string_append_c (out, '}');
}

static void
append_duration (GString *out, const PrnMember *member)
{
  append_reference (out, "duration");
  if (member->flags & PRN_MEMBER_ABOVE_MINIMUM)
    append_raw (out, "\"pattern\":\"[1-9]\"");
}

static void
append_pointer (GString *out, const PrnMember *member)
{
  append_record_reference (out, member->record);
  if (member->accepts != 0) {
    append_key (out, "required");
    g_string_append_printf (out, "[\"%s\"]", member->record->members[0].name);
  }
}

static void
append_default (GString *out, const PrnMember *member)
{
  g_autofree char *duration = NULL;

  if (member->flags & (PRN_MEMBER_REQUIRED | PRN_MEMBER_SELECTS))
    return;
  switch (member->type) {
  case PRN_MEMBER_INTEGER:
  case PRN_MEMBER_NUMBER:
    if (!isnan (member->initial) && member->initial >= member->minimum)
      append_number (out, "default", member->initial);
    break;
  case PRN_MEMBER_DURATION:
    if (member->initial < 0)
      break;
    duration = prn_duration_format ((gint64) member->initial);
    append_key (out, "default");
    prn_json_append_string (out, duration);
    break;
  case PRN_MEMBER_CHOICE:
    if (*member->choices[(guint) member->initial] == '\0')
      break;
    append_key (out, "default");
    prn_json_append_string (out, member->choices[(guint) member->initial]);
    break;
  case PRN_MEMBER_CURRENCY:
    append_key (out, "default");
    prn_json_append_string (out, member->initial_text);
    break;
  case PRN_MEMBER_FLAG:
    append_raw (out, "\"default\":false");
    break;
  default:
    break;
  }
}

static void
append_type (GString *out, const PrnMember *member)
{
  switch (member->type) {
  case PRN_MEMBER_CONSTANT:
    append_key (out, "const");
    prn_json_append_string (out, member->word);
    break;
  case PRN_MEMBER_ID:
    append_reference (out, "id");
    break;
  case PRN_MEMBER_TEXT:
    append_text (out, member->limit);
    break;
  case PRN_MEMBER_COLOR:
    append_color (out);
    break;
  case PRN_MEMBER_CURRENCY:
    append_raw (out, "\"type\":\"string\",\"pattern\":\"^[A-Z]{3}$\"");
    break;
  case PRN_MEMBER_REFERENCE:
    append_id_or_word (out, member);
    break;
  case PRN_MEMBER_CHOICE:
    append_choices (out, member->choices);
    break;
  case PRN_MEMBER_FLAG:
    append_raw (out, "\"type\":\"boolean\"");
    break;
  case PRN_MEMBER_INTEGER:
  case PRN_MEMBER_NUMBER:
    append_range (out, member);
    break;
  case PRN_MEMBER_DURATION:
  case PRN_MEMBER_ONE_DURATION:
    append_duration (out, member);
    break;
  case PRN_MEMBER_ONE_VALUE:
    append_value (out, member);
    break;
  case PRN_MEMBER_RECORD:
    append_record_reference (out, member->record);
    break;
  case PRN_MEMBER_PART:
    append_record (out, member->record);
    break;
  case PRN_MEMBER_RECORD_POINTER:
    append_pointer (out, member);
    break;
  default:
    append_list (out, member);
  }
}

/* The rows of one variant mask: their properties, which of them must be there. */
static void
append_rows (GString *out, const PrnRecord *record, guint variants)
{
  GString *required = g_string_new (NULL);
  GString *one_of = g_string_new (NULL);

  append_key (out, "properties");
  g_string_append_c (out, '{');
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (member->variants != variants)
      continue;
    append_key (out, member->name);
    g_string_append_c (out, '{');
    if (member->label != NULL) {
      append_key (out, "title");
      prn_json_append_string (out, member->label);
    }
    append_type (out, member);
    append_default (out, member);
    g_string_append_c (out, '}');
    if (member->flags & PRN_MEMBER_REQUIRED)
      g_string_append_printf (required, "%s\"%s\"", required->len > 0 ? "," : "", member->name);
    if (member->flags & PRN_MEMBER_ONE_OF)
      g_string_append_printf (one_of, "%s{\"required\":[\"%s\"]}", one_of->len > 0 ? "," : "",
                              member->name);
  }
  g_string_append_c (out, '}');
  if (required->len > 0)
    g_string_append_printf (out, ",\"required\":[%s]", required->str);
  if (one_of->len > 0)
    g_string_append_printf (out, ",\"oneOf\":[%s]", one_of->str);
  g_string_free (required, TRUE);
  g_string_free (one_of, TRUE);
}

/* A kind that is selected by a member: one such member, and what may stand beside it. */
static void
append_selected_variants (GString *out, const PrnRecord *record)
{
  append_key (out, "oneOf");
  g_string_append_c (out, '[');
  for (guint i = 0; i < record->n_members; i++) {
    if (!(record->members[i].flags & PRN_MEMBER_SELECTS))
      continue;
    separate (out);
    g_string_append_printf (out, "{\"required\":[\"%s\"]}", record->members[i].name);
  }
  g_string_append_c (out, ']');

  append_key (out, "dependentSchemas");
  g_string_append_c (out, '{');
  for (guint i = 0; i < record->n_members; i++) {
    if (!(record->members[i].flags & PRN_MEMBER_SELECTS))
      continue;
    append_key (out, record->members[i].name);
    g_string_append_c (out, '{');
    append_rows (out, record, record->members[i].variants);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, '}');
}

/* A kind that a member states: for each set of kinds with rows of their own an if and a then. */
static void
append_stated_variants (GString *out, const PrnRecord *record)
{
  const PrnMember *stated = prn_record_find_member (record, record->variant_member);

  append_key (out, "allOf");
  g_string_append_c (out, '[');
  for (guint i = 0; i < record->n_members; i++) {
    guint variants = record->members[i].variants;
    gboolean told = variants == 0;

    for (guint k = 0; k < i; k++)
      told = told || record->members[k].variants == variants;
    if (told)
      continue;

    separate (out);
    g_string_append_printf (out,
                            "{\"if\":{\"required\":[\"%s\"],\"properties\":{\"%s\":{\"enum\":[",
                            stated->name, stated->name);
    for (guint k = 0; stated->choices[k] != NULL; k++) {
      if (!(variants & (1u << k)))
        continue;
      separate (out);
      prn_json_append_string (out, stated->choices[k]);
    }
    g_string_append (out, "]}}},\"then\":{");
    append_rows (out, record, variants);
    g_string_append (out, "}}");
  }
  g_string_append_c (out, ']');
}

static void
append_record (GString *out, const PrnRecord *record)
{
  append_raw (out, "\"type\":\"object\"");
  if (!record->has_variants) {
    append_rows (out, record, 0);
  } else if (record->variant_member != NULL) {
    append_rows (out, record, 0);
    append_stated_variants (out, record);
  } else {
    append_selected_variants (out, record);
  }
}

static void
append_definition (GString *out, const char *name, const PrnRecord *record)
{
  append_key (out, name);
  g_string_append_c (out, '{');
  append_record (out, record);
  g_string_append_c (out, '}');
}

char *
map_schema_print (void)
{
  g_autoptr (GString) out = g_string_new ("{");
  g_autoptr (PrnJson) json = NULL;
  GString *pretty = g_string_new (NULL);

  append_raw (out,
              "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
              "\"$id\":\"urn:app.perennial:map:1\","
              "\"title\":\"Perennial lifecycle map, version 1\","
              "\"description\":\"What a schema cannot say: ids are unique across the map and "
              "references name elements of the right kind, limits of texts are bytes of UTF-8, "
              "a file has at most 64 MiB, 64 levels and 100,000 elements, the durations of a "
              "distribution are in order. Unknown members are kept.\"");
  append_record (out, &prn_map_record);
  append_key (out, "$defs");
  g_string_append (out, "{" FIXED_DEFINITIONS);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    append_definition (out, prn_kind_name (kind), prn_record_of_kind (kind));
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    append_definition (out, definitions[i].name, definitions[i].record);
  g_string_append (out, "}}");

  json = prn_json_scan (out->str, out->len, NULL);
  g_assert_nonnull (json);
  prn_json_append_pretty (json, 0, pretty, 0);
  g_string_append_c (pretty, '\n');
  return g_string_free (pretty, FALSE);
}
