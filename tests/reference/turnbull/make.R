# Recomputes cases.json: Turnbull's estimate by plain EM on all candidate intervals, run until the likelihood stands still,
# checked against survival's survfit (which stops earlier). usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

add <- function(id, lower, upper, weight = NULL) {
  w <- if (is.null(weight)) rep(1, length(lower)) else weight
  exact <- lower == upper
  ends <- sort(unique(c(lower, upper)))
  # Cells: each end as a point, and each gap between ends as an open interval, in turn.
  cells <- data.frame(from = rep(ends, each = 2), to = as.vector(rbind(ends, c(ends[-1], NA))), point = c(TRUE, FALSE))
  cells <- cells[!is.na(cells$to), ]
  inside <- sapply(seq_len(nrow(cells)), function(j) with(cells[j, ],
    if (point) ifelse(exact, lower == from, lower < from & from <= upper) else !exact & lower <= from & to <= upper))
  p <- rep(1 / ncol(inside), ncol(inside))
  before <- -Inf
  for (k in 1:200000) {
    mass <- as.vector(inside %*% p)
    p <- p * as.vector(crossprod(inside, w / mass)) / sum(w)
    now <- sum(w * log(mass))
    if (k > 1000 && now - before <= 0) break
    before <- now
  }
  # The data fix the mass of neighbouring cells that the same rows contain; they are merged into (lower, upper].
  signature <- apply(inside, 2, paste, collapse = "")
  block <- cumsum(c(TRUE, signature[-1] != signature[-length(signature)]))
  mass <- as.vector(tapply(p, block, sum))
  keep <- mass > 1e-7
  from <- as.vector(tapply(seq_along(block), block, function(j) {
    one <- cells[j[1], ]
    if (!one$point) return(one$from)
    if (any(exact & lower == one$from)) return(one$from)
    max(ends[ends < one$from])
  }))
  to <- as.vector(tapply(seq_along(block), block, function(j) cells[j[length(j)], "to"]))
  survived <- sapply(seq_along(keep), function(j) sum(mass[-(1:j)]))
  own <- survfit(Surv(ifelse(is.finite(lower), lower, NA), ifelse(is.finite(upper), upper, NA), type = "interval2") ~ 1, weights = w)
  finite <- keep & is.finite(to)
  at <- vapply(to[finite], function(t) c(1, own$surv)[sum(own$time <= t) + 1], 0)
  stopifnot(max(abs(at - survived[finite])) < 0.02)
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(lower = many(ifelse(is.finite(lower), lower, NA)), upper = many(upper), weight = many(weight)),
    expected = list(lower = many(from[keep]), upper = many(to[keep]), mass = many(mass[keep]), logLikelihood = now))
}

add("three overlapping intervals", c(0, 1, 2), c(2, 3, 4))
add("exact, left-, right- and interval-censored", c(0, 0, 2, 3, 3, 5, 6, 2), c(1, 4, 2, 5, Inf, 7, Inf, 6))
set.seed(7)
truth <- rweibull(60, 1.3, 12)
visit <- function(t) {
  visits <- c(0, cumsum(runif(6, 1, 5)))
  c(max(visits[visits < t]), if (any(visits >= t)) min(visits[visits >= t]) else Inf)
}
seen <- round(sapply(truth, visit), 1)
seen[2, ] <- pmax(seen[2, ], seen[1, ] + 0.1)
add("visits of sixty subjects", seen[1, ], seen[2, ])
add("a table of counts", c(0, 3, 6, 3, 6, 12), c(3, 6, 12, 12, Inf, Inf), c(5, 7, 4, 3, 6, 2))
write_cases("Turnbull", 1e-5, "the plain EM of the witness creeps: its masses are good to about six digits", cases)
