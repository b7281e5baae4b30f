/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-roles.h"

#include <glib/gi18n-lib.h>

/* The usual names, the most telling first; compared without case, spaces and signs. `*` before a
 * name is any beginning. */
static const char *const customer_names[] = {
  "caseconceptname", "customerid", "customer", "custid", "clientid", "client", "userid",
  "useruuid", "uid", "user", "userpseudoid", "distinctid", "visitorid", "accountid", "account",
  "memberid", "member", "subscriberid", "subscriber", "contactid", "contact", "leadid", "lead",
  "patientid", "patient", "personid", "person", "profileid", "playerid", "buyerid", "shopperid",
  "studentid", "employeeid", "anonymousid", "deviceid", "caseid", "case", "traceid", "trace",
  "cookieid", "orgid", "organizationid", "companyid", "company", "email", "useremail",
  "customeremail", "sessionid", "*customerid", "*userid", "*clientid", "*accountid", "*caseid",
  "entityid", "kunde", "kundenid", "kundennr", "kundennummer", "cliente", "usuario", NULL,
};

static const char *const event_names[] = {
  "conceptname", "event", "eventname", "activity", "activityname", "action", "actionname",
  "eventtype", "activitytype", "actiontype", "task", "taskname", "step", "stepname", "operation",
  "milestone", "handling", "treatment", "eventlabel", "eventcategory", "verb", "transition",
  "status", "newstatus", "state", "stage", "type", "page", "screen", "screenname", "pagename",
  "message", "name", "*eventname", "*event", "*activity", "*action", "*status", "aktion",
  "ereignis", "aktivität", "evento", "événement", NULL,
};

static const char *const time_names[] = {
  "timetimestamp", "timestamp", "eventtimestamp", "eventtime", "eventdate", "eventdatetime",
  "occurredat", "createdat", "time", "datetime", "date", "ts", "eventts", "completetimestamp",
  "endtime", "endtimestamp", "enddate", "completedat", "completetime", "finishedat",
  "triggeredat", "sentat", "receivedat", "loggedat", "clienteventtime", "servertime",
  "originaltimestamp", "starttime", "starttimestamp", "startedat", "startdate", "activitytime",
  "activitydate", "orderdate", "createdon", "creationdate", "createddate", "created", "updatedat",
  "visittime", "transactiondate", "purchasedate", "*timestamp", "*datetime", "*time", "*date",
  "*at", "*ts", "datum", "zeit", "zeitpunkt", "zeitstempel", "fecha", "horodatage", NULL,
};

static const char *const *const role_names[PRN_N_ROLES] = { customer_names, event_names,
                                                            time_names };

static char *
simplify (const char *header)
{
  GString *name = g_string_new (NULL);

  for (const char *at = header; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || (guint8) *at >= 0x80)
      g_string_append_c (name, g_ascii_tolower (*at));
  return g_string_free (name, FALSE);
}

/* How telling a name is for a role: 0 is the most, -1 not at all. */
static int
rank_name (const char *header, PrnLogRole role)
{
  g_autofree char *name = simplify (header);
  const char *const *names = role_names[role];

  for (int i = 0; names[i] != NULL; i++)
    if (names[i][0] == '*' ? g_str_has_suffix (name, names[i] + 1) : g_str_equal (name, names[i]))
      return i;
  return -1;
}

gboolean
prn_log_is_role_name (const char *header)
{
  for (guint role = 0; role < PRN_N_ROLES; role++) {
    g_autofree char *name = simplify (header);
    const char *const *names = role_names[role];

    for (guint i = 0; names[i] != NULL; i++)
      if (names[i][0] != '*' && g_str_equal (name, names[i]))
        return TRUE;
  }
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  char *end;

  if (!g_ascii_isdigit (text[0]) && text[0] != '-' && text[0] != '.')
    return FALSE;
  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static void
clear_facts (gpointer data)
{
  PrnLogColumnFacts *facts = data;

  prn_time_sample_clear (&facts->time);
}

GArray *
prn_log_column_facts (const PrnLogSample *sample,
                      gboolean has_header,
                      char *const *columns,
                      guint n_columns)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (PrnLogColumnFacts));

  g_array_set_clear_func (all, clear_facts);
  g_array_set_size (all, n_columns);
  for (guint c = 0; c < n_columns; c++) {
    g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);
    PrnLogColumnFacts *facts = &g_array_index (all, PrnLogColumnFacts, c);

    facts->name = columns[c];
    for (guint i = has_header ? 1 : 0; i < sample->rows->len; i++) {
      guint n;
      char **cells = prn_log_sample_row (sample, i, &n);

      if (n != n_columns || cells[c][0] == '\0')
        continue;
      facts->n_values++;
      facts->n_numbers += is_number (cells[c]);
      g_hash_table_add (distinct, cells[c]);
      prn_time_sample_add (&facts->time, cells[c], strlen (cells[c]));
    }
    facts->n_distinct = g_hash_table_size (distinct);
  }
  return all;
}

