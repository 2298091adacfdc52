# Recomputes cases.json with base R. usage, in this folder: Rscript make.R > cases.json
# Data: lung, veteran, rotterdam (R package survival; rotterdam with stabilised-free inverse probability weights
# of hormon), birthwt (MASS), bmt (KMsurv).
source("../clinical.R")
lung <- read("lung"); bmt <- read("bmt"); birthwt <- read("birthwt"); veteran <- read("veteran"); rotterdam <- read("rotterdam")
missing_as_null <- function(x) I(as.numeric(x))

probs <- c(0, 0.01, 0.025, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 1)
quantile_case <- function(id, x, probs) {
  present <- x[!is.na(x)]
  add(id, "quantile(x, probs, type = 2), type = 7", list(kind = "quantiles", x = missing_as_null(x), probs = I(probs)),
    list(n = length(present), missing = sum(is.na(x)),
      type2 = I(unname(quantile(present, probs, type = 2))), type7 = I(unname(quantile(present, probs, type = 7)))))
}
quantile_case("lung_age", lung$age, probs)
quantile_case("lung_wt_loss_with_missing", lung$wt.loss, probs)
quantile_case("bmt_z7", bmt$z7, probs)
quantile_case("birthwt_bwt", birthwt$bwt, probs)
quantile_case("two_values", c(1, 2), c(0, 0.25, 0.5, 0.75, 1))
quantile_case("ties", c(1, 1, 1, 2, 2, 5), c(0, 0.25, 0.5, 0.75, 1))
quantile_case("one_value", 3, c(0, 0.5, 1))
quantile_case("no_value", numeric(), c(0, 0.5, 1))
quantile_case("only_missing", c(NA, NA_real_), c(0.5))
set.seed(7)
quantile_case("random_17", round(rnorm(17), 4), seq(0, 1, by = 0.05))
quantile_case("random_20", round(rexp(20), 4), seq(0, 1, by = 0.05))
quantile_case("infinite", c(-Inf, 1, 2, Inf), c(0, 0.5, 1))

summary_case <- function(id, x) {
  p <- x[!is.na(x)]
  q <- unname(quantile(p, c(0.25, 0.5, 0.75), type = 7))
  add(id, "mean(x), sd(x), quantile(x), range(x)", list(kind = "summary", x = missing_as_null(x)),
    list(n = length(p), missing = sum(is.na(x)), mean = if (length(p)) mean(p) else NA, standardDeviation = sd(p),
      lowerQuartile = q[1], median = q[2], upperQuartile = q[3],
      minimum = if (length(p)) min(p) else NA, maximum = if (length(p)) max(p) else NA))
}
summary_case("summary_lung_wt_loss", lung$wt.loss)
summary_case("summary_bmt_z7", bmt$z7)
summary_case("summary_far_from_zero", 1e9 + c(1, 2, 4, 8))
summary_case("summary_one", 4)
summary_case("summary_none", numeric())

split_groups <- function(d, x, g) { levels <- sort(unique(d[[g]])); list(levels, d[[x]][d[[g]] == levels[1]], d[[x]][d[[g]] == levels[2]]) }
weighted_variance <- function(x, w) sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - sum(w * x) / sum(w))^2)
smd_case <- function(id, d, x, g, kind, w = NULL) {
  s <- split_groups(d, x, g); a <- s[[2]]; b <- s[[3]]
  input <- list(kind = kind, first = I(a), second = I(b))
  if (is.null(w)) {
    va <- if (kind == "binary") mean(a) * (1 - mean(a)) else var(a)
    vb <- if (kind == "binary") mean(b) * (1 - mean(b)) else var(b)
    estimate <- (mean(b) - mean(a)) / sqrt((va + vb) / 2)
  } else {
    wa <- d[[w]][d[[g]] == s[[1]][1]]; wb <- d[[w]][d[[g]] == s[[1]][2]]
    input$firstWeights <- I(wa); input$secondWeights <- I(wb)
    estimate <- (weighted.mean(b, wb) - weighted.mean(a, wa)) / sqrt((weighted_variance(a, wa) + weighted_variance(b, wb)) / 2)
  }
  add(id, sprintf("%s by %s", x, g), input, list(estimate = estimate, n = c(length(a), length(b))))
}
smd_case("smd_lung_age_sex", lung, "age", "sex", "continuous")
smd_case("smd_birthwt_age_smoke", birthwt, "age", "smoke", "continuous")
smd_case("smd_birthwt_ht_smoke", birthwt, "ht", "smoke", "binary")
smd_case("smd_rotterdam_age", rotterdam, "age", "hormon", "continuous")
smd_case("smd_rotterdam_age_weighted", rotterdam, "age", "hormon", "continuous", "iptw")
smd_case("smd_rotterdam_meno", rotterdam, "meno", "hormon", "binary")
smd_case("smd_rotterdam_meno_weighted", rotterdam, "meno", "hormon", "binary", "iptw")
smd_case("smd_rotterdam_nodes_weighted", rotterdam, "nodes", "hormon", "continuous", "iptw")
level_case <- function(id, counts) {
  p <- counts / rowSums(counts); t <- p[2, -1]; c <- p[1, -1]
  cov1 <- function(q) diag(q, length(q)) - outer(q, q)
  s <- (cov1(t) + cov1(c)) / 2
  add(id, "sqrt(t(T - C) %*% solve(S) %*% (T - C))", list(kind = "levels", first = I(unname(counts[1, ])), second = I(unname(counts[2, ]))),
    list(estimate = sqrt(drop(t(t - c) %*% solve(s) %*% (t - c)))))
}
level_case("smd_veteran_cell_trt", matrix(table(veteran$trt, veteran$celltype), 2))
level_case("smd_two_levels", rbind(c(108, 7), c(69, 5)))
level_case("smd_one_level_in_one_group_only", rbind(c(10, 0, 5), c(4, 3, 9)))
write_cases("descriptive", 1e-12, "sums of a few hundred doubles in another order than R", cases, NULL)
