/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"

G_BEGIN_DECLS

/* The shape of a report, of which reading, writing and freeing follow. A number that a report
 * gains is a row in one of the tables of prn-report-shape.c. */

typedef struct _PrnReportShape PrnReportShape;

typedef enum {
  PRN_REPORT_COUNT,    /* guint64 */
  PRN_REPORT_NUMBER,   /* double; NaN is null */
  PRN_REPORT_INSTANT,  /* gint64 */
  PRN_REPORT_VERDICT,  /* int: 1 true, 0 false, -1 null */
  PRN_REPORT_TEXT,     /* char *, never NULL */
  PRN_REPORT_NAME,     /* char *, nullable */
  PRN_REPORT_METRIC,   /* const char *, never NULL, of those in prn-report.h */
  PRN_REPORT_TEXTS,    /* char **, NULL-terminated */
  PRN_REPORT_NUMBERS,  /* double *, with its length at @length */
  PRN_REPORT_GROUP,    /* an object inside the struct: @shape */
  PRN_REPORT_LIST,     /* an array of structs of @shape, with its length at @length */
  PRN_REPORT_REPORT,   /* PrnReport *, never NULL: its members stand among those around it */
} PrnReportType;

/**
 * PrnReportMember:
 * @key: its key in JSON; %NULL: what is in the group stands among the members around it
 * @type: what it is
 * @offset: where it is in the struct
 * @length: where the struct has its length, a guint
 * @shape: (nullable): of a group or of the members of a list
 */
typedef struct {
  const char *key;
  PrnReportType type;
  gsize offset;
  gsize length;
  const PrnReportShape *shape;
} PrnReportMember;

/**
 * PrnReportShape:
 * @size: of the struct
 * @in_a_line: it is so small that it is written in one line
 * @members: (array length=n_members): in the order in which they are written
 * @n_members: how many
 * @rank: 0: no report in it; else the reports in it have no lists of this rank or a higher one:
 *   a scenario's report has segments, a segment's has neither
 */
struct _PrnReportShape {
  gsize size;
  gboolean in_a_line;
  const PrnReportMember *members;
  guint n_members;
  guint rank;
};

extern const PrnReportShape prn_report_shape;

/**
 * PRN_REPORT_AT:
 * @type: a C type
 * @base: a struct
 * @offset: where in it
 *
 * The member of the struct itself: may be read from and written to.
 */
#define PRN_REPORT_AT(type, base, offset) (*(type *) G_STRUCT_MEMBER_P (base, offset))

G_END_DECLS
