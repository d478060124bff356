# All splits of 16 items by psych::splitHalf: Rscript splits.R REPEATS. Prints CPU milliseconds.
suppressMessages(library(psych))
i <- 0:15
m <- outer(i, i, function(a, b) .3 + .01 * ((a * b + 3 * (a + b)) %% 11))
diag(m) <- 1
dimnames(m) <- list(paste0("i", i), paste0("i", i))
times <- c()
for (n in seq_len(as.integer(commandArgs(TRUE)[1]))) {
  times <- c(times, system.time(s <- splitHalf(m, covar = TRUE, check.keys = FALSE))[["user.self"]] * 1000)
}
cat(sprintf("all splits, psych %s\t%g\t%g\t%.16g to %.16g\n", packageVersion("psych"), median(times),
            min(times), s$maxrb, s$minrb))
