# Recomputes cases.json with cmprsk's crr. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
library(cmprsk)
library(MASS, include.only = "Melanoma")
cases <- list()

add <- function(id, time, cause, x, failure = 1) {
  complete <- complete.cases(x)
  fit <- crr(time[complete], cause[complete], x[complete, , drop = FALSE], failcode = failure, cencode = 0,
    gtol = 1e-10, maxiter = 50)
  stopifnot(fit$converged)
  row <- apply(x[complete, , drop = FALSE], 2, quantile, 0.75)
  predicted <- predict(fit, matrix(row, 1))
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(time), cause = many(cause), causes = max(cause), failure = failure, names = many(colnames(x)),
      columns = lapply(seq_len(ncol(x)), function(j) many(x[, j])), predictFor = many(row)),
    expected = list(coefficient = many(fit$coef), standardError = many(sqrt(diag(fit$var))),
      pValue = many(2 * pnorm(-abs(fit$coef) / sqrt(diag(fit$var)))), variance = as.matrix(fit$var),
      inverseInformation = as.matrix(fit$invinf), logLikelihood = fit$loglik, nullLogLikelihood = fit$loglik.null,
      likelihoodRatio = 2 * (fit$loglik - fit$loglik.null), baselineTime = many(fit$uftime), baselineJump = many(fit$bfitj),
      predicted = many(predicted[, 2])))
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
  cbind(sex = Melanoma$sex, "log(thick)" = log(100 * Melanoma$thickness), ulc = Melanoma$ulcer))
add("no competing event", lung$time, lung$status - 1, cbind(age = lung$age, female = lung$sex - 1))
add("no censoring", 1:40, rep(c(1, 2, 1, 1, 2), 8), cbind(x = (1:40 * 7) %% 13))
write_cases("Fine-Gray", 1e-6, "crr stops its minimiser at a gradient of 1e-10 and differences its own rounding", cases, c("survival", "cmprsk", "MASS"))
