# SPDX-License-Identifier: GPL-3.0-or-later

# What R's survival package says of data sets: Rscript survival.R DATA > ANSWERS
# DATA: set,time,cause with cause 0 for what is still open.
# ANSWERS: set,time,what,value with what one of surv, lower, upper (log-log) and, for each cause
# c, Fc and sc, its standard error.

suppressPackageStartupMessages(library(survival))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
say <- function(set, time, what, value) {
  for (i in seq_along(time))
    cat(sprintf("%d,%d,%s,%.17g\n", set, as.integer(time[i]), what, value[i]))
}

for (set in unique(data$set)) {
  one <- data[data$set == set, ]
  fit <- survfit(Surv(time, cause > 0) ~ 1, data = one, conf.type = "log-log")
  say(set, fit$time, "surv", fit$surv)
  say(set, fit$time, "lower", fit$lower)
  say(set, fit$time, "upper", fit$upper)

  fit <- survfit(Surv(time, factor(cause, 0:3)) ~ 1, data = one)
  for (cause in 1:3) {
    say(set, fit$time, paste0("F", cause), fit$pstate[, cause + 1])
    say(set, fit$time, paste0("s", cause), fit$std.err[, cause + 1])
  }
}
