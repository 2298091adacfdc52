# Recomputes cases.json with base R. usage, in this folder: Rscript make.R > cases.json
# fisher.test solves odds ratio and limits with uniroot's default tolerance (1e-4, R 4.2); here the same equations
# are solved with tolerance 1e-15, so that the digits are R's distribution functions and not the solver's.
source("../clinical.R")

exact_odds <- function(t, alternative) {
  m <- sum(t[, 1]); n <- sum(t[, 2]); k <- sum(t[1, ]); x <- t[1, 1]
  lo <- max(0, k - n); hi <- min(k, m); support <- lo:hi
  logdc <- dhyper(support, m, n, k, log = TRUE)
  d <- function(l) { d <- logdc + l * support; d <- exp(d - max(d)); d / sum(d) }
  solve1 <- function(f) { r <- uniroot(f, c(-30, 30), tol = 1e-15)$root; exp(r) }
  mean_at <- function(l) sum(support * d(l))
  alpha <- if (alternative == "two.sided") 0.025 else 0.05
  list(estimate = if (x == lo) 0 else if (x == hi) Inf else solve1(function(l) mean_at(l) - x),
    lower = if (alternative == "less" || x == lo) 0 else solve1(function(l) log(sum(d(l)[support >= x]) / alpha)),
    upper = if (alternative == "greater" || x == hi) Inf else solve1(function(l) log(sum(d(l)[support <= x]) / alpha)))
}
fourfold <- function(id, t) for (alternative in c("two.sided", "less", "greater")) {
  f <- fisher.test(t, alternative = alternative)
  e <- exact_odds(t, alternative)
  ours <- sub("two.sided", "two-sided", alternative)
  add(paste0(id, "_fisher_", ours), sprintf('fisher.test(table, alternative = "%s")', alternative),
    list(kind = "fourfold", table = t, alternative = ours), list(p = f$p.value, estimate = e$estimate, lower = e$lower, upper = e$upper))
}
chi <- function(id, t, yates = FALSE) {
  c <- suppressWarnings(chisq.test(t, correct = yates))
  undefined <- is.nan(c$statistic)
  add(paste0(id, if (yates) "_yates" else "_pearson"), sprintf("chisq.test(table, correct = %s)", yates), list(kind = "chi-squared", table = t, yates = yates),
    list(statistic = unname(c$statistic), degreesOfFreedom = unname(c$parameter), p = unname(c$p.value)))
  if (!yates && !undefined) {
    cases[[length(cases)]]$expected$expected <<- unname(c$expected)
    cases[[length(cases)]]$expected$standardisedResiduals <<- unname(c$stdres)
  }
}
rxc <- function(id, t) add(paste0(id, "_fisher_table"), "fisher.test(table)", list(kind = "table", table = t), list(p = fisher.test(t, workspace = 2e7)$p.value))
trend <- function(id, t, scores = seq_len(nrow(t))) {
  p <- prop.trend.test(t[, 1], rowSums(t), scores)
  fit <- sum(t[, 1] * (scores - sum(rowSums(t) * scores) / sum(t)))
  add(paste0(id, "_trend"), "prop.trend.test(x, n, score)", list(kind = "trend", events = I(t[, 1]), totals = I(rowSums(t)), scores = I(scores)),
    list(z = sign(fit) * sqrt(unname(p$statistic)), statistic = unname(p$statistic), p = unname(p$p.value)))
}
rows <- function(...) unname(rbind(...))
small <- list(
  birthwt_smoke_low = rows(c(86, 29), c(44, 30)), tea_tasting = rows(c(3, 1), c(1, 3)), convictions = rows(c(2, 15), c(10, 3)),
  zero_cell = rows(c(0, 7), c(5, 3)), zero_other_cell = rows(c(7, 0), c(3, 5)), large = rows(c(1200, 900), c(1500, 1800)), approval = rows(c(794, 86), c(150, 570)),
  tiny_p = rows(c(794, 150), c(86, 570)), one_each = rows(c(1, 0), c(0, 1)), equal_rows = rows(c(5, 5), c(5, 5)))
for (id in names(small)) { fourfold(id, small[[id]]); chi(id, small[[id]]); chi(id, small[[id]], TRUE); rxc(id, small[[id]]) }
chi("empty_column", rows(c(3, 0), c(5, 0)))
larger <- list(
  birthwt_race_low = rows(c(73, 23), c(15, 11), c(42, 25)), birthwt_ptl_low = rows(c(118, 41), c(8, 16), c(3, 2), c(1, 0)),
  larynx_stage_death = rows(c(18, 15), c(10, 7), c(10, 17), c(2, 11)), veteran_cell_trt = rows(c(9, 18), c(15, 12), c(30, 18), c(15, 20)),
  lung_ecog_sex = rows(c(36, 27), c(71, 42), c(29, 21), c(1, 0)), three_by_three = rows(c(8, 5, 1), c(4, 9, 6), c(2, 3, 12)),
  sparse_5x4 = rows(c(1, 3, 0, 2), c(0, 1, 4, 0), c(2, 0, 1, 1), c(0, 2, 1, 3), c(1, 0, 2, 1)),
  three_by_four = rows(c(8, 5, 1, 7), c(4, 9, 6, 2), c(2, 3, 12, 5)), trend_scores = rows(c(83, 3), c(90, 3), c(129, 7), c(70, 12)))
for (id in names(larger)) { chi(id, larger[[id]]); rxc(id, larger[[id]]) }
for (id in c("birthwt_race_low", "birthwt_ptl_low", "larynx_stage_death", "lung_ecog_sex")) trend(id, larger[[id]])
trend("scores_0_1_2_4", larger$trend_scores, c(0, 1, 2, 4))
trend("strong", rows(c(2, 400), c(150, 300), c(390, 20)), 1:3)
write_cases("contingency", 1e-9, "R's network algorithm and log factorials keep about ten digits", cases, NULL)
