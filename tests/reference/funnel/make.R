# Recomputes cases.json with base R. usage, in this folder: Rscript make.R > cases.json
# Spiegelhalter 2005 (doi:10.1002/sim.1970), appendix A.1: exact binomial limits interpolated between counts.
source("../clinical.R")
# lower tails for both sides: a limit above is one minus the limit below of the complement
below <- function(p, n, t) { r <- qbinom(p, n, t); a <- (pbinom(r, n, t) - p) / dbinom(r, n, t); max(0, (r - a) / n) }
for (t in c(0.02, 0.1, 0.5, 0.63, 0.97)) for (n in c(1, 2, 7, 30, 31, 200, 1500, 40000)) for (level in c(0.95, 0.998)) {
  tail <- (1 - level) / 2
  add(sprintf("limits_%g_%g_%g", t, n, level), "qbinom, pbinom, dbinom", list(kind = "limits", target = t, n = n, level = level),
    list(lower = below(tail, n, t), upper = 1 - below(tail, n, 1 - t)))
}
for (c in list(c(0, 30, 0.1), c(7, 30, 0.1), c(8, 30, 0.1), c(11, 30, 0.1), c(3, 30, 0.1), c(900, 1500, 0.63), c(800, 1500, 0.63), c(0, 40000, 0.02), c(30, 30, 0.5))) {
  p <- min(1, 2 * min(pbinom(c[1], c[2], c[3]), pbinom(c[1] - 1, c[2], c[3], lower.tail = FALSE)))
  add(sprintf("position_%g_of_%g_at_%g", c[1], c[2], c[3]), "2 * min(pbinom)", list(kind = "position", events = c[1], n = c[2], target = c[3]), list(proportion = c[1] / c[2], p = p))
}
write_cases("funnel", 1e-9, "the interpolation divides two close tails", cases, NULL)