/* Whether the values are times; numbers count only from 1973 on, for a small one can be anything.
 */
static gboolean
looks_like_time (const PrnLogColumnFacts *facts)
{
  double share;
  PrnTimeKind kind = prn_time_sample_kind (&facts->time, &share);

  if (facts->n_values == 0 || share < 0.5)
    return FALSE;
  return kind < PRN_TIME_EPOCH_S || facts->time.largest >= 1e8;
}

/* Times that are written as such, not as bare numbers. */
static gboolean
looks_like_date (const PrnLogColumnFacts *facts)
{
  return looks_like_time (facts) && facts->n_numbers * 2 < facts->n_values;
}

static gboolean
fits_role (const PrnLogColumnFacts *facts, PrnLogRole role, guint n_rows)
{
  if (facts->n_values * 2 < n_rows || facts->n_values == 0)
    return FALSE;
  switch (role) {
  case PRN_ROLE_TIME:
    return looks_like_time (facts);
  case PRN_ROLE_CUSTOMER:
    return !looks_like_date (facts);
  case PRN_ROLE_EVENT:
    /* An event's name comes again, and is a word. */
    return !looks_like_time (facts) && facts->n_numbers * 2 < facts->n_values &&
           (facts->n_values < 20 || facts->n_distinct * 10 <= facts->n_values * 9);
  case PRN_N_ROLES:
  default:
    return FALSE;
  }
}

static gboolean
is_taken (const int *roles, guint column)
{
  for (guint role = 0; role < PRN_N_ROLES; role++)
    if (roles[role] == (int) column)
      return TRUE;
  return FALSE;
}

/* A column named for a role may be mostly empty, hold numbers, or times that mostly cannot be read,
 * where no other is better; of a file without rows only the names tell. */
static gboolean
barely_fits_role (const PrnLogColumnFacts *facts, PrnLogRole role, guint n_rows)
{
  double share;

  if (facts->n_values == 0)
    return n_rows == 0;
  if (role != PRN_ROLE_TIME)
    return !looks_like_date (facts);
  return prn_time_sample_kind (&facts->time, &share) < PRN_TIME_EPOCH_S ? share > 0
                                                                        : looks_like_time (facts);
}

static int
find_by_name (GArray *facts, guint n_rows, PrnLogRole role, const int *roles, gboolean strict)
{
  int best = -1, best_rank = G_MAXINT;

  for (guint c = 0; c < facts->len; c++) {
    const PrnLogColumnFacts *column = &g_array_index (facts, PrnLogColumnFacts, c);
    int rank = rank_name (column->name, role);

    if (rank < 0 || rank >= best_rank || is_taken (roles, c))
      continue;
    if (strict ? fits_role (column, role, n_rows) : barely_fits_role (column, role, n_rows)) {
      best = (int) c;
      best_rank = rank;
    }
  }
  return best;
}

/* How many ids a column holds, if it holds ids: they come again, but for those of a few rows. */
static guint
could_be_id (const PrnLogColumnFacts *facts)
{
  if (facts->n_distinct < facts->n_values)
    return facts->n_distinct;
  return facts->n_values < 20 ? 1 : 0;
}

/* Without a telling name: times are times; ids are many and come again; events are few. */
static int
find_by_values (GArray *facts, guint n_rows, PrnLogRole role, const int *roles)
{
  int best = -1;
  guint best_distinct = 0;

  for (guint c = 0; c < facts->len; c++) {
    const PrnLogColumnFacts *column = &g_array_index (facts, PrnLogColumnFacts, c);
    gboolean better;

    if (is_taken (roles, c) || !fits_role (column, role, n_rows))
      continue;
    if (role == PRN_ROLE_TIME)
      better = best < 0;
    else if (role == PRN_ROLE_CUSTOMER)
      better = !looks_like_time (column) && could_be_id (column) > best_distinct;
    else
      better = (column->n_distinct > 1 || n_rows < 20) &&
               (best < 0 || column->n_distinct < best_distinct);
    if (better) {
      best = (int) c;
      best_distinct = role == PRN_ROLE_CUSTOMER ? could_be_id (column) : column->n_distinct;
    }
  }
  return best;
}

