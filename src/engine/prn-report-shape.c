/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-shape.h"

#define MEMBER(type, key, struct, member) { key, type, G_STRUCT_OFFSET (struct, member), 0, NULL }

#define COUNT(struct, member)   MEMBER (PRN_REPORT_COUNT, #member, struct, member)
#define NUMBER(struct, member)  MEMBER (PRN_REPORT_NUMBER, #member, struct, member)
#define VERDICT(struct, member) MEMBER (PRN_REPORT_VERDICT, #member, struct, member)
#define TEXT(struct, member)    MEMBER (PRN_REPORT_TEXT, #member, struct, member)
#define NAME(struct, member)    MEMBER (PRN_REPORT_NAME, #member, struct, member)
#define TEXTS(struct, member)   MEMBER (PRN_REPORT_TEXTS, #member, struct, member)

#define GROUP(struct, member, shape)                                                               \
  { #member, PRN_REPORT_GROUP, G_STRUCT_OFFSET (struct, member), 0, &shape }

/* An object in JSON, while the struct has its members among the others. */
#define BUNDLE(key, shape) { key, PRN_REPORT_GROUP, 0, 0, &shape }

#define LIST(struct, member, shape)                                                                \
  { #member, PRN_REPORT_LIST, G_STRUCT_OFFSET (struct, member),                                    \
    G_STRUCT_OFFSET (struct, n_##member), &shape }

#define SHAPE(type, in_a_line, members)                                                            \
  { sizeof (type), in_a_line, members, G_N_ELEMENTS (members), 0 }

#define HOLDER(type, rank, members)                                                                \
  { sizeof (type), FALSE, members, G_N_ELEMENTS (members), rank }

static const PrnReportMember interval_members[] = {
  NUMBER (PrnInterval, low),
  NUMBER (PrnInterval, high),
};
static const PrnReportShape interval = SHAPE (PrnInterval, TRUE, interval_members);

static const PrnReportMember share_members[] = {
  COUNT (PrnReportShare, of),
  COUNT (PrnReportShare, with),
  NUMBER (PrnReportShare, share),
  GROUP (PrnReportShare, interval, interval),
};
static const PrnReportShape share = SHAPE (PrnReportShare, TRUE, share_members);

static const PrnReportMember mean_members[] = {
  NUMBER (PrnReportMean, mean),
  GROUP (PrnReportMean, interval, interval),
};
static const PrnReportShape mean = SHAPE (PrnReportMean, TRUE, mean_members);

static const PrnReportMember rows_members[] = {
  COUNT (PrnReportRows, read),         COUNT (PrnReportRows, accepted),
  COUNT (PrnReportRows, rejected),     COUNT (PrnReportRows, after_as_of),
  COUNT (PrnReportRows, matched),      COUNT (PrnReportRows, unmatched),
  COUNT (PrnReportRows, before_entry), COUNT (PrnReportRows, used),
};
static const PrnReportShape rows = SHAPE (PrnReportRows, FALSE, rows_members);

static const PrnReportMember reject_members[] = {
  COUNT (PrnReportReject, line),
  TEXT (PrnReportReject, reason),
};
static const PrnReportShape reject = SHAPE (PrnReportReject, FALSE, reject_members);

static const PrnReportMember activity_members[] = {
  TEXT (PrnReportUnmatched, activity),
  COUNT (PrnReportUnmatched, rows),
};
static const PrnReportShape activity = SHAPE (PrnReportUnmatched, FALSE, activity_members);

static const PrnReportMember dwell_members[] = {
  NUMBER (PrnReportStage, p25),
  NUMBER (PrnReportStage, median),
  NUMBER (PrnReportStage, p75),
  NUMBER (PrnReportStage, mean),
};
static const PrnReportShape dwell = SHAPE (PrnReportStage, FALSE, dwell_members);

static const PrnReportMember stage_members[] = {
  TEXT (PrnReportStage, id),
  COUNT (PrnReportStage, customers),
  COUNT (PrnReportStage, visits),
  COUNT (PrnReportStage, now),
  COUNT (PrnReportStage, left),
  BUNDLE ("dwell", dwell),
  GROUP (PrnReportStage, reach, share),
  GROUP (PrnReportStage, here, share),
  GROUP (PrnReportStage, each, mean),
};
static const PrnReportShape stage = SHAPE (PrnReportStage, FALSE, stage_members);

static const PrnReportMember delay_members[] = {
  NUMBER (PrnReportTrigger, p25),
  NUMBER (PrnReportTrigger, median),
  NUMBER (PrnReportTrigger, p75),
};
static const PrnReportShape delay = SHAPE (PrnReportTrigger, FALSE, delay_members);

static const PrnReportMember trigger_members[] = {
  TEXT (PrnReportTrigger, id),
  COUNT (PrnReportTrigger, fired),
  COUNT (PrnReportTrigger, customers),
  NUMBER (PrnReportTrigger, share),
  GROUP (PrnReportTrigger, interval, interval),
  BUNDLE ("delay", delay),
};
static const PrnReportShape trigger = SHAPE (PrnReportTrigger, FALSE, trigger_members);

static const PrnReportMember flow_members[] = {
  NAME (PrnReportFlow, from),
  TEXT (PrnReportFlow, to),
  COUNT (PrnReportFlow, moves),
};
static const PrnReportShape flow = SHAPE (PrnReportFlow, FALSE, flow_members);

static const PrnReportMember path_members[] = {
  TEXTS (PrnReportPath, stages),
  COUNT (PrnReportPath, customers),
};
static const PrnReportShape path = SHAPE (PrnReportPath, FALSE, path_members);

static const PrnReportMember cohort_members[] = {
  TEXT (PrnReportCohort, month),
  COUNT (PrnReportCohort, customers),
  { "active", PRN_REPORT_NUMBERS, G_STRUCT_OFFSET (PrnReportCohort, active),
    G_STRUCT_OFFSET (PrnReportCohort, n_active), NULL },
};
static const PrnReportShape cohort = SHAPE (PrnReportCohort, FALSE, cohort_members);

static const PrnReportMember month_members[] = {
  TEXT (PrnReportMonth, month),
  MEMBER (PRN_REPORT_COUNT, "new", PrnReportMonth, newcomers),
  COUNT (PrnReportMonth, returning),
  COUNT (PrnReportMonth, resurrected),
  NUMBER (PrnReportMonth, dormant),
};
static const PrnReportShape month = SHAPE (PrnReportMonth, FALSE, month_members);

static const PrnReportMember money_members[] = {
  NUMBER (PrnReportMoney, revenue),
  NUMBER (PrnReportMoney, cost),
  NUMBER (PrnReportMoney, lifetime_value),
  GROUP (PrnReportMoney, interval, interval),
  NUMBER (PrnReportMoney, discounted),
};
static const PrnReportShape money = SHAPE (PrnReportMoney, FALSE, money_members);

static const PrnReportMember target_members[] = {
  TEXT (PrnReportTarget, id),
  NUMBER (PrnReportTarget, actual),
  GROUP (PrnReportTarget, interval, interval),
  VERDICT (PrnReportTarget, met),
};
static const PrnReportShape target = SHAPE (PrnReportTarget, FALSE, target_members);

static const PrnReportMember matured_members[] = {
  NUMBER (PrnReportMatured, within),
  { NULL, PRN_REPORT_GROUP, G_STRUCT_OFFSET (PrnReportMatured, share), 0, &share },
  NUMBER (PrnReportMatured, estimated),
  GROUP (PrnReportMatured, estimated_interval, interval),
};
static const PrnReportShape matured = SHAPE (PrnReportMatured, TRUE, matured_members);

static const PrnReportMember point_members[] = {
  NUMBER (PrnReportPoint, seconds),
  NUMBER (PrnReportPoint, share),
  GROUP (PrnReportPoint, interval, interval),
};
static const PrnReportShape point = SHAPE (PrnReportPoint, TRUE, point_members);

static const PrnReportMember wait_members[] = {
  NUMBER (PrnReportConversion, p25),
  NUMBER (PrnReportConversion, median),
  NUMBER (PrnReportConversion, p75),
};
static const PrnReportShape wait = SHAPE (PrnReportConversion, FALSE, wait_members);

static const PrnReportMember conversion_members[] = {
  NAME (PrnReportConversion, from),
  TEXTS (PrnReportConversion, to),
  GROUP (PrnReportConversion, plain, share),
  LIST (PrnReportConversion, matured, matured),
  LIST (PrnReportConversion, curve, point),
  BUNDLE ("time", wait),
};
static const PrnReportShape conversion = SHAPE (PrnReportConversion, FALSE, conversion_members);

static const PrnReportMember loss_members[] = {
  TEXT (PrnReportLoss, stage),
  COUNT (PrnReportLoss, visits),
  COUNT (PrnReportLoss, stayed),
  LIST (PrnReportLoss, next, flow),
  LIST (PrnReportLoss, activities, activity),
};
static const PrnReportShape loss = SHAPE (PrnReportLoss, FALSE, loss_members);

static const PrnReportMember segment_members[] = {
  NAME (PrnReportSegment, id),
  TEXT (PrnReportSegment, name),
  MEMBER (PRN_REPORT_REPORT, NULL, PrnReportSegment, report),
};
static const PrnReportShape segment = HOLDER (PrnReportSegment, 1, segment_members);

static const PrnReportMember difference_members[] = {
  TEXT (PrnReportDifference, of),
  MEMBER (PRN_REPORT_METRIC, "metric", PrnReportDifference, metric),
  NUMBER (PrnReportDifference, base),
  NUMBER (PrnReportDifference, scenario),
  NUMBER (PrnReportDifference, difference),
  GROUP (PrnReportDifference, interval, interval),
};
static const PrnReportShape difference = SHAPE (PrnReportDifference, FALSE, difference_members);

static const PrnReportMember scenario_members[] = {
  TEXT (PrnReportScenario, id),
  TEXT (PrnReportScenario, name),
  LIST (PrnReportScenario, differences, difference),
  MEMBER (PRN_REPORT_REPORT, NULL, PrnReportScenario, report),
};
static const PrnReportShape scenario = HOLDER (PrnReportScenario, 2, scenario_members);

static const PrnReportMember report_members[] = {
  TEXT (PrnReport, kind),
  MEMBER (PRN_REPORT_INSTANT, "as_of", PrnReport, as_of),
  COUNT (PrnReport, customers),
  COUNT (PrnReport, entered),
  GROUP (PrnReport, rows, rows),
  LIST (PrnReport, rejects, reject),
  LIST (PrnReport, unmatched, activity),
  LIST (PrnReport, stages, stage),
  LIST (PrnReport, triggers, trigger),
  LIST (PrnReport, flows, flow),
  LIST (PrnReport, off_map, flow),
  LIST (PrnReport, paths, path),
  COUNT (PrnReport, path_count),
  LIST (PrnReport, cohorts, cohort),
  LIST (PrnReport, months, month),
  GROUP (PrnReport, money, money),
  LIST (PrnReport, targets, target),
  LIST (PrnReport, conversions, conversion),
  LIST (PrnReport, losses, loss),
  NUMBER (PrnReport, expected),
  LIST (PrnReport, segments, segment),
  LIST (PrnReport, scenarios, scenario),
};
const PrnReportShape prn_report_shape = SHAPE (PrnReport, FALSE, report_members);
