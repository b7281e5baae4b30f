/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-schema-rows.h"

#include "prn-map-private.h"

/* The elements, and the map itself, in the order of the format's description. */

const char *const prn_color_names[] = { "blue", "green",  "yellow", "orange", "red",
                                        "purple", "brown", "gray", NULL };

static const PrnMember phase_members[] = {
  ID (PrnPhase),
  NAME (PrnPhase),
  PARAGRAPH (PrnPhase, description, "Description"),
  COLOR (PrnPhase),
  TEXT (PrnPhase, owner, "Owner"),
};

static const char *const roles[] = { "", "entry", "goal", "exit", NULL };

static const PrnMember stage_members[] = {
  ID (PrnStage),
  NAME (PrnStage),
  PARAGRAPH (PrnStage, description, "Description"),
  REFERENCE (PrnStage, phase, "Phase", BIT (PRN_KIND_PHASE)),
  CHOICE (PrnStage, role, "Role", roles),
  POINTER (PrnStage, enter, "Customers enter with", prn_condition_record,
           .accepts = BIT (PRN_CONDITION_EVENT)),
  RECORD (PrnStage, position, "Position", prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnStage, size, "Size", prn_size_record, .shown = PRN_SHOWN_NOT),
  COLOR (PrnStage),
  TEXT (PrnStage, owner, "Owner"),
  PARAGRAPH (PrnStage, goal, "What the customer wants"),
  TEXTS (PrnStage, channels, "Channels"),
  TEXTS (PrnStage, actions, "Actions"),
  INTEGER (PrnStage, emotion, "Emotion", -2, 2),
  MONEY (PrnStage, cost, "Cost per visit"),
  MONEY (PrnStage, cost_per_month, "Cost per month"),
  MONEY (PrnStage, revenue_per_month, "Revenue per month"),
};

static const char *const outcomes[] = { "neutral", "positive", "negative", NULL };

static const PrnMember event_members[] = {
  ID (PrnEvent),
  NAME (PrnEvent),
  PARAGRAPH (PrnEvent, description, "Description"),
  REFERENCE (PrnEvent, stage, "Stage", BIT (PRN_KIND_STAGE)),
  CHOICE (PrnEvent, outcome, "Outcome", outcomes),
  TEXT (PrnEvent, channel, "Channel"),
  RECORD (PrnEvent, match, "In the log", prn_match_record),
  TEXT (PrnEvent, value_column, "Column with the revenue"),
};

static const PrnMember trigger_members[] = {
  ID (PrnTrigger),
  NAME (PrnTrigger),
  PARAGRAPH (PrnTrigger, description, "Description"),
  REFERENCE (PrnTrigger, from, "From", BIT (PRN_KIND_STAGE) | BIT (PRN_KIND_PHASE), REQUIRED,
             .word = "*"),
  REFERENCE (PrnTrigger, to, "To", BIT (PRN_KIND_STAGE), REQUIRED),
  POINTER (PrnTrigger, when, "When", prn_condition_record),
  SHARE (PrnTrigger, share, "Share", .initial = NAN),
  POINTER (PrnTrigger, delay, "Delay", prn_distribution_record, .initial_text = "0s"),
  RECORDS (PrnTrigger, by_segment, "By segment", prn_by_segment_record),
  MONEY (PrnTrigger, value, "Value"),
  MONEY (PrnTrigger, cost, "Cost"),
  RECORDS (PrnTrigger, route, "Bend points", prn_point_record, .shown = PRN_SHOWN_NOT),
};

static const PrnMember score_members[] = {
  ID (PrnScore),
  NAME (PrnScore),
  NUMBER (PrnScore, start, "Start", -MOST_POINTS, MOST_POINTS),
  NUMBER (PrnScore, min, "Least", -MOST_POINTS, MOST_POINTS),
  NUMBER (PrnScore, max, "Most", -MOST_POINTS, MOST_POINTS, .initial = 100),
  DURATION (PrnScore, half_life, "Half-life", NO_DURATION, .flags = PRN_MEMBER_ABOVE_MINIMUM),
  NUMBER (PrnScore, rest, "Decays to", -MOST_POINTS, MOST_POINTS, .initial = NAN,
          .initial_offset = G_STRUCT_OFFSET (PrnScore, start)),
  RECORDS (PrnScore, points, "Points", prn_points_record),
};

