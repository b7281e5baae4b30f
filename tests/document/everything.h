/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A map that has one of everything, and for every member of the format a value that is not there:
 * what edits and the inspector are tried on. */

static const char everything[] =
    "{\"format\": \"perennial-map\", \"version\": 1, \"title\": \"All\","
    "\"phases\": [{\"id\": \"sales\", \"name\": \"Sales\"}],"
    "\"stages\": [{\"id\": \"lead\", \"name\": \"Lead\", \"role\": \"entry\","
    "  \"enter\": {\"event\": \"ping\"}, \"channels\": [\"mail\", \"web\", \"call\"],"
    "  \"later\": 1},"
    "  {\"id\": \"won\", \"name\": \"Won\", \"role\": \"goal\"}],"
    "\"events\": [{\"id\": \"ping\", \"name\": \"Ping\","
    "  \"match\": {\"where\": [{\"column\": \"plan\", \"op\": \"in\", \"value\": [\"a\", 2]}]}},"
    "  {\"id\": \"pong\", \"name\": \"Pong\"}],"
    "\"triggers\": [{\"id\": \"wins\", \"name\": \"Wins\", \"from\": \"lead\", \"to\": \"won\","
    "  \"when\": {\"all\": [{\"event\": \"ping\"}, {\"inactive\": \"1w\"}, {\"dwell\": \"1d\"},"
    "    {\"score\": \"health\", \"below\": 5},"
    "    {\"attribute\": {\"column\": \"seats\", \"op\": \"at_least\", \"value\": 5}},"
    "    {\"segment\": \"big\"}, {\"any\": [{\"dwell\": \"2d\"}, {\"dwell\": \"3d\"}]}]},"
    "  \"delay\": {\"lognormal\": {\"median\": \"4d\", \"sigma\": 0.7}},"
    "  \"by_segment\": [{\"segment\": \"big\", \"share\": 0.5,"
    "    \"delay\": {\"uniform\": [\"1d\", \"2d\"]}}, {\"segment\": \"small\"}],"
    "  \"route\": [{\"x\": 1, \"y\": 2}]},"
    "  {\"id\": \"weib\", \"name\": \"Weib\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"weibull\": {\"scale\": \"4d\", \"shape\": 2}}},"
    "  {\"id\": \"tri\", \"name\": \"Tri\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"triangular\": [\"1d\", \"2d\", \"4d\"]}},"
    "  {\"id\": \"expo\", \"name\": \"Expo\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"exponential\": \"1d\"}},"
    "  {\"id\": \"fix\", \"name\": \"Fix\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"fixed\": \"1d\"}},"
    "  {\"id\": \"emp\", \"name\": \"Emp\", \"from\": \"*\", \"to\": \"won\","
    "  \"delay\": {\"empirical\": [\"1d\", \"2d\", \"4d\"]}}],"
    "\"scores\": [{\"id\": \"health\", \"name\": \"Health\","
    "  \"points\": [{\"event\": \"ping\", \"points\": 1}]}],"
    "\"segments\": [{\"id\": \"big\", \"name\": \"Big\","
    "  \"where\": [{\"column\": \"seats\", \"op\": \"is\", \"value\": 5}]},"
    "  {\"id\": \"small\", \"name\": \"Small\"}],"
    "\"targets\": [{\"id\": \"reach\", \"name\": \"Reach\", \"of\": \"won\", \"metric\": \"reach\","
    "  \"at_least\": 0.4}, {\"id\": \"fast\", \"name\": \"Fast\", \"of\": \"lead\","
    "  \"metric\": \"median_dwell\", \"at_most\": \"2w\"}],"
    "\"notes\": [{\"id\": \"memo\", \"text\": \"Why?\"}],"
    "\"frames\": [{\"id\": \"slide\", \"name\": \"Slide\"}],"
    "\"population\": {\"entries\": [{\"stage\": \"lead\", \"weight\": 1}],"
    "  \"segments\": [{\"segment\": \"big\", \"weight\": 0.2}]},"
    "\"scenarios\": [{\"id\": \"cheap\", \"name\": \"Cheap\","
    "  \"set\": [{\"of\": \"wins\", \"share\": 0.5}]}]}";

typedef struct {
  const char *id;
  const char *path;
  const char *json;
} Setting;

