# Recomputes cases.json with survival's survfit for several states. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

add <- function(id, rows, states) {
  rows <- rows[order(rows$subject, rows$entry), ]
  rows$event <- factor(rows$state, 0:(states - 1))
  fit <- survfit(Surv(entry, time, event) ~ 1, data = rows, id = subject, conf.type = "log-log")
  # What R's print and summary tell (not the internal survmean2, which starts at the first time instead of 0).
  tau <- unname(quantile(rows$time, 0.6, type = 1))
  columns <- function(m) lapply(seq_len(ncol(m)), function(j) many(m[, j]))
  # A probability of one, up to rounding, has no limits on this scale.
  certain <- abs(fit$pstate - round(fit$pstate)) < 1e-12
  shaped <- function(limits) columns(ifelse(certain, NA, matrix(limits, nrow = length(fit$time))))
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(subject = many(rows$subject), entry = many(rows$entry), time = many(rows$time), state = many(rows$state),
      states = states, tau = tau),
    expected = list(time = many(fit$time), atRisk = columns(fit$n.risk), probability = columns(fit$pstate),
      standardError = columns(ifelse(certain, 0, fit$std.err)), lower = shaped(fit$lower), upper = shaped(fit$upper),
      restrictedTime = many(unname(summary(fit, rmean = tau)$table[, "rmean"]))))
}

m <- mgus2[1:150, ]
m$futime <- m$futime + 0.1
both <- m$pstat == 1 & m$ptime < m$futime
add("mgus2, illness and death", rbind(
  data.frame(subject = m$id, entry = 0, time = ifelse(both, m$ptime, m$futime), state = ifelse(both, 1, 2 * m$death)),
  data.frame(subject = m$id, entry = m$ptime, time = m$futime, state = 2 * m$death)[both, ]), 3)
y <- myeloid[1:120, ]
rows <- tmerge(y[, 1:2], y, id = id, death = event(futime, death), transplant = event(txtime),
  response = event(crtime), relapse = event(rltime))
state <- with(rows, ifelse(death == 1, 4, ifelse(relapse == 1, 3, ifelse(transplant == 1, 2, ifelse(response == 1, 1, 0)))))
add("myeloid, back and forth", data.frame(subject = rows$id, entry = rows$tstart, time = rows$tstop, state = state), 5)
add("edge: there and back", data.frame(subject = c(1, 1, 1, 2, 2, 3, 4, 4), entry = c(0, 1, 3, 0, 2, 0, 0, 2.5),
  time = c(1, 3, 5, 2, 4, 3, 2.5, 6), state = c(1, 0, 2, 1, 2, 0, 1, 0)), 3)
add("edge: one subject moves at once", data.frame(subject = 1:3, entry = 0, time = c(2, 2, 2), state = c(1, 0, 1)), 2)
write_cases("Aalen-Johansen, several states", 1e-9, "products of matrices: what remains is rounding", cases)
