# Recomputes cases.json with survival's survfit. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()
probabilities <- c(0.1, 0.25, 0.5, 0.75, 0.9)

add <- function(id, time, event, group = NULL, entry = NULL, weight = NULL, robust = NULL, cluster = NULL,
                interval = "log", level = 0.95, asked = NULL, tau = NULL, estimator = NULL, curve = TRUE) {
  data <- data.frame(time = time, event = event)
  data$g <- if (is.null(group)) 0 else group
  data$entry <- entry
  data$w <- weight
  data$cluster <- cluster
  response <- if (is.null(entry)) "Surv(time, event)" else "Surv(entry, time, event)"
  arguments <- list(as.formula(paste(response, "~ strata(g)")), data = data, conf.type = interval, conf.int = level)
  if (!is.null(weight)) arguments$weights <- data$w
  if (!is.null(robust)) arguments$robust <- robust
  if (!is.null(cluster)) arguments$cluster <- data$cluster
  if (!is.null(estimator)) arguments <- c(arguments, stype = 2, ctype = if (estimator == "breslow") 1 else 2)
  fit <- suppressWarnings(do.call(survfit, arguments))
  groups <- sort(unique(data$g[!is.na(time) & !is.na(event)]))
  per <- function(f) lapply(seq_along(groups), function(i) f(if (length(groups) == 1) fit else fit[i]))
  quantiles <- suppressWarnings(per(function(k) quantile(k, probabilities)))
  error <- ifelse(fit$surv == 0 & fit$logse, NA, if (fit$logse) fit$std.err * fit$surv else fit$std.err)
  expected <- list(time = many(fit$time), atRisk = many(fit$n.risk), events = many(fit$n.event),
    censored = many(fit$n.censor), survival = many(fit$surv), standardError = many(error),
    lower = many(fit$lower), upper = many(fit$upper),
    cumulativeHazard = many(fit$cumhaz), cumulativeHazardError = many(fit$std.chaz),
    quantile = lapply(quantiles, function(q) many(q$quantile)),
    quantileLower = lapply(quantiles, function(q) many(q$lower)),
    quantileUpper = lapply(quantiles, function(q) many(q$upper)))
  # Of large data sets the values along the curve are left out.
  if (!curve) expected <- expected[c("quantile", "quantileLower", "quantileUpper")]
  if (!is.null(asked)) {
    at <- per(function(k) summary(k, times = asked, extend = TRUE))
    expected$askedSurvival <- lapply(at, function(s) many(s$surv))
    expected$askedError <- lapply(at, function(s) many(ifelse(s$surv == 0 & fit$logse, NA, s$std.err)))
    expected$askedAtRisk <- lapply(at, function(s) many(s$n.risk))
    expected$askedEvents <- lapply(at, function(s) many(s$n.event))
    expected$askedCensored <- lapply(at, function(s) many(s$n.censor))
  }
  if (!is.null(tau)) {
    mean <- lapply(per(function(k) survival:::survmean(survfit0(k), rmean = tau)$matrix), identity)
    expected$restrictedMean <- many(vapply(mean, function(m) m[["rmean"]], 0))
    expected$restrictedMeanError <- many(vapply(mean, function(m) m[["se(rmean)"]], 0))
  }
  input <- list(time = many(time), event = many(event), entry = many(entry), weight = many(weight),
    group = many(group), cluster = many(cluster), robust = robust, interval = interval, level = level,
    asked = many(asked), tau = tau, estimator = estimator)
  cases[[length(cases) + 1]] <<- list(id = id, input = input, expected = expected)
}

code <- function(x) as.integer(factor(x)) - 1L
scales <- c("log", "log-log", "plain", "logit", "arcsin")
for (scale in scales) add(paste("lung by sex,", scale), lung$time, lung$status - 1, lung$sex - 1, interval = scale,
  asked = c(0, 100, 365.25, 730.5, 1500), tau = 500)
add("lung, 99 % interval", lung$time, lung$status - 1, level = 0.99, asked = c(180, 360), tau = 360)
add("veteran by cell type", veteran$time, veteran$status, code(veteran$celltype), interval = "log-log", asked = c(30, 180), tau = 200)
add("ovarian by treatment", ovarian$futime, ovarian$fustat, ovarian$rx - 1, asked = c(365, 730), tau = 700)
add("aml by maintenance", aml$time, aml$status, code(aml$x), interval = "arcsin", tau = 30)
for (e in c("breslow", "fleming-harrington")) add(paste("veteran,", e), veteran$time, veteran$status, veteran$trt - 1,
  estimator = e, asked = c(30, 180))
