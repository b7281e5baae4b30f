/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-element.h"

G_BEGIN_DECLS

/* What a map is made of, as tables: one per kind of element and per record inside of them, one row
 * per member. Reader, writer, copier, checker, difference, inspector and the test of the JSON
 * Schema walk them; adding a member to the format is adding a row.
 *
 * A record that is one of several kinds (a condition, a filter, a distribution, a target) has
 * rows that apply to some kinds only: its variants. */

#define PRN_LIMIT_ID 64
#define PRN_LIMIT_NAME 4096
#define PRN_LIMIT_TEXT 65536
#define PRN_LIMIT_ELEMENTS 100000

/**
 * PrnMemberType:
 * @PRN_MEMBER_CONSTANT: a text that must be @word; not kept
 * @PRN_MEMBER_ID: `char *`, an id
 * @PRN_MEMBER_TEXT: `char *`, "" by default
 * @PRN_MEMBER_COLOR: `char *`, `#rrggbb`, a palette name or ""
 * @PRN_MEMBER_CURRENCY: `char *`, three capital letters
 * @PRN_MEMBER_REFERENCE: `char *`, the id of an element, or @word; %NULL by default
 * @PRN_MEMBER_CHOICE: an enumeration
 * @PRN_MEMBER_FLAG: `gboolean`
 * @PRN_MEMBER_INTEGER: `gint64`
 * @PRN_MEMBER_NUMBER: `double`
 * @PRN_MEMBER_DURATION: #PrnDuration
 * @PRN_MEMBER_ONE_DURATION: a list of #PrnDuration with one item, in the file a duration
 * @PRN_MEMBER_DURATIONS: a list of #PrnDuration that never get shorter
 * @PRN_MEMBER_TEXTS: #PrnTexts
 * @PRN_MEMBER_REFERENCES: #PrnTexts, ids
 * @PRN_MEMBER_ONE_VALUE: a list of #PrnValue with one item, in the file a text or a number
 * @PRN_MEMBER_VALUES: a list of #PrnValue
 * @PRN_MEMBER_RECORD: a struct described by @record
 * @PRN_MEMBER_PART: members that stand in an object of their own in the file, but in memory beside
 *   the others
 * @PRN_MEMBER_RECORD_POINTER: a pointer to such a struct, %NULL by default
 * @PRN_MEMBER_RECORDS: a list of such structs
 * @PRN_MEMBER_ELEMENTS: a list of elements of @kind; in a map only
 */
typedef enum {
  PRN_MEMBER_CONSTANT,
  PRN_MEMBER_ID,
  PRN_MEMBER_TEXT,
  PRN_MEMBER_COLOR,
  PRN_MEMBER_CURRENCY,
  PRN_MEMBER_REFERENCE,
  PRN_MEMBER_CHOICE,
  PRN_MEMBER_FLAG,
  PRN_MEMBER_INTEGER,
  PRN_MEMBER_NUMBER,
  PRN_MEMBER_DURATION,
  PRN_MEMBER_ONE_DURATION,
  PRN_MEMBER_DURATIONS,
  PRN_MEMBER_TEXTS,
  PRN_MEMBER_REFERENCES,
  PRN_MEMBER_ONE_VALUE,
  PRN_MEMBER_VALUES,
  PRN_MEMBER_RECORD,
  PRN_MEMBER_PART,
  PRN_MEMBER_RECORD_POINTER,
  PRN_MEMBER_RECORDS,
  PRN_MEMBER_ELEMENTS,
} PrnMemberType;

/**
 * PrnMemberFlags:
 * @PRN_MEMBER_REQUIRED: must be there, and is always written
 * @PRN_MEMBER_SELECTS: being there makes the record the (only) variant the row applies to
 * @PRN_MEMBER_ONE_OF: exactly one of the rows with this flag that apply must be there
 * @PRN_MEMBER_ABOVE_MINIMUM: @minimum itself is out of range
 * @PRN_MEMBER_HAS_FLAG: @flag_offset counts
 */