static const PrnMember segment_members[] = {
  ID (PrnSegment),
  NAME (PrnSegment),
  PARAGRAPH (PrnSegment, description, "Description"),
  COLOR (PrnSegment),
  RECORDS (PrnSegment, where, "Where", prn_filter_record),
  { ROW (PrnSegment, ideal, N_ ("Ideal customer profile"), PRN_MEMBER_FLAG) },
};

static const char *const metrics[] = { "reach",      "now",        "median_dwell",   "share",
                                       "exit_share", "goal_share", "lifetime_value", NULL };

#define DWELL_METRIC BIT (PRN_METRIC_MEDIAN_DWELL)
#define BOUND(m, l, is_most) \
  { .name = m, .label = N_ (l), .type = PRN_MEMBER_NUMBER, .initial = NAN, \
    .offset = G_STRUCT_OFFSET (PrnTarget, bound), .minimum = -1e15, .maximum = 1e15, \
    .flag_offset = G_STRUCT_OFFSET (PrnTarget, at_most), .flag_value = is_most, \
    .flags = PRN_MEMBER_HAS_FLAG | PRN_MEMBER_ONE_OF, .variants = ~DWELL_METRIC }
#define BOUND_DURATION(m, l, is_most) \
  { .name = m, .label = N_ (l), .type = PRN_MEMBER_DURATION, .initial = NO_DURATION, \
    .offset = G_STRUCT_OFFSET (PrnTarget, bound_duration), \
    .flag_offset = G_STRUCT_OFFSET (PrnTarget, at_most), .flag_value = is_most, \
    .flags = PRN_MEMBER_HAS_FLAG | PRN_MEMBER_ONE_OF, .variants = DWELL_METRIC }

static const PrnMember target_members[] = {
  ID (PrnTarget),
  NAME (PrnTarget),
  REFERENCE (PrnTarget, of, "Of", BIT (PRN_KIND_STAGE) | BIT (PRN_KIND_TRIGGER), REQUIRED,
             .word = "map"),
  CHOICE (PrnTarget, metric, "Measure", metrics, REQUIRED),
  DURATION (PrnTarget, within, "Within", NO_DURATION),
  BOUND ("at_least", "At least", FALSE),
  BOUND_DURATION ("at_least", "At least", FALSE),
  BOUND ("at_most", "At most", TRUE),
  BOUND_DURATION ("at_most", "At most", TRUE),
  REFERENCE (PrnTarget, segment, "Segment", BIT (PRN_KIND_SEGMENT)),
};

static const PrnMember note_members[] = {
  ID (PrnNote),
  PARAGRAPH (PrnNote, text, "Text"),
  RECORD (PrnNote, position, "Position", prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnNote, size, "Size", prn_size_record, .shown = PRN_SHOWN_NOT),
  COLOR (PrnNote),
  TEXT (PrnNote, author, "Author"),
  INTEGER (PrnNote, votes, "Votes", 0, MOST_PEOPLE),
  REFERENCE (PrnNote, about, "About", BIT (PRN_N_KINDS) - 1),
};

static const PrnMember frame_members[] = {
  ID (PrnFrame),
  NAME (PrnFrame),
  RECORD (PrnFrame, position, "Position", prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnFrame, size, "Size", prn_size_record, .shown = PRN_SHOWN_NOT),
};

static const PrnMember scenario_members[] = {
  ID (PrnScenario),
  NAME (PrnScenario),
  PARAGRAPH (PrnScenario, description, "Description"),
  RECORDS (PrnScenario, set, "Changes", prn_override_record),
};

#define ELEMENTS(m, l, k) \
  { .name = m, .label = N_ (l), .type = PRN_MEMBER_ELEMENTS, .kind = k, \
    .offset = G_STRUCT_OFFSET (PrnMap, elements) + k * sizeof (gpointer) }

