/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-schema-rows.h"

/* The records inside of elements, in the order of the format's description. */

static const PrnMember point_members[] = {
  NUMBER (PrnPoint, x, N_ ("X"), -FARTHEST, FARTHEST, .initial = NAN, REQUIRED),
  NUMBER (PrnPoint, y, N_ ("Y"), -FARTHEST, FARTHEST, .initial = NAN, REQUIRED),
};

const PrnRecord prn_point_record = RECORD_OF (N_ ("a point"), PrnPoint, point_members);

static const PrnMember size_members[] = {
  NUMBER (PrnSize, w, N_ ("Width"), 0, LARGEST, .initial = 200,
          .flags = PRN_MEMBER_REQUIRED | PRN_MEMBER_ABOVE_MINIMUM),
  NUMBER (PrnSize, h, N_ ("Height"), 0, LARGEST, .initial = 96,
          .flags = PRN_MEMBER_REQUIRED | PRN_MEMBER_ABOVE_MINIMUM),
};

const PrnRecord prn_size_record = RECORD_OF (N_ ("a size"), PrnSize, size_members);

static const char *const ops[] = { "is",          "is_not", "in",      "not_in",
                                   "contains",    "starts_with", "less", "at_most",
                                   "at_least",    "more",   "exists",  "missing",
                                   NULL };

#define OPS_WITH_LIST (BIT (PRN_OP_IN) | BIT (PRN_OP_NOT_IN))
#define OPS_WITH_VALUE \
  (BIT (PRN_OP_IS) | BIT (PRN_OP_IS_NOT) | BIT (PRN_OP_CONTAINS) | BIT (PRN_OP_STARTS_WITH) | \
   BIT (PRN_OP_LESS) | BIT (PRN_OP_AT_MOST) | BIT (PRN_OP_AT_LEAST) | BIT (PRN_OP_MORE))

static const PrnMember filter_members[] = {
  TEXT (PrnFilter, column, N_ ("Column"), REQUIRED),
  CHOICE (PrnFilter, op, N_ ("Test"), ops, REQUIRED),
  { .name = "value", .label = N_ ("Value"), .type = PRN_MEMBER_ONE_VALUE, REQUIRED,
    .offset = G_STRUCT_OFFSET (PrnFilter, values), .limit = PRN_LIMIT_TEXT,
    .variants = OPS_WITH_VALUE },
  { .name = "value", .label = N_ ("Values"), .type = PRN_MEMBER_VALUES, REQUIRED,
    .offset = G_STRUCT_OFFSET (PrnFilter, values), .limit = PRN_LIMIT_TEXT,
    .variants = OPS_WITH_LIST },
};

const PrnRecord prn_filter_record = RECORD_OF (N_ ("a filter"),
                                               PrnFilter,
                                               filter_members,
                                               .has_variants = TRUE,
                                               .variant_offset = G_STRUCT_OFFSET (PrnFilter, op),
                                               .variant_member = "op");

static const PrnMember match_members[] = {
  TEXTS (PrnMatch, names, N_ ("Names in the log"), FLAG_OF (PrnMatch, has_names, TRUE)),
  RECORDS (PrnMatch, where, N_ ("Only where"), prn_filter_record),
};

const PrnRecord prn_match_record = RECORD_OF (N_ ("a match"), PrnMatch, match_members);

static const char *const sinces[] = { "stage", "ever", NULL };

#define ON(kind) .variants = BIT (PRN_CONDITION_##kind)
#define SELECTS .flags = PRN_MEMBER_SELECTS
#define REF(m, kind_bit, on) \
  { .name = m, .label = N_ ("Which"), .type = PRN_MEMBER_REFERENCE, SELECTS, \
    .offset = G_STRUCT_OFFSET (PrnCondition, ref), .references = BIT (kind_bit), ON (on) }
#define LENGTH(m, l, on) \
  { .name = m, .label = l, .type = PRN_MEMBER_DURATION, SELECTS, .initial = NO_DURATION, \
    .offset = G_STRUCT_OFFSET (PrnCondition, duration), ON (on) }
#define GROUP(m, l, on) \
  { .name = m, .label = l, .type = PRN_MEMBER_RECORDS, SELECTS, .least = 1, \
    .record = &prn_condition_record, .offset = G_STRUCT_OFFSET (PrnCondition, members), ON (on) }

