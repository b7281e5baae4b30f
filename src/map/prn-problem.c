/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-check.h"

PrnProblem *
prn_problem_new (PrnSeverity severity,
                 PrnProblemCode code,
                 const char *place,
                 const char *id,
                 const char *format,
                 ...)
{
  PrnProblem *problem = g_new0 (PrnProblem, 1);
  va_list arguments;

  problem->severity = severity;
  problem->code = code;
  problem->place = g_strdup (place);
  problem->id = g_strdup (id);
  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return problem;
}

PrnProblem *
prn_problem_new_from_error (const GError *error)
{
  const char *colon = strstr (error->message, ": ");
  g_autofree char *place = NULL;

  if (colon == NULL)
    return prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, "", NULL, "%s",
                            error->message);
  place = g_strndup (error->message, (gsize) (colon - error->message));
  return prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, place, NULL, "%s", colon + 2);
}

void
prn_problem_free (PrnProblem *problem)
{
  g_free (problem->place);
  g_free (problem->id);
  g_free (problem->message);
  g_free (problem);
}
