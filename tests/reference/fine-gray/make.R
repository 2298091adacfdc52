# Recomputes cases.json with cmprsk's crr. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
library(cmprsk)
library(MASS, include.only = "Melanoma")
cases <- list()

# Rows of a competing event go on with the weight G(t-) / G(x-), G by the rule of crr: survival's finegray breaks ties of
# events and censorings in another way. Case weights and a second G serve the derivatives below.
expanded <- function(time, cause, x, failure, weight = rep(1, length(time)), first = NULL) {
  times <- sort(unique(time))
  risk <- vapply(times, function(t) sum(weight[time >= t]), 0)
  lost <- vapply(times, function(t) sum(weight[time == t & cause == 0]), 0)
  hazard <- c(0, head(cumsum(lost / risk), -1))
  g <- if (is.null(first)) c(1, head(cumprod(1 - lost / risk), -1)) else first$g * exp(first$hazard - hazard)
  rows <- lapply(seq_along(time), function(i) {
    if (cause[i] %in% c(0, failure)) return(data.frame(id = i, start = -1, stop = time[i], event = cause[i] == failure, w = weight[i]))
    at <- match(time[i], times)
    later <- seq_along(times)[seq_along(times) > at]
    data.frame(id = i, start = c(-1, head(c(time[i], times[later]), -1))[seq_len(1 + length(later))],
      stop = c(time[i], times[later]), event = FALSE, w = weight[i] * c(1, g[later] / g[at]))
  })
  rows <- do.call(rbind, rows)
  list(data = cbind(rows, x[rows$id, , drop = FALSE]), g = g, hazard = hazard)
}

weighted_fit <- function(data, terms) coxph(as.formula(paste("Surv(start, stop, event) ~", paste(terms, collapse = " + "))),
  data = data, weights = w, ties = "breslow", control = coxph.control(eps = 1e-11, toler.chol = 1e-12, iter.max = 50))

# With ties of events and censorings the derivative differs in the fourth digit: crr lets a censoring weigh events of its own
# time, and so does this project, to agree with its variance. The cases with errors have no such ties.
# The root of the sum of squared derivatives of the log cumulative hazard of one row by the weight of each subject.
jackknife_error <- function(time, cause, x, failure, row, at) {
  terms <- colnames(x)
  first <- expanded(time, cause, x, failure)
  value <- function(i, step) {
    weight <- rep(1, length(time))
    weight[i] <- 1 + step
    data <- expanded(time, cause, x, failure, weight, first)$data
    fit <- weighted_fit(data, terms)
    base <- basehaz(fit, centered = FALSE)
    log(vapply(at, function(t) max(base$hazard[base$time <= t]), 0)) + sum(coef(fit) * row)
  }
  step <- 1e-4
  slopes <- vapply(seq_along(time), function(i) (value(i, step) - value(i, -step)) / (2 * step), numeric(length(at)))
  sqrt(rowSums(matrix(slopes, nrow = length(at))^2))
}

add <- function(id, time, cause, x, failure = 1, errors = FALSE) {
  complete <- complete.cases(x)
  fit <- crr(time[complete], cause[complete], x[complete, , drop = FALSE], failcode = failure, cencode = 0,
    gtol = 1e-10, maxiter = 50)
  stopifnot(fit$converged)
  row <- apply(x[complete, , drop = FALSE], 2, quantile, 0.75)
  predicted <- predict(fit, matrix(row, 1))
  plain <- x[complete, , drop = FALSE]
  colnames(plain) <- paste0("x", seq_len(ncol(x)))
  again <- weighted_fit(expanded(time[complete], cause[complete], plain, failure)$data, colnames(plain))
  stopifnot(all.equal(unname(coef(again)), unname(fit$coef), tolerance = 1e-6))
  drift <- cox.zph(again, transform = function(t) log(t + 1))$table[, "chisq"]
  at <- if (errors) unique(round(quantile(seq_along(fit$uftime), c(0.2, 0.5, 0.8, 1)))) else NULL
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(time), cause = many(cause), causes = max(cause), failure = failure, names = many(colnames(x)),
      columns = lapply(seq_len(ncol(x)), function(j) many(x[, j])), predictFor = many(row), errorAt = many(at - 1)),
    expected = list(coefficient = many(fit$coef), standardError = many(sqrt(diag(fit$var))),
      pValue = many(2 * pnorm(-abs(fit$coef) / sqrt(diag(fit$var)))), variance = as.matrix(fit$var),
      inverseInformation = as.matrix(fit$invinf), logLikelihood = fit$loglik, nullLogLikelihood = fit$loglik.null,
      likelihoodRatio = 2 * (fit$loglik - fit$loglik.null), baselineTime = many(fit$uftime), baselineJump = many(fit$bfitj),
      predicted = many(predicted[, 2]), drift = many(drift), residuals = lapply(seq_len(ncol(x)), function(j) many(fit$res[, j])),
      logHazardError = if (errors) many(jackknife_error(time[complete], cause[complete], plain, failure, row, fit$uftime[at]))))
}

m <- mgus2[1:500, ]
time <- ifelse(m$pstat == 0, m$futime, m$ptime)
cause <- ifelse(m$pstat == 0, 2 * m$death, 1)
x <- cbind(age = m$age, male = as.numeric(m$sex == "M"), mspike = m$mspike)
add("mgus2, progression", time, cause, x)
add("mgus2, death", time, cause, x[, 1:2], failure = 2)
add("mgus2, heavy ties of events and censorings", ceiling(time / 24), cause, x[, 1:2])
t <- transplant[1:400, ]
code <- as.integer(t$event) - 1L
add("transplant, third cause of three", pmax(t$futime, 0), code, cbind(age = t$age, male = as.numeric(t$sex == "m")), failure = 3)
add("melanoma", Melanoma$time, c(1L, 0L, 2L)[Melanoma$status],
  cbind(sex = Melanoma$sex, "log(thick)" = log(100 * Melanoma$thickness), ulc = Melanoma$ulcer), errors = TRUE)
add("no competing event", lung$time, lung$status - 1, cbind(age = lung$age, female = lung$sex - 1), errors = TRUE)
add("no censoring", 1:40, rep(c(1, 2, 1, 1, 2), 8), cbind(x = (1:40 * 7) %% 13))
write_cases("Fine-Gray", 1e-6, "crr stops its minimiser at a gradient of 1e-10 and differences its own rounding", cases, c("survival", "cmprsk", "MASS"))
