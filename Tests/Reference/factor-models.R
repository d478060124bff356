# Makes factor-models-data.csv (300 people, 9 items of 5 and 2 answers, three factors; drawn with a
# seed) and factor-models.csv. R 4.2.2, psych 2.2.9, lavaan 0.6-14, GPArotation 2022.10-2, mnormt;
# 2026-11-24; run in this folder: Rscript factor-models.R
suppressMessages({library(psych); library(lavaan); library(GPArotation); library(mnormt)})
set.seed(20251103)
n <- 300
phi <- matrix(c(1, .5, .3, .5, 1, .4, .3, .4, 1), 3)
f <- matrix(rnorm(3 * n), n) %*% chol(phi)
lambda <- c(.8, .7, .6, .75, .65, .55, .7, .6, .5)
y <- sapply(1:9, function(j) lambda[j] * f[, (j + 2) %/% 3] + sqrt(1 - lambda[j]^2) * rnorm(n))
cuts <- list(c(-1.5, -.5, .4, 1.3), c(-1.8, -1, -.2, .9), c(-1.2, -.3, .5, 1.6))
x <- as.data.frame(sapply(1:9, function(j)
  if (j == 9) as.integer(y[, j] > .3) + 1 else findInterval(y[, j], cuts[[(j - 1) %% 3 + 1]]) + 1))
names(x) <- paste0("i", 1:9)
write.csv(x, "factor-models-data.csv", row.names = FALSE, quote = FALSE)
out <- list()
put <- function(name, value) out[[name]] <<- value
rows <- function(name, m) for (i in seq_len(nrow(m))) for (j in seq_len(ncol(m)))
  put(paste0(name, ".", i, ".", j), m[i, j])
each <- function(name, v) for (i in seq_along(v)) put(paste0(name, ".", i), v[[i]])

for (v in list(c(.5, -.3, .6), c(0, 0, .9), c(-1.2, 2, -.95), c(2.5, 2.4, .999), c(1, 1, -.2)))
  put(paste0("binorm.", v[1], ".", v[2], ".", v[3]),
      mnormt::biv.nt.prob(Inf, c(-Inf, -Inf), v[1:2], c(0, 0), matrix(c(1, v[3], v[3], 1), 2)))

r <- cor(x)
put("kmo", KMO(r)$MSA); each("kmo.item", KMO(r)$MSAi)
b <- cortest.bartlett(r, n); put("bartlett", b$chisq); put("bartlett.p", b$p.value)
each("eigen", eigen(r)$values)
each("map", vss(r, n = 8, fm = "pc", rotate = "none", n.obs = n, plot = FALSE)$map)
ml <- factanal(covmat = r, factors = 3, n.obs = n, rotation = "none",
               control = list(nstart = 3, opt = list(factr = 1)))
put("ml.chisq", ml$STATISTIC); put("ml.objective", ml$criteria[["objective"]])
each("ml.unique", ml$uniquenesses)
canonical <- function(l, u) order(-colSums(l^2 / u))  # factanal sorts by sums of squares
l <- unclass(ml$loadings)[, canonical(ml$loadings, ml$uniquenesses)]
l <- l %*% diag(sign(colSums(l))); rows("ml", l)
va <- varimax(l, eps = 1e-14); rows("varimax", unclass(va$loadings))
rows("varimax.raw", unclass(varimax(l, normalize = FALSE, eps = 1e-14)$loadings))
pro <- promax(va$loadings, m = 4); rows("promax", unclass(pro$loadings))
rows("promax.phi", solve(pro$rotmat) %*% t(solve(pro$rotmat)))
for (kaiser in c(FALSE, TRUE)) {
  o <- suppressWarnings(GPArotation::oblimin(l, normalize = kaiser, eps = 1e-9, maxit = 5000))
  name <- if (kaiser) "oblimin.kaiser" else "oblimin"
  rows(name, unclass(o$loadings)); rows(paste0(name, ".phi"), o$Phi)
}
for (m in c("regression", "Bartlett")) {
  s <- factanal(x, 3, rotation = "none", scores = m, control = list(opt = list(factr = 1)))
  sc <- (s$scores %*% diag(sign(colSums(s$loadings))))[, canonical(s$loadings, s$uniquenesses)]
  rows(paste0("scores.", m), sc[1:3, ])
}
mr <- fa(r, 2, fm = "minres", rotate = "none", n.obs = n)
each("minres.communality", mr$communality)
om <- suppressWarnings(suppressMessages(psych::omega(r, 3, flip = FALSE, plot = FALSE)))
put("omega.h", om$omega_h); put("omega.t", om$omega.tot); put("omega.ecv", om$ECV)

