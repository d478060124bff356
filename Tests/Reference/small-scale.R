# Makes small-scale.csv from small-scale-data.csv (invented answers, 1 to 5, some missing).
# R 4.2.2, psych 2.2.9, 2026-11-23; run in this folder: Rscript small-scale.R
suppressMessages(library(psych))
x <- read.csv("small-scale-data.csv")
out <- list()
put <- function(name, value) out[[name]] <<- value
variant <- function(tag, y) {
  a <- suppressWarnings(psych::alpha(y, check.keys = FALSE))
  put(paste0(tag, ".alpha.raw"), a$total$raw_alpha)
  put(paste0(tag, ".alpha.std"), a$total$std.alpha)
  put(paste0(tag, ".alpha.ase"), a$total$ase)
  put(paste0(tag, ".lambda6"), a$total$`G6(smc)`)
  put(paste0(tag, ".average_r"), a$total$average_r)
  put(paste0(tag, ".median_r"), a$total$median_r)
  put(paste0(tag, ".signal_noise"), a$total$`S/N`)
  put(paste0(tag, ".feldt.lower"), a$feldt$lower.ci[[1]])
  put(paste0(tag, ".feldt.upper"), a$feldt$upper.ci[[1]])
  for (item in names(y)) {
    put(paste0(tag, ".raw_if_dropped.", item), a$alpha.drop[item, "raw_alpha"])
    put(paste0(tag, ".std_if_dropped.", item), a$alpha.drop[item, "std.alpha"])
    put(paste0(tag, ".r_drop.", item), a$item.stats[item, "r.drop"])
    put(paste0(tag, ".raw_r.", item), a$item.stats[item, "raw.r"])
    put(paste0(tag, ".std_r.", item), a$item.stats[item, "std.r"])
    put(paste0(tag, ".r_cor.", item), a$item.stats[item, "r.cor"])
  }
  s <- psych::smc(cov2cor(cov(y, use = "pairwise")))
  for (item in names(y)) put(paste0(tag, ".smc.", item), s[[item]])
}
full <- x[complete.cases(x), ]
variant("listwise", full)
variant("pairwise", x)
k <- ncol(full)
al <- out[["listwise.alpha.raw"]]
step <- qnorm(.975) * sqrt(2 * k / ((k - 1) * (nrow(full) - 2)))
put("listwise.bonett.lower", 1 - exp(log(1 - al) + step))
put("listwise.bonett.upper", 1 - exp(log(1 - al) - step))
put("listwise.duhachek.lower", al - qnorm(.975) * out[["listwise.alpha.ase"]])
put("listwise.sem.sum", sd(rowSums(full)) * sqrt(1 - al))
put("listwise.sem.mean", sd(rowMeans(full)) * sqrt(1 - al))
two <- suppressWarnings(psych::alpha(full[, 1:2], check.keys = FALSE))
put("two.spearman_brown", two$total$std.alpha)
v <- c(2.5, 3.25, 3.25, 4, 7.5, 9, 11, 12.75, 20, 31)
put("v.mean", mean(v)); put("v.sd", sd(v)); put("v.variance", var(v))
put("v.mad", mad(v)); put("v.mad_raw", mad(v, constant = 1))
put("v.trimmed10", mean(v, trim = .1)); put("v.trimmed20", mean(v, trim = .2))
for (t in 6:7) for (p in c(.05, .25, .5, .75, .95)) {
  put(sprintf("v.quantile%d.%g", t, p), quantile(v, p, type = t)[[1]])
}
for (t in 1:3) {
  d <- psych::describe(v, type = t)
  put(paste0("v.skew", t), d$skew); put(paste0("v.kurtosis", t), d$kurtosis)
}
ci <- t.test(v)$conf.int
put("v.mean.lower", ci[1]); put("v.mean.upper", ci[2])
for (n in c(3, 5, 8, 10)) {
  w <- shapiro.test(v[1:n])
  put(paste0("v.shapiro.w.", n), w$statistic[[1]]); put(paste0("v.shapiro.p.", n), w$p.value)
}
long <- (1:30)^1.5 %% 7
w <- shapiro.test(long)
put("long.shapiro.w", w$statistic[[1]]); put("long.shapiro.p", w$p.value)
r <- cor.test(x$a, x$d)
put("cor.ad", r$estimate[[1]]); put("cor.ad.lower", r$conf.int[1]); put("cor.ad.upper", r$conf.int[2])
w <- suppressWarnings(prop.test(7, 20, correct = FALSE))$conf.int
put("wilson.lower", w[1]); put("wilson.upper", w[2])
b <- binom.test(7, 20)$conf.int
put("clopper.lower", b[1]); put("clopper.upper", b[2])
b <- binom.test(0, 20)$conf.int
put("clopper.zero.upper", b[2])
put("normal.cdf", pnorm(-1.25)); put("normal.tail", pnorm(9, lower.tail = FALSE))
put("normal.quantile", qnorm(.975))
put("t.cdf", pt(2.1, 7)); put("t.tail", pt(12, 7, lower.tail = FALSE)); put("t.quantile", qt(.975, 7))
put("chi.cdf", pchisq(4.5, 3)); put("chi.tail", pchisq(80, 3, lower.tail = FALSE))
put("chi.quantile", qchisq(.9, 3))
put("f.cdf", pf(2.2, 4, 17)); put("f.tail", pf(60, 4, 17, lower.tail = FALSE))
put("f.quantile", qf(.95, 4, 17))
put("beta.cdf", pbeta(.3, 2.5, 4)); put("beta.tail", pbeta(.99, 2.5, 4, lower.tail = FALSE))
put("beta.quantile", qbeta(.2, 2.5, 4))
put("binomial.cdf", pbinom(4, 12, .4)); put("binomial.tail", pbinom(10, 12, .4, lower.tail = FALSE))
lines <- sprintf("%s,%.17g", names(out), unlist(out))
writeLines(lines, "small-scale.csv")
