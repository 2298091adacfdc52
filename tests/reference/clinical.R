# What the recipes of the clinical methods share: reading data/*.csv, collecting cases, writing them.
source("../json.R")
read <- function(name) read.csv(file.path("data", paste0(name, ".csv")))
cases <- list()
# Nested results get dotted names: interval = list(lower = 0) becomes "interval.lower".
flat <- function(x, prefix = "") {
  out <- list()
  for (name in names(x)) {
    value <- x[[name]]
    if (is.null(value)) next
    inner <- if (is.list(value) && !is.null(names(value))) flat(value, paste0(prefix, name, ".")) else setNames(list(value), paste0(prefix, name))
    out <- c(out, inner)
  }
  out
}
add <- function(id, call, input, expected) {
  cases[[length(cases) + 1]] <<- list(id = id, call = call, input = input, expected = flat(expected))
}
