# Recomputes cases.json with survival's coxph. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

add <- function(id, time, event, x, ties = "efron", entry = NULL, strata = NULL, weight = NULL, cluster = NULL,
                robust = FALSE, details = FALSE, level = NULL, groups = NULL) {
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
  critical <- qnorm(if (is.null(level)) 0.975 else (1 + level) / 2)
  expected <- list(coefficient = many(fit$coefficients), standardError = many(se),
    pValue = many(2 * pnorm(-abs(fit$coefficients / se))), lower = many(exp(fit$coefficients - critical * se)),
    upper = many(exp(fit$coefficients + critical * se)), variance = as.matrix(fit$var),
    logLikelihood = many(if (length(fit$loglik) == 1) rep(fit$loglik, 2) else fit$loglik),
    likelihoodRatio = if (length(fit$loglik) == 1) 0 else 2 * diff(fit$loglik), wald = sum(fit$wald.test), score = sum(fit$score),
    robustScore = if (!is.null(fit$rscore)) as.numeric(fit$rscore), concordance = unname(fit$concordance["concordance"]),
    concordanceError = unname(fit$concordance["std"]))
  if (!anyNA(fit$coefficients) && fit$nevent > 3 && is.null(weight) && length(unique(time[event == 1])) > 1)
    expected$drift <- lapply(c("km", "rank", "identity"), function(g) many(cox.zph(fit, g, terms = FALSE)$table[, "chisq"]))
  if (!is.null(groups)) {
    # A matrix is one term of a formula, whose columns cox.zph tests together.
    for (k in seq_along(groups)) data[[paste0("m", k)]] <- z[, groups[[k]], drop = FALSE]
    arguments[[1]] <- reformulate(paste0("m", seq_along(groups)), "y")
    arguments$data <- data
    expected$driftByGroup <- many(cox.zph(do.call(coxph, arguments), "km")$table[, "chisq"])
  }
  predict_for <- NULL
  if (details) {
    expected$driftByLog <- many(cox.zph(fit, log, terms = FALSE)$table[, "chisq"])
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
      cluster = many(cluster), robust = robust, ties = ties, level = level, names = many(colnames(x)),
      columns = lapply(seq_len(ncol(x)), function(j) many(x[, j])), predictFor = many(predict_for), groups = lapply(groups, function(k) many(k - 1))),
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
  add(name("veteran, six covariates, cell types tested together"), veteran$time, veteran$status,
    cbind(v, diagtime = veteran$diagtime, prior = veteran$prior), ties, groups = list(1, 2:4, 5, 6, 7, 8))
  f <- lung[is.na(lung$ph.ecog) | lung$ph.ecog < 3, ]
  add(name("lung, performance status as a category"), f$time, f$status - 1, cbind(e1 = as.numeric(f$ph.ecog == 1), e2 = as.numeric(f$ph.ecog == 2),
    sex = f$sex), ties, groups = list(1:2, 3))
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
  add(name("lung, seven covariates"), lung$time, lung$status - 1, cbind(l, karno = lung$ph.karno, own = lung$pat.karno,
    meal = lung$meal.cal, loss = lung$wt.loss), ties)
  add(name("lung, 90 % interval"), lung$time, lung$status - 1, l[, "sex", drop = FALSE], ties, level = 0.9)
  i <- lung[!is.na(lung$inst), ]
  add(name("lung within institution"), i$time, i$status - 1, as.matrix(i[, c("age", "sex")]), ties, strata = code(i$inst))
  add(name("aml"), aml$time, aml$status, levels_of(aml$x), ties)
  add(name("heart, interaction with age"), heart$stop, heart$event, cbind(year = heart$year, h, both = h[, "age"] * h[, "transplant"]),
    ties, entry = heart$start)
  add(name("rats, litters as clusters"), rats$time, rats$status, cbind(rx = rats$rx, male = as.numeric(rats$sex == "m")), ties,
    cluster = rats$litter)
  add(name("eyes of patients as clusters"), retinopathy$futime, retinopathy$status, cbind(trt = retinopathy$trt,
    adult = as.numeric(retinopathy$type == "adult"), both = retinopathy$trt * (retinopathy$type == "adult")), ties,
    cluster = retinopathy$id)
  add(name("cgd, recurrent infections"), cgd$tstop, cgd$status, cbind(treat = code(cgd$treat), inherit = code(cgd$inherit),
    steroids = cgd$steroids), ties, entry = cgd$tstart, cluster = cgd$id)
  n <- aggregate(list(freq = lung$sex), list(time = lung$time, status = lung$status, sex = lung$sex), length)
  add(name("lung counted by day, as weights"), n$time, n$status - 1, cbind(sex = n$sex), ties, weight = n$freq)
  add(name("myeloid"), myeloid$futime, myeloid$death, cbind(levels_of(myeloid$trt), levels_of(myeloid$sex)), ties)
  add(name("edge: all tied"), rep(2, 5), c(1, 1, 0, 1, 1), cbind(x = c(0, 1, 0, 1, 1)), ties)
  add(name("edge: constant covariate"), 1:6, c(1, 1, 1, 1, 0, 0), cbind(x = rep(1, 6)), ties)
  add(name("edge: collinear covariates"), 1:6, c(1, 1, 1, 1, 0, 0), cbind(x = rep(1:3, 2), y = 2 * rep(1:3, 2)), ties)
  add(name("edge: no events"), 1:4, c(0, 0, 0, 0), cbind(x = c(0, 1, 0, 1)), ties)
  add(name("edge: large mean, small spread"), c(3, 5, 1, 8, 4, 7), c(1, 1, 1, 0, 1, 1), cbind(x = 1e6 + c(3, 8, 1, 4, 9, 6) / 10), ties)
  add(name("edge: ties"), c(1, 1, 2, 2, 2, 3, 4), c(1, 1, 1, 1, 0, 1, 0), cbind(x = c(1, 0, 1, 1, 0, 0, 1)), ties)
}
p <- pbc[1:312, ]
add("pbc, logarithms of bilirubin, prothrombin time and albumin, efron", p$time, as.numeric(p$status == 2), cbind(age = p$age, edema = p$edema,
  bili = log(p$bili), protime = log(p$protime), albumin = log(p$albumin)))
g <- gbsg
add("gbsg, efron", g$rfstime, g$status, cbind(hormon = g$hormon, age = g$age, meno = g$meno, size = g$size, levels_of(factor(g$grade)), nodes = g$nodes,
  pgr = g$pgr, er = g$er))
r <- rotterdam[seq(1, nrow(rotterdam), 3), ]
add("rotterdam, every third patient, efron", r$dtime, r$death, cbind(age = r$age, meno = r$meno, levels_of(r$size), nodes = r$nodes, pgr = r$pgr, er = r$er,
  hormon = r$hormon, chemo = r$chemo))
write_cases("Cox regression", 1e-7, "coxph stops when the log-likelihood gains less than 1e-12 of itself", cases)
