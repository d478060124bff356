# Makes agreement.csv: kappa, intraclass correlations and limits of agreement of invented ratings.
# R 4.2.2, psych 2.2.9, vcd 1.4.11, lme4 1.1.31, 2026-11-24; run in this folder: Rscript agreement.R
suppressMessages({
  library(psych)
  library(vcd)
})
out <- list()
put <- function(name, value) out[[name]] <<- value
# Two raters, four ordered categories.
table <- matrix(c(11, 3, 1, 0, 4, 9, 2, 1, 0, 3, 12, 4, 1, 0, 2, 7), 4, byrow = TRUE)
for (w in c("Equal-Spacing", "Fleiss-Cohen")) {
  k <- vcd::Kappa(as.table(table), weights = w)
  tag <- if (w == "Equal-Spacing") "linear" else "quadratic"
  put(paste0("kappa.", tag), k$Weighted[[1]])
  put(paste0("kappa.", tag, ".se"), k$Weighted[[2]])
  put("kappa.identity", k$Unweighted[[1]])
  put("kappa.identity.se", k$Unweighted[[2]])
}
put("kappa.identity.lower", psych::cohen.kappa(table)$confid[1, 1])
put("kappa.identity.upper", psych::cohen.kappa(table)$confid[1, 3])
# Ratings of seven units by three raters, and others in which units, or raters, hardly differ.
usual <- data.frame(
  a = c(3, 5, 2, 4, 6, 1, 4), b = c(4, 5, 3, 4, 7, 2, 6), c = c(3, 6, 1, 4, 5, 2, 3))
sets <- list(
  usual = usual,
  units = data.frame(a = c(1, 2, 3, 4), b = c(6, 5, 4, 4), c = c(9, 9, 7, 8)),
  raters = data.frame(a = c(1, 5, 3, 8), b = c(2, 4, 3, 7), c = c(1, 4, 4, 8)))
for (set in names(sets)) {
  plain <- suppressWarnings(psych::ICC(sets[[set]], lmer = FALSE))$results
  mixed <- suppressWarnings(suppressMessages(psych::ICC(sets[[set]], lmer = TRUE)))$results
  for (i in 1:6) {
    tag <- paste0("icc.", set, ".", plain$type[i])
    put(tag, plain$ICC[i])
    put(paste0(tag, ".f"), plain$F[i])
    put(paste0(tag, ".p"), plain$p[i])
    put(paste0(tag, ".lower"), plain$`lower bound`[i])
    put(paste0(tag, ".upper"), plain$`upper bound`[i])
    put(paste0(tag, ".restricted"), mixed$ICC[i])
  }
}
# Limits of agreement of the first two raters above.
d <- usual$a - usual$b
n <- length(d)
z <- qnorm(0.975)
put("limits.mean", mean(d))
put("limits.sd", sd(d))
put("limits.upper", mean(d) + z * sd(d))
put("limits.exact.near", mean(d) + sd(d) / sqrt(n) * qt(0.025, n - 1, z * sqrt(n)))
put("limits.exact.far", mean(d) + sd(d) / sqrt(n) * qt(0.975, n - 1, z * sqrt(n)))
step <- qt(0.975, n - 1) * sd(d) * sqrt(1 / n + z^2 / (2 * (n - 1)))
put("limits.approximate.near", mean(d) + z * sd(d) - step)
put("limits.approximate.far", mean(d) + z * sd(d) + step)
put("limits.mean.lower", t.test(d)$conf.int[1])
writeLines(sprintf("%s,%.17g", names(out), unlist(out)), "agreement.csv")
