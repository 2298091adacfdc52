# Recomputes cases.json with base R. usage, in this folder: Rscript make.R > cases.json
# Data: lung, veteran, aml (R package survival), birthwt (MASS), bmt, larynx, drug6mp (KMsurv), sleepstudy (lme4).
# wilcox.test finds normal limits with uniroot (tolerance 1e-4); here its statistic is evaluated between all
# neighbouring differences instead. Exact tests with ties: all subsets are counted (exactRankTests' definition).
source("../clinical.R")
lung <- read("lung"); birthwt <- read("birthwt"); aml <- read("aml"); larynx <- read("larynx"); veteran <- read("veteran")
bmt <- read("bmt"); drug <- read("drug6mp"); sleep <- read("sleepstudy")

welch <- function(id, x, y) {
  t <- t.test(x, y)
  add(paste0(id, "_welch"), "t.test(x, y)", list(kind = "welch", first = I(x), second = I(y)),
    list(estimate = unname(t$estimate[1] - t$estimate[2]), standardError = t$stderr, statistic = unname(t$statistic),
      degreesOfFreedom = unname(t$parameter), p = t$p.value, interval = list(lower = t$conf.int[1], upper = t$conf.int[2])))
}
normal_limits <- function(x, y, correct, level = 0.95) {
  m <- length(x); n <- length(y); z <- qnorm((1 - level) / 2, lower.tail = FALSE)
  d <- sort(unique(c(outer(x, y, "-"))))
  f <- function(d, zq) {
    r <- rank(c(x - d, y)); w <- sum(r[seq_along(x)]) - m * (m + 1) / 2 - m * n / 2; t <- table(r)
    (w - if (correct) sign(w) * 0.5 else 0) / sqrt(m * n / 12 * (m + n + 1 - sum(t^3 - t) / ((m + n) * (m + n - 1)))) - zq
  }
  between <- c((d[-1] + d[-length(d)]) / 2, d[length(d)] + 1)
  first_at_or_below <- function(zq) { lo <- 1; hi <- length(d); while (lo < hi) { k <- (lo + hi) %/% 2; if (f(between[k], zq) <= 0) hi <- k else lo <- k + 1 }; d[lo] }
  last_above <- function(zq) -{ lo <- 1; e <- rev(d); b <- c((e[-1] + e[-length(e)]) / 2, e[length(e)] - 1); hi <- length(e); while (lo < hi) { k <- (lo + hi) %/% 2; if (f(b[k], zq) >= 0) hi <- k else lo <- k + 1 }; -e[lo] }
  c(first_at_or_below(z), last_above(-z))
}
exact_with_ties <- function(x, y) {
  r <- rank(c(x, y)); m <- length(x); s <- as.integer(round(2 * r)); top <- sum(sort(s, decreasing = TRUE)[seq_len(m)])
  counts <- matrix(0, m + 1, top + 1); counts[1, 1] <- 1
  for (k in s) for (j in m:1) { from <- counts[j, seq_len(top + 1 - k)]; counts[j + 1, (k + 1):(top + 1)] <- counts[j + 1, (k + 1):(top + 1)] + from }
  sums <- 0:top; centre <- m * (length(r) + 1); seen <- sum(s[seq_len(m)])
  sum(counts[m + 1, abs(sums - centre) >= abs(seen - centre)]) / sum(counts[m + 1, ])
}
wilcoxon <- function(id, x, y, methods) for (method in methods) {
  a <- x[!is.na(x)]; b <- y[!is.na(y)]
  ties <- any(duplicated(c(a, b)))
  input <- list(kind = "wilcoxon", first = I(as.numeric(x)), second = I(as.numeric(y)), method = sub("_.*", "", method), correction = !grepl("uncorrected", method))
  expected <- list(statistic = unname(suppressWarnings(wilcox.test(a, b))$statistic))
  if (method == "exact" && ties) expected$p <- exact_with_ties(a, b) else {
    w <- wilcox.test(a, b, exact = method == "exact", correct = input$correction, conf.int = method == "exact")
    expected$p <- w$p.value
    limits <- if (method == "exact") w$conf.int else normal_limits(a, b, input$correction)
    expected$shift <- list(estimate = median(outer(a, b, "-")), interval = list(lower = limits[1], upper = limits[2]))
  }
  add(paste0(id, "_wilcoxon_", method), sprintf("wilcox.test(x, y), %s", method), input, expected)
}
two <- function(d, y, g) { l <- sort(unique(d[[g]])); list(d[[y]][d[[g]] == l[1]], d[[y]][d[[g]] == l[2]]) }
samples <- list(lung_age_sex = two(lung, "age", "sex"), lung_wt_loss_sex = two(lung, "wt.loss", "sex"), birthwt_bwt_smoke = two(birthwt, "bwt", "smoke"),
  aml_time_x = two(aml, "time", "x"), drug6mp = list(drug$t2, drug$t1),
  sleep_day9_day0 = list(sleep$Reaction[sleep$Days == 9], sleep$Reaction[sleep$Days == 0]),
  tiny = list(c(1.1, 2.2, 0.3), c(3.5, 4.7)), apart = list(c(1, 2), c(3, 4)), far = list(seq_len(60) + 0.5, 1000 + seq_len(45)))
for (id in names(samples)) {
  x <- samples[[id]][[1]]; y <- samples[[id]][[2]]
  welch(id, x, y)
  small <- length(x) < 50 && length(y) < 50
  wilcoxon(id, x, y, if (small) c("normal", "normal_uncorrected", "exact") else c("normal", "normal_uncorrected"))
}
wilcoxon("very_small_p", as.numeric(1:700), 1000 + as.numeric(1:700), "normal")
wilcoxon("one_and_one", 1, 2, c("exact", "normal"))

several <- function(id, d, y, g) {
  values <- lapply(sort(unique(d[[g]])), function(l) d[[y]][d[[g]] == l])
  group <- factor(d[[g]])
  k <- kruskal.test(d[[y]], group)
  input <- list(kind = "kruskal", groups = lapply(values, I))
  add(paste0(id, "_kruskal"), "kruskal.test(y, group)", input, list(statistic = unname(k$statistic), degreesOfFreedom = unname(k$parameter), p = k$p.value))
  table <- summary(aov(d[[y]] ~ group))[[1]]
  for (equal in c(TRUE, FALSE)) {
    o <- oneway.test(d[[y]] ~ group, var.equal = equal)
    input <- list(kind = if (equal) "anova" else "welch-anova", groups = lapply(values, I))
    add(paste0(id, "_", input$kind), sprintf("oneway.test(y ~ group, var.equal = %s)", equal), input,
      list(statistic = unname(o$statistic), numeratorDf = unname(o$parameter[1]), denominatorDf = unname(o$parameter[2]), p = o$p.value,
        sumOfSquaresBetween = table[1, 2], sumOfSquaresWithin = table[2, 2]))
  }
}
several("larynx_age_stage", larynx, "age", "stage")
several("veteran_karno_cell", veteran, "karno", "celltype")
several("birthwt_bwt_race", birthwt, "bwt", "race")
several("bmt_z7_group", bmt, "z7", "group")
write_cases("groups", 1e-10, "incomplete beta functions and sums of squares in another order than R", cases, NULL)
