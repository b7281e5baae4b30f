/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-sample.h"

G_BEGIN_DECLS

/**
 * prn_log_sample_has_header:
 * @sample: a sample with at least one row
 *
 * The first row names the columns when two of its names are usual ones; not when it holds a time or
 * a number, an empty name, or something that comes again below.
 *
 * Returns: whether it does
 */
gboolean prn_log_sample_has_header (const PrnLogSample *sample);

G_END_DECLS
