# JSON in base R: numbers with 17 digits, NA and NaN as null, infinities as strings "Inf" and "-Inf".
# Vectors longer than one, and anything wrapped in I(), become arrays; named lists become objects.
to_json <- function(x, depth = 0) {
  shortest <- function(v) {
    for (digits in 15:17) if (as.numeric(text <- formatC(v, digits = digits, format = "g", width = 1)) == v) break
    text
  }
  number <- function(v) vapply(v, function(one) {
    if (is.na(one)) "null" else if (is.infinite(one)) if (one > 0) '"Inf"' else '"-Inf"' else shortest(one)
  }, "")
  text <- function(v) ifelse(is.na(v), "null", paste0('"', gsub('"', '\\\\"', v), '"'))
  if (is.null(x)) return("null")
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(r) to_json(I(unname(r)))), collapse = ","), "]"))
  if (is.list(x)) {
    if (is.null(names(x))) return(paste0("[", paste(vapply(x, to_json, "", depth + 1), collapse = if (depth < 1) ",\n" else ","), "]"))
    separator <- if (depth < 1) ",\n" else ","
    return(paste0("{", paste0('"', names(x), '":', vapply(x, to_json, "", depth + 1), collapse = separator), "}"))
  }
  scalar <- length(x) == 1 && !inherits(x, "AsIs")
  if (is.factor(x)) x <- as.character(x)
  parts <- if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false")) else if (is.numeric(x)) number(unclass(x)) else text(unclass(x))
  if (scalar) parts else paste0("[", paste(parts, collapse = ","), "]")
}
write_cases <- function(method, tolerance, cases, ...) {
  cat("{\n", sprintf('"method":"%s",\n"tolerance":%s,\n', method, format(tolerance)), sprintf('"versions":{"R":"%s"', R.version.string), sep = "")
  for (package in c(...)) cat(sprintf(',"%s":"%s"', package, as.character(packageVersion(package))))
  cat('},\n"cases":[\n', paste(vapply(cases, function(case) to_json(case, 1), ""), collapse = ",\n"), "\n]\n}\n", sep = "")
}
