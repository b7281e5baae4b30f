/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns serve as customer, event and time: given this file, these. */

#include "log-test.h"

static const struct {
  const char *what, *csv, *found;
} rows[] = {
  { "by name", "x,event,when,user\n1,a,1970-01-01,u\n", "user event when" },
  { "by the most telling name",
    "user,customer_id,status,event,date,timestamp\nu,c,s,e,1970-01-01,1970-01-02\n",
    "customer_id event timestamp" },
  { "by values", "p,q,r\nu,a,1970-01-01\nu,b,1970-01-02\nv,a,1970-01-03\n", "p q r" },
  { "an id without a telling name", "order_id,what,when\n1,a,1970-01-01\n1,b,1970-01-02\n",
    "order_id what when" },
  { "a customer's column that is empty", "customer,event,time\n,a,1970-01-01\n,b,1970-01-02\n",
    "customer event time" },
  { "an event's", "customer,event,time\nu,,1970-01-01\nv,,1970-01-02\n", "customer event time" },
  { "a time's", "customer,event,time\nu,a,\nv,b,\n", "customer event time" },
  { "a column that only ends like a time's", "customer,event,what\nu,a,\nv,b,\n",
    "customer event -" },
  { "all of them", "customer,event,time\n,,\n", "customer event time" },
  { "an empty one, and another that serves", "customer,order_id,event,time\n,1,a,1970-01-01\n",
    "order_id event time" },
  { "a column named for the event is no customer while an empty one is",
    "customer,name,action,date\n,u,a,1970-01-01\n,u,b,1970-01-02\n", "customer action date" },
  { "but it is where none is named", "name,action,date\nu,a,1970-01-01\nu,b,1970-01-02\n",
    "name action date" },
};

static void
test_roles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = prn_test_file (rows[i].csv, -1);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnLogGuess) guess = prn_log_guess (path, &(PrnLogOptions){ 0 }, &error);
    const char *names[4] = { 0 };
    g_autofree char *found = NULL;

    g_test_message ("%s", rows[i].what);
    g_assert_no_error (error);
    names[0] = guess->customer >= 0 ? guess->columns[guess->customer] : "-";
    names[1] = guess->event >= 0 ? guess->columns[guess->event] : "-";
    names[2] = guess->time >= 0 ? guess->columns[guess->time] : "-";
    found = g_strjoinv (" ", (char **) names);
    g_assert_cmpstr (found, ==, rows[i].found);
    prn_test_remove (path);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/roles", test_roles);
  return g_test_run ();
}
