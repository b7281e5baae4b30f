/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-data ROWS ordinary|shuffled|one-customer > LOG.csv
 *
 * Writes a customer log for build-aux/bench, the same bytes on every machine. Row i of a log
 * depends on i alone, and no two rows have the same time, so that the shuffled log holds the same
 * rows as the ordinary one and a replay of both must give the same report. There is a customer for
 * every ten rows, and their rows lie interleaved over the whole file; in `one-customer` all rows
 * are one customer's. */

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define START             INT64_C (1735689600)    /* 2025-01-01 00:00:00 UTC */
#define SPAN              (INT64_C (548) * 86400) /* about 18 months in seconds */
#define ROWS_PER_CUSTOMER 10
#define LONGEST_ROW       96

typedef struct {
  const char *text;
  unsigned weight; /* in parts of 1,000 */
} Choice;

static const Choice events[] = {
  { "page_view", 230 },  { "login", 170 },       { "feature", 180 },      { "download", 60 },
  { "sign_up", 60 },     { "trial", 50 },        { "webinar", 40 },       { "invite", 40 },
  { "pay_invoice", 60 }, { "upgrade_plan", 20 }, { "open_ticket", 30 },   { "complain", 10 },
  { "cancel", 10 },      { "refer_friend", 10 }, { "answer_survey", 10 }, { "heartbeat", 20 },
};

static const Choice plans[] = { { "free", 400 },
                                { "starter", 300 },
                                { "team", 200 },
                                { "business", 100 } };

static const Choice countries[] = {
  { "US", 400 }, { "DE", 150 }, { "GB", 150 }, { "FR", 100 },
  { "JP", 100 }, { "BR", 60 },  { "IN", 40 },
};

/* The finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
 * generators"): every bit of the result depends on every bit of @x. */
static uint64_t
mix (uint64_t x)
{
  x += UINT64_C (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static const char *
choose (const Choice *choices, uint64_t random)
{
  unsigned left = (unsigned)(random % 1000);

  while (left >= choices->weight) {
    left -= choices->weight;
    choices++;
  }
  return choices->text;
}

static char *
put_number (char *at, uint64_t number, int digits)
{
  for (int i = digits - 1; i >= 0; i--) {
    at[i] = (char)('0' + number % 10);
    number /= 10;
  }
  return at + digits;
}

static char *
put_short_number (char *at, uint64_t number)
{
  int digits = 1;

  for (uint64_t left = number; left >= 10; left /= 10)
    digits++;
  return put_number (at, number, digits);
}

static char *
put_text (char *at, const char *text)
{
  size_t length = strlen (text);

  memcpy (at, text, length);
  return at + length;
}

/* Days since 1970 to a date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static char *
put_date (char *at, int64_t days)
{
  int64_t z = days + 719468;
  int64_t era = z / 146097;
  int64_t day_of_era = z - era * 146097;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted_month = (5 * day_of_year + 2) / 153;
  int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;

  at = put_number (at, (uint64_t)(year_of_era + era * 400 + (month <= 2)), 4);
  *at++ = '-';
  at = put_number (at, (uint64_t)month, 2);
  *at++ = '-';
  return put_number (at, (uint64_t)(day_of_year - (153 * shifted_month + 2) / 5 + 1), 2);
}

static char *
put_row (char *at, uint64_t row, uint64_t rows, uint64_t customers)
{
  uint64_t random = mix (row);
  uint64_t customer = random % customers;
  uint64_t habits = mix (~customer);
  int64_t time = START + (int64_t)((double)row / (double)rows * (double)SPAN);
  int64_t second = time % 86400;
  uint64_t cents = mix (random) % 20000;

  *at++ = 'c';
  at = put_short_number (at, customer);
  *at++ = ',';
  at = put_text (at, choose (events, random >> 32));
  *at++ = ',';
  at = put_date (at, time / 86400);
  *at++ = ' ';
  at = put_number (at, (uint64_t)second / 3600, 2);
  *at++ = ':';
  at = put_number (at, (uint64_t)second / 60 % 60, 2);
  *at++ = ':';
  at = put_number (at, (uint64_t)second % 60, 2);
  *at++ = ',';
  at = put_text (at, choose (plans, habits));
  *at++ = ',';
  at = put_text (at, choose (countries, habits >> 32));
  *at++ = ',';
  at = put_short_number (at, cents / 100);
  *at++ = '.';
  at = put_number (at, cents % 100, 2);
  *at++ = '\n';
  return at;
}

/* Fisher and Yates; NULL when there is no memory. */
static uint32_t *
shuffled (uint64_t n)
{
  uint32_t *order = malloc (n * sizeof *order);

  for (uint64_t i = 0; order != NULL && i < n; i++) {
    uint64_t j = mix (i ^ UINT64_C (0x5eed)) % (i + 1);

    order[i] = order[j];
    order[j] = (uint32_t)i;
  }
  return order;
}

int
main (int argc, char **argv)
{
  static char buffer[1 << 20];
  char *at = buffer;
  uint64_t rows = argc == 3 ? strtoull (argv[1], NULL, 10) : 0;
  uint32_t *order = NULL;
  uint64_t customers;

  if (rows == 0 || rows > 40000000) {
    fputs ("usage: bench-data ROWS ordinary|shuffled|one-customer\n", stderr);
    return 2;
  }
  customers = strcmp (argv[2], "one-customer") == 0
                  ? 1
                  : (rows + ROWS_PER_CUSTOMER - 1) / ROWS_PER_CUSTOMER;
  if (strcmp (argv[2], "shuffled") == 0 && (order = shuffled (rows)) == NULL) {
    fputs ("bench-data: not enough memory\n", stderr);
    return 1;
  }

  at = put_text (at, "customer_id,event,timestamp,plan,country,amount\n");
  for (uint64_t i = 0; i < rows; i++) {
    if (at > buffer + sizeof buffer - LONGEST_ROW) {
      fwrite (buffer, 1, (size_t)(at - buffer), stdout);
      at = buffer;
    }
    at = put_row (at, order != NULL ? order[i] : i, rows, customers);
  }
  fwrite (buffer, 1, (size_t)(at - buffer), stdout);
  free (order);
  if (fflush (stdout) != 0 || ferror (stdout)) {
    perror ("bench-data");
    return 1;
  }
  return 0;
}