static const PrnMember condition_members[] = {
  REF ("event", PRN_KIND_EVENT, EVENT),
  INTEGER (PrnCondition, count, N_ ("At least"), 1, MOST_PEOPLE, .initial = 1, ON (EVENT)),
  DURATION (PrnCondition, within, N_ ("Within"), NO_DURATION, ON (EVENT)),
  CHOICE (PrnCondition, since, N_ ("Since"), sinces, ON (EVENT)),
  LENGTH ("inactive", N_ ("Nothing for"), INACTIVE),
  { ROW (PrnCondition, events, N_ ("None of"), PRN_MEMBER_REFERENCES),
    .references = BIT (PRN_KIND_EVENT), ON (INACTIVE) },
  LENGTH ("dwell", N_ ("In the stage for"), DWELL),
  REF ("score", PRN_KIND_SCORE, SCORE),
  NUMBER (PrnCondition, at_least, N_ ("At least"), -MOST_POINTS, MOST_POINTS, .initial = NAN,
          .flags = PRN_MEMBER_ONE_OF, ON (SCORE)),
  NUMBER (PrnCondition, below, N_ ("Below"), -MOST_POINTS, MOST_POINTS, .initial = NAN,
          .flags = PRN_MEMBER_ONE_OF, ON (SCORE)),
  { .name = "attribute", .label = N_ ("Attribute"), .type = PRN_MEMBER_RECORD, SELECTS,
    .record = &prn_filter_record, .offset = G_STRUCT_OFFSET (PrnCondition, filter),
    ON (ATTRIBUTE) },
  REF ("segment", PRN_KIND_SEGMENT, SEGMENT),
  GROUP ("all", N_ ("All of"), ALL),
  GROUP ("any", N_ ("Any of"), ANY),
};

const PrnRecord prn_condition_record =
    RECORD_OF (N_ ("a condition"),
               PrnCondition,
               condition_members,
               .has_variants = TRUE,
               .variant_offset = G_STRUCT_OFFSET (PrnCondition, kind));

#undef ON
#define ON(kind) .variants = BIT (PRN_DISTRIBUTION_##kind), SELECTS
#define DURATIONS(m, l, t, ...) \
  { .name = m, .label = l, .type = t, \
    .offset = G_STRUCT_OFFSET (PrnDistribution, durations), __VA_ARGS__ }
#define ONE(m, l, ...) DURATIONS (m, l, PRN_MEMBER_ONE_DURATION, __VA_ARGS__)
#define MANY(m, l, from, to, ...) \
  DURATIONS (m, l, PRN_MEMBER_DURATIONS, .least = from, .maximum = to, __VA_ARGS__)
#define PART(m, l, r, ...) \
  { .name = m, .label = l, .type = PRN_MEMBER_PART, .record = &r, __VA_ARGS__ }
#define PART_RECORD(description, rows) \
  { .name = description, .size = sizeof (PrnDistribution), \
    .extra_offset = G_STRUCT_OFFSET (PrnDistribution, inner_extra), \
    .members = rows, .n_members = G_N_ELEMENTS (rows) }

static const PrnMember lognormal_members[] = {
  ONE ("median", N_ ("Median"), REQUIRED),
  { .name = "sigma", .label = N_ ("Sigma"), .type = PRN_MEMBER_NUMBER, REQUIRED, .initial = NAN,
    .offset = G_STRUCT_OFFSET (PrnDistribution, number), .maximum = 20 },
};

static const PrnMember weibull_members[] = {
  ONE ("scale", N_ ("Scale"), REQUIRED),
  { .name = "shape", .label = N_ ("Shape"), .type = PRN_MEMBER_NUMBER, .initial = NAN,
    .offset = G_STRUCT_OFFSET (PrnDistribution, number), .maximum = 1000,
    .flags = PRN_MEMBER_REQUIRED | PRN_MEMBER_ABOVE_MINIMUM },
};

static const PrnRecord lognormal_record = PART_RECORD ("a lognormal", lognormal_members);
static const PrnRecord weibull_record = PART_RECORD ("a weibull", weibull_members);

static const PrnMember distribution_members[] = {
  ONE ("fixed", N_ ("Always"), ON (FIXED)),
  MANY ("uniform", N_ ("Between"), 2, 2, ON (UNIFORM)),
  MANY ("triangular", N_ ("Least, likeliest, most"), 3, 3, ON (TRIANGULAR)),
  ONE ("exponential", N_ ("Mean"), ON (EXPONENTIAL)),
  PART ("lognormal", N_ ("Lognormal"), lognormal_record, ON (LOGNORMAL)),
  PART ("weibull", N_ ("Weibull"), weibull_record, ON (WEIBULL)),
  MANY ("empirical", N_ ("Quantiles"), 2, G_MAXUINT, ON (EMPIRICAL)),
};

const PrnRecord prn_distribution_record =
    RECORD_OF (N_ ("a distribution"),
               PrnDistribution,
               distribution_members,
               .has_variants = TRUE,
               .variant_offset = G_STRUCT_OFFSET (PrnDistribution, kind));

