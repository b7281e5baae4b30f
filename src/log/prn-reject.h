/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why rows are not taken in. A reason becomes part of reports and tallies, which are the same in
 * every locale, so it is kept in English; whoever shows one shows prn_reject_words(). */

typedef enum {
  PRN_REJECT_NO_CUSTOMER,
  PRN_REJECT_NO_ACTIVITY,
  PRN_REJECT_NO_TIME,
  PRN_REJECT_OPEN_QUOTE, /* a quoted field is not closed */
  PRN_REJECT_LONG_ROW,   /* longer than any row may be */
  PRN_REJECT_TIME,       /* as prn_reject_time() says it */
  PRN_REJECT_FIELDS,     /* as prn_reject_fields() says it */
  PRN_REJECT_OTHER,      /* not from here */
} PrnRejectKind;

/**
 * prn_reject_reason:
 * @kind: what is wrong; none of the last three
 *
 * Returns: the reason
 */
const char *prn_reject_reason (PrnRejectKind kind);

/**
 * prn_reject_time:
 * @text: (array length=length): a cell that is no time, trimmed; may be empty
 * @length: its bytes
 *
 * Returns: (transfer full): the reason; of a long cell with its beginning
 */
char *prn_reject_time (const char *text, gsize length);

/**
 * prn_reject_fields:
 * @expected: how many fields a row has
 * @found: how many this one has
 *
 * Returns: (transfer full): the reason
 */
char *prn_reject_fields (guint expected, guint found);

/* What kind of reason it is. */
PrnRejectKind prn_reject_kind (const char *reason);

/**
 * prn_reject_words:
 * @reason: a reason; one that is not from here stays as it is
 *
 * Returns: (transfer full): it in the user's language
 */
char *prn_reject_words (const char *reason);

G_END_DECLS
