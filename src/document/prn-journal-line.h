/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-delta.h"
#include "prn-journal.h"

G_BEGIN_DECLS

/* The lines of a journal. Each is eight hexadecimal digits, a hash of the rest, a space and a JSON
 * object:
 *
 *   {"journal":1,"file":"file:///…","hash":"…"}       the map's file, if any, and what it held
 *   {"format":"perennial-map",…}                      the map the steps begin with
 *   {"step":"Move Stage","stages":[…]}                a step, see prn-delta.h
 *   {"joined":"Move Stage","stages":[…]}              instead of the last step
 *   {"undo":1}, {"redo":1}, {"cancel":1}
 *
 * A line that was torn, or whose hash is another, ends the journal. */

#define PRN_JOURNAL_SUFFIX ".journal"

/* Each appends one whole line. @path and @hash may be %NULL. */
void prn_journal_append_head (GString *out, const char *path, const char *hash);
void prn_journal_append_map (GString *out, PrnMap *map);
void prn_journal_append_step (GString *out, gboolean joined, const char *name,
                              const PrnDelta *delta);
void prn_journal_append_verb (GString *out, PrnJournalVerb verb);

/**
 * prn_journal_next_line:
 * @text: (inout): what is left of a journal; afterwards what follows the line
 * @size: (inout): its length
 * @line: (out): the JSON of the line, in @text
 * @length: (out): its length
 *
 * Returns: whether there is another whole and undamaged line
 */
gboolean prn_journal_next_line (const char **text, gsize *size, const char **line, gsize *length);

G_END_DECLS