h <- heart
add("heart, late entry by transplant", h$stop, h$event, code(h$transplant), entry = h$start, asked = c(50, 365), tau = 500)
m <- mgus2[1:400, ]
add("age scale with late entry", m$age + m$futime / 12, m$death, code(m$sex), entry = m$age, interval = "logit", asked = c(60, 75, 90))
w <- 0.5 + (seq_along(lung$age) %% 7) / 3
add("fractional weights, Greenwood", lung$time, lung$status - 1, lung$sex - 1, weight = w, robust = FALSE, asked = 300)
add("fractional weights, jackknife", lung$time, lung$status - 1, lung$sex - 1, weight = w, robust = TRUE, asked = 300)
r <- retinopathy
add("clustered eyes, jackknife", r$futime, r$status, r$trt, robust = TRUE, cluster = r$id, interval = "plain")
p <- complete.cases(lung$ph.ecog)
add("lung by performance status, one in the last group", lung$time[p], lung$status[p] - 1, lung$ph.ecog[p], asked = c(180, 365.25), tau = 100)
o <- lung$age >= 60
add("lung from the age of 60, by sex", lung$time[o], lung$status[o] - 1, lung$sex[o] - 1, asked = c(180, 365.25), tau = 365)
l <- aggregate(list(freq = lung$sex), list(time = lung$time, status = lung$status, sex = lung$sex), length)
add("lung counted by day, as weights", l$time, l$status - 1, l$sex - 1, weight = l$freq, robust = FALSE, asked = c(180, 365.25), tau = 365)
for (e in c("breslow", "fleming-harrington")) add(paste("aml by maintenance,", e), aml$time, aml$status, code(aml$x), estimator = e, asked = c(12, 30))
large <- function(...) add(..., curve = FALSE)
years <- 365.25 * c(1, 2, 5)
large("veteran by treatment and cell type", veteran$time, veteran$status, code(veteran$trt * 10 + code(veteran$celltype)), asked = c(30, 90, 180), tau = 180)
large("myeloid by treatment", myeloid$futime, myeloid$death, code(myeloid$trt), asked = years, tau = 1000)
large("myeloid by treatment and sex", myeloid$futime, myeloid$death, code(paste(myeloid$trt, myeloid$sex)), asked = years, tau = 1000)
large("gbsg by hormone", gbsg$rfstime, gbsg$status, gbsg$hormon, asked = years, tau = 1826.25)
recurrence <- colon[colon$etype == 1, ]
large("colon, recurrence by treatment", recurrence$time, recurrence$status, code(recurrence$rx), interval = "log-log", asked = years, tau = 1826.25)
large("rotterdam by chemotherapy", rotterdam$dtime, rotterdam$death, rotterdam$chemo, asked = 2 * years, tau = 3652.5)
followed <- flchain[flchain$futime < 400 | seq_len(nrow(flchain)) %% 4 == 0, ]
large("flchain, a quarter and the early ends, with ends at zero", followed$futime, followed$death, code(followed$sex), asked = c(0, 30, 365), tau = 3652.5)

edge <- function(id, ...) for (scale in scales) add(paste0("edge: ", id, ", ", scale), ..., interval = scale)
edge("all censored", 1:3, c(0, 0, 0))
edge("one subject with the event", 5, 1)
edge("one subject censored", 5, 0)
edge("all at one time, events", rep(4, 5), rep(1, 5))
edge("all at one time, mixed", rep(4, 5), c(1, 1, 0, 0, 1))
edge("all at time zero", c(0, 0, 0), c(1, 1, 0))
edge("event and censoring tied", c(1, 2, 2, 2, 3, 4), c(1, 1, 0, 1, 0, 1))
edge("last is censored", 1:4, c(1, 1, 1, 0))
edge("plateau at one half", 1:4, c(1, 1, 1, 1))
edge("plateau at one half to the end", 1:4, c(1, 1, 0, 0))
edge("median not reached", 1:5, c(1, 0, 0, 0, 0))
edge("one half by products", 1:10, c(1, 1, 1, 1, 1, 0, 0, 1, 0, 0))
edge("unsorted", c(9, 3, 1, 8, 2, 5, 3), c(0, 1, 0, 1, 1, 1, 0))
edge("times that differ by rounding", c(0.1 + 0.2, 0.3, 0.3000000001, 0.5), c(1, 1, 1, 0))
edge("tiny times, which timefix makes one", c(1e-9, 2e-9, 3e-9), c(1, 0, 1))
edge("tiny gaps between small times", c(1e-3, 1e-3 + 1e-8, 1e-3 + 2e-8, 0.002, 0.002 + 2e-8), c(1, 0, 1, 1, 0))
edge("tiny gaps with late entry", c(0.5, 0.5 + 1e-8, 0.5 + 4e-8, 1), c(1, 0, 1, 1), entry = c(0, 0.1, 0.1 + 1e-8, 0.5 + 1e-8))
edge("huge times", c(1e9, 2e9, 3e9), c(1, 0, 1))
edge("negative time", c(-1, 2, 3), c(1, 0, 1))
edge("infinite time", c(1, 2, Inf), c(1, 0, 0))
edge("missing values", c(1, NA, 3, 4), c(1, 1, NA, 0))
edge("a group of one", 1:4, c(1, 1, 0, 1), c(0, 1, 1, 1))
edge("a group without events", 1:4, c(1, 1, 0, 0), c(0, 0, 1, 1))
edge("late entry", 5:8, c(1, 1, 0, 1), entry = c(0, 2, 5, 6))
edge("late entry, survival drops to 0 early", 5:8, c(1, 1, 0, 1), entry = c(4, 5, 5, 5))
edge("entry at an event time", c(3, 3, 6), c(1, 0, 1), entry = c(0, 0, 3))
edge("empty risk set in between", c(2, 9), c(1, 1), entry = c(0, 5))
edge("fractional weights", c(1, 2, 2, 3), c(1, 0, 1, 1), weight = c(0.5, 1.5, 2, 1), robust = FALSE)
edge("fractional weights, jackknife", c(1, 2, 2, 3), c(1, 0, 1, 1), weight = c(0.5, 1.5, 2, 1), robust = TRUE)
large("edge: a thousand subjects on ten days", rep(1:10, 100), rep(c(1, 0, 1), length.out = 1000), asked = c(0, 1, 5, 10, 12), tau = 8)
write_cases("Kaplan-Meier", 1e-9, "closed sums and products: what remains is rounding", cases)
