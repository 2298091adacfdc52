# Recomputes cases.json: tails and quantiles of R's stats package.
# usage: Rscript make.R > cases.json
num <- function(x) formatC(x, digits = 17, format = "g")
case <- function(f, args, value) sprintf('    {"f": "%s", "args": [%s], "value": %s}', f, paste(num(args), collapse = ", "), num(value))
out <- character()
for (z in c(-8, -3, -1.2, -0.3, 0, 1e-10, 0.3, 1, 1.7, 1.75, 2.5, 5, 10, 20, 30, 37))
  out <- c(out, case("normalUpperTail", z, pnorm(z, lower.tail = FALSE)))
for (p in c(1e-300, 1e-100, 1e-20, 1e-5, 0.0005, 0.005, 0.025, 0.05, 0.1, 0.3, 0.45))
  out <- c(out, case("normalUpperQuantile", p, qnorm(p, lower.tail = FALSE)))
for (df in c(1, 2, 3, 7, 30, 200, 5000)) for (m in c(0.2, 0.8, 1, 1.1, 1.5, 4, 20)) {
  x <- df * m
  p <- pchisq(x, df, lower.tail = FALSE)
  if (p > 1e-300) out <- c(out, case("chiSquaredUpperTail", c(x, df), p))
  p <- pchisq(x, df)
  if (p > 1e-300) out <- c(out, case("chiSquaredCdf", c(x, df), p))
}
for (x in c(100, 1000, 1370)) for (df in c(1, 4)) out <- c(out, case("chiSquaredUpperTail", c(x, df), pchisq(x, df, lower.tail = FALSE)))
for (df in c(1, 3, 12.5, 400)) for (p in c(1e-10, 0.025, 0.5, 0.95, 0.999))
  out <- c(out, case("chiSquaredQuantile", c(p, df), qchisq(p, df)))
for (df in c(1, 2.5, 8, 30, 1000)) for (t in c(0.1, 1, 2, 5, 40)) {
  out <- c(out, case("studentTwoSided", c(t, df), 2 * pt(t, df, lower.tail = FALSE)))
}
for (df in c(1, 2.5, 8, 1000)) for (p in c(0.001, 0.2, 0.6, 0.975)) out <- c(out, case("studentQuantile", c(p, df), qt(p, df)))
for (f in c(0.3, 1, 4, 50)) for (d in list(c(1, 5), c(3, 20), c(10, 300))) out <- c(out, case("fisherUpperTail", c(f, d), pf(f, d[1], d[2], lower.tail = FALSE)))
for (s in list(c(1, 10), c(5, 6), c(0.5, 0.5), c(300, 20), c(4000, 9000))) for (p in c(1e-6, 0.025, 0.5, 0.975))
  out <- c(out, case("betaQuantile", c(p, s), qbeta(p, s[1], s[2])))
for (k in c(0, 3, 17, 40)) out <- c(out, case("binomialCdf", c(k, 50, 0.3), pbinom(k, 50, 0.3)), case("binomialUpperTail", c(k, 50, 0.3), pbinom(k - 1, 50, 0.3, lower.tail = FALSE)))
cat('{\n  "method": "distributions",\n  "tolerance": 1e-12,\n  "versions": {"R": "', R.version.string, '"},\n  "cases": [\n', paste(out, collapse = ",\n"), '\n  ]\n}\n', sep = "")
