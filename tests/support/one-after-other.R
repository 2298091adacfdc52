# Runs the scripts whose paths come on standard input, one after the other, each in its own folder and without the objects,
# packages and pictures of the one before. What a script says goes to said.txt beside it; of one that stops, why goes to
# stopped.txt.
own <- search()
paths <- file("stdin", "r")
repeat {
  path <- readLines(paths, 1)
  if (length(path) == 0) break
  setwd(dirname(path))
  said <- character()
  say <- function(condition, restart) {
    said <<- c(said, conditionMessage(condition))
    invokeRestart(restart)
  }
  sink(nullfile())
  stopped <- tryCatch({
    withCallingHandlers(
      source(path, local = new.env(parent = globalenv()), print.eval = TRUE),
      message = function(m) say(m, "muffleMessage"),
      warning = function(w) say(w, "muffleWarning")
    )
    NULL
  }, error = function(e) c(conditionMessage(e), deparse(conditionCall(e))))
  sink()
  graphics.off()
  for (name in setdiff(search(), own)) detach(name, character.only = TRUE)
  writeLines(said, "said.txt")
  if (!is.null(stopped)) writeLines(stopped, "stopped.txt")
  cat("done\n")
  flush(stdout())
}
