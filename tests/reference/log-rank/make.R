# Recomputes cases.json: survival's survdiff, and the other families and late entry from their definition.
# usage, in this folder: Rscript make.R > cases.json
source("../json.R")
library(survival)
cases <- list()

definition <- function(time, event, group, entry, strata, weighting) {
  levels <- sort(unique(group))
  k <- length(levels)
  O <- E <- numeric(k)
  V <- matrix(0, k, k)
  for (s in unique(strata)) {
    in_s <- strata == s
    S <- peto <- 1
    for (t in sort(unique(time[in_s & event == 1]))) {
      risk <- in_s & entry < t & time >= t
      dead <- in_s & time == t & event == 1
      n_g <- vapply(levels, function(g) sum(risk & group == g), 0)
      d_g <- vapply(levels, function(g) sum(dead & group == g), 0)
      n <- sum(n_g)
      d <- sum(d_g)
      peto <- peto * (1 - d / (n + 1))
      w <- switch(weighting$family, "log-rank" = 1, "gehan-breslow" = n, "tarone-ware" = sqrt(n), "peto-peto" = peto,
        "modified-peto" = peto * n / (n + 1), "fleming-harrington" = S^weighting$rho * (1 - S)^weighting$gamma)
      S <- S * (1 - d / n)
      O <- O + w * d_g
      E <- E + w * d * n_g / n
      if (n > 1) V <- V + w^2 * d * (n - d) / (n - 1) * (diag(n_g / n, k) - outer(n_g, n_g) / n^2)
    }
  }
  list(obs = O, exp = E, var = V)
}

add <- function(id, time, event, group, entry = NULL, strata = NULL, weighting = list(family = "log-rank")) {
  from <- if (is.null(entry)) rep(-Inf, length(time)) else entry
  inside <- if (is.null(strata)) rep(0, length(time)) else strata
  result <- definition(time, event, group, from, inside, weighting)
  rho <- switch(weighting$family, "log-rank" = 0, "fleming-harrington" = if (weighting$gamma == 0) weighting$rho)
  if (is.null(entry) && !is.null(rho)) {
    own <- survdiff(Surv(time, event) ~ group + strata(inside), rho = rho)
    sums <- function(x) if (is.matrix(x)) rowSums(x) else x
    stopifnot(isTRUE(all.equal(sums(own$obs), result$obs, check.attributes = FALSE)),
      isTRUE(all.equal(own$var, result$var, check.attributes = FALSE)))
    result <- list(obs = sums(own$obs), exp = sums(own$exp), var = own$var)
  }
  tested <- which(result$exp > 0)[-1]
  df <- length(tested)
  statistic <- if (df == 0) 0 else {
    difference <- (result$obs - result$exp)[tested]
    sum(solve(result$var[tested, tested, drop = FALSE], difference) * difference)
  }
  p <- if (df == 0) NA else pchisq(statistic, df, lower.tail = FALSE)
  k <- length(result$obs)
  spread <- sum(outer(seq_len(k), seq_len(k)) * result$var)
  trend <- if (spread > 1e-9) sum(seq_len(k) * (result$obs - result$exp)) / sqrt(spread) else NA
  pairs <- combn(sort(unique(group)), 2)
  pair_p <- if (k > 2 && all(result$exp > 0)) apply(pairs, 2, function(pair) {
    two <- group %in% pair
    r <- definition(time[two], event[two], group[two], from[two], inside[two], weighting)
    pchisq((r$obs - r$exp)[1]^2 / r$var[1, 1], 1, lower.tail = FALSE)
  })
  adjust <- function(how) if (!is.null(pair_p)) many(p.adjust(pair_p, how))
  cases[[length(cases) + 1]] <<- list(id = id,
    input = list(time = many(time), event = many(event), entry = many(entry), group = many(group), strata = many(strata),
      weighting = weighting),
    expected = list(statistic = statistic, degreesOfFreedom = df, pValue = p, observed = many(result$obs),
      expected = many(result$exp), variance = result$var, trend = trend, trendPValue = 2 * pnorm(-abs(trend)), holm = adjust("holm"),
      benjaminiHochberg = adjust("BH")))
}

code <- function(x) as.integer(factor(x)) - 1L
families <- list(list(family = "log-rank"), list(family = "gehan-breslow"), list(family = "tarone-ware"),
  list(family = "peto-peto"), list(family = "modified-peto"), list(family = "fleming-harrington", rho = 1, gamma = 0),
  list(family = "fleming-harrington", rho = 0, gamma = 1), list(family = "fleming-harrington", rho = 0.5, gamma = 0.5))
for (f in families) {
  name <- paste(unlist(f), collapse = " ")
  add(paste("veteran cell type,", name), veteran$time, veteran$status, code(veteran$celltype), weighting = f)
  add(paste("veteran treatment within cell type,", name), veteran$time, veteran$status, veteran$trt - 1,
    strata = code(veteran$celltype), weighting = f)
}
add("aml", aml$time, aml$status, code(aml$x))
l <- lung[!is.na(lung$inst), ]
add("lung sex within institution", l$time, l$status - 1, l$sex - 1, strata = code(l$inst))
add("heart, late entry", heart$stop, heart$event, code(heart$transplant), entry = heart$start)
add("heart, late entry, Peto", heart$stop, heart$event, code(heart$transplant), entry = heart$start, weighting = families[[4]])
add("lung by sex", lung$time, lung$status - 1, lung$sex - 1)
e <- lung[!is.na(lung$ph.ecog), ]
add("lung by performance status", e$time, e$status - 1, e$ph.ecog)
add("ovarian by treatment", ovarian$futime, ovarian$fustat, ovarian$rx - 1)
add("gbsg by hormone", gbsg$rfstime, gbsg$status, gbsg$hormon)
add("myeloid by treatment", myeloid$futime, myeloid$death, code(myeloid$trt))
recurrence <- colon[colon$etype == 1, ]
add("colon, recurrence by treatment", recurrence$time, recurrence$status, code(recurrence$rx))
add("colon, recurrence by treatment, rho 1", recurrence$time, recurrence$status, code(recurrence$rx), weighting = families[[6]])
add("colon, recurrence by treatment within sex and nodes, (1, 1)", recurrence$time, recurrence$status, code(recurrence$rx),
  strata = 2 * recurrence$sex + recurrence$node4, weighting = list(family = "fleming-harrington", rho = 1, gamma = 1))
add("overwhelming difference", c(1:400, 801:1200), rep(1, 800), rep(0:1, each = 400))
add("edge: no events", 1:4, c(0, 0, 0, 0), c(0, 0, 1, 1))
add("edge: one event", 1:4, c(0, 1, 0, 0), c(0, 0, 1, 1))
add("edge: a group without events", 1:5, c(1, 1, 0, 0, 1), c(0, 0, 1, 1, 0))
add("edge: all tied", rep(3, 6), c(1, 1, 0, 1, 0, 0), c(0, 0, 0, 1, 1, 1))
add("edge: no overlap", c(1, 2, 10, 11), rep(1, 4), c(0, 0, 1, 1))
add("edge: a group gone before the first event", c(5, 6, 1, 1), c(1, 1, 0, 0), c(0, 0, 1, 1))
add("edge: three groups, one gone before the first event", c(5:8, 1, 1), c(1, 1, 1, 0, 0, 0), c(0, 0, 1, 1, 2, 2))
write_cases("log-rank", 1e-9, "closed sums; the p-value follows its statistic", cases)
