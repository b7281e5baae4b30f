/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-schema-rows.h"

#include "prn-map-private.h"

/* The elements, and the map itself, in the order of the format's description. */

const char *const prn_color_names[] = { "blue", "green",  "yellow", "orange", "red",
                                        "purple", "brown", "gray", NULL };

static const PrnMember phase_members[] = {
  ID (PrnPhase),
  NAME (PrnPhase),
  PARAGRAPH (PrnPhase, description, N_ ("Description")),
  COLOR (PrnPhase),
  TEXT (PrnPhase, owner, N_ ("Owner")),
};

static const char *const roles[] = { "", "entry", "goal", "exit", NULL };

static const PrnMember stage_members[] = {
  ID (PrnStage),
  NAME (PrnStage),
  PARAGRAPH (PrnStage, description, N_ ("Description")),
  REFERENCE (PrnStage, phase, N_ ("Phase"), BIT (PRN_KIND_PHASE)),
  CHOICE (PrnStage, role, N_ ("Role"), roles),
  POINTER (PrnStage, enter, N_ ("Customers enter with"), prn_condition_record,
           .accepts = BIT (PRN_CONDITION_EVENT)),
  RECORD (PrnStage, position, N_ ("Position"), prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnStage, size, N_ ("Size"), prn_size_record, .shown = PRN_SHOWN_NOT),
  COLOR (PrnStage),
  TEXT (PrnStage, owner, N_ ("Owner")),
  PARAGRAPH (PrnStage, goal, N_ ("What the customer wants")),
  TEXTS (PrnStage, channels, N_ ("Channels")),
  TEXTS (PrnStage, actions, N_ ("Actions")),
  INTEGER (PrnStage, emotion, N_ ("Emotion"), -2, 2),
  MONEY (PrnStage, cost, N_ ("Cost per visit")),
  MONEY (PrnStage, cost_per_month, N_ ("Cost per month")),
  MONEY (PrnStage, revenue_per_month, N_ ("Revenue per month")),
};

static const char *const outcomes[] = { "neutral", "positive", "negative", NULL };

static const PrnMember event_members[] = {
  ID (PrnEvent),
  NAME (PrnEvent),
  PARAGRAPH (PrnEvent, description, N_ ("Description")),
  REFERENCE (PrnEvent, stage, N_ ("Stage"), BIT (PRN_KIND_STAGE)),
  CHOICE (PrnEvent, outcome, N_ ("Outcome"), outcomes),
  TEXT (PrnEvent, channel, N_ ("Channel")),
  RECORD (PrnEvent, match, N_ ("In the log"), prn_match_record),
  TEXT (PrnEvent, value_column, N_ ("Column with the revenue")),
};

static const PrnMember trigger_members[] = {
  ID (PrnTrigger),
  NAME (PrnTrigger),
  PARAGRAPH (PrnTrigger, description, N_ ("Description")),
  REFERENCE (PrnTrigger, from, N_ ("From"), BIT (PRN_KIND_STAGE) | BIT (PRN_KIND_PHASE), REQUIRED,
             .word = "*"),
  REFERENCE (PrnTrigger, to, N_ ("To"), BIT (PRN_KIND_STAGE), REQUIRED),
  POINTER (PrnTrigger, when, N_ ("When"), prn_condition_record),
  SHARE (PrnTrigger, share, N_ ("Share"), .initial = NAN),
  POINTER (PrnTrigger, delay, N_ ("Delay"), prn_distribution_record, .initial_text = "0s"),
  RECORDS (PrnTrigger, by_segment, N_ ("By segment"), prn_by_segment_record),
  MONEY (PrnTrigger, value, N_ ("Value")),
  MONEY (PrnTrigger, cost, N_ ("Cost")),
  RECORDS (PrnTrigger, route, N_ ("Bend points"), prn_point_record, .shown = PRN_SHOWN_NOT),
};

static const PrnMember score_members[] = {
  ID (PrnScore),
  NAME (PrnScore),
  NUMBER (PrnScore, start, N_ ("Start"), -MOST_POINTS, MOST_POINTS),
  NUMBER (PrnScore, min, N_ ("Least"), -MOST_POINTS, MOST_POINTS),
  NUMBER (PrnScore, max, N_ ("Most"), -MOST_POINTS, MOST_POINTS, .initial = 100),
  DURATION (PrnScore, half_life, N_ ("Half-life"), NO_DURATION, .flags = PRN_MEMBER_ABOVE_MINIMUM),
  NUMBER (PrnScore, rest, N_ ("Decays to"), -MOST_POINTS, MOST_POINTS, .initial = NAN,
          .initial_offset = G_STRUCT_OFFSET (PrnScore, start)),
  RECORDS (PrnScore, points, N_ ("Points"), prn_points_record),
};

