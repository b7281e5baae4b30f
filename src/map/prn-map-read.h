/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-error.h"
#include "prn-json-scan.h"
#include "prn-map.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/* More reasons than this for refusing one file help nobody. */
#define PRN_MOST_PROBLEMS 1000

/**
 * PrnReader:
 * @json: the file
 * @problems: (nullable): where every failure goes
 * @error: (nullable): the first failure
 * @n_failures: how many there were
 * @map: the map being read
 * @n_elements: how many elements it has so far
 * @element: the id of the element at hand, or %NULL
 *
 * Reading a file goes on after a failure, so that all of them can be told.
 */
typedef struct {
  const PrnJson *json;
  GPtrArray *problems;
  GError *error;
  guint n_failures;
  PrnMap *map;
  guint n_elements;
  const char *element;
} PrnReader;

/**
 * prn_reader_fail:
 * @reader: a reader
 * @code: what kind of failure
 * @token: where; 0 for the file as a whole
 * @member: (nullable): the member of @token that is not there
 * @format: what is wrong and what was expected
 */
void prn_reader_fail (PrnReader *reader, PrnError code, guint32 token, const char *member,
                      const char *format, ...) G_GNUC_PRINTF (5, 6);

/**
 * prn_reader_record:
 * @reader: a reader
 * @record: a table
 * @token: any value
 * @data: a struct of that table at its defaults, filled with what is good
 *
 * Reads an object.
 */
void prn_reader_record (PrnReader *reader, const PrnRecord *record, guint32 token, gpointer data);

/**
 * prn_reader_member:
 * @reader: a reader
 * @member: a row
 * @token: the value of that member
 * @data: the struct it belongs to
 *
 * Reads one member of an object.
 */
void prn_reader_member (PrnReader *reader, const PrnMember *member, guint32 token, gpointer data);

/**
 * prn_reader_list:
 * @reader: a reader
 * @member: a row whose type is a list
 * @token: the value of that member
 * @list: an empty list
 *
 * Reads the items of a list.
 */
void prn_reader_list (PrnReader *reader, const PrnMember *member, guint32 token, PrnList *list);

/**
 * prn_reader_expect:
 * @reader: a reader
 * @token: any value
 * @type: what it should be
 *
 * Returns: whether it is, after telling if not
 */
gboolean prn_reader_expect (PrnReader *reader, guint32 token, PrnJsonType type);

/**
 * prn_reader_dup_text:
 * @reader: a reader
 * @token: any value
 * @limit: the greatest number of bytes
 *
 * Returns: (transfer full) (nullable): the text, %NULL after telling that it is none
 */
char *prn_reader_dup_text (PrnReader *reader, guint32 token, gsize limit);

/**
 * prn_reader_duration:
 * @reader: a reader
 * @member: its row
 * @token: any value
 * @field: (out): the duration
 *
 * Returns: whether @field was set; if not, that was told
 */
gboolean prn_reader_duration (PrnReader *reader, const PrnMember *member, guint32 token,
                              PrnDuration *field);

G_END_DECLS