typedef enum {
  PRN_MEMBER_REQUIRED = 1 << 0,
  PRN_MEMBER_SELECTS = 1 << 1,
  PRN_MEMBER_ONE_OF = 1 << 2,
  PRN_MEMBER_ABOVE_MINIMUM = 1 << 3,
  PRN_MEMBER_HAS_FLAG = 1 << 4,
} PrnMemberFlags;

/* How a member is shown and edited. */
typedef enum {
  PRN_SHOWN_PLAIN,     /* as its type says: a line, a number, a menu */
  PRN_SHOWN_PARAGRAPH, /* a text of several lines */
  PRN_SHOWN_MONEY,     /* a number in the map's currency */
  PRN_SHOWN_PERCENT,   /* a number of which 1 is all */
  PRN_SHOWN_NOT,       /* edited on the canvas, or not at all */
} PrnShown;

typedef struct _PrnRecord PrnRecord;

/**
 * PrnMember:
 * @name: what it is called in a file
 * @label: what it is called on the screen, to be translated; %NULL where nobody sees it
 * @offset: where it is in the struct
 * @flag_offset: where a `gboolean` is that says whether this row was given
 * @flag_value: what that is when it was
 * @initial: the default: a number, a choice, a length in microseconds; NaN or -1: none
 * @initial_offset: where the number is that is the default instead of @initial; 0: none
 * @initial_text: the default of a text where it is not ""
 * @minimum: the least number
 * @maximum: the greatest number
 * @least: the least number of items
 * @limit: the greatest number of bytes of a text
 * @choices: (array zero-terminated=1): what a choice is called, in the order of the enumeration
 * @references: the kinds an id may name, a bit for each
 * @word: what a reference may be besides an id, or a constant must be
 * @variants: the variants of the record that the row applies to, a bit for each; 0: all
 * @shares: the variants for which a plain number is shown in percent, a bit for each
 * @accepts: record pointer: the variants that may stand here, a bit for each; 0: all
 *
 * One member of an object in a map file.
 */
typedef struct {
  const char *name;
  const char *label;
  PrnMemberType type;
  PrnMemberFlags flags;
  PrnShown shown;
  gsize offset;
  gsize flag_offset;
  gboolean flag_value;
  double initial;
  gsize initial_offset;
  const char *initial_text;
  double minimum;
  double maximum;
  guint least;
  gsize limit;
  const char *const *choices;
  guint references;
  const char *word;
  guint variants;
  guint shares;
  guint accepts;
  const PrnRecord *record;
  PrnKind kind;
} PrnMember;

/**
 * PrnRecord:
 * @name: what it is called in a message: `a stage`
 * @size: of the struct
 * @extra_offset: where its #PrnExtra pointer is
 * @has_variants: whether it comes in several kinds
 * @variant_offset: where the enumeration is that says which one it is
 * @variant_member: (nullable): the member that states the variant; %NULL when a member selects it
 *   by being there
 * @members: the rows in the order in which they are written
 * @n_members: how many, at most 32
 *
 * One kind of object in a map file.
 */
struct _PrnRecord {
  const char *name;
  gsize size;
  gsize extra_offset;
  gboolean has_variants;
  gsize variant_offset;
  const char *variant_member;
  const PrnMember *members;
  guint n_members;
};

extern const PrnRecord prn_map_record;
extern const PrnRecord prn_point_record;
extern const PrnRecord prn_size_record;
extern const PrnRecord prn_filter_record;
extern const PrnRecord prn_match_record;
extern const PrnRecord prn_condition_record;
extern const PrnRecord prn_distribution_record;
extern const PrnRecord prn_by_segment_record;
extern const PrnRecord prn_points_record;
extern const PrnRecord prn_stage_weight_record;
extern const PrnRecord prn_segment_weight_record;
extern const PrnRecord prn_population_record;
extern const PrnRecord prn_override_record;

/* The palette of `color`, zero-terminated. */
extern const char *const prn_color_names[];

/**
 * prn_record_of_kind:
 * @kind: a kind of element
 *
 * Returns: (transfer none): its table
 */
const PrnRecord *prn_record_of_kind (PrnKind kind);

/**
 * prn_kind_name:
 * @kind: a kind of element
 *
 * Returns: (transfer none): `stage`
 */