static const PrnMember segment_members[] = {
  ID (PrnSegment),
  NAME (PrnSegment),
  PARAGRAPH (PrnSegment, description, N_ ("Description")),
  COLOR (PrnSegment),
  RECORDS (PrnSegment, where, N_ ("Where"), prn_filter_record),
  { ROW (PrnSegment, ideal, N_ ("Ideal customer profile"), PRN_MEMBER_FLAG) },
};

static const char *const metrics[] = { "reach",      "now",        "median_dwell",   "share",
                                       "exit_share", "goal_share", "lifetime_value", NULL };

#define DWELL_METRIC BIT (PRN_METRIC_MEDIAN_DWELL)
#define SHARE_METRICS \
  (BIT (PRN_METRIC_REACH) | BIT (PRN_METRIC_SHARE) | BIT (PRN_METRIC_EXIT_SHARE) | \
   BIT (PRN_METRIC_GOAL_SHARE))
#define BOUND(m, l, is_most) \
  { .name = m, .label = l, .type = PRN_MEMBER_NUMBER, .initial = NAN, \
    .offset = G_STRUCT_OFFSET (PrnTarget, bound), .minimum = -1e15, .maximum = 1e15, \
    .flag_offset = G_STRUCT_OFFSET (PrnTarget, at_most), .flag_value = is_most, \
    .flags = PRN_MEMBER_HAS_FLAG | PRN_MEMBER_ONE_OF, .variants = ~DWELL_METRIC, \
    .shares = SHARE_METRICS }
#define BOUND_DURATION(m, l, is_most) \
  { .name = m, .label = l, .type = PRN_MEMBER_DURATION, .initial = NO_DURATION, \
    .offset = G_STRUCT_OFFSET (PrnTarget, bound_duration), \
    .flag_offset = G_STRUCT_OFFSET (PrnTarget, at_most), .flag_value = is_most, \
    .flags = PRN_MEMBER_HAS_FLAG | PRN_MEMBER_ONE_OF, .variants = DWELL_METRIC }

static const PrnMember target_members[] = {
  ID (PrnTarget),
  NAME (PrnTarget),
  REFERENCE (PrnTarget, of, N_ ("Of"), BIT (PRN_KIND_STAGE) | BIT (PRN_KIND_TRIGGER), REQUIRED,
             .word = "map"),
  CHOICE (PrnTarget, metric, N_ ("Measure"), metrics, REQUIRED),
  DURATION (PrnTarget, within, N_ ("Within"), NO_DURATION),
  BOUND ("at_least", N_ ("At least"), FALSE),
  BOUND_DURATION ("at_least", N_ ("At least"), FALSE),
  BOUND ("at_most", N_ ("At most"), TRUE),
  BOUND_DURATION ("at_most", N_ ("At most"), TRUE),
  REFERENCE (PrnTarget, segment, N_ ("Segment"), BIT (PRN_KIND_SEGMENT)),
};

static const PrnMember note_members[] = {
  ID (PrnNote),
  PARAGRAPH (PrnNote, text, N_ ("Text")),
  RECORD (PrnNote, position, N_ ("Position"), prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnNote, size, N_ ("Size"), prn_size_record, .shown = PRN_SHOWN_NOT),
  COLOR (PrnNote),
  TEXT (PrnNote, author, N_ ("Author")),
  INTEGER (PrnNote, votes, N_ ("Votes"), 0, MOST_PEOPLE),
  REFERENCE (PrnNote, about, N_ ("About"), BIT (PRN_N_KINDS) - 1),
};

static const PrnMember frame_members[] = {
  ID (PrnFrame),
  NAME (PrnFrame),
  RECORD (PrnFrame, position, N_ ("Position"), prn_point_record, .shown = PRN_SHOWN_NOT),
  RECORD (PrnFrame, size, N_ ("Size"), prn_size_record, .shown = PRN_SHOWN_NOT),
};

static const PrnMember scenario_members[] = {
  ID (PrnScenario),
  NAME (PrnScenario),
  PARAGRAPH (PrnScenario, description, N_ ("Description")),
  RECORDS (PrnScenario, set, N_ ("Changes"), prn_override_record),
};

#define ELEMENTS(m, l, k) \
  { .name = m, .label = l, .type = PRN_MEMBER_ELEMENTS, .kind = k, \
    .offset = G_STRUCT_OFFSET (PrnMap, elements) + k * sizeof (gpointer) }