/* A column whose name says that it identifies something: `order_id`, but no row by row number. */
static int
find_id (GArray *facts, guint n_rows, const int *roles)
{
  for (guint c = 0; c < facts->len; c++) {
    const PrnLogColumnFacts *column = &g_array_index (facts, PrnLogColumnFacts, c);
    g_autofree char *name = simplify (column->name);

    if (g_str_has_suffix (name, "id") && !is_taken (roles, c) &&
        fits_role (column, PRN_ROLE_CUSTOMER, n_rows) &&
        (column->n_distinct < column->n_values || column->n_values < 20))
      return (int) c;
  }
  return -1;
}

/* A column that is empty, but named for the role in full. */
static int
find_empty (GArray *facts, PrnLogRole role, const int *roles)
{
  int best = -1, best_rank = G_MAXINT;

  for (guint c = 0; c < facts->len; c++) {
    const PrnLogColumnFacts *column = &g_array_index (facts, PrnLogColumnFacts, c);
    int rank = rank_name (column->name, role);

    if (column->n_values == 0 && rank >= 0 && rank < best_rank && !is_taken (roles, c) &&
        prn_log_is_role_name (column->name)) {
      best = (int) c;
      best_rank = rank;
    }
  }
  return best;
}

static gboolean
is_named_otherwise (const PrnLogColumnFacts *column, PrnLogRole role)
{
  return rank_name (column->name, role) < 0 && prn_log_is_role_name (column->name);
}

/* What serves where no name tells. A column named for another role does so only if none that is
 * named for this one is there, be it empty: then it is the rows that have none. */
static int
find_nameless (GArray *facts, guint n_rows, PrnLogRole role, gboolean has_header, const int *roles)
{
  int found = role == PRN_ROLE_CUSTOMER && has_header ? find_id (facts, n_rows, roles) : -1;
  int empty;

  if (found < 0)
    found = find_by_values (facts, n_rows, role, roles);
  if (!has_header ||
      (found >= 0 && !is_named_otherwise (&g_array_index (facts, PrnLogColumnFacts, found), role)))
    return found;
  empty = find_empty (facts, role, roles);
  return empty >= 0 ? empty : found;
}

static void
note_other_times (GArray *facts, guint n_rows, int time, GPtrArray *notes)
{
  const PrnLogColumnFacts *taken = &g_array_index (facts, PrnLogColumnFacts, time);

  for (guint c = 0; c < facts->len; c++) {
    const PrnLogColumnFacts *column = &g_array_index (facts, PrnLogColumnFacts, c);

    if ((int) c != time && rank_name (column->name, PRN_ROLE_TIME) >= 0 &&
        fits_role (column, PRN_ROLE_TIME, n_rows))
      g_ptr_array_add (notes,
                       g_strdup_printf (_ ("Column \"%s\" holds times too; \"%s\" is taken."),
                                        column->name, taken->name));
  }
}

void
prn_log_guess_roles (GArray *facts, guint n_rows, gboolean has_header, int *roles, GPtrArray *notes)
{
  static const PrnLogRole order[] = { PRN_ROLE_TIME, PRN_ROLE_CUSTOMER, PRN_ROLE_EVENT };
  static const char *const words[] = { N_ ("customer"), N_ ("event"), N_ ("time") };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    PrnLogRole role = order[i];

    if (roles[role] >= 0)
      continue;
    if (has_header)
      roles[role] = find_by_name (facts, n_rows, role, roles, TRUE);
    if (roles[role] < 0 && has_header)
      roles[role] = find_by_name (facts, n_rows, role, roles, FALSE);
    if (roles[role] >= 0) {
      if (role == PRN_ROLE_TIME)
        note_other_times (facts, n_rows, roles[role], notes);
      continue;
    }
    roles[role] = find_nameless (facts, n_rows, role, has_header, roles);
    if (roles[role] >= 0 && g_array_index (facts, PrnLogColumnFacts, roles[role]).n_values > 0)
      g_ptr_array_add (
          notes, g_strdup_printf (
                     _ ("Column \"%s\" is taken for the %s by its values; its name does not tell."),
                     g_array_index (facts, PrnLogColumnFacts, roles[role]).name, _ (words[role])));
  }
}
