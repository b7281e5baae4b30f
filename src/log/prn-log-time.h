/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "prn-log-zone.h"

G_BEGIN_DECLS

/* Times as logs write them. Formats differ only in what cannot be told from one value: the order
 * of day, month and year, and the unit of a number. All else (separators, digits of a fraction,
 * 12-hour clocks, zones) may change from row to row. */

typedef enum {
  PRN_TIME_YEAR_FIRST,  /* 2026-11-21, 2026/11/21 10:00:00.5+01:00 */
  PRN_TIME_DAY_FIRST,   /* 21/11/2026, 21.11.26 9:05 */
  PRN_TIME_MONTH_FIRST, /* 11/21/2026 9:05 PM */
  PRN_TIME_MONTH_NAME,  /* 21 Nov 2026, November 21, 2026, Sat, 21 Nov 2026 10:00:00 +0000 */
  PRN_TIME_COMPACT,     /* 20261121, 202611211000, 20261121100000, 20261121T100000Z */
  PRN_TIME_EPOCH_S,
  PRN_TIME_EPOCH_MS,
  PRN_TIME_EPOCH_US,
  PRN_TIME_EPOCH_NS,
  PRN_TIME_PATTERN, /* strptime: %d/%m/%Y %H:%M */
  PRN_TIME_N_KINDS
} PrnTimeKind;

/**
 * PrnTimeFormat:
 * @kind: how to read
 * @pattern: (nullable): for %PRN_TIME_PATTERN
 *
 * How the times of a column are written.
 */
typedef struct {
  PrnTimeKind kind;
  const char *pattern;
} PrnTimeFormat;

/**
 * PrnTimeReader:
 * @format: how the times are written
 * @zone: (nullable): of times that state none; NULL is UTC
 *
 * Reads one time after the other; one for each thread. The rest is the day read last.
 */
typedef struct {
  PrnTimeFormat format;
  PrnZone *zone;
  guint64 day_text;
  guint32 day_text_end;
  gint64 day;
} PrnTimeReader;

/**
 * prn_time_reader_init:
 * @reader: (out): a reader
 * @format: how the times are written; its pattern must outlive the reader
 * @zone: (nullable): of times that state none; must outlive the reader and be used by no other
 *   thread
 */
void prn_time_reader_init (PrnTimeReader *reader, const PrnTimeFormat *format, PrnZone *zone);

/**
 * prn_time_read:
 * @reader: a reader
 * @text: a time without white space around it, need not be terminated
 * @length: its length
 * @instant: (out): microseconds since 1970 UTC, rounded down
 *
 * Returns: whether the whole text is a time from year 1 to 9999
 */
gboolean prn_time_read (PrnTimeReader *reader, const char *text, gsize length, gint64 *instant);

/**
 * prn_time_format_parse:
 * @text: a name as prn-log-read.h lists them
 * @format: (out): the format; a pattern points into @text
 *
 * Returns: whether it is one
 */
gboolean prn_time_format_parse (const char *text, PrnTimeFormat *format);

G_END_DECLS
