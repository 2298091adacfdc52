# Recomputes cases.json with survival's survfit (jackknife) and cmprsk's cuminc (Aalen's variance, Gray's test).
# usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
library(cmprsk)
library(MASS, include.only = "Melanoma")
cases <- list()

add <- function(id, time, cause, causes = 2, group = NULL, entry = NULL, weight = NULL, strata = NULL, rho = 0,
                interval = "log", level = 0.95, aalen = TRUE, curve = TRUE) {
  data <- data.frame(time = time, state = factor(cause, 0:causes))
  data$g <- if (is.null(group)) 0 else group
  data$entry <- entry
  data$w <- weight
  data$id <- seq_along(time)
  response <- if (is.null(entry)) "Surv(time, state)" else "Surv(entry, time, state)"
  arguments <- list(as.formula(paste(response, "~ strata(g)")), data = data, conf.type = interval, conf.int = level, id = data$id)
  if (!is.null(weight)) arguments$weights <- data$w
  fit <- do.call(survfit, arguments)
  groups <- sort(unique(data$g))
  part <- function(i) if (length(groups) == 1) fit else fit[i, ]
  from_matrix <- function(m) lapply(seq_len(NCOL(m)), function(j) many(as.matrix(m)[, j]))
  # With arcsin limits survfit returns the columns as one vector.
  shaped <- function(k, limits) matrix(limits, nrow = length(k$time))
  per <- function(f) lapply(seq_along(groups), function(i) f(part(i)))
  expected <- list(time = per(function(k) many(k$time)), atRisk = per(function(k) many(k$n.risk[, 1])),
    probability = per(function(k) from_matrix(k$pstate)), standardError = per(function(k) from_matrix(k$std.err)),
    lower = per(function(k) from_matrix(shaped(k, k$lower))), upper = per(function(k) from_matrix(shaped(k, k$upper))))
  # What R's print and summary tell (not the internal survmean2, which starts at the first time instead of 0).
  tau <- max(quantile(time, 0.6, type = 1), tapply(time, data$g, min))
  expected$restrictedTime <- per(function(k) many(unname(summary(k, rmean = tau)$table[, "rmean"])))
  # survfit prints unweighted numbers at risk for several states.
  if (!is.null(weight)) expected$atRisk <- NULL
  if (NCOL(fit$cumhaz) == causes) expected$cumulativeHazard <- per(function(k) from_matrix(k$cumhaz))
  if (aalen && is.null(entry) && is.null(weight)) {
    own <- cuminc(time, cause, data$g, strata = if (is.null(strata)) rep(1, length(time)) else strata, rho = rho)
    variance <- function(g, k) {
      curve <- own[[paste(g, k)]]
      times <- part(match(g, groups))$time
      if (is.null(curve)) return(many(rep(0, length(times))))
      many(vapply(times, function(t) tail(curve$var[curve$time <= t], 1), 0))
    }
    expected$aalenVariance <- lapply(groups, function(g) lapply(seq_len(causes), function(k) variance(g, k)))
    if (length(groups) > 1 && all(seq_len(causes) %in% cause)) {
      expected$grayStatistic <- many(own$Tests[, "stat"])
      expected$grayPValue <- many(pchisq(own$Tests[, "stat"], own$Tests[, "df"], lower.tail = FALSE))
    }
  }
  # Of large data sets the values along the curve are left out.
  if (!curve) expected <- expected[names(expected) %in% c("restrictedTime", "grayStatistic", "grayPValue")]
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(time), cause = many(cause), causes = causes, entry = many(entry), weight = many(weight),
      group = many(group), strata = many(strata), rho = rho, interval = interval, level = level,
      tau = unname(tau)),
    expected = expected)
}

code <- function(x) as.integer(factor(x)) - 1L
m <- mgus2[c(1:350), ]
time <- ifelse(m$pstat == 0, m$futime, m$ptime)
cause <- ifelse(m$pstat == 0, 2 * m$death, 1)
for (scale in c("log", "log-log", "plain", "logit", "arcsin"))
  add(paste("mgus2,", scale), time[1:120], cause[1:120], interval = scale)
add("mgus2 by sex", time, cause, group = code(m$sex))
add("mgus2 by sex, rho 1, within age", time, cause, group = code(m$sex), strata = code(m$age > 70), rho = 1)
add("mgus2 on the age scale, late entry", m$age + time / 12 + 0.01, cause, entry = m$age)
add("mgus2, sampling weights", time[1:150], cause[1:150], weight = 0.5 + (seq_len(150) %% 5) / 2)
t <- transplant[1:300, ]
add("transplant, three causes by blood type", pmax(t$futime, 0), code(t$event), causes = 3, group = code(t$abo))
died <- c(1L, 0L, 2L)[Melanoma$status]
add("melanoma by sex", Melanoma$time, died, group = Melanoma$sex)
large <- function(...) add(..., curve = FALSE)
whole <- with(mgus2, data.frame(time = ifelse(pstat == 0, futime, ptime), cause = ifelse(pstat == 0, 2 * death, 1), sex = code(sex)))
large("mgus2, all patients by sex", whole$time, whole$cause, group = whole$sex)
large("mgus2, all patients by sex, rho 1", whole$time, whole$cause, group = whole$sex, rho = 1)
large("transplant, all patients by blood type", pmax(transplant$futime, 0), code(transplant$event), causes = 3, group = code(transplant$abo))
edge <- function(id, ...) add(paste("edge:", id), ...)
edge("event tied with censoring", c(1, 2, 2, 2, 4), c(1, 1, 2, 0, 2))
edge("only one cause happens", 1:3, c(1, 0, 1), aalen = FALSE)
edge("all censored", 1:3, c(0, 0, 0), aalen = FALSE)
edge("all at one time", c(2, 2, 2, 2), c(1, 2, 1, 0))
edge("one subject", 5, 1, aalen = FALSE)
edge("two groups", 1:8, c(1, 2, 0, 1, 1, 2, 2, 0), group = rep(0:1, 4))
edge("a group without events", 1:6, c(1, 2, 0, 0, 0, 0), group = c(0, 0, 0, 1, 1, 1))
edge("late entry", 3:6, c(1, 2, 1, 0), entry = c(0, 1, 3, 2))
write_cases("Aalen-Johansen and Gray's test", 1e-9, "closed sums: what remains is rounding", cases, c("survival", "cmprsk", "MASS"))
