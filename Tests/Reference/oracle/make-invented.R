# Makes the invented data sets of this folder and the numbers that other software gives for them.
# R 4.2.2, psych 2.2.9, lavaan 0.6.14, GPArotation 2022.10.2, jsonlite; 2026-11-24.
# Run in this folder: Rscript make-invented.R, then: python3 make-invented.py
suppressMessages({
  library(psych)
  library(lavaan)
  library(jsonlite)
})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

# ---- writing -----------------------------------------------------------------------------------
lines <- character()
json <- function(v) {
  if (is.matrix(v)) {
    list_ <- list(rows = rownames(v), cols = colnames(v), data = unname(v))
    return(toJSON(list_, digits = I(17), na = "null"))
  }
  if (!is.null(names(v))) return(toJSON(as.list(v), auto_unbox = TRUE, digits = I(17), na = "null"))
  toJSON(v, auto_unbox = TRUE, digits = I(17), na = "null")
}
put <- function(id, value, peer, call, tolerance = "") {
  lines <<- c(lines, paste(id, json(value), tolerance, peer, call, sep = "\t"))
}
save_set <- function(name, data, spec) {
  write.csv(data, paste0(name, ".csv"), row.names = FALSE, quote = FALSE, na = "")
  writeLines(toJSON(spec, auto_unbox = TRUE, null = "null", pretty = 2), paste0(name, ".spec.json"))
  writeLines(lines, paste0(name, ".expected.tsv"))
  lines <<- character()
}
R <- "R 4.2.2"
PSYCH <- "psych 2.2.9"
LAVAAN <- "lavaan 0.6.14"

# ---- description -------------------------------------------------------------------------------
describe <- function(name, column) {
  x <- column[!is.na(column)]
  n <- length(x)
  id <- function(field) paste0("describe.", name, ".", field)
  put(id("n"), n, R, "length")
  put(id("missing"), sum(is.na(column)), R, "sum(is.na(x))")
  put(id("mean"), mean(x), R, "mean")
  put(id("sd"), sd(x), R, "sd")
  put(id("se"), sd(x) / sqrt(n), R, "sd / sqrt(n)")
  put(id("median"), median(x), R, "median")
  for (p in c(q1 = 0.25, q3 = 0.75)) {
    which <- if (p == 0.25) "q1" else "q3"
    put(id(paste0(which, "_type7")), unname(quantile(x, p, type = 7)), R, "quantile(type = 7)")
    put(id(paste0(which, "_type6")), unname(quantile(x, p, type = 6)), R, "quantile(type = 6)")
  }
  put(id("mad"), mad(x), R, "mad")
  put(id("trimmed_mean_10"), mean(x, trim = 0.1), R, "mean(trim = 0.1)")
  put(id("trimmed_mean_20"), mean(x, trim = 0.2), R, "mean(trim = 0.2)")
  for (type in 1:3) {
    put(id(paste0("skew_type", type)), psych::skew(x, type = type), PSYCH, "skew")
    put(id(paste0("kurtosis_type", type)), psych::kurtosi(x, type = type), PSYCH, "kurtosi")
  }
  put(id("mean_ci95"), t.test(x)$conf.int[1:2], R, "t.test")
  test <- shapiro.test(x)
  put(id("shapiro_w"), unname(test$statistic), R, "shapiro.test", "1e-6 rel")
  put(id("shapiro_p"), test$p.value, R, "shapiro.test", "1e-4 rel")
}
likert <- function(name, column, low, high) {
  x <- column[!is.na(column)]
  n <- length(x)
  id <- function(field) paste0("likert.", name, ".", field)
  counts <- table(factor(x, low:high))
  put(id("freq"), setNames(as.vector(counts), names(counts)), R, "table")
  put(id("pct"), setNames(as.vector(100 * counts / n), names(counts)), R, "prop.table")
  top <- sum(x >= high - 1)
  put(id("top2.prop"), top / n, R, "mean")
  put(id("top2.wilson95"), suppressWarnings(prop.test(top, n, correct = FALSE))$conf.int[1:2], R,
    "prop.test(correct = FALSE)")
  put(id("top2.clopper95"), binom.test(top, n)$conf.int[1:2], R, "binom.test")
}

