# Recomputes cases.json with survival's coxph. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

add <- function(id, time, event, x, ties = "efron", entry = NULL, strata = NULL, weight = NULL, cluster = NULL,
                robust = FALSE, details = FALSE) {
  complete <- complete.cases(x)
  keep <- function(v) if (is.null(v)) NULL else v[complete]
  y <- if (is.null(entry)) Surv(keep(time), keep(event)) else Surv(keep(entry), keep(time), keep(event))
  z <- x[complete, , drop = FALSE]
  s <- keep(strata)
  data <- data.frame(row = seq_len(nrow(z)))
  data$y <- y
  data$z <- z
  data$s <- s
  formula <- if (is.null(strata)) y ~ z else y ~ z + strata(s)
  arguments <- list(formula, data = data, ties = ties, robust = robust || !is.null(cluster),
    control = coxph.control(eps = 1e-12, iter.max = 50), x = TRUE, y = TRUE)
  if (!is.null(weight)) arguments$weights <- keep(weight)
  if (!is.null(cluster)) arguments$cluster <- keep(cluster)
  fit <- suppressWarnings(do.call(coxph, arguments))
  se <- sqrt(diag(fit$var))
  se[is.na(fit$coefficients)] <- NA
  critical <- qnorm(0.975)
  expected <- list(coefficient = many(fit$coefficients), standardError = many(se),
    pValue = many(2 * pnorm(-abs(fit$coefficients / se))), lower = many(exp(fit$coefficients - critical * se)),
    upper = many(exp(fit$coefficients + critical * se)), variance = as.matrix(fit$var),
    logLikelihood = many(if (length(fit$loglik) == 1) rep(fit$loglik, 2) else fit$loglik),
    likelihoodRatio = if (length(fit$loglik) == 1) 0 else 2 * diff(fit$loglik), wald = sum(fit$wald.test), score = sum(fit$score),
    robustScore = if (!is.null(fit$rscore)) as.numeric(fit$rscore), concordance = unname(fit$concordance["concordance"]),
    concordanceError = unname(fit$concordance["std"]))
  if (!anyNA(fit$coefficients) && fit$nevent > 3 && is.null(weight))
    expected$drift <- lapply(c("km", "rank", "identity"), function(g) many(cox.zph(fit, g, terms = FALSE)$table[, "chisq"]))
  predict_for <- NULL
  if (details) {
    expected$martingale <- many(residuals(fit, "martingale"))
    expected$deviance <- many(residuals(fit, "deviance"))
    by_column <- function(m) lapply(seq_len(NCOL(m)), function(j) many(as.matrix(m)[, j]))
    expected$dfbeta <- by_column(residuals(fit, "dfbeta"))
    if (ties == "breslow" || is.null(entry)) {
      expected$schoenfeld <- by_column(residuals(fit, "schoenfeld"))
      expected$scaledSchoenfeld <- by_column(residuals(fit, "scaledsch"))
    }
    if (is.null(strata)) {
      base <- basehaz(fit, centered = FALSE)
      jump <- c(TRUE, diff(base$hazard) > 0) & base$hazard > 0
      expected$baselineTime <- many(base$time[jump])
      expected$baselineHazard <- many(base$hazard[jump])
      predict_for <- as.vector(apply(z, 2, median))
      frame <- data.frame(row = 1)
      frame$z <- matrix(predict_for, 1, dimnames = list(NULL, colnames(z)))
      own <- survfit(fit, newdata = frame)
      expected$predictedSurvival <- many(own$surv[jump])
      expected$predictedError <- many((own$std.err * own$surv)[jump])
      expected$predictedLower <- many(own$lower[jump])
      m <- quantile(own, 0.5)
      expected$predictedMedian <- many(c(m$quantile, m$lower, m$upper))
    }
  }
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(time), event = many(event), entry = many(entry), strata = many(strata), weight = many(weight),
      cluster = many(cluster), robust = robust, ties = ties, names = many(colnames(x)),
      columns = lapply(seq_len(ncol(x)), function(j) many(x[, j])), predictFor = many(predict_for)),
    expected = expected)
}

code <- function(x) as.integer(factor(x)) - 1L
levels_of <- function(x) { m <- model.matrix(~x)[, -1, drop = FALSE]; colnames(m) <- levels(factor(x))[-1]; m }
l <- cbind(age = lung$age, sex = lung$sex, ecog = lung$ph.ecog)
v <- cbind(trt = veteran$trt, levels_of(veteran$celltype), karno = veteran$karno, age = veteran$age)
h <- cbind(age = heart$age, surgery = heart$surgery, transplant = as.numeric(heart$transplant) - 1)
b <- bladder2
for (ties in c("efron", "breslow")) {
  name <- function(id) paste(id, ties, sep = ", ")
  add(name("lung with missing values"), lung$time, lung$status - 1, l, ties, details = TRUE)
  add(name("veteran"), veteran$time, veteran$status, v, ties)
  add(name("veteran within cell type"), veteran$time, veteran$status, v[, c("trt", "karno")], ties,
    strata = code(veteran$celltype))
  add(name("ovarian"), ovarian$futime, ovarian$fustat, cbind(age = ovarian$age, rx = ovarian$rx), ties, details = TRUE)
  add(name("heart, time-dependent transplant"), heart$stop, heart$event, h, ties, entry = heart$start, details = TRUE)
  add(name("bladder, recurrent events by subject"), b$stop, b$event, cbind(rx = b$rx, size = b$size, number = b$number), ties,
    entry = b$start, cluster = b$id)
  add(name("bladder, strata and clusters"), bladder$stop, bladder$event, cbind(rx = bladder$rx, number = bladder$number),
    ties, strata = bladder$enum - 1, cluster = bladder$id)
  add(name("lung, sampling weights"), lung$time, lung$status - 1, l[, 1:2], ties, weight = 0.5 + (seq_len(228) %% 7) / 3,
    robust = TRUE)
  add(name("edge: constant covariate"), 1:6, c(1, 1, 1, 1, 0, 0), cbind(x = rep(1, 6)), ties)
  add(name("edge: collinear covariates"), 1:6, c(1, 1, 1, 1, 0, 0), cbind(x = rep(1:3, 2), y = 2 * rep(1:3, 2)), ties)
  add(name("edge: no events"), 1:4, c(0, 0, 0, 0), cbind(x = c(0, 1, 0, 1)), ties)
  add(name("edge: large mean, small spread"), c(3, 5, 1, 8, 4, 7), c(1, 1, 1, 0, 1, 1), cbind(x = 1e6 + c(3, 8, 1, 4, 9, 6) / 10), ties)
  add(name("edge: ties"), c(1, 1, 2, 2, 2, 3, 4), c(1, 1, 1, 1, 0, 1, 0), cbind(x = c(1, 0, 1, 1, 0, 0, 1)), ties)
}
write_cases("Cox regression", 1e-7, "coxph stops when the log-likelihood gains less than 1e-12 of itself", cases)