model <- "a =~ i1 + i2 + i3
b =~ i4 + i5 + i6
c =~ i7 + i8 + i9"
put.fit <- function(name, fit, suffix = "") {
  m <- fitMeasures(fit)
  for (what in c("chisq", "df", "pvalue", "baseline.chisq", "cfi", "tli", "rmsea",
                 "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue"))
    put(paste0(name, ".", what), m[[paste0(what, suffix)]])
  put(paste0(name, ".srmr"), m[["srmr"]])
}
fit <- cfa(model, x)
put.fit("cfa", fit); put("cfa.aic", AIC(fit)); put("cfa.bic", BIC(fit))
put("cfa.unscaled", fitMeasures(fit, "fmin"))
pe <- parameterEstimates(fit); std <- standardizedSolution(fit)
for (i in seq_len(nrow(pe))) {
  key <- paste0("cfa.", c("est.", "se.", "std."), pe$lhs[i], pe$op[i], pe$rhs[i])
  put(key[1], pe$est[i]); put(key[2], pe$se[i]); put(key[3], std$est.std[i])
}
one <- cfa(paste("g =~", paste(names(x)[1:6], collapse = " + ")), x, std.lv = TRUE)
lam <- inspect(one, "est")$lambda; th <- diag(inspect(one, "est")$theta)
put("omega.model", sum(lam)^2 / (sum(lam)^2 + sum(th)))
put("omega.observed", sum(lam)^2 / sum(one@SampleStats@cov[[1]]))
defined <- paste0("g =~ ", paste0("l", 1:6, "*i", 1:6, collapse = " + "), "\n",
  paste0("i", 1:6, " ~~ t", 1:6, "*i", 1:6, collapse = "\n"), "\n",
  "omega := (", paste0("l", 1:6, collapse = "+"), ")^2 / ((", paste0("l", 1:6, collapse = "+"),
  ")^2 + ", paste0("t", 1:6, collapse = "+"), ")")
de <- parameterEstimates(cfa(defined, x, std.lv = TRUE))
put("omega.se", de$se[de$lhs == "omega"])
ls <- inspect(one, "std")$lambda
put("omega.cr", sum(ls)^2 / (sum(ls)^2 + sum(1 - ls^2))); put("omega.ave", mean(ls^2))
put("omega.ave.observed", sum(lam^2) / sum(diag(one@SampleStats@cov[[1]])))

rows("polychoric", unclass(lavCor(x, ordered = names(x))))
wls <- cfa(model, x, ordered = TRUE)
put.fit("wlsmv", wls, ".scaled"); put("wlsmv.unscaled", fitMeasures(wls, "chisq"))
st <- standardizedSolution(wls, se = FALSE)
for (i in which(st$op %in% c("=~", "~~"))) put(paste0("wlsmv.std.", st$lhs[i], st$op[i], st$rhs[i]), st$est.std[i])
g <- cfa(paste("g =~", paste(names(x)[1:6], collapse = " + ")), x, ordered = TRUE, std.lv = TRUE)
lo <- inspect(g, "std")$lambda; each("ordinal.loading", drop(lo))
put("ordinal.latent", sum(lo)^2 / (sum(lo)^2 + sum(1 - lo^2)))
pc <- unclass(lavCor(x[, 1:6], ordered = names(x)[1:6]))
put("ordinal.alpha", 6 * mean(pc[lower.tri(pc)]) / (1 + 5 * mean(pc[lower.tri(pc)])))
# Green and Yang (2009) from those thresholds, loadings and polychoric correlations.
tau <- lapply(x[, 1:6], function(v) qnorm(cumsum(table(v))[-length(unique(v))] / n))
p2 <- function(a, b, r) if (r == 1) pnorm(min(a, b)) else
  mnormt::biv.nt.prob(Inf, c(-Inf, -Inf), c(a, b), c(0, 0), matrix(c(1, r, r, 1), 2))
cv <- function(i, j, r) sum(outer(tau[[i]], tau[[j]],
  Vectorize(function(a, b) p2(a, b, r) - pnorm(a) * pnorm(b))))
num <- den <- 0
for (i in 1:6) for (j in 1:6) {
  num <- num + cv(i, j, lo[i] * lo[j]); den <- den + cv(i, j, if (i == j) 1 else pc[i, j])
}
put("ordinal.green.yang", num / den)
writeLines(sprintf("%s,%.17g", names(out), unlist(out)), "factor-models.csv")