/* For every row of every table one value that is not there before. */
static const Setting settings[] = {
  { NULL, "title", "\"Another\"" },
  { NULL, "description", "\"Two\\nlines\"" },
  { NULL, "currency", "\"EUR\"" },
  { NULL, "population", "{\"customers\": 3}" },
  { NULL, "population.customers", "500" },
  { NULL, "population.horizon", "\"1y\"" },
  { NULL, "population.seed", "7" },
  { NULL, "population.arrivals", "\"3mo\"" },
  { NULL, "population.entries", "[]" },
  { NULL, "population.entries[0].stage", "\"won\"" },
  { NULL, "population.entries[0].weight", "0.5" },
  { NULL, "population.segments", "[]" },
  { NULL, "population.segments[0].segment", "\"small\"" },
  { NULL, "population.segments[0].weight", "0.9" },
  { NULL, "population.discount_per_year", "0.12" },
  { "sales", "name", "\"Selling\"" },
  { "sales", "description", "\"Of the team\"" },
  { "sales", "color", "\"#a0b1c2\"" },
  { "sales", "owner", "\"Ada\"" },
  { "lead", "name", "\"Prospect\"" },
  { "lead", "description", "\"New\"" },
  { "lead", "phase", "\"sales\"" },
  { "lead", "role", "\"exit\"" },
  { "lead", "enter", "{\"event\": \"pong\"}" },
  { "lead", "position", "{\"x\": 8, \"y\": 16}" },
  { "lead", "size", "{\"w\": 240, \"h\": 96}" },
  { "lead", "size.w", "320" },
  { "lead", "size.h", "64" },
  { "lead", "color", "\"red\"" },
  { "lead", "owner", "\"Bob\"" },
  { "lead", "goal", "\"Help\"" },
  { "lead", "channels", "[\"fax\"]" },
  { "lead", "channels[1]", "\"fair\"" },
  { "lead", "actions", "[\"Call\", \"Write\"]" },
  { "lead", "emotion", "-2" },
  { "lead", "cost", "12.5" },
  { "lead", "cost_per_month", "3" },
  { "lead", "revenue_per_month", "4" },
  { "ping", "name", "\"Knock\"" },
  { "ping", "description", "\"At the door\"" },
  { "ping", "stage", "\"won\"" },
  { "ping", "outcome", "\"negative\"" },
  { "ping", "channel", "\"web\"" },
  { "ping", "value_column", "\"amount\"" },
  { "ping", "match", "{\"names\": [\"p\"]}" },
  { "ping", "match.names", "[\"a\", \"b\"]" },
  { "ping", "match.where", "[]" },
  { "ping", "match.where[0].column", "\"tier\"" },
  { "ping", "match.where[0].op", "\"not_in\"" },
  { "ping", "match.where[0].value", "[\"x\"]" },
  { "ping", "match.where[0].value[1]", "\"2\"" },
  { "wins", "name", "\"Succeeds\"" },
  { "wins", "description", "\"At last\"" },
  { "wins", "from", "\"*\"" },
  { "wins", "to", "\"lead\"" },
  { "wins", "when", "{\"dwell\": \"2w\"}" },
  { "wins", "when.all", "[{\"dwell\": \"2w\"}]" },
  { "wins", "when.all[0].event", "\"pong\"" },
  { "wins", "when.all[0].count", "3" },
  { "wins", "when.all[0].within", "\"30d\"" },
  { "wins", "when.all[0].since", "\"ever\"" },
  { "wins", "when.all[1].inactive", "\"60d\"" },
  { "wins", "when.all[1].events", "[\"ping\", \"pong\"]" },
  { "wins", "when.all[2].dwell", "\"3d\"" },
  { "wins", "when.all[3].score", "\"health\"" },
  { "wins", "when.all[3].at_least", "60" },
  { "wins", "when.all[3].below", "6" },
  { "wins", "when.all[4].attribute", "{\"column\": \"c\", \"op\": \"exists\"}" },
  { "wins", "when.all[4].attribute.column", "\"places\"" },
  { "wins", "when.all[4].attribute.op", "\"contains\"" },
  { "wins", "when.all[4].attribute.value", "\"many\"" },
  { "wins", "when.all[5].segment", "\"small\"" },
  { "wins", "when.all[6].any", "[{\"dwell\": \"2w\"}]" },
  { "wins", "when.all[6].any[1].dwell", "\"4d\"" },
  { "wins", "when.all[6]", "{\"event\": \"pong\", \"count\": 2}" },
  { "wins", "share", "0.25" },
  { "wins", "delay", "{\"fixed\": \"2w\"}" },
  { "wins", "delay.lognormal", "{\"median\": \"2w\", \"sigma\": 0.5}" },
  { "wins", "delay.lognormal.median", "\"2w\"" },
  { "wins", "delay.lognormal.sigma", "1" },
  { "weib", "delay.weibull", "{\"scale\": \"2w\", \"shape\": 1}" },
  { "weib", "delay.weibull.scale", "\"2w\"" },
  { "weib", "delay.weibull.shape", "0.5" },
  { "tri", "delay.triangular", "[\"1h\", \"2h\", \"3h\"]" },
  { "tri", "delay.triangular[2]", "\"5d\"" },
  { "expo", "delay.exponential", "\"150d\"" },
  { "fix", "delay.fixed", "\"60d\"" },
  { "emp", "delay.empirical", "[\"1h\", \"2h\"]" },
  { "wins", "by_segment", "[]" },
  { "wins", "by_segment[1].segment", "\"small\"" },
  { "wins", "by_segment[1].share", "0.3" },
  { "wins", "by_segment[1].delay", "{\"exponential\": \"1d\"}" },
  { "wins", "by_segment[0].delay.uniform", "[\"1d\", \"3d\"]" },
  { "wins", "value", "49" },
  { "wins", "cost", "-1" },
  { "wins", "route", "[{\"x\": 3, \"y\": 4}, {\"x\": 5, \"y\": 6}]" },
  { "wins", "route[0].x", "10" },
  { "wins", "route[0].y", "20" },
  { "health", "name", "\"Lead score\"" },
  { "health", "start", "40" },
  { "health", "min", "-10" },
  { "health", "max", "200" },
  { "health", "half_life", "\"30d\"" },
  { "health", "rest", "10" },
  { "health", "points", "[]" },
  { "health", "points[0].event", "\"pong\"" },
  { "health", "points[0].points", "-5" },
  { "big", "name", "\"Large\"" },
  { "big", "description", "\"Five seats\"" },
  { "big", "color", "\"green\"" },
  { "big", "where", "[]" },
  { "big", "where[0].value", "\"5\"" },
  { "big", "ideal", "true" },
  { "reach", "name", "\"Reached\"" },
  { "reach", "of", "\"lead\"" },
  { "reach", "metric", "\"now\"" },
  { "reach", "within", "\"30d\"" },
  { "reach", "at_least", "0.6" },
  { "reach", "at_most", "0.9" },
  { "reach", "segment", "\"big\"" },
  { "fast", "at_least", "\"1d\"" },
  { "fast", "at_most", "\"3w\"" },
  { "memo", "text", "\"Because\"" },
  { "memo", "position", "{\"x\": 1, \"y\": 1}" },
  { "memo", "size", "{\"w\": 100, \"h\": 100}" },
  { "memo", "color", "\"blue\"" },
  { "memo", "author", "\"Eve\"" },
  { "memo", "votes", "3" },
  { "memo", "about", "\"wins\"" },
  { "slide", "name", "\"First\"" },
  { "slide", "position", "{\"x\": 1, \"y\": 1}" },
  { "slide", "size", "{\"w\": 100, \"h\": 100}" },
  { "cheap", "name", "\"Dear\"" },
  { "cheap", "description", "\"Costs more\"" },
  { "cheap", "set", "[]" },
  { "cheap", "set[0].of", "\"population\"" },
  { "cheap", "set[0].share", "0.1" },
  { "cheap", "set[0].delay", "{\"fixed\": \"2d\"}" },
  { "cheap", "set[0].value", "3" },
  { "cheap", "set[0].cost", "4" },
  { "cheap", "set[0].cost_per_month", "5" },
  { "cheap", "set[0].revenue_per_month", "6" },
  { "cheap", "set[0].customers", "7" },
  { "cheap", "set[0].horizon", "\"1y\"" },
  { "cheap", "set[0].seed", "8" },
  { "cheap", "set[0].arrivals", "\"1mo\"" },
  { "cheap", "set[0].entries", "[{\"stage\": \"lead\", \"weight\": 1}]" },
  { "cheap", "set[0].segments", "[{\"segment\": \"big\", \"weight\": 1}]" },
  { "cheap", "set[0].discount_per_year", "0.1" },
};
