# Recomputes cases.json with base R: every pair of subjects is compared, no ranks. usage, in this folder: Rscript make.R > cases.json
# The values agree with pROC 1.18 (roc, ci.auc, roc.test, coords) on the same data.
# Data: asah (pROC), birthwt (MASS), lung (survival; dead within one year).
source("../clinical.R")
asah <- read("asah"); asah$y <- as.integer(asah$outcome == "Poor")
birthwt <- read("birthwt"); birthwt$y <- birthwt$low
lung <- read("lung"); lung$y <- lung$dead1y
parts <- function(x, y) { s <- outer(x[y == 1], x[y == 0], function(a, b) (a > b) + (a == b) / 2); list(auc = mean(s), v10 = rowMeans(s), v01 = colMeans(s)) }
cov_auc <- function(p, q) cov(p$v10, q$v10) / length(p$v10) + cov(p$v01, q$v01) / length(p$v01)
z95 <- qnorm(0.975)
marker_case <- function(id, d, m) {
  keep <- !is.na(d[[m]]) & !is.na(d$y); x <- d[[m]][keep]; y <- d$y[keep]; p <- parts(x, y); se <- sqrt(cov_auc(p, p))
  v <- sort(unique(x)); t <- c(-Inf, (v[-1] + v[-length(v)]) / 2, Inf)
  sens <- vapply(t, function(t) mean(x[y == 1] > t), 0); spec <- vapply(t, function(t) mean(x[y == 0] < t), 0)
  best <- which.max(round(sens + spec, 12))
  add(paste0(id, "_", m), "auc, ci.auc, coords(best)", list(kind = "marker", marker = I(as.numeric(d[[m]])), outcome = I(d$y)),
    list(estimate = p$auc, standardError = se, interval = list(lower = max(0, p$auc - z95 * se), upper = min(1, p$auc + z95 * se)),
      curve = list(threshold = I(t), sensitivity = I(sens), specificity = I(spec)), cutOff = list(threshold = t[best], sensitivity = sens[best], specificity = spec[best])))
}
paired_case <- function(id, d, m1, m2) {
  p <- parts(d[[m1]], d$y); q <- parts(d[[m2]], d$y); v <- cov_auc(p, p) + cov_auc(q, q) - 2 * cov_auc(p, q); z <- (p$auc - q$auc) / sqrt(v)
  add(paste(id, m1, m2, "paired", sep = "_"), "roc.test(paired = TRUE)", list(kind = "paired", first = I(as.numeric(d[[m1]])), second = I(as.numeric(d[[m2]])), outcome = I(d$y)),
    list(estimate = p$auc - q$auc, z = z, p = 2 * pnorm(-abs(z)), interval = list(lower = p$auc - q$auc - z95 * sqrt(v), upper = p$auc - q$auc + z95 * sqrt(v))))
}
unpaired_case <- function(id, d1, m1, d2, m2) {
  p <- parts(d1[[m1]], d1$y); q <- parts(d2[[m2]], d2$y); z <- (p$auc - q$auc) / sqrt(cov_auc(p, p) + cov_auc(q, q))
  add(paste0(id, "_unpaired"), "(AUC1 - AUC2) / sqrt(v1 + v2)", list(kind = "unpaired", first = I(as.numeric(d1[[m1]])), firstOutcome = I(d1$y), second = I(as.numeric(d2[[m2]])), secondOutcome = I(d2$y)),
    list(estimate = p$auc - q$auc, z = z, p = 2 * pnorm(-abs(z))))
}
for (m in c("s100b", "ndka", "wfns")) marker_case("asah", asah, m)
for (m in c("age", "lwt")) marker_case("birthwt", birthwt, m)
for (m in c("age", "ph.ecog")) marker_case("lung", lung, m)
paired_case("asah", asah, "s100b", "ndka"); paired_case("asah", asah, "s100b", "wfns"); paired_case("asah", asah, "ndka", "wfns")
paired_case("birthwt", birthwt, "age", "lwt")
unpaired_case("asah_birthwt", asah, "s100b", birthwt, "lwt")
write_cases("roc", 1e-12, "means of a few hundred shares, by ranks instead of pairs", cases, NULL)