# ---- reliability -------------------------------------------------------------------------------
key <- function(data, scale) {
  x <- data[scale$items]
  for (item in scale$reverse) x[[item]] <- scale$min + scale$max - x[[item]]
  x
}
split_halves <- function(C) {
  k <- ncol(C)
  halves <- combn(k, floor(k / 2), simplify = FALSE)
  if (k %% 2 == 0) halves <- halves[seq_len(length(halves) / 2)]
  sapply(halves, function(a) 4 * sum(C[a, -a]) / sum(C))
}
reliability <- function(name, x, tag) {
  id <- function(field) paste0("rel.", name, ".", tag, ".", field)
  if (tag == "listwise") x <- x[complete.cases(x), ]
  C <- cov(x, use = "pairwise")
  K <- cov2cor(C)
  k <- ncol(x)
  a <- suppressWarnings(psych::alpha(x, check.keys = FALSE))
  put(id("alpha.raw"), a$total$raw_alpha, PSYCH, "alpha()$total$raw_alpha")
  put(id("alpha.std"), a$total$std.alpha, PSYCH, "alpha()$total$std.alpha")
  put(id("alpha.ase"), a$total$ase, PSYCH, "alpha()$total$ase")
  put(id("alpha.ci95_feldt"), unlist(a$feldt[c("lower.ci", "upper.ci")], use.names = FALSE),
    PSYCH, "alpha()$feldt")
  put(id("avg_interitem_r"), a$total$average_r, PSYCH, "alpha()$total$average_r")
  put(id("item.r.drop"), setNames(a$item.stats$r.drop, names(x)), PSYCH, "alpha()$item.stats")
  put(id("item.r.cor"), setNames(a$item.stats$r.cor, names(x)), PSYCH, "alpha()$item.stats")
  put(id("alpha_if_dropped.raw"), setNames(a$alpha.drop$raw_alpha, names(x)), PSYCH,
    "alpha()$alpha.drop")
  put(id("sd_total"), sqrt(sum(C)), R, "sqrt(sum(cov(x)))")
  put(id("SEM.sum"), sqrt(sum(C) * (1 - a$total$raw_alpha)), R, "SD sqrt(1 - alpha)")
  off <- C - diag(diag(C))
  put(id("guttman.cov.lambda1"), 1 - sum(diag(C)) / sum(C), R, "Guttman (1945)")
  put(id("guttman.cov.lambda2"),
    (sum(off) + sqrt(k / (k - 1) * sum(off^2))) / sum(C), R, "Guttman (1945)")
  g <- suppressWarnings(suppressMessages(psych::guttman(K)))
  put(id("guttman.cor.lambda2"), g$lambda.2, PSYCH, "guttman()")
  put(id("guttman.cor.lambda5"), g$lambda.5, PSYCH, "guttman()")
  put(id("guttman.cor.lambda6"), g$lambda.6, PSYCH, "guttman()")
  halves <- split_halves(C)
  put(id("split.cov.max_lambda4"), max(halves), R, "all splits, 4 cov(A, B) / variance")
  put(id("split.cov.min_beta"), min(halves), R, "all splits")
  put(id("split.cov.mean"), mean(halves), R, "all splits")
  put(id("split.cov.count"), length(halves), R, "all splits")
  if (tag == "pairwise") return(invisible())
  fit <- lavaan::cfa(paste("g =~", paste(names(x), collapse = " + ")), x, std.lv = TRUE)
  estimates <- lavInspect(fit, "est")
  loadings <- estimates$lambda[, 1]
  errors <- diag(estimates$theta)
  put(id("omega.ml_model"), sum(loadings)^2 / (sum(loadings)^2 + sum(errors)), LAVAAN,
    "cfa(std.lv = TRUE)", "1e-6")
  std <- standardizedSolution(fit)$est.std[seq_len(k)]
  put(id("ml1.loadings_std"), setNames(std * sign(sum(std)), names(x)), LAVAAN, "standardizedSolution", "1e-5 abs")
  for (m in c("chisq", "df", "cfi", "rmsea", "srmr"))
    put(id(paste0("ml1.fit.", m)), unname(fitMeasures(fit, m)), LAVAAN, "fitMeasures",
      if (m == "chisq") "1e-6 rel" else "1e-5 abs")
  if (length(unique(unlist(x))) > 7) return(invisible())
  P <- unclass(lavCor(x, ordered = names(x), se = "none"))
  P <- matrix(P, k, dimnames = list(names(x), names(x)))
  put(id("polychoric"), P, LAVAAN, "lavCor(ordered = )", "1e-5 abs")
  put(id("ordinal_alpha"), k / (k - 1) * (1 - k / sum(P)), LAVAAN,
    "standardized alpha of lavCor", "1e-5")
}
scores <- function(name, x) {
  for (minimum in unique(c(1, ceiling(ncol(x) / 2), ncol(x)))) {
    id <- function(f) paste0("score.", name, ".min_answered_", minimum, ".", f)
    s <- ifelse(rowSums(!is.na(x)) >= minimum, rowMeans(x, na.rm = TRUE), NA)
    put(id("n"), sum(!is.na(s)), R, "rowMeans")
    put(id("mean"), mean(s, na.rm = TRUE), R, "rowMeans")
    put(id("sd"), sd(s, na.rm = TRUE), R, "rowMeans")
    put(id("first20"), s[1:20], R, "rowMeans")
  }
}

