# Recomputes cases.json: glm(family = binomial). usage, in this folder: Rscript make.R > cases.json
# glm takes the weights of its covariance from the step before the last; started again at its own solution it
# evaluates them there, and keeps ten more digits. Data: birthwt (MASS), lung and colon (survival).
source("../clinical.R")
library(splines)
birthwt <- read("birthwt"); lung <- read("lung"); colon <- read("colon")
numeric_term <- function(name, x) list(kind = "numeric", name = name, values = I(as.numeric(x)))
categorical_term <- function(name, x) { l <- sort(unique(x[!is.na(x)])); list(kind = "categorical", name = name, codes = I(match(x, l) - 1), levels = I(as.character(l)), reference = as.character(l[1])) }
profile_limit <- function(fit, j, side) {
  x <- model.matrix(fit); y <- fit$y; b <- coef(fit)[j]; se <- sqrt(vcov(fit)[j, j]); family <- binomial()
  gap <- function(v) suppressWarnings(glm.fit(x[, -j, drop = FALSE], y, offset = x[, j] * v, family = family, control = glm.control(1e-14, 100)))$deviance - fit$deviance - qchisq(0.95, 1)
  uniroot(gap, sort(c(b, b + side * 8 * se)), tol = 1e-13)$root
}
logistic <- function(id, formula, data, terms, drop = character(), labels = drop, profile = FALSE) {
  control <- glm.control(epsilon = 1e-14, maxit = 100)
  fit <- glm(formula, binomial, data, control = control)
  fit <- suppressWarnings(glm(formula, binomial, data, control = control, start = coef(fit)))
  s <- coef(summary(fit)); v <- unname(vcov(fit)); lr <- fit$null.deviance - fit$deviance; df <- fit$df.null - fit$df.residual
  ci <- qnorm(0.975) * s[, 2]
  dropped <- vapply(drop, function(t) { r <- update(fit, as.formula(paste(". ~ . -", t)), start = NULL); pchisq(r$deviance - fit$deviance, r$df.residual - fit$df.residual, lower.tail = FALSE) }, 0)
  limits <- function(side) if (profile) I(vapply(seq_along(coef(fit)), function(j) profile_limit(fit, j, side), 0))
  add(id, deparse(formula, width.cutoff = 200), list(kind = "logistic", terms = terms, outcome = I(as.numeric(data[[all.vars(formula)[1]]])), drop = if (length(labels)) I(labels), profile = profile),
    list(estimate = I(unname(s[, 1])), standardError = I(unname(s[, 2])), z = I(unname(s[, 3])), p = I(unname(s[, 4])), lower = I(unname(s[, 1] - ci)), upper = I(unname(s[, 1] + ci)),
      oddsRatio = I(unname(exp(s[, 1]))), covariance = I(as.vector(v)), deviance = fit$deviance, nullDeviance = fit$null.deviance, logLikelihood = as.numeric(logLik(fit)), n = nobs(fit),
      likelihoodRatio = list(statistic = lr, degreesOfFreedom = df, p = pchisq(lr, df, lower.tail = FALSE)), dropped = I(unname(dropped)), profileLower = limits(-1), profileUpper = limits(1)))
}
all <- c("age", "lwt", "smoke", "ptl", "ht", "ui", "ftv")
logistic("birthwt, all covariates", low ~ age + lwt + factor(race) + smoke + ptl + ht + ui + ftv, birthwt,
  c(lapply(c("age", "lwt"), function(v) numeric_term(v, birthwt[[v]])), list(categorical_term("race", birthwt$race)), lapply(all[3:7], function(v) numeric_term(v, birthwt[[v]]))),
  c("age", "factor(race)", "smoke"), c("age", "race", "smoke"), profile = TRUE)
logistic("birthwt, smoking", low ~ smoke, birthwt, list(numeric_term("smoke", birthwt$smoke)), "smoke", profile = TRUE)
logistic("birthwt, interaction", low ~ smoke * lwt, birthwt, list(numeric_term("smoke", birthwt$smoke), numeric_term("lwt", birthwt$lwt), list(kind = "interaction", of = I(c("smoke", "lwt")))), "smoke:lwt", profile = TRUE)
logistic("birthwt, natural spline of weight", low ~ ns(lwt, 3) + smoke, birthwt, list(list(kind = "natural-spline", name = "lwt", values = I(birthwt$lwt), knots = list(degreesOfFreedom = 3)), numeric_term("smoke", birthwt$smoke)), "ns(lwt, 3)", "lwt")
logistic("lung, dead within a year, with missing values", dead1y ~ age + sex + ph.ecog, lung, lapply(c("age", "sex", "ph.ecog"), function(v) numeric_term(v, lung[[v]])))
logistic("colon, death", status ~ rx + sex + age + node4, colon, list(categorical_term("rx", colon$rx), numeric_term("sex", colon$sex), numeric_term("age", colon$age), numeric_term("node4", colon$node4)), c("rx", "node4"))
set.seed(11); x <- c(rnorm(200), rnorm(200, 6)); strong <- data.frame(y = rep(0:1, each = 200), x = x)
strong$x <- round(strong$x, 6); strong$y[c(1, 400)] <- c(1, 0)
logistic("a very strong marker", y ~ x, strong, list(numeric_term("x", strong$x)), "x")
far <- data.frame(y = birthwt$low, x = 1e3 + birthwt$lwt / 100)
logistic("a covariate far from zero in tiny units", y ~ x, far, list(numeric_term("x", far$x)))
write_cases("regression", 1e-9, "both stop when nothing moves in the tenth digit; p follows z", cases, "splines")
