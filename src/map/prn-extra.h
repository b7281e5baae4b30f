/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-json-scan.h"
#include "prn-record.h"

G_BEGIN_DECLS

/* Members this version does not know, as the text they will be written as. */
struct _PrnExtra {
  gatomicrefcount ref_count;
  GString *lines; /* `"name": value` separated by a comma and a line end, no indentation */
};

/**
 * prn_extra_add:
 * @extra: (inout): the members kept so far, %NULL for none
 * @json: the scanned file
 * @name: the name of a member of it
 */
void prn_extra_add (PrnExtra **extra, const PrnJson *json, guint32 name);

PrnExtra *prn_extra_ref (PrnExtra *extra);
void prn_extra_unref (PrnExtra *extra);

/**
 * prn_extra_append:
 * @extra: members
 * @out: where to append
 * @depth: levels of two spaces in front of each line after the first
 */
void prn_extra_append (const PrnExtra *extra, GString *out, guint depth);

G_END_DECLS
