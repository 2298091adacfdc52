# Recomputes cases.json with survival's survfit for several states, from rows of subjects; the input of a case is what is left
# of the rows once they are counted. usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

# rows: subject, entry, time, from, to (-1: observation ends), all in days; a subject's rows follow each other.
add <- function(id, rows, states) {
  rows <- rows[order(rows$subject, rows$entry), ]
  rows$event <- factor(ifelse(rows$to < 0, "none", rows$to), c("none", 0:(states - 1)))
  rows$istate <- factor(rows$from, 0:(states - 1))
  fit <- survfit(Surv(entry, time, event) ~ 1, data = rows, id = subject, istate = istate)
  place <- match(as.character(0:(states - 1)), fit$states)
  columns <- function(m) lapply(place, function(j) many(if (is.na(j)) rep(0, length(fit$time)) else m[, j]))
  first <- rows[!duplicated(rows$subject), ]
  last <- rows[!duplicated(rows$subject, fromLast = TRUE), ]
  # Who has died stays in the last state for ever: no end of observation is counted.
  stays <- last$to == states - 1
  moves <- rbind(
    data.frame(time = first$entry, from = -1, to = first$from),
    with(rows[rows$to >= 0 & rows$to != rows$from, ], data.frame(time = time, from = from, to = to)),
    with(last[!stays, ], data.frame(time = time, from = ifelse(to < 0, from, to), to = -1)))
  counted <- aggregate(list(count = rep(1, nrow(moves))), moves, sum)
  # Only times of survfit are compared; its first is after the origin. survfit forgets who is dead, so risk is compared for the others.
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(counted$time), from = many(counted$from), to = many(counted$to), count = many(counted$count),
      states = states, asked = many(fit$time)),
    expected = list(probability = columns(fit$pstate), atRisk = columns(fit$n.risk)[seq_len(states - 1)]))
}

# A course of depth: states 0 shallow, 1 MMR, 2 deep, 3 not assessed, 4 off treatment, 5 dead; back and forth, with censoring.
set.seed(20261126)
course <- function(subject) {
  state <- sample(c(0, 3), 1, prob = c(0.8, 0.2)); at <- 0; rows <- NULL
  end <- sample(200:2500, 1)
  repeat {
    stay <- sample(30:400, 1)
    to <- if (runif(1) < 0.04) 5 else sample(setdiff(0:4, state), 1, prob = c(1, 2, 3, 1, 1)[setdiff(0:4, state) + 1])
    if (at + stay >= end) return(rbind(rows, data.frame(subject, entry = at, time = end, from = state, to = -1)))
    rows <- rbind(rows, data.frame(subject, entry = at, time = at + stay, from = state, to = to))
    if (to == 5) return(rows)
    state <- to; at <- at + stay
  }
}
add("depth of response, 60 patients", do.call(rbind, lapply(1:60, course)), 6)

m <- mgus2[1:120, ]
m$futime <- m$futime + 0.5
both <- m$pstat == 1 & m$ptime < m$futime
add("mgus2, illness and death", rbind(
  data.frame(subject = m$id, entry = 0, time = ifelse(both, m$ptime, m$futime), from = 0,
    to = ifelse(both, 1, ifelse(m$death == 1, 2, -1))),
  data.frame(subject = m$id, entry = m$ptime, time = m$futime, from = 1, to = ifelse(m$death == 1, 2, -1))[both, ]), 3)
add("edge: moves and ends at one time", data.frame(subject = c(1, 1, 2, 3, 4), entry = c(0, 2, 0, 0, 0),
  time = c(2, 5, 2, 2, 5), from = c(0, 1, 0, 1, 1), to = c(1, -1, -1, -1, 2)), 3)
write_cases("Aalen-Johansen from counts", 1e-9, "products of matrices: what remains is rounding", cases)
