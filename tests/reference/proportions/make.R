# Recomputes cases.json with base R. usage, in this folder: Rscript make.R > cases.json
source("../clinical.R")
limits <- function(x) list(lower = x[1], upper = x[2])
counts <- list(c(0, 10), c(1, 10), c(5, 10), c(10, 10), c(0, 1), c(1, 1), c(9, 21), c(88, 104), c(150, 236), c(74, 236), c(8, 104),
  c(24, 45), c(1, 1000), c(500, 1000), c(999, 1000), c(123, 100000), c(3, 5000000))
wilson <- function(x, n, level) if (n < 1e6) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int else {
  z <- qnorm((1 + level) / 2); r <- range(Re(polyroot(c(x^2 / n, -(2 * x + z^2), n + z^2)))); r }
for (c in counts) for (level in c(0.95, 0.9, 0.998)) {
  x <- c[1]; n <- c[2]; id <- sprintf("%g_of_%g_at_%g", x, n, level)
  add(paste0("clopper_", id), "binom.test(x, n, conf.level = level)", list(kind = "clopper", events = x, n = n, level = level),
    list(estimate = x / n, interval = limits(binom.test(x, n, conf.level = level)$conf.int)))
  add(paste0("wilson_", id), "prop.test(x, n, conf.level = level, correct = FALSE)", list(kind = "wilson", events = x, n = n, level = level),
    list(estimate = x / n, interval = limits(wilson(x, n, level))))
}
for (c in list(c(0, 10), c(1, 10), c(8, 330.5), c(19, 330.5), c(109, 812.75), c(1000, 1e6), c(40000, 12))) for (level in c(0.95, 0.99))
  add(sprintf("poisson_%g_in_%g_at_%g", c[1], c[2], level), "poisson.test(x, T, conf.level = level)", list(kind = "poisson", events = c[1], observedTime = c[2], level = level),
    list(estimate = c[1] / c[2], interval = limits(poisson.test(c[1], c[2], conf.level = level)$conf.int)))
newcombe <- function(x1, n1, x2, n2) {
  a <- wilson(x1, n1, 0.95); b <- wilson(x2, n2, 0.95); p <- x1 / n1; q <- x2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
for (c in list(c(5, 20, 9, 25), c(0, 15, 3, 20), c(86, 115, 44, 74), c(10, 10, 0, 10)))
  add(sprintf("difference_%g_%g_%g_%g", c[1], c[2], c[3], c[4]), "Newcombe's method 10 from prop.test", list(kind = "difference", first = I(c[1:2]), second = I(c[3:4])),
    list(estimate = c[1] / c[2] - c[3] / c[4], interval = limits(newcombe(c[1], c[2], c[3], c[4]))))
write_cases("proportions", 1e-11, "R solves its beta quantiles to about twelve digits", cases, NULL)
