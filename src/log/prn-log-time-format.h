/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-time.h"

G_BEGIN_DECLS

/**
 * PrnTimeSample:
 * @n_values: how many values that are not empty
 * @n_fit: how many of them each kind can read
 * @day_over_12: the first part of a date with the year behind is over 12 in so many
 * @month_over_12: the second part is
 * @spelling: (nullable): a value each kind can read
 * @largest: the largest number among the values, which tells the unit
 * @unpadded: an hour, day or month has one digit
 * @n_offset: how many state their zone
 *
 * What is known of a column that may hold times. Zero-initialise it.
 */
typedef struct {
  guint64 n_values;
  guint64 n_fit[PRN_TIME_N_KINDS];
  guint64 day_over_12, month_over_12;
  char *spelling[PRN_TIME_N_KINDS];
  double largest;
  gboolean unpadded;
  guint64 n_offset;
} PrnTimeSample;

void prn_time_sample_clear (PrnTimeSample *sample);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnTimeSample, prn_time_sample_clear)

/**
 * prn_time_sample_add:
 * @sample: a sample
 * @text: a value without white space around it
 * @length: its length
 *
 * Takes in a value of the column.
 */
void prn_time_sample_add (PrnTimeSample *sample, const char *text, gsize length);

/**
 * prn_time_sample_weigh:
 * @sample: a sample
 * @text: a value
 * @length: its length
 *
 * Only looks which of the first two parts of a date with the year behind cannot be a month.
 */
void prn_time_sample_weigh (PrnTimeSample *sample, const char *text, gsize length);

/**
 * prn_time_sample_kind:
 * @sample: a sample
 * @share: (out): how many of the values are times then, 0 to 1
 *
 * Returns: the kind that reads most values; day first where it reads as many as month first
 */
PrnTimeKind prn_time_sample_kind (const PrnTimeSample *sample, double *share);

/* Whether nothing so far tells the day from the month. */
gboolean prn_time_sample_is_open (const PrnTimeSample *sample, PrnTimeKind kind);

/* Whether the locale (LC_TIME) writes the month before the day. */
gboolean prn_time_locale_month_first (void);

/**
 * prn_time_format_name:
 * @sample: a sample
 * @kind: how its values are read
 *
 * Returns: (transfer full): a name for people and for prn_time_format_parse()
 */
char *prn_time_format_name (const PrnTimeSample *sample, PrnTimeKind kind);

G_END_DECLS
