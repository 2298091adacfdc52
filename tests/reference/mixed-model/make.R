# Recomputes cases.json with base R: the likelihood of each group's whole covariance matrix, maximised by nlminb and
# Newton steps. usage, in this folder: Rscript make.R > cases.json
# The values agree with lme4 1.1-31 and lmerTest 3.1-3 to 2e-6 on the same data. Data: sleepstudy (lme4), orthodont (nlme).
source("../clinical.R")
sleep <- read("sleepstudy"); orthodont <- read("orthodont")

parts <- function(par, d) {
  q <- if (length(par) == 2) 1 else 2
  l <- if (q == 1) matrix(par[1]) else matrix(c(par[1], par[2], 0, par[3]), 2)
  sigma <- exp(par[length(par)])
  xvx <- 0; xvy <- 0; yvy <- 0; logdet <- 0
  for (g in split(seq_along(d$y), d$group)) {
    z <- cbind(rep(1, length(g)), d$slope[g])[, seq_len(q), drop = FALSE]; x <- d$x[g, , drop = FALSE]; y <- d$y[g]
    r <- chol(z %*% l %*% t(l) %*% t(z) + diag(sigma^2, length(g)))
    a <- backsolve(r, x, transpose = TRUE); b <- backsolve(r, y, transpose = TRUE)
    xvx <- xvx + crossprod(a); xvy <- xvy + crossprod(a, b); yvy <- yvy + sum(b^2); logdet <- logdet + 2 * sum(log(diag(r)))
  }
  beta <- solve(xvx, xvy)
  list(beta = drop(beta), cov = solve(xvx), rss = yvy - sum(beta * xvy), logdet = logdet, logdetx = as.numeric(determinant(xvx)$modulus), l = l, sigma = sigma)
}
deviance_at <- function(par, d, reml) {
  p <- parts(par, d); n <- length(d$y) - if (reml) ncol(d$x) else 0
  n * log(2 * pi) + p$logdet + p$rss + if (reml) p$logdetx else 0
}
gradient <- function(f, x, h) vapply(seq_along(x), function(i) { e <- replace(numeric(length(x)), i, h[i]); (8 * (f(x + e) - f(x - e)) - f(x + 2 * e) + f(x - 2 * e)) / (12 * h[i]) }, 0)
hessian <- function(f, x, h) { m <- sapply(seq_along(x), function(i) { e <- replace(numeric(length(x)), i, h[i]); (8 * (gradient(f, x + e, h) - gradient(f, x - e, h)) - gradient(f, x + 2 * e, h) + gradient(f, x - 2 * e, h)) / (12 * h[i]) }); (m + t(m)) / 2 }
mixed <- function(id, formula, data, terms, group, slope = NULL, reml = TRUE) {
  d <- list(y = data[[all.vars(formula)[1]]], x = model.matrix(formula, data), group = factor(data[[group]]), slope = if (is.null(slope)) NULL else data[[slope]])
  s <- sd(d$y); start <- if (is.null(slope)) c(s / 2, log(s / 2)) else c(s / 2, 0, s / 2 / sd(d$slope), log(s / 2))
  f <- function(par) deviance_at(par, d, reml)
  fit <- nlminb(start, f, control = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 1000, eval.max = 5000))
  par <- fit$par; h <- pmax(abs(par), 0.1 * s * c(1, if (!is.null(slope)) c(1, 1) / sd(d$slope), 1 / s)) * 2e-3
  for (k in 1:3) { move <- solve(hessian(f, par, h), gradient(f, par, h)); if (f(par - move) <= f(par) + 1e-9) par <- par - move }
  p <- parts(par, d); a <- 2 * solve(hessian(f, par, h)); cov <- p$l %*% t(p$l)
  df <- vapply(seq_along(p$beta), function(j) { v <- function(x) parts(x, d)$cov[j, j]; g <- gradient(v, par, h); 2 * v(par)^2 / drop(t(g) %*% a %*% g) }, 0)
  se <- sqrt(diag(p$cov)); t <- p$beta / se
  rest <- split(d$y - drop(d$x %*% p$beta), d$group)
  modes <- t(vapply(levels(d$group), function(g) { i <- d$group == g; z <- cbind(rep(1, sum(i)), d$slope[i])[, seq_len(nrow(cov)), drop = FALSE]
    c(cov %*% t(z) %*% solve(z %*% cov %*% t(z) + diag(p$sigma^2, sum(i)), rest[[g]]), 0)[1:2] }, numeric(2)))
  expected <- list(n = length(d$y), groups = nlevels(d$group), logLikelihood = -f(par) / 2, estimate = I(unname(p$beta)), standardError = I(unname(se)), t = I(unname(t)),
    degreesOfFreedom = I(df), p = I(unname(2 * pt(-abs(t), df))), covariance = I(as.vector(p$cov)),
    variances = list(intercept = cov[1, 1], residual = p$sigma^2), randomIntercept = I(unname(modes[, 1])))
  if (!is.null(slope)) { expected$variances$slope <- cov[2, 2]; expected$variances$covariance <- cov[1, 2]; expected$randomSlope <- I(unname(modes[, 2])) }
  add(id, paste(deparse(formula), "with random", if (is.null(slope)) "intercept" else "intercept and slope", if (reml) "REML" else "ML"),
    list(kind = "mixed", terms = terms, outcome = I(d$y), group = I(as.integer(d$group)), slope = if (!is.null(slope)) I(as.numeric(d$slope)), method = if (reml) "REML" else "ML"), expected)
}
numeric_term <- function(name, x) list(kind = "numeric", name = name, values = I(as.numeric(x)))
for (reml in c(TRUE, FALSE)) {
  tag <- if (reml) "REML" else "ML"
  days <- list(numeric_term("Days", sleep$Days))
  mixed(paste("sleepstudy, slope,", tag), Reaction ~ Days, sleep, days, "Subject", "Days", reml)
  mixed(paste("sleepstudy, intercept,", tag), Reaction ~ Days, sleep, days, "Subject", NULL, reml)
  sex <- list(kind = "categorical", name = "Sex", codes = I(as.integer(factor(orthodont$Sex)) - 1), levels = I(c("Female", "Male")), reference = "Female")
  mixed(paste("orthodont, age by sex,", tag), distance ~ age * Sex, orthodont, list(numeric_term("age", orthodont$age), sex, list(kind = "interaction", of = I(c("age", "Sex")))), "Subject", NULL, reml)
  uneven <- sleep[-c(3, 4, 5, 12, 40:47, 70, 71, 90, 121:127, 160), ]
  mixed(paste("sleepstudy, uneven groups, slope,", tag), Reaction ~ Days, uneven, list(numeric_term("Days", uneven$Days)), "Subject", "Days", reml)
}
write_cases("mixed-model", 1e-6, "the top of a likelihood is flat: a digit of it is half a digit of the variances", cases, NULL)
