/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-extra.h"

G_BEGIN_DECLS

/**
 * PrnExtraScan:
 * @n: how many members there are
 * @names: what they are called, spelled as in the file, without quotes
 * @values: what they say, on one line
 * @tokens: the name of each in @json
 * @json: all of them as one object
 *
 * Members this version does not know, one by one.
 */
typedef struct {
  guint n;
  char **names;
  char **values;
  guint32 *tokens;
  PrnJson *json;
  char *text;
} PrnExtraScan;

/**
 * prn_extra_scan:
 * @extra: (nullable): the members, %NULL for none
 *
 * Returns: (transfer full): them one by one
 */
PrnExtraScan *prn_extra_scan (const PrnExtra *extra);

void prn_extra_scan_free (PrnExtraScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnExtraScan, prn_extra_scan_free)

/**
 * prn_extra_scan_find:
 * @scan: members
 * @name: a name as in the file
 *
 * Returns: (transfer none) (nullable): what the member of that name says
 */
const char *prn_extra_scan_find (const PrnExtraScan *scan, const char *name);

/**
 * prn_json_squeeze:
 * @pretty: a value with one member or item a line
 *
 * Returns: (transfer full): the same on one line: `{"count": 2, "events": ["buy"]}`
 */
char *prn_json_squeeze (const char *pretty);

G_END_DECLS
