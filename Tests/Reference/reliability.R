# Makes attitude.csv (datasets::attitude, part of R) and reliability.csv: coefficients of a scale of
# seven items, by the formulas in R and by psych. R 4.2.2, psych 2.2.9, boot 1.3-28, 2026-11-24;
# run in this folder: Rscript reliability.R
suppressMessages(library(psych))
x <- attitude
write.csv(x, "attitude.csv", row.names = FALSE, quote = FALSE)
out <- list()
put <- function(name, value) out[[name]] <<- value
k <- ncol(x)
n <- nrow(x)
for (tag in c("covariance", "correlation")) {
  m <- if (tag == "covariance") cov(x) else cor(x)
  v <- sum(m)
  off <- m; diag(off) <- 0
  l1 <- 1 - sum(diag(m)) / v
  put(paste0(tag, ".lambda1"), l1)
  put(paste0(tag, ".lambda2"), l1 + sqrt(k / (k - 1) * sum(off^2)) / v)
  put(paste0(tag, ".lambda3"), k / (k - 1) * l1)
  put(paste0(tag, ".lambda5"), l1 + 2 * sqrt(max(colSums(off^2))) / v)
  put(paste0(tag, ".lambda6"), 1 - sum(1 / diag(solve(m))) / v)
  t <- psych::tenberge(m)
  for (i in 0:3) put(paste0(tag, ".mu", i), t[[i + 1]])
  # Every split of seven items: three in one half, four in the other.
  s <- apply(combn(k, 3), 2, function(a) 4 * sum(m[a, -a]) / v)
  put(paste0(tag, ".split.max"), max(s))
  put(paste0(tag, ".split.min"), min(s))
  put(paste0(tag, ".split.mean"), mean(s))
  six <- psych::splitHalf(m[1:6, 1:6], covar = TRUE, check.keys = FALSE)
  put(paste0(tag, ".six.max"), six$maxrb)
  put(paste0(tag, ".six.min"), six$minrb)
  put(paste0(tag, ".six.mean"), six$meanr)
  for (rule in c("odd", "first")) {
    a <- if (rule == "odd") seq(1, k, 2) else 1:4
    b <- setdiff(1:k, a)
    r <- sum(m[a, b]) / sqrt(sum(m[a, a]) * sum(m[b, b]))
    p <- length(a) / k
    q <- 1 - p
    put(paste0(tag, ".", rule, ".r"), r)
    put(paste0(tag, ".", rule, ".spearman_brown"), 2 * r / (1 + r))
    put(paste0(tag, ".", rule, ".horst"),
        r * (sqrt(r^2 + 4 * p * q * (1 - r^2)) - r) / (2 * p * q * (1 - r^2)))
    put(paste0(tag, ".", rule, ".guttman"), 4 * sum(m[a, b]) / v)
  }
}
# psych::glb.algebraic(cov(x))$glb and (cor(x)), with Rcsdp 0.1.57.4, which is not everywhere.
put("covariance.glb", 0.9281810600456378)
put("correlation.glb", 0.9204472243520323)
# Two answers: above 60 or not, in three items.
y <- (x[, c("rating", "complaints", "raises")] > 60) * 1
t <- rowSums(y)
s2 <- mean((t - mean(t))^2)
p <- colMeans(y)
put("binary.kr20", 3 / 2 * (1 - sum(p * (1 - p)) / s2))
put("binary.kr21", 3 / 2 * (1 - mean(t) * (3 - mean(t)) / (3 * s2)))
for (i in 1:3) put(paste0("binary.difficulty", i), p[[i]])
# Stratified alpha of items 1-3 and 4-7.
alpha <- function(m) ncol(m) / (ncol(m) - 1) * (1 - sum(diag(m)) / sum(m))
m <- cov(x)
put("stratified.alpha",
    1 - (sum(m[1:3, 1:3]) * (1 - alpha(m[1:3, 1:3])) + sum(m[4:7, 4:7]) * (1 - alpha(m[4:7, 4:7]))) / sum(m))
# Two occasions: the columns complaints and raises taken as such.
r <- cor.test(x$complaints, x$raises)
put("retest.r", r$estimate[[1]])
put("retest.r.lower", r$conf.int[1]); put("retest.r.upper", r$conf.int[2])
d <- x$raises - x$complaints
put("retest.difference", mean(d))
ci <- t.test(d)$conf.int
put("retest.difference.lower", ci[1]); put("retest.difference.upper", ci[2])
put("retest.sem.difference", sd(d) / sqrt(2))
pooled <- sqrt((var(x$complaints) + var(x$raises)) / 2)
put("retest.sem.correlation", pooled * sqrt(1 - r$estimate[[1]]))
# Bootstrap limits from given replicates: boot's percentile and BCa with the jackknife.
suppressMessages(library(boot))
set.seed(1)
a <- function(z, i) { m <- cov(z[i, ]); k / (k - 1) * (1 - sum(diag(m)) / sum(m)) }
b <- boot(as.matrix(x), a, 999)
l <- sapply(1:n, function(i) a(as.matrix(x), -i))
l <- (n - 1) * (mean(l) - l)
put("boot.estimate", b$t0)
put("boot.acceleration", sum(l^3) / (6 * sum(l^2)^1.5))
put("boot.percentile.lower", quantile(b$t, .025)[[1]])
put("boot.percentile.upper", quantile(b$t, .975)[[1]])
put("boot.normal.lower", b$t0 - qnorm(.975) * sd(b$t)); put("boot.normal.upper", b$t0 + qnorm(.975) * sd(b$t))
z0 <- qnorm(mean(b$t < b$t0))
acc <- out[["boot.acceleration"]]
adjusted <- function(p) { z <- z0 + qnorm(p); pnorm(z0 + z / (1 - acc * z)) }
put("boot.bca.lower", quantile(b$t, adjusted(.025))[[1]])
put("boot.bca.upper", quantile(b$t, adjusted(.975))[[1]])
ours <- boot.ci(b, type = "bca", L = l)$bca
put("boot.bca.by_boot.lower", ours[4]); put("boot.bca.by_boot.upper", ours[5])
writeLines(c("replicate", sprintf("%.17g", b$t)), "boot-replicates.csv")
writeLines(sprintf("%s,%.17g", names(out), unlist(out)), "reliability.csv")
