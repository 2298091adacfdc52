# Writes reference cases as JSON that reads back exactly: 17 significant digits, NA and NaN as null.
json_number <- function(x) {
  out <- trimws(formatC(as.numeric(x), digits = 17, format = "g"))
  out[is.na(x)] <- "null"
  out[!is.na(x) & x == Inf] <- "\"Inf\""
  out[!is.na(x) & x == -Inf] <- "\"-Inf\""
  out
}

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    if (is.null(names(x))) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
    x <- x[!vapply(x, is.null, TRUE)]
    return(paste0("{", paste0("\"", names(x), "\":", vapply(x, json, ""), collapse = ","), "}"))
  }
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(as.vector(x[i, ])))))
  if (is.character(x)) {
    text <- paste0("\"", gsub("\"", "\\\\\"", x), "\"")
  } else if (is.logical(x) && !anyNA(x)) {
    text <- ifelse(x, "true", "false")
  } else text <- json_number(x)
  if (inherits(x, "AsIs") || length(x) != 1) paste0("[", paste(text, collapse = ","), "]") else text
}

# Scalars are written bare; many() keeps a vector of any length an array.
many <- function(x) if (is.null(x)) NULL else I(as.vector(x))

write_cases <- function(method, tolerance, reason, cases, packages = "survival") {
  versions <- c(list(R = paste(R.version$major, R.version$minor, sep = ".")),
    setNames(lapply(packages, function(p) as.character(packageVersion(p))), packages))
  cat("{\"method\":", json(method), ",\n\"tolerance\":", json(tolerance), ",\n\"reason\":", json(reason),
    ",\n\"versions\":", json(versions), ",\n\"cases\":[\n",
    paste(vapply(cases, json, ""), collapse = ",\n"), "\n]}\n", sep = "")
}
