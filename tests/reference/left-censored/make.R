# Recomputes cases.json: quantiles of left-censored values by survival's survfit on the flipped values.
# usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

add <- function(id, value, detected, weight = NULL, probability = c(0.1, 0.25, 0.5, 0.75, 0.9), interval = "log", level = 0.95) {
  w <- if (is.null(weight)) rep(1, length(value)) else weight
  # Flipped and moved to the right of zero: a follow-up of survfit begins at zero.
  far <- max(value) + 1
  fit <- survfit(Surv(far - value, detected) ~ 1, weights = w, conf.type = interval, conf.int = level)
  found <- quantile(fit, probs = 1 - probability)
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(value = many(value), detected = many(as.numeric(detected)), weight = many(weight), probability = many(probability),
      interval = interval, level = level),
    expected = list(quantile = many(far - found$quantile), lower = many(far - found$upper), upper = many(far - found$lower),
      n = sum(w), censored = sum(w[!detected])))
}

add("nine values, three below their limit", c(1, 2, 3, 4, 5, 6, 7, 8, 9), c(1, 0, 1, 1, 0, 1, 0, 1, 1) == 1)
add("no value below a limit", c(0.1, 0.4, 0.2, 3, 12, 0.05, 1, 1), rep(TRUE, 8))
add("only the upper half was seen", c(5, 5, 5, 5, 5, 5, 6, 7, 8, 9), rep(c(FALSE, TRUE), c(6, 4)))
add("a limit equal to a value", c(2, 2, 3, 3, 4, 1), c(1, 0, 1, 0, 1, 1) == 1)
set.seed(11)
truth <- rnorm(150, -1.5, 0.9)
limit <- log10(3 / rlnorm(150, log(30000), 0.8) * 100 * runif(150, 0.4, 1.2))
seen <- truth >= limit
value <- round(ifelse(seen, truth, limit), 3)
add("a simulated visit on the log scale", value, seen)
add("the same, log-log interval at 90 %", value, seen, interval = "log-log", level = 0.9)
add("the same, plain interval", value, seen, interval = "plain")
counts <- aggregate(n ~ value + seen, data.frame(value = round(value, 1), seen = seen, n = 1), sum)
add("a table of counts", counts$value, counts$seen, counts$n)
write_cases("left-censored quantiles", 1e-10, "differences of numbers that R moved along the axis", cases)