static const PrnMember map_members[] = {
  { .name = "format", .type = PRN_MEMBER_CONSTANT, .word = "perennial-map", REQUIRED },
  INTEGER (PrnMap, version, "Version", 1, MOST_PEOPLE, .initial = 1, .shown = PRN_SHOWN_NOT,
           REQUIRED),
  TEXT (PrnMap, title, "Title"),
  PARAGRAPH (PrnMap, description, "Description"),
  { ROW (PrnMap, currency, N_ ("Currency"), PRN_MEMBER_CURRENCY), .initial_text = "USD" },
  ELEMENTS ("phases", "Phases", PRN_KIND_PHASE),
  ELEMENTS ("stages", "Stages", PRN_KIND_STAGE),
  ELEMENTS ("events", "Events", PRN_KIND_EVENT),
  ELEMENTS ("triggers", "Triggers", PRN_KIND_TRIGGER),
  ELEMENTS ("scores", "Scores", PRN_KIND_SCORE),
  ELEMENTS ("segments", "Segments", PRN_KIND_SEGMENT),
  ELEMENTS ("targets", "Targets", PRN_KIND_TARGET),
  ELEMENTS ("notes", "Notes", PRN_KIND_NOTE),
  ELEMENTS ("frames", "Frames", PRN_KIND_FRAME),
  RECORD (PrnMap, population, "Population", prn_population_record),
  ELEMENTS ("scenarios", "Scenarios", PRN_KIND_SCENARIO),
};

const PrnRecord prn_map_record = RECORD_OF ("a map", PrnMap, map_members);

#define ELEMENT_OF(description, T, rows, ...) \
  { .name = description, .size = sizeof (T), .extra_offset = G_STRUCT_OFFSET (PrnElement, extra), \
    .members = rows, .n_members = G_N_ELEMENTS (rows), \
    __VA_ARGS__ }

static const PrnRecord kind_records[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = ELEMENT_OF ("a phase", PrnPhase, phase_members),
  [PRN_KIND_STAGE] = ELEMENT_OF ("a stage", PrnStage, stage_members),
  [PRN_KIND_EVENT] = ELEMENT_OF ("an event", PrnEvent, event_members),
  [PRN_KIND_TRIGGER] = ELEMENT_OF ("a trigger", PrnTrigger, trigger_members),
  [PRN_KIND_SCORE] = ELEMENT_OF ("a score", PrnScore, score_members),
  [PRN_KIND_SEGMENT] = ELEMENT_OF ("a segment", PrnSegment, segment_members),
  [PRN_KIND_TARGET] =
      ELEMENT_OF ("a target", PrnTarget, target_members,
                  .has_variants = TRUE, .variant_offset = G_STRUCT_OFFSET (PrnTarget, metric),
                  .variant_member = "metric"),
  [PRN_KIND_NOTE] = ELEMENT_OF ("a note", PrnNote, note_members),
  [PRN_KIND_FRAME] = ELEMENT_OF ("a frame", PrnFrame, frame_members),
  [PRN_KIND_SCENARIO] = ELEMENT_OF ("a scenario", PrnScenario, scenario_members),
};

static const struct {
  const char *name;
  const char *list;
} kind_names[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = { "phase", "phases" },
  [PRN_KIND_STAGE] = { "stage", "stages" },
  [PRN_KIND_EVENT] = { "event", "events" },
  [PRN_KIND_TRIGGER] = { "trigger", "triggers" },
  [PRN_KIND_SCORE] = { "score", "scores" },
  [PRN_KIND_SEGMENT] = { "segment", "segments" },
  [PRN_KIND_TARGET] = { "target", "targets" },
  [PRN_KIND_NOTE] = { "note", "notes" },
  [PRN_KIND_FRAME] = { "frame", "frames" },
  [PRN_KIND_SCENARIO] = { "scenario", "scenarios" },
};

const PrnRecord *
prn_record_of_kind (PrnKind kind)
{
  return &kind_records[kind];
}

const char *
prn_kind_name (PrnKind kind)
{
  return kind_names[kind].name;
}

const char *
prn_kind_list_name (PrnKind kind)
{
  return kind_names[kind].list;
}

const PrnMember *
prn_record_find_member (const PrnRecord *record, const char *name)
{
  for (guint i = 0; i < record->n_members; i++)
    if (g_str_equal (record->members[i].name, name))
      return &record->members[i];
  return NULL;
}