const char *prn_kind_name (PrnKind kind);

/**
 * prn_kind_list_name:
 * @kind: a kind of element
 *
 * Returns: (transfer none): the member of a map that lists them: `stages`
 */
const char *prn_kind_list_name (PrnKind kind);

/**
 * prn_record_find_member:
 * @record: a table
 * @name: a member's name
 *
 * Returns: (nullable): the first row of that name
 */
const PrnMember *prn_record_find_member (const PrnRecord *record, const char *name);

/**
 * prn_member_applies:
 * @member: a row
 * @record: its table
 * @data: a struct of that table
 *
 * Returns: whether the member means something in a record of this variant
 */
static inline gboolean
prn_member_applies (const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  guint variant;

  if (member->variants == 0)
    return TRUE;
  variant = *(const guint *) G_STRUCT_MEMBER_P (data, record->variant_offset);
  return (member->variants & (1u << variant)) != 0;
}

/**
 * prn_member_shown:
 * @member: a row
 * @record: (nullable): its table
 * @data: (nullable): a struct of that table
 *
 * Returns: how the member is shown in a record of this variant
 */
static inline PrnShown
prn_member_shown (const PrnMember *member, const PrnRecord *record, gconstpointer data)
{
  guint variant;

  if (member->shares == 0 || data == NULL)
    return member->shown;
  variant = *(const guint *) G_STRUCT_MEMBER_P (data, record->variant_offset);
  return member->shares & (1u << variant) ? PRN_SHOWN_PERCENT : member->shown;
}

/* A list of any type, as PRN_LIST() lays it out. */
typedef struct {
  guint n;
  gpointer items;
} PrnList;

/**
 * prn_record_init:
 * @record: a table
 * @data: a struct of that table, all bytes zero
 *
 * Sets every member to its default; a record that only some variants have stays all zero.
 */
void prn_record_init (const PrnRecord *record, gpointer data);

/**
 * prn_record_clear:
 * @record: a table
 * @data: a struct of that table
 *
 * Frees what the struct owns, not the struct.
 */
void prn_record_clear (const PrnRecord *record, gpointer data);

/**
 * prn_record_copy:
 * @record: a table
 * @data: (out caller-allocated): a struct of that table, not yet set
 * @source: what to copy
 *
 * Makes a deep copy. The elements of a map are shared.
 */
void prn_record_copy (const PrnRecord *record, gpointer data, gconstpointer source);

/**
 * prn_record_new_copy:
 * @record: a table
 * @source: (nullable): what to copy
 *
 * Returns: (transfer full): a deep copy on the heap, to be freed with prn_record_free()
 */
gpointer prn_record_new_copy (const PrnRecord *record, gconstpointer source);

/**
 * prn_record_free:
 * @record: a table
 * @data: (nullable) (transfer full): a struct of that table
 */
void prn_record_free (const PrnRecord *record, gpointer data);

/**
 * prn_member_clear:
 * @member: a row, not of a part
 * @data: a struct of its table
 *
 * Frees what one member owns and sets all of its bits to zero: an empty list, no text at all.
 */
void prn_member_clear (const PrnMember *member, gpointer data);

/**
 * prn_member_assign:
 * @member: a row, not of a part
 * @data: a struct of its table
 * @source: another
 *
 * Gives @data a deep copy of what @source says in one member, and whether it says it at all.
 */
void prn_member_assign (const PrnMember *member, gpointer data, gconstpointer source);

/**
 * prn_member_assign_as:
 * @member: a row, not of a part
 * @data: a struct of its table
 * @source_member: a row of another table that is of the same type
 * @source: a struct of that table
 *
 * Gives @data a deep copy of what @source says in a member of its own.
 */
void prn_member_assign_as (const PrnMember *member, gpointer data, const PrnMember *source_member,
                           gconstpointer source);

/**
 * prn_list_resize:
 * @list: a list of structs of @record
 * @record: its table
 * @n: how many items it shall have
 *
 * Clears items at the end, or adds new ones with every member at its default.
 */
void prn_list_resize (PrnList *list, const PrnRecord *record, guint n);

G_END_DECLS