static const PrnMember by_segment_members[] = {
  REFERENCE (PrnBySegment, segment, N_ ("Segment"), BIT (PRN_KIND_SEGMENT), REQUIRED),
  SHARE (PrnBySegment, share, N_ ("Share"), .initial = NAN),
  POINTER (PrnBySegment, delay, N_ ("Delay"), prn_distribution_record),
};

const PrnRecord prn_by_segment_record =
    RECORD_OF (N_ ("an entry of by_segment"), PrnBySegment, by_segment_members);

static const PrnMember points_members[] = {
  REFERENCE (PrnPoints, event, N_ ("Event"), BIT (PRN_KIND_EVENT), REQUIRED),
  NUMBER (PrnPoints, points, N_ ("Points"), -MOST_POINTS, MOST_POINTS, REQUIRED),
};

const PrnRecord prn_points_record =
    RECORD_OF (N_ ("an entry of points"), PrnPoints, points_members);

#define WEIGHT_OF(m, l, kind_bit) \
  { .name = m, .label = l, .type = PRN_MEMBER_REFERENCE, REQUIRED, \
    .offset = G_STRUCT_OFFSET (PrnWeight, ref), .references = BIT (kind_bit) }

static const PrnMember stage_weight_members[] = {
  WEIGHT_OF ("stage", N_ ("Stage"), PRN_KIND_STAGE),
  NUMBER (PrnWeight, weight, N_ ("Weight"), 0, MOST_PEOPLE, REQUIRED),
};

const PrnRecord prn_stage_weight_record =
    RECORD_OF (N_ ("an entry of entries"), PrnWeight, stage_weight_members);

static const PrnMember segment_weight_members[] = {
  WEIGHT_OF ("segment", N_ ("Segment"), PRN_KIND_SEGMENT),
  NUMBER (PrnWeight, weight, N_ ("Weight"), 0, MOST_PEOPLE, REQUIRED),
};

const PrnRecord prn_segment_weight_record =
    RECORD_OF (N_ ("an entry of segments"), PrnWeight, segment_weight_members);

static const PrnMember population_members[] = {
  INTEGER (PrnPopulation, customers, N_ ("Customers"), 1, MOST_PEOPLE, .initial = 10000),
  DURATION (PrnPopulation, horizon, N_ ("Horizon"), 24.0 * PRN_MONTH),
  INTEGER (PrnPopulation, seed, N_ ("Seed"), 0, MOST_SEED, .initial = 1),
  DURATION (PrnPopulation, arrivals, N_ ("Arriving over"), 0),
  RECORDS (PrnPopulation, entries, N_ ("Entries"), prn_stage_weight_record),
  RECORDS (PrnPopulation, segments, N_ ("Segments"), prn_segment_weight_record),
  NUMBER (PrnPopulation, discount_per_year, N_ ("Discount per year"), 0, 10,
          .shown = PRN_SHOWN_PERCENT),
};

const PrnRecord prn_population_record =
    RECORD_OF (N_ ("the population"), PrnPopulation, population_members);

static const PrnMember override_members[] = {
  REFERENCE (PrnOverride, of, N_ ("Of"), BIT (PRN_KIND_TRIGGER) | BIT (PRN_KIND_STAGE), REQUIRED,
             .word = "population"),
  SHARE (PrnOverride, share, N_ ("Share"), .initial = NAN),
  POINTER (PrnOverride, delay, N_ ("Delay"), prn_distribution_record),
  MONEY (PrnOverride, value, N_ ("Value"), .initial = NAN),
  MONEY (PrnOverride, cost, N_ ("Cost"), .initial = NAN),
  MONEY (PrnOverride, cost_per_month, N_ ("Cost per month"), .initial = NAN),
  MONEY (PrnOverride, revenue_per_month, N_ ("Revenue per month"), .initial = NAN),
  INTEGER (PrnOverride, customers, N_ ("Customers"), 1, MOST_PEOPLE, .initial = -1),
  DURATION (PrnOverride, horizon, N_ ("Horizon"), NO_DURATION),
  INTEGER (PrnOverride, seed, N_ ("Seed"), 0, MOST_SEED, .initial = -1),
  DURATION (PrnOverride, arrivals, N_ ("Arriving over"), NO_DURATION),
  RECORDS (PrnOverride, entries, N_ ("Entries"), prn_stage_weight_record,
           FLAG_OF (PrnOverride, has_entries, TRUE)),
  RECORDS (PrnOverride, segments, N_ ("Segments"), prn_segment_weight_record,
           FLAG_OF (PrnOverride, has_segments, TRUE)),
  NUMBER (PrnOverride, discount_per_year, N_ ("Discount per year"), 0, 10, .initial = NAN,
          .shown = PRN_SHOWN_PERCENT),
};

const PrnRecord prn_override_record =
    RECORD_OF (N_ ("an entry of set"), PrnOverride, override_members);
