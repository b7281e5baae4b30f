/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-schema.h"

/* How the rows of the tables are written. T is the struct, m its member and the name in the
 * file, l the label; more can follow as designated initialisers. */

#define BIT(n) (1u << (n))

#define ROW(T, m, l, t) .name = #m, .label = l, .type = t, .offset = G_STRUCT_OFFSET (T, m)

#define TEXT(T, m, l, ...) \
  { ROW (T, m, l, PRN_MEMBER_TEXT), .limit = PRN_LIMIT_TEXT, __VA_ARGS__ }
#define PARAGRAPH(T, m, l) TEXT (T, m, l, .shown = PRN_SHOWN_PARAGRAPH)
#define NAME(T) { ROW (T, name, N_ ("Name"), PRN_MEMBER_TEXT), .limit = PRN_LIMIT_NAME }
#define ID(T) \
  { .name = "id", .label = N_ ("Id"), .type = PRN_MEMBER_ID, .flags = PRN_MEMBER_REQUIRED, \
    .offset = G_STRUCT_OFFSET (PrnElement, id), .limit = PRN_LIMIT_ID }
#define COLOR(T) { ROW (T, color, N_ ("Color"), PRN_MEMBER_COLOR) }
#define REFERENCE(T, m, l, kinds, ...) \
  { ROW (T, m, l, PRN_MEMBER_REFERENCE), .references = kinds, __VA_ARGS__ }
#define CHOICE(T, m, l, c, ...) \
  { ROW (T, m, l, PRN_MEMBER_CHOICE), .choices = c, __VA_ARGS__ }
#define NUMBER(T, m, l, lo, hi, ...) \
  { ROW (T, m, l, PRN_MEMBER_NUMBER), .minimum = lo, .maximum = hi, __VA_ARGS__ }
#define INTEGER(T, m, l, lo, hi, ...) \
  { ROW (T, m, l, PRN_MEMBER_INTEGER), .minimum = lo, .maximum = hi, __VA_ARGS__ }
#define MONEY(T, m, l, ...) \
  NUMBER (T, m, l, -MOST_MONEY, MOST_MONEY, .shown = PRN_SHOWN_MONEY, __VA_ARGS__)
#define SHARE(T, m, l, ...) NUMBER (T, m, l, 0, 1, .shown = PRN_SHOWN_PERCENT, __VA_ARGS__)
#define DURATION(T, m, l, us, ...) \
  { ROW (T, m, l, PRN_MEMBER_DURATION), .initial = us, __VA_ARGS__ }
#define TEXTS(T, m, l, ...) \
  { ROW (T, m, l, PRN_MEMBER_TEXTS), .limit = PRN_LIMIT_TEXT, __VA_ARGS__ }
#define RECORD(T, m, l, r, ...) \
  { ROW (T, m, l, PRN_MEMBER_RECORD), .record = &r, __VA_ARGS__ }
#define POINTER(T, m, l, r, ...) \
  { ROW (T, m, l, PRN_MEMBER_RECORD_POINTER), .record = &r, __VA_ARGS__ }
#define RECORDS(T, m, l, r, ...) \
  { ROW (T, m, l, PRN_MEMBER_RECORDS), .record = &r, __VA_ARGS__ }

#define REQUIRED .flags = PRN_MEMBER_REQUIRED
#define FLAG_OF(T, m, value) \
  .flag_offset = G_STRUCT_OFFSET (T, m), .flag_value = value, .flags = PRN_MEMBER_HAS_FLAG

#define NO_DURATION (-1)

/* Money is added up in 1/10,000 of the unit in 64 bits; this leaves room for a million amounts. */
#define MOST_MONEY 1e12
#define FARTHEST 1e9   /* map units from the origin */
#define LARGEST 1e6    /* map units wide or high */
#define MOST_POINTS 1e12
#define MOST_PEOPLE 1e9
#define MOST_SEED 9007199254740991.0 /* what every reader of JSON can hold exactly */

#define RECORD_OF(description, T, rows, ...) \
  { .name = description, .size = sizeof (T), .extra_offset = G_STRUCT_OFFSET (T, extra), \
    .members = rows, .n_members = G_N_ELEMENTS (rows), \
    __VA_ARGS__ }