# ---- dimensionality ----------------------------------------------------------------------------
dimensionality <- function(name, x, factors) {
  x <- x[complete.cases(x), ]
  id <- function(f) paste0("dim.", name, ".", f)
  K <- cor(x)
  put(id("n"), nrow(x), R, "complete.cases")
  kmo <- psych::KMO(K)
  put(id("kmo.overall"), kmo$MSA, PSYCH, "KMO")
  put(id("kmo.items"), kmo$MSAi, PSYCH, "KMO")
  b <- psych::cortest.bartlett(K, nrow(x))
  put(id("bartlett.chisq"), b$chisq, PSYCH, "cortest.bartlett")
  put(id("bartlett.df"), b$df, PSYCH, "cortest.bartlett")
  put(id("bartlett.p"), b$p.value, PSYCH, "cortest.bartlett")
  put(id("eigenvalues"), eigen(K)$values, R, "eigen")
  put(id("smc"), psych::smc(K), PSYCH, "smc")
  e <- eigen(K)
  # With all but one component taken out, the last value is 1 but for rounding.
  trace <- sapply(0:(ncol(K) - 1), function(m) {
    A <- e$vectors[, seq_len(m), drop = FALSE] %*% diag(sqrt(e$values[seq_len(m)]), m)
    partial <- cov2cor(K - A %*% t(A))
    mean(partial[lower.tri(partial)]^2)
  })
  put(id("map.trace"), trace, R, "Velicer (1976)", "1e-8 abs")
  put(id("map.n"), which.min(trace) - 1, R, "Velicer (1976)")
  ml <- factanal(covmat = K, n.obs = nrow(x), factors = factors, rotation = "none",
    control = list(opt = list(factr = 10), nstart = 4))
  put(id("efa.ml.uniquenesses"), ml$uniquenesses, R, "factanal", "1e-4")
  put(id("efa.ml.chisq"), unname(ml$STATISTIC), R, "factanal", "1e-6 rel")
  put(id("efa.ml.dof"), unname(ml$dof), R, "factanal")
  shape <- function(L) {
    L <- unclass(L)
    matrix(L, nrow(L), dimnames = list(rownames(K), seq_len(ncol(L))))
  }
  v <- varimax(ml$loadings, normalize = TRUE, eps = 1e-14)
  put(id("efa.ml.varimax"), shape(v$loadings), R, "varimax of factanal", "1e-4 abs")
  p <- promax(v$loadings, m = 4)
  put(id("efa.ml.promax_stats_m4"), shape(p$loadings), R, "promax of varimax", "1e-3 abs")
  o <- GPArotation::oblimin(shape(ml$loadings), normalize = FALSE, eps = 1e-8, maxit = 10000)
  put(id("efa.ml.oblimin"), shape(o$loadings), "GPArotation 2022.10.2", "oblimin", "1e-3 abs")
  minres <- psych::fa(K, factors, n.obs = nrow(x), fm = "minres", rotate = "none")
  put(id("efa.minres.communalities"), minres$communality, PSYCH, "fa(fm = minres)", "1e-3 abs")
}
confirm <- function(name, model, x) {
  id <- function(f) paste0("cfa.", name, ".", f)
  fit <- lavaan::cfa(gsub("([a-z]+ =~)", "\n\\1", model), x)
  put(id("n"), lavInspect(fit, "nobs"), LAVAAN, "cfa, listwise")
  for (m in c("chisq", "df", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr"))
    put(id(paste0("fit.", m)), unname(fitMeasures(fit, m)), LAVAAN, "fitMeasures",
      if (m == "chisq") "1e-6 rel" else "1e-5 abs")
  e <- parameterEstimates(fit)
  labels <- paste0(e$lhs, e$op, e$rhs)
  put(id("est"), setNames(e$est, labels), LAVAAN, "parameterEstimates", "1e-4 rel")
  put(id("se"), setNames(e$se, labels), LAVAAN, "parameterEstimates", "1e-4 rel")
  s <- standardizedSolution(fit)
  put(id("std"), setNames(s$est.std, paste0(s$lhs, s$op, s$rhs)), LAVAAN,
    "standardizedSolution", "1e-5 abs")
}

# ---- a survey: 240 people, three scales of three to four five-point items, one checklist -------
set.seed(20251124)
n <- 240
common <- rnorm(n)
trait <- sapply(1:3, function(i) 0.6 * common + 0.8 * rnorm(n))
cut5 <- function(z, cuts) findInterval(z, cuts) + 1
item <- function(j, loading, cuts) cut5(loading * trait[, j] + sqrt(1 - loading^2) * rnorm(n), cuts)
cuts <- list(c(-1.6, -0.8, 0.1, 1), c(-1.2, -0.4, 0.4, 1.2), c(-2, -1.3, -0.5, 0.6))
survey <- data.frame(
  a1 = item(1, 0.8, cuts[[1]]), a2 = item(1, 0.7, cuts[[2]]), a3 = item(1, 0.75, cuts[[3]]),
  a4 = item(1, 0.6, cuts[[1]]), b1 = item(2, 0.8, cuts[[2]]), b2 = item(2, 0.7, cuts[[1]]),
  b3 = item(2, 0.65, cuts[[2]]), c1 = item(3, 0.7, cuts[[3]]), c2 = item(3, 0.8, cuts[[2]]),
  c3 = item(3, 0.6, cuts[[1]]))
survey$a4 <- 6 - survey$a4
for (i in 1:5) survey[[paste0("d", i)]] <-
  as.integer(0.5 * common + rnorm(n) > c(-0.8, -0.3, 0, 0.4, 0.9)[i])
survey$hours <- round(exp(1.5 + 0.3 * common + 0.5 * rnorm(n)), 1)
for (column in c("a1", "a3", "b2", "c1", "d2", "hours"))
  survey[[column]][sample(n, 8)] <- NA
ten <- names(survey)[1:10]
spec <- list(
  source = "invented, see make-invented.R", licence = "Apache-2.0", simulate = FALSE, describe = c("a1", "hours"),
  likert = list(cols = c("a1", "a4", "b1"), min = 1, max = 5),
  scales = list(
    awareness = list(items = ten[1:4], reverse = list("a4"), min = 1, max = 5),
    all = list(items = ten, reverse = list("a4"), min = 1, max = 5),
    checks = list(items = paste0("d", 1:5), reverse = list(), min = 0, max = 1)),
  dim = list(ten = list(items = ten, nf = 3)),
  cfa = list(three = "a =~ a1+a2+a3+a4 b =~ b1+b2+b3 c =~ c1+c2+c3"))
for (name in spec$describe) describe(name, survey[[name]])
for (name in spec$likert$cols) likert(name, survey[[name]], 1, 5)
for (name in names(spec$scales)) {
  x <- key(survey, spec$scales[[name]])
  scores(name, x)
  for (tag in c("listwise", "pairwise")) reliability(name, x, tag)
}
dimensionality("ten", survey[ten], 3)
confirm("three", spec$cfa$three, survey[ten])
save_set("invented-survey", survey, spec)

# ---- ratings: 40 units, four raters, one to five, some missing ----------------------------------
set.seed(20251125)
units <- 40
quality <- rnorm(units)
raters <- as.data.frame(sapply(1:4, function(j)
  cut5(quality + c(0, 0.3, -0.2, 0.1)[j] + 0.6 * rnorm(units), c(-1.2, -0.4, 0.4, 1.2))))
names(raters) <- paste0("r", 1:4)
for (column in c("r1", "r3", "r4")) raters[[column]][sample(units, 4)] <- NA
whole <- raters[complete.cases(raters), ]
icc <- suppressWarnings(psych::ICC(whole, lmer = FALSE))$results
for (i in 1:6) {
  id <- function(f) paste0("icc.r1_4.", icc$type[i], ".", f)
  put(id("ICC"), icc$ICC[i], PSYCH, "ICC(lmer = FALSE)")
  put(id("F"), icc$F[i], PSYCH, "ICC(lmer = FALSE)")
  put(id("df1"), icc$df1[i], PSYCH, "ICC(lmer = FALSE)")
  put(id("df2"), icc$df2[i], PSYCH, "ICC(lmer = FALSE)")
  put(id("p"), icc$p[i], PSYCH, "ICC(lmer = FALSE)")
  put(id("ci95"), c(icc$`lower bound`[i], icc$`upper bound`[i]), PSYCH, "ICC(lmer = FALSE)")
}
pair <- table(raters$r1, raters$r2)
plain <- vcd::Kappa(pair)
put("kappa.r1.r2.kappa", plain$Unweighted[[1]], "vcd 1.4.11", "Kappa")
put("kappa.r1.r2.kappa_ase_vcd", plain$Unweighted[[2]], "vcd 1.4.11", "Kappa")
for (w in c("Equal-Spacing", "Fleiss-Cohen")) {
  k <- vcd::Kappa(pair, weights = w)$Weighted
  id <- paste0("kappa.r1.r2.kappa_", if (w == "Fleiss-Cohen") "quadratic" else "linear")
  put(id, k[[1]], "vcd 1.4.11", paste0("Kappa(weights = ", w, ")"))
  put(paste0(id, "_ase_vcd"), k[[2]], "vcd 1.4.11", paste0("Kappa(weights = ", w, ")"))
}
save_set("invented-ratings", raters, list(
  source = "invented, see make-invented.R", licence = "Apache-2.0", simulate = FALSE, raters = names(raters),
  icc = list(names(raters)), raters2 = list(list(a = "r1", b = "r2")),
  krip = list(list(cols = c("r1", "r2", "r3")))))

# ---- the same questionnaire on two occasions ----------------------------------------------------
set.seed(20251126)
people <- 60
steady <- rnorm(people)
occasion <- function(time) {
  now <- 0.85 * steady + sqrt(1 - 0.85^2) * rnorm(people)
  x <- sapply(c(0.8, 0.7, 0.75, 0.65), function(l)
    cut5(l * now + sqrt(1 - l^2) * rnorm(people) + 0.1 * (time - 1), cuts[[2]]))
  data.frame(person = sample(people), time = time, x)
}
long <- rbind(occasion(1), occasion(2)[sample(people), ])
# Rows of the second occasion are in another order, and some people answered once only.
long$person[long$time == 2] <- c(long$person[long$time == 1][-(1:3)], 101:103)
names(long)[3:6] <- paste0("q", 1:4)
long$q2[c(5, 70)] <- NA
scale <- list(items = paste0("q", 1:4), reverse = list("q3"), min = 1, max = 5,
  filter = list(col = "time", value = 1))
x <- key(long, scale)
ok <- complete.cases(x)
at <- function(t) {
  rows <- ok & long$time == t
  setNames(rowMeans(x[rows, ]), long$person[rows])
}
one <- at(1)
two <- at(2)[names(one)]
both <- !is.na(two)
one <- one[both]
two <- two[both]
test <- cor.test(one, two)
put("retest.q.n", sum(both), R, "people complete on both occasions")
put("retest.q.r", unname(test$estimate), R, "cor.test")
put("retest.q.r_ci95", test$conf.int[1:2], R, "cor.test")
put("retest.q.mean_diff", mean(two - one), R, "mean")
icc <- suppressWarnings(psych::ICC(cbind(one, two), lmer = FALSE))$results
for (i in 1:6) put(paste0("retest.q.", icc$type[i]), icc$ICC[i], PSYCH, "ICC(lmer = FALSE)")
save_set("invented-retest", long, list(
  source = "invented, see make-invented.R", licence = "Apache-2.0", simulate = FALSE, scales = list(q = scale),
  retest = list(scales = list("q"), id = list("person"), time = "time", times = c(1, 2))))
