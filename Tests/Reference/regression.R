# Makes regression.csv: numbers of lm, aov and oneway.test for the small data written here.
# R 4.2.2, 2026-11-24; run in this folder: Rscript regression.R
out <- list()
put <- function(name, value) out[[name]] <<- value
groups <- list(c(3.1, 2.7, 4.4, 3.9), c(5.2, 4.8, 6.1), c(2.2, 3.3, 2.9, 4.0, 3.5))
y <- unlist(groups)
g <- factor(rep(1:3, sapply(groups, length)))
table <- summary(aov(y ~ g))[[1]]
put("anova.ss_between", table[1, 2])
put("anova.ss_within", table[2, 2])
test <- oneway.test(y ~ g, var.equal = TRUE)
put("anova.f", test$statistic)
put("anova.p", test$p.value)
x1 <- c(1, 2, 3, 4, 5, 6, 7, 8)
x2 <- c(2.5, 1, 4, 3.5, 6, 4.5, 8, 7)
y <- c(2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1)
fit <- function(tag, model) {
  s <- summary(model)
  for (i in seq_len(nrow(s$coefficients)))
    for (j in 1:4) put(paste0(tag, ".", c("b", "se", "t", "p")[j], i - 1), s$coefficients[i, j])
  put(paste0(tag, ".sigma"), s$sigma)
  put(paste0(tag, ".r2"), s$r.squared)
  put(paste0(tag, ".adjusted"), s$adj.r.squared)
  f <- s$fstatistic
  put(paste0(tag, ".f"), f[1])
  put(paste0(tag, ".p"), pf(f[1], f[2], f[3], lower.tail = FALSE))
  put(paste0(tag, ".lower"), confint(model)[1, 1])
  put(paste0(tag, ".upper"), confint(model)[1, 2])
}
fit("plane", lm(y ~ x1 + x2))
fit("origin", lm(y ~ 0 + x1))
fit("curve", lm(y ~ x1 + I(x1^2)))
lines <- sprintf("%s,%.17g", names(out), unlist(out))
writeLines(lines, "regression.csv")