static const PrnMember map_members[] = {
  { .name = "format", .type = PRN_MEMBER_CONSTANT, .word = "perennial-map", REQUIRED },
  INTEGER (PrnMap, version, N_ ("Version"), 1, MOST_PEOPLE, .initial = 1, .shown = PRN_SHOWN_NOT,
           REQUIRED),
  TEXT (PrnMap, title, N_ ("Title")),
  PARAGRAPH (PrnMap, description, N_ ("Description")),
  { ROW (PrnMap, currency, N_ ("Currency"), PRN_MEMBER_CURRENCY), .initial_text = "USD" },
  ELEMENTS ("phases", N_ ("Phases"), PRN_KIND_PHASE),
  ELEMENTS ("stages", N_ ("Stages"), PRN_KIND_STAGE),
  ELEMENTS ("events", N_ ("Events"), PRN_KIND_EVENT),
  ELEMENTS ("triggers", N_ ("Triggers"), PRN_KIND_TRIGGER),
  ELEMENTS ("scores", N_ ("Scores"), PRN_KIND_SCORE),
  ELEMENTS ("segments", N_ ("Segments"), PRN_KIND_SEGMENT),
  ELEMENTS ("targets", N_ ("Targets"), PRN_KIND_TARGET),
  ELEMENTS ("notes", N_ ("Notes"), PRN_KIND_NOTE),
  ELEMENTS ("frames", N_ ("Frames"), PRN_KIND_FRAME),
  RECORD (PrnMap, population, N_ ("Population"), prn_population_record),
  ELEMENTS ("scenarios", N_ ("Scenarios"), PRN_KIND_SCENARIO),
};

const PrnRecord prn_map_record = RECORD_OF (N_ ("a map"), PrnMap, map_members);

#define ELEMENT_OF(description, T, rows, ...) \
  { .name = description, .size = sizeof (T), .extra_offset = G_STRUCT_OFFSET (PrnElement, extra), \
    .members = rows, .n_members = G_N_ELEMENTS (rows), \
    __VA_ARGS__ }

static const PrnRecord kind_records[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = ELEMENT_OF (N_ ("a phase"), PrnPhase, phase_members),
  [PRN_KIND_STAGE] = ELEMENT_OF (N_ ("a stage"), PrnStage, stage_members),
  [PRN_KIND_EVENT] = ELEMENT_OF (N_ ("an event"), PrnEvent, event_members),
  [PRN_KIND_TRIGGER] = ELEMENT_OF (N_ ("a trigger"), PrnTrigger, trigger_members),
  [PRN_KIND_SCORE] = ELEMENT_OF (N_ ("a score"), PrnScore, score_members),
  [PRN_KIND_SEGMENT] = ELEMENT_OF (N_ ("a segment"), PrnSegment, segment_members),
  [PRN_KIND_TARGET] = ELEMENT_OF (N_ ("a target"),
                                  PrnTarget,
                                  target_members,
                                  .has_variants = TRUE,
                                  .variant_offset = G_STRUCT_OFFSET (PrnTarget, metric),
                                  .variant_member = "metric"),
  [PRN_KIND_NOTE] = ELEMENT_OF (N_ ("a note"), PrnNote, note_members),
  [PRN_KIND_FRAME] = ELEMENT_OF (N_ ("a frame"), PrnFrame, frame_members),
  [PRN_KIND_SCENARIO] = ELEMENT_OF (N_ ("a scenario"), PrnScenario, scenario_members),
};

static const struct {
  const char *name;
  const char *list;
} kind_names[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = { N_ ("phase"), N_ ("phases") },
  [PRN_KIND_STAGE] = { N_ ("stage"), N_ ("stages") },
  [PRN_KIND_EVENT] = { N_ ("event"), N_ ("events") },
  [PRN_KIND_TRIGGER] = { N_ ("trigger"), N_ ("triggers") },
  [PRN_KIND_SCORE] = { N_ ("score"), N_ ("scores") },
  [PRN_KIND_SEGMENT] = { N_ ("segment"), N_ ("segments") },
  [PRN_KIND_TARGET] = { N_ ("target"), N_ ("targets") },
  [PRN_KIND_NOTE] = { N_ ("note"), N_ ("notes") },
  [PRN_KIND_FRAME] = { N_ ("frame"), N_ ("frames") },
  [PRN_KIND_SCENARIO] = { N_ ("scenario"), N_ ("scenarios") },
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
