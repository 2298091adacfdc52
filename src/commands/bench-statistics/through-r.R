# Times one estimation on the columns of a file, the first repetition included.
# usage: Rscript through-r.R FILE SUBJECTS NAME DAY RUNS PATIENCE
# FILE holds doubles, column after column: continuous, days, cause, event, group, five covariates.
suppressMessages(library(survival))
arguments <- commandArgs(TRUE)
n <- as.numeric(arguments[2])
name <- arguments[3]
day <- as.numeric(arguments[4])
columns <- matrix(readBin(arguments[1], "double", 10 * n), n)
time <- if (grepl("days", name)) columns[, 2] else columns[, 1]
cause <- columns[, 3]
event <- columns[, 4]
group <- columns[, 5]
x <- columns[, 6:10]
both <- function(estimate, error) as.vector(rbind(estimate, error))

if (grepl("kaplan", name)) {
  estimate <- function() survfit(Surv(time, event) ~ group)
  answers <- function(fit) { at <- summary(fit, times = day); both(at$surv, at$lower) }
} else if (grepl("log-rank", name)) {
  estimate <- function() survdiff(Surv(time, event) ~ group)
  answers <- function(fit) fit$chisq
} else if (grepl("cox", name)) {
  estimate <- function() coxph(Surv(time, event) ~ x)
  answers <- function(fit) both(coef(fit), sqrt(diag(vcov(fit))))
} else if (grepl("aalen", name)) {
  state <- factor(cause, 0:2)
  estimate <- function() survfit(Surv(time, state) ~ group)
  answers <- function(fit) {
    at <- summary(fit, times = day)
    as.vector(t(cbind(at$pstate[, 2], at$std.err[, 2], at$pstate[, 3], at$std.err[, 3])))
  }
} else {
  suppressMessages(library(cmprsk))
  estimate <- function() crr(time, cause, x)
  answers <- function(fit) both(fit$coef, sqrt(diag(fit$var)))
}

seconds <- c()
processor <- c()
while (length(seconds) < as.numeric(arguments[5]) && sum(seconds) < as.numeric(arguments[6])) {
  gc()
  took <- system.time(fit <- estimate())
  seconds <- c(seconds, took[["elapsed"]])
  processor <- c(processor, took[["user.self"]] + took[["sys.self"]])
}
cat(sprintf('{"seconds":[%s],"processor":[%s],"answers":[%s],"versions":{"R":"%s","survival":"%s"%s}}\n',
  paste(format(seconds, digits = 15, trim = TRUE), collapse = ","),
  paste(format(processor, digits = 15, trim = TRUE), collapse = ","),
  paste(sprintf("%.17g", answers(fit)), collapse = ","),
  as.character(getRversion()), as.character(packageVersion("survival")),
  if ("cmprsk" %in% loadedNamespaces()) sprintf(',"cmprsk":"%s"', packageVersion("cmprsk")) else ""))
