/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-guess.h"
#include "prn-log-sample.h"
#include "prn-log-time-format.h"

G_BEGIN_DECLS

/* What is on the way to a plan. */
typedef struct {
  PrnLogSource *source;
  const PrnLogOptions *options;
  PrnLogPlan *plan;
  PrnLogGuess *guess;
  GPtrArray *notes;
  char *head; /* UTF-8 */
  gsize head_size;
  gboolean head_is_whole;
  gboolean head_is_as_in_file; /* the bytes of the file are UTF-8 and not packed */
  PrnLogSample *sample;
} PrnLogStudy;

/**
 * prn_log_study_head:
 * @study: a study
 * @error: return location
 *
 * Reads the beginning and finds the encoding. A stream is waited for to its end, which may never
 * come, once its beginning is that of a log.
 *
 * Returns: whether it is text
 */
gboolean prn_log_study_head (PrnLogStudy *study, GError **error);

/* Whether the beginning is that of an XML document. */
gboolean prn_log_study_is_xml (PrnLogStudy *study);

/* Says that the beginning has no rows; gives %FALSE. */
gboolean prn_log_study_fail_without_rows (PrnLogStudy *study, GError **error);

/**
 * prn_log_study_time:
 * @study: a study whose columns are known
 * @column: the column of the time
 * @time: what the sample shows of it
 * @error: return location
 *
 * Decides how times are written; where only a part of a date over 12 tells the day from the month,
 * it looks at the whole column.
 *
 * Returns: whether the format that was given is known and the file can be read
 */
gboolean prn_log_study_time (PrnLogStudy *study, int column, PrnTimeSample *time, GError **error);

/**
 * prn_log_study_zone:
 * @study: a study
 * @time: (nullable): what the sample shows of the times
 * @error: return location
 *
 * Decides on the zone of times that state none.
 *
 * Returns: whether the zone that was given is known
 */
gboolean prn_log_study_zone (PrnLogStudy *study, const PrnTimeSample *time, GError **error);

G_END_DECLS
